#include "consensus/Target.h"
#include "support/TestProgram.h"

#include "support/Vectors.h"

using consensus::Uint256;

class TargetTest : public QObject {
    Q_OBJECT
private slots:
    void readsAndWritesPublishedBits();
    void refusesOverflowAtItsExactBorder();
    void keepsLeadingDigitsOfAnyTarget();
    void givesWorkOfATarget();
    void comparesHashesAsLittleEndianNumbers();
    void refusesTargetsEasierThanTheLimit();
    void givesCoresDifficulty();
    void writesSixtyFourDigits();
};

namespace {

Uint256 numberFrom(const std::string& hex) {
    Uint256 out;
    for (const char digit : hex)
        out = (out << 4) + static_cast<unsigned>(QByteArray(1, digit).toInt(nullptr, 16));
    return out;
}

primitives::BlockHash hashFrom(const std::string& displayed) {
    return primitives::BlockHash::fromHex(displayed).value();
}

} // namespace

void TargetTest::readsAndWritesPublishedBits() {
    const auto vectors = support::readJsonVectors("core_pow_bits.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : vectors->at("compact")) {
        ++cases;
        const auto bits = static_cast<std::uint32_t>(std::stoul(row["bits"].get<std::string>(), nullptr, 16));
        const auto target = consensus::targetFromBits(bits);
        const bool isUsable = !row["negative"].get<bool>() && !row["overflow"].get<bool>() &&
                              numberFrom(row["target"].get<std::string>()) != 0;
        QCOMPARE(target.has_value(), isUsable);
        if (!target) continue;
        QCOMPARE(consensus::toHex(*target), row["target"].get<std::string>());
        const auto again = std::stoul(row["reencoded_bits"].get<std::string>(), nullptr, 16);
        QCOMPARE(std::uint64_t{consensus::bitsFromTarget(*target)}, std::uint64_t{again});
    }
    for (const auto& row : vectors->at("encode_only")) {
        const auto bits = std::stoul(row["bits"].get<std::string>(), nullptr, 16);
        QCOMPARE(std::uint64_t{consensus::bitsFromTarget(numberFrom(row["target"].get<std::string>()))},
                 std::uint64_t{bits});
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 21);
}

void TargetTest::refusesOverflowAtItsExactBorder() {
    QVERIFY(consensus::targetFromBits(0x220000ff));
    QVERIFY(!consensus::targetFromBits(0x22000100));
    QVERIFY(consensus::targetFromBits(0x2100ffff));
    QVERIFY(!consensus::targetFromBits(0x21010000));
    QVERIFY(consensus::targetFromBits(0x207fffff));
    QVERIFY(!consensus::targetFromBits(0x23000001));
    QVERIFY(!consensus::targetFromBits(0xff000000));
    QVERIFY(!consensus::targetFromBits(0x01000000));
}

void TargetTest::keepsLeadingDigitsOfAnyTarget() {
    for (unsigned shift = 0; shift < 256; ++shift) {
        const Uint256 target = Uint256(1) << shift;
        QVERIFY(consensus::targetFromBits(consensus::bitsFromTarget(target)) == target);
        const Uint256 below = target - 1;
        if (below == 0) continue;
        const auto rounded = consensus::targetFromBits(consensus::bitsFromTarget(below));
        QVERIFY(rounded && *rounded <= below && *rounded >= below - (below >> 15));
    }
    QCOMPARE(consensus::bitsFromTarget(0), 0U);
    QCOMPARE(consensus::bitsFromTarget(~Uint256(0)), 0x2100ffffU);
}

void TargetTest::givesWorkOfATarget() {
    QVERIFY(consensus::workOf(0x207fffff) == 2);
    QCOMPARE(consensus::toHex(consensus::workOf(0x1d00ffff)), std::string(55, '0') + "100010001");
    QVERIFY(consensus::workOf(0) == 0);
    QVERIFY(consensus::workOf(0x1d80ffff) == 0);
    QVERIFY(consensus::workOf(0x01010000) == (Uint256(1) << 255)); // target 1: 2^256 / 2
}

void TargetTest::comparesHashesAsLittleEndianNumbers() {
    const auto hash = hashFrom("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
    const Uint256 same = numberFrom("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
    QVERIFY(consensus::meetsTarget(hash, same));
    QVERIFY(consensus::meetsTarget(hash, same + 1));
    QVERIFY(!consensus::meetsTarget(hash, same - 1));
    QVERIFY(consensus::meetsTarget({}, 0));
}

void TargetTest::refusesTargetsEasierThanTheLimit() {
    const Uint256 limit = consensus::targetFromBits(0x1d00ffff).value();
    const auto hash = hashFrom("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
    QVERIFY(consensus::hasValidWork(hash, 0x1d00ffff, limit));
    QVERIFY(!consensus::hasValidWork(hash, 0x1d010000, limit));
    QVERIFY(!consensus::hasValidWork(hash, 0x1c00ffff, limit) == (hash.bytes()[27] != 0));
    QVERIFY(!consensus::hasValidWork({}, 0, limit));
    QVERIFY(!consensus::hasValidWork({}, 0x1d80ffff, limit));
}

void TargetTest::givesCoresDifficulty() {
    QCOMPARE(consensus::difficultyOf(0x1d00ffff), 1.0);
    QVERIFY(qAbs(consensus::difficultyOf(0x1b0404cb) - 16307.420938523983) < 1e-9);
    QVERIFY(qAbs(consensus::difficultyOf(0x207fffff) - 4.6565423739069247e-10) < 1e-20);
    QCOMPARE(consensus::difficultyOf(0), 0.0);
}

void TargetTest::writesSixtyFourDigits() {
    QCOMPARE(consensus::toHex(0), std::string(64, '0'));
    QCOMPARE(consensus::toHex(0xabcdef), std::string(58, '0') + "abcdef");
    QCOMPARE(consensus::toHex(~Uint256(0)), std::string(64, 'f'));
}

CAIRN_TEST(TargetTest)
#include "TargetTest.moc"
