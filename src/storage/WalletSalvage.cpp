#include "storage/WalletSalvage.h"

#include "storage/Migrator.h"
#include "storage/ReadOnlyDatabase.h"
#include "storage/SqliteError.h"
#include "storage/WalletRows.h"
#include "storage/WalletSchema.h"
#include "wallet/Accounts.h"
#include "wallet/Properties.h"

#include <algorithm>

namespace storage {
namespace {

/// Every row that makes sense, from one end of the table up to what cannot be read, then from the other.
template <class T>
std::vector<T> readableRows(Database& database, const QString& columns, const QString& table,
                            const QString& order, std::optional<T> (*read)(const Rows&)) {
    std::vector<T> out;
    for (const bool backwards : {false, true}) {
        const QString direction = backwards ? QStringLiteral(" DESC") : QString();
        QString by = order;
        by.replace(QLatin1Char(','), direction + QLatin1Char(',')) += direction;
        Statement all(database, QStringLiteral("SELECT %1 FROM %2 ORDER BY %3").arg(columns, table, by));
        auto rows = all.select();
        bool isWhole = false;
        while (rows) {
            const auto more = rows->next();
            isWhole = more && !*more;
            if (!more || !*more) break;
            if (auto value = read(*rows)) out.push_back(std::move(*value));
        }
        if (isWhole) break;
    }
    return out;
}

} // namespace

Result<SalvagedWallet, StorageError> salvageWallet(const QString& path) {
    SalvagedWallet out;
    auto opened = openToRead(path);
    if (!opened && opened.error().kind == StorageError::Kind::Damaged) return out;
    if (!opened) return fail(opened.error());
    Database& database = **opened;
    const auto version = versionOf(database, walletSchema());
    if (!version && version.error().kind == StorageError::Kind::Newer) return fail(version.error());
    wallet::WalletContents& contents = out.contents;
    contents.properties = readableRows(database, kPropertyColumns, QStringLiteral("properties"),
                                       QStringLiteral("key"), propertyFrom);
    const bool isOfOneAccount = version && *version == 1;
    QString addressColumns = kAddressColumns;
    QString addressOrder = QStringLiteral("descriptor, number");
    if (isOfOneAccount) {
        for (QString* const text : {&addressColumns, &addressOrder})
            text->replace(QStringLiteral("descriptor"), QStringLiteral("chain"));
    } else {
        contents.descriptors = readableRows(database, kDescriptorColumns, QStringLiteral("descriptors"),
                                            QStringLiteral("id"), descriptorFrom);
    }
    contents.addresses =
        readableRows(database, addressColumns, QStringLiteral("addresses"), addressOrder, addressFrom);
    // By their place in the file: the other orders need an index, which may be what is damaged.
    contents.transactions = readableRows(database, kTransactionColumns, QStringLiteral("transactions"),
                                         QStringLiteral("rowid"), transactionFrom);
    const wallet::Properties properties(contents.properties);
    const auto has = [&properties](std::string_view key) { return !properties.bytes(key).empty(); };
    // A wallet made from words has two descriptors at least that its public key tells.
    if (contents.descriptors.empty() && has(wallet::kAccountXpub))
        contents.descriptors = wallet::accountRows(properties.text(wallet::kAccountXpub));
    out.hasKeys = has(wallet::kNetwork) && !contents.descriptors.empty() && has(wallet::kSecretKind) &&
                  has(wallet::kSecret) &&
                  (has(wallet::kKdf) || properties.text(wallet::kSecretKind) == "plain");
    std::erase_if(contents.addresses, [&](const wallet::WalletAddress& row) {
        return std::ranges::none_of(contents.descriptors,
                                    [&](const auto& each) { return each.id == row.path.descriptor; });
    });
    return out;
}

} // namespace storage
