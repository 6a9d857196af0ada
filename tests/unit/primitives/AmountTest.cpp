#include "primitives/Amount.h"
#include "support/TestProgram.h"

#include <csignal>
#include <functional>
#include <limits>
#include <sys/wait.h>
#include <unistd.h>

using primitives::Amount;

Q_DECLARE_METATYPE(std::function<Amount()>)

class AmountTest : public QObject {
    Q_OBJECT
private slots:
    void knowsItsRange();
    void sumsInRange();
    void refusesSumsOutOfRange();
    void stopsTheProgramWhenItOverflows_data();
    void stopsTheProgramWhenItOverflows();
    void totalsStopAtTheEnds();
    void writesDecimal_data();
    void writesDecimal();
    void readsDecimal_data();
    void readsDecimal();
    void refusesOtherText_data();
    void refusesOtherText();
    void readsBackWhatItWrote();
};

void AmountTest::knowsItsRange() {
    QVERIFY(Amount(0).inRange());
    QVERIFY(Amount(2'100'000'000'000'000).inRange());
    QVERIFY(!Amount(2'100'000'000'000'001).inRange());
    QVERIFY(!Amount(-1).inRange());
}

void AmountTest::sumsInRange() {
    QVERIFY(primitives::checkedSum(Amount(1), Amount(2)) == Amount(3));
    QVERIFY(primitives::checkedSum(Amount(Amount::kMax), Amount(0)) == Amount(Amount::kMax));
    QVERIFY(primitives::checkedSum(Amount(Amount::kMax - 1), Amount(1)) == Amount(Amount::kMax));
}

void AmountTest::refusesSumsOutOfRange() {
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    QVERIFY(!primitives::checkedSum(Amount(Amount::kMax), Amount(1)));
    QVERIFY(!primitives::checkedSum(Amount(-1), Amount(2)));
    QVERIFY(!primitives::checkedSum(Amount(2), Amount(-1)));
    QVERIFY(!primitives::checkedSum(Amount(kMost), Amount(kMost)));
    QVERIFY(!primitives::checkedSum(Amount(Amount::kMax + 1), Amount(0)));
}

void AmountTest::stopsTheProgramWhenItOverflows_data() {
    QTest::addColumn<std::function<Amount()>>("sum");
    const Amount most(std::numeric_limits<std::int64_t>::max());
    const Amount least(std::numeric_limits<std::int64_t>::min());
    QTest::newRow("plus") << std::function([=] { return most + Amount(1); });
    QTest::newRow("plus a negative") << std::function([=] { return least + Amount(-1); });
    QTest::newRow("minus") << std::function([=] { return least - Amount(1); });
    QTest::newRow("minus a negative") << std::function([=] { return most - Amount(-1); });
    QTest::newRow("negated") << std::function([=] { return -least; });
    QTest::newRow("added") << std::function([=] {
        Amount sum = most;
        return sum += most;
    });
}

void AmountTest::stopsTheProgramWhenItOverflows() {
    QFETCH(std::function<Amount()>, sum);
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL); // without the test's crash handler
        _exit(sum().satoshi() == 0 ? 1 : 0);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

void AmountTest::totalsStopAtTheEnds() {
    using primitives::saturatingSum;
    constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
    constexpr auto kLeast = std::numeric_limits<std::int64_t>::min();
    QCOMPARE(saturatingSum(Amount(2), Amount(3)), Amount(5));
    QCOMPARE(saturatingSum(Amount(kMost), Amount(1)), Amount(kMost));
    QCOMPARE(saturatingSum(Amount(1), Amount(kMost)), Amount(kMost));
    QCOMPARE(saturatingSum(Amount(kLeast), Amount(-1)), Amount(kLeast));
    QCOMPARE(saturatingSum(Amount(kLeast), Amount(kMost)), Amount(-1));
}

void AmountTest::writesDecimal_data() {
    QTest::addColumn<qint64>("satoshi");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << qint64{0} << QByteArray("0.00000000");
    QTest::newRow("one satoshi") << qint64{1} << QByteArray("0.00000001");
    QTest::newRow("minus one satoshi") << qint64{-1} << QByteArray("-0.00000001");
    QTest::newRow("below a coin") << qint64{99'999'999} << QByteArray("0.99999999");
    QTest::newRow("a coin") << qint64{100'000'000} << QByteArray("1.00000000");
    QTest::newRow("minus coins") << qint64{-1'234'567'890} << QByteArray("-12.34567890");
    QTest::newRow("all coins") << qint64{2'100'000'000'000'000} << QByteArray("21000000.00000000");
    QTest::newRow("most") << std::numeric_limits<qint64>::max() << QByteArray("92233720368.54775807");
    QTest::newRow("least") << std::numeric_limits<qint64>::min() << QByteArray("-92233720368.54775808");
}

void AmountTest::writesDecimal() {
    QFETCH(qint64, satoshi);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(primitives::toDecimal(Amount(satoshi))), text);
}

void AmountTest::readsDecimal_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("satoshi");
    QTest::newRow("zero") << QByteArray("0") << qint64{0};
    QTest::newRow("minus zero") << QByteArray("-0.0") << qint64{0};
    QTest::newRow("whole") << QByteArray("12") << qint64{1'200'000'000};
    QTest::newRow("one place") << QByteArray("0.1") << qint64{10'000'000};
    QTest::newRow("all places") << QByteArray("1.23456789") << qint64{123'456'789};
    QTest::newRow("one satoshi") << QByteArray("0.00000001") << qint64{1};
    QTest::newRow("negative") << QByteArray("-0.5") << qint64{-50'000'000};
    QTest::newRow("no double holds it") << QByteArray("20999999.99999999") << qint64{2'099'999'999'999'999};
    QTest::newRow("all coins") << QByteArray("21000000.00000000") << qint64{2'100'000'000'000'000};
    QTest::newRow("minus all coins") << QByteArray("-21000000") << qint64{-2'100'000'000'000'000};
    QTest::newRow("exponent") << QByteArray("1e-05") << qint64{1'000};
    QTest::newRow("capital exponent") << QByteArray("1E0") << qint64{100'000'000};
    QTest::newRow("zeros behind") << QByteArray("1.500000000") << qint64{150'000'000};
}

void AmountTest::readsDecimal() {
    QFETCH(QByteArray, text);
    QFETCH(qint64, satoshi);
    const auto amount = primitives::amountFromDecimal(text.toStdString());
    QVERIFY(amount);
    QCOMPARE(qint64{amount->satoshi()}, satoshi);
}

void AmountTest::refusesOtherText_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"-",
                             ".",
                             "-.",
                             ".5",
                             "5.",
                             "1..2",
                             "1.2.3",
                             "--1",
                             "+1",
                             "1-",
                             "1.-5",
                             " 1",
                             "1 ",
                             "1,5",
                             "1e8",
                             "01.5",
                             "5e-9",
                             "0.30000000000000004",
                             "0x10",
                             "1_000",
                             "nan",
                             "inf",
                             "0.000000001",
                             "1.123456789",
                             "21000000.00000001",
                             "-21000000.00000001",
                             "21000001",
                             "92233720368547758080",
                             "99999999999999999999999999"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zero byte") << QByteArray("1\0", 2);
    QTest::newRow("other digits") << QByteArray("\xd9\xa1");
    QTest::newRow("megabyte of nines") << QByteArray(1'000'000, '9');
}

void AmountTest::refusesOtherText() {
    QFETCH(QByteArray, text);
    QVERIFY(!primitives::amountFromDecimal(text.toStdString()));
}

void AmountTest::readsBackWhatItWrote() {
    for (std::int64_t satoshi = 1; satoshi < Amount::kMax; satoshi = satoshi * 7 + 3) {
        QVERIFY(primitives::amountFromDecimal(primitives::toDecimal(Amount(satoshi))) == Amount(satoshi));
        QVERIFY(primitives::amountFromDecimal(primitives::toDecimal(Amount(-satoshi))) == Amount(-satoshi));
    }
}

CAIRN_TEST(AmountTest)
#include "AmountTest.moc"
