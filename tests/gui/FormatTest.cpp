#include "gui/Format.h"
#include "support/TestProgram.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

using gui::Format;
using primitives::Amount;

namespace {

/// Tables are written with plain spaces; the formatter uses no-break ones.
QString spaced(QString text) {
    return text.replace(QLatin1Char(' '), QChar(0x00a0)).replace(QLatin1Char('~'), QLatin1Char(' '));
}

} // namespace

class FormatTest : public QObject {
    Q_OBJECT
private slots:
    void init() { gui::format().setAmountsHidden(false); }
    void writesAmounts_data();
    void writesAmounts();
    void partsAmounts();
    void masksAmounts();
    void tellsOfTheMask();
    void writesDurations_data();
    void writesDurations();
    void writesAges();
    void writesDays();
    void writesRates_data();
    void writesRates();
    void writesSizes_data();
    void writesSizes();
    void writesNumbers();
    void shortensHashes();
    void followsTheLanguage();
    void readsWhatPeopleType();
};

void FormatTest::writesAmounts_data() {
    QTest::addColumn<qint64>("satoshi");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("trimmed");
    QTest::addColumn<QString>("rounded");
    QTest::addColumn<QString>("withSign");
    QTest::newRow("zero") << qint64(0) << "0.000 000 00"
                          << "0"
                          << "0.00"
                          << "+ 0.000 000 00";
    QTest::newRow("one satoshi") << qint64(1) << "0.000 000 01"
                                 << "0.000 000 01"
                                 << "0.00"
                                 << "+ 0.000 000 01";
    QTest::newRow("fee") << qint64(5200) << "0.000 052 00"
                         << "0.000 052"
                         << "0.00"
                         << "+ 0.000 052 00";
    QTest::newRow("balance") << qint64(120'450'000'000) << "1 204.500 000 00"
                             << "1 204.50"
                             << "1 204.50"
                             << "+ 1 204.500 000 00";
    QTest::newRow("change") << qint64(724'994'800) << "7.249 948 00"
                            << "7.249 948"
                            << "7.24"
                            << "+ 7.249 948 00";
    QTest::newRow("sent") << qint64(-425'000'000) << "−4.250 000 00"
                          << "−4.25"
                          << "−4.25"
                          << "− 4.250 000 00";
    QTest::newRow("all there is") << qint64(Amount::kMax) << "21 000 000.000 000 00"
                                  << "21 000 000"
                                  << "21 000 000.00"
                                  << "+ 21 000 000.000 000 00";
    QTest::newRow("out of range") << std::numeric_limits<qint64>::min() << "−92 233 720 368.547 758 08"
                                  << "−92 233 720 368.547 758 08"
                                  << "−92 233 720 368.54"
                                  << "";
}

void FormatTest::writesAmounts() {
    QFETCH(qint64, satoshi);
    QFETCH(QString, full);
    QFETCH(QString, trimmed);
    QFETCH(QString, rounded);
    QFETCH(QString, withSign);
    const Amount amount(satoshi);
    QCOMPARE(gui::format().amount(amount), spaced(full));
    QCOMPARE(gui::format().trimmed(amount), spaced(trimmed));
    QCOMPARE(gui::format().rounded(amount), spaced(rounded));
    if (!withSign.isEmpty()) QCOMPARE(gui::format().signedAmount(amount), spaced(withSign));
}

void FormatTest::partsAmounts() {
    const gui::AmountParts parts = gui::format().amountParts(Amount(120'450'000'000));
    QCOMPARE(parts.strong, spaced("1 204.50")); // "1 204.500" reads as a million in half of Europe
    QCOMPARE(parts.faint, spaced("0 000 00"));
    QCOMPARE(gui::format().amountParts(Amount(150'000'000)).strong, QStringLiteral("1.50"));
    QCOMPARE(gui::format().amountParts(Amount(150'400'000)).strong, QStringLiteral("1.504"));
    QCOMPARE(gui::format().amountParts(Amount(6'000'000'000)).faint, spaced(".000 000 00"));
    QVERIFY(gui::format().amountParts(Amount(1)).faint.isEmpty());
}

void FormatTest::masksAmounts() {
    gui::format().setUnit(QStringLiteral("LAB"));
    gui::format().setAmountsHidden(true);
    const Amount small(1);
    const Amount large(Amount::kMax);
    QCOMPARE(gui::format().amount(small), gui::format().amount(large)); // not even the length shows
    for (const QString& text :
         {gui::format().amount(large), gui::format().trimmed(large), gui::format().rounded(large),
          gui::format().signedAmount(-large), gui::format().withUnit(large)}) {
        QVERIFY2(!text.contains(QLatin1Char('2')) && !text.contains(QLatin1Char('1')), qPrintable(text));
        QVERIFY(!text.contains(QChar(0x2212)));
    }
    QVERIFY(gui::format().amountParts(large).faint.isEmpty());
    gui::format().setAmountsHidden(false);
    QCOMPARE(gui::format().withUnit(Amount(6'000'000'000)), spaced("60 LAB"));
}

void FormatTest::tellsOfTheMask() {
    QSignalSpy changed(&gui::format(), &Format::changed);
    gui::format().setAmountsHidden(true);
    gui::format().setAmountsHidden(true);
    QCOMPARE(changed.count(), 1);
    gui::format().setUnit(QStringLiteral("TST"));
    QCOMPARE(changed.count(), 2);
}

void FormatTest::writesDurations_data() {
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << "0 s";
    QTest::newRow("part") << 0.42 << "0.4 s";
    QTest::newRow("seconds") << 41.2 << "41 s";
    QTest::newRow("up to 99") << 99.4 << "99 s";
    QTest::newRow("minutes") << 120.0 << "2 min";
    QTest::newRow("more minutes") << 3'600.0 << "60 min";
    QTest::newRow("hours and minutes") << 12'000.0 << "3 h 20 min";
    QTest::newRow("whole hours") << 10'800.0 << "3 h";
    QTest::newRow("many hours") << 50'000.0 << "13 h";
    QTest::newRow("over a day") << 100'000.0 << "27 h";
}

void FormatTest::writesDurations() {
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(gui::format().duration(seconds), spaced(text));
}

void FormatTest::writesAges() {
    QCOMPARE(gui::format().ago(1000, 1008), spaced("8 s~ago"));
    QCOMPARE(gui::format().ago(1000, 1120), spaced("2 min~ago"));
    QCOMPARE(gui::format().ago(1000, 1000), QStringLiteral("just now"));
    QCOMPARE(gui::format().ago(1008, 1000), QStringLiteral("just now")); // clocks differ
    QCOMPARE(gui::format().ago(1000 + 18 * 60, 1000), spaced("18 min~ahead~of~the~clock"));
    QCOMPARE(gui::format().until(10), spaced("in~about~10 s"));
    QCOMPARE(gui::format().until(-3), QStringLiteral("any moment"));
}

void FormatTest::writesDays() {
    const QDateTime now(QDate(2026, 3, 10), QTime(12, 0));
    const auto at = [&](int days, int hour) {
        return now.date().addDays(days).startOfDay().addSecs(hour * 3600).toSecsSinceEpoch();
    };
    const qint64 present = now.toSecsSinceEpoch();
    QCOMPARE(gui::format().day(at(0, 10), present), spaced("Today 10:00"));
    QCOMPARE(gui::format().day(at(-1, 9), present), spaced("Yesterday 09:00"));
    QVERIFY(gui::format().day(at(-9, 9), present).startsWith(QLatin1String("1")));
    QVERIFY(gui::format().day(at(-400, 9), present).contains(QLatin1String("2025")));
    QCOMPARE(gui::format().exactTime(at(0, 10)), QStringLiteral("2026-03-10 10:00:00"));
}

void FormatTest::writesRates_data() {
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << "0 H/s";
    QTest::newRow("few") << 812.0 << "812 H/s";
    QTest::newRow("kilo") << 1'240.0 << "1.2 kH/s";
    QTest::newRow("mega") << 34'200'000.0 << "34.2 MH/s";
    QTest::newRow("hundreds") << 190'000'000.0 << "190 MH/s";
    QTest::newRow("rounds up") << 999'700.0 << "1.0 MH/s";
    QTest::newRow("giga") << 2'500'000'000.0 << "2.5 GH/s";
}

void FormatTest::writesRates() {
    QFETCH(double, rate);
    QFETCH(QString, text);
    QCOMPARE(Format::hashRate(rate), spaced(text));
}

void FormatTest::writesSizes_data() {
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("bytes") << qint64(871) << "871 B";
    QTest::newRow("kilobytes") << qint64(5'100) << "5.1 kB";
    QTest::newRow("tens") << qint64(11'000) << "11 kB";
    QTest::newRow("megabytes") << qint64(1'200'000) << "1.2 MB";
    QTest::newRow("hundreds") << qint64(640'000) << "640 kB";
}

void FormatTest::writesSizes() {
    QFETCH(qint64, bytes);
    QFETCH(QString, text);
    QCOMPARE(Format::size(bytes), spaced(text));
}

void FormatTest::writesNumbers() {
    QCOMPARE(Format::count(2148), spaced("2 148"));
    QCOMPARE(Format::count(-12'345'678), spaced("−12 345 678"));
    QCOMPARE(Format::count(999), QStringLiteral("999"));
    QCOMPARE(Format::decimal(12'345.678, 1), spaced("12 345.7"));
    QCOMPARE(Format::percent(0.18), spaced("18 %"));
    QCOMPARE(Format::percent(0.004), spaced("0.4 %"));
    QCOMPARE(Format::percent(0), spaced("0 %"));
    QCOMPARE(Format::feeRate(21), spaced("21.0 sat/vB"));
    QCOMPARE(Format::milliseconds(4), spaced("4 ms"));
    QCOMPARE(Format::milliseconds(1'500), spaced("1.5 s"));
}

void FormatTest::shortensHashes() {
    const QString hash = QStringLiteral("00000041aa55aa55aa55aa559e2c");
    QCOMPARE(Format::shortened(hash), QStringLiteral("00000041…9e2c"));
    QCOMPARE(Format::shortened(QStringLiteral("short")), QStringLiteral("short"));
    QCOMPARE(Format::shortened(hash, 4, 6), QStringLiteral("0000…559e2c"));
}

void FormatTest::followsTheLanguage() {
    QSignalSpy changed(&gui::format(), &Format::changed);
    Format::setLocale(QLocale(QLocale::German));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(gui::format().amount(Amount(120'450'000'000)), spaced("1 204,500 000 00"));
    QCOMPARE(gui::format().trimmed(Amount(150'000'000)), QStringLiteral("1,50"));
    QCOMPARE(gui::format().amountParts(Amount(6'000'000'000)).faint, spaced(",000 000 00"));
    QCOMPARE(gui::format().rounded(Amount(-425'000'000)), QStringLiteral("−4,25"));
    QCOMPARE(Format::decimal(12'345.678, 1), spaced("12 345,7"));
    QCOMPARE(Format::hashRate(34'200'000), spaced("34,2 MH/s"));
    QCOMPARE(Format::size(5'100), spaced("5,1 kB"));
    QCOMPARE(Format::size(11'000), spaced("11 kB"));
    QCOMPARE(Format::percent(0.004), spaced("0,4 %"));
    QCOMPARE(gui::format().duration(0.42), spaced("0,4 s"));
    QCOMPARE(Format::significant(4.656542e-10, 3), QStringLiteral("4,66e-10"));
    QCOMPARE(QString::fromStdString(primitives::toDecimal(Amount(150'000'000))), // machines read on
             QStringLiteral("1.50000000"));
    Format::setLocale(QLocale::c());
    QCOMPARE(changed.count(), 2);
}

void FormatTest::readsWhatPeopleType() {
    for (const char* typed : {"1.5", "1,5", " 1,5 "})
        QCOMPARE(Format::typedNumber(QLatin1String(typed)), std::optional(QStringLiteral("1.5")));
    QCOMPARE(Format::typedNumber(spaced("1 204,50")), std::optional(QStringLiteral("1204.50")));
    for (const char* typed : {"", " ", "1.204,50", "1e3", "-1", "one"})
        QVERIFY2(!Format::typedNumber(QLatin1String(typed)), typed);
    QCOMPARE(Format::forTyping(Amount(150'000'000)), QStringLiteral("1.50000000"));
    Format::setLocale(QLocale(QLocale::German));
    QCOMPARE(Format::forTyping(Amount(150'000'000)), QStringLiteral("1,50000000"));
    QCOMPARE(Format::typedNumber(Format::forTyping(QStringLiteral("0.5"))),
             std::optional(QStringLiteral("0.5")));
    Format::setLocale(QLocale::c());
}

CAIRN_GUI_TEST(FormatTest)
#include "FormatTest.moc"
