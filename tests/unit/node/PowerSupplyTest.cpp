#include "node/mining/PowerSupply.h"
#include "support/TestProgram.h"

using node::Power;

class PowerSupplyTest : public QObject {
    Q_OBJECT
private slots:
    void readsWhatLinuxTells_data();
    void readsWhatLinuxTells();
    void knowsNothingWithoutTheFolder();
};

void PowerSupplyTest::readsWhatLinuxTells_data() {
    QTest::addColumn<QStringList>("files"); // "folder/file=text"
    QTest::addColumn<int>("power");
    const auto row = [](const char* name, const QStringList& files, Power power) {
        QTest::newRow(name) << files << static_cast<int>(power);
    };
    const QString battery = QStringLiteral("BAT0/type=Battery");
    const QString discharges = QStringLiteral("BAT0/status=Discharging");
    const QString mains = QStringLiteral("AC/type=Mains");
    row("a desktop computer", {}, Power::Unknown);
    row("a desktop computer that tells", {mains, QStringLiteral("AC/online=1")}, Power::Mains);
    row("plugged in, full",
        {battery, QStringLiteral("BAT0/status=Full"), mains, QStringLiteral("AC/online=1")}, Power::Mains);
    row("on battery", {battery, discharges, mains, QStringLiteral("AC/online=0")}, Power::Battery);
    row("on battery, mains not listed", {battery, discharges}, Power::Battery);
    row("unplugged a moment ago",
        {battery, QStringLiteral("BAT0/status=Full"), mains, QStringLiteral("AC/online=0")}, Power::Battery);
    row("charging by USB, which is too weak",
        {battery, discharges, QStringLiteral("usb/type=USB"), QStringLiteral("usb/online=1")}, Power::Mains);
    row("battery, charging", {battery, QStringLiteral("BAT0/status=Charging")}, Power::Mains);
    row("the battery of a mouse",
        {QStringLiteral("hid/type=Battery"), QStringLiteral("hid/scope=Device"),
         QStringLiteral("hid/status=Discharging")},
        Power::Unknown);
    row("two batteries, one in use",
        {battery, QStringLiteral("BAT0/status=Full"), QStringLiteral("BAT1/type=Battery"),
         QStringLiteral("BAT1/status=Discharging")},
        Power::Battery);
}

void PowerSupplyTest::readsWhatLinuxTells() {
    QFETCH(QStringList, files);
    QFETCH(int, power);
    QTemporaryDir folder;
    for (const QString& line : files) {
        const QString path = folder.filePath(line.section(QLatin1Char('='), 0, 0));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(line.section(QLatin1Char('='), 1).toLatin1() + '\n');
    }
    QCOMPARE(static_cast<int>(node::powerFrom(folder.path())), power);
}

void PowerSupplyTest::knowsNothingWithoutTheFolder() {
    QVERIFY(node::powerFrom(QStringLiteral("/no/such/folder")) == Power::Unknown);
}

CAIRN_TEST(PowerSupplyTest)
#include "PowerSupplyTest.moc"
