#include "GuiTest.h"
#include "support/TestProgram.h"

#include "app/SingleInstance.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QTemporaryDir>

#include <cstring>
#include <future>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using app::SecondStart;
using app::SingleInstance;

class SingleInstanceTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        failOnWarnings();
        m_root = std::make_unique<QTemporaryDir>();
    }
    void tellsTheFirst();
    void goesItsOwnWayForAnotherNetwork();
    void findsNobodyAtFirst();
    void takesOverFromOneThatWasKilled();
    void onlyOneListens();
    void isOfThisUserAlone();
    void refusesStrangeMessages_data();
    void refusesStrangeMessages();
    void letsGoOfTalkersWithoutEnd();

private:
    /// A second start, on a thread of its own as it is a process of its own.
    bool handOver(const SecondStart& start) {
        auto told = std::async(std::launch::async,
                               [this, start] { return SingleInstance(m_root->path()).handOver(start); });
        (void)QTest::qWaitFor(
            [&] { return told.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, 20'000);
        return told.get();
    }
    QByteArray answerTo(const QByteArray& message) {
        QLocalSocket socket;
        socket.connectToServer(SingleInstance::socketPath(m_root->path()));
        if (!socket.waitForConnected()) return "no connection";
        socket.write(message);
        (void)QTest::qWaitFor([&] { return socket.state() == QLocalSocket::UnconnectedState; }, 20'000);
        return socket.readAll();
    }
    std::unique_ptr<QTemporaryDir> m_root;
};

void SingleInstanceTest::tellsTheFirst() {
    SingleInstance first(m_root->path());
    QList<SecondStart> heard;
    QVERIFY(first.listen([&](const SecondStart& start) {
        heard << start;
        return true;
    }));
    const QString link = QStringLiteral("cairn:lab?card=") + QString(90'000, QLatin1Char('A'));
    QVERIFY(handOver({QString(), link}));
    QVERIFY(handOver({QStringLiteral("Lab — 12"), QString()}));
    QCOMPARE(heard.size(), 2);
    QCOMPARE(heard[0].open, link);
    QCOMPARE(heard[1].network, QStringLiteral("Lab — 12"));
    QVERIFY(heard[1].open.isEmpty());
}

void SingleInstanceTest::goesItsOwnWayForAnotherNetwork() {
    SingleInstance first(m_root->path());
    QVERIFY(first.listen([](const SecondStart&) { return false; }));
    QVERIFY(!handOver({QStringLiteral("regtest"), QString()}));
}

void SingleInstanceTest::findsNobodyAtFirst() {
    QVERIFY(!handOver({}));
    QVERIFY(!SingleInstance(m_root->filePath(QStringLiteral("not/there"))).handOver({}));
    QVERIFY(!QFileInfo::exists(m_root->filePath(QStringLiteral("not")))); // asking makes nothing
}

void SingleInstanceTest::takesOverFromOneThatWasKilled() {
    {
        // Its file stays, nobody listens.
        const QByteArray path = SingleInstance::socketPath(m_root->path()).toLocal8Bit();
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        QVERIFY(path.size() < qsizetype(sizeof address.sun_path));
        memcpy(address.sun_path, path.constData(), size_t(path.size()));
        const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(dead, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        QCOMPARE(::listen(dead, 1), 0);
        ::close(dead);
        QVERIFY(QFileInfo::exists(QString::fromLocal8Bit(path)));
    }
    SingleInstance next(m_root->path());
    QVERIFY(next.listen([](const SecondStart&) { return true; }));
    QVERIFY(handOver({}));
}

void SingleInstanceTest::onlyOneListens() {
    SingleInstance first(m_root->path());
    QVERIFY(first.listen([](const SecondStart&) { return true; }));
    SingleInstance second(m_root->path());
    QVERIFY(!second.listen([](const SecondStart&) { return true; }));
    QVERIFY(handOver({}));
}

void SingleInstanceTest::isOfThisUserAlone() {
    SingleInstance first(m_root->path());
    QVERIFY(first.listen([](const SecondStart&) { return true; }));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(SingleInstance::socketPath(m_root->path())).permissions() & others));
}

void SingleInstanceTest::refusesStrangeMessages_data() {
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << QByteArray("\n");
    QTest::newRow("no json") << QByteArray("GET / HTTP/1.1\r\n");
    QTest::newRow("no version") << QByteArray("{\"open\":\"x\"}\n");
    QTest::newRow("another version") << QByteArray("{\"cairn\":2,\"open\":\"x\"}\n");
    QTest::newRow("a list") << QByteArray("[1]\n");
}

void SingleInstanceTest::refusesStrangeMessages() {
    QFETCH(QByteArray, message);
    SingleInstance first(m_root->path());
    bool heard = false;
    QVERIFY(first.listen([&](const SecondStart&) { return heard = true; }));
    QCOMPARE(answerTo(message), QByteArray("other\n"));
    QVERIFY(!heard);
    QVERIFY(!app::decodeSecondStart(message));
}

void SingleInstanceTest::letsGoOfTalkersWithoutEnd() {
    SingleInstance first(m_root->path());
    bool heard = false;
    QVERIFY(first.listen([&](const SecondStart&) { return heard = true; }));
    QCOMPARE(answerTo(QByteArray(1'000'000, 'x')), QByteArray());
    QVERIFY(!heard);
}

CAIRN_GUI_TEST(SingleInstanceTest)
#include "SingleInstanceTest.moc"
