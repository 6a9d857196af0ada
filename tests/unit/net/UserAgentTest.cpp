#include "net/UserAgent.h"
#include "net/wire/Messages.h"
#include "support/TestProgram.h"

using namespace net;

class UserAgentTest : public QObject {
    Q_OBJECT
private slots:
    void carriesTheName_data();
    void carriesTheName();
    void neverIsTooLong();
    void readsForeignOnes_data();
    void readsForeignOnes();
};

void UserAgentTest::carriesTheName_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("agent");
    QTest::addColumn<QString>("back");
    const auto row = [](const char* tag, const QString& name, const QString& agent, const QString& back) {
        QTest::newRow(tag) << name << agent << back;
    };
    row("none", QString(), QStringLiteral("/Satoshi:30.0.0/Cairn:0.1.0/"), QString());
    row("plain", QStringLiteral("Mia"), QStringLiteral("/Satoshi:30.0.0/Cairn:0.1.0(Mia)/"),
        QStringLiteral("Mia"));
    row("other scripts", QStringLiteral("Ünal 網路"),
        QStringLiteral("/Satoshi:30.0.0/Cairn:0.1.0(Ünal 網路)/"), QStringLiteral("Ünal 網路"));
    row("reserved", QStringLiteral("a/b:c(d)e"), QStringLiteral("/Satoshi:30.0.0/Cairn:0.1.0(a-b-c-d-e)/"),
        QStringLiteral("a-b-c-d-e"));
    row("invisible", QStringLiteral("\u202e\u200b"), QStringLiteral("/Satoshi:30.0.0/Cairn:0.1.0/"),
        QString());
}

void UserAgentTest::carriesTheName() {
    QFETCH(QString, name);
    QFETCH(QString, agent);
    QFETCH(QString, back);
    const QString written = QString::fromStdString(userAgent(QStringLiteral("0.1.0"), name));
    QCOMPARE(written, agent);
    QCOMPARE(nameInAgent(written), back);
}

void UserAgentTest::neverIsTooLong() {
    const QString name = QStringLiteral("😀").repeated(40);
    QVERIFY(userAgent(QStringLiteral("0.1.0"), name).size() <= wire::kMaxUserAgentBytes);
    const std::string full = userAgent(QString(200, QLatin1Char('1')), name);
    QVERIFY(full.size() <= wire::kMaxUserAgentBytes);
    QVERIFY(!QString::fromStdString(full).contains(QChar::ReplacementCharacter));
    QVERIFY(userAgent(QString(500, QLatin1Char('1')), name).size() <= wire::kMaxUserAgentBytes);
}

void UserAgentTest::readsForeignOnes_data() {
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("name");
    QTest::newRow("Core") << QByteArray("/Satoshi:30.0.0/") << QStringLiteral("/Satoshi:30.0.0/")
                          << QString();
    QTest::newRow("comment of another")
        << QByteArray("/Satoshi:30.0.0(Mia)/") << QStringLiteral("/Satoshi:30.0.0(Mia)/") << QString();
    QTest::newRow("control") << QByteArray("/a\n\x1b[31m:\0x/", 12) << QStringLiteral("/a[31m:x/")
                             << QString();
    QTest::newRow("spaces stay") << QByteArray("/a b/") << QStringLiteral("/a b/") << QString();
    QTest::newRow("turned") << QByteArray("/Cairn:1(a\xe2\x80\xae"
                                          "b)/")
                            << QStringLiteral("/Cairn:1(ab)/") << QStringLiteral("ab");
}

void UserAgentTest::readsForeignOnes() {
    QFETCH(QByteArray, agent);
    QFETCH(QString, shown);
    QFETCH(QString, name);
    QCOMPARE(shownAgent(agent.toStdString()), shown);
    QCOMPARE(nameInAgent(shown), name);
}

CAIRN_TEST(UserAgentTest)
#include "UserAgentTest.moc"
