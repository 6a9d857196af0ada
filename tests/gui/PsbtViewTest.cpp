#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/wallet/PsbtQrDialog.h"
#include "gui/wallet/PsbtView.h"
#include "gui/wallet/PsbtWords.h"
#include "gui/wallet/SendView.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/SentenceLabel.h"
#include "script/OutputType.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTemporaryDir>

/// The tab Sign on a real node.
class PsbtViewTest : public QObject, protected test::ViewOnNode<gui::PsbtView> {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(startRichNode(3)); }
    void cleanupTestCase() { m_node.reset(); }

    void init() {
        failOnWarnings();
        QVERIFY(showView({1200, 620}));
    }
    void cleanup() { closeView(); }

    void refusesWhatIsNoPayment_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("no prepared payment");
        QTest::newRow("a text") << QByteArray("dear Bo") << QStringLiteral("no prepared payment");
        QTest::newRow("half of one") << QByteArray("psbt\xff\x01\x00\x55", 8) << QStringLiteral("not whole");
        QTest::newRow("too large") << QByteArray(10'000'001, 'A') << QStringLiteral("no prepared payment");
    }
    void refusesWhatIsNoPayment() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        m_view->take(bytes);
        auto* problem = m_view->findChild<gui::SentenceLabel*>(QStringLiteral("psbtProblem"));
        QVERIFY(!problem->isHidden());
        QVERIFY2(problem->text().contains(says), qPrintable(problem->text()));
        QVERIFY(!m_view->psbt());
        test::shoot(*m_view, QStringLiteral("sign-empty-light"));
    }

    void tellsWhatItDoesAndSignsIt() {
        m_view->take(text(prepared(1)));
        QTRY_VERIFY(m_view->report());
        QCOMPARE(m_view->report()->ownOpen, 1U);
        auto* sentence = m_view->findChild<gui::SentenceLabel*>(QStringLiteral("psbtSentence"));
        QVERIFY2(sentence->text().contains(QStringLiteral("gets 1")), qPrintable(sentence->text()));
        QVERIFY(sentence->text().contains(QStringLiteral("comes back to this wallet")));
        QVERIFY(!button("sendPsbtButton")->isVisible());
        test::shoot(*m_view, QStringLiteral("sign-light"));
        gui::format().setAmountsHidden(true);
        QVERIFY(!sentence->text().contains(QStringLiteral("gets 1")));
        gui::format().setAmountsHidden(false);
        button("signPsbtButton")->click();
        QTRY_VERIFY(m_view->report()->isComplete);
        QVERIFY(button("sendPsbtButton")->isVisible());
        QVERIFY(!button("signPsbtButton")->isVisible());
        test::shoot(*m_view, QStringLiteral("sign-complete-light"));
        button("copyPsbtButton")->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("cHNidP")));
        const auto before = (*m_node)->chain().mempool()->items.size();
        button("sendPsbtButton")->click();
        QTRY_VERIFY(m_navigator->visited.contains(QStringLiteral("activity")));
        QTRY_COMPARE((*m_node)->chain().mempool()->items.size(), before + 1);
        QVERIFY(!m_view->psbt());
        QVERIFY(m_node->mine(1));
    }

    void bringsCopiesTogether() {
        const wallet::Psbt plain = prepared(2);
        m_view->take(text(plain));
        QTRY_VERIFY(m_view->report());
        auto* notice = m_view->findChild<gui::Banner*>(QStringLiteral("psbtNotice"));
        m_view->take(text(prepared(3))); // another payment
        QVERIFY(notice->isVisible());
        QCOMPARE(m_view->psbt()->uniqueId(), plain.uniqueId());
        auto signedCopy = test::MemoryNode::answer((*m_node)->wallet().ask(
            [copy = wallet::Psbt(plain)](const wallet::Wallet& wallet, std::int32_t) mutable {
                (void)wallet::fillPsbt(copy, wallet, {});
                return copy;
            }));
        QVERIFY(signedCopy);
        m_view->take(text(*signedCopy));
        QTRY_VERIFY(m_view->report()->isComplete);
    }

    /// The wallet moves on while it is asked: its answer is shown all the same, then that of now.
    void keepsTheAnswerWhenNewsCome() {
        const QByteArray bytes = text(prepared(1));
        const auto before = (*m_node)->wallet().status()->revision;
        m_view->take(bytes);
        (*m_node)->wallet().newReceiveAddress("news", {}).waitForFinished();
        QVERIFY((*m_node)->wallet().status()->revision > before);
        m_view->refresh();
        QTRY_VERIFY(m_view->report());
        QCOMPARE(m_view->report()->ownOpen, 1U);
    }

    void goesFromWindowToWindowAsCodes() {
        wallet::PaymentRequest request; // large enough for a row of codes
        for (std::uint8_t i = 1; i < 40; ++i)
            request.recipients.push_back({script::witnessPubKeyHashScript(crypto::hash160(util::Bytes(3, i))),
                                          primitives::Amount(10'000 + i)});
        const auto draft = test::MemoryNode::answer((*m_node)->wallet().draft(request));
        QVERIFY(draft);
        m_view->open(wallet::Psbt::of(primitives::Transaction(draft->parts), 0));
        QTRY_VERIFY(m_view->report());
        button("qrPsbtButton")->click();
        auto* dialog = m_view->findChild<gui::PsbtQrDialog*>();
        QVERIFY(dialog);
        const std::size_t count = dialog->parts().size();
        QVERIFY(count > 1);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->current() > 0, 5'000); // it moves by itself …
        dialog->findChild<gui::Button*>(QStringLiteral("pauseQrButton"))->click();
        test::shoot(*dialog, QStringLiteral("psbt-qr"));
        const wallet::Psbt before = *m_view->psbt();
        gui::PsbtView other(**m_node, *m_navigator);
        other.resize(1200, 620);
        other.show();
        QTemporaryDir folder;
        for (std::size_t i = 0; i < count; ++i) { // … and stays where it is told to
            const QString file = folder.filePath(QString::number(i) + QStringLiteral(".png"));
            QVERIFY(dialog->qr()->toImage(4).save(file));
            QVERIFY(!other.psbt());
            other.takeFile(file);
            dialog->findChild<gui::Button*>(QStringLiteral("nextQrButton"))->click();
            if (i + 1 == count) break;
            auto* says = other.findChild<gui::SentenceLabel*>(QStringLiteral("psbtProblem"));
            const QString have = QStringLiteral("%1 of %2 parts").arg(i + 1).arg(count);
            QTRY_VERIFY2(says->text().contains(have), qPrintable(says->text()));
            if (i == 0) test::shoot(other, QStringLiteral("sign-parts"));
        }
        QTRY_VERIFY(other.psbt());
        QCOMPARE(wallet::toBase64(*other.psbt()), wallet::toBase64(before));
        dialog->reject();
    }

    void saysWhichCodesItDoesNotRead_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("UR") << QByteArray("ur:crypto-psbt/1-3/lpad") << QStringLiteral("Choose BBQr");
        QTest::newRow("a damaged part") << QByteArray("B$HP0100XY") << QStringLiteral("cannot be read");
        QTest::newRow("something else")
            << QByteArray("B$HP0100DEADBEEF") << QStringLiteral("no prepared payment");
        QTest::newRow("of another kind")
            << QByteArray("B$HT0100DEADBEEF") << QStringLiteral("no payment to sign");
    }
    void saysWhichCodesItDoesNotRead() {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        m_view->take(text);
        auto* problem = m_view->findChild<gui::SentenceLabel*>(QStringLiteral("psbtProblem"));
        QVERIFY2(problem->text().contains(says), qPrintable(problem->text()));
        QVERIFY(!m_view->psbt());
    }

    void warnsOfAHighFee() {
        wallet::PsbtReport report;
        report.payments = {support(100'000)};
        report.isOwn = {false};
        report.coins.resize(1);
        report.analysis.fee = primitives::Amount(50'000);
        QVERIFY(gui::psbtWarning(report).contains(QStringLiteral("unusually much")));
        report.analysis.fee = primitives::Amount(500);
        QVERIFY(gui::psbtWarning(report).isEmpty());
        report.analysis.fee = primitives::Amount(-1);
        QVERIFY(gui::psbtWarning(report).contains(QStringLiteral("never be sent")));
        report.analysis.fee = primitives::Amount(500);
        report.coins[0].isOpen = true;
        QVERIFY(gui::psbtWarning(report).contains(QStringLiteral("does not sign that")));
    }

private:
    static primitives::TxOut support(std::int64_t satoshi) {
        return {primitives::Amount(satoshi), script::witnessPubKeyHashScript(util::Bytes(20, 7))};
    }
    /// Of so many coins, without signatures.
    wallet::Psbt prepared(std::int64_t coins) {
        wallet::PaymentRequest request;
        request.recipients = {
            {support(0).scriptPubKey, primitives::Amount(coins * primitives::Amount::kCoin)}};
        const auto draft = test::MemoryNode::answer((*m_node)->wallet().draft(request));
        return wallet::Psbt::of(primitives::Transaction(draft->parts), 0);
    }
    static QByteArray text(const wallet::Psbt& psbt) {
        return QByteArray::fromStdString(wallet::toBase64(psbt));
    }
    [[nodiscard]] gui::Button* button(const char* name) const {
        return m_view->findChild<gui::Button*>(QLatin1String(name));
    }
};

CAIRN_GUI_TEST(PsbtViewTest)
#include "PsbtViewTest.moc"
