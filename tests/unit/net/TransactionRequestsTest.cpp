#include "net/relay/TransactionRequests.h"
#include "support/TestProgram.h"

#include <QtTest>

#include <set>

using net::PeerId;
using Hash = net::TransactionRequests::Hash;

namespace {

Hash requestHash(std::uint32_t number) {
    Hash hash{};
    for (std::size_t i = 0; i < 4; ++i)
        hash[i] = std::uint8_t(number >> (8 * i));
    return hash;
}

/// The numbers of what a peer is asked for now.
std::vector<std::uint32_t> askedOf(net::TransactionRequests& requests, PeerId peer, std::int64_t nowMs) {
    std::vector<std::uint32_t> out;
    for (const auto& item : requests.ask(peer, nowMs))
        out.push_back(item.hash[0] | std::uint32_t(item.hash[1]) << 8 | std::uint32_t(item.hash[2]) << 16);
    return out;
}

using Numbers = std::vector<std::uint32_t>;

} // namespace

class TransactionRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void asksInOrderAndOnce() {
        net::TransactionRequests requests({}, 1);
        for (const std::uint32_t number : {5U, 3U, 9U})
            QVERIFY(requests.announced(1, requestHash(number), true, true, 0));
        QVERIFY(requests.announced(1, requestHash(3), true, true, 0));
        QCOMPARE(requests.size(), std::size_t(3));
        QCOMPARE(askedOf(requests, 1, 0), (Numbers{5, 3, 9}));
        QCOMPARE(askedOf(requests, 1, 0), Numbers());
        QCOMPARE(requests.underWay(1), std::size_t(3));
        requests.answered(1, requestHash(3));
        QCOMPARE(requests.underWay(1), std::size_t(2));
        QCOMPARE(requests.size(), std::size_t(2)); // nobody else has it
    }

    void namesTheKind() {
        net::TransactionRequests requests({}, 1);
        requests.announced(1, requestHash(1), true, true, 0);
        requests.announced(1, requestHash(2), false, true, 0);
        const auto items = requests.ask(1, 0);
        QCOMPARE(items.size(), std::size_t(2));
        QVERIFY(items[0].kind == net::wire::ItemKind::WtxId);
        QVERIFY(items[1].kind == net::wire::ItemKind::TransactionWithWitness);
    }

    void waitsForItsTime() {
        net::TransactionRequests requests({}, 1);
        requests.announced(1, requestHash(1), true, false, 2'000);
        QCOMPARE(askedOf(requests, 1, 1'999), Numbers());
        QCOMPARE(askedOf(requests, 1, 2'000), Numbers{1});
    }

    void prefersThoseWeDialled() {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            net::TransactionRequests requests({}, seed);
            for (PeerId peer = 1; peer <= 10; ++peer)
                requests.announced(peer, requestHash(1), true, false, 0);
            requests.announced(11, requestHash(1), true, true, 0);
            for (PeerId peer = 1; peer <= 10; ++peer)
                QCOMPARE(askedOf(requests, peer, 10'000), Numbers());
            QCOMPARE(askedOf(requests, 11, 10'000), Numbers{1});
        }
    }

    void nobodyOutsideKnowsWhoIsAsked() {
        std::set<PeerId> winners;
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            net::TransactionRequests requests({}, seed);
            for (PeerId peer = 1; peer <= 4; ++peer)
                requests.announced(peer, requestHash(1), true, false, 0);
            for (PeerId peer = 1; peer <= 4; ++peer)
                if (!askedOf(requests, peer, 0).empty()) winners.insert(peer);
        }
        QCOMPARE(winners.size(), std::size_t(4));
    }

    /// One at a time: another only after 60 s, a no, or a farewell.
    void asksAnotherWhenOneIsSilent() {
        net::TransactionRequests requests({}, 1);
        requests.announced(1, requestHash(1), true, true, 0);
        requests.announced(2, requestHash(1), true, false, 2'000);
        QCOMPARE(askedOf(requests, 1, 0), Numbers{1});
        QCOMPARE(askedOf(requests, 2, 59'999), Numbers());
        QCOMPARE(askedOf(requests, 2, 60'000), Numbers{1});
        QCOMPARE(requests.underWay(1), std::size_t(0));
        QCOMPARE(askedOf(requests, 1, 60'000), Numbers()); // it had its chance
    }

    void asksAnotherWhenOneSaysNo() {
        net::TransactionRequests requests({}, 1);
        requests.announced(1, requestHash(1), true, true, 0);
        requests.announced(2, requestHash(1), true, false, 0);
        QCOMPARE(askedOf(requests, 1, 0), Numbers{1});
        QCOMPARE(askedOf(requests, 2, 0), Numbers());
        requests.answered(1, requestHash(1));
        QCOMPARE(askedOf(requests, 2, 0), Numbers{1});
        requests.answered(2, requestHash(1));
        QCOMPARE(requests.size(), std::size_t(0)); // nobody is left
    }

    void asksAnotherWhenOneIsGone() {
        net::TransactionRequests requests({}, 1);
        requests.announced(1, requestHash(1), true, true, 0);
        requests.announced(2, requestHash(1), true, false, 0);
        requests.announced(1, requestHash(2), true, true, 0);
        QCOMPARE(askedOf(requests, 1, 0), (Numbers{1, 2}));
        requests.gone(1);
        requests.gone(1);
        QCOMPARE(askedOf(requests, 2, 0), Numbers{1});
        QCOMPARE(requests.size(), std::size_t(1));
        QCOMPARE(requests.announcedBy(1), std::size_t(0));
    }

    void whatIsSettledIsAskedOfNobody() {
        net::TransactionRequests requests({}, 1);
        for (PeerId peer = 1; peer <= 3; ++peer)
            requests.announced(peer, requestHash(1), true, false, 0);
        QCOMPARE(requests.peersOf(requestHash(1)), (std::vector<PeerId>{1, 2, 3}));
        requests.settled(requestHash(1));
        for (PeerId peer = 1; peer <= 3; ++peer)
            QCOMPARE(askedOf(requests, peer, 100'000), Numbers());
        QVERIFY(requests.peersOf(requestHash(1)).empty());
        QCOMPARE(requests.size(), std::size_t(0));
    }

    void aPeerMayAnnounceSoManyAndNoMore() {
        net::TransactionRequests requests({.maxPerPeer = 5'000}, 1);
        for (std::uint32_t i = 0; i < 5'000; ++i)
            QVERIFY(requests.announced(1, requestHash(i), true, true, 0));
        QVERIFY(!requests.announced(1, requestHash(5'000), true, true, 0));
        QVERIFY(requests.announced(2, requestHash(5'000), true, true, 0));
        QCOMPARE(requests.announcedBy(1), std::size_t(5'000));
        requests.settled(requestHash(0));
        QVERIFY(requests.announced(1, requestHash(5'000), true, true, 0));
    }

    /// A flood of announcements leaves everybody else his part of the room.
    void floodsLeaveRoomForOthers() {
        net::TransactionRequests requests({.maxPerPeer = 5'000, .maxInAll = 10'000}, 1);
        std::uint32_t number = 0;
        for (PeerId flooder = 1; flooder <= 20; ++flooder) {
            for (std::uint32_t i = 0; i < 5'000; ++i)
                static_cast<void>(requests.announced(flooder, requestHash(number++), true, true, 0));
        }
        QCOMPARE(requests.size(), std::size_t(10'000));
        for (std::uint32_t i = 0; i < 100; ++i)
            QVERIFY(requests.announced(99, requestHash(number++), true, true, 0));
        QCOMPARE(requests.size(), std::size_t(10'000));
        QCOMPARE(askedOf(requests, 99, 0).size(), std::size_t(100));
        QVERIFY(requests.bytes() < std::size_t(20) << 20);
    }

    /// Against a plain model: every hash that somebody honest announced is asked of one at a time until it is
    /// answered.
    void aThousandRandomSteps() {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            net::TransactionRequests requests({}, seed);
            std::uint64_t state = seed * 0x9e3779b97f4a7c15ULL;
            const auto random = [&state](std::uint64_t bound) {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                return state % bound;
            };
            std::map<Hash, std::pair<PeerId, std::int64_t>> underWay;
            std::int64_t nowMs = 0;
            for (int step = 0; step < 1'000; ++step) {
                const PeerId peer = 1 + random(5);
                const Hash hash = requestHash(std::uint32_t(random(20)));
                switch (random(6)) {
                case 0:
                case 1:
                    requests.announced(peer, hash, true, random(2) == 0, nowMs + std::int64_t(random(3'000)));
                    break;
                case 2:
                    requests.answered(peer, hash);
                    if (underWay.contains(hash) && underWay[hash].first == peer) underWay.erase(hash);
                    break;
                case 3:
                    nowMs += std::int64_t(random(20'000));
                    break;
                case 4:
                    if (random(10) != 0) break;
                    requests.gone(peer);
                    std::erase_if(underWay, [&](const auto& item) { return item.second.first == peer; });
                    break;
                default:
                    for (const auto& item : requests.ask(peer, nowMs)) {
                        const auto other = underWay.find(item.hash);
                        QVERIFY2(other == underWay.end() || nowMs - other->second.second >= 60'000,
                                 qPrintable(QStringLiteral("seed %1").arg(seed)));
                        underWay[item.hash] = {peer, nowMs};
                    }
                }
            }
            for (PeerId peer = 1; peer <= 5; ++peer)
                requests.gone(peer);
            QCOMPARE(requests.size(), std::size_t(0));
            QCOMPARE(requests.bytes(), std::size_t(0));
        }
    }
};

CAIRN_TEST(TransactionRequestsTest)
#include "TransactionRequestsTest.moc"
