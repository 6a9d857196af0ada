#include "util/Decimal.h"

#include "support/TestProgram.h"

#include <clocale>

class DecimalTest : public QObject {
    Q_OBJECT
private slots:
    void readsWhatJsonAllows_data();
    void readsWhatJsonAllows();
    void refusesOtherText_data();
    void refusesOtherText();
    void readsWholeNumbers();
    void asksNoLocale();
};

void DecimalTest::readsWhatJsonAllows_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("places");
    QTest::addColumn<qint64>("value");
    const auto row = [](const char* text, int places, qint64 value) {
        QTest::addRow("%s at %d", text, places) << QByteArray(text) << places << value;
    };
    row("0", 8, 0);
    row("-0.0", 8, 0);
    row("0e999999999999999999999", 8, 0);
    row("1", 8, 100'000'000);
    row("1.5", 8, 150'000'000);
    row("1.500000000", 8, 150'000'000);
    row("1e-05", 8, 1'000);
    row("1E0", 8, 100'000'000);
    row("1e+2", 8, 10'000'000'000);
    row("0.00000001", 8, 1);
    row("-0.00000001", 8, -1);
    row("100e-10", 8, 1);
    row("12345", 0, 12'345);
    row("1.2e1", 0, 12);
    row("1.001", 3, 1'001);
    row("92233720368.54775807", 8, 9'223'372'036'854'775'807);
    row("-92233720368.54775808", 8, -9'223'372'036'854'775'807 - 1);
}

void DecimalTest::readsWhatJsonAllows() {
    QFETCH(QByteArray, text);
    QFETCH(int, places);
    QFETCH(qint64, value);
    const auto read = util::fixedPoint(text.toStdString(), places);
    QVERIFY(read);
    QCOMPARE(qint64{*read}, value);
}

void DecimalTest::refusesOtherText_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"",
                             "-",
                             "+1",
                             ".5",
                             "5.",
                             "01",
                             "00",
                             "-01",
                             "1e",
                             "1e+",
                             "1e-",
                             "e5",
                             "1.e5",
                             "1 ",
                             " 1",
                             "1,5",
                             "0x1",
                             "nan",
                             "inf",
                             "1_0",
                             "5e-9",
                             "0.123456789",
                             "0.30000000000000004",
                             "92233720368.54775808",
                             "1e11",
                             "1e999999999999999999999",
                             "1e-999999999999999999999",
                             "1.5.5",
                             "--1",
                             "1e1e1"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("zero byte") << QByteArray("1\0", 2);
    QTest::newRow("other digits") << QByteArray("\xd9\xa1");
    QTest::newRow("megabyte of nines") << QByteArray(1'000'000, '9');
    QTest::newRow("megabyte of places") << "0." + QByteArray(1'000'000, '1');
}

void DecimalTest::refusesOtherText() {
    QFETCH(QByteArray, text);
    QVERIFY(!util::fixedPoint(text.toStdString(), 8));
}

void DecimalTest::readsWholeNumbers() {
    QVERIFY(util::wholeNumber("-9223372036854775808") == INT64_MIN);
    QVERIFY(util::wholeNumber("007") == 7);
    for (const char* text : {"", "+1", "1.0", "1e2", " 1", "1 ", "9223372036854775808", "0x10"})
        QVERIFY2(!util::wholeNumber(text), text);
}

/// With a comma for a point in the process's locale the same texts are numbers (where the machine has such a
/// locale).
void DecimalTest::asksNoLocale() {
    const QByteArray before = std::setlocale(LC_ALL, nullptr);
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8"})
        if (std::setlocale(LC_ALL, name) != nullptr) break;
    QVERIFY(util::fixedPoint("1.5", 8) == 150'000'000);
    QVERIFY(!util::fixedPoint("1,5", 8));
    std::setlocale(LC_ALL, before.constData());
}

CAIRN_TEST(DecimalTest)
#include "DecimalTest.moc"
