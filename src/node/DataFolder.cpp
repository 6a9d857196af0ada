#include "node/DataFolder.h"

#include "crypto/Random.h"
#include "node/mining/Calibration.h"
#include "storage/ChainSalvage.h"
#include "storage/ReadOnlyDatabase.h"
#include "storage/StoredFacts.h"
#include "util/Hex.h"
#include "util/Log.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include <cerrno>

namespace node {

namespace {

constexpr auto kSandbox = "sandbox";
constexpr auto kRegtest = "regtest";

using StartKind = StartError::Kind;

StartError noSpace(const QString& path) {
    return {.kind = StartKind::NoSpace, .path = path};
}

Result<consensus::NetworkCard, StartError> readCardFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            StartError{.kind = StartKind::CardUnreadable, .path = path, .detail = file.errorString()});
    const QByteArray text = file.read(qint64(consensus::kMaxCardSize) + 1);
    auto card = consensus::parseNetworkCard(text.toStdString());
    if (!card) return fail(StartError{.kind = StartKind::NotACard, .path = path, .card = card.error()});
    return *card;
}

Result<void, StartError> writeCardFile(const QString& path, const consensus::NetworkCard& card) {
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(consensus::writeNetworkCard(card));
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) return {};
    if (file.error() == QFileDevice::ResourceError || storage::isDiskFull(path)) return fail(noSpace(path));
    return fail(StartError{.kind = StartKind::CardNotWritten, .path = path, .detail = file.errorString()});
}

consensus::NetworkCard newSandbox(const RuleOverrides& overrides) {
    consensus::NetworkCard card;
    card.name = kSandbox;
    card.colour = "#0f766e";
    card.rules = withOverrides(card.rules, overrides);
    // A slow network must not fall to the easiest target between two ordinary blocks.
    card.rules.minDifficultyAfter = std::max(card.rules.minDifficultyAfter, 20 * card.rules.targetBlockTime);
    card.rules.genesisTime = QDateTime::currentSecsSinceEpoch();
    card.rules.genesisMessage = "A blockchain of your own, " + util::toHex(crypto::randomBytes(8));
    card.rules.initialBits = calibratedBits(card.rules);
    return card;
}

/// The rules asked for are not those of the folder.
Result<void, StartError> requireSame(const consensus::Rules& stored, const consensus::Rules& asked,
                                     const QString& folder) {
    auto differences = consensus::differences(stored, asked);
    if (differences.empty()) return {};
    return fail(
        StartError{.kind = StartKind::OtherRules, .path = folder, .differences = std::move(differences)});
}

std::optional<consensus::NetworkCard> cardFrom(const QByteArray& text) {
    auto card = consensus::parseNetworkCard(text.toStdString());
    if (!card) return std::nullopt;
    return std::move(*card);
}

/// The card of a folder's network: its chain has it, and so has the file beside it, which is what is left
/// when the chain is lost or damaged. Nothing when there is neither.
Result<std::optional<consensus::NetworkCard>, StartError> folderCard(const DataPaths& paths) {
    using Kind = storage::StorageError::Kind;
    std::optional<consensus::NetworkCard> beside;
    if (auto kept = readCardFile(paths.card())) beside = std::move(*kept);
    const auto bytes = storage::storedValue(paths.chain(), QLatin1String(kStoredCard));
    if (!bytes && bytes.error().kind != Kind::Damaged)
        return fail(databaseStartError(bytes.error(), paths.chain()));
    std::optional<consensus::NetworkCard> stored;
    if (bytes && *bytes) stored = cardFrom(**bytes);
    if (stored && beside) {
        auto differences = consensus::differences(stored->rules, beside->rules);
        if (!differences.empty())
            return fail(StartError{
                .kind = StartKind::OtherCard, .path = paths.card(), .differences = std::move(differences)});
    }
    if (stored) return stored;
    if (beside) return beside;
    if (QFileInfo(paths.chain()).size() == 0) return std::optional<consensus::NetworkCard>();
    const auto found = storage::salvageCard(
        paths.chain(), [](const QByteArray& text) { return cardFrom(text).has_value(); });
    if (found) return cardFrom(*found);
    if (bytes) return std::optional<consensus::NetworkCard>(); // a chain whose making was interrupted
    return fail(StartError{.kind = StartKind::RulesLost, .path = paths.chain()});
}

Result<NetworkChoice, StartError> chooseRegtest(const QString& root, const RuleOverrides& overrides) {
    NetworkChoice choice;
    choice.params = consensus::regtestParams();
    choice.paths.folder = root + QLatin1Char('/') + QLatin1String(kRegtest);
    choice.isNew = !QFile::exists(choice.paths.chain());
    auto differences =
        consensus::differences(choice.params.rules(), withOverrides(choice.params.rules(), overrides));
    if (!differences.empty())
        return fail(StartError{.kind = StartKind::FixedRules, .differences = std::move(differences)});
    return choice;
}

/// The network that an existing or new folder named after it runs; `card` null: a name was given.
Result<NetworkChoice, StartError> chooseNamed(const QString& root, const QString& name,
                                              const consensus::NetworkCard* card,
                                              const RuleOverrides& overrides) {
    NetworkChoice choice;
    choice.paths.folder = root + QLatin1Char('/') + folderNameOf(name);
    auto stored = folderCard(choice.paths);
    if (!stored && (card == nullptr || stored.error().kind != StartKind::RulesLost))
        return fail(stored.error());
    if (!stored) stored = std::optional<consensus::NetworkCard>(); // the one that was given is as good
    if (*stored) {
        const consensus::Rules& base = card != nullptr ? card->rules : (*stored)->rules;
        const auto same = requireSame((*stored)->rules, withOverrides(base, overrides), choice.paths.folder);
        if (!same) return fail(same.error());
        choice.params = consensus::paramsFromCard(**stored);
        choice.isNew = !QFile::exists(choice.paths.chain());
        return choice;
    }
    choice.isNew = true;
    if (card == nullptr) {
        choice.params = consensus::paramsFromCard(newSandbox(overrides));
        return choice;
    }
    auto differences = consensus::differences(card->rules, withOverrides(card->rules, overrides));
    if (!differences.empty())
        return fail(StartError{.kind = StartKind::CardAndEnvironment, .differences = std::move(differences)});
    choice.params = consensus::paramsFromCard(*card);
    return choice;
}

} // namespace

QString defaultDataRoot() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/cairn");
}

QString portableDataRoot() {
    // The system's own answer: the options are read before there is an application object to ask.
    const QFileInfo program(QFileInfo(QStringLiteral("/proc/self/exe")).symLinkTarget());
    return program.absolutePath() + QStringLiteral("/cairn-data");
}

QString folderNameOf(const QString& network) {
    QString out;
    for (const QChar c : network.toLower()) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c.isDigit();
        if (plain)
            out += c;
        else if (!out.isEmpty() && !out.endsWith(QLatin1Char('-')))
            out += QLatin1Char('-');
    }
    while (out.endsWith(QLatin1Char('-')))
        out.chop(1);
    if (!out.isEmpty()) return out;
    return QStringLiteral("network-") + QString::fromLatin1(network.toUtf8().toHex().left(24));
}

QStringList knownNetworks(const QString& root) {
    QStringList out;
    for (const QString& name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const DataPaths paths{root + QLatin1Char('/') + name};
        if (QFile::exists(paths.chain()) || QFile::exists(paths.card())) out << name;
    }
    return out;
}

std::vector<KnownNetwork> knownNetworkCards(const QString& root) {
    std::vector<KnownNetwork> out;
    for (const QString& folder : knownNetworks(root)) {
        const auto add = [&](const consensus::ChainParams& params) {
            out.push_back({folder, QString::fromStdString(params.name()),
                           QString::fromStdString(params.card.colour), params.genesisHash});
        };
        if (folder == QLatin1String(kRegtest)) {
            add(consensus::regtestParams());
            continue;
        }
        const DataPaths paths{root + QLatin1Char('/') + folder};
        if (const auto kept = readCardFile(paths.card())) {
            add(consensus::paramsFromCard(*kept));
        } else if (const auto stored = folderCard(paths); stored && *stored) {
            add(consensus::paramsFromCard(**stored));
        }
    }
    return out;
}

Result<void, StartError> keepCard(const DataPaths& paths, const consensus::NetworkCard& card) {
    if (const auto kept = readCardFile(paths.card()); kept && *kept == card) return {};
    return writeCardFile(paths.card(), card);
}

Result<QString, StartError> storeCard(const QString& root, const consensus::NetworkCard& card) {
    const QString folder = root + QStringLiteral("/cards");
    const QString path =
        QStringLiteral("%1/%2.cairn").arg(folder, folderNameOf(QString::fromStdString(card.name)));
    (void)QDir().mkpath(folder); // writing says what is wrong
    if (const auto written = writeCardFile(path, card); !written) return fail(written.error());
    return path;
}

Result<void, StartError> makeFolders(const DataPaths& paths) {
    for (const QString& folder : {paths.folder, paths.wallets(), QFileInfo(paths.logFile()).path()}) {
        if (QDir().mkpath(folder)) continue;
        if (errno == ENOSPC || errno == EDQUOT) return fail(noSpace(folder));
        return fail(StartError{.kind = StartKind::FolderNotMade, .path = folder});
    }
    QFile::setPermissions(paths.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile probe(paths.folder + QStringLiteral("/.write-test"));
    if (!probe.open(QIODevice::WriteOnly)) {
        if (probe.error() == QFileDevice::ResourceError || storage::isDiskFull(probe.fileName()))
            return fail(noSpace(paths.folder));
        return fail(StartError{
            .kind = StartKind::FolderReadOnly, .path = paths.folder, .detail = probe.errorString()});
    }
    probe.remove();
    return {};
}

QString repairCommand(const DataPaths& paths) {
    const auto quoted = [](const QString& text) {
        static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./+-]+$"));
        if (plain.match(text).hasMatch()) return text;
        return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QStringLiteral("'\\''")) +
               QLatin1Char('\'');
    };
    const QFileInfo folder(paths.folder);
    return QStringLiteral("cairnd --datadir %1 --network %2 --repair")
        .arg(quoted(folder.path()), folder.fileName());
}

StartError databaseStartError(const storage::StorageError& error, const QString& path) {
    util::logError("storage", error.what.toStdString());
    if (error.kind == storage::StorageError::Kind::Full) return noSpace(path);
    return {.kind = StartKind::ChainFile, .path = path, .disk = error.kind};
}

Result<std::unique_ptr<util::FileLock>, StartError> lockFolder(const DataPaths& paths) {
    using Kind = util::FileLockError::Kind;
    auto lock = util::FileLock::take(QFile::encodeName(paths.lock()).toStdString(),
                                     QCoreApplication::applicationName().toStdString());
    if (lock) return std::make_unique<util::FileLock>(std::move(*lock));
    const util::FileLockError& error = lock.error();
    switch (error.kind) {
    case Kind::Held:
        return fail(StartError{.kind = StartKind::FolderInUse,
                               .path = paths.folder,
                               .detail = QString::fromStdString(error.program),
                               .process = error.process});
    case Kind::NoSpace:
        return fail(noSpace(paths.lock()));
    case Kind::NotAllowed:
    case Kind::Io:
        break;
    }
    return fail(StartError{.kind = StartKind::FolderNotLocked,
                           .path = paths.folder,
                           .detail = QString::fromStdString(error.reason)});
}

Result<NetworkChoice, StartError> chooseNetwork(const QString& root, const QString& network,
                                                const RuleOverrides& overrides) {
    if (network == QLatin1String(kRegtest)) return chooseRegtest(root, overrides);
    if (network == QLatin1String(kSandbox)) return chooseNamed(root, network, nullptr, overrides);
    if (QFileInfo(network).isFile()) {
        const auto card = readCardFile(network);
        if (!card) return fail(card.error());
        return chooseNamed(root, QString::fromStdString(card->name), &*card, overrides);
    }
    const QString folder = folderNameOf(network);
    QStringList known = knownNetworks(root);
    if (known.contains(folder)) return chooseNamed(root, network, nullptr, overrides);
    for (const char* builtIn : {kRegtest, kSandbox}) {
        if (!known.contains(QLatin1String(builtIn))) known.prepend(QLatin1String(builtIn));
    }
    return fail(StartError{.kind = StartKind::UnknownNetwork, .detail = network, .known = known});
}

} // namespace node
