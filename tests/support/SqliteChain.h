#pragma once

#include "chain/BlockFile.h"
#include "chain/ChainState.h"
#include "storage/ChainDatabase.h"
#include "support/FakeClock.h"
#include "support/TestData.h"
#include "util/Require.h"

#include <QFile>

#include <nlohmann/json.hpp>

namespace support {

/// A whole chain with real rules over SQLite, loaded. `path` empty: a file of its own that is thrown away.
class SqliteChain {
public:
    explicit SqliteChain(consensus::ChainParams network, const QString& path = {},
                         chain::ChainOptions chosen = {})
        : params(std::move(network)), options(chosen) {
        auto opened = storage::ChainDatabase::open(path);
        require(opened.has_value());
        database = std::move(*opened);
        reopen();
    }
    /// A new ChainState over what the file has.
    void reopen() {
        m_state = std::make_unique<chain::ChainState>(params, database->blocks(), database->coins(), clock,
                                                      pool, options);
        require(m_state->load().has_value());
    }
    chain::ChainState& state() { return *m_state; }
    chain::ChainState* operator->() { return m_state.get(); }

    consensus::ChainParams params;
    chain::ChainOptions options;
    FakeClock clock;
    util::WorkerPool pool{0};
    std::unique_ptr<storage::ChainDatabase> database;

private:
    std::unique_ptr<chain::ChainState> m_state;
};

/// A chain that Bitcoin Core made, and what Core says of it. No blocks: the folder (CAIRN_CHAINS) is missing,
/// NEEDS_DATA then.
struct ReferenceChain {
    std::vector<primitives::BlockRef> blocks; ///< in order of arrival, stale branches too
    nlohmann::json expected;
};

inline ReferenceChain readReferenceChain(const QString& name) {
    const QString folder =
        qEnvironmentVariable("CAIRN_CHAINS", QStringLiteral("../shared/chains")) + QLatin1Char('/') + name;
    ReferenceChain out;
    QFile file(folder + QStringLiteral("/expected.json"));
    if (!file.open(QIODevice::ReadOnly)) return out;
    const QByteArray text = file.readAll();
    out.expected = nlohmann::json::parse(text.begin(), text.end());
    const auto read = chain::readBlockFile((folder + QStringLiteral("/blocks.dat")).toStdString(),
                                           consensus::regtestParams().magic,
                                           [&](primitives::BlockRef block, std::int64_t, std::int64_t) {
                                               out.blocks.push_back(std::move(block));
                                               return true;
                                           });
    require(read.has_value() && !read->truncatedTail);
    return out;
}

/// Satoshi of a decimal text of `expected.json`, which may have an exponent.
inline std::int64_t satoshiOf(const nlohmann::json& text) {
    return std::llround(std::stod(text.get<std::string>()) * 1e8);
}

} // namespace support
