#include "node/chain/ChainMark.h"

#include "storage/ChainDatabase.h"
#include "storage/StoredFacts.h"
#include "util/Log.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace node {

namespace {

constexpr int kQuietMs = 2'000; ///< without a change
constexpr qint64 kMostMarkBytes = 4'096;

StartError lostChain(const DataPaths& paths, const chain::TipInfo& known) {
    using Kind = StartError::Kind;
    const QFileInfo file(paths.chain());
    return {.kind = !file.exists()     ? Kind::ChainMissing
                    : file.size() == 0 ? Kind::ChainEmpty
                                       : Kind::ChainShortened,
            .path = paths.chain(),
            .height = known.height,
            .block = QString::fromStdString(known.hash.toHex())};
}

} // namespace

std::optional<chain::TipInfo> readChainMark(const DataPaths& paths) {
    QFile file(paths.chainMark());
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject mark = QJsonDocument::fromJson(file.read(kMostMarkBytes)).object();
    const auto hash =
        primitives::BlockHash::fromHex(mark.value(QLatin1String("hash")).toString().toStdString());
    const int height = mark.value(QLatin1String("height")).toInt(-1);
    if (!hash || height < 0) return std::nullopt;
    return chain::TipInfo{height, *hash};
}

bool writeChainMark(const DataPaths& paths, const chain::TipInfo& tip) {
    const QJsonObject mark{{QStringLiteral("height"), tip.height},
                           {QStringLiteral("hash"), QString::fromStdString(tip.hash.toHex())}};
    const QByteArray text = QJsonDocument(mark).toJson(QJsonDocument::Compact) + '\n';
    // Not forced to the disk: after a loss of power an older one, or none, says less, and nothing wrong.
    const QString fresh = paths.chainMark() + QStringLiteral(".new");
    QFile file(fresh);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush()) return false;
    file.close();
    return std::rename(QFile::encodeName(fresh).constData(),
                       QFile::encodeName(paths.chainMark()).constData()) == 0;
}

chain::TipInfo farthestKnown(const DataPaths& paths, const primitives::BlockHash& genesis) {
    if (const auto mark = readChainMark(paths)) return *mark;
    chain::TipInfo out;
    const QString network = QString::fromStdString(genesis.toHex());
    for (const QFileInfo& file :
         QDir(paths.wallets()).entryInfoList({QStringLiteral("*.sqlite")}, QDir::Files, QDir::Name)) {
        const auto facts = storage::walletFacts(file.filePath());
        if (facts && facts->network == network && facts->tip.height > out.height) out = facts->tip;
    }
    return out;
}

Result<void, StartError> refuseLostChain(const DataPaths& paths, const primitives::BlockHash& genesis) {
    // A folder in which no chain ever was may hold a wallet that was brought from elsewhere.
    if (!QFile::exists(paths.chain()) && !QFile::exists(paths.card()) && !QFile::exists(paths.chainMark()))
        return {};
    const chain::TipInfo known = farthestKnown(paths, genesis);
    if (known.height <= 0) return {};
    const auto isThere = storage::knowsBlock(paths.chain(), known.hash);
    if (!isThere || *isThere) return {};
    return fail(lostChain(paths, known));
}

ChainMarkKeeper::ChainMarkKeeper(storage::ChainDatabase& database, const DataPaths& paths,
                                 const ChainFeed& feed)
    : m_database(database), m_paths(paths) {
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { quiet(); });
    QObject::connect(&feed, &ChainFeed::tipChanged, &m_timer, [this] { noteChange(); });
    noteChange();
}

void ChainMarkKeeper::noteChange() {
    write();
    m_timer.start(kQuietMs);
}

void ChainMarkKeeper::quiet() {
    if (const auto done = m_database.moveLog(); !done)
        util::logWarning("node", "the log of the chain database stays: " + done.error().what.toStdString());
}

void ChainMarkKeeper::write() {
    const auto tip = m_database.blocks().loadTip();
    if (!tip || tip->height < 0 || *tip == m_written) return;
    if (writeChainMark(m_paths, *tip)) m_written = *tip;
}

} // namespace node
