#include "GuiTest.h"
#include "PageFixture.h"
#include "ProgramWindow.h"
#include "support/TestProgram.h"

#include "gui/network/InviteDialog.h"
#include "gui/network/PeerModel.h"
#include "gui/network/PeersView.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/ToggleSwitch.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>

#include <set>

/// Three newcomers with three windows, from nothing to a network of their own, by keys and mouse.
class NewcomerTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); }
    void threeNewcomersMakeANetwork();

private:
    void annaMakesANetwork(const test::ProgramWindow& anna);
    void boJoinsByLink(const test::ProgramWindow& bo, const QString& cardPath);
    void carlJoinsByCard(const test::ProgramWindow& carl);
    void allSeeOneAnother(const QList<const test::ProgramWindow*>& all);
    void allMineTogether(const QList<const test::ProgramWindow*>& all);
};

namespace {

using Newcomer = test::ProgramWindow;

constexpr int kWaitMs = 90'000; // QTRY waits twice as long again before it reports

void chooseWay(const Newcomer& window, const QString& way) {
    for (gui::Card* card : window.window().findChildren<gui::Card*>())
        if (card->accessibleName() == way) QTest::mouseClick(card, Qt::LeftButton);
}

template <class Widget>
Widget* seenWithText(const Newcomer& window, const QString& text) {
    for (Widget* each : window.window().findChildren<Widget*>())
        if (each->isVisible() && each->text() == text) return each;
    return nullptr;
}

void typeInto(QLineEdit* edit, const QString& text) {
    QTest::mouseClick(edit, Qt::LeftButton);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, text);
}

/// The dialog's switch is on; where the port is taken, another one is used.
bool isShared(const gui::InviteDialog* dialog) {
    auto* toggle = dialog->findChild<gui::ToggleSwitch*>(QStringLiteral("shareSwitch"));
    auto* help = dialog->findChild<gui::Button*>(QStringLiteral("shareHelpButton"));
    return QTest::qWaitFor(
        [&] {
            if (toggle->isChecked() && toggle->isEnabled()) return true;
            if (help->isVisible() && help->isEnabled()) QTest::mouseClick(help, Qt::LeftButton);
            return false;
        },
        30'000);
}

gui::InviteDialog* inviteOf(const Newcomer& window) {
    return window.window().findChild<gui::InviteDialog*>(QStringLiteral("inviteDialog"));
}

/// Those it has links with, each once, though two may have dialled each other.
QStringList namesSeenBy(const Newcomer& window) {
    QStringList names;
    const auto programs = window.node()->peers().programs();
    for (const net::PeerInfo& peer : *programs) {
        using enum net::PeerState;
        if (peer.state == InStep || peer.state == CatchingUp || peer.state == Behind ||
            peer.state == OtherBranch)
            names << peer.name;
    }
    names.sort();
    return names;
}

/// The names in the first column of the table of peers.
std::set<QString> namesInTable(const Newcomer& window) {
    std::set<QString> names;
    auto* view = window.window().findChild<gui::PeersView*>();
    if (!view) return names;
    const auto* model = view->table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        names.insert(model->index(row, gui::PeerModel::Name).data().toString());
    return names;
}

std::set<QString> findersKnownTo(const Newcomer& window) {
    const auto asked = window.node()->chain().query([](explorer::ExplorerQueries& queries) {
        std::set<QString> names;
        for (const explorer::BlockRow& row :
             queries.blocks(-1, 500).value_or(std::vector<explorer::BlockRow>()))
            names.insert(QString::fromStdString(row.finder));
        return names;
    });
    return test::MemoryNode::answer(asked);
}

std::set<QString> setOf(const QStringList& names) {
    return {names.begin(), names.end()};
}

void clickIn(const QWidget* window, const char* button) {
    QTest::mouseClick(window->findChild<gui::Button*>(QLatin1String(button)), Qt::LeftButton);
}

/// What a window shows again at its next start.
struct Left {
    QString place;
    QSize size;
    QString name;
    QString wallet;
    std::int64_t balance = 0;
    friend bool operator==(const Left&, const Left&) = default;
};
Left leftIn(const Newcomer& window) {
    const auto wallet = window.node()->wallet().status();
    return {window.main()->place(), window.window().size(),
            window.node()->settings().text(QStringLiteral("node_name")), wallet->name,
            wallet->balance.total().satoshi()};
}

/// In the settings, by keys.
void takeName(const Newcomer& window, const QString& name) {
    window.press(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(window.seen<QLineEdit>("node_nameControl"));
    typeInto(window.seen<QLineEdit>("node_nameControl"), name);
    QTest::keyClick(window.seen<QLineEdit>("node_nameControl"), Qt::Key_Return);
}

} // namespace

/// Anna makes a network, lets others in, copies the link, and mines her first block.
void NewcomerTest::annaMakesANetwork(const Newcomer& anna) {
    QVERIFY(QTest::qWaitForWindowExposed(&anna.window()));
    chooseWay(anna, QStringLiteral("Create a network"));
    QTest::keyClicks(anna.window().focusWidget(), QStringLiteral("Lab 12"));
    typeInto(anna.seen<QLineEdit>("target_block_time"), QStringLiteral("1"));
    typeInto(anna.seen<QLineEdit>("nodeNameEdit"), QStringLiteral("Anna"));
    QTest::mouseClick(anna.seen<gui::ToggleSwitch>("shareSwitch"), Qt::LeftButton);
    QTest::keyClick(anna.seen<QLineEdit>("nodeNameEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(seenWithText<gui::Button>(anna, QStringLiteral("Start Lab 12")), 60'000);
    anna.press(Qt::Key_Return); // the button has the focus
    QVERIFY(anna.waitForMain());
    QTRY_VERIFY_WITH_TIMEOUT(inviteOf(anna) != nullptr, 60'000);
    QVERIFY(isShared(inviteOf(anna)));
    test::shoot(*inviteOf(anna), QStringLiteral("newcomer-invite"));
    clickIn(inviteOf(anna), "copyLinkButton");
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("cairn:lab-12?card=")));
    clickIn(inviteOf(anna), "inviteDoneButton");
    QTRY_VERIFY(inviteOf(anna) == nullptr);
    anna.press(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(anna.node()->chain().status()->tip.height >= 1, kWaitMs);
}

/// Bo joins by the link that was copied, takes a name, lets others in too, and saves the card.
void NewcomerTest::boJoinsByLink(const Newcomer& bo, const QString& cardPath) {
    QVERIFY(QTest::qWaitForWindowExposed(&bo.window()));
    chooseWay(bo, QStringLiteral("Join a network"));
    bo.press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(bo.seen<gui::Button>("joinButton")->isEnabled());
    QVERIFY(!bo.main()); // shown first
    bo.press(Qt::Key_Return);
    QVERIFY(bo.waitForMain());
    takeName(bo, QStringLiteral("Bo"));
    bo.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(bo.seen<gui::Button>("inviteButton"));
    QTest::mouseClick(bo.seen<gui::Button>("inviteButton"), Qt::LeftButton);
    QVERIFY(inviteOf(bo));
    QTest::mouseClick(inviteOf(bo)->findChild<gui::ToggleSwitch*>(QStringLiteral("shareSwitch")),
                      Qt::LeftButton);
    QVERIFY(isShared(inviteOf(bo)));
    clickIn(inviteOf(bo), "saveCardButton");
    auto* files = inviteOf(bo)->findChild<QFileDialog*>();
    QVERIFY(files);
    auto* fileName = files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    // Typed letter by letter without a pause, Qt's dialog would choose every folder on the way.
    QApplication::clipboard()->setText(cardPath);
    QTest::keyClick(fileName, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(fileName, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(fileName, Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(cardPath));
    clickIn(inviteOf(bo), "inviteDoneButton");
    bo.press(Qt::Key_M, Qt::ControlModifier);
}

/// Carl started the program with the card.
void NewcomerTest::carlJoinsByCard(const Newcomer& carl) {
    QVERIFY(QTest::qWaitForWindowExposed(&carl.window()));
    QTRY_VERIFY(carl.seen<gui::Button>("joinButton") && carl.seen<gui::Button>("joinButton")->isEnabled());
    QCOMPARE(carl.seen<gui::Button>("joinButton")->text(), QStringLiteral("Join Lab 12"));
    carl.press(Qt::Key_Return);
    QVERIFY(carl.waitForMain());
    takeName(carl, QStringLiteral("Carl"));
    carl.press(Qt::Key_M, Qt::ControlModifier);
}

/// All mine, and everybody knows who found what; then all rest on one tip.
void NewcomerTest::allMineTogether(const QList<const Newcomer*>& all) {
    for (const Newcomer* each : all)
        QTRY_VERIFY_WITH_TIMEOUT(each->node()->mining().status()->foundBlocks >= 1, kWaitMs);
    const auto tip = [&](int index) { return all[index]->node()->chain().status()->tip; };
    // Two that found a block at the same time stay apart until the next one: one goes on until all agree.
    for (const Newcomer* each : all) {
        if (each == all.last()) QTRY_VERIFY_WITH_TIMEOUT(tip(0) == tip(1) && tip(1) == tip(2), kWaitMs / 4);
        each->press(Qt::Key_M, Qt::ControlModifier); // off
        QTRY_VERIFY(!each->node()->mining().status()->enabled);
    }
    QTRY_VERIFY_WITH_TIMEOUT(tip(0) == tip(1) && tip(1) == tip(2), kWaitMs / 4);
    for (const Newcomer* each : all)
        QVERIFY(findersKnownTo(*each).size() >= 2);
    const Newcomer& carl = *all.last();
    carl.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(namesInTable(carl), setOf({QStringLiteral("Anna"), QStringLiteral("Bo")}));
    test::shoot(carl.window(), QStringLiteral("newcomer-peers"));
}

/// Each of Anna, Bo and Carl sees the two others by name.
void NewcomerTest::allSeeOneAnother(const QList<const Newcomer*>& all) {
    const QStringList names = {QStringLiteral("Anna"), QStringLiteral("Bo"), QStringLiteral("Carl")};
    for (int i = 0; i < all.size(); ++i) {
        QStringList others = names;
        others.removeAt(i);
        QTRY_COMPARE_WITH_TIMEOUT(namesSeenBy(*all[i]), others, kWaitMs);
    }
}

void NewcomerTest::threeNewcomersMakeANetwork() {
    const QTemporaryDir folder;
    const QString cardPath = folder.filePath(QStringLiteral("class.cairn"));
    const auto root = [&](const char* who) { return folder.filePath(QLatin1String(who)); };
    std::int32_t height = 0;
    QList<Left> left;
    {
        Newcomer anna(root("anna"));
        annaMakesANetwork(anna);
        if (QTest::currentTestFailed()) return;
        Newcomer bo(root("bo"));
        boJoinsByLink(bo, cardPath);
        if (QTest::currentTestFailed()) return;
        Newcomer carl(root("carl"), {cardPath});
        carlJoinsByCard(carl);
        if (QTest::currentTestFailed()) return;
        allSeeOneAnother({&anna, &bo, &carl});
        if (QTest::currentTestFailed()) return;
        allMineTogether({&anna, &bo, &carl});
        if (QTest::currentTestFailed()) return;
        height = anna.node()->chain().status()->tip.height;
        anna.window().resize(1100, 760);
        anna.press(Qt::Key_3, Qt::ControlModifier);
        for (const Newcomer* each : {&anna, &bo, &carl}) {
            QTRY_COMPARE(each->node()->wallet().status()->syncedHeight, height);
            left << leftIn(*each);
        }
        QVERIFY(left[0].balance > 0 && left[0].place != left[1].place && left[0].size != left[1].size);
        QVERIFY(anna.quit() && bo.quit() && carl.quit());
    }
    // The next day: all as left.
    Newcomer anna(root("anna"));
    Newcomer bo(root("bo"));
    Newcomer carl(root("carl"));
    for (const Newcomer* each : {&anna, &bo, &carl}) {
        QVERIFY(each->waitForMain());
        QCOMPARE(each->node()->params().name(), std::string("Lab 12"));
        QCOMPARE(each->node()->chain().status()->tip.height, height);
        QTRY_VERIFY(leftIn(*each) == left[0]);
        left.removeFirst();
    }
    QVERIFY(!anna.node()->api().endpoints().peer.isEmpty());
    QVERIFY(!bo.node()->api().endpoints().peer.isEmpty());
    QVERIFY(carl.node()->api().endpoints().peer.isEmpty());
    allSeeOneAnother({&anna, &bo, &carl});
}

CAIRN_GUI_TEST(NewcomerTest)
#include "NewcomerTest.moc"
