#pragma once

#include "node/wallet/WaitingFacts.h"
#include "node/wallet/WalletLink.h"
#include "support/FakeClock.h"
#include "support/RegtestChain.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QTemporaryDir>

#include <array>
#include <deque>
#include <random>

namespace support {

/// Writes to a wallet's file that fail: the n-th from now, and some after it.
struct DiskFaults {
    int before = -1; ///< writes that still go well; below 0: all
    int count = 0;   ///< that fail then
    bool fails() {
        if (before < 0) return false;
        if (before > 0) {
            --before;
            return false;
        }
        if (--count < 0) {
            before = -1;
            return false;
        }
        return true;
    }
    void clear() { before = -1; }
};

class FaultyWalletStore final : public wallet::WalletStore {
public:
    FaultyWalletStore(wallet::WalletStore& store, DiskFaults& faults) : m_store(store), m_faults(faults) {}
    Result<wallet::WalletContents, wallet::WalletStoreError> load() override { return m_store.load(); }
    Result<void, wallet::WalletStoreError> commit(const wallet::WalletBatch& batch) override {
        if (m_faults.fails()) return fail(wallet::WalletStoreError{"locked"});
        return m_store.commit(batch);
    }

private:
    wallet::WalletStore& m_store;
    DiskFaults& m_faults;
};

/// A file of the folder has it as it is.
inline bool isReadable(const QString& folder, QByteArrayView text) {
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QFile::ReadOnly) && file.readAll().contains(text)) return true;
    }
    return false;
}

/// Everything from one output back to its script, less `fee`, with 90 000 bytes of data: a dozen of them are
/// more than the mempool of a MoneyNode holds.
inline primitives::TransactionRef largePayment(const Spendable& from, std::int64_t fee) {
    util::Bytes data(90'000, 7);
    const util::Bytes start{0x6a, 0x4e, 0x8b, 0x5f, 0x01, 0x00}; // OP_RETURN, and 89 995 bytes
    std::ranges::copy(start, data.begin());
    data.push_back(7);
    return spend({from}, {{from.output.value - primitives::Amount(fee), testScript()}, {{}, data}});
}

/// What others see of what waits.
inline chain::MempoolSnapshot waitingIn(const chain::Mempool& pool) {
    chain::MempoolSnapshot out;
    for (const chain::MempoolEntry* entry : pool.entries()) {
        const std::size_t place = out.items.size();
        out.byTxid.emplace(entry->transaction->txid(), place);
        for (std::uint32_t i = 0; i < entry->transaction->inputs().size(); ++i)
            out.spenders.emplace(entry->transaction->inputs()[i].previous, std::pair(place, i));
        out.items.push_back({entry->transaction, entry->fee, entry->time, {}});
    }
    return out;
}

/// The plan of a payment that speeds up another, or calls it back.
inline auto speedUpPlan(const wallet::SpeedUpRequest& request,
                        const std::shared_ptr<wallet::SpeedUpWay>& way = {}) {
    return [request, way](const node::WalletService& service) -> node::WalletService::Plan {
        const auto plan = service.planSpeedUp(request);
        if (!plan) return fail(node::PayFailure{wallet::PaymentError::CoinsChanged});
        if (way) *way = plan->way;
        return plan->draft;
    };
}

/// A node's money on the test's own thread: chain and mempool over one file, and two places for a wallet,
/// linked as Node links them. What is posted to the node thread and what is posted to the wallet's waits in
/// two queues until it is let run: every order that two threads could come to can be had. It can be killed
/// and started again from what is on disk. Needs: a QCoreApplication.
class MoneyNode {
public:
    static constexpr std::size_t kPlaces = 2;

    explicit MoneyNode(std::uint32_t seed) : random(seed), maker(params) {
        require(folder.isValid() && node::makeFolders(paths).has_value());
        start();
    }
    ~MoneyNode() { stop(); }
    MoneyNode(const MoneyNode&) = delete;
    MoneyNode& operator=(const MoneyNode&) = delete;

    [[nodiscard]] std::uint32_t below(std::uint32_t bound) { return std::uint32_t(random() % bound); }
    [[nodiscard]] node::Engine& engine() { return *m_engine; }
    [[nodiscard]] node::WalletService& service(std::size_t place) { return *m_services.at(place); }
    [[nodiscard]] wallet::Wallet* wallet(std::size_t place) { return service(place).wallet(); }
    [[nodiscard]] const chain::Mempool& pool() { return m_engine->view().mempool(); }
    [[nodiscard]] const chain::HeaderEntry& tip() { return m_engine->view().chain().tip(); }

    /// Everything that is not on disk is gone.
    void kill() {
        m_tasks.clear();
        for (auto& service : m_services)
            service.reset();
        m_engine.reset();
        QCoreApplication::removePostedEvents(&m_walletThread);
    }
    /// In the order of Node::stop.
    void stop() {
        for (auto& service : m_services)
            service.reset();
        run();
        if (m_engine) m_engine->close();
        m_engine.reset();
        m_tasks.clear();
        QCoreApplication::sendPostedEvents();
    }
    void start() {
        m_engine = std::make_unique<node::Engine>(
            node::Engine::Config{params, paths.chain(), settings(), clock}, feed);
        require(m_engine->open().has_value());
        for (std::size_t place = 0; place < kPlaces; ++place)
            makeService(place);
    }
    [[nodiscard]] node::WalletLink link(std::size_t place) {
        return {[this](std::function<void(node::Engine&)> task) { m_tasks.push_back(std::move(task)); },
                [this, place](std::function<void(node::WalletService&)> task) {
                    post([this, place, task = std::move(task)] {
                        if (m_services.at(place)) task(*m_services.at(place));
                    });
                },
                [this](std::function<void()> task) { post(std::move(task)); }};
    }

    /// Lets the node thread do one thing, if there is one.
    bool runNode() {
        if (m_tasks.empty()) return false;
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        task(*m_engine);
        return true;
    }
    static void runWallets() { QCoreApplication::sendPostedEvents(); }
    /// Until nothing is left to do: what is posted meanwhile is delivered in the next round.
    void run() {
        for (int quiet = 0; quiet < 3;) {
            const std::uint64_t before = moved();
            runWallets();
            const bool isBusy = m_engine && runNode();
            quiet = isBusy || moved() != before ? 0 : quiet + 1;
        }
    }
    /// Some of it, in a random order.
    void runSome() {
        for (std::uint32_t i = below(6); i > 0; --i) {
            if (below(2) == 0) {
                (void)runNode();
            } else {
                runWallets();
            }
        }
    }

    [[nodiscard]] static QString root() { // in memory where the system has that
        const QString shared = QStringLiteral("/dev/shm");
        return (QFileInfo(shared).isWritable() ? shared : QDir::tempPath()) +
               QStringLiteral("/cairn-money-XXXXXX");
    }

    std::mt19937 random;
    QTemporaryDir folder{root()};
    node::DataPaths paths{folder.path() + QStringLiteral("/net")};
    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    consensus::ChainParams params = easyCard();
    RegtestChain maker;
    node::ChainFeed feed;
    std::array<DiskFaults, kPlaces> faults;

private:
    /// Changes with whatever a wallet learns.
    [[nodiscard]] std::uint64_t moved() const {
        std::uint64_t out = 0;
        for (const auto& service : m_services) {
            const wallet::Wallet* wallet = service ? service->wallet() : nullptr;
            if (wallet != nullptr)
                out += wallet->historyRevision() + wallet->growth() + std::uint64_t(wallet->tip().height + 2);
        }
        return out;
    }
    [[nodiscard]] static node::Settings settings() {
        node::Settings out;
        (void)out.set(QStringLiteral("mempool_megabytes"), QStringLiteral("1"),
                      node::SettingSource::CommandLine);
        (void)out.set(QStringLiteral("data_carrier_bytes"), QStringLiteral("100000"),
                      node::SettingSource::CommandLine);
        return out;
    }
    void post(std::function<void()> task) {
        QMetaObject::invokeMethod(&m_walletThread, std::move(task), Qt::QueuedConnection);
    }
    void makeService(std::size_t place) {
        node::WalletService::Config config{params, paths, paths.chain(), crypto::ScryptCost{2, 1, 1}, clock};
        config.lookAhead = 20;
        config.wrapStore = [this, place](wallet::WalletStore& store) {
            return std::make_unique<FaultyWalletStore>(store, faults.at(place));
        };
        m_services.at(place) = std::make_unique<node::WalletService>(std::move(config));
        node::connectWallet(*m_services.at(place), feed, link(place));
    }

    QObject m_walletThread; ///< what is posted to it
    std::unique_ptr<node::Engine> m_engine;
    std::array<std::unique_ptr<node::WalletService>, kPlaces> m_services;
    std::deque<std::function<void(node::Engine&)>> m_tasks; ///< posted to the node thread
};

} // namespace support
