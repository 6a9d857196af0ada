#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include "node/api/SpendQuestions.h"

using node::SpendAnswer;
using test::MemoryNode;
using wallet::PaymentError;

using Paid = Result<node::SentPayment, node::PayFailure>;

/// One way to pay: a plan, and that plan committed; and the questions to the user in between.
class PaymentsTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_node.reset(); }
    void commitsExactlyThePlan();
    void saysThatTheCoinsChanged();
    void seesWhatWaitsInAWalletOpenedLater();
    void replacesNothingThatWaits();
    void leavesNoTraceOfARefusal();
    void asksOneQuestionAfterTheOther();
    void boundsTheQuestions();
    void closesAQuestionWithItsTime();
    void closesAQuestionWithItsRequest();
    void paysWhatWasShownOrNothing();
    void remembersAnAnswerForAll();
    void refusesWithoutAWindow();
    void answersWhenItStops();

private:
    wallet::PaymentRequest request(std::int64_t satoshi);
    std::size_t waiting() { return (*m_node)->chain().mempool()->items.size(); }
    void listen();
    std::unique_ptr<MemoryNode> m_node;
    std::vector<node::SpendQuestion> m_asked;
    std::vector<quint64> m_settled;
};

void PaymentsTest::init() {
    m_node = std::make_unique<MemoryNode>();
    m_asked.clear();
    m_settled.clear();
    QVERIFY(m_node->start());
    QVERIFY(m_node->mine(101)); // two coins that may be spent
    QTRY_COMPARE((*m_node)->wallet().status()->balance.spendable.satoshi(), std::int64_t(10'000'000'000));
}

wallet::PaymentRequest PaymentsTest::request(std::int64_t satoshi) {
    util::Bytes stranger{0x00, 0x14};
    stranger.insert(stranger.end(), 20, 0x01);
    wallet::PaymentRequest out;
    out.recipients = {{stranger, primitives::Amount(satoshi)}};
    return out;
}

void PaymentsTest::listen() {
    connect(&(*m_node)->api().questions(), &node::SpendQuestions::asked, this,
            [this](const node::SpendQuestion& question) { m_asked.push_back(question); });
    connect(&(*m_node)->api().questions(), &node::SpendQuestions::settled, this,
            [this](quint64 id) { m_settled.push_back(id); });
}

void PaymentsTest::commitsExactlyThePlan() {
    node::Node& node = **m_node;
    const auto plan = MemoryNode::answer(node.wallet().draft(request(1'000'000)));
    QVERIFY(plan.has_value());
    const auto paid = MemoryNode::answer(node.wallet().commit(*plan, QStringLiteral("bread")));
    QVERIFY(paid.has_value());
    QCOMPARE(paid->fee, plan->fee);
    QCOMPARE(paid->transaction->outputs(), plan->parts.outputs);
    QCOMPARE(paid->transaction->inputs().size(), plan->inputs.size());
    QCOMPARE(paid->transaction->inputs()[0].previous, plan->inputs[0].outpoint);
    const auto note = MemoryNode::answer(
        node.wallet().ask([txid = paid->transaction->txid()](const wallet::Wallet& wallet, std::int32_t) {
            return wallet.transaction(txid)->note;
        }));
    QCOMPARE(note.value_or(std::string()), std::string("bread"));
}

/// Once the draft that was shown was thrown away and another one sent.
void PaymentsTest::saysThatTheCoinsChanged() {
    node::Node& node = **m_node;
    const auto shown = MemoryNode::answer(node.wallet().draft(request(9'000'000'000))); // takes both coins
    QVERIFY(shown && shown->inputs.size() == 2);
    QVERIFY(MemoryNode::answer(node.wallet().pay(request(1'000))).has_value());
    const auto history = node.wallet().status()->historySize;
    const Paid late = MemoryNode::answer(node.wallet().commit(*shown));
    QVERIFY(!late && late.error().error == PaymentError::CoinsChanged);
    QCOMPARE(node.wallet().status()->historySize, history);
    QTRY_COMPARE(waiting(), std::size_t(1));
}

/// A second wallet of the same words: it knows what waits before it makes its first payment.
void PaymentsTest::seesWhatWaitsInAWalletOpenedLater() {
    node::Node& node = **m_node;
    const auto words = MemoryNode::answer(
        node.wallet().ask([](const wallet::Wallet& wallet, std::int32_t) { return *wallet.words(); }));
    const Paid first = MemoryNode::answer(node.wallet().pay(request(4'000'000'000))); // of one coin
    QVERIFY(first.has_value());
    QTRY_COMPARE(waiting(), std::size_t(1));
    const wallet::WalletBalance before = node.wallet().status()->balance;
    QVERIFY(
        MemoryNode::answer(node.wallet().create(QStringLiteral("copy"), *words, {}, {}, true)).has_value());
    wallet::PaymentRequest other = request(5'000'000);
    other.feePerKvB = 500'000; // would pay for a replacement many times
    const auto history = [&] { return node.wallet().status()->historySize; };
    const Paid second = MemoryNode::answer(node.wallet().pay(other));
    QVERIFY(second.has_value());
    QCOMPARE(second->transaction->inputs().size(), std::size_t(1));
    QVERIFY(second->transaction->inputs()[0].previous != first->transaction->inputs()[0].previous);
    QTRY_COMPARE(waiting(), std::size_t(2)); // and nothing was put out
    QTRY_COMPARE(history(), std::int64_t(103));
    QCOMPARE(node.wallet().status()->balance.total(),
             before.total() - primitives::Amount(5'000'000) - second->fee);
}

/// A wallet that lost its file's last page, a program with the same coins: what waits is not put out.
void PaymentsTest::replacesNothingThatWaits() {
    node::Node& node = **m_node;
    const auto plan = MemoryNode::answer(node.wallet().draft(request(1'000'000)));
    const Paid first = MemoryNode::answer(node.wallet().pay(request(9'500'000'000))); // takes both coins
    QVERIFY(first.has_value());
    primitives::TransactionParts rival = plan->parts;
    rival.outputs[0].value = primitives::Amount(1); // pays for a replacement many times
    const auto transaction = std::make_shared<const primitives::Transaction>(std::move(rival));
    const auto taken = MemoryNode::answer(node.chain().engine().ask(
        [transaction](node::Engine& engine) { return engine.waiting().submitPayment({transaction}); }));
    QVERIFY(!taken && taken.error().reason == consensus::Reject::MempoolConflict);
    QCOMPARE(node.chain().mempool()->items[0].transaction->txid(), first->transaction->txid());
}

/// What was answered as failed is nowhere: not in the wallet, and not among the orphans, from where it would
/// go out when its parent comes back.
void PaymentsTest::leavesNoTraceOfARefusal() {
    node::Node& node = **m_node;
    const Paid parent = MemoryNode::answer(node.wallet().pay(request(9'000'000'000)));
    QVERIFY(parent.has_value());
    const auto plan = MemoryNode::answer(node.wallet().draft(request(1'000'000))); // of the waiting change
    QVERIFY(plan && plan->inputs[0].height < 0);
    // The same without its fee: the wallet has nothing against it, the mempool has.
    wallet::PaymentDraft free = *plan;
    free.parts.outputs[*free.changeOutput].value += free.fee;
    free.fee = primitives::Amount();
    const auto history = node.wallet().status()->historySize;
    const Paid refused = MemoryNode::answer(node.wallet().commit(free));
    QVERIFY(!refused && refused.error().error == PaymentError::Refused && refused.error().rejection);
    QTRY_COMPARE(node.wallet().status()->historySize, history);
    QVERIFY(MemoryNode::answer(node.wallet().commit(*plan)).has_value()); // its coins are free again
    // One whose parent is not there is no orphan that goes out when the parent comes.
    primitives::TransactionParts parts = plan->parts;
    parts.inputs[0].previous.index = 77;
    const auto orphan = std::make_shared<const primitives::Transaction>(std::move(parts));
    const auto left = MemoryNode::answer(node.chain().engine().ask([orphan](node::Engine& engine) {
        const auto taken = engine.waiting().submitPayment({orphan});
        return std::pair(taken ? consensus::Reject::HighHash : taken.error().reason,
                         engine.view().mempool().orphanCount());
    }));
    QVERIFY(left.first == consensus::Reject::MissingInputs);
    QCOMPARE(left.second, std::size_t(0));
}

void PaymentsTest::asksOneQuestionAfterTheOther() {
    node::Node& node = **m_node;
    listen();
    const auto first = node.api().payIfAllowed(request(1'000'000));
    const auto second = node.api().payIfAllowed(request(2'000'000));
    QTRY_COMPARE(m_asked.size(), std::size_t(1));
    QCOMPARE(m_asked[0].id, first.id);
    QCOMPARE(m_asked[0].draft.leaving() - m_asked[0].draft.fee, primitives::Amount(1'000'000));
    node.api().questions().answer(second.id, SpendAnswer::Allow); // not its turn
    node.api().questions().answer(first.id, SpendAnswer::Allow);
    const Paid paid = MemoryNode::answer(first.result);
    QVERIFY(paid.has_value());
    QCOMPARE(paid->transaction->outputs(), m_asked[0].draft.parts.outputs);
    QTRY_COMPARE(m_asked.size(), std::size_t(2));
    QCOMPARE(m_asked[1].id, second.id);
    node.api().questions().answer(second.id, SpendAnswer::Refuse);
    QVERIFY(MemoryNode::answer(second.result).error().error == PaymentError::NotAllowed);
    QCOMPARE(m_settled, (std::vector<quint64>{first.id, second.id}));
    QTRY_COMPARE(waiting(), std::size_t(1));
}

void PaymentsTest::boundsTheQuestions() {
    node::Node& node = **m_node;
    listen();
    std::vector<node::ApiDesk::AskedPayment> asked;
    for (int i = 0; i < 2'000; ++i)
        asked.push_back(node.api().payIfAllowed(request(1'000'000 + i)));
    std::size_t refused = 0;
    for (std::size_t i = node::SpendQuestions::kMostWaiting + 1; i < asked.size(); ++i) {
        if (MemoryNode::answer(asked[i].result).error().error == PaymentError::TooManyQuestions) ++refused;
    }
    QCOMPARE(refused, asked.size() - node::SpendQuestions::kMostWaiting - 1);
    QTRY_COMPARE(m_asked.size(), std::size_t(1));
    node.api().questions().answer(asked[0].id,
                                  SpendAnswer::RefuseAlways); // and the others of the row with it
    for (std::size_t i = 0; i <= node::SpendQuestions::kMostWaiting; ++i)
        QVERIFY(MemoryNode::answer(asked[i].result).error().error == PaymentError::NotAllowed);
    QCOMPARE(m_asked.size(), std::size_t(1));
    QVERIFY(MemoryNode::answer(node.api().payIfAllowed(request(5)).result).error().error ==
            PaymentError::NotAllowed);
}

void PaymentsTest::closesAQuestionWithItsTime() {
    node::Node& node = **m_node;
    listen();
    node.api().questions().setAnswerTime(1);
    const auto asked = node.api().payIfAllowed(request(1'000'000));
    QVERIFY(MemoryNode::answer(asked.result).error().error == PaymentError::Unanswered);
    QCOMPARE(m_asked.size(), std::size_t(1));
    QCOMPARE(m_settled, std::vector<quint64>{asked.id});
    node.api().questions().answer(asked.id, SpendAnswer::Allow); // too late
    QCOMPARE(waiting(), std::size_t(0));
}

void PaymentsTest::closesAQuestionWithItsRequest() {
    node::Node& node = **m_node;
    listen();
    const auto first = node.api().payIfAllowed(request(1'000'000));
    const auto second = node.api().payIfAllowed(request(2'000'000));
    const auto third = node.api().payIfAllowed(request(3'000'000));
    QTRY_COMPARE(m_asked.size(), std::size_t(1));
    node.api().withdraw(second.id);
    node.api().withdraw(first.id);
    QTRY_COMPARE(m_asked.size(), std::size_t(2));
    QCOMPARE(m_settled, std::vector<quint64>{first.id}); // the second was never shown
    QCOMPARE(m_asked[1].id, third.id);
    node.api().questions().answer(first.id, SpendAnswer::Allow);
    QCOMPARE(waiting(), std::size_t(0));
}

void PaymentsTest::paysWhatWasShownOrNothing() {
    node::Node& node = **m_node;
    listen();
    const auto asked = node.api().payIfAllowed(request(9'000'000'000));
    QTRY_COMPARE(m_asked.size(), std::size_t(1));
    QVERIFY(
        MemoryNode::answer(node.wallet().pay(request(1'000))).has_value()); // takes a coin of it meanwhile
    node.api().questions().answer(asked.id, SpendAnswer::Allow);
    QVERIFY(MemoryNode::answer(asked.result).error().error == PaymentError::CoinsChanged);
    QTRY_COMPARE(waiting(), std::size_t(1));
}

void PaymentsTest::remembersAnAnswerForAll() {
    node::Node& node = **m_node;
    listen();
    const auto first = node.api().payIfAllowed(request(1'000'000));
    const auto second = node.api().payIfAllowed(request(2'000'000));
    QTRY_COMPARE(m_asked.size(), std::size_t(1));
    node.api().questions().answer(first.id, SpendAnswer::AllowAlways);
    QVERIFY(MemoryNode::answer(first.result).has_value());
    QVERIFY(MemoryNode::answer(second.result).has_value());
    QVERIFY(MemoryNode::answer(node.api().payIfAllowed(request(3'000'000)).result).has_value());
    QCOMPARE(m_asked.size(), std::size_t(1));
}

void PaymentsTest::refusesWithoutAWindow() {
    const auto asked = (*m_node)->api().payIfAllowed(request(1'000'000));
    QVERIFY(MemoryNode::answer(asked.result).error().error == PaymentError::NotAllowed);
}

/// Nobody waits for ever: what is not answered is cancelled.
void PaymentsTest::answersWhenItStops() {
    listen();
    auto plan = MemoryNode::answer((*m_node)->wallet().draft(request(1'000'000)));
    const auto asked = (*m_node)->api().payIfAllowed(request(1'000'000));
    m_node->stop();
    const auto late = (*m_node)->wallet().commit(*plan);
    const auto draft = (*m_node)->wallet().draft(request(1'000'000));
    QTRY_VERIFY(late.isFinished() && draft.isFinished());
    QCOMPARE(late.resultCount(), 0);
    QCOMPARE(draft.resultCount(), 0);
    m_node.reset();
    QVERIFY(asked.result.isFinished());
}

CAIRN_TEST(PaymentsTest)
#include "PaymentsTest.moc"
