#include "node/wallet/WalletsAtStart.h"
#include "support/MemoryNode.h"
#include "support/MoneyNode.h"
#include "support/TestProgram.h"

#include <QDir>
#include <QSemaphore>

using node::WalletHouse;
using node::WalletOpening;
using primitives::Amount;
using support::MoneyNode;
using test::MemoryNode;
using wallet::PaymentError;

using Paid = Result<node::SentPayment, node::PayFailure>;
using Select = WalletOpening::Select;

/// Several wallets open at once: each is what it would be alone, and one of them is the selected.
class WalletHouseTest : public QObject {
    Q_OBJECT
private slots:
    void paysFromOneToTheOther();
    void locksEachByItself();
    void closesOneWithItsDraft();
    void answersWhatWaitsForAClosedOne();
    void holdsTwentyOpen();
    void opensThemAgainAtTheNextStart();
    void keepsTheWalletThatWasAskedFor();
    void takesAwayWhatInterruptedMakingsLeft();
    void selectsOneAndGivesItTheRewards();
    void readsOnlyListsOfWallets();
    void notesBeforeItMakes();
};

namespace {

const QString kUsual = QStringLiteral("default");
const QString kSavings = QStringLiteral("savings");

/// Makes a wallet with fresh words beside those that are open.
void make(MemoryNode& node, const QString& name, const crypto::SecretString& passphrase = {}) {
    wallet::NewWallet start;
    start.passphrase = passphrase;
    const auto made = MemoryNode::answer(node->wallet().create(name, start, {Select::IfNone, {}}));
    if (!made) qFatal("%s", toString(made.error()).c_str());
}

wallet::PaymentRequest paymentTo(const node::WalletAccess& wallet, std::int64_t satoshi) {
    wallet::PaymentRequest out;
    out.recipients = {
        {(*MemoryNode::answer(wallet.newReceiveAddress("test")))->scriptPubKey, Amount(satoshi)}};
    return out;
}

/// A house of its own, on this thread, over a chain that nobody adds to.
struct QuietHouse {
    explicit QuietHouse(MoneyNode& node)
        : house({node.params, node.paths, node.paths.chain(), crypto::ScryptCost{2, 1, 1}, node.clock},
                {[](node::WalletService&, quint64) {},
                 [this](const node::OpenWallets& all) {
                     names.clear();
                     for (const auto& each : all)
                         names << each.status->name;
                 },
                 [this](const auto& status, const auto&) { selected = *status; },
                 [this](const util::Bytes& script) { rewards.push_back(script); }}) {}
    QStringList names;
    node::WalletStatus selected;
    std::vector<util::Bytes> rewards;
    WalletHouse house;
};

bool createIn(QuietHouse& quiet, const QString& name, const WalletOpening& how) {
    wallet::NewWallet start;
    start.words = wallet::newMnemonic(12);
    return quiet.house.create(name, start, false, how).has_value();
}

} // namespace

void WalletHouseTest::paysFromOneToTheOther() {
    MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(101));
    make(node, kSavings);
    const auto first = node->wallet().named(kUsual), other = node->wallet().named(kSavings);
    QCOMPARE(node->wallet().openNames(), (QStringList{kUsual, kSavings}));
    QCOMPARE(node->wallet().status()->name, kUsual); // who makes one for a program does not take the window's
    const Paid paid = MemoryNode::answer(first.pay(paymentTo(other, 300'000'000)));
    QVERIFY(paid.has_value());
    QTRY_COMPARE(other.status()->balance.unconfirmed, Amount(300'000'000)); // another's word for it
    QVERIFY(node.mine(1));
    QTRY_COMPARE(other.status()->balance.spendable, Amount(300'000'000));
    const Paid back = MemoryNode::answer(other.pay(paymentTo(first, 100'000'000)));
    QVERIFY(back.has_value());
    QVERIFY(node.mine(1));
    QTRY_COMPARE(other.status()->balance.total(), Amount(200'000'000) - back->fee);
    // 103 rewards with all fees, less what the other has.
    QTRY_COMPARE(first.status()->balance.total() + other.status()->balance.total(),
                 Amount(103 * std::int64_t(5'000'000'000)));
    QVERIFY(!other.ownScripts()->contains(paid->transaction->outputs()[0].scriptPubKey) ||
            !first.ownScripts()->contains(paid->transaction->outputs()[0].scriptPubKey));
}

void WalletHouseTest::locksEachByItself() {
    const crypto::SecretString passphrase = "a long enough one";
    MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(101));
    make(node, kSavings, passphrase);
    const auto first = node->wallet().named(kUsual), other = node->wallet().named(kSavings);
    QVERIFY(MemoryNode::answer(first.pay(paymentTo(other, 300'000'000))).has_value());
    QVERIFY(node.mine(1));
    QTRY_COMPARE(other.status()->balance.spendable, Amount(300'000'000));
    QVERIFY(MemoryNode::answer(other.lock()).has_value());
    QVERIFY(other.status()->locked && !first.status()->locked);
    const Paid refused = MemoryNode::answer(other.pay(paymentTo(first, 1'000'000)));
    QVERIFY(!refused && refused.error().error == PaymentError::Locked);
    QVERIFY(MemoryNode::answer(first.pay(paymentTo(other, 1'000'000))).has_value());
    QVERIFY(MemoryNode::answer(other.unlock(passphrase))->has_value());
    QVERIFY(MemoryNode::answer(other.pay(paymentTo(first, 1'000'000))).has_value());
    node->wallet().lockAll();
    QTRY_VERIFY(other.status()->locked);
}

/// What was shown of one wallet is paid by no other, and by itself only while it is open.
void WalletHouseTest::closesOneWithItsDraft() {
    MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(101));
    make(node, kSavings);
    const auto first = node->wallet().current();
    const auto plan = MemoryNode::answer(first.draft(paymentTo(node->wallet().named(kSavings), 1'000'000)));
    QVERIFY(plan.has_value());
    const auto closed = MemoryNode::answer(node->wallet().closeNamed(kUsual, {}));
    QVERIFY(closed && *closed);
    QVERIFY(!*MemoryNode::answer(node->wallet().closeNamed(kUsual, {})));
    QTRY_COMPARE(node->wallet().status()->name, kSavings);
    QVERIFY(!first.status()->isOpen);
    const Paid refused = MemoryNode::answer(first.commit(*plan));
    QVERIFY(!refused && refused.error().error == PaymentError::NoWallet);
    const Paid foreign = MemoryNode::answer(node->wallet().commit(*plan));
    QVERIFY(!foreign && foreign.error().error == PaymentError::CoinsChanged);
    QVERIFY(!MemoryNode::answer(first.ask([](const wallet::Wallet&, std::int32_t) { return 1; })));
    QVERIFY(MemoryNode::answer(node->wallet().open(kUsual)).has_value());
    QCOMPARE(first.status()->historySize, std::int64_t(101)); // and nothing was kept of it
    QCOMPARE(node->chain().mempool()->items.size(), std::size_t(0));
    QVERIFY(MemoryNode::answer(first.commit(*plan)).has_value());
}

/// Every payment is answered, and what was answered is what the wallet has when it is opened again.
void WalletHouseTest::answersWhatWaitsForAClosedOne() {
    MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(106));
    const auto first = node->wallet().current();
    const auto request = paymentTo(first, 1'000'000);
    std::vector<QFuture<Paid>> asked;
    QSemaphore gate; // all of it stands in the row before the first begins
    const auto held = first.ask([&gate](const wallet::Wallet&, std::int32_t) {
        gate.acquire();
        return true;
    });
    for (int i = 0; i < 6; ++i)
        asked.push_back(first.pay(request));
    const auto closed = node->wallet().closeNamed(kUsual, {});
    gate.release();
    QVERIFY(*MemoryNode::answer(closed));
    QVERIFY(MemoryNode::answer(held).has_value());
    std::int64_t sent = 0;
    for (const auto& future : asked) {
        const Paid paid = MemoryNode::answer(future);
        QVERIFY(paid || paid.error().error == PaymentError::NoWallet);
        sent += paid ? 1 : 0;
    }
    QCOMPARE(sent, std::int64_t(1)); // the others waited for their turn
    QVERIFY(MemoryNode::answer(node->wallet().open(kUsual)).has_value());
    QCOMPARE(first.status()->historySize, 106 + sent);
    QTRY_COMPARE(std::int64_t(node->chain().mempool()->items.size()), sent);
}

void WalletHouseTest::holdsTwentyOpen() {
    MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(101));
    wallet::PaymentRequest request;
    std::vector<node::WalletAccess> all;
    for (int i = 0; i < 20; ++i) {
        make(node, QStringLiteral("wallet %1").arg(i));
        all.push_back(node->wallet().named(QStringLiteral("wallet %1").arg(i)));
        request.recipients.push_back(paymentTo(all.back(), 1'000'000 + i).recipients[0]);
    }
    QVERIFY(MemoryNode::answer(node->wallet().pay(request)).has_value());
    QVERIFY(node.mine(1));
    for (std::size_t i = 0; i < all.size(); ++i) {
        QTRY_COMPARE(all[i].status()->balance.spendable, Amount(1'000'000 + std::int64_t(i)));
        QCOMPARE(all[i].status()->historySize, std::int64_t(1));
    }
    QCOMPARE(node->wallet().openNames().size(), 21);
}

/// Two names that differ in their letters' case alone are two wallets.
void WalletHouseTest::opensThemAgainAtTheNextStart() {
    MoneyNode node(1);
    const QString upper = QStringLiteral("Savings"), gone = QStringLiteral("gone");
    {
        QuietHouse first(node);
        QVERIFY(first.house.openAtStart(kUsual, {}));
        QVERIFY(createIn(first, kSavings, {Select::Yes, true}));
        QVERIFY(createIn(first, upper, {Select::IfNone, true}));
        QVERIFY(createIn(first, QStringLiteral("once"), {Select::IfNone, {}}));
        QVERIFY(createIn(first, gone, {Select::IfNone, true}));
        QVERIFY(!createIn(first, upper, {})); // there is one, and it stays open
        QCOMPARE(first.names, (QStringList{kUsual, kSavings, upper, QStringLiteral("once"), gone}));
        QVERIFY(first.house.find(kSavings) != first.house.find(upper));
        QCOMPARE(first.selected.name, kSavings);
    }
    QVERIFY(QFile::remove(node.paths.wallet(gone)));
    {
        QuietHouse second(node);
        QVERIFY(second.house.openAtStart(kUsual, {}));
        QCOMPARE(second.names, (QStringList{kUsual, kSavings, upper}));
        QCOMPARE(second.selected.name, kUsual);
        QVERIFY(*second.house.close(kSavings, false));
        QVERIFY(!*second.house.close(kSavings, false));
        QVERIFY(*second.house.close(upper, {})); // the next start opens it all the same
        QCOMPARE(second.names, QStringList{kUsual});
    }
    QuietHouse third(node);
    QVERIFY(third.house.openAtStart({}, {}));
    QCOMPARE(third.names, QStringList{upper});
    QCOMPARE(third.selected.name, upper);
}

/// Their keys are nobody's, and lie there to be read.
void WalletHouseTest::takesAwayWhatInterruptedMakingsLeft() {
    MoneyNode node(1);
    const QString left = node.paths.wallet(QStringLiteral("left")) + QStringLiteral(".new");
    const QString other = node.paths.wallet(QStringLiteral("new"));
    for (const QString& path : {left, left + QStringLiteral("-journal"), other}) {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("keys") == 4);
    }
    QuietHouse quiet(node);
    QVERIFY(quiet.house.openAtStart(kUsual, {}));
    QVERIFY(!QFile::exists(left) && !QFile::exists(left + QStringLiteral("-journal")));
    QVERIFY(QFile::exists(other));
}

/// Who names no wallet, and the miner, would use another one in its place.
void WalletHouseTest::keepsTheWalletThatWasAskedFor() {
    MoneyNode node(1);
    {
        QuietHouse first(node);
        wallet::NewWallet start;
        start.words = wallet::newMnemonic(12);
        start.passphrase = "a long enough one";
        QVERIFY(first.house.create(kUsual, start, false, {}));
        QVERIFY(createIn(first, kSavings, {}));
    }
    QuietHouse second(node);
    const auto opened = second.house.openAtStart(kUsual, "a wrong one");
    QVERIFY(!opened && opened.error().kind == node::WalletProblem::Kind::Wallet);
    QCOMPARE(opened.error().wallet, wallet::WalletError::WrongPassphrase);
    QCOMPARE(second.names, QStringList{kSavings});
    QVERIFY(!second.selected.isOpen && second.selected.problem);
    QVERIFY(second.house.find(std::nullopt) == nullptr);
    QVERIFY(second.rewards.empty());
    QVERIFY(second.house.open(kSavings, {}, {}));
    QVERIFY(second.selected.name == kSavings && !second.selected.problem);
}

void WalletHouseTest::selectsOneAndGivesItTheRewards() {
    MoneyNode node(1);
    QuietHouse quiet(node);
    QVERIFY(createIn(quiet, kUsual, {Select::IfNone, {}}));
    QCOMPARE(quiet.selected.name, kUsual);
    QVERIFY(createIn(quiet, kSavings, {Select::IfNone, {}}));
    QCOMPARE(quiet.selected.name, kUsual);
    QCOMPARE(quiet.rewards.size(), std::size_t(1));
    QVERIFY(quiet.house.find(kUsual)->wallet()->isMine(quiet.rewards.back()));
    const quint64 revision = quiet.selected.revision;
    QVERIFY(quiet.house.open(kSavings, {}, {}));
    QVERIFY(quiet.selected.name == kSavings && quiet.selected.revision > revision);
    QVERIFY(quiet.house.find(kSavings)->wallet()->isMine(quiet.rewards.back()));
    QVERIFY(!quiet.house.open(kSavings, {}, {Select::Yes, {}, true})); // it is open already
    QVERIFY(*quiet.house.close(kSavings, {}));
    QCOMPARE(quiet.selected.name, kUsual);
    QVERIFY(quiet.house.find(kUsual)->wallet()->isMine(quiet.rewards.back()));
    QVERIFY(*quiet.house.close(kUsual, {}));
    QVERIFY(!quiet.selected.isOpen && quiet.rewards.back().empty() && quiet.names.isEmpty());
}

void WalletHouseTest::readsOnlyListsOfWallets() {
    MoneyNode node(1);
    const auto write = [&](const QByteArray& text) {
        QFile file(node.paths.wallets() + QStringLiteral("/open.json"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    };
    for (const char* text : {"", "{", "{\"a\":1}", "[1,null,\"\",\"../other\",\".hidden\",[\"a\"]]"}) {
        write(text);
        QCOMPARE(node::walletsAtStart(node.paths), QStringList());
    }
    write(QByteArray("[\"a\",\"b\",\"a\"]"));
    QCOMPARE(node::walletsAtStart(node.paths), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(node::setWalletAtStart(node.paths, QStringLiteral("c"), true));
    QVERIFY(node::setWalletAtStart(node.paths, QStringLiteral("a"), false));
    QCOMPARE(node::walletsAtStart(node.paths), (QStringList{QStringLiteral("b"), QStringLiteral("c")}));
    write(QByteArray(1024 * 1024, '['));
    QCOMPARE(node::walletsAtStart(node.paths), QStringList());
}

/// What is answered as an error is not there; and a name is taken back where no wallet came of it.
void WalletHouseTest::notesBeforeItMakes() {
    MoneyNode node(1);
    const QString list = node.paths.wallets() + QStringLiteral("/open.json");
    QuietHouse quiet(node);
    QVERIFY(createIn(quiet, kUsual, {Select::Yes, {}}));
    QVERIFY(QDir().mkpath(list)); // a folder in its place: it cannot be written
    QVERIFY(!createIn(quiet, kSavings, {Select::Yes, true}));
    QVERIFY(!QFile::exists(node.paths.wallet(kSavings)));
    QCOMPARE(quiet.names, QStringList{kUsual});
    QVERIFY(quiet.selected.isOpen && quiet.selected.name == kUsual);
    QVERIFY(createIn(quiet, kSavings, {Select::Yes, {}})); // nothing to note
    QVERIFY(QDir().rmdir(list));
    QVERIFY(!createIn(quiet, kUsual, {Select::Yes, true})); // there is one
    QCOMPARE(node::walletsAtStart(node.paths), QStringList());
    QVERIFY(createIn(quiet, QStringLiteral("third"), {Select::Yes, true}));
    QCOMPARE(node::walletsAtStart(node.paths), QStringList{QStringLiteral("third")});
}

CAIRN_TEST(WalletHouseTest)
#include "WalletHouseTest.moc"
