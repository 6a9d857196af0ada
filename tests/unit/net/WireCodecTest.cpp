#include "consensus/ChainParams.h"
#include "net/wire/Codec.h"
#include "support/TestProgram.h"
#include "util/Hex.h"

#include <random>

using namespace net::wire;

namespace {

util::Bytes fromText(const char* hex) {
    const auto bytes = util::fromHex(hex);
    if (!bytes) qFatal("no hex: %s", hex);
    return *bytes;
}

util::Bytes payloadOf(const Message& message) {
    const util::Bytes whole = encode(message, {});
    return {whole.begin() + std::ptrdiff_t(kHeaderBytes), whole.end()};
}

primitives::TransactionRef someTransaction(std::uint8_t salt, bool withWitness) {
    primitives::TransactionParts parts;
    primitives::TxIn& input = parts.inputs.emplace_back();
    input.previous = {primitives::TxId(util::ByteArray<32>{salt, 7}), salt};
    input.scriptSig = {1, 2, 3};
    if (withWitness) input.witness = {{4, 5}, {}, {6}};
    parts.outputs.push_back({primitives::Amount(5'000 + salt), util::Bytes(22, salt)});
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

NetAddress ipv4(std::uint8_t last, std::uint16_t port) {
    return {NetAddress::Kind::Ipv4, {10, 0, 0, last}, port};
}

/// One message at least of every kind.
std::vector<Message> everyMessage() {
    const primitives::BlockRef genesis = consensus::regtestParams().genesis;
    const primitives::BlockHash hash = genesis->header.hash();
    auto block = std::make_shared<primitives::Block>(*genesis);
    block->transactions.push_back(someTransaction(1, true));
    const NetAddress v6{NetAddress::Kind::Ipv6, fromText("20010db8000000000000000000000007"), 8333};
    const NetAddress tor{NetAddress::Kind::TorV3, util::Bytes(32, 9), 1};
    const NetAddress cjdns{NetAddress::Kind::Cjdns, fromText("fc000000000000000000000000000001"), 2};
    Version version;
    version.services = kServiceNetwork | kServiceWitness;
    version.time = 1'760'000'000;
    version.receiver = ipv4(7, 18444);
    version.nonce = 0x0123456789abcdef;
    version.userAgent = "/Satoshi:30.0.0/Cairn:0.1.0(Mia)/";
    version.startHeight = 113;
    version.relay = false;
    return {version,
            Verack{},
            SendHeaders{},
            WtxidRelay{},
            SendAddrV2{},
            GetAddr{},
            MempoolRequest{},
            Ping{77},
            Ping{0, false},
            Pong{78},
            Pong{0, false},
            Addresses{{{1, 9, ipv4(1, 1)}, {2, 1, v6}}, false},
            Addresses{{{1, 9, ipv4(1, 1)}, {2, 1033, v6}, {3, 0, tor}, {4, 1ULL << 60, cjdns}}, true},
            FeeFilter{1'000},
            SendCompact{true, 2},
            GetHeaders{kProtocolVersion, {hash, {}}, hash},
            GetBlocks{kProtocolVersion, {hash}, {}},
            Headers{{genesis->header, genesis->header}},
            Inventory{{{ItemKind::WtxId, {1}}, {ItemKind(99), {2}}}},
            GetData{{{ItemKind::BlockWithWitness, hash.bytes()}}},
            NotFound{{{ItemKind::Transaction, {3}}}},
            BlockMessage{block},
            TransactionMessage{someTransaction(2, true)},
            TransactionMessage{someTransaction(3, false)},
            CompactBlock{genesis->header,
                         5,
                         {0xffffffffffff, 1},
                         {{0, someTransaction(4, true)}, {3, someTransaction(5, false)}}},
            GetBlockTransactions{hash, {0, 1, 5, 65535}},
            BlockTransactions{hash, {someTransaction(6, true), someTransaction(7, false)}},
            RunNumber{79},
            Unknown{"sendtxrcncl"}};
}

} // namespace

class WireCodecTest : public QObject {
    Q_OBJECT
private slots:
    void readsAndWritesFixedBytes_data();
    void readsAndWritesFixedBytes();
    void framesAsTheNetworkDoes();
    void readsWhatItWrites();
    void writesWithoutWitness();
    void readsOldVersions();
    void passesOverAddressesItDoesNotKnow();
    void refuses_data();
    void refuses();
    void keepsTheLimitsOfLists();
    void takesNoMemoryForClaims();
    void ignoresWhatStandsBehindTheEnd();
    void survivesMutations();
};

void WireCodecTest::readsAndWritesFixedBytes_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char* command, const QByteArray& hex) {
        QTest::newRow(command) << QString::fromLatin1(command) << hex;
    };
    row("version", "80110100"                             // 70016
                   "0904000000000000"                     // services
                   "15cd5b0700000000"                     // time 123456789
                   "0000000000000000"                     // receiver: services,
                   "00000000000000000000ffff01020304208d" // 1.2.3.4:8333
                   "0904000000000000"                     // sender, without an address
                   "00000000000000000000000000000000"
                   "0000"
                   "efcdab8967452301" // nonce
                   "032f612f"         // "/a/"
                   "c8000000"         // 200
                   "01");
    row("ping", "0807060504030201");
    row("pong", "0807060504030201");
    row("cairnrun", "0807060504030201");
    row("feefilter", "e803000000000000");
    row("sendcmpct", "010200000000000000");
    row("addr", "01"
                "78563412"
                "0100000000000000"
                "00000000000000000000ffff0a000001"
                "1389");
    row("addrv2", "02"
                  "78563412"
                  "fd0904"
                  "01"
                  "04"
                  "0a000001"
                  "1389"
                  "78563412"
                  "00"
                  "02"
                  "10"
                  "20010db8000000000000000000000001"
                  "1389");
    const QByteArray hash(64, 'a');
    row("inv", "02"
               "05000000" +
                   hash + "02000000" + hash);
    row("getdata", "01"
                   "01000040" +
                       hash);
    row("notfound", "01"
                    "04000000" +
                        hash);
    row("getheaders", "80110100"
                      "01" +
                          hash + hash);
    row("getblocks", "80110100"
                     "00" +
                         hash);
    row("getblocktxn", hash + "03"
                              "00"
                              "01"
                              "fd0001"); // 0, 2, 259
    row("blocktxn", hash + "00");
    row("headers", "01" + QByteArray(160, '1') + "00");
}

void WireCodecTest::readsAndWritesFixedBytes() {
    QFETCH(QString, command);
    QFETCH(QByteArray, hex);
    const util::Bytes bytes = fromText(hex.constData());
    const auto message = decode(command.toStdString(), bytes);
    QVERIFY(message);
    QCOMPARE(QString::fromStdString(commandOf(*message)), command);
    QCOMPARE(util::toHex(payloadOf(*message)), util::toHex(bytes));
    if (const auto* version = std::get_if<Version>(&*message)) {
        QCOMPARE(version->protocol, 70016);
        QCOMPARE(version->services, std::uint64_t(0x409));
        QCOMPARE(version->time, std::int64_t(123456789));
        QVERIFY((version->receiver == NetAddress{NetAddress::Kind::Ipv4, {1, 2, 3, 4}, 8333}));
        QCOMPARE(version->nonce, std::uint64_t(0x0123456789abcdef));
        QCOMPARE(version->userAgent, std::string("/a/"));
        QCOMPARE(version->startHeight, 200);
        QVERIFY(version->relay);
    }
    if (const auto* asked = std::get_if<GetBlockTransactions>(&*message))
        QVERIFY((asked->indexes == std::vector<std::uint32_t>{0, 2, 259}));
}

void WireCodecTest::framesAsTheNetworkDoes() {
    const Magic mainnet = {0xf9, 0xbe, 0xb4, 0xd9};
    QCOMPARE(util::toHex(encode(Verack{}, mainnet)),
             std::string("f9beb4d976657261636b000000000000000000005df6e0e2"));
}

void WireCodecTest::readsWhatItWrites() {
    for (const Message& message : everyMessage()) {
        const std::string command = commandOf(message);
        const util::Bytes payload = payloadOf(message);
        const auto again = decode(command, payload);
        QVERIFY2(again, command.c_str());
        QCOMPARE(again->index(), message.index());
        QCOMPARE(commandOf(*again), command);
        QCOMPARE(util::toHex(payloadOf(*again)), util::toHex(payload));
        QCOMPARE(countOf(*again), countOf(message));
        std::visit(
            [&](const auto& value) {
                using T = std::decay_t<decltype(value)>;
                if constexpr (std::equality_comparable<T>)
                    QVERIFY2(std::get<T>(*again) == value, command.c_str());
            },
            message);
    }
    QVERIFY(std::holds_alternative<BloomMessage>(*decode("filterload", {})));
}

void WireCodecTest::writesWithoutWitness() {
    auto block = std::make_shared<primitives::Block>(*consensus::regtestParams().genesis);
    block->transactions.push_back(someTransaction(1, true));
    const auto again = decode("block", payloadOf(BlockMessage{block, false}));
    QVERIFY(again);
    const auto& transaction = *std::get<BlockMessage>(*again).block->transactions[1];
    QVERIFY(!transaction.hasWitness());
    QVERIFY(transaction.txid() == block->transactions[1]->txid());
    const auto alone = decode("tx", payloadOf(TransactionMessage{block->transactions[1], false}));
    QVERIFY(alone && !std::get<TransactionMessage>(*alone).transaction->hasWitness());
}

void WireCodecTest::readsOldVersions() {
    const util::Bytes whole = payloadOf(everyMessage().front());
    // Each field from the sender's address on may be missing.
    for (const std::size_t length : {std::size_t{46}, std::size_t{80}}) {
        const auto old = decode("version", util::ByteView(whole).first(length));
        QVERIFY(old);
        QCOMPARE(std::get<Version>(*old).nonce, std::uint64_t(length == 80 ? 0x0123456789abcdef : 0));
        QVERIFY(std::get<Version>(*old).relay);
        QVERIFY(std::get<Version>(*old).userAgent.empty());
    }
    QVERIFY(!decode("version", util::ByteView(whole).first(45)));
    QVERIFY(!decode("version", util::ByteView(whole).first(50)));
    QVERIFY(!std::get<Version>(*decode("version", whole)).relay);
}

void WireCodecTest::passesOverAddressesItDoesNotKnow() {
    const auto message = decode("addrv2", fromText("05"
                                                   "0000000001"
                                                   "99"
                                                   "02"
                                                   "abab"
                                                   "208d" // a kind to come
                                                   "0000000001"
                                                   "03"
                                                   "0a"
                                                   "0102030405060708090a"
                                                   "208d" // Tor of old
                                                   "0000000001"
                                                   "02"
                                                   "10"
                                                   "00000000000000000000ffff01020304"
                                                   "208d"
                                                   "0000000001"
                                                   "06"
                                                   "10"
                                                   "20010db8000000000000000000000001"
                                                   "208d"
                                                   "0000000001"
                                                   "01"
                                                   "04"
                                                   "09090909"
                                                   "208d"));
    QVERIFY(message);
    const Addresses& addresses = std::get<Addresses>(*message);
    QCOMPARE(addresses.list.size(), std::size_t(1));
    QVERIFY((addresses.list[0].address == NetAddress{NetAddress::Kind::Ipv4, {9, 9, 9, 9}, 8333}));
}

void WireCodecTest::refuses_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("error");
    const auto row = [](const char* name, const char* command, const QByteArray& hex, WireError error) {
        QTest::newRow(name) << QString::fromLatin1(command) << hex << int(error);
    };
    using enum WireError;
    row("empty addrv2", "addrv2", "", Malformed);
    row("host of 513 bytes", "addrv2",
        "01"
        "61bc6649"
        "00"
        "01"
        "fd0102" +
            QByteArray(1026, 'a') + "208d",
        Malformed);
    row("IPv4 of 5 bytes", "addrv2",
        "01"
        "61bc6649"
        "00"
        "01"
        "05"
        "0102030405"
        "208d",
        Malformed);
    row("1001 addresses", "addrv2", "fde903", TooMany);
    row("1001 old addresses", "addr", "fde903", TooMany);
    row("50001 items", "inv", "fd51c3", TooMany);
    row("2001 headers", "headers", "fdd107", TooMany);
    row("102 hashes", "getheaders",
        "80110100"
        "66",
        TooMany);
    row("102 hashes of blocks", "getblocks",
        "80110100"
        "66",
        TooMany);
    row("long form of a count", "inv", "fd0100", Malformed);
    row("announce is 2", "sendcmpct", "020200000000000000", BadValue);
    row("short sendcmpct", "sendcmpct", "0102", Malformed);
    row("short fee filter", "feefilter", "01", Malformed);
    row("index above 65535", "getblocktxn",
        QByteArray(64, '0') + "02"
                              "feffff0000"
                              "00",
        Malformed);
    row("sum above 65535", "getblocktxn",
        QByteArray(64, '0') + "02"
                              "fdffff"
                              "00",
        Malformed);
    row("short block", "block", QByteArray(160, '0'), Malformed);
    row("short transaction", "tx", "01", Malformed);
    row("claims of a compact block", "cmpctblock", QByteArray(176, '0') + "fdffff", Malformed);
}

void WireCodecTest::refuses() {
    QFETCH(QString, command);
    QFETCH(QByteArray, hex);
    QFETCH(int, error);
    const auto message = decode(command.toStdString(), fromText(hex.constData()));
    QVERIFY(!message);
    QCOMPARE(int(message.error()), error);
}

void WireCodecTest::keepsTheLimitsOfLists() {
    QVERIFY(decode("inv", payloadOf(Inventory{std::vector<InventoryItem>(kMaxInventory)})));
    QVERIFY(!decode("inv", payloadOf(Inventory{std::vector<InventoryItem>(kMaxInventory + 1)})));
    QVERIFY(decode("headers", payloadOf(Headers{std::vector<primitives::BlockHeader>(kMaxHeaders)})));
    GetHeaders asked;
    asked.locator.resize(kMaxLocator);
    QVERIFY(decode("getheaders", payloadOf(asked)));
    Version version;
    version.userAgent = std::string(kMaxUserAgentBytes, 'x');
    QVERIFY(decode("version", payloadOf(version)));
    version.userAgent += 'x';
    QVERIFY(!decode("version", payloadOf(version)));
}

void WireCodecTest::takesNoMemoryForClaims() {
    // 50 000 items claimed, none there.
    const auto message = decode("inv", fromText("fd50c3"));
    QVERIFY(!message && message.error() == WireError::Malformed);
    QVERIFY(!decode("blocktxn", fromText((QByteArray(64, '0') + "fdffff").constData())));
    QVERIFY(!decode("block", fromText((QByteArray(160, '0') + "feffffff7f").constData())));
}

void WireCodecTest::ignoresWhatStandsBehindTheEnd() {
    for (const Message& message : everyMessage()) {
        util::Bytes payload = payloadOf(message);
        // A ping without a nonce would get one; a version's end is optional.
        payload.resize(payload.size() + 9, 0x31);
        const auto again = decode(commandOf(message), payload);
        QVERIFY2(again, commandOf(message).c_str());
        QCOMPARE(again->index(), message.index());
    }
}

void WireCodecTest::survivesMutations() {
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const std::vector<Message> messages = everyMessage();
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        const Message& message = messages[random() % messages.size()];
        util::Bytes payload = payloadOf(message);
        for (auto changes = random() % 4; changes > 0 && !payload.empty(); --changes)
            payload[random() % payload.size()] = std::uint8_t(random());
        if (random() % 4 == 0) payload.resize(random() % (payload.size() + 1));
        const auto once = decode(commandOf(message), payload);
        if (!once) continue;
        ++accepted;
        const util::Bytes written = payloadOf(*once);
        const auto twice = decode(commandOf(*once), written);
        QVERIFY(twice);
        QCOMPARE(util::toHex(payloadOf(*twice)), util::toHex(written));
    }
    QVERIFY(accepted > 1000); // unchanged ones are among them
}

CAIRN_TEST(WireCodecTest)
#include "WireCodecTest.moc"
