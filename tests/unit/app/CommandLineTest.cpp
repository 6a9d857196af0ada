#include "app/CommandLine.h"
#include "support/TestProgram.h"

#include <QTest>

/// What the command line is read as.
class CommandLineTest : public QObject {
    Q_OBJECT
private slots:
    void numbersMayBeLeftOut();
    void numbersHaveARange_data();
    void numbersHaveARange();
};

namespace {

app::Options optionsOf(const QStringList& arguments) {
    auto read = app::readOptions(arguments);
    if (!read) qFatal("%s", qPrintable(read.error().sentence));
    return std::move(*read);
}

} // namespace

void CommandLineTest::numbersMayBeLeftOut() {
    const app::Options none = optionsOf({});
    QVERIFY(!none.mine && !none.mineThreads && !none.rescanFrom);
    const app::Options bare =
        optionsOf({QStringLiteral("--rescan"), QStringLiteral("--mine"), QStringLiteral("--verify")});
    QVERIFY(bare.mine && !bare.mineThreads && bare.verify);
    QCOMPARE(bare.rescanFrom, std::optional<std::int32_t>(0));
    const app::Options next =
        optionsOf({QStringLiteral("--mine"), QStringLiteral("2"), QStringLiteral("--rescan"),
                   QStringLiteral("120"), QStringLiteral("--verify")});
    QCOMPARE(next.mineThreads, std::optional<int>(2));
    QCOMPARE(next.rescanFrom, std::optional<std::int32_t>(120));
    QVERIFY(next.verify);
    QCOMPARE(optionsOf({QStringLiteral("--rescan=7")}).rescanFrom, std::optional<std::int32_t>(7));
}

void CommandLineTest::numbersHaveARange_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const QStringList& arguments, const char* says) {
        QTest::newRow(qPrintable(arguments.join(QLatin1Char(' ')))) << arguments << QString::fromLatin1(says);
    };
    row({QStringLiteral("--mine"), QStringLiteral("0")},
        "--mine takes a number of threads from 1 to 256, not \"0\"");
    row({QStringLiteral("--mine=many")}, "not \"many\"");
    row({QStringLiteral("--rescan"), QStringLiteral("-1")}, "--rescan takes a height from 0 to");
    row({QStringLiteral("--rescan=")}, "--rescan takes a height");
}

void CommandLineTest::numbersHaveARange() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const auto read = app::readOptions(arguments);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().exitCode, 2);
    QVERIFY2(read.error().sentence.contains(says), qPrintable(read.error().sentence));
}

CAIRN_TEST(CommandLineTest)
#include "CommandLineTest.moc"
