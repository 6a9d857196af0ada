#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/dialogs/Secrets.h"
#include "gui/wallet/ImportDialog.h"
#include "gui/wallet/PsbtView.h"
#include "gui/wallet/SendView.h"
#include "gui/wallet/WalletPage.h"
#include "gui/widgets/Button.h"
#include "script/OutputType.h"
#include "script/Wif.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using gui::ImportTextError;
using gui::ReadImport;

/// Keys and addresses that come from outside.
class ImportDialogTest : public QObject, protected test::OnNode {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(startNode(1)); }
    void cleanupTestCase() { m_node.reset(); }
    void init() { failOnWarnings(); }

    void readsWhatItIs() {
        const auto& addresses = (*m_node)->params().addresses;
        const auto read = [&](const QString& text, std::optional<wallet::AddressType> type = {}) {
            return gui::readImport(gui::secretFrom(text), type, addresses);
        };
        const auto key = read(QLatin1Char(' ') + wif(9) + QLatin1Char('\n'));
        QVERIFY(key && key->kind == ReadImport::Kind::Key && key->hasKeys && !key->isRanged);
        QVERIFY(key->text.starts_with("combo("));
        const auto nested = read(wif(9), wallet::AddressType::P2shSegwit);
        QVERIFY(nested && nested->text.starts_with("sh(wpkh(") && nested->text.ends_with("))"));
        const auto account = read(xpub());
        QVERIFY(account && account->kind == ReadImport::Kind::Account && !account->hasKeys &&
                account->isRanged);
        const auto address =
            read(QString::fromStdString(script::toAddress(scriptOf(9), addresses).value_or(std::string())));
        QVERIFY(address && address->kind == ReadImport::Kind::Address && !address->hasKeys);
        const auto descriptor = read(QStringLiteral("wpkh(") + wif(9) + QLatin1Char(')'));
        QVERIFY(descriptor && descriptor->kind == ReadImport::Kind::Descriptor && descriptor->hasKeys);
        QVERIFY(read({}).error() == ImportTextError::Empty);
        QVERIFY(read(QStringLiteral("nonsense")).error() == ImportTextError::Unknown);
        QVERIFY(read(QStringLiteral("wpkh(nonsense)")).error() == ImportTextError::Descriptor);
        QVERIFY(read(QString(200'000, QLatin1Char('x'))).error() == ImportTextError::Unknown);
    }

    void aKeyGoesIntoTheOpenWallet() {
        QVERIFY(m_node->mine(1, scriptOf(9)));                         // found by looking back
        auto* const opened = new gui::ImportDialog(**m_node, nullptr); // goes when it is closed
        gui::ImportDialog& dialog = *opened;
        dialog.open();
        dialog.findChild<QLineEdit*>(QStringLiteral("importEdit"))->setText(wif(9));
        QVERIFY(dialog.findChild<QLineEdit*>(QStringLiteral("importWalletEdit"))->isHidden());
        dialog.findChild<QLineEdit*>(QStringLiteral("importLabelEdit"))->setText(QStringLiteral("paper"));
        test::shoot(dialog, QStringLiteral("import-light"));
        QSignalSpy done(&dialog, &gui::ImportDialog::imported);
        dialog.acceptButton()->click();
        QTRY_COMPARE(done.size(), 1);
        const auto facts = test::MemoryNode::answer(
            (*m_node)->wallet().ask([script = scriptOf(9)](const wallet::Wallet& wallet, std::int32_t) {
                const auto own = wallet.addressOf(script);
                return own ? wallet.factsAt(own->path) : std::nullopt;
            }));
        QVERIFY(facts && *facts);
        QVERIFY((*facts)->use == wallet::AddressUse::Imported);
        QCOMPARE((*facts)->address.label, std::string("paper"));
        QCOMPARE((*facts)->money.times, 1U);
    }

    void saysWhatIsWrong() {
        auto* const opened = new gui::ImportDialog(**m_node, nullptr); // goes when it is closed
        gui::ImportDialog& dialog = *opened;
        dialog.open();
        QSignalSpy done(&dialog, &gui::ImportDialog::imported);
        dialog.findChild<QLineEdit*>(QStringLiteral("importEdit"))->setText(QStringLiteral("nonsense"));
        dialog.acceptButton()->click();
        QCOMPARE(done.size(), 0);
        QVERIFY(dialog.isVisible());
        dialog.close();
    }

    /// Last: another wallet is open then.
    void whatHasNoKeysIsWatchedApart() {
        const QString account = xpub();
        auto* const opened = new gui::ImportDialog(**m_node, nullptr); // goes when it is closed
        gui::ImportDialog& dialog = *opened;
        dialog.open();
        dialog.findChild<QLineEdit*>(QStringLiteral("importEdit"))->setText(account);
        auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("importWalletEdit"));
        QVERIFY(!name->isHidden());
        dialog.acceptButton()->click(); // without a name
        QVERIFY(dialog.isVisible());
        name->setText(QStringLiteral("watched"));
        QSignalSpy done(&dialog, &gui::ImportDialog::imported);
        dialog.acceptButton()->click();
        QTRY_COMPARE(done.size(), 1);
        QTRY_VERIFY((*m_node)->wallet().status()->watchOnly);
        QTRY_VERIFY((*m_node)->wallet().status()->balance.total().satoshi() > 0);

        // What it pays it cannot sign: it prepares the payment for the wallet that has the keys.
        QVERIFY(m_node->mine((*m_node)->params().rules().coinbaseMaturity, scriptOf(5)));
        QTRY_VERIFY((*m_node)->wallet().status()->balance.spendable.satoshi() > 0);
        test::NotedNavigator navigator;
        gui::WalletPage page(**m_node, navigator);
        page.resize(1244, 784);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.showSend(QStringLiteral("bcrt:%1?amount=1")
                          .arg(QString::fromStdString(
                              script::toAddress(scriptOf(5), (*m_node)->params().addresses).value())));
        auto* make = page.findChild<gui::Button*>(QStringLiteral("unsignedButton"));
        QVERIFY(make);
        QTRY_VERIFY(make->isEnabled());
        QVERIFY(page.findChild<gui::Button*>(QStringLiteral("reviewButton"))->isHidden());
        test::shoot(page, QStringLiteral("send-watching-light"));
        make->click();
        auto* view = page.findChild<gui::PsbtView*>();
        QVERIFY(view);
        QTRY_VERIFY(view->report());
        QVERIFY(view->isVisible());
        QVERIFY(view->report()->ownOpen > 0);
        QVERIFY(view->report()->analysis.fee);
    }

private:
    static util::Bytes scriptOf(std::uint8_t number) {
        const script::WifKey key{crypto::PrivateKey::parse(util::Bytes(32, number)).value(), true};
        return script::witnessPubKeyHashScript(crypto::hash160(key.publicKey()));
    }
    [[nodiscard]] QString wif(std::uint8_t number) const {
        const auto text = script::toWif({crypto::PrivateKey::parse(util::Bytes(32, number)).value(), true},
                                        (*m_node)->params().addresses);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    [[nodiscard]] QString xpub() const {
        return QString::fromStdString(
            test::MemoryNode::answer((*m_node)->wallet().ask([](const wallet::Wallet& wallet, std::int32_t) {
                return wallet.accountXpub();
            })).value_or(std::string()));
    }
};

CAIRN_GUI_TEST(ImportDialogTest)
#include "ImportDialogTest.moc"
