#include "net/link/HttpProtocol.h"
#include "consensus/ChainParams.h"
#include "support/TestProgram.h"

#include <random>

using namespace net;

class HttpProtocolTest : public QObject {
    Q_OBJECT
private slots:
    void carriesHelloAsJsonAndQuery();
    void takesTheHelloOfASmallProgram();
    void refusesAHelloThatIsNone_data();
    void refusesAHelloThatIsNone();
    void carriesEveryBody();
    void keepsTheLimits();
    void refusesMalformedBytes();
    void survivesMutations();

private:
    static Hello someHello();
};

Hello HttpProtocolTest::someHello() {
    Hello hello;
    hello.genesis = consensus::regtestParams().genesisHash;
    hello.tip = hello.genesis;
    hello.magic = QStringLiteral("fabfb5da");
    hello.agent = QStringLiteral("/Satoshi:30.0.0/Cairn:0.1.0/");
    hello.name = QStringLiteral("Mia");
    hello.network = QStringLiteral("Käse & Brot+ %41");
    hello.rulesJson = QStringLiteral(R"({"a":"b c"})");
    hello.time = 1'760'000'000;
    hello.height = 7;
    hello.chainWork = consensus::Uint256(1) << 200;
    hello.feeFilter = 1000;
    hello.port = 5001;
    return hello;
}

void HttpProtocolTest::carriesHelloAsJsonAndQuery() {
    const Hello hello = someHello();
    for (const auto& back : {decodeHello(encodeHello(hello)), helloFromQuery(helloQuery(hello))}) {
        QVERIFY(back.has_value());
        QCOMPARE(back->protocol, 2);
        QCOMPARE(back->genesis.toHex(), hello.genesis.toHex());
        QCOMPARE(back->tip.toHex(), hello.tip.toHex());
        QCOMPARE(back->magic, hello.magic);
        QCOMPARE(back->agent, hello.agent);
        QCOMPARE(back->name, hello.name);
        QCOMPARE(back->network, hello.network);
        QCOMPARE(back->rulesJson, hello.rulesJson);
        QCOMPARE(back->height, hello.height);
        QVERIFY(back->chainWork == hello.chainWork);
        QCOMPARE(back->feeFilter, hello.feeFilter);
        QCOMPARE(back->port, quint16(5001));
        QCOMPARE(back->time, hello.time);
    }
}

void HttpProtocolTest::takesTheHelloOfASmallProgram() {
    const QString genesis = QString::fromStdString(consensus::regtestParams().genesisHash.toHex());
    const auto hello = decodeHello(QStringLiteral(R"({"genesis":"%1"})").arg(genesis).toUtf8());
    QVERIFY(hello);
    QVERIFY(hello->genesis == consensus::regtestParams().genesisHash && hello->tip.isNull());
    QCOMPARE(hello->port, quint16(0));
    // Numbers that cannot be are none.
    const auto odd = decodeHello(
        QStringLiteral(R"({"genesis":"%1","height":-1,"port":70000,"time":"x"})").arg(genesis).toUtf8());
    QVERIFY(odd);
    QCOMPARE(odd->height, 0);
    QCOMPARE(odd->port, quint16(0));
}

void HttpProtocolTest::refusesAHelloThatIsNone_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("fault");
    const QByteArray genesis = QByteArray(64, '0');
    QTest::newRow("text") << QByteArray("nonsense") << int(HttpFormFault::NotJson);
    QTest::newRow("list") << QByteArray("[]") << int(HttpFormFault::NotJson);
    QTest::newRow("empty") << QByteArray("{}") << int(HttpFormFault::MissingField);
    QTest::newRow("no hash") << QByteArray(R"({"genesis":"zz"})") << int(HttpFormFault::BadValue);
    QTest::newRow("no tip") << QByteArray(R"({"genesis":")" + genesis + R"(","tip":"1"})")
                            << int(HttpFormFault::BadValue);
    QTest::newRow("no work") << QByteArray(R"({"genesis":")" + genesis + R"(","chainwork":")" +
                                           QByteArray(64, 'g') + R"("})")
                             << int(HttpFormFault::BadValue);
}

void HttpProtocolTest::refusesAHelloThatIsNone() {
    QFETCH(QByteArray, json);
    QFETCH(int, fault);
    const auto hello = decodeHello(json);
    QVERIFY(!hello);
    QCOMPARE(int(hello.error()), fault);
}

void HttpProtocolTest::carriesEveryBody() {
    const auto& params = consensus::regtestParams();
    const HeadersRequest request{{params.genesisHash}, params.genesisHash};
    const auto requestBack = decodeHeadersRequest(encodeHeadersRequest(request));
    QVERIFY(requestBack && requestBack->locator == request.locator && requestBack->stop == request.stop);
    const std::vector<primitives::BlockHeader> headers(3, params.genesis->header);
    QVERIFY(decodeHeaders(encodeHeaders(headers)) == headers);
    const std::vector<primitives::BlockHash> hashes(3, params.genesisHash);
    QVERIFY(decodeBlockHashes(encodeBlockHashes(hashes)) == hashes);
    const std::vector<primitives::WtxId> wtxids = {primitives::WtxId(util::ByteArray<32>{1, 2, 3})};
    QVERIFY(decodeWtxids(encodeWtxids(wtxids)) == wtxids);
    const auto blocks = decodeBlocks(encodeBlocks({params.genesis, params.genesis}));
    QVERIFY(blocks && blocks->size() == 2 && (*blocks)[1]->serialize() == params.genesis->serialize());
    const auto transactions = decodeTransactions(encodeTransactions(params.genesis->transactions));
    QVERIFY(transactions && transactions->front()->txid() == params.genesis->transactions.front()->txid());
    const QStringList peers = {QStringLiteral("10.0.0.1:5001"), QStringLiteral("[fd00::1]:5001")};
    QVERIFY(decodePeers(encodePeers(peers)) == peers);
}

void HttpProtocolTest::keepsTheLimits() {
    const auto& params = consensus::regtestParams();
    const auto tooMany = [](const auto& decoded) {
        return !decoded && decoded.error() == HttpFormFault::TooMany;
    };
    QVERIFY(tooMany(decodeHeaders(encodeHeaders(std::vector(2'001, params.genesis->header)))));
    QVERIFY(tooMany(decodeBlockHashes(encodeBlockHashes(std::vector(17, params.genesisHash)))));
    QVERIFY(tooMany(decodeWtxids(encodeWtxids(std::vector<primitives::WtxId>(101)))));
    QVERIFY(decodeWtxids(encodeWtxids(std::vector<primitives::WtxId>(101)), 101).has_value());
    QVERIFY(tooMany(decodeHeadersRequest(encodeHeadersRequest({std::vector(102, params.genesisHash), {}}))));
    QVERIFY(tooMany(decodeBlocks(encodeBlocks(std::vector(17, params.genesis)))));
    QStringList peers;
    for (int i = 0; i < 1'001; ++i)
        peers << QStringLiteral("x");
    QVERIFY(tooMany(decodePeers(encodePeers(peers))));
    QVERIFY(!decodePeers(encodePeers({QString(301, QLatin1Char('x'))})));
}

void HttpProtocolTest::refusesMalformedBytes() {
    QVERIFY(!helloFromQuery(QString()));
    QVERIFY(!helloFromQuery(QStringLiteral("genesis=zz")));
    QVERIFY(!decodeHeaders(QByteArray(79, '\0')));
    QVERIFY(!decodeBlocks(QByteArray("\xff\xff\xff\x7f", 4))); // announces 2 GiB
    QVERIFY(!decodeHeadersRequest(QByteArray("\xfe\xff\xff\xff\xff", 5)));
    QVERIFY(!decodePeers("[1]"));
    QVERIFY(!decodePeers("{}"));
    QVERIFY(!decodeHeadersRequest(encodeHeadersRequest({}) + 'x'));
}

void HttpProtocolTest::survivesMutations() {
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const primitives::BlockRef genesis = consensus::regtestParams().genesis;
    const QByteArray samples[] = {
        encodeHello(someHello()), encodeBlocks({genesis}), encodeTransactions(genesis->transactions),
        encodePeers({QStringLiteral("a:1")}), encodeHeadersRequest({{genesis->header.hash()}, {}})};
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = samples[random() % std::size(samples)];
        for (auto changes = random() % 4; changes > 0; --changes)
            bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
        if (random() % 4 == 0) bytes.truncate(qsizetype(random() % std::size_t(bytes.size() + 1)));
        accepted += decodeHello(bytes).has_value() + decodeBlocks(bytes).has_value() +
                    decodePeers(bytes).has_value() + decodeHeadersRequest(bytes).has_value() +
                    decodeTransactions(bytes).has_value();
    }
    QVERIFY(accepted > 1000); // unchanged ones are among them
}

CAIRN_TEST(HttpProtocolTest)
#include "HttpProtocolTest.moc"
