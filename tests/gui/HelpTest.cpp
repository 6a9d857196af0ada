#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/MainWindow.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/help/Glossary.h"
#include "gui/help/HelpPage.h"
#include "gui/help/Report.h"
#include "gui/help/TermHelp.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/FactsList.h"

#include <QDir>
#include <QHostInfo>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

class HelpTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); } // before the first widget, as the program does
    void init() { failOnWarnings(); }
    void explainsEveryTermInASentence();
    void findsTheLongestWholeWord_data();
    void findsTheLongestWholeWord();
    void readsWhatIsNearestFirst();
    void explainsTheFocusedFieldInADialog();
    void opensTheGlossaryAtATerm();
    void findsAWordByTyping();
    void listsEveryKeyOfTheWindow();
    void reportsNothingPrivate();
};

void HelpTest::explainsEveryTermInASentence() {
    const QVector<gui::Term> terms = gui::glossary();
    QVERIFY(terms.size() >= 40);
    QSet<QString> ids;
    for (const gui::Term& term : terms) {
        QVERIFY2(!ids.contains(term.id), qPrintable(term.id));
        ids << term.id;
        QVERIFY2(term.text.endsWith(QLatin1Char('.')), qPrintable(term.id));
        const gui::Term* found = gui::termIn(term.title, terms);
        QVERIFY2(found && found->id == term.id, qPrintable(term.title)); // its own name leads to it
    }
}

void HelpTest::findsTheLongestWholeWord_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::newRow("one") << QStringLiteral("The difficulty adjusts every") << QStringLiteral("difficulty");
    QTest::newRow("longer wins") << QStringLiteral("Fee rate of the wallet") << QStringLiteral("fee-rate");
    QTest::newRow("many") << QStringLiteral("6 peers") << QStringLiteral("peer");
    QTest::newRow("letters go on") << QStringLiteral("Feeling rewarding") << QString();
    QTest::newRow("a sign before it") << QStringLiteral("21.0 sat/vB") << QStringLiteral("fee-rate");
    QTest::newRow("nothing") << QString() << QString();
}

void HelpTest::findsTheLongestWholeWord() {
    QFETCH(QString, text);
    QFETCH(QString, id);
    const QVector<gui::Term> terms = gui::glossary();
    const gui::Term* found = gui::termIn(text, terms);
    QCOMPARE(found ? found->id : QString(), id);
}

void HelpTest::readsWhatIsNearestFirst() {
    QWidget around;
    around.setAccessibleName(QStringLiteral("Mining"));
    auto* label = new QLabel(QStringLiteral("Nonce"), &around);
    const QStringList words = gui::wordsAround(label, QPoint(1, 1));
    QCOMPARE(words, (QStringList{QStringLiteral("Nonce"), QStringLiteral("Mining")}));
}

void HelpTest::explainsTheFocusedFieldInADialog() {
    test::NotedNavigator navigator;
    QObject owner;
    new gui::TermHelp(navigator, &owner);
    QWidget window;
    window.resize(600, 400);
    window.show();
    auto* dialog = new gui::FormDialog(QStringLiteral("Unlock"), QString(), QStringLiteral("Go"), &window);
    QLineEdit* field = dialog->addField(QStringLiteral("Passphrase"));
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_F1);
    auto* popup = dialog->findChild<QWidget*>(QStringLiteral("termPopup"));
    QVERIFY(popup);
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->accessibleName(), QStringLiteral("Passphrase"));
    QVERIFY(navigator.visited.isEmpty()); // nothing opens behind a dialog
    QTest::keyClick(popup, Qt::Key_Escape);
    QTRY_VERIFY(!dialog->findChild<QWidget*>(QStringLiteral("termPopup")));
    QVERIFY(dialog->isVisible());
}

void HelpTest::opensTheGlossaryAtATerm() {
    test::MemoryNode node(false);
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    window.resize(1280, 720);
    window.show();
    window.open(gui::TermLink{QStringLiteral("witness")});
    auto* page = qobject_cast<gui::HelpPage*>(window.page(window.currentPage()));
    QVERIFY(page);
    const auto witness = [page] {
        const auto labels = page->findChildren<QLabel*>();
        const auto found = std::ranges::find_if(
            labels, [](const QLabel* label) { return label->text() == QStringLiteral("Witness"); });
        return found == labels.end() ? nullptr : *found;
    };
    QTRY_VERIFY(witness());
    QTRY_VERIFY(!witness()->visibleRegion().isEmpty()); // scrolled to it
    test::shoot(window, QStringLiteral("help-words-light"));
    page->setTab(1);
    QTRY_VERIFY(page->findChild<gui::FactsList*>());
    test::shoot(window, QStringLiteral("help-keys-light"));
    page->setTab(2);
    QTest::qWait(50);
    test::shoot(window, QStringLiteral("help-about-light"));
}

void HelpTest::findsAWordByTyping() {
    test::MemoryNode node(false);
    QVERIFY(node.start());
    test::NotedNavigator navigator;
    gui::HelpPage page(*node, navigator);
    page.resize(1100, 700);
    page.show();
    auto* search = page.findChild<QLineEdit*>(QStringLiteral("termSearch"));
    const auto seen = [&page] {
        int count = 0;
        for (const QLabel* label : page.findChildren<QLabel*>())
            count +=
                label->isVisible() && label->property("role").toString() == QStringLiteral("strong") ? 1 : 0;
        return count;
    };
    QTRY_COMPARE(seen(), static_cast<int>(gui::glossary().size()));
    QTest::keyClicks(search, QStringLiteral("nonce"));
    QCOMPARE(seen(), 1);
    QTest::keyClicks(search, QStringLiteral("xyz"));
    QCOMPARE(seen(), 0);
}

/// A key that nobody can find is no key: each says what it does, and Help lists it.
void HelpTest::listsEveryKeyOfTheWindow() {
    test::MemoryNode node;
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    window.show();
    int pages = 0;
    for (; window.page(pages); ++pages) {
        window.setCurrentPage(pages);
        while (window.page(pages)->prepareSome()) {
        }
    }
    for (const QShortcut* shortcut : window.findChildren<QShortcut*>()) {
        const QString where = QStringLiteral("%1 of %2")
                                  .arg(shortcut->key().toString(),
                                       QLatin1String(shortcut->parent()->metaObject()->className()));
        QVERIFY2(!shortcut->whatsThis().isEmpty(), qPrintable(where));
    }
    window.open(gui::PageId::Help);
    window.page(window.currentPage())->setTab(1);
    const auto listed = [&window](const QString& words) {
        const auto lists = window.findChildren<gui::FactsList*>();
        const auto has = [&words](const gui::FactsList* list) { return !list->factText(words).isEmpty(); };
        return std::ranges::any_of(lists, has);
    };
    QTRY_VERIFY(listed(QStringLiteral("Mine one block")));
    QVERIFY(listed(QStringLiteral("Find a route")));
}

void HelpTest::reportsNothingPrivate() {
    test::MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(1));
    const QString address = QString::fromStdString(
        test::MemoryNode::answer(node->wallet().newReceiveAddress({})).value()->address);
    QVERIFY(node->changeSetting(QStringLiteral("mining_address"), address));
    QVERIFY(node->changeSetting(QStringLiteral("connect"), QStringLiteral("192.0.2.77:5001")));
    QVERIFY(node->changeSetting(QStringLiteral("text_scale"), QStringLiteral("110")));
    const QWidget window;
    const QString report = gui::helpReport(*node, window);
    QVERIFY(report.contains(QStringLiteral("block 1 of 1")));
    QVERIFY(report.contains(QStringLiteral("text_scale: 110")));
    QVERIFY(report.contains(QStringLiteral("connect: changed")));
    for (const QString& secret :
         {address, QStringLiteral("192.0.2.77"), QDir::homePath(), node.folder(), QHostInfo::localHostName()})
        QVERIFY2(!report.contains(secret), qPrintable(secret));
}

CAIRN_GUI_TEST(HelpTest)
#include "HelpTest.moc"
