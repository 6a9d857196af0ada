#include "util/CheckedMath.h"
#include "support/TestProgram.h"

class CheckedMathTest : public QObject {
    Q_OBJECT
private slots:
    void addsInRange();
    void refusesSumsOutOfRange();
    void multipliesInRange();
    void refusesProductsOutOfRange();
};

constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();

void CheckedMathTest::addsInRange() {
    QVERIFY(util::checkedAdd<std::int64_t>(kMost, 0) == kMost);
    QVERIFY(util::checkedAdd<std::int64_t>(kMost, kLeast) == -1);
    QVERIFY(util::checkedAdd<std::uint8_t>(200, 55) == 255);
}

void CheckedMathTest::refusesSumsOutOfRange() {
    QVERIFY(!util::checkedAdd<std::int64_t>(kMost, 1));
    QVERIFY(!util::checkedAdd<std::int64_t>(kLeast, -1));
    QVERIFY(!util::checkedAdd<std::uint8_t>(200, 56));
}

void CheckedMathTest::multipliesInRange() {
    QVERIFY(util::checkedMultiply<std::int64_t>(kMost, -1) == -kMost);
    QVERIFY(util::checkedMultiply<std::uint32_t>(0xffff, 0x10001) == 0xffffffff);
}

void CheckedMathTest::refusesProductsOutOfRange() {
    QVERIFY(!util::checkedMultiply<std::int64_t>(kLeast, -1));
    QVERIFY(!util::checkedMultiply<std::uint32_t>(0x10000, 0x10000));
}

CAIRN_TEST(CheckedMathTest)
#include "CheckedMathTest.moc"
