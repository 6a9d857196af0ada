#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "consensus/CardLink.h"
#include "gui/network/Firewall.h"
#include "gui/network/InviteCard.h"
#include "gui/network/InviteDialog.h"
#include "gui/network/SharingControl.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/CardSource.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/ToggleSwitch.h"
#include "rest/ApiService.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTcpServer>

/// The switch that lets others come, and the dialog that invites them.
class SharingTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); }
    void init() {
        failOnWarnings();
        consensus::NetworkCard card;
        card.name = "Lab 12";
        card.rules.genesisTime = 1'764'480'000;
        card.peerPort = freePort();
        m_node =
            std::make_unique<test::MemoryNode>(false, QStringLiteral("off"), consensus::paramsFromCard(card));
        QVERIFY(m_node->start());
        m_api =
            std::make_unique<rest::ApiService>(**m_node, rest::ApiService::Options{.needsPeerPort = false});
        QVERIFY(test::MemoryNode::answer(m_api->start()).has_value());
    }
    void cleanup() {
        m_api.reset();
        m_node.reset();
    }
    void switchesAtOnce();
    void offersAnotherPort();
    void invitesByLinkFileAndPicture();
    void theCardKnowsTheWayHere();
    void followsWhatOthersChange();
    void looksAsDrawn_data();
    void looksAsDrawn();
    void namesTheFirewallAndItsCommand();

private:
    static quint16 freePort() {
        QTcpServer probe;
        return probe.listen(QHostAddress::AnyIPv4) ? probe.serverPort() : quint16(1);
    }
    [[nodiscard]] node::Node& node() const { return **m_node; }
    [[nodiscard]] quint16 port() const { return node().params().card.peerPort; }
    static QString textOf(const QWidget& window, const char* name) {
        auto* label = window.findChild<QLabel*>(QLatin1String(name));
        return label && label->isVisible() ? label->text() : QString();
    }
    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<rest::ApiService> m_api;
};

void SharingTest::switchesAtOnce() {
    gui::SharingControl control(node());
    control.resize(600, 100);
    control.show();
    QVERIFY(!control.toggle()->isChecked());
    QTest::mouseClick(control.toggle(), Qt::LeftButton);
    QTRY_VERIFY(control.isOn());
    QTRY_VERIFY(control.toggle()->isChecked() && control.toggle()->isEnabled());
    QCOMPARE(node().api().endpoints().peer, QStringLiteral("http://0.0.0.0:%1").arg(port()));
    QVERIFY(textOf(control, "sharePlace").contains(QString::number(port())));
    QTRY_COMPARE(node().settings().text(QStringLiteral("peer_bind")),
                 QStringLiteral("0.0.0.0:%1").arg(port()));
    QTest::keyClick(control.toggle(), Qt::Key_Space);
    QTRY_VERIFY(!control.isOn());
    QTRY_COMPARE(node().settings().text(QStringLiteral("peer_bind")), QStringLiteral("off"));
}

void SharingTest::offersAnotherPort() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::AnyIPv4, port()));
    gui::SharingControl control(node());
    control.resize(600, 140);
    control.show();
    QTest::mouseClick(control.toggle(), Qt::LeftButton);
    QTRY_VERIFY(textOf(control, "shareProblem").contains(QString::number(port())));
    QVERIFY(!control.toggle()->isChecked());
    auto* help = control.findChild<gui::Button*>(QStringLiteral("shareHelpButton"));
    QVERIFY(help->isVisible());
    test::shoot(control, QStringLiteral("sharing-port-taken"));
    QTest::mouseClick(help, Qt::LeftButton);
    QTRY_VERIFY(control.isOn());
    QVERIFY(!node().api().endpoints().peer.endsWith(QStringLiteral(":%1").arg(port())));
    QTRY_VERIFY(!textOf(control, "shareProblem").contains(QString::number(port())));
}

void SharingTest::invitesByLinkFileAndPicture() {
    gui::InviteDialog dialog(node(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QTest::mouseClick(dialog.findChild<gui::ToggleSwitch*>(QStringLiteral("shareSwitch")), Qt::LeftButton);
    QTRY_VERIFY(!node().api().endpoints().peer.isEmpty());
    const auto shown = gui::invitationCard(node());
    QTRY_COMPARE(dialog.link(), QString::fromStdString(consensus::writeCardLink(shown)));
    QTest::mouseClick(dialog.findChild<gui::Button*>(QStringLiteral("copyLinkButton")), Qt::LeftButton);
    QCOMPARE(gui::readCardText(QApplication::clipboard()->text()).value(), shown);
    QTest::mouseClick(dialog.findChild<gui::Button*>(QStringLiteral("copyPictureButton")), Qt::LeftButton);
    QCOMPARE(gui::readCardPicture(QApplication::clipboard()->image()).value(), shown);
    QTest::mouseClick(dialog.findChild<gui::Button*>(QStringLiteral("copySpeechButton")), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().endsWith(dialog.link()));
    // What is on the screen can be read by a camera.
    QCOMPARE(gui::readCardPicture(dialog.card()->grab().toImage().scaled(dialog.card()->size() * 2)).value(),
             shown);
    // Dragged out: a file, a text, a picture.
    const std::unique_ptr<QMimeData> dragged(dialog.card()->mimeData());
    QCOMPARE(dragged->urls().size(), 1);
    QVERIFY(dragged->urls().first().toLocalFile().endsWith(QStringLiteral("/lab-12.cairn")));
    QCOMPARE(gui::readCardFile(dragged->urls().first().toLocalFile()).value(), shown);
    QCOMPARE(gui::readCardText(dragged->text()).value(), shown);
    for (const auto& [button, file] :
         {std::pair{"saveCardButton", "a.cairn"}, std::pair{"savePictureButton", "a.png"}}) {
        QTest::mouseClick(dialog.findChild<gui::Button*>(QLatin1String(button)), Qt::LeftButton);
        auto* files = dialog.findChild<QFileDialog*>();
        const QString path = m_node->folder() + QLatin1Char('/') + QLatin1String(file);
        emit files->fileSelected(path);
        files->close();
        QTRY_VERIFY(dialog.findChild<QFileDialog*>() == nullptr);
        QCOMPARE(gui::readCardFile(path).value(), shown);
    }
}

void SharingTest::theCardKnowsTheWayHere() {
    QVERIFY(gui::invitationCard(node()).seeds.empty());
    const QString at = QStringLiteral("127.0.0.1:%1").arg(port());
    QVERIFY(test::MemoryNode::answer(node().listenForPeers(at)).has_value());
    QCOMPARE(gui::invitationCard(node()).seeds, std::vector<std::string>{"http://" + at.toStdString()});
    QCOMPARE(gui::invitationCard(node()).rules, node().params().card.rules);
}

void SharingTest::followsWhatOthersChange() {
    gui::InviteDialog dialog(node(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    const QString before = dialog.link();
    QVERIFY(node().changeSetting(QStringLiteral("peer_bind"), QStringLiteral("127.0.0.1:%1").arg(port())));
    QTRY_VERIFY(dialog.findChild<gui::ToggleSwitch*>(QStringLiteral("shareSwitch"))->isChecked());
    QTRY_VERIFY(dialog.link() != before);
}

void SharingTest::looksAsDrawn_data() {
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QSize>("window");
    using Choice = gui::Theme::Choice;
    QTest::newRow("light") << int(Choice::Light) << 100 << QSize(1280, 720);
    QTest::newRow("dark") << int(Choice::Dark) << 100 << QSize(1280, 720);
    QTest::newRow("contrast-125") << int(Choice::HighContrast) << 125 << QSize(1280, 720);
    QTest::newRow("light-200") << int(Choice::Light) << 200 << QSize(1280, 720);
}

void SharingTest::looksAsDrawn() {
    QFETCH(int, theme);
    QFETCH(int, scale);
    QFETCH(QSize, window);
    gui::theme().setChoice(static_cast<gui::Theme::Choice>(theme));
    gui::theme().setTextScale(scale);
    QWidget ground;
    ground.resize(window);
    ground.show();
    auto* dialog = new gui::InviteDialog(node(), &ground);
    dialog->open();
    QTest::mouseClick(dialog->findChild<gui::ToggleSwitch*>(QStringLiteral("shareSwitch")), Qt::LeftButton);
    QTRY_VERIFY(!node().api().endpoints().peer.isEmpty());
    QTRY_VERIFY(dialog->findChild<gui::ToggleSwitch*>(QStringLiteral("shareSwitch"))->isEnabled());
    test::shoot(*dialog, QStringLiteral("invite-") + QLatin1String(QTest::currentDataTag()));
    const QSize room = dialog->screen()->availableGeometry().size();
    QVERIFY(dialog->width() <= room.width() && dialog->height() <= room.height());
    gui::theme().setChoice(gui::Theme::Choice::Light);
    gui::theme().setTextScale(100);
}

void SharingTest::namesTheFirewallAndItsCommand() {
    QTemporaryDir root;
    QVERIFY(!gui::runningFirewall(root.path()));
    QVERIFY(QDir(root.path()).mkpath(QStringLiteral("etc/ufw")));
    const auto configure = [&](const QByteArray& text) {
        QFile file(root.filePath(QStringLiteral("etc/ufw/ufw.conf")));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(configure("# ENABLED=yes\nENABLED=no\n"));
    QVERIFY(!gui::runningFirewall(root.path()));
    QVERIFY(configure("LOGLEVEL=low\nENABLED=yes\n"));
    QCOMPARE(gui::runningFirewall(root.path()), std::optional(gui::Firewall::Ufw));
    QCOMPARE(gui::openPortLine(gui::Firewall::Ufw, 5001), QStringLiteral("sudo ufw allow 5001/tcp"));
    QVERIFY(configure("ENABLED=no\n"));
    QVERIFY(QDir(root.path()).mkpath(QStringLiteral("sys/fs/cgroup/system.slice/firewalld.service")));
    QCOMPARE(gui::runningFirewall(root.path()), std::optional(gui::Firewall::Firewalld));
    QCOMPARE(gui::openPortLine(gui::Firewall::Firewalld, 7),
             QStringLiteral("sudo firewall-cmd --add-port=7/tcp"));
}

CAIRN_GUI_TEST(SharingTest)
#include "SharingTest.moc"
