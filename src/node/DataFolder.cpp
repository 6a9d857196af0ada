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

StartError startError(int code, const QString& sentence) {
    return StartError{code, sentence};
}

StartError noSpace(const QString& path) {
    return startError(
        1,
        QStringLiteral("There is no space left on the disk for %1. Nothing stored was lost; free some space "
                       "and start again.")
            .arg(path));
}

Result<consensus::NetworkCard, StartError> readCardFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(startError(
            2, QStringLiteral("The network card %1 cannot be read: %2.").arg(path, file.errorString())));
    }
    const QByteArray text = file.read(qint64(consensus::kMaxCardSize) + 1);
    auto card = consensus::parseNetworkCard(text.toStdString());
    if (!card) {
        return fail(startError(2, QStringLiteral("%1 is not a network card: %2")
                                      .arg(path, QString::fromStdString(card.error().sentence))));
    }
    return *card;
}

Result<void, StartError> writeCardFile(const QString& path, const consensus::NetworkCard& card) {
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(consensus::writeNetworkCard(card));
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) return {};
    return fail(startError(
        1, QStringLiteral("The network card cannot be written to %1: %2.").arg(path, file.errorString())));
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

QString differenceSentence(const std::vector<consensus::RuleDifference>& differences, const QString& ours,
                           const QString& theirs) {
    QStringList parts;
    for (const auto& item : differences) {
        parts << QStringLiteral("%1 is %2 %3 and %4 %5")
                     .arg(QString::fromStdString(item.rule), QString::fromStdString(item.ours), ours,
                          QString::fromStdString(item.theirs), theirs);
    }
    return parts.join(QStringLiteral("; "));
}

/// Exit 4 when the rules asked for are not those of the folder.
Result<void, StartError> requireSame(const consensus::Rules& stored, const consensus::Rules& asked,
                                     const QString& folder) {
    const auto differences = consensus::differences(stored, asked);
    if (differences.empty()) return {};
    return fail(
        startError(4, QStringLiteral("The data folder %1 belongs to a network with other rules: %2. Nothing "
                                     "was changed. Start without "
                                     "the differing values, or choose another folder with --datadir.")
                          .arg(folder, differenceSentence(differences, QStringLiteral("in the folder"),
                                                          QStringLiteral("as asked for")))));
}

std::optional<consensus::NetworkCard> cardFrom(const QByteArray& text) {
    auto card = consensus::parseNetworkCard(text.toStdString());
    if (!card) return std::nullopt;
    return std::move(*card);
}

/// Exit 4: the chain was made by other rules than the card beside it has.
StartError otherCard(const DataPaths& paths, const std::vector<consensus::RuleDifference>& differences) {
    return startError(
        4, QStringLiteral(
               "%1 is not the card of the chain beside it: %2. Nothing was changed. Put the right card "
               "there, or delete it: it is written again from the chain.")
               .arg(paths.card(), differenceSentence(differences, QStringLiteral("in the chain"),
                                                     QStringLiteral("on the card"))));
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
        const auto differences = consensus::differences(stored->rules, beside->rules);
        if (!differences.empty()) return fail(otherCard(paths, differences));
    }
    if (stored) return stored;
    if (beside) return beside;
    if (QFileInfo(paths.chain()).size() == 0) return std::optional<consensus::NetworkCard>();
    const auto found = storage::salvageCard(
        paths.chain(), [](const QByteArray& text) { return cardFrom(text).has_value(); });
    if (found) return cardFrom(*found);
    if (bytes) return std::optional<consensus::NetworkCard>(); // a chain whose making was interrupted
    return fail(startError(
        5, QStringLiteral(
               "The chain database %1 is damaged so badly that the rules of its network cannot be read "
               "from it, and there is no card beside it. Wallets are separate files and are safe. Get "
               "the card from another computer of the network, put it there as %2, and run: %3")
               .arg(paths.chain(), paths.card(), repairCommand(paths))));
}

Result<NetworkChoice, StartError> chooseRegtest(const QString& root, const RuleOverrides& overrides) {
    NetworkChoice choice;
    choice.params = consensus::regtestParams();
    choice.paths.folder = root + QLatin1Char('/') + QLatin1String(kRegtest);
    choice.isNew = !QFile::exists(choice.paths.chain());
    const auto differences =
        consensus::differences(choice.params.rules(), withOverrides(choice.params.rules(), overrides));
    if (!differences.empty()) {
        return fail(startError(
            4, QStringLiteral("The rules of regtest are Bitcoin Core's and cannot be changed: %1. Use "
                              "another network, or unset the variable.")
                   .arg(differenceSentence(differences, QStringLiteral("there"),
                                           QStringLiteral("as asked for")))));
    }
    return choice;
}

/// The network that an existing or new folder named after it runs; `card` null: a name was given.
Result<NetworkChoice, StartError> chooseNamed(const QString& root, const QString& name,
                                              const consensus::NetworkCard* card,
                                              const RuleOverrides& overrides) {
    NetworkChoice choice;
    choice.paths.folder = root + QLatin1Char('/') + folderNameOf(name);
    auto stored = folderCard(choice.paths);
    if (!stored && (card == nullptr || stored.error().exitCode != 5)) return fail(stored.error());
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
    const auto differences = consensus::differences(card->rules, withOverrides(card->rules, overrides));
    if (!differences.empty()) {
        return fail(
            startError(2, QStringLiteral("The environment asks for other rules than the network card: %1.")
                              .arg(differenceSentence(differences, QStringLiteral("on the card"),
                                                      QStringLiteral("in the environment")))));
    }
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
        return fail(startError(
            1, QStringLiteral("The data folder %1 cannot be made. Check that its parent exists and may "
                              "be written, or choose another with --datadir.")
                   .arg(folder)));
    }
    QFile::setPermissions(paths.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile probe(paths.folder + QStringLiteral("/.write-test"));
    if (!probe.open(QIODevice::WriteOnly)) {
        if (probe.error() == QFileDevice::ResourceError || storage::isDiskFull(probe.fileName()))
            return fail(noSpace(paths.folder));
        return fail(startError(
            1, QStringLiteral("The data folder %1 may not be written: %2. Make it writable, or choose "
                              "another with --datadir.")
                   .arg(paths.folder, probe.errorString())));
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
    using Kind = storage::StorageError::Kind;
    util::logError("storage", error.what.toStdString());
    const DataPaths paths{QFileInfo(path).path()};
    switch (error.kind) {
    case Kind::Newer:
        return startError(
            4, QStringLiteral(
                   "%1 was written by a newer version of Cairn. Nothing was changed. Use that version, "
                   "or another data folder.")
                   .arg(path));
    case Kind::Damaged:
        return startError(
            5, QStringLiteral(
                   "The chain database %1 is damaged. Wallets are separate files and are safe. This "
                   "makes it anew from every block that can still be read, and keeps the damaged file: "
                   "%2")
                   .arg(path, repairCommand(paths)));
    case Kind::Busy:
        return startError(
            3, QStringLiteral("%1 is in use by another program. End it and start again.").arg(path));
    case Kind::ReadOnly:
        return startError(1, QStringLiteral("%1 may not be written. Make the data folder writable, or choose "
                                            "another with --datadir.")
                                 .arg(path));
    case Kind::Full:
        return noSpace(path);
    case Kind::Io:
        break;
    }
    return startError(
        1, QStringLiteral("%1 cannot be read or written: the disk, or the folder's permissions, do "
                          "not let it.")
               .arg(path));
}

Result<std::unique_ptr<util::FileLock>, StartError> lockFolder(const DataPaths& paths) {
    using Kind = util::FileLockError::Kind;
    auto lock = util::FileLock::take(QFile::encodeName(paths.lock()).toStdString(),
                                     QCoreApplication::applicationName().toStdString());
    if (lock) return std::make_unique<util::FileLock>(std::move(*lock));
    const util::FileLockError& error = lock.error();
    switch (error.kind) {
    case Kind::Held: {
        const QString holder = error.process > 0 ? QStringLiteral("%1 (process %2)")
                                                       .arg(QString::fromStdString(error.program))
                                                       .arg(error.process)
                                                 : QStringLiteral("another program");
        return fail(
            startError(3, QStringLiteral("The data folder %1 is in use by %2. Use that window, end that "
                                         "program, or choose another folder with --datadir.")
                              .arg(paths.folder, holder)));
    }
    case Kind::NoSpace:
        return fail(noSpace(paths.lock()));
    case Kind::NotAllowed:
    case Kind::Io:
        break;
    }
    return fail(
        startError(1, QStringLiteral("The data folder %1 cannot be locked (%2). Make it writable, or choose "
                                     "another with --datadir.")
                          .arg(paths.folder, QString::fromStdString(error.reason))));
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
    return fail(startError(
        2, QStringLiteral("There is no network and no card file named \"%1\". Allowed: %2, or the path of a "
                          "network card.")
               .arg(network, known.join(QStringLiteral(", ")))));
}

} // namespace node
