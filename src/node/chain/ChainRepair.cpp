#include "node/chain/ChainRepair.h"

#include "chain/BlockFile.h"
#include "explorer/AddressIndex.h"
#include "node/chain/ChainMark.h"
#include "node/chain/StoredClock.h"
#include "storage/ChainDatabase.h"
#include "storage/ChainSalvage.h"
#include "storage/ReadOnlyDatabase.h"
#include "storage/SqliteError.h"
#include "util/Log.h"
#include "util/WorkerPool.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <unordered_map>
#include <unordered_set>

namespace node {

namespace {

using storage::ChainSalvage;
using storage::StorageError;
using Done = Result<void, StorageError>;

constexpr std::size_t kRepairBlocks = 500;
constexpr std::size_t kRepairBytes = 2'000'000;
constexpr int kRepairIndexBlocks = 1'000;
constexpr std::size_t kMostMissing = 10'000; ///< that are looked for one by one
constexpr auto kCardValue = "card";

/// A file and what SQLite keeps beside it.
constexpr const char* kEndings[] = {"-wal", "-shm", ""};

StorageError systemFailure(const QString& doing) {
    const int code = errno;
    const auto kind = code == ENOSPC || code == EDQUOT                   ? StorageError::Kind::Full
                      : code == EACCES || code == EPERM || code == EROFS ? StorageError::Kind::ReadOnly
                                                                         : StorageError::Kind::Io;
    return {kind, QStringLiteral("%1: %2").arg(doing, QString::fromLocal8Bit(std::strerror(code)))};
}

/// The log goes first: beside another file of the same name it would be taken for that one's.
Done moveDatabase(const QString& from, const QString& to) {
    for (const char* ending : kEndings) {
        const QByteArray source = QFile::encodeName(from + QLatin1String(ending));
        const QByteArray target = QFile::encodeName(to + QLatin1String(ending));
        if (::rename(source.constData(), target.constData()) != 0 && errno != ENOENT)
            return fail(systemFailure(QStringLiteral("rename %1").arg(from)));
    }
    return {};
}

void removeDatabase(const QString& path) {
    for (const char* ending : kEndings)
        QFile::remove(path + QLatin1String(ending));
}

Done flushFolder(const QString& folder) {
    const int file = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!flushed) return fail(systemFailure(QStringLiteral("flush %1").arg(folder)));
    return {};
}

/// All files that blocks may be read from, and each block once, parents before children as far as they are
/// known.
class Sources {
public:
    struct Item {
        std::size_t source;
        ChainSalvage::Body body;
    };

    /// Errors: the first file as `ChainSalvage::open`; of the others, what cannot be opened is left out.
    Done open(const QStringList& paths) {
        for (const QString& path : paths) {
            auto salvage = ChainSalvage::open(path);
            if (!salvage && path == paths.front()) return fail(salvage.error());
            if (salvage) m_salvages.push_back(std::move(*salvage));
        }
        return {};
    }
    void readAll(const primitives::BlockHash& genesis) {
        std::unordered_set<primitives::BlockHash> known{genesis};
        std::vector<Item> found;
        for (std::size_t i = 0; i < m_salvages.size(); ++i) {
            for (const ChainSalvage::Body& body : m_salvages[i]->bodies()) {
                if (known.insert(body.hash).second) found.push_back({i, body});
            }
            for (chain::StoredHeader& header : m_salvages[i]->headers())
                m_headers.push_back(std::move(header));
            for (const primitives::BlockHeader& header : m_salvages[i]->strayHeaders())
                m_stray.push_back(header);
        }
        order(std::move(found), genesis);
    }
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    [[nodiscard]] const std::vector<chain::StoredHeader>& headers() const { return m_headers; }
    /// Of blocks that no header row tells of any more, unordered.
    [[nodiscard]] const std::vector<primitives::BlockHeader>& stray() const { return m_stray; }
    primitives::BlockRef read(const Item& item) { return m_salvages[item.source]->read(item.body); }
    void close() { m_salvages.clear(); }
    /// The file of now; null when there is none.
    ChainSalvage* newest() { return m_salvages.empty() ? nullptr : m_salvages.front().get(); }

private:
    void order(std::vector<Item> found, const primitives::BlockHash& genesis) {
        std::unordered_multimap<primitives::BlockHash, std::size_t> children;
        for (std::size_t i = 0; i < found.size(); ++i)
            children.emplace(found[i].body.header.previous, i);
        std::vector<primitives::BlockHash> next{genesis};
        std::vector<bool> taken(found.size());
        for (std::size_t at = 0; at < next.size(); ++at) {
            const auto [begin, end] = children.equal_range(next[at]);
            std::vector<std::size_t> here;
            for (auto child = begin; child != end; ++child)
                here.push_back(child->second);
            std::ranges::sort(here); // the first that came wins ties
            for (const std::size_t child : here) {
                taken[child] = true;
                next.push_back(found[child].body.hash);
                m_items.push_back(found[child]);
            }
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (!taken[i]) m_items.push_back(found[i]);
        }
    }

    std::vector<std::unique_ptr<ChainSalvage>> m_salvages;
    std::vector<chain::StoredHeader> m_headers;
    std::vector<primitives::BlockHeader> m_stray;
    std::vector<Item> m_items;
};

std::vector<HeightRange> rangesOf(std::vector<std::int32_t> heights) {
    std::ranges::sort(heights);
    std::vector<HeightRange> out;
    for (const std::int32_t height : heights) {
        if (!out.empty() && height <= out.back().highest + 1)
            out.back().highest = height;
        else
            out.push_back({height, height});
    }
    return out;
}

/// The chain that is made anew, in a file of its own.
class Rebuilt {
public:
    Rebuilt(const consensus::ChainParams& params, const util::Clock& clock, chain::ChainOptions options)
        : m_params(params), m_clock(clock), m_options(options),
          m_pool(std::size_t(std::max(0, QThread::idealThreadCount() - 1))) {
        m_options.flushEveryChange = false;
    }

    Done open(const QString& path) {
        auto database = storage::ChainDatabase::open(path);
        if (!database) return fail(database.error());
        m_database = std::move(*database);
        const std::string card = consensus::writeNetworkCard(m_params.card);
        if (const auto put =
                m_database->state().put(QLatin1String(kCardValue), QByteArray::fromStdString(card));
            !put)
            return put;
        m_chain = std::make_unique<chain::ChainState>(m_params, m_database->blocks(), m_database->coins(),
                                                      m_clock, m_pool, m_options);
        return m_chain->load().map_error([](const auto& error) { return storage::toStorageError(error); });
    }
    Done takeBlocks(Sources& sources, Summary& summary);
    Done takeRest(Sources& sources);
    Done finish(Summary& summary);
    void close() {
        m_chain.reset();
        m_database.reset();
    }
    [[nodiscard]] std::vector<HeightRange> missing(std::int32_t knownHeight) const;
    [[nodiscard]] chain::TipInfo tip() const { return {m_chain->tip().height(), m_chain->tip().hash()}; }
    [[nodiscard]] std::int64_t apart(const Sources& sources) const {
        return std::ranges::count_if(sources.items(), [this](const Sources::Item& item) {
            return m_chain->headers().find(item.body.hash) == nullptr;
        });
    }

private:
    void takeHeaders(const Sources& sources);
    Done give(std::vector<primitives::BlockRef>& batch, Summary& summary);

    const consensus::ChainParams& m_params;
    StoredClock m_clock;
    chain::ChainOptions m_options;
    util::WorkerPool m_pool;
    std::unique_ptr<storage::ChainDatabase> m_database;
    std::unique_ptr<chain::ChainState> m_chain;
};

Done Rebuilt::takeBlocks(Sources& sources, Summary& summary) {
    takeHeaders(sources);
    std::vector<primitives::BlockRef> batch;
    std::size_t bytes = 0;
    for (const Sources::Item& item : sources.items()) {
        const primitives::BlockRef block = sources.read(item);
        if (!block) continue;
        m_clock.note(block->header);
        batch.push_back(block);
        bytes += block->size();
        if (batch.size() < kRepairBlocks && bytes < kRepairBytes) continue;
        if (const auto given = give(batch, summary); !given) return given;
        bytes = 0;
    }
    return give(batch, summary);
}

/// A block whose parent's body is lost keeps its place in the tree until that comes again. A header that is
/// found without a row and without a body counts when it leads to another: a lonely one may be nonsense.
void Rebuilt::takeHeaders(const Sources& sources) {
    struct Found {
        primitives::BlockHash hash;
        const primitives::BlockHeader* header;
        bool isSure;
    };
    std::unordered_multimap<primitives::BlockHash, Found> children;
    const auto add = [&](const primitives::BlockHeader& header, bool isSure) {
        children.emplace(header.previous, Found{header.hash(), &header, isSure});
    };
    for (const chain::StoredHeader& header : sources.headers())
        add(header.header, true);
    for (const Sources::Item& item : sources.items())
        add(item.body.header, true);
    for (const primitives::BlockHeader& header : sources.stray())
        add(header, false);
    std::vector<primitives::BlockHash> known{m_params.genesisHash};
    for (std::size_t at = 0; at < known.size(); ++at) {
        const auto [begin, end] = children.equal_range(known[at]);
        for (auto child = begin; child != end; ++child) {
            const Found& found = child->second;
            if (m_chain->headers().find(found.hash) != nullptr) continue;
            if (!found.isSure && !children.contains(found.hash)) continue;
            if (found.isSure) m_clock.note(*found.header);
            if (m_chain->acceptHeader(*found.header)) known.push_back(found.hash);
        }
    }
}

Done Rebuilt::give(std::vector<primitives::BlockRef>& batch, Summary& summary) {
    const auto accepted = m_chain->acceptBlocks(batch);
    if (!accepted) return fail(storage::toStorageError(accepted.error()));
    summary.blocksRead += std::int64_t(batch.size());
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (accepted->each[i]) {
            ++summary.blocksAccepted;
            continue;
        }
        ++summary.blocksRejected;
        util::logWarning("repair", "block " + batch[i]->header.hash().toHex() +
                                       " is refused: " + consensus::toString(accepted->each[i].error()));
    }
    batch.clear();
    return {};
}

/// What is not in blocks: it is taken as far as it can be read.
Done Rebuilt::takeRest(Sources& sources) {
    for (const chain::StoredHeader& header : sources.headers()) {
        if (header.status == chain::BlockStatus::LeftByHand)
            static_cast<void>(m_chain->invalidate(header.hash));
    }
    if (const auto flushed = m_chain->flush(); !flushed)
        return fail(storage::toStorageError(flushed.error()));
    ChainSalvage* const old = sources.newest();
    if (old == nullptr) return {};
    for (const auto& [key, value] : old->values()) {
        if (key == QLatin1String(kCardValue)) continue;
        if (const auto put = m_database->state().put(key, value); !put) return put;
    }
    return m_database->waiting().update(old->waiting(), {});
}

/// History and coins; then everything is in the one file.
Done Rebuilt::finish(Summary& summary) {
    explorer::AddressIndex index(m_database->indexes(), *m_chain, m_database->blocks());
    while (true) {
        const auto level = index.catchUp(kRepairIndexBlocks);
        if (!level) return fail(storage::toStorageError(level.error()));
        if (*level) break;
    }
    const auto coins = chain::coinStatistics(m_database->coins());
    if (!coins) return fail(storage::toStorageError(coins.error()));
    summary.coins = *coins;
    summary.network = QString::fromStdString(m_params.name());
    summary.height = m_chain->tip().height();
    summary.best = m_chain->tip().hash();
    summary.chainWork = m_chain->tip().chainWork;
    for (const chain::HeaderEntry* entry = &m_chain->tip(); entry != nullptr; entry = entry->parent)
        summary.transactions += entry->facts.transactionCount;
    return m_database->moveLog();
}

std::vector<HeightRange> Rebuilt::missing(std::int32_t knownHeight) const {
    std::vector<std::int32_t> heights;
    for (const primitives::BlockHash& hash : m_chain->missingBodies(kMostMissing))
        heights.push_back(m_chain->headers().find(hash)->height());
    std::vector<HeightRange> out = rangesOf(std::move(heights));
    const std::int32_t best = std::max(m_chain->headers().bestHeader()->height(), m_chain->tip().height());
    if (best < knownHeight) out.push_back({best + 1, knownHeight});
    return out;
}

QString keptName(const DataPaths& paths, const QString& ending) {
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name;
    for (int number = 1; name.isEmpty() || QFile::exists(name); ++number) {
        name =
            QStringLiteral("%1/chain.damaged-%2%3%4.sqlite")
                .arg(paths.folder, time, number > 1 ? QStringLiteral("-%1").arg(number) : QString(), ending);
    }
    return name;
}

/// The file of now first, then what earlier repairs kept, newest first.
QStringList sourcesOf(const DataPaths& paths) {
    QStringList out;
    if (QFile::exists(paths.chain())) out << paths.chain();
    const QDir folder(paths.folder);
    for (const QString& name : folder.entryList({QStringLiteral("chain.damaged-*.sqlite")}, QDir::Files,
                                                QDir::Name | QDir::Reversed))
        out << folder.filePath(name);
    return out;
}

std::int32_t knownHeightOf(Sources& sources, const DataPaths& paths, const primitives::BlockHash& genesis) {
    std::int32_t height = farthestKnown(paths, genesis).height;
    if (ChainSalvage* const old = sources.newest()) height = std::max(height, old->bestHeight());
    return height;
}

} // namespace

Result<SalvageReport, StorageError> repairChain(const consensus::ChainParams& params, const DataPaths& paths,
                                                const util::Clock& clock, chain::ChainOptions options) {
    QElapsedTimer timer;
    timer.start();
    const QString fresh = paths.folder + QStringLiteral("/chain.repair.sqlite");
    // Left by a repair that was killed: perhaps whole already, and the old one moved away.
    QStringList leftovers;
    if (QFile::exists(fresh)) {
        leftovers << keptName(paths, QStringLiteral("-part"));
        if (const auto moved = moveDatabase(fresh, leftovers.back()); !moved) return fail(moved.error());
    }
    removeDatabase(fresh);
    SalvageReport report;
    Sources sources;
    if (const auto opened = sources.open(sourcesOf(paths)); !opened) return fail(opened.error());
    sources.readAll(params.genesisHash);
    Rebuilt rebuilt(params, clock, options);
    report.knownHeight = knownHeightOf(sources, paths, params.genesisHash);
    const auto made = rebuilt.open(fresh)
                          .and_then([&] { return rebuilt.takeBlocks(sources, report.summary); })
                          .and_then([&] { return rebuilt.takeRest(sources); })
                          .and_then([&] { return rebuilt.finish(report.summary); });
    if (!made) {
        removeDatabase(fresh);
        return fail(made.error());
    }
    report.missing = rebuilt.missing(report.knownHeight);
    report.apart = rebuilt.apart(sources);
    const chain::TipInfo tip = rebuilt.tip();
    rebuilt.close();
    if (sources.newest() != nullptr) report.wasDamaged = sources.newest()->isDamaged();
    sources.close();
    if (QFile::exists(paths.chain()) || QFile::exists(paths.chain() + QLatin1String("-wal"))) {
        report.keptAs = keptName(paths, {});
        if (const auto moved = moveDatabase(paths.chain(), report.keptAs); !moved) return fail(moved.error());
    }
    if (const auto moved = moveDatabase(fresh, paths.chain()); !moved) return fail(moved.error());
    if (const auto flushed = flushFolder(paths.folder); !flushed) return fail(flushed.error());
    if (!writeChainMark(paths, tip)) QFile::remove(paths.chainMark()); // it tells of what is lost
    for (const QString& leftover : leftovers)
        removeDatabase(leftover);
    report.summary.seconds = double(timer.elapsed()) / 1000.0;
    return report;
}

Result<SalvageReport, StorageError> exportReadable(const consensus::ChainParams& params,
                                                   const DataPaths& paths, const QString& path) {
    const auto failed = [&] {
        return fail(
            StorageError{storage::isDiskFull(path) ? StorageError::Kind::Full : StorageError::Kind::Io,
                         QStringLiteral("%1 cannot be written").arg(path)});
    };
    Sources sources;
    if (const auto opened = sources.open(sourcesOf(paths)); !opened) return fail(opened.error());
    sources.readAll({});
    SalvageReport report;
    report.knownHeight = knownHeightOf(sources, paths, params.genesisHash);
    if (sources.newest() != nullptr) report.wasDamaged = sources.newest()->isDamaged();
    std::unordered_set<primitives::BlockHash> written;
    auto writer = chain::BlockFileWriter::create(path.toStdString(), params.magic);
    if (!writer) return failed();
    for (const Sources::Item& item : sources.items()) {
        const primitives::BlockRef block = sources.read(item);
        if (!block) continue;
        if (!writer->add(*block)) return failed();
        written.insert(item.body.hash);
        ++report.summary.blocksRead;
    }
    if (!writer->finish()) return failed();
    std::vector<std::int32_t> missing;
    for (const chain::StoredHeader& header : sources.headers()) {
        if (!written.contains(header.hash) && header.facts.transactionCount > 0)
            missing.push_back(header.height);
    }
    report.missing = rangesOf(std::move(missing));
    return report;
}

} // namespace node
