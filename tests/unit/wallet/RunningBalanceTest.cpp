#include "wallet/RunningBalance.h"
#include "support/TestProgram.h"
#include "support/WalletFixture.h"
#include "wallet/text/HistoryLines.h"

#include <random>

using primitives::Amount;
using support::must;
using support::WalletFixture;

/// The balance after each line, level with a wallet that moves; the history and the labels as texts.
class RunningBalanceTest : public QObject {
    Q_OBJECT
private slots:
    void staysLevel();
    void writesTheHistory();
    void handsLabelsOn();
};

namespace {

/// As if it were added up anew.
void checkBalances(wallet::RunningBalance& running, const WalletFixture& f) {
    running.follow(*f.wallet);
    auto lines = f.wallet->history(0, f.wallet->historySize());
    std::ranges::reverse(lines);
    Amount sum;
    for (const auto& line : lines) {
        sum += line.effect;
        QCOMPARE(running.after(line.sequence), sum);
    }
    QCOMPARE(sum, f.balance().total());
}

wallet::PaymentRequest requestOf(std::int64_t satoshi) {
    wallet::PaymentRequest out;
    out.recipients = {{support::foreignScript(), Amount(satoshi)}};
    out.feePerKvB = 2'000;
    return out;
}

} // namespace

void RunningBalanceTest::staysLevel() {
    WalletFixture f;
    wallet::RunningBalance running;
    std::mt19937 random(7);
    checkBalances(running, f);
    for (int step = 0; step < 200; ++step) {
        switch (random() % 8) {
        case 0:
            f.fund(100'000 + std::int64_t(random() % 100'000), std::uint32_t(random() % 3));
            break;
        case 1: {
            const auto draft = f.wallet->draft(requestOf(20'000), f.chain.height());
            if (draft) must(f.wallet->commit(*draft));
            break;
        }
        case 2:
            f.mine(f.wallet->waitingTransactions());
            break;
        case 3:
            if (f.chain.height() > 3) f.cutTo(f.chain.height() - 1);
            f.mine({}, f.script(1));
            break;
        case 4: {
            const auto waiting = f.wallet->waitingTransactions();
            if (!waiting.empty()) must(f.wallet->withdraw(waiting.back()->txid())); // a line goes
            break;
        }
        case 5: { // from a stranger, and on it goes
            const auto income = support::payment({support::foreignCoin(std::uint32_t(step))},
                                                 {support::output(50'000, f.script(0))});
            must(f.wallet->applyWaiting(income));
            must(f.wallet->applyWaiting(
                support::payment({support::outpointOf(income)}, {support::output(40'000, f.script(1))})));
            break;
        }
        case 6: { // out of the mempool, or in again
            const auto waiting = f.wallet->waitingTransactions();
            if (waiting.empty()) break;
            const auto& one = waiting[random() % waiting.size()];
            if (random() % 3 == 0) {
                must(f.wallet->applyWaiting(one));
            } else {
                f.wallet->setAbsent(one->txid(), wallet::Absence::Evicted);
            }
            break;
        }
        default: {
            const auto waiting = f.wallet->waitingTransactions();
            if (!waiting.empty()) must(f.wallet->abandon(waiting.front()->txid()));
        }
        }
        if (random() % 2 == 0) checkBalances(running, f);
    }
    checkBalances(running, f);
}

void RunningBalanceTest::writesTheHistory() {
    WalletFixture f;
    f.fund(1'000'000);
    f.mine({}, f.script(2));
    const auto draft = f.wallet->draft(requestOf(100'000), f.chain.height()).value();
    const auto paid = f.wallet->commit(draft, "lunch").value();
    const auto lines = wallet::historyLinesOf(*f.wallet, f.options.addresses);
    QCOMPARE(lines.size(), std::size_t(3));
    QCOMPARE(lines[0].kind, std::string("sent"));
    QCOMPARE(lines[0].state, std::string("waiting"));
    QCOMPARE(lines[0].note, std::string("lunch"));
    QCOMPARE(lines[0].change, -(Amount(100'000) + draft.fee));
    QCOMPARE(lines[0].address, *script::toAddress(support::foreignScript(), f.options.addresses));
    QCOMPARE(lines[0].balance, f.balance().total());
    QCOMPARE(lines[1].kind, std::string("mined"));
    QCOMPARE(lines[2].kind, std::string("received"));
    QCOMPARE(lines[2].balance, Amount(1'000'000));
    must(f.wallet->abandon(paid->txid()));
    QCOMPARE(wallet::historyLinesOf(*f.wallet, f.options.addresses)[0].state, std::string("abandoned"));
    wallet::PaymentRequest home = requestOf(50'000);
    home.recipients[0].scriptPubKey = f.script(4);
    must(f.wallet->commit(f.wallet->draft(home, f.chain.height()).value()));
    QCOMPARE(wallet::historyLinesOf(*f.wallet, f.options.addresses)[0].kind, std::string("internal"));
}

/// To another copy of the wallet, in one write.
void RunningBalanceTest::handsLabelsOn() {
    WalletFixture from, to;
    const auto address = from.wallet->newReceiveAddress("Bo").value();
    must(to.wallet->newReceiveAddress({}));
    from.fund(70'000, address.path.index);
    to.fund(70'000, address.path.index);
    const auto txid = from.wallet->history(0, 1)[0].transaction->txid();
    QCOMPARE(to.wallet->history(0, 1)[0].transaction->txid(), txid);
    must(from.wallet->setNote(txid, "rent"));
    const auto read = wallet::parseLabels(wallet::labelsText(wallet::labelsOf(*from.wallet)));
    QCOMPARE(read.rows.size(), std::size_t(2));
    const int commits = to.store.commits();
    QCOMPARE(to.wallet->takeLabels(read.rows).value(), std::size_t(2));
    QCOMPARE(to.store.commits(), commits + 1);
    QCOMPARE(to.wallet->transaction(txid)->note, std::string("rent"));
    QCOMPARE(to.wallet->addressOf(address.scriptPubKey)->label, std::string("Bo"));
    // Of others nothing; and nothing where the disk fails.
    const std::vector<wallet::LabelRow> foreign{
        {wallet::LabelKind::Address, "nobody", "x", {}, {}},
        {wallet::LabelKind::Transaction, "zz", "x", {}, {}},
        {wallet::LabelKind::Output, txid.toHex() + ":0", "x", {}, {}}};
    QCOMPARE(to.wallet->takeLabels(foreign).value(), std::size_t(0));
    to.store.failNext();
    const std::vector<wallet::LabelRow> more{{wallet::LabelKind::Transaction, txid.toHex(), "other", {}, {}}};
    QVERIFY(!to.wallet->takeLabels(more));
    QCOMPARE(to.wallet->transaction(txid)->note, std::string("rent"));
}

CAIRN_TEST(RunningBalanceTest)
#include "RunningBalanceTest.moc"
