#include "node/wallet/WalletFiles.h"

#include "storage/StoredFacts.h"
#include "storage/WalletSalvage.h"
#include "util/Log.h"
#include "wallet/Ledger.h"
#include "wallet/Properties.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace node {

namespace {

using storage::StorageError;
using DiskKind = StorageError::Kind;

QString newName(const QString& path) {
    return path + QStringLiteral(".new");
}
QString journalOf(const QString& path) {
    return path + QStringLiteral("-journal");
}

void removeWalletFile(const QString& path) {
    QFile::remove(path);
    QFile::remove(journalOf(path));
}

/// Both are closed before the file may be renamed.
Result<WalletFile, WalletFileError> openAt(const QString& path, const util::Clock& clock,
                                           const wallet::WalletOptions& options,
                                           const StoreWrapper& wrap = {}) {
    WalletFile out;
    auto database = storage::WalletDatabase::open(path);
    if (!database) return fail(WalletFileError(database.error()));
    out.database = std::move(*database);
    if (wrap) out.wrapper = wrap(out.database->store());
    auto wallet = wallet::Wallet::open(out.wrapper ? *out.wrapper : out.database->store(), clock, options);
    if (!wallet) return fail(WalletFileError(wallet.error()));
    out.wallet = std::move(*wallet);
    return out;
}

Result<void, WalletFileError> publish(const QString& fresh, const QString& path) {
    const auto done = storage::replaceWalletFile(fresh, path);
    if (!done) return fail(WalletFileError(done.error()));
    return {};
}

/// A copy of somebody's copy, to be opened: opening may migrate it.
Result<void, WalletFileError> copyIn(const QString& backup, const QString& fresh) {
    if (QFile::copy(backup, fresh) && QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner))
        return {};
    return fail(
        WalletFileError(StorageError{DiskKind::Io, QStringLiteral("copy %1 to %2").arg(backup, fresh)}));
}

/// What a rescued wallet starts with: no coins and no blocks, they come from the chain.
wallet::WalletBatch rescuedBatch(const wallet::WalletContents& contents) {
    wallet::WalletBatch batch;
    batch.properties = contents.properties;
    batch.addresses = contents.addresses;
    const wallet::Properties properties(contents.properties);
    constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max() - 1;
    const std::int64_t birth = properties.number(wallet::kBirthHeight, 0, kMost).value_or(0);
    const auto keep = [&](std::string_view key, std::int64_t standard) {
        batch.properties.push_back(
            wallet::numberProperty(key, properties.number(key, 0, kMost).value_or(standard)));
    };
    batch.properties.push_back(wallet::numberProperty(wallet::kScanFrom, birth));
    batch.descriptors = contents.descriptors;
    batch.properties.push_back(wallet::numberProperty(wallet::kVersion, 2));
    keep(wallet::kBirthHeight, birth);
    keep(wallet::kBackupDone, 0);
    for (wallet::WalletTransaction row : contents.transactions) {
        const bool waits = row.state == wallet::TxState::Waiting;
        if (!waits && row.note.empty()) continue;
        row.state = wallet::TxState::Lost;
        row.height = waits ? wallet::kParentLost : wallet::kForgotten; // until the chain has been read
        row.block = {};
        batch.transactions.push_back(std::move(row));
    }
    return batch;
}

QString encryptedFile(const DataPaths& paths) {
    return paths.wallets() + QStringLiteral("/encrypted.json");
}

QJsonObject encryptedNames(const DataPaths& paths) {
    QFile file(encryptedFile(paths));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

bool isDamage(const WalletFileError& error) {
    if (const auto* disk = std::get_if<StorageError>(&error)) return disk->kind == DiskKind::Damaged;
    const auto kind = std::get<wallet::WalletFailure>(error).error;
    return kind == wallet::WalletError::Damaged || kind == wallet::WalletError::NotFound;
}

WalletProblem problemOf(const WalletFileError& error, const QString& name, const QString& path) {
    WalletProblem out{.name = name, .path = path};
    if (const auto* disk = std::get_if<storage::StorageError>(&error)) {
        util::logError("wallet", disk->what.toStdString());
        out.disk = disk->kind;
        return out;
    }
    const auto& failure = std::get<wallet::WalletFailure>(error);
    if (!failure.detail.empty()) util::logError("wallet", failure.detail);
    out.kind = WalletProblem::Kind::Wallet;
    out.wallet = failure.error;
    return out;
}

bool holdsWallet(const QString& path) {
    if (!QFile::exists(path)) return false;
    const auto facts = storage::walletFacts(path);
    return !facts || !facts->isEmpty; // one that cannot be read is a wallet: it is never made anew
}

Result<void, WalletFileError> makeWallet(const QString& path, const util::Clock& clock,
                                         const wallet::WalletOptions& options,
                                         const wallet::NewWallet& start) {
    const QString fresh = newName(path);
    removeWalletFile(fresh); // left by a making that was interrupted
    const auto make = [&]() -> Result<void, WalletFileError> {
        auto database = storage::WalletDatabase::open(fresh);
        if (!database) return fail(WalletFileError(database.error()));
        const auto made = wallet::Wallet::create((*database)->store(), clock, options, start);
        if (!made) return fail(WalletFileError(made.error()));
        return {};
    };
    auto made = make().and_then([&] { return publish(fresh, path); });
    if (!made) removeWalletFile(fresh);
    return made;
}

void removeUnfinishedWallets(const DataPaths& paths) {
    const QStringList patterns{newName(QStringLiteral("*.sqlite")),
                               journalOf(newName(QStringLiteral("*.sqlite")))};
    for (const QFileInfo& left : QDir(paths.wallets()).entryInfoList(patterns, QDir::Files))
        QFile::remove(left.filePath());
}

Result<void, WalletFileError> restoreWallet(const QString& path, const QString& backup,
                                            const util::Clock& clock, const wallet::WalletOptions& options) {
    const QString fresh = newName(path);
    removeWalletFile(fresh);
    const auto copy = [&]() -> Result<void, WalletFileError> {
        if (auto copied = copyIn(backup, fresh); !copied) return copied;
        const auto opened = openAt(fresh, clock, options);
        if (!opened) return fail(opened.error());
        return {};
    };
    auto done = copy().and_then([&] { return publish(fresh, path); });
    storage::removeEarlierVersions(fresh); // the backup itself stays
    if (!done) removeWalletFile(fresh);
    return done;
}

Result<wallet::DrillReport, WalletFileError> drillWalletCopy(const QString& scratch, const QString& backup,
                                                             const wallet::Wallet& wallet,
                                                             const util::Clock& clock,
                                                             const wallet::WalletOptions& options) {
    removeWalletFile(scratch);
    const auto look = [&]() -> Result<wallet::DrillReport, WalletFileError> {
        if (const auto copied = copyIn(backup, scratch); !copied) return fail(copied.error());
        const auto opened = openAt(scratch, clock, options);
        if (!opened) return fail(opened.error());
        return wallet::drillCopy(wallet, *opened->wallet);
    };
    auto report = look();
    removeWalletFile(scratch);
    storage::removeEarlierVersions(scratch);
    return report;
}

Result<WalletFile, WalletFileError> openWalletFile(const QString& path, const util::Clock& clock,
                                                   const wallet::WalletOptions& options,
                                                   const StoreWrapper& wrap) {
    return openAt(path, clock, options, wrap);
}

Result<QString, WalletFileError> rescueWallet(const QString& path, const util::Clock& clock,
                                              const wallet::WalletOptions& options) {
    const auto salvaged = storage::salvageWallet(path);
    if (!salvaged) return fail(WalletFileError(salvaged.error()));
    if (!salvaged->hasKeys)
        return fail(
            WalletFileError(StorageError{DiskKind::Damaged, QStringLiteral("the keys cannot be read")}));
    const QString fresh = newName(path);
    removeWalletFile(fresh);
    const auto make = [&]() -> Result<void, WalletFileError> {
        {
            auto database = storage::WalletDatabase::open(fresh);
            if (!database) return fail(WalletFileError(database.error()));
            const auto written = (*database)->store().commit(rescuedBatch(salvaged->contents));
            if (!written)
                return fail(
                    WalletFileError(wallet::WalletFailure{wallet::WalletError::Store, written.error().what}));
        }
        auto opened = openAt(fresh, clock, options);
        if (!opened) return fail(opened.error());
        const auto restarted = opened->wallet->restartFrom(opened->wallet->tip().height + 1);
        if (!restarted) return fail(WalletFileError(restarted.error()));
        return {};
    };
    const QString kept = path + QStringLiteral(".damaged-") +
                         QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    auto done = make().and_then([&]() -> Result<void, WalletFileError> {
        // A second name for the old file: at no moment is there none under its own.
        if (const auto linked = storage::keepWalletFile(path, kept); !linked)
            return fail(WalletFileError(linked.error()));
        return publish(fresh, path);
    });
    if (!done) {
        removeWalletFile(fresh);
        return fail(done.error());
    }
    return kept;
}

void noteEncrypted(const DataPaths& paths, const QString& name, bool isEncrypted) {
    QJsonObject names = encryptedNames(paths);
    if (names.value(name).toBool() == isEncrypted) return;
    // What an earlier version kept in the open is not to lie beside the sealed file.
    if (isEncrypted) storage::removeEarlierVersions(paths.wallet(name));
    if (isEncrypted)
        names.insert(name, true);
    else
        names.remove(name);
    QSaveFile file(encryptedFile(paths));
    const QByteArray text = QJsonDocument(names).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        util::logWarning("wallet", "it could not be noted which wallets are encrypted");
}

bool wasEncrypted(const DataPaths& paths, const QString& name) {
    return encryptedNames(paths).value(name).toBool();
}

} // namespace node
