#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/AddressEdit.h"
#include "gui/wallet/DraftCard.h"
#include "gui/wallet/FeeCard.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/wallet/WalletPage.h"
#include "gui/widgets/Button.h"

#include <QClipboard>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

/// Pays through the real widgets on a real node.
class SendPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        (void)gui::theme();
        m_node = std::make_unique<test::MemoryNode>();
        QVERIFY(m_node->start());
        const int maturity = (*m_node)->params().rules().coinbaseMaturity;
        QVERIFY(m_node->mine(maturity + 2));
        QTRY_VERIFY((*m_node)->wallet().status()->balance.spendable.satoshi() > 0);
    }
    void cleanupTestCase() { m_node.reset(); }

    void init() {
        failOnWarnings();
        m_navigator = std::make_unique<test::NotedNavigator>();
        m_page = std::make_unique<gui::WalletPage>(**m_node, *m_navigator);
        m_page->resize(1244, 784);
        m_page->showSend();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() {
        m_page.reset();
        gui::format().setAmountsHidden(false);
    }

    void refusesWrongAddressesWithASentence() {
        QTest::keyClicks(edit("addressEdit"), QStringLiteral("nonsense"));
        auto* problem = m_page->findChild<QLabel*>(QStringLiteral("addressProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("no address")));
        QVERIFY(!review()->isEnabled());
        edit("addressEdit")->clear();
        QVERIFY(!problem->isVisible());
        // Of another network, but otherwise right.
        edit("addressEdit")->setText(QStringLiteral("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"));
        QVERIFY(problem->text().contains(QStringLiteral("another network")));
    }

    void saysWhatIsMissingOfTheMoney() {
        enter(otherAddress(), QStringLiteral("20000000"));
        QTRY_VERIFY(!review()->isEnabled() && hasText(QStringLiteral("can be spent now")));
    }

    void takesEverything() {
        edit("addressEdit")->setText(otherAddress());
        QTest::mouseClick(m_page->findChild<gui::Button*>(QStringLiteral("everythingButton")),
                          Qt::LeftButton);
        QTRY_VERIFY(review()->isEnabled());
        QVERIFY(!card()->sentence().contains(QStringLiteral("comes back")));
    }

    void addsAnotherPayment() {
        QTest::mouseClick(m_page->findChild<gui::Button*>(QStringLiteral("anotherPaymentButton")),
                          Qt::LeftButton);
        const auto addresses = m_page->findChildren<QLineEdit*>(QStringLiteral("addressEdit"));
        const auto amounts = m_page->findChildren<QLineEdit*>(QStringLiteral("amountEdit"));
        QCOMPARE(addresses.size(), 2);
        for (int i = 0; i < 2; ++i) {
            addresses[i]->setText(otherAddress());
            amounts[i]->setText(QString::number(i + 1));
        }
        QTRY_VERIFY(review()->isEnabled());
        QCOMPARE(card()->sentence().count(QStringLiteral("gets <b>")), 3); // two payments and the miner
    }

    void takesAPastedLinkOnce() {
        paste(QStringLiteral("BCRT:%1?AMOUNT=2.5&LABEL=Bo%20%E2%80%AE%26%20Mia&x=1")
                  .arg(otherAddress().toUpper()));
        QCOMPARE(edit("addressEdit")->text(), otherAddress());
        QCOMPARE(edit("amountEdit")->text(), QStringLiteral("2.50000000"));
        QCOMPARE(edit("noteEdit")->text(), QStringLiteral("Bo & Mia")); // without the mark that turns text
        QTRY_VERIFY(review()->isEnabled());
        // Grouped, as the review shows it and as it is read aloud.
        paste(gui::groupedAddress(otherAddress()));
        QCOMPARE(edit("addressEdit")->text(), otherAddress());
    }

    void readsATypedLinkWhenItIsWhole() {
        QTest::keyClicks(edit("addressEdit"), QStringLiteral("bitcoin:%1?amount=.5").arg(otherAddress()));
        QVERIFY(edit("amountEdit")->text().isEmpty());
        QVERIFY(!problem()->isVisible());
        QTest::keyClick(edit("addressEdit"), Qt::Key_Tab);
        QCOMPARE(edit("addressEdit")->text(), otherAddress());
        QCOMPARE(edit("amountEdit")->text(), QStringLiteral("0.50000000"));
    }

    void refusesLinksItDoesNotUnderstand_data() {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("words");
        const QString to = otherAddressOf("bcrt");
        QTest::newRow("scheme") << QStringLiteral("lightning:") + to << QStringLiteral("no payment link");
        QTest::newRow("required") << QStringLiteral("bcrt:%1?req-till=5").arg(to)
                                  << QStringLiteral("does not know");
        QTest::newRow("comma") << QStringLiteral("bcrt:%1?amount=2,5").arg(to) << QStringLiteral("amount");
        QTest::newRow("twice") << QStringLiteral("bcrt:%1?amount=2&amount=5").arg(to)
                               << QStringLiteral("twice");
        QTest::newRow("colons") << QString(16'000, QLatin1Char(':')) << QStringLiteral("too long");
        QTest::newRow("field full") << QString(100'000, QLatin1Char('a')) << QStringLiteral("too long");
    }
    void refusesLinksItDoesNotUnderstand() {
        QFETCH(QString, link);
        QFETCH(QString, words);
        paste(link);
        QVERIFY(problem()->isVisible());
        QVERIFY2(problem()->text().contains(words), qPrintable(problem()->text()));
        QVERIFY(edit("amountEdit")->text().isEmpty());
        QVERIFY(!review()->isEnabled());
        edit("addressEdit")->clear();
        QVERIFY(!problem()->isVisible());
    }

    void showsBothEndsOfAnAddress() {
        auto* field = m_page->findChild<gui::AddressEdit*>();
        util::Bytes script{0x51, 0x20};
        script.insert(script.end(), 32, 0x07);
        const QString whole =
            QString::fromStdString(*script::toAddress(script, (*m_node)->params().addresses));
        field->setFixedWidth(200);
        paste(whole);
        QCOMPARE(field->text(), whole);
        QCOMPARE(field->toolTip(), whole);
        QVERIFY(field->shownText().contains(QChar(0x2026)));
        QVERIFY(field->shownText().startsWith(whole.left(6)));
        QVERIFY(field->shownText().endsWith(whole.right(4)));
        QTest::mouseClick(field, Qt::LeftButton); // to work on it
        QCOMPARE(field->shownText(), field->hasFocus() ? whole : field->shownText());
    }

    void proposesTheLowestFeeWhileNothingWaits() {
        auto* rate = m_page->findChild<QDoubleSpinBox*>(QStringLiteral("feeRateSpin"));
        QCOMPARE((*m_node)->chain().mempool()->items.size(), std::size_t(0));
        QVERIFY(hasText(QStringLiteral("the lowest fee will do")));
        QCOMPARE(rate->value(), 1.0);
        rate->setValue(7);
        m_page->showSend();
        QCOMPARE(rate->value(), 7.0); // a wish stands
    }

    /// As all figures of the window, and read with either sign.
    void theFeeRateHasTheSignOfTheLanguage() {
        auto* rate = m_page->findChild<QDoubleSpinBox*>(QStringLiteral("feeRateSpin"));
        rate->setValue(2.5);
        QVERIFY(rate->text().startsWith(QStringLiteral("2.5")));
        gui::Format::setLocale(QLocale(QLocale::German));
        QVERIFY2(rate->text().startsWith(QStringLiteral("2,5")), qPrintable(rate->text()));
        for (const char* typed : {"12.5", "12,5"}) {
            rate->setValue(1);
            rate->selectAll();
            QTest::keyClicks(rate, QLatin1String(typed));
            QCOMPARE(rate->value(), 12.5);
            QVERIFY(rate->text().contains(QLatin1String(typed)));
        }
        rate->selectAll();
        QTest::keyClicks(rate, QStringLiteral("1e3")); // the letter is not taken
        QCOMPARE(rate->value(), 13.0);
        gui::Format::setLocale(QLocale::c());
    }

    /// The room of a large screen lies below the cards, not in the middle of one.
    void cardsStayAsHighAsWhatTheyShow() {
        auto* fee = m_page->findChild<gui::FeeCard*>();
        const auto high = [this, fee](int height) {
            m_page->resize(1700, height);
            QCoreApplication::processEvents();
            return fee->height();
        };
        const int usual = high(800);
        QCOMPARE(high(1400), usual);
        m_page->resize(1244, 784);
    }

    void hidesEverythingToo() {
        edit("addressEdit")->setText(otherAddress());
        gui::format().setAmountsHidden(true);
        QTest::mouseClick(m_page->findChild<gui::Button*>(QStringLiteral("everythingButton")),
                          Qt::LeftButton);
        QTRY_VERIFY(review()->isEnabled());
        QVERIFY(!edit("amountEdit")->text().contains(QRegularExpression(QStringLiteral("[0-9]"))));
        gui::format().setAmountsHidden(false);
        QVERIFY(edit("amountEdit")->text().contains(QRegularExpression(QStringLiteral("[1-9]"))));
    }

    void hidesAmounts() {
        enter(otherAddress(), QStringLiteral("1.5"));
        QTRY_VERIFY(review()->isEnabled());
        QVERIFY(card()->sentence().contains(QStringLiteral("<b>1.50</b>")));
        gui::format().setAmountsHidden(true);
        QVERIFY(!card()->sentence().contains(QStringLiteral("1.500")));
    }

    void paysFromTypingToActivity() {
        enter(otherAddress(), QStringLiteral("2.5"));
        QTest::keyClicks(edit("noteEdit"), QStringLiteral("lunch"));
        QTRY_VERIFY(review()->isEnabled());
        test::shoot(*m_page, QStringLiteral("send-light"));
        QTest::keyClick(edit("amountEdit"), Qt::Key_Return, Qt::ControlModifier);
        auto* dialog = m_page->findChild<QDialog*>(QStringLiteral("reviewDialog"));
        QVERIFY(dialog);
        test::shoot(*dialog, QStringLiteral("review-light"));
        const auto before = (*m_node)->wallet().status()->historySize;
        QTest::mouseClick(dialog->findChild<gui::Button*>(QStringLiteral("sendButton")), Qt::LeftButton);
        QTRY_COMPARE(m_navigator->visited, QStringList{QStringLiteral("activity")});
        QTRY_COMPARE((*m_node)->wallet().status()->historySize, before + 1);
        QTRY_COMPARE((*m_node)->chain().mempool()->items.size(), std::size_t(1));
        QVERIFY(edit("addressEdit")->text().isEmpty());
    }

private:
    QLabel* problem() { return m_page->findChild<QLabel*>(QStringLiteral("addressProblem")); }
    void paste(const QString& text) {
        QGuiApplication::clipboard()->setText(text);
        edit("addressEdit")->setFocus();
        edit("addressEdit")->selectAll();
        edit("addressEdit")->paste();
    }
    /// Before there is a node to ask.
    static QString otherAddressOf(const char* prefix) {
        util::Bytes script{0x00, 0x14};
        script.insert(script.end(), 20, 0x01);
        script::AddressFormat format;
        format.bech32Prefix = prefix;
        return QString::fromStdString(*script::toAddress(script, format));
    }
    QLineEdit* edit(const char* name) { return m_page->findChild<QLineEdit*>(QLatin1String(name)); }
    gui::Button* review() { return m_page->findChild<gui::Button*>(QStringLiteral("reviewButton")); }
    gui::DraftCard* card() { return m_page->findChild<gui::DraftCard*>(); }
    /// Of somebody else: a script hash of twenty ones.
    QString otherAddress() {
        util::Bytes script{0x00, 0x14};
        script.insert(script.end(), 20, 0x01);
        return QString::fromStdString(*script::toAddress(script, (*m_node)->params().addresses));
    }
    void enter(const QString& address, const QString& amount) {
        QTest::keyClicks(edit("addressEdit"), address);
        QTest::keyClicks(edit("amountEdit"), amount);
    }
    bool hasText(const QString& part) {
        const auto labels = m_page->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(part); });
    }

    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<test::NotedNavigator> m_navigator;
    std::unique_ptr<gui::WalletPage> m_page;
};

CAIRN_GUI_TEST(SendPageTest)
#include "SendPageTest.moc"
