#include "GuiTest.h"
#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/desktop/Autostart.h"
#include "gui/desktop/Notifier.h"
#include "gui/desktop/TrayIcon.h"
#include "gui/desktop/WalletNews.h"
#include "gui/theme/Theme.h"
#include "script/Address.h"

#include <QDBusContext>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusServer>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

namespace {

/// Shows notifications, as a desktop does.
class FakeDesktop : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        uint replaces;
        QString title;
        QString text;
    };
    QVector<Shown> shown;
    bool refuses = false;

public slots:
    uint Notify(const QString&, uint replaces, const QString&, const QString& title, const QString& text,
                const QStringList&, const QVariantMap&, int) {
        if (refuses) {
            sendErrorReply(QDBusError::LimitsExceeded);
            return 0;
        }
        shown << Shown{replaces, title, text};
        return replaces > 0 ? replaces : static_cast<uint>(10 + shown.size());
    }

signals:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);
};

/// A bus without a daemon: the notifier talks to the desktop directly.
class DirectBus : public QObject {
public:
    DirectBus() {
        connect(&m_server, &QDBusServer::newConnection, this, [this](QDBusConnection connection) {
            m_serverSide = std::make_unique<QDBusConnection>(connection);
            m_serverSide->registerObject(QStringLiteral("/org/freedesktop/Notifications"), &desktop,
                                         QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        });
    }
    ~DirectBus() override { QDBusConnection::disconnectFromPeer(QStringLiteral("test")); }
    [[nodiscard]] QDBusConnection open() const {
        return QDBusConnection::connectToPeer(m_server.address(), QStringLiteral("test"));
    }
    FakeDesktop desktop;

private:
    QDBusServer m_server{QStringLiteral("unix:tmpdir=/tmp")};
    std::unique_ptr<QDBusConnection> m_serverSide;
};

} // namespace

class DesktopTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); } // before the first widget, as the program does
    void init() { failOnWarnings(); }
    void startsAtLoginOnRequest();
    void readsASwitchedOffStart();
    void quotesWhatIsStarted();
    void saysWhenTheStartCannotBeKept();
    void showsAndReplacesNotifications();
    void handsOnWhatTheDesktopDoesNotShow();
    void tellsPaymentsTogether();
    void tellsFoundBlocksTogether();
    void saysNothingThatIsNotWanted();
};

void DesktopTest::startsAtLoginOnRequest() {
    const QTemporaryDir folder;
    gui::Autostart autostart(folder.filePath(QStringLiteral("config/autostart")));
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(true, {QStringLiteral("/usr/bin/cairn")}));
    QVERIFY(autostart.isOn());
    QVERIFY(autostart.set(false, {}));
    QVERIFY(!autostart.isOn());
    QVERIFY(!QFile::exists(autostart.file()));
    QVERIFY(autostart.set(false, {})); // it is off already
}

void DesktopTest::readsASwitchedOffStart() {
    const QTemporaryDir folder;
    gui::Autostart autostart(folder.path());
    QVERIFY(autostart.set(true, {QStringLiteral("/usr/bin/cairn")}));
    QFile file(autostart.file());
    QVERIFY(file.open(QIODevice::Append));
    file.write("Hidden = true\n"); // as tools of desktops do it
    file.close();
    QVERIFY(!autostart.isOn());
}

void DesktopTest::quotesWhatIsStarted() {
    const QTemporaryDir folder;
    gui::Autostart autostart(folder.path());
    QVERIFY(autostart.set(true, {QStringLiteral("/opt/my apps/cairn"), QStringLiteral("--datadir"),
                                 QStringLiteral("/data/50% \"mine\" $HOME")}));
    QFile file(autostart.file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY2(text.contains(QStringLiteral("Exec=\"/opt/my apps/cairn\" \"--datadir\" "
                                          "\"/data/50%% \\\\\"mine\\\\\" \\\\$HOME\"\n")),
             qPrintable(text));
}

void DesktopTest::saysWhenTheStartCannotBeKept() {
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(QStringLiteral("autostart")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly)); // a file where the folder should be
    gui::Autostart autostart(folder.filePath(QStringLiteral("autostart")));
    QVERIFY(!autostart.set(true, {QStringLiteral("/usr/bin/cairn")}));
    QVERIFY(!autostart.isOn());
}

void DesktopTest::showsAndReplacesNotifications() {
    DirectBus bus;
    gui::Notifier notifier([&bus] { return bus.open(); }, nullptr, QString());
    QSignalSpy opened(&notifier, &gui::Notifier::opened);
    const QVector<FakeDesktop::Shown>& shown = bus.desktop.shown;
    notifier.show(0, QStringLiteral("One"), QStringLiteral("<1> & more"));
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(shown[0].replaces, 0U);
    QCOMPARE(shown[0].text, QStringLiteral("&lt;1&gt; &amp; more")); // desktops read marks
    QTest::qWait(50);                                                // the answer with its number
    notifier.show(0, QStringLiteral("Two"), QString());
    notifier.show(1, QStringLiteral("Another kind"), QString());
    QTRY_COMPARE(shown.size(), 3);
    QCOMPARE(shown[1].replaces, 11U);
    QCOMPARE(shown[2].replaces, 0U);
    emit bus.desktop.ActionInvoked(4'711, QStringLiteral("default")); // of another program
    emit bus.desktop.ActionInvoked(11, QStringLiteral("default"));
    QTRY_COMPARE(opened.count(), 1);
    emit bus.desktop.NotificationClosed(11, 2);
    QTest::qWait(50);
    notifier.show(0, QStringLiteral("Three"), QString());
    QTRY_COMPARE(shown.size(), 4);
    QCOMPARE(shown[3].replaces, 0U); // that one is gone
}

void DesktopTest::handsOnWhatTheDesktopDoesNotShow() {
    gui::Notifier without([] { return QDBusConnection(QString()); });
    QSignalSpy notShown(&without, &gui::Notifier::notShown);
    without.show(0, QStringLiteral("One"), QStringLiteral("1"));
    QCOMPARE(notShown.count(), 1);
    DirectBus bus;
    bus.desktop.refuses = true;
    gui::Notifier refused([&bus] { return bus.open(); }, nullptr, QString());
    QSignalSpy notTaken(&refused, &gui::Notifier::notShown);
    refused.show(0, QStringLiteral("One"), QStringLiteral("1"));
    QTRY_COMPARE(notTaken.count(), 1);
    QCOMPARE(notTaken.first().first().toString(), QStringLiteral("One"));
}

void DesktopTest::tellsPaymentsTogether() {
    test::MemoryNode payer;
    QVERIFY(payer.start());
    gui::WalletNews news(*payer);
    news.setPace(300, 60'000);
    QSignalSpy came(&news, &gui::WalletNews::came);
    // Coins from elsewhere, as a transaction that waits: the wallet itself cannot be paid by itself.
    const auto pay = [&payer](std::uint32_t number, std::int64_t satoshi) {
        const auto script =
            test::MemoryNode::answer(payer->wallet().newReceiveAddress({})).value()->scriptPubKey;
        primitives::TransactionParts parts;
        parts.inputs.emplace_back().previous.index = number;
        parts.outputs.push_back({primitives::Amount(satoshi), script});
        const auto transaction = std::make_shared<const primitives::Transaction>(std::move(parts));
        emit payer->chain().feed().transactionAdded(transaction, {}, 0);
    };
    pay(1, 150'000'000);
    pay(2, 250'000'000);
    QTRY_COMPARE(came.count(), 1);
    QCOMPARE(came.first()[0].value<gui::WalletNews::Kind>(), gui::WalletNews::Kind::Payments);
    QVERIFY2(came.first()[2].toString().startsWith(
                 gui::format().withUnit(primitives::Amount(4 * primitives::Amount::kCoin)) +
                 QStringLiteral(" in all")),
             qPrintable(came.first()[2].toString()));
    pay(3, 100'000'000);
    QTest::qWait(600);
    QCOMPARE(came.count(), 1); // it is quiet for a while
}

void DesktopTest::tellsFoundBlocksTogether() {
    test::MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(1)); // before anybody listened
    QTRY_COMPARE(node->mining().status()->foundBlocks, std::int64_t(1));
    gui::WalletNews news(*node);
    news.setPace(1'500, 200);
    QSignalSpy came(&news, &gui::WalletNews::came);
    QVERIFY(node.mine(3));
    QTRY_COMPARE(came.count(), 1);
    QCOMPARE(came.first()[0].value<gui::WalletNews::Kind>(), gui::WalletNews::Kind::Blocks);
    QVERIFY2(came.first()[1].toString().startsWith(QLatin1Char('3')), qPrintable(came.first()[1].toString()));
    QVERIFY(node.mine(1));
    QTRY_COMPARE(came.count(), 2);
}

void DesktopTest::saysNothingThatIsNotWanted() {
    test::MemoryNode node;
    QVERIFY(node.start());
    gui::WalletNews news(*node);
    news.setPace(10, 10);
    QSignalSpy came(&news, &gui::WalletNews::came);
    QVERIFY(node->changeSetting(QStringLiteral("notify_blocks"), QStringLiteral("off")));
    QVERIFY(node.mine(2)); // and mined coins are no payments
    QTest::qWait(600);
    QCOMPARE(came.count(), 0);
}

CAIRN_GUI_TEST(DesktopTest)
#include "DesktopTest.moc"
