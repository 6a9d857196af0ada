#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/dialogs/BackUpDialog.h"
#include "gui/dialogs/WordGrid.h"
#include "gui/home/HomePage.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/WalletPage.h"
#include "gui/widgets/Button.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

/// Backing up the words with real keys, on a real wallet: what is noted is what was shown and typed back.
class BackUpTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); }
    void init() {
        failOnWarnings();
        m_node = std::make_unique<test::MemoryNode>();
        QVERIFY(m_node->start());
    }
    void cleanup() {
        m_parent.reset();
        m_node.reset();
    }
    void notesWhatWasTypedBack();
    void asksForThePassphraseFirst_data();
    void asksForThePassphraseFirst();
    void confirmsNothingWhileLocked();
    void showsTheWordsAgainAfterThreeMistakes();
    void confirmsNothingForAnotherWallet();
    void closesWhenTheWalletIsLocked();
    void completesWithTab();

private:
    node::Node& node() { return **m_node; }
    template <class F>
    auto inWallet(F question) {
        return test::MemoryNode::answer(node().wallet().ask(question)).value();
    }
    QStringList words() {
        return inWallet([](const wallet::Wallet& wallet, std::int32_t) {
                   const auto text = wallet.words().value();
                   return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
               })
            .split(QLatin1Char(' '));
    }
    void encryptAndLock() {
        QVERIFY(test::MemoryNode::answer(node().wallet().changePassphrase("", "secret")).value().has_value());
        QVERIFY(test::MemoryNode::answer(node().wallet().lock()).value_or(false));
        QTRY_VERIFY(node().wallet().status()->locked);
    }
    gui::BackUpDialog* dialog() { return m_parent->findChild<gui::BackUpDialog*>(); }
    /// Opened, with its words on the screen.
    void open() {
        m_parent = std::make_unique<QWidget>();
        m_parent->show();
        gui::BackUpDialog::start(node(), m_parent.get());
        QTRY_VERIFY(dialog() && dialog()->acceptButton()->isEnabled());
        QTRY_VERIFY(saysOnTheDialog(words().first())); // a layout shows what is added to it a turn later
    }
    void goOn() { QTest::mouseClick(dialog()->acceptButton(), Qt::LeftButton); }
    QList<QLineEdit*> fields() {
        QList<QLineEdit*> out;
        for (QLineEdit* edit : dialog()->findChildren<QLineEdit*>()) {
            if (edit->objectName().startsWith(QLatin1String("wordEdit")) && edit->isVisible()) out << edit;
        }
        return out;
    }
    static int positionOf(const QLineEdit* field) { return field->objectName().mid(8).toInt() - 1; }
    /// Some sentences have words of the list in them.
    bool showsAsAWord(const QString& word) {
        const auto labels = dialog()->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text() == word; });
    }
    bool saysOnTheDialog(const QString& part) {
        const auto labels = dialog()->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(part); });
    }

    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<QWidget> m_parent;
};

void BackUpTest::notesWhatWasTypedBack() {
    const QStringList all = words();
    open();
    for (const QString& word : all)
        QVERIFY2(saysOnTheDialog(word), qPrintable(word));
    test::shoot(*dialog(), QStringLiteral("backup-words"));
    goOn();
    QTRY_COMPARE(fields().size(), 3);
    for (int i = 0; i < all.size(); ++i) { // nothing to copy from
        if (all.count(all[i]) == 1) QVERIFY2(!showsAsAWord(all[i]), qPrintable(all[i]));
    }
    QVERIFY(!dialog()->acceptButton()->isEnabled());
    for (QLineEdit* field : fields()) {
        QVERIFY(!node().wallet().status()->backedUp);
        QTest::keyClicks(field, all[positionOf(field)]);
        QTRY_VERIFY(field->isReadOnly());
        test::shoot(*dialog(), QStringLiteral("backup-check"));
    }
    QVERIFY(dialog()->acceptButton()->isEnabled());
    QVERIFY(!node().wallet().status()->backedUp);
    goOn();
    QTRY_VERIFY(node().wallet().status()->backedUp);
    QTRY_VERIFY(!dialog());
}

void BackUpTest::asksForThePassphraseFirst_data() {
    QTest::addColumn<bool>("fromHome");
    QTest::newRow("the reminder on Home") << true;
    QTest::newRow("the wallet's menu") << false;
}

void BackUpTest::asksForThePassphraseFirst() {
    QFETCH(bool, fromHome);
    encryptAndLock();
    test::NotedNavigator navigator;
    if (fromHome) {
        QVERIFY(m_node->mine(1));
        m_parent = std::make_unique<gui::HomePage>(node(), navigator);
    } else {
        m_parent = std::make_unique<gui::WalletPage>(node(), navigator);
    }
    m_parent->resize(1244, 784);
    m_parent->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_parent.get()));
    if (fromHome) {
        gui::Button* backUp = nullptr;
        for (gui::Button* button : m_parent->findChildren<gui::Button*>()) {
            if (button->text() == QLatin1String("Back up words")) backUp = button;
        }
        QVERIFY(backUp);
        QTRY_VERIFY(backUp->isVisible());
        QTest::mouseClick(backUp, Qt::LeftButton);
    } else {
        auto* menu = m_parent->findChild<QMenu*>();
        emit menu->aboutToShow();
        for (QAction* action : menu->actions()) {
            if (action->text().startsWith(QLatin1String("Show the words"))) action->trigger();
        }
    }
    QVERIFY(!dialog());
    auto* passphrase = m_parent->findChild<QLineEdit*>(QStringLiteral("passphraseEdit"));
    QVERIFY(passphrase);
    QTest::keyClicks(passphrase, QStringLiteral("secret"));
    QTest::keyClick(passphrase, Qt::Key_Return);
    QTRY_VERIFY(dialog() && dialog()->acceptButton()->isEnabled());
    QVERIFY(saysOnTheDialog(words().first()));
}

void BackUpTest::confirmsNothingWhileLocked() {
    encryptAndLock();
    m_parent = std::make_unique<QWidget>();
    m_parent->show();
    auto* dialog = new gui::BackUpDialog(node(), m_parent.get());
    dialog->open();
    QTRY_VERIFY(saysOnTheDialog(QStringLiteral("is locked")));
    QVERIFY(!dialog->acceptButton()->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    emit dialog->submitted();
    QVERIFY(!inWallet([](const wallet::Wallet& wallet, std::int32_t) { return wallet.isBackedUp(); }));
}

void BackUpTest::showsTheWordsAgainAfterThreeMistakes() {
    const QStringList all = words();
    open();
    goOn();
    QTRY_COMPARE(fields().size(), 3);
    QLineEdit* field = fields().first();
    for (int i = 0; i < 3; ++i) {
        field = fields().isEmpty() ? nullptr : fields().first();
        QVERIFY(field);
        field->clear();
        QTest::keyClicks(field, QStringLiteral("wrong%1").arg(i));
        QTest::keyClick(field, Qt::Key_Return);
        if (i < 2) QVERIFY(saysOnTheDialog(QStringLiteral("is not word")));
    }
    QVERIFY(fields().isEmpty());
    for (const QString& word : all) // the Enter of the third mistake presses nothing else
        QTRY_VERIFY2(showsAsAWord(word), qPrintable(word));
    QVERIFY(saysOnTheDialog(QStringLiteral("Three words were not the right ones")));
    goOn();
    QTRY_COMPARE(fields().size(), 3);
    QVERIFY(!node().wallet().status()->backedUp);
}

void BackUpTest::confirmsNothingForAnotherWallet() {
    const QStringList all = words();
    open();
    goOn();
    for (QLineEdit* field : fields())
        QTest::keyClicks(field, all[positionOf(field)]);
    // A program opens another wallet before the button is pressed; the news has not come yet.
    QVERIFY(test::MemoryNode::answer(node().wallet().create(QStringLiteral("other"), {}, {}, {}, false))
                .has_value());
    if (dialog()) goOn();
    QTRY_VERIFY(!dialog() || saysOnTheDialog(QStringLiteral("not the words of the wallet")));
    QVERIFY(!inWallet([](const wallet::Wallet& wallet, std::int32_t) { return wallet.isBackedUp(); }));
}

void BackUpTest::closesWhenTheWalletIsLocked() {
    QVERIFY(test::MemoryNode::answer(node().wallet().changePassphrase("", "secret")).value().has_value());
    QVERIFY(test::MemoryNode::answer(node().wallet().unlock("secret")).value().has_value());
    open();
    QVERIFY(test::MemoryNode::answer(node().wallet().lock()).value_or(false));
    QTRY_VERIFY(!dialog());
}

void BackUpTest::completesWithTab() {
    const QStringList all = words();
    open();
    goOn();
    QTRY_COMPARE(fields().size(), 3);
    QLineEdit* field = fields().first();
    const QString word = all[positionOf(field)];
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    field->setFocus();
    // As many letters as tell it from all others, but never the whole of it.
    const auto& list = wallet::mnemonicWords();
    int letters = 1;
    const auto fits = [&](int count) {
        return std::ranges::count_if(list, [&](const std::string& each) {
            return QString::fromStdString(each).startsWith(word.left(count));
        });
    };
    while (letters < word.size() && fits(letters) > 1)
        ++letters;
    if (letters == word.size()) QSKIP("a word that begins others has no completion of its own");
    for (const QChar letter : word.left(letters))
        QTest::keyClick(field, letter.toLatin1());
    auto* popup = field->completer()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Tab);
    QTRY_VERIFY(field->isReadOnly());
    QCOMPARE(field->text(), word);
}

CAIRN_GUI_TEST(BackUpTest)
#include "BackUpTest.moc"
