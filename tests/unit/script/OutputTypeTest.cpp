#include "script/OutputType.h"
#include "support/TestProgram.h"

#include "crypto/Ripemd160.h"
#include "crypto/Sha256.h"
#include "script/Address.h"
#include "script/Script.h"
#include "support/Hex.h"
#include "support/Vectors.h"

using script::Opcode;
using script::OutputType;
using script::ScriptBuilder;

class OutputTypeTest : public QObject {
    Q_OBJECT
private slots:
    void tellsTypes_data();
    void tellsTypes();
    void tellsMultiSigs_data();
    void tellsMultiSigs();
    void namesTypes();
    void findsWitnessPrograms();
    void describesScripts();
};

namespace {

const std::string kKeyHex = "02" + std::string(64, '1');
const std::string kLongKeyHex = "04" + std::string(128, '1');
const std::string kHash = std::string(40, '5');

util::Bytes multiSig(int signatures, int keys, int keysNamed) {
    ScriptBuilder builder;
    builder.number(signatures);
    for (int i = 0; i < keys; ++i)
        builder.push(support::unhex(kKeyHex));
    return builder.number(keysNamed).op(Opcode::CheckMultiSig).take();
}

} // namespace

void OutputTypeTest::tellsTypes_data() {
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<OutputType>("type");
    const std::string sixtyFour(64, '7');
    QTest::newRow("empty") << std::string() << OutputType::NonStandard;
    QTest::newRow("P2PK") << "21" + kKeyHex + "ac" << OutputType::PubKey;
    QTest::newRow("P2PK of a long key") << "41" + kLongKeyHex + "ac" << OutputType::PubKey;
    QTest::newRow("P2PK of a hybrid key") << "4107" + std::string(128, '1') + "ac" << OutputType::PubKey;
    QTest::newRow("P2PK of a long key cut short")
        << "2104" + std::string(64, '1') + "ac" << OutputType::NonStandard;
    QTest::newRow("P2PK without the check") << "21" + kKeyHex + "ad" << OutputType::NonStandard;
    QTest::newRow("P2PKH") << "76a914" + kHash + "88ac" << OutputType::PubKeyHash;
    QTest::newRow("P2PKH and more") << "76a914" + kHash + "88ac61" << OutputType::NonStandard;
    QTest::newRow("P2SH") << "a914" + kHash + "87" << OutputType::ScriptHash;
    QTest::newRow("P2SH with another push") << "a94c14" + kHash + "87" << OutputType::NonStandard;
    QTest::newRow("P2WPKH") << "0014" + kHash << OutputType::WitnessPubKeyHash;
    QTest::newRow("P2WSH") << "0020" + sixtyFour << OutputType::WitnessScriptHash;
    QTest::newRow("version 0 of 4 bytes") << std::string("000411223344") << OutputType::NonStandard;
    QTest::newRow("P2TR") << "5120" + sixtyFour << OutputType::Taproot;
    QTest::newRow("P2A") << std::string("51024e73") << OutputType::Anchor;
    QTest::newRow("almost P2A") << std::string("51024e74") << OutputType::WitnessUnknown;
    QTest::newRow("version 16") << "6020" + sixtyFour << OutputType::WitnessUnknown;
    QTest::newRow("version 1 of 41 bytes") << "5129" + std::string(82, '7') << OutputType::NonStandard;
    QTest::newRow("OP_RETURN") << std::string("6a") << OutputType::NullData;
    QTest::newRow("OP_RETURN and pushes") << std::string("6a02aabb5160") << OutputType::NullData;
    QTest::newRow("OP_RETURN and more") << std::string("6a61") << OutputType::NonStandard;
    QTest::newRow("OP_RETURN and a cut push") << std::string("6a02aa") << OutputType::NonStandard;
}

void OutputTypeTest::tellsTypes() {
    QFETCH(std::string, hex);
    QFETCH(OutputType, type);
    QCOMPARE(script::outputTypeOf(support::unhex(hex)), type);
}

void OutputTypeTest::tellsMultiSigs_data() {
    QTest::addColumn<util::Bytes>("script");
    QTest::addColumn<bool>("isMultiSig");
    QTest::newRow("1 of 1") << multiSig(1, 1, 1) << true;
    QTest::newRow("2 of 3") << multiSig(2, 3, 3) << true;
    QTest::newRow("20 of 20") << multiSig(20, 20, 20) << true;
    QTest::newRow("1 of 21") << multiSig(1, 21, 21) << false;
    QTest::newRow("0 of 1") << multiSig(0, 1, 1) << false;
    QTest::newRow("3 of 2") << multiSig(3, 2, 2) << false;
    QTest::newRow("key missing") << multiSig(1, 2, 3) << false;
    QTest::newRow("no keys") << multiSig(1, 0, 0) << false;
    util::Bytes longNumber = multiSig(1, 17, 17);
    longNumber.insert(longNumber.end() - 3, 0x4c); // PUSHDATA1 of one byte
    QTest::newRow("number not minimal") << longNumber << false;
    util::Bytes more = multiSig(1, 1, 1);
    more.push_back(0x61);
    QTest::newRow("and more") << more << false;
    util::Bytes between = multiSig(1, 1, 1);
    between.insert(between.end() - 1, 0x61);
    QTest::newRow("something between") << between << false;
    QTest::newRow("the check alone") << util::Bytes{0xae} << false;
}

void OutputTypeTest::tellsMultiSigs() {
    QFETCH(util::Bytes, script);
    QFETCH(bool, isMultiSig);
    QCOMPARE(script::outputTypeOf(script) == OutputType::MultiSig, isMultiSig);
}

void OutputTypeTest::namesTypes() {
    QCOMPARE(script::toString(OutputType::NonStandard), "nonstandard");
    QCOMPARE(script::toString(OutputType::WitnessPubKeyHash), "witness_v0_keyhash");
    QCOMPARE(script::toString(OutputType::WitnessUnknown), "witness_unknown");
    QCOMPARE(script::toEsploraString(OutputType::NonStandard), "unknown");
    QCOMPARE(script::toEsploraString(OutputType::WitnessPubKeyHash), "v0_p2wpkh");
    QCOMPARE(script::toEsploraString(OutputType::NullData), "op_return");
    QCOMPARE(script::toEsploraString(OutputType::Taproot), "v1_p2tr");
}

void OutputTypeTest::findsWitnessPrograms() {
    for (int version = 0; version <= 16; ++version) {
        for (std::size_t size = 2; size <= 40; ++size) {
            const auto script = script::witnessScript(version, util::Bytes(size, 0xab));
            const auto program = script::witnessProgramOf(script);
            QVERIFY(program);
            QCOMPARE(program->version, version);
            QCOMPARE(program->program.size(), size);
        }
    }
    for (const char* hex :
         {"", "0001aa", "5100", "4f02aabb", "5002aabb", "6102aabb", "5103aabb", "5101aabb", "02aabb51"})
        QVERIFY2(!script::witnessProgramOf(support::unhex(hex)), hex);
}

void OutputTypeTest::describesScripts() {
    const auto vectors = support::readJsonVectors("core_rpc_decodescript.json");
    NEEDS_DATA(vectors);
    const script::AddressFormat regtest{.bech32Prefix = "bcrt"};
    int cases = 0;
    for (const auto& row : *vectors) {
        const auto script = support::unhex(row[0].get<std::string>());
        const auto& expected = row[1];
        QCOMPARE(script::toAsm(script), expected["asm"].get<std::string>());
        QCOMPARE(std::string(script::toString(script::outputTypeOf(script))),
                 expected["type"].get<std::string>());
        QCOMPARE(script::toAddress(script, regtest).value_or("none"), expected.value("address", "none"));
        const auto nested = script::scriptHashScript(crypto::hash160(script));
        if (expected.contains("p2sh"))
            QCOMPARE(script::toAddress(nested, regtest).value_or("none"),
                     expected["p2sh"].get<std::string>());
        if (expected.contains("segwit")) {
            const auto segwit = script::witnessScript(0, crypto::sha256(script));
            QCOMPARE(support::hexOf(segwit).toStdString(), expected["segwit"]["hex"].get<std::string>());
            QCOMPARE(script::toAddress(segwit, regtest).value_or("none"),
                     expected["segwit"]["address"].get<std::string>());
        }
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 10);
}

CAIRN_TEST(OutputTypeTest)
#include "OutputTypeTest.moc"
