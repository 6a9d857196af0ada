#pragma once

#include "support/MemoryNode.h"
#include "support/RegtestChain.h"

#include "chain/BlockFile.h"
#include "crypto/ExtendedKey.h"

namespace test {

/// A node that has run for long: many blocks, each of which paid another address of the wallet, payments that
/// wait, peers that are known. Its blocks are made in memory and read as from a file.   Thread: main.
class LargeNode {
public:
    struct Size {
        int blocks = 20'000;
        int waiting = 5'000;
        int peers = 64;
    };

    explicit LargeNode(Size size) : m_size(size) {}

    [[nodiscard]] node::Node& operator*() const { return *m_node; }
    [[nodiscard]] node::Node* operator->() const { return m_node.operator->(); }

    [[nodiscard]] bool start() {
        if (!m_node.start() || !knowAccount()) return false;
        const QString file = writeChain();
        if (file.isEmpty()) return false;
        const auto report = MemoryNode::answer(m_node->chain().importBlocks(file));
        if (report.blocksAccepted < m_size.blocks || !m_node.waitForWallet()) return false;
        return offerPayments() && knowPeers();
    }

    /// One more block, without payments, that pays the next address of the wallet.
    [[nodiscard]] bool grow() {
        mineOn({.coinbaseScript = nextScript(), .time = m_time += kSpacing});
        const auto outcome = MemoryNode::answer(m_node->chain().submitBlock(m_last));
        return outcome.kind == node::BlockSubmission::Kind::Accepted && m_node.waitForWallet();
    }

    /// An address that a block paid.
    [[nodiscard]] QString address() const {
        return QString::fromStdString(
            script::toAddress(m_firstScript, m_params.addresses).value_or(std::string()));
    }

private:
    static constexpr std::int64_t kSpacing = 20; // seconds
    static constexpr int kFans = 10;             // blocks whose rewards are split for the payments

    [[nodiscard]] bool knowAccount() {
        const auto xpub = MemoryNode::answer(m_node->wallet().ask(
            [](const wallet::Wallet& wallet, std::int32_t) { return wallet.accountXpub(); }));
        const auto account = crypto::ExtendedPublicKey::fromBase58(xpub.value_or(std::string()));
        if (!account) return false;
        const auto receive = account->child(0);
        if (receive) m_receive = *receive;
        return receive.has_value();
    }

    util::Bytes nextScript() {
        auto key = m_receive->child(m_nextAddress++);
        while (!key)
            key = m_receive->child(m_nextAddress++);
        util::Bytes script = script::witnessPubKeyHashScript(crypto::hash160(key->key.compressed()));
        if (m_firstScript.empty()) m_firstScript = script;
        return script;
    }

    void mineOn(const support::BlockPlan& plan) {
        m_last = m_chain.mineOn(m_last ? m_last->header.hash() : m_params.genesisHash, plan);
    }

    QString writeChain() {
        const QString path = m_node.folder() + QStringLiteral("/large.dat");
        auto writer = chain::BlockFileWriter::create(path.toStdString(), m_params.magic);
        if (!writer || !writer->add(*m_params.genesis)) return {};
        m_time = QDateTime::currentSecsSinceEpoch() - (m_size.blocks + 1'000) * kSpacing;
        std::vector<support::Spendable> rewards;
        for (int i = 1; i <= m_size.blocks; ++i) {
            support::BlockPlan plan{.time = m_time += kSpacing};
            if (i > kFans) plan.coinbaseScript = nextScript();
            if (i == kFans + 101) plan = fanOut(std::move(plan), rewards); // they are ripe
            mineOn(plan);
            if (i <= kFans) rewards.push_back(support::coinbaseOf(m_last));
            if (!writer->add(*m_last)) return {};
        }
        return writer->finish() ? path : QString();
    }

    support::BlockPlan fanOut(support::BlockPlan plan, const std::vector<support::Spendable>& rewards) {
        constexpr std::int64_t kFee = 500'000;
        for (const support::Spendable& reward : rewards) {
            const auto fan = support::spendAll(reward, kFee, (m_size.waiting + kFans - 1) / kFans);
            const primitives::Amount paid(fan->outputs().front().value.satoshi() *
                                          static_cast<std::int64_t>(fan->outputs().size()));
            plan.fees += reward.output.value - paid;
            for (std::uint32_t i = 0; i < fan->outputs().size(); ++i)
                m_coins.push_back(support::outputOf(*fan, i));
            plan.transactions.push_back(fan);
        }
        return plan;
    }

    [[nodiscard]] bool offerPayments() {
        for (int i = 0; i < m_size.waiting; ++i) {
            const std::int64_t fee = 1'000 + i % 400 * 10;
            (void)m_node->chain().submitTransaction(
                support::spendAll(m_coins[static_cast<std::size_t>(i)], fee));
        }
        return QTest::qWaitFor(
            [&] {
                return m_node->chain().mempool()->items.size() >= static_cast<std::size_t>(m_size.waiting);
            },
            MemoryNode::kTimeoutMs);
    }

    /// Nobody listens there: they stay known, and are tried again ever more rarely.
    [[nodiscard]] bool knowPeers() {
        for (int i = 0; i < m_size.peers; ++i)
            (void)m_node->peers().add(QStringLiteral("127.0.0.1:%1").arg(i + 1));
        return QTest::qWaitFor(
            [&] { return m_node->peers().list()->size() >= static_cast<std::size_t>(m_size.peers); },
            MemoryNode::kTimeoutMs);
    }

    Size m_size;
    consensus::ChainParams m_params = consensus::regtestParams();
    MemoryNode m_node;
    support::RegtestChain m_chain{m_params};
    primitives::BlockRef m_last;
    std::optional<crypto::ExtendedPublicKey> m_receive;
    std::uint32_t m_nextAddress = 0;
    util::Bytes m_firstScript;
    std::vector<support::Spendable> m_coins;
    std::int64_t m_time = 0;
};

} // namespace test
