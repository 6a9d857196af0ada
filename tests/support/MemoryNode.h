#pragma once

#include "consensus/ChainParams.h"
#include "node/Node.h"

#include <QTemporaryDir>
#include <QTest>

namespace test {

/// A whole node on regtest whose chain lies in memory and whose wallet lies in a folder that goes with it.
/// Every call waits with the event loop running, as the window does. Needs a QCoreApplication or
/// QApplication. Thread: main.
class MemoryNode {
public:
    static constexpr int kTimeoutMs = 60'000;

    /// `apiBind`: where a rest::ApiService made for it listens.
    /// `params`: another network than regtest.
    explicit MemoryNode(bool withWallet = true, const QString& apiBind = QStringLiteral("off"),
                        const consensus::ChainParams& params = consensus::regtestParams())
        : m_node(std::make_unique<node::Node>(makeConfig(withWallet, apiBind, params))) {}
    ~MemoryNode() { stop(); }
    MemoryNode(const MemoryNode&) = delete;
    MemoryNode& operator=(const MemoryNode&) = delete;

    [[nodiscard]] node::Node& operator*() const { return *m_node; }
    [[nodiscard]] node::Node* operator->() const { return m_node.get(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// True once it runs, with its wallet level with the chain.
    [[nodiscard]] bool start() {
        m_running = answer(m_node->start()).has_value();
        return m_running && waitForWallet();
    }
    /// Mines `count` blocks, rewards to `script` or to the wallet, and waits until the wallet has seen them.
    [[nodiscard]] bool mine(int count, const std::optional<util::Bytes>& script = {}) {
        for (int i = 0; i < count; ++i) {
            const node::MinedBlock block = answer(m_node->mining().mineOne(script, kTimeoutMs).result);
            if (!block.found) return false;
        }
        return waitForWallet();
    }
    /// The wallet, where there is one, has seen every block.
    [[nodiscard]] bool waitForWallet() {
        return QTest::qWaitFor(
            [this] {
                const auto wallet = m_node->wallet().status();
                return !m_hasWallet ||
                       (wallet->isOpen && wallet->syncedHeight == m_node->chain().status()->tip.height);
            },
            kTimeoutMs);
    }
    /// What a future gives, waited for.
    template <class T>
    [[nodiscard]] static T answer(const QFuture<T>& future) {
        (void)QTest::qWaitFor([&future] { return future.isFinished(); }, kTimeoutMs);
        return future.result();
    }
    void stop() {
        if (!m_running) return;
        m_running = false;
        const QFuture<void> stopped = m_node->stop();
        (void)QTest::qWaitFor([&stopped] { return stopped.isFinished(); }, kTimeoutMs);
    }

private:
    node::NodeConfig makeConfig(bool withWallet, const QString& apiBind,
                                const consensus::ChainParams& params) {
        node::NodeConfig config;
        config.params = params;
        config.paths.folder = m_folder.path() + QStringLiteral("/regtest");
        (void)node::makeFolders(config.paths);
        config.inMemory = true;
        config.powerFolder = m_folder.path() + QStringLiteral("/power"); // not what this computer runs on
        config.openWallet = withWallet;
        config.walletKdf = crypto::ScryptCost{2, 1, 1};
        (void)config.settings.set(QStringLiteral("mining_threads"), QStringLiteral("1"),
                                  node::SettingSource::CommandLine);
        (void)config.settings.set(QStringLiteral("api_bind"), apiBind, node::SettingSource::CommandLine);
        m_hasWallet = withWallet;
        return config;
    }

    QTemporaryDir m_folder;
    bool m_hasWallet = true;
    bool m_running = false;
    std::unique_ptr<node::Node> m_node;
};

} // namespace test
