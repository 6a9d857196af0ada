#include "support/TestProgram.h"
#include "support/WalletFixture.h"

#include "wallet/Drill.h"
#include "wallet/Properties.h"

using primitives::Amount;
using support::must;
using support::WalletFixture;
using wallet::Invoice;
using wallet::InvoiceFacts;
using wallet::Invoices;
using wallet::InvoiceState;
using wallet::WalletError;

/// Payments that somebody was asked for, by themselves and in a wallet.
class InvoicesTest : public QObject {
    Q_OBJECT
private slots:
    void readsWhatItWrites();
    void passesOverWhatMakesNoSense();
    void saysWhatBecameOfIt_data();
    void saysWhatBecameOfIt();
    void isInTheWalletAfterARestart();
    void givesEveryoneAnotherAddress();
    void changesNothingOnAFullDisk();
    void followsTheChain();
    void doesNotCountWhatMayNeverCome();
    void isMissedByTheDrill();
};

namespace {

constexpr std::int64_t kAsked = 50'000;

Invoice wish(std::int64_t satoshi = kAsked) {
    Invoice out;
    if (satoshi != 0) out.amount = Amount(satoshi);
    return out;
}

InvoiceFacts factsOf(const WalletFixture& bench, const Invoice& invoice) {
    return bench.wallet->factsOf(*bench.wallet->invoices().find(invoice.address));
}

InvoiceState stateOf(const WalletFixture& bench, const Invoice& invoice) {
    return factsOf(bench, invoice).stateAt(bench.clock.now());
}

primitives::TransactionRef paymentTo(const WalletFixture& bench, const Invoice& invoice, std::int64_t satoshi,
                                     std::uint32_t coin) {
    const auto script = script::scriptFromAddress(invoice.address, bench.options.addresses).value();
    return support::payment({support::foreignCoin(coin)}, {support::output(satoshi, script)});
}

} // namespace

void InvoicesTest::readsWhatItWrites() {
    const Invoice later{"b1", {}, "Bread, and\ttabs: \u00e4", 200, 0};
    const Invoice first{"a1", Amount(1), {}, 100, 160};
    const std::vector<wallet::WalletProperty> rows{Invoices::rowOf(later), Invoices::rowOf(first),
                                                   Invoices::removedRowOf("c1"),
                                                   wallet::textProperty("people", "x\ty\n")};
    Invoices read = Invoices::read(wallet::Properties(rows));
    QCOMPARE(read.all(), (std::vector<Invoice>{first, later}));
    QVERIFY(read.isGiven("a1") && read.isGiven("b1") && read.isGiven("c1") && !read.isGiven("d1"));
    QVERIFY(read.remove("a1") && !read.remove("a1") && !read.remove("c1"));
    QVERIFY(read.find("a1") == nullptr && read.isGiven("a1"));
    QCOMPARE(*read.find("b1"), later);
}

void InvoicesTest::passesOverWhatMakesNoSense() {
    const std::string tooLong = "1\t0\t\t" + std::string(1'000, 'x');
    std::vector<wallet::WalletProperty> rows;
    for (const char* const text :
         {"1", "1\t0", "1\t0\t5", "\t0\t5\tx", "-1\t0\t5\tx", "1\tx\t5\tx", "1\t0\t0\tx",
          "1\t0\t99999999999999999\tx", "1\t0\t99999999999999999999\tx", "1 \t0\t5\tx", tooLong.c_str()})
        rows.push_back(wallet::textProperty("invoice:a" + std::to_string(rows.size()), text));
    const Invoices read = Invoices::read(wallet::Properties(rows));
    QVERIFY(read.all().empty());
    QVERIFY(read.isGiven("a3")); // whatever is wrong with it: its address went to somebody
}

void InvoicesTest::saysWhatBecameOfIt_data() {
    QTest::addColumn<qint64>("asked");
    QTest::addColumn<qint64>("expires");
    QTest::addColumn<qint64>("confirmed");
    QTest::addColumn<qint64>("waiting");
    QTest::addColumn<int>("state");
    QTest::addColumn<qint64>("missing");
    QTest::addColumn<qint64>("tooMuch");
    const auto add = [](const char* name, std::array<qint64, 4> in, InvoiceState state, qint64 missing,
                        qint64 tooMuch) {
        QTest::newRow(name) << in[0] << in[1] << in[2] << in[3] << static_cast<int>(state) << missing
                            << tooMuch;
    };
    add("open", {50, 0, 0, 0}, InvoiceState::Open, 50, 0);
    add("open a second more", {50, 1'001, 0, 0}, InvoiceState::Open, 50, 0);
    add("expired", {50, 1'000, 0, 0}, InvoiceState::Expired, 50, 0);
    add("on its way", {50, 0, 0, 50}, InvoiceState::Seen, 0, 0);
    add("on its way, late", {50, 900, 0, 50}, InvoiceState::Seen, 0, 0);
    add("a part", {50, 900, 20, 10}, InvoiceState::Partly, 20, 0);
    add("the rest is on its way", {50, 0, 20, 30}, InvoiceState::Seen, 0, 0);
    add("paid", {50, 900, 50, 0}, InvoiceState::Paid, 0, 0);
    add("paid, more on its way", {50, 0, 50, 7}, InvoiceState::Paid, 0, 7);
    add("too much", {50, 0, 80, 0}, InvoiceState::Paid, 0, 30);
    add("any amount", {0, 0, 1, 0}, InvoiceState::Paid, 0, 0);
    add("any amount, on its way", {0, 0, 0, 1}, InvoiceState::Seen, 0, 0);
    add("any amount, none yet", {0, 0, 0, 0}, InvoiceState::Open, 0, 0);
}

void InvoicesTest::saysWhatBecameOfIt() {
    QFETCH(qint64, asked);
    QFETCH(qint64, expires);
    QFETCH(qint64, confirmed);
    QFETCH(qint64, waiting);
    InvoiceFacts facts{wish(asked), {}, Amount(confirmed), Amount(waiting)};
    facts.invoice.expires = expires;
    QTEST(static_cast<int>(facts.stateAt(1'000)), "state");
    QTEST(static_cast<qint64>(facts.missing().satoshi()), "missing");
    QTEST(static_cast<qint64>(facts.tooMuch().satoshi()), "tooMuch");
}

void InvoicesTest::isInTheWalletAfterARestart() {
    WalletFixture bench("secret words");
    bench.wallet->lock(); // whoever only asks needs no keys
    const auto before = bench.wallet->addressRevision();
    Invoice asked = wish();
    asked.message = "  two\nlines ";
    asked.expires = bench.clock.now() + 3'600;
    const Invoice made = bench.wallet->addInvoice(asked, "Bo").value();
    QVERIFY(bench.wallet->addressRevision() > before);
    QCOMPARE(made.message, std::string("two lines"));
    QCOMPARE(made.created, bench.clock.now());
    bench.reopen();
    QCOMPARE(bench.wallet->invoices().all(), std::vector<Invoice>{made});
    QCOMPARE(factsOf(bench, made).label, std::string("Bo"));
    must(bench.wallet->setAddressLabel(made.address, "Bo and Mia"));
    QCOMPARE(factsOf(bench, made).label, std::string("Bo and Mia"));
    must(bench.wallet->removeInvoice(made.address));
    QVERIFY(bench.wallet->removeInvoice(made.address).error().error == WalletError::NotFound);
    bench.reopen();
    QVERIFY(bench.wallet->invoices().all().empty());
}

void InvoicesTest::givesEveryoneAnotherAddress() {
    WalletFixture bench;
    const Invoice first = bench.wallet->addInvoice(wish(), {}).value(); // without a label, as a free one
    const Invoice second = bench.wallet->addInvoice(wish(), {}).value();
    QVERIFY(first.address != second.address);
    const std::string current = bench.wallet->currentReceiveAddress().value().address;
    QVERIFY(current != first.address && current != second.address);
    // What was given to somebody stays theirs, also when they are asked no more.
    must(bench.wallet->removeInvoice(first.address));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(bench.wallet->currentReceiveAddress().value().address, current);
        bench.reopen();
    }
    const Invoice named = bench.wallet->addInvoice(wish(), std::string(wallet::kRewardLabel)).value();
    QVERIFY(bench.wallet->rewardAddress().value().address != named.address);
}

void InvoicesTest::changesNothingOnAFullDisk() {
    WalletFixture bench;
    bench.store.failNext();
    QVERIFY(bench.wallet->addInvoice(wish(), "Bo").error().error == WalletError::Store);
    QVERIFY(bench.wallet->invoices().all().empty());
    const Invoice made = bench.wallet->addInvoice(wish(), "Bo").value();
    bench.store.failNext();
    QVERIFY(bench.wallet->removeInvoice(made.address).error().error == WalletError::Store);
    QCOMPARE(bench.wallet->invoices().all(), std::vector<Invoice>{made});
}

void InvoicesTest::followsTheChain() {
    WalletFixture bench;
    const Invoice invoice = bench.wallet->addInvoice(wish(), "Bo").value();
    QVERIFY(stateOf(bench, invoice) == InvoiceState::Open);
    const auto part = paymentTo(bench, invoice, 20'000, 1);
    must(bench.wallet->applyWaiting(part));
    QVERIFY(stateOf(bench, invoice) == InvoiceState::Partly);
    QCOMPARE(factsOf(bench, invoice).missing().satoshi(), std::int64_t(30'000));
    const auto rest = paymentTo(bench, invoice, 31'000, 2);
    must(bench.wallet->applyWaiting(rest));
    QVERIFY(stateOf(bench, invoice) == InvoiceState::Seen);
    bench.mine({part, rest});
    QVERIFY(stateOf(bench, invoice) == InvoiceState::Paid);
    QCOMPARE(factsOf(bench, invoice).tooMuch().satoshi(), std::int64_t(1'000));
    // Spending it makes it no less paid.
    wallet::PaymentRequest away;
    away.recipients = {{support::foreignScript(), Amount()}};
    away.everything = true;
    must(bench.wallet->commit(bench.wallet->draft(away, bench.chain.height()).value()));
    QVERIFY(stateOf(bench, invoice) == InvoiceState::Paid);
    bench.cutTo(bench.chain.height() - 1);
    QVERIFY(stateOf(bench, invoice) == InvoiceState::Seen);
}

void InvoicesTest::doesNotCountWhatMayNeverCome() {
    WalletFixture bench;
    const Invoice invoice = bench.wallet->addInvoice(wish(), "Bo").value();
    const auto paid = paymentTo(bench, invoice, kAsked, 1);
    must(bench.wallet->applyWaiting(paid));
    bench.wallet->setAbsent(paid->txid(), wallet::Absence::Evicted);
    QVERIFY(stateOf(bench, invoice) == InvoiceState::Open);
    must(bench.wallet->setPresent(paid->txid()));
    QVERIFY(stateOf(bench, invoice) == InvoiceState::Seen);
}

void InvoicesTest::isMissedByTheDrill() {
    WalletFixture bench;
    must(bench.wallet->addInvoice(wish(), "Bo"));
    support::MemoryWalletStore copied = bench.store;
    must(bench.wallet->addInvoice(wish(), "Ana"));
    const auto words = wallet::drillWords(*bench.wallet, support::secretOf(support::kWords), {});
    QCOMPARE(words->requests, std::size_t(2));
    const auto copy = wallet::Wallet::open(copied, bench.clock, bench.options).value();
    QCOMPARE(wallet::drillCopy(*bench.wallet, *copy).requests, std::size_t(1));
}

CAIRN_TEST(InvoicesTest)
#include "InvoicesTest.moc"
