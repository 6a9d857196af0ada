// A shop's wallet: 100 000 payments received, 200 000 coins. What its owner waits for.
#include "Benchmark.h"

#include "storage/WalletDatabase.h"
#include "support/WalletBlocks.h"
#include "util/Clock.h"
#include "wallet/RunningBalance.h"
#include "wallet/Wallet.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace {

constexpr std::uint32_t kPayments = 100'000, kPaymentsABlock = 1'000, kPaymentsAnAddress = 20;
constexpr std::size_t kPageLines = 50;

wallet::WalletOptions bigOptions() {
    wallet::WalletOptions options;
    options.addresses.bech32Prefix = "cairn";
    options.genesis = primitives::BlockHash(util::ByteArray<32>{7});
    options.kdf = {2, 1, 1};
    return options;
}

struct OpenWallet {
    explicit OpenWallet(const QString& path) : database(std::move(*storage::WalletDatabase::open(path))) {}
    const util::SystemClock clock;
    std::unique_ptr<storage::WalletDatabase> database;
    std::unique_ptr<wallet::Wallet> wallet;
};

/// Each payment has two outputs for the wallet; every twenty payments have another address.
std::vector<primitives::TransactionRef> paymentsTo(const wallet::Wallet& wallet, std::uint32_t from,
                                                   std::uint32_t count) {
    std::vector<primitives::TransactionRef> out;
    util::Bytes script;
    for (std::uint32_t i = from; i < from + count; ++i) {
        if (i == from || i % kPaymentsAnAddress == 0)
            script = wallet.keychain().descriptor(0).scriptsAt(i / kPaymentsAnAddress).value().front();
        out.push_back(support::payment({support::foreignCoin(i)}, {support::output(20'000 + i, script),
                                                                   support::output(9'000, script)}));
    }
    return out;
}

bool makeWallet(const QString& path, support::WalletChain& chain) {
    OpenWallet file(path);
    wallet::NewWallet start;
    start.words =
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
    auto made = wallet::Wallet::create(file.database->store(), file.clock, bigOptions(), start);
    if (!made) return false;
    for (std::uint32_t i = 0; i < kPayments; i += kPaymentsABlock) {
        const auto& block = chain.mine(paymentsTo(**made, i, kPaymentsABlock));
        if (!(*made)->applyBlock(block, block.header.hash(), chain.height(), false)) return false;
    }
    return (*made)->flush().has_value();
}

void addReading(bench::Report& report, const wallet::Wallet& wallet, std::int32_t best) {
    const auto add = [&](const char* name, const std::function<void()>& work) {
        report.add(name, bench::quickestOf(0.3, work) * 1e3, "ms");
    };
    add("first page", [&] { (void)wallet.history(0, kPageLines); });
    add("page in the middle", [&] { (void)wallet.history(kPayments / 2, kPageLines); });
    add("search by id", [&] { (void)wallet.historyById("abcd", kPageLines); });
    add("balance", [&] { (void)wallet.balance(best); });
    add("list of coins", [&] { (void)wallet.coins(); });
    add("running balance, all of it", [&] {
        wallet::RunningBalance running;
        running.follow(wallet);
        (void)running.after(std::numeric_limits<std::int64_t>::max());
    });
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), primitives::Amount(1'234'567)}};
    bool isFunded = true;
    add("draft of a payment", [&] { isFunded = wallet.draft(request, best).has_value() && isFunded; });
    report.check(isFunded, "a payment could not be drafted");
}

void ownABigWallet(bench::Report& report) {
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    const QTemporaryDir folder;
    const QString path = folder.path() + QStringLiteral("/big.sqlite");
    support::WalletChain chain;
    double seconds = bench::secondsOf([&] { report.check(makeWallet(path, chain), "no wallet was made"); });
    report.add("make it", seconds, "s", std::to_string(kPayments) + " payments");
    OpenWallet file(path);
    seconds = bench::secondsOf([&] {
        if (auto opened = wallet::Wallet::open(file.database->store(), file.clock, bigOptions()))
            file.wallet = std::move(*opened);
    });
    report.check(file.wallet != nullptr, "it does not open");
    if (!file.wallet) return;
    report.add("open", seconds, "s", "200 000 coins");
    report.check(file.wallet->historySize() == kPayments, "payments are missing");
    addReading(report, *file.wallet, chain.height());
    const auto& block = chain.mine(paymentsTo(*file.wallet, kPayments, 10));
    seconds = bench::secondsOf([&] {
        report.check(file.wallet->applyBlock(block, block.header.hash(), chain.height()).has_value(),
                     "a block was not taken");
    });
    report.add("a block with ten payments", seconds * 1e3, "ms", "on the disk");
}

const bench::Registration kBigWallet{"big-wallet", ownABigWallet};

} // namespace
