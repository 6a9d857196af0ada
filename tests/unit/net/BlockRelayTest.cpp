#include "net/relay/BlockRelay.h"
#include "ExchangeBench.h"
#include "net/relay/CompactBlocks.h"
#include "support/TestProgram.h"

#include "support/MadeBlocks.h"

#include <QtTest>

using net::PeerId;
using primitives::BlockRef;
using primitives::TransactionRef;
using support::hashOf;
using support::outputOf;
using support::spendAll;
using Hashes = std::vector<primitives::BlockHash>;
using net::wire::CompactBlock;
using net::wire::SendCompact;

namespace {

/// A peer that speaks BIP 152 and was told our tip.
void joinCompact(ExchangeBench& bench, PeerId peer, bool wantsUnasked, bool dialledIn = true) {
    bench.connect(peer, dialledIn);
    bench.send(peer, SendCompact{wantsUnasked, 2}, bench.inStep(), net::wire::Headers{});
    bench.forgetSent();
}

/// Makes a peer one of those that send compact blocks unasked: it brings a block.
void makeUseful(ExchangeBench& bench, PeerId peer) {
    bench.send(peer, net::wire::BlockMessage{bench.make()});
    bench.forgetSent();
}

/// `count` payments in a line from a coinbase.
std::vector<TransactionRef> paymentLine(ExchangeBench& bench, std::int32_t height, int count) {
    std::vector<TransactionRef> out{spendAll(bench.node.coinbase(height), 1'000)};
    while (int(out.size()) < count)
        out.push_back(spendAll(outputOf(*out.back()), 1'000));
    return out;
}

net::wire::BlockTransactions answerOf(const BlockRef& block, std::size_t from) {
    return {hashOf(block), {block->transactions.begin() + std::ptrdiff_t(from), block->transactions.end()}};
}

net::wire::GetData wanted(net::wire::ItemKind kind, const primitives::BlockHash& hash) {
    return {{{kind, hash.bytes()}}};
}

bool wasAskedWhole(ExchangeBench& bench, PeerId peer, const BlockRef& block) {
    const auto asked = bench.items<net::wire::GetData>(peer);
    return asked == wanted(net::wire::ItemKind::BlockWithWitness, hashOf(block)).items;
}

} // namespace

class BlockRelayTest : public QObject {
    Q_OBJECT

private slots:
    // --- telling

    void speaksVersionTwoAlone() {
        ExchangeBench bench;
        bench.connect(1);
        QVERIFY(bench.sent<SendCompact>(1) == (std::vector{SendCompact{false, 2}}));
        bench.send(1, bench.inStep(), SendCompact{true, 1}, SendCompact{true, 3});
        QVERIFY(!bench.exchange.compactOf(1).gives);
        bench.mine();
        QVERIFY(bench.sent<CompactBlock>(1).empty());
        net::PeerFacts old = ExchangeBench::facts();
        old.protocol = 70013;
        bench.exchange.connected(2, old);
        QVERIFY(bench.sent<SendCompact>(2).empty());
    }

    void tellsAsEachLikesIt() {
        ExchangeBench bench;
        for (const PeerId peer : {1, 2, 3}) {
            bench.connect(peer);
            bench.send(peer, bench.inStep());
        }
        bench.send(2, net::wire::SendHeaders{});
        bench.send(3, SendCompact{true, 2});
        bench.forgetSent();
        for (int i = 0; i < 3; ++i) {
            const auto block = bench.mine();
            QVERIFY(bench.namesTold(1) == Hashes{hashOf(block)});
            QVERIFY(bench.headersTold(2) == Hashes{hashOf(block)});
            const auto compact = bench.sent<CompactBlock>(3);
            QVERIFY(compact.size() == 1 && compact[0].header == block->header);
            for (const PeerId peer : {1, 2, 3})
                QVERIFY(bench.namesTold(peer).empty() && bench.headersTold(peer).empty());
            bench.pass(1'000);
        }
        bench.send(3, SendCompact{false, 2}, net::wire::SendHeaders{});
        const auto block = bench.mine();
        QVERIFY(bench.headersTold(3) == Hashes{hashOf(block)});
        QVERIFY(bench.sent<CompactBlock>(3).empty());
    }

    void namesItsTipToThoseWhoNeverAsk() {
        ExchangeBench bench;
        for (const PeerId peer : {1, 2, 3, 4}) {
            bench.connect(peer, false);
            bench.send(peer, net::wire::Headers{}); // it has less than we, and does not say so by asking
        }
        bench.send(2, net::wire::GetHeaders{70016, {}, {}});
        bench.send(3, net::wire::GetBlocks{70016, {}, {}});
        bench.send(4, bench.inStep());
        bench.forgetSent();
        bench.pass(1'500);
        QVERIFY(bench.namesTold(1).empty());
        bench.pass(1'500);
        QVERIFY(bench.namesTold(1) == Hashes{bench.node.memory->tip().hash()});
        bench.pass(60'000);
        for (const PeerId peer : {1, 2, 3, 4})
            QVERIFY(bench.namesTold(peer).empty()); // once
    }

    void tellsNobodyWhatHeHas() {
        ExchangeBench bench;
        for (const PeerId peer : {1, 2, 3}) {
            bench.connect(peer);
            bench.send(peer, bench.inStep(), net::wire::SendHeaders{});
        }
        bench.forgetSent();
        const auto block = bench.make();
        bench.send(2, net::wire::Headers{{block->header}});
        bench.send(1, net::wire::BlockMessage{block});
        QVERIFY(bench.tip() == hashOf(block));
        QVERIFY(bench.headersTold(1).empty() && bench.namesTold(1).empty());
        QVERIFY(bench.headersTold(2).empty() && bench.namesTold(2).empty());
        QVERIFY(bench.headersTold(3) == Hashes{hashOf(block)});
        bench.pass(1'000);
        bench.forgetSent();
        const auto named = bench.make(); // it told of it, and another brought it
        bench.send(3, net::wire::Inventory{wanted(net::wire::ItemKind::Block, hashOf(named)).items});
        bench.send(1, net::wire::BlockMessage{named});
        QVERIFY(bench.tip() == hashOf(named));
        bench.pass(1'000);
        QVERIFY(bench.headersTold(3).empty() && bench.namesTold(3).empty());
        net::PeerFacts polled = ExchangeBench::facts(false);
        polled.isPolled = true;
        bench.exchange.connected(4, polled);
        bench.mine();
        bench.pass(1'000);
        QVERIFY(bench.namesTold(4).empty() && bench.headersTold(4).empty());
    }

    /// A program that is only asked shall not wait for its next question either.
    void pushesToWhoIsPolled() {
        ExchangeBench bench;
        net::PeerFacts polled = ExchangeBench::facts(false);
        polled.isPolled = true;
        bench.exchange.connected(1, polled);
        bench.exchange.connected(2, polled);
        bench.send(1, net::wire::Headers{{bench.node.memory->tip().record.header}});
        const auto first = bench.mine();
        bench.pass(1'000);
        const auto pushed = bench.sent<net::wire::BlockMessage>(1);
        QCOMPARE(pushed.size(), std::size_t(1));
        QVERIFY(hashOf(pushed[0].block) == hashOf(first));
        QVERIFY2(bench.sent<net::wire::BlockMessage>(2).empty(), "what it has is not known");
        bench.send(1, net::wire::Headers{{first->header}});
        bench.pass(1'000);
        QVERIFY(bench.sent<net::wire::BlockMessage>(1).empty());
        const auto its = bench.make();
        bench.send(1, net::wire::BlockMessage{its});
        bench.pass(1'000);
        QVERIFY2(bench.sent<net::wire::BlockMessage>(1).empty(), "its own");
        bench.mine();
        bench.mine();
        bench.pass(1'000);
        QCOMPARE(bench.sent<net::wire::BlockMessage>(1).size(), std::size_t(2));
    }

    void severalTipsOfAMomentAreToldTogether() {
        ExchangeBench bench;
        bench.connect(1);
        bench.send(1, bench.inStep(), net::wire::SendHeaders{});
        bench.forgetSent();
        const auto first = bench.mine();
        QVERIFY2(bench.headersTold(1) == Hashes{hashOf(first)}, "one at once");
        const Hashes more{hashOf(bench.mine()), hashOf(bench.mine()), hashOf(bench.mine())};
        QVERIFY(bench.sent<net::wire::Headers>(1).empty());
        bench.pass(100);
        const auto messages = bench.sent<net::wire::Headers>(1);
        QCOMPARE(messages.size(), std::size_t(1));
        QCOMPARE(messages[0].list.size(), std::size_t(3));
        QVERIFY(messages[0].list.back().hash() == more.back());
    }

    /// Eight headers; more, or what does not connect, are named by the tip until it asks for headers.
    void longBranchesAreNamedByTheirTip() {
        ExchangeBench bench;
        bench.connect(1);
        bench.send(1, bench.inStep(), net::wire::SendHeaders{});
        const auto reorganise = [&](std::int32_t depth) {
            const auto fork = bench.node.memory->at(bench.node.memory->tip().height() - depth)->hash();
            const auto branch = bench.node.maker.mineMany(fork, depth + 1);
            QVERIFY(bench.node.memory->acceptBlocks({branch.data(), branch.size() - 1}).has_value());
            bench.forgetSent();
            bench.give(branch.back());
        };
        bench.pass(100);
        reorganise(7);
        QCOMPARE(bench.headersTold(1).size(), std::size_t(8));
        QVERIFY(bench.namesTold(1).empty());
        bench.pass(100);
        reorganise(8);
        QVERIFY(bench.headersTold(1).empty());
        QVERIFY(bench.namesTold(1) == Hashes{bench.tip()});
        bench.pass(100);
        bench.send(1, wanted(net::wire::ItemKind::BlockWithWitness, bench.tip()));
        bench.mine();
        QVERIFY2(bench.namesTold(1) == Hashes{bench.tip()}, "a body says nothing of what it knows below");
        bench.pass(100);
        bench.send(1, bench.inStep());
        bench.forgetSent();
        bench.mine();
        QVERIFY(bench.headersTold(1) == Hashes{bench.tip()});
    }

    void wantsHeadersOnceItIsInStep() {
        ExchangeBench bench;
        bench.node.memory.clock.advance(std::int64_t{3} * 24 * 3'600);
        bench.connect(1);
        bench.pass(1'000);
        QVERIFY2(bench.sent<net::wire::SendHeaders>(1).empty(), "far behind");
        bench.node.memory.clock.setNow(std::int64_t{bench.node.memory->tip().record.header.time} + 60);
        bench.pass(1'000);
        QCOMPARE(bench.sent<net::wire::SendHeaders>(1).size(), std::size_t(1));
    }

    // --- taking

    /// All is here: no question, no round trip.
    void isMadeOfWhatWaits() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        makeUseful(bench, 1);
        QVERIFY(bench.exchange.compactOf(1).sendsUnasked);
        const auto payments = paymentLine(bench, 1, 10);
        for (const auto& payment : payments)
            bench.send(1, net::wire::TransactionMessage{payment});
        QCOMPARE(bench.node.mempool.size(), std::size_t(10));
        const auto block = bench.make(payments);
        bench.send(1, net::compactOf(*block, 5));
        QVERIFY(bench.tip() == hashOf(block));
        QVERIFY(bench.sent<net::wire::GetBlockTransactions>(1).empty());
        QVERIFY(bench.sent<net::wire::GetData>(1).empty());
    }

    void whatIsMissingIsAskedFor() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        makeUseful(bench, 1);
        const auto payments = paymentLine(bench, 1, 6);
        bench.send(1, net::wire::TransactionMessage{payments[0]});
        const auto block = bench.make(payments);
        bench.send(1, net::compactOf(*block, 5));
        const auto asked = bench.sent<net::wire::GetBlockTransactions>(1);
        QCOMPARE(asked.size(), std::size_t(1));
        QVERIFY(asked[0] == (net::wire::GetBlockTransactions{hashOf(block), {2, 3, 4, 5, 6}}));
        QVERIFY(bench.exchange.rememberedBytes() > 0);
        bench.send(1, answerOf(block, 2));
        QVERIFY(bench.tip() == hashOf(block));
        bench.send(1, answerOf(block, 2)); // late
        QVERIFY(!bench.dropOf(1));
    }

    void theNextBlockIsAskedForAsCompact() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        const auto block = bench.make();
        bench.send(1, net::wire::Headers{{block->header}});
        QVERIFY(bench.items<net::wire::GetData>(1) ==
                wanted(net::wire::ItemKind::CompactBlock, hashOf(block)).items);
        auto message = net::compactOf(*block, 5);
        message.shortIds = {net::ShortIds(block->header, 5).of(block->transactions[0]->wtxid())};
        message.prefilled.clear();
        bench.send(1, message); // without its coinbase
        QVERIFY(bench.tip() == block->header.previous);
        const auto asked = bench.sent<net::wire::GetBlockTransactions>(1);
        QVERIFY(asked.size() == 1 && asked[0].indexes == std::vector<std::uint32_t>{0});
        bench.send(1, answerOf(block, 0));
        QVERIFY(bench.tip() == hashOf(block));
    }

    void refusedReplacedAndOrphanTransactionsServeToo() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        makeUseful(bench, 1);
        const auto payments = paymentLine(bench, 1, 2);
        const auto cheap = spendAll(bench.node.coinbase(2), 0);
        bench.send(1, net::wire::TransactionMessage{payments[1]}, net::wire::TransactionMessage{cheap});
        QCOMPARE(bench.node.mempool.size(), std::size_t(0));
        const auto replaced = spendAll(bench.node.coinbase(3), 1'000);
        bench.send(1, net::wire::TransactionMessage{replaced},
                   net::wire::TransactionMessage{spendAll(bench.node.coinbase(3), 50'000)});
        QVERIFY(!bench.node.has(replaced));
        const auto block = bench.make({payments[0], payments[1], cheap, replaced});
        bench.send(1, net::compactOf(*block, 5));
        const auto asked = bench.sent<net::wire::GetBlockTransactions>(1);
        QVERIFY(asked.size() == 1 && asked[0].indexes == std::vector<std::uint32_t>{1});
    }

    /// The row: collisions. The whole block is asked for, and nobody punished.
    void collisionsCostARoundTripAndNobodyHisPlace() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        makeUseful(bench, 1);
        auto payments = paymentLine(bench, 1, 6);
        auto block = bench.make(payments);
        auto message = net::compactOf(*block, 5);
        message.shortIds[2] = message.shortIds[4]; // two of one id
        bench.send(1, message);
        QVERIFY(wasAskedWhole(bench, 1, block));
        bench.send(1, net::wire::BlockMessage{block});
        QVERIFY(bench.tip() == hashOf(block));
        // A waiting transaction that looks like one of the block.
        const auto other = spendAll(bench.node.coinbase(3), 1'000);
        payments = paymentLine(bench, 2, 3);
        for (const auto& transaction : payments)
            bench.send(1, net::wire::TransactionMessage{transaction});
        bench.send(1, net::wire::TransactionMessage{other});
        block = bench.make(payments);
        message = net::compactOf(*block, 5);
        message.shortIds[1] = net::ShortIds(block->header, 5).of(other->wtxid());
        bench.forgetSent();
        bench.send(1, message);
        QVERIFY(wasAskedWhole(bench, 1, block));
        bench.send(1, net::wire::BlockMessage{block});
        QVERIFY(bench.tip() == hashOf(block));
        QVERIFY(!bench.dropOf(1));
    }

    void wrongAnswersAreForgivenOnce() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        makeUseful(bench, 1);
        const auto block = bench.make(paymentLine(bench, 1, 2));
        bench.send(1, net::compactOf(*block, 5));
        const net::wire::BlockTransactions wrong{hashOf(block),
                                                 {block->transactions[2], block->transactions[1]}};
        bench.forgetSent();
        bench.send(1, wrong);
        QVERIFY(wasAskedWhole(bench, 1, block));
        QVERIFY(!bench.dropOf(1));
        bench.send(1, wrong);
        QCOMPARE(bench.dropOf(1), net::Misbehaviour::BadCompactBlock);
    }

    void thoseThatCannotBeArePunished() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        makeUseful(bench, 1);
        const auto block = bench.make();
        bench.send(1, CompactBlock{block->header, 0, {}, {{1, block->transactions[0]}}});
        QCOMPARE(bench.dropOf(1), net::Misbehaviour::BadCompactBlock);
        // Too few or too many transactions in the answer.
        joinCompact(bench, 2, false);
        makeUseful(bench, 2);
        const auto other = bench.make(paymentLine(bench, 1, 2));
        bench.send(2, net::compactOf(*other, 5));
        bench.send(2, answerOf(other, 2));
        QCOMPARE(bench.dropOf(2), net::Misbehaviour::BadCompactBlock);
    }

    /// It may pass on what it has not checked; a block on top of it it must have checked.
    void theSenderOfACompactBlockNeedNotHaveCheckedIt() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        makeUseful(bench, 1);
        const auto payment = spendAll(bench.node.coinbase(1), 1'000);
        auto parts = payment->parts();
        parts.inputs[0].witness[0][10] ^= 1;
        const auto bad = bench.make({support::refOf(std::move(parts))});
        auto message = net::compactOf(*bad, 5);
        message.shortIds.clear();
        message.prefilled.push_back({1, bad->transactions[1]});
        bench.send(1, message);
        QVERIFY(bench.node.memory->headers().find(hashOf(bad))->isInvalid());
        QVERIFY(!bench.dropOf(1));
        bench.send(1, message);
        QVERIFY(!bench.dropOf(1));
        QVERIFY(bench.tip() == bad->header.previous);
        const auto next = bench.node.maker.mineOn(hashOf(bad));
        bench.send(1, net::compactOf(*next, 5));
        QVERIFY2(bench.dropOf(1), "a block on top of it it must have checked");
    }

    void strangersBlocksAreNoMoreThanNames() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        const auto block = bench.make(paymentLine(bench, 1, 2));
        bench.send(1, net::compactOf(*block, 5));
        QVERIFY(bench.sent<net::wire::GetBlockTransactions>(1).empty());
        QVERIFY(bench.node.memory->headers().find(hashOf(block)) == nullptr);
        QCOMPARE(bench.sent<net::wire::GetHeaders>(1).size(), std::size_t(1));
        bench.connect(2); // speaks no BIP 152
        bench.forgetSent();
        bench.send(2, net::compactOf(*block, 5));
        QVERIFY(bench.sent<net::wire::GetBlockTransactions>(2).empty());
    }

    void oldAndFarBlocksAreNotPutTogether() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        makeUseful(bench, 1);
        const auto payments = paymentLine(bench, 1, 2);
        const auto old =
            bench.node.maker.mineOn(bench.node.memory->at(55)->hash(), {.transactions = payments});
        bench.send(1, net::compactOf(*old, 5));
        QVERIFY(bench.sent<net::wire::GetBlockTransactions>(1).empty());
        QVERIFY(!bench.dropOf(1));
        // Asked for by others, it is not given: it would tell what was seen.
        bench.send(1, net::wire::GetBlockTransactions{hashOf(old), {0}});
        QVERIFY(bench.sent<net::wire::BlockTransactions>(1).empty());
        QVERIFY(!bench.dropOf(1));
    }

    /// Who stalls holds nobody up; the last place is for a peer that we dialled.
    void othersHelpOut() {
        ExchangeBench bench;
        for (const PeerId peer : {1, 2, 3})
            joinCompact(bench, peer, false);
        joinCompact(bench, 4, false, false);
        for (const PeerId peer : {2, 3, 4})
            makeUseful(bench, peer);
        const auto block = bench.make(paymentLine(bench, 1, 5));
        const auto message = net::compactOf(*block, 5);
        bench.send(1, net::wire::Headers{{block->header}});
        bench.send(1, message);
        const auto isAsked = [&](PeerId peer) {
            return !bench.sent<net::wire::GetBlockTransactions>(peer).empty();
        };
        QVERIFY(isAsked(1));
        bench.send(2, message);
        QVERIFY2(isAsked(2), "a second one");
        bench.send(3, message);
        QVERIFY2(!isAsked(3), "dialled in: not a third");
        bench.send(4, message);
        QVERIFY2(isAsked(4), "dialled: a third");
        bench.send(2, answerOf(block, 1));
        QVERIFY(bench.tip() == hashOf(block));
        for (const PeerId peer : {1, 4})
            bench.send(peer, answerOf(block, 1)); // too late, and no fault
        for (const PeerId peer : {1, 2, 3, 4})
            QVERIFY(!bench.dropOf(peer));
    }

    void threeSendUnaskedThoseThatWereUsefulLast() {
        ExchangeBench bench;
        for (const PeerId peer : {2, 3, 4, 5})
            joinCompact(bench, peer, false, peer != 2);
        const auto unasked = [&] {
            std::vector<PeerId> out;
            for (const PeerId peer : {2, 3, 4, 5}) {
                if (bench.exchange.compactOf(peer).sendsUnasked) out.push_back(peer);
            }
            return out;
        };
        const auto bring = [&](PeerId peer) { bench.send(peer, net::wire::BlockMessage{bench.make()}); };
        for (const PeerId peer : {3, 4, 5})
            bring(peer);
        QCOMPARE(unasked(), (std::vector<PeerId>{3, 4, 5}));
        QVERIFY(bench.sent<SendCompact>(3) == (std::vector{SendCompact{true, 2}}));
        for (const PeerId peer : {3, 4, 5})
            bring(peer);
        QVERIFY2(bench.sent<SendCompact>(3).empty(), "it is one already");
        bring(2);
        QCOMPARE(unasked(), (std::vector<PeerId>{2, 4, 5}));
        QVERIFY(bench.sent<SendCompact>(3) == (std::vector{SendCompact{false, 2}}));
        for (int i = 0; i < 3; ++i) {
            for (const PeerId peer : {3, 4, 5}) {
                bring(peer);
                QVERIFY2(bench.exchange.compactOf(2).sendsUnasked, "the one that we dialled stays");
                QCOMPARE(unasked().size(), std::size_t(3));
            }
        }
        bench.exchange.gone(2);
        for (const PeerId peer : {3, 4, 5})
            bring(peer);
        QCOMPARE(unasked(), (std::vector<PeerId>{3, 4, 5}));
    }

    // --- giving

    void compactBlocksAreGivenNearTheTip() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        const auto at = [&](std::int32_t depth) {
            return bench.node.memory->at(bench.node.memory->tip().height() - depth)->hash();
        };
        bench.send(1, wanted(net::wire::ItemKind::CompactBlock, at(5)));
        const auto given = bench.sent<CompactBlock>(1);
        QVERIFY(given.size() == 1 && given[0].header.hash() == at(5));
        bench.send(1, wanted(net::wire::ItemKind::CompactBlock, at(6)));
        QVERIFY(bench.sent<CompactBlock>(1).empty());
        QVERIFY2(bench.served(1) == Hashes{at(6)}, "deeper whole");
        bench.send(1, net::wire::GetBlockTransactions{at(10), {0}});
        const auto transactions = bench.sent<net::wire::BlockTransactions>(1);
        QVERIFY(transactions.size() == 1 && transactions[0].block == at(10));
        bench.send(1, net::wire::GetBlockTransactions{at(11), {0}});
        QVERIFY(bench.sent<net::wire::BlockTransactions>(1).empty());
        QVERIFY(bench.served(1) == Hashes{at(11)});
    }

    void questionsThatCannotBeArePunished() {
        ExchangeBench bench;
        joinCompact(bench, 1, false);
        joinCompact(bench, 2, false);
        bench.send(1, net::wire::GetBlockTransactions{bench.tip(), {}});
        QCOMPARE(bench.dropOf(1), net::Misbehaviour::BadRequest);
        bench.send(2, net::wire::GetBlockTransactions{primitives::BlockHash(util::ByteArray<32>{7}), {0}});
        QVERIFY2(!bench.dropOf(2), "we may not have it");
        bench.send(2, net::wire::GetBlockTransactions{bench.tip(), {1}});
        QCOMPARE(bench.dropOf(2), net::Misbehaviour::BadRequest);
    }
};

CAIRN_TEST(BlockRelayTest)
#include "BlockRelayTest.moc"
