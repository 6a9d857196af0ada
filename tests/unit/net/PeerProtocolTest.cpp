#include "net/PeerProtocol.h"
#include "consensus/ChainParams.h"
#include "support/TestProgram.h"

#include <random>

using namespace net;

class PeerProtocolTest : public QObject {
    Q_OBJECT
private slots:
    void carriesHelloAsJsonAndQuery();
    void carriesEveryMessage();
    void keepsTheLimits();
    void refusesMalformedBytes();
    void survivesMutations();

private:
    static Hello someHello();
    static PeerReply someReply();
};

Hello PeerProtocolTest::someHello() {
    Hello hello;
    hello.genesis = consensus::regtestParams().genesisHash;
    hello.tip = hello.genesis;
    hello.magic = QStringLiteral("fabfb5da");
    hello.nonce = 0xfedcba9876543210;
    hello.agent = QStringLiteral("/Cairn:0.1.0/");
    hello.network = QStringLiteral("Käse & Brot+ %41");
    hello.rulesJson = QStringLiteral(R"({"a":"b c"})");
    hello.time = 1'760'000'000;
    hello.height = 7;
    hello.chainWork = consensus::Uint256(1) << 200;
    hello.feeFilter = 1000;
    hello.listens = true;
    hello.port = 5001;
    return hello;
}

PeerReply PeerProtocolTest::someReply() {
    PeerReply reply;
    reply.news.headers = {consensus::regtestParams().genesis->header};
    reply.news.wtxids = {primitives::WtxId(util::ByteArray<32>{1, 2, 3})};
    reply.orders.push_back({Order::Kind::Blocks, {consensus::regtestParams().genesisHash}, {}});
    reply.orders.push_back({Order::Kind::Transactions, {}, reply.news.wtxids});
    return reply;
}

void PeerProtocolTest::carriesHelloAsJsonAndQuery() {
    const Hello hello = someHello();
    for (const auto& back : {decodeHello(encodeHello(hello)), helloFromQuery(helloQuery(hello))}) {
        QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error()));
        QCOMPARE(back->genesis.toHex(), hello.genesis.toHex());
        QCOMPARE(back->nonce, hello.nonce);
        QCOMPARE(back->network, hello.network);
        QCOMPARE(back->rulesJson, hello.rulesJson);
        QCOMPARE(back->height, hello.height);
        QVERIFY(back->chainWork == hello.chainWork);
        QCOMPARE(back->listens, true);
        QCOMPARE(back->port, quint16(5001));
        QCOMPARE(back->time, hello.time);
    }
}

void PeerProtocolTest::carriesEveryMessage() {
    const auto& params = consensus::regtestParams();
    const HeadersRequest request{{params.genesisHash}, params.genesisHash};
    const auto requestBack = decodeHeadersRequest(encodeHeadersRequest(request));
    QVERIFY(requestBack && requestBack->locator == request.locator && requestBack->stop == request.stop);
    const std::vector<primitives::BlockHeader> headers(3, params.genesis->header);
    QVERIFY(decodeHeaders(encodeHeaders(headers)) == headers);
    const auto blocks = decodeBlocks(encodeBlocks({params.genesis, params.genesis}));
    QVERIFY(blocks && blocks->size() == 2 && (*blocks)[1]->serialize() == params.genesis->serialize());
    const auto transactions = decodeTransactions(encodeTransactions(params.genesis->transactions));
    QVERIFY(transactions && transactions->front()->txid() == params.genesis->transactions.front()->txid());
    const PeerReply reply = someReply();
    const auto replyBack = decodeReply(encodeReply(reply));
    QVERIFY(replyBack && replyBack->orders == reply.orders && replyBack->news.wtxids == reply.news.wtxids);
    const auto news = decodeAnnouncement(encodeAnnouncement(reply.news));
    QVERIFY(news && news->headers == reply.news.headers);
    Delivery delivery;
    delivery.kind = Order::Kind::Blocks;
    delivery.blocks = {params.genesis};
    const auto deliveryBack = decodeDelivery(encodeDelivery(delivery));
    QVERIFY(deliveryBack && deliveryBack->kind == Order::Kind::Blocks && deliveryBack->blocks.size() == 1);
}

void PeerProtocolTest::keepsTheLimits() {
    const auto& params = consensus::regtestParams();
    QVERIFY(!decodeHeaders(encodeHeaders(std::vector(kMaxHeaders + 1, params.genesis->header))));
    QVERIFY(!decodeBlockHashes(encodeBlockHashes(std::vector(kMaxBlocksPerRequest + 1, params.genesisHash))));
    QVERIFY(!decodeWtxids(encodeWtxids(std::vector<primitives::WtxId>(kMaxIdsPerRequest + 1))));
    QVERIFY(
        !decodeHeadersRequest(encodeHeadersRequest({std::vector(kMaxLocator + 1, params.genesisHash), {}})));
    Announcement news;
    news.headers = std::vector(kMaxAnnouncedHeaders + 1, params.genesis->header);
    QVERIFY(!decodeAnnouncement(encodeAnnouncement(news)));
    QVERIFY(!decodeBlocks(encodeBlocks(std::vector(kMaxBlocksPerRequest + 1, params.genesis))));
}

void PeerProtocolTest::refusesMalformedBytes() {
    QVERIFY(!decodeHello("nonsense"));
    QVERIFY(!decodeHello("[]"));
    QVERIFY(!helloFromQuery(QString()));
    QVERIFY(!helloFromQuery(QStringLiteral("proto=1&genesis=zz&tip=zz&nonce=1")));
    QVERIFY(!decodeHeaders(QByteArray(79, '\0')));
    QVERIFY(!decodeBlocks(QByteArray("\xff\xff\xff\x7f", 4))); // announces 2 GiB
    QVERIFY(!decodeAnnouncement(QByteArray("\xfe\xff\xff\xff\xff", 5)));
    QVERIFY(!decodeReply(QByteArray("\0\0\1\7\0\0", 6))); // an order of a kind that is none
    QVERIFY(!decodeDelivery(QByteArray()));
    QVERIFY(!decodeDelivery(QByteArray("\x09", 1)));
    QByteArray trailing = encodeAnnouncement({});
    trailing += 'x';
    QVERIFY(!decodeAnnouncement(trailing));
}

void PeerProtocolTest::survivesMutations() {
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    Delivery delivery;
    delivery.kind = Order::Kind::Blocks;
    delivery.blocks = {consensus::regtestParams().genesis};
    const QByteArray samples[] = {encodeReply(someReply()), encodeDelivery(delivery),
                                  encodeHello(someHello()), encodeBlocks(delivery.blocks),
                                  encodeHeadersRequest({{delivery.blocks[0]->header.hash()}, {}})};
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = samples[random() % std::size(samples)];
        for (auto changes = random() % 4; changes > 0; --changes)
            bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
        if (random() % 4 == 0) bytes.truncate(qsizetype(random() % std::size_t(bytes.size() + 1)));
        accepted += decodeReply(bytes).has_value() + decodeDelivery(bytes).has_value() +
                    decodeHello(bytes).has_value() + decodeBlocks(bytes).has_value() +
                    decodeHeadersRequest(bytes).has_value() + decodeTransactions(bytes).has_value();
    }
    QVERIFY(accepted > 1000); // unchanged ones are among them
}

CAIRN_TEST(PeerProtocolTest)
#include "PeerProtocolTest.moc"
