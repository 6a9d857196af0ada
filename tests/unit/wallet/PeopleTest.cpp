#include "support/TestProgram.h"
#include "support/WalletFixture.h"

#include "wallet/text/HistoryLines.h"
#include "wallet/text/Labels.h"

using support::must;
using support::WalletFixture;
using wallet::KnownAddress;
using wallet::People;
using wallet::WalletError;

/// The address book, by itself and in a wallet.
class PeopleTest : public QObject {
    Q_OBJECT
private slots:
    void readsWhatItWrites();
    void keepsNamesInOneLine();
    void hasAnEnd();
    void isInTheWalletAfterARestart();
    void refusesWhatIsNobodyElses();
    void changesNothingOnAFullDisk();
    void goesWithTheLabels();
    void namesWhoWasPaid();
};

namespace {

std::string foreignAddress(const WalletFixture& bench) {
    return script::toAddress(support::foreignScript(), bench.options.addresses).value();
}

} // namespace

void PeopleTest::readsWhatItWrites() {
    People people;
    QVERIFY(people.set({"a1", "Ana"}));
    QVERIFY(people.set({"b1", "Bo"}));
    QVERIFY(people.set({"a2", "Ana"}));
    QCOMPARE(People::read(people.lines()).all(), people.all());
    QVERIFY(people.set({"a1", ""}));
    QCOMPARE(people.nameOf("a1"), std::string());
    QCOMPARE(people.nameOf("a2"), std::string("Ana"));
    QVERIFY(people.set({"a2", "Anna"}));
    QCOMPARE(people.all(), (std::vector<KnownAddress>{{"b1", "Bo"}, {"a2", "Anna"}}));
    // What is no line of it is passed over.
    QCOMPARE(People::read("nothing\n\tno address\nc1\t \nb1\tBo").all(),
             (std::vector<KnownAddress>{{"b1", "Bo"}}));
}

void PeopleTest::keepsNamesInOneLine() {
    People people;
    QVERIFY(people.set({"a1", "  two\nlines\tand a tab "}));
    QCOMPARE(people.nameOf("a1"), std::string("two lines and a tab"));
    QVERIFY(people.set({"b1", std::string(wallet::kMaxLabelBytes + 5, 'b')}));
    QCOMPARE(people.nameOf("b1").size(), wallet::kMaxLabelBytes);
    QCOMPARE(People::read(people.lines()).all(), people.all());
}

void PeopleTest::hasAnEnd() {
    People people;
    for (std::size_t i = 0; i < People::kMost; ++i)
        QVERIFY(people.set({"a" + std::to_string(i), "somebody"}));
    QVERIFY(!people.set({"one more", "somebody"}));
    QVERIFY(people.set({"a7", "who is there can still be renamed"}));
    QVERIFY(people.set({"a8", ""}));
    QVERIFY(people.set({"one more", "somebody"}));
    const std::string lines = people.lines() + "and another\tsomebody\n";
    QCOMPARE(People::read(lines).all().size(), People::kMost);
}

void PeopleTest::isInTheWalletAfterARestart() {
    WalletFixture bench;
    const auto before = bench.wallet->addressRevision();
    const KnownAddress bo{foreignAddress(bench), "Bo"};
    must(bench.wallet->setPeople(std::span(&bo, 1)));
    QVERIFY(bench.wallet->addressRevision() > before);
    bench.reopen();
    QCOMPARE(bench.wallet->people()->all(), std::vector<KnownAddress>{bo});
    const KnownAddress gone{bo.address, ""};
    must(bench.wallet->setPeople(std::span(&gone, 1)));
    bench.reopen();
    QVERIFY(bench.wallet->people()->all().empty());
}

void PeopleTest::refusesWhatIsNobodyElses() {
    WalletFixture bench;
    const std::string own = bench.wallet->newReceiveAddress("").value().address;
    for (const std::string& wrong : {own, std::string("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
                                     std::string("no address"), std::string()}) {
        const std::vector<KnownAddress> two{{foreignAddress(bench), "Bo"}, {wrong, "Ana"}};
        const auto done = bench.wallet->setPeople(two);
        QVERIFY(!done && done.error().error == WalletError::NotFound);
        QCOMPARE(done.error().detail, wrong);
        QVERIFY(bench.wallet->people()->all().empty());
    }
}

void PeopleTest::changesNothingOnAFullDisk() {
    WalletFixture bench;
    const KnownAddress bo{foreignAddress(bench), "Bo"};
    bench.store.failNext();
    QVERIFY(bench.wallet->setPeople(std::span(&bo, 1)).error().error == WalletError::Store);
    QVERIFY(bench.wallet->people()->all().empty());
}

void PeopleTest::goesWithTheLabels() {
    WalletFixture bench;
    const KnownAddress bo{foreignAddress(bench), "Bo, the neighbour"};
    must(bench.wallet->setPeople(std::span(&bo, 1)));
    const std::string text = wallet::labelsText(wallet::labelsOf(*bench.wallet));
    WalletFixture other;
    const auto read = wallet::parseLabels(text);
    QVERIFY(read.wrongLines.empty());
    QCOMPARE(other.wallet->takeLabels(read.rows).value(), std::size_t(1));
    QCOMPARE(other.wallet->people()->all(), std::vector<KnownAddress>{bo});
    // An address of nobody on this network is passed over.
    const std::vector<wallet::LabelRow> strange{{wallet::LabelKind::Address, "nobody", "Eve", {}, {}}};
    QCOMPARE(other.wallet->takeLabels(strange).value(), std::size_t(0));
}

void PeopleTest::namesWhoWasPaid() {
    WalletFixture bench;
    bench.fund(500'000);
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), primitives::Amount(20'000)}};
    must(bench.wallet->commit(bench.wallet->draft(request, bench.chain.height()).value()));
    const KnownAddress bo{foreignAddress(bench), "Bo"};
    must(bench.wallet->setPeople(std::span(&bo, 1)));
    QCOMPARE(wallet::historyLinesOf(*bench.wallet, bench.options.addresses).front().label, bo.name);
}

CAIRN_TEST(PeopleTest)
#include "PeopleTest.moc"
