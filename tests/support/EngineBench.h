#pragma once

#include "node/chain/Engine.h"
#include "support/FakeClock.h"
#include "support/RegtestChain.h"

#include <QTemporaryDir>

namespace support {

/// The parts of the node thread on the test's own thread, over a chain of `height` empty blocks in a file of
/// its own. Every signal of the feed is noted, in order. Needs: a QCoreApplication.
class EngineBench {
public:
    explicit EngineBench(int height = 30, node::Settings settings = {})
        : maker(params),
          engine({params, folder.filePath(QStringLiteral("chain.sqlite")), std::move(settings), clock},
                 feed) {
        require(engine.open().has_value());
        blocks = maker.mineMany(params.genesisHash, height);
        for (const auto& block : blocks)
            require(engine.blocks().submit(block).kind == node::BlockSubmission::Kind::Accepted);
        note(&node::ChainFeed::chainChanged, "blocks");
        note(&node::ChainFeed::tipChanged, "tip");
        note(&node::ChainFeed::statusChanged, "status");
        note(&node::ChainFeed::transactionAdded, "added");
        note(&node::ChainFeed::transactionRemoved, "removed");
        note(&node::ChainFeed::mempoolChanged, "mempool");
        note(&node::ChainFeed::diskFailed, "failed");
    }
    ~EngineBench() { engine.close(); }
    EngineBench(const EngineBench&) = delete;
    EngineBench& operator=(const EngineBench&) = delete;

    [[nodiscard]] std::int32_t height() const { return engine.view().chain().tip().height(); }
    [[nodiscard]] bool waits(const primitives::TransactionRef& transaction) const {
        return engine.view().mempool().find(transaction->txid()) != nullptr;
    }
    /// A payment of the coinbase of block `height`.
    [[nodiscard]] primitives::TransactionRef payment(int height, std::int64_t fee = 10'000) const {
        return spendAll(coinbaseOf(blocks[std::size_t(height) - 1]), fee);
    }
    QStringList takeNews() { return std::exchange(news, {}); }

    QTemporaryDir folder;
    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    consensus::ChainParams params = easyCard();
    RegtestChain maker;
    node::ChainFeed feed;
    node::Engine engine;
    std::vector<primitives::BlockRef> blocks;
    QStringList news;

private:
    template <class Signal>
    void note(Signal signal, const char* word) {
        QObject::connect(&feed, signal, &feed, [this, word] { news << QLatin1String(word); });
    }
};

} // namespace support
