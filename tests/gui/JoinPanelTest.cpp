#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "consensus/CardLink.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/JoinPanel.h"
#include "gui/welcome/QrReader.h"
#include "gui/welcome/WelcomePage.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/QrView.h"
#include "node/DataFolder.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>

using gui::FirstStart;

class JoinPanelTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); }
    void init() {
        failOnWarnings();
        m_root = std::make_unique<QTemporaryDir>();
        m_panel = std::make_unique<gui::JoinPanel>(m_root->path());
        m_panel->resize(1100, 700);
        m_panel->show();
        m_chosen = std::make_unique<QSignalSpy>(m_panel.get(), &gui::JoinPanel::chosen);
    }
    void cleanup() {
        m_chosen.reset();
        m_panel.reset();
    }
    void joinsByATypedLink();
    void joinsByAPastedCard();
    void joinsByAFile();
    void joinsByADrop();
    void joinsByAPictureInAFile_data();
    void joinsByAPictureInAFile();
    void joinsByACopiedPicture();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void keepsTheCardWhenTheNextIsWrong();
    void opensANetworkThatIsHere();
    void givesAnotherNameToANamesake();
    void doesNotStumbleOverManyColons();

private:
    gui::Button* joinButton() { return m_panel->findChild<gui::Button*>(QStringLiteral("joinButton")); }
    QLineEdit* linkEdit() { return m_panel->findChild<QLineEdit*>(QStringLiteral("joinLinkEdit")); }
    QString problem() {
        auto* label = m_panel->findChild<QLabel*>(QStringLiteral("joinProblem"));
        return label->isVisible() ? label->text() : QString();
    }
    /// Presses Join once it can be; gives the card that the network would start from.
    Result<consensus::NetworkCard, QString> joined() {
        if (!QTest::qWaitFor([this] { return joinButton()->isEnabled(); }, 20'000)) return fail(problem());
        QTest::mouseClick(joinButton(), Qt::LeftButton);
        if (m_chosen->isEmpty()) return fail(QStringLiteral("nothing chosen"));
        return gui::readCardFile(m_chosen->last().first().value<FirstStart>().network);
    }
    QString fileOf(const QString& name, const QByteArray& bytes) {
        QFile file(m_root->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return {};
        return file.fileName();
    }
    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<gui::JoinPanel> m_panel;
    std::unique_ptr<QSignalSpy> m_chosen;
};

namespace {

consensus::NetworkCard labCard() {
    consensus::NetworkCard card;
    card.name = "Lab 12";
    card.rules.genesisTime = 1'764'480'000;
    card.seeds = {"http://192.168.1.20:5001"};
    return card;
}

QString labLink() {
    return QString::fromStdString(consensus::writeCardLink(labCard()));
}

QImage codeOf(const QString& text, int pixels) {
    gui::QrView view;
    view.setText(text);
    return view.toImage(pixels);
}

/// A network that has run on this computer.
bool makeKnown(const QString& root, const consensus::NetworkCard& card) {
    const node::DataPaths paths{root + QLatin1Char('/') +
                                node::folderNameOf(QString::fromStdString(card.name))};
    QFile chain(paths.chain());
    return node::makeFolders(paths).has_value() && node::keepCard(paths, card).has_value() &&
           chain.open(QIODevice::WriteOnly);
}

} // namespace

void JoinPanelTest::joinsByATypedLink() {
    QVERIFY(!joinButton()->isEnabled());
    m_panel->focusFirst();
    QTest::keyClicks(linkEdit(), labLink());
    QTRY_VERIFY(joinButton()->isEnabled());
    QCOMPARE(joinButton()->text(), QStringLiteral("Join Lab 12"));
    QCOMPARE(m_chosen->size(), 0); // shown, not joined
    test::shoot(*m_panel, QStringLiteral("join-light"));
    QCOMPARE(joined().value(), labCard());
}

void JoinPanelTest::joinsByAPastedCard() {
    QApplication::clipboard()->setText(QString::fromStdString(consensus::writeNetworkCard(labCard())));
    QTest::mouseClick(m_panel->findChild<gui::Button*>(QStringLiteral("pasteButton")), Qt::LeftButton);
    QCOMPARE(joined().value(), labCard());
}

void JoinPanelTest::joinsByAFile() {
    m_panel->openFile(fileOf(QStringLiteral("lab.cairn"),
                             QByteArray::fromStdString(consensus::writeNetworkCard(labCard()))));
    QCOMPARE(joined().value(), labCard());
}

void JoinPanelTest::joinsByADrop() {
    QMimeData data;
    data.setText(QStringLiteral("  ") + labLink() + QLatin1Char('\n'));
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_panel.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_panel.get(), &drop);
    QVERIFY(drop.isAccepted());
    QCOMPARE(joined().value(), labCard());
}

void JoinPanelTest::joinsByAPictureInAFile_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("pixels");
    QTest::newRow("png") << QByteArray("png") << 6;
    QTest::newRow("small png") << QByteArray("png") << 3;
    QTest::newRow("jpg") << QByteArray("jpg") << 5;
}

void JoinPanelTest::joinsByAPictureInAFile() {
    QFETCH(QByteArray, format);
    QFETCH(int, pixels);
    QImage photo(900, 700, QImage::Format_RGB32); // the code is a part of it
    photo.fill(QColor(0x88, 0x99, 0xaa));
    QPainter(&photo).drawImage(60, 40, codeOf(labLink(), pixels));
    const QString path = m_root->filePath(QStringLiteral("code.") + QString::fromLatin1(format));
    QVERIFY(photo.save(path, format.constData()));
    m_panel->openFile(path);
    QCOMPARE(joined().value(), labCard());
}

void JoinPanelTest::joinsByACopiedPicture() {
    QImage picture = codeOf(labLink(), 4).convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixelColor(x, y) == Qt::white) picture.setPixelColor(x, y, Qt::transparent);
    QApplication::clipboard()->setImage(picture);
    QTest::mouseClick(m_panel->findChild<gui::Button*>(QStringLiteral("pasteButton")), Qt::LeftButton);
    QCOMPARE(joined().value(), labCard());
}

void JoinPanelTest::saysWhatIsWrong_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto png = [](const QImage& image) {
        QByteArray out;
        QBuffer buffer(&out);
        image.save(&buffer, "PNG");
        return out;
    };
    QImage empty(200, 200, QImage::Format_RGB32);
    empty.fill(Qt::white);
    QTest::newRow("no card") << QStringLiteral("a.cairn") << QByteArray("not a card")
                             << QStringLiteral("neither");
    QTest::newRow("empty") << QStringLiteral("a.cairn") << QByteArray() << QStringLiteral("no text");
    QTest::newRow("a rule missing") << QStringLiteral("a.cairn")
                                    << QByteArray(R"({"cairn_network":1,"name":"x","rules":{}})")
                                    << QStringLiteral("Reward of a block");
    QTest::newRow("cut link") << QStringLiteral("a.txt") << labLink().chopped(8).toUtf8()
                              << QStringLiteral("not complete");
    QTest::newRow("no code") << QStringLiteral("a.png") << png(empty) << QStringLiteral("no QR code");
    QTest::newRow("another code") << QStringLiteral("a.png")
                                  << png(codeOf(QStringLiteral("https://example.org"), 4))
                                  << QStringLiteral("https://example.org");
    QTest::newRow("broken picture") << QStringLiteral("a.png") << png(empty).left(60)
                                    << QStringLiteral("cannot be read");
}

void JoinPanelTest::saysWhatIsWrong() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    m_panel->openFile(fileOf(name, bytes));
    QTRY_VERIFY(!problem().isEmpty());
    QVERIFY2(problem().contains(says), qPrintable(problem()));
    QVERIFY(!joinButton()->isEnabled());
}

void JoinPanelTest::keepsTheCardWhenTheNextIsWrong() {
    m_panel->openText(labLink());
    QTRY_VERIFY(joinButton()->isEnabled());
    m_panel->openFile(m_root->filePath(QStringLiteral("missing.cairn")));
    QTRY_VERIFY(!problem().isEmpty());
    QVERIFY(joinButton()->isEnabled());
    QCOMPARE(joined().value(), labCard());
}

void JoinPanelTest::opensANetworkThatIsHere() {
    QVERIFY(makeKnown(m_root->path(), labCard()));
    m_panel->openText(labLink());
    QTRY_VERIFY(joinButton()->isEnabled());
    QCOMPARE(joinButton()->text(), QStringLiteral("Open Lab 12"));
    QTest::mouseClick(joinButton(), Qt::LeftButton);
    const auto start = m_chosen->last().first().value<FirstStart>();
    QCOMPARE(start.network, QStringLiteral("lab-12"));
    QCOMPARE(start.seeds, QStringList{QStringLiteral("http://192.168.1.20:5001")}); // perhaps they moved
}

void JoinPanelTest::givesAnotherNameToANamesake() {
    auto last = labCard();
    last.rules.genesisTime -= 86'400; // last week's network of the same name
    QVERIFY(makeKnown(m_root->path(), last));
    m_panel->openText(labLink());
    const auto card = joined();
    QVERIFY(card.has_value());
    QVERIFY(card->name.starts_with("Lab 12 "));
    QVERIFY(card->rules == labCard().rules);
    auto* note = m_panel->findChild<QLabel*>(QStringLiteral("joinNote"));
    QVERIFY(note->isVisible() && note->text().contains(QString::fromStdString(card->name)));
}

void JoinPanelTest::doesNotStumbleOverManyColons() {
    m_panel->openText(QString(200'000, QLatin1Char(':')));
    QVERIFY(!problem().isEmpty());
    QApplication::clipboard()->setText(QString(200'000, QLatin1Char(':')));
    linkEdit()->setFocus();
    QTest::keyClick(linkEdit(), Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(linkEdit(), Qt::Key_Return);
    QVERIFY(!problem().isEmpty());
}

CAIRN_GUI_TEST(JoinPanelTest)
#include "JoinPanelTest.moc"
