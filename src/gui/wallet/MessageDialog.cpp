#include "gui/wallet/MessageDialog.h"

#include "gui/ErrorText.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SegmentedControl.h"
#include "node/Node.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr qsizetype kMostMessage = 100'000; ///< characters
constexpr qsizetype kMostSignature = 100'000;

QPlainTextEdit* makeTextField(const char* name, int height) {
    auto* field = new QPlainTextEdit;
    field->setObjectName(QLatin1String(name));
    field->setTabChangesFocus(true);
    keepMeasured(field, [field, height] { field->setFixedHeight(px(height)); });
    return field;
}

} // namespace

MessageDialog::MessageDialog(node::Node& node, const QString& address, QWidget* parent)
    : FormDialog(tr("Messages"), tr("A signature shows that a text is from the owner of an address."),
                 tr("Sign"), parent),
      m_node(node) {
    setObjectName(QStringLiteral("messageDialog"));
    m_way = new SegmentedControl({tr("Sign"), tr("Check")});
    m_way->setObjectName(QStringLiteral("messageWay"));
    m_way->setAccessibleName(tr("What to do"));
    body()->addWidget(m_way);
    addFields(address);
    m_verdict = new Banner(Banner::Kind::Good, {});
    m_verdict->setObjectName(QStringLiteral("messageVerdict"));
    m_verdict->hide();
    body()->addWidget(m_verdict);
    keepMeasured(this, [this] { setMinimumWidth(px(520)); });
    connect(m_way, &SegmentedControl::currentChanged, this, &MessageDialog::showWay);
    connect(this, &FormDialog::submitted, this, &MessageDialog::submit);
    showWay();
    (address.isEmpty() ? static_cast<QWidget*>(m_address) : m_message)->setFocus();
}

void MessageDialog::addFields(const QString& address) {
    m_address = new QLineEdit(address);
    m_address->setObjectName(QStringLiteral("messageAddressEdit"));
    m_message = makeTextField("messageEdit", 84);
    m_style = new QComboBox;
    m_style->setObjectName(QStringLiteral("messageStyleCombo"));
    m_style->addItem(tr("As new programs read it (BIP 322)"));
    m_style->addItem(tr("As old programs read it (BIP 137)"));
    m_signature = makeTextField("signatureEdit", 64);
    addFieldWith(tr("&Address"), m_address);
    addFieldWith(tr("&Message"), m_message);
    m_styleName = makeFieldName(tr("&Form"), m_style);
    body()->addWidget(m_styleName);
    body()->addWidget(m_style);
    addFieldWith(tr("Si&gnature"), m_signature);
    for (QPlainTextEdit* field : {m_message, m_signature})
        connect(field, &QPlainTextEdit::textChanged, this, [this] { m_verdict->hide(); });
    connect(m_address, &QLineEdit::textChanged, this, [this] { m_verdict->hide(); });
}

void MessageDialog::addFieldWith(const QString& words, QWidget* field) {
    body()->addWidget(makeFieldName(words, field));
    body()->addWidget(field);
}

MessageDialog::Way MessageDialog::way() const {
    return m_way->currentIndex() == 0 ? Way::Sign : Way::Check;
}

void MessageDialog::setWay(Way way) {
    m_way->setCurrentIndex(way == Way::Sign ? 0 : 1);
}

void MessageDialog::showWay() {
    const bool signs = way() == Way::Sign;
    acceptButton()->setText(signs ? tr("Sign") : tr("Check"));
    m_style->setVisible(signs);
    m_styleName->setVisible(signs);
    m_signature->setReadOnly(signs);
    m_signature->setPlaceholderText(signs ? tr("Comes when you have signed") : tr("What you were sent"));
    m_verdict->hide();
    showProblem({});
}

std::string MessageDialog::message() const {
    return m_message->toPlainText().toStdString();
}

void MessageDialog::submit() {
    m_verdict->hide();
    const auto script =
        script::scriptFromAddress(m_address->text().trimmed().toStdString(), m_node.params().addresses);
    if (!script)
        return showProblem(errorText(script.error(), QString::fromStdString(m_node.params().name())));
    if (m_message->document()->characterCount() > kMostMessage)
        return showProblem(tr("The message is too long. Shorten it."));
    if (way() == Way::Check) return check(*script);
    const node::WalletAccess wallet = m_node.wallet().current(); // whatever is selected meanwhile
    if (!wallet.status()->locked) return sign(wallet, *script);
    auto* unlock = new UnlockDialog(wallet, this);
    connect(unlock, &QDialog::accepted, this, [this, wallet, bytes = *script] { sign(wallet, bytes); });
    unlock->open();
}

void MessageDialog::sign(const node::WalletAccess& access, const util::Bytes& script) {
    const auto style =
        m_style->currentIndex() == 0 ? wallet::MessageStyle::Proof : wallet::MessageStyle::Compact;
    using Signed = Result<std::optional<std::string>, wallet::WalletFailure>;
    const auto read = [script, style, text = message()](const wallet::Wallet& wallet, std::int32_t) {
        return wallet.signMessage(script, text, style);
    };
    await(access.ask(read), tr("Signing…"), [this](const std::optional<Signed>& answer) {
        if (!answer) return showProblem(tr("No wallet is open."));
        if (*answer && **answer) {
            m_signature->setPlainText(QString::fromStdString(***answer));
            m_signature->setFocus();
            m_signature->selectAll();
            return say(tr("Signed. Hand on all three: the address, the message and the signature."));
        }
        if (*answer)
            return showProblem(tr("This address cannot sign in this form: choose the other one, or bring "
                                  "its keys in."));
        showProblem(answer->error().error == wallet::WalletError::Locked
                        ? tr("The wallet is locked. Unlock it first.")
                        : tr("This address is not one of this wallet, so it cannot sign for it."));
    });
}

void MessageDialog::check(const util::Bytes& script) {
    const QString signature = m_signature->toPlainText().simplified().remove(QLatin1Char(' '));
    if (signature.isEmpty()) return showProblem(tr("Paste the signature that you were sent."));
    if (signature.size() > kMostSignature) return showProblem(tr("This is too long to be a signature."));
    switch (wallet::checkMessage(script, message(), signature.toStdString()).verdict) {
    case wallet::MessageVerdict::Valid:
        showProblem({});
        return say(tr("The owner of this address has signed this message, word for word."));
    case wallet::MessageVerdict::Invalid:
        return showProblem(tr("The signature does not fit this address and this message. One of the three is "
                              "not what was signed: a space or a line more is enough."));
    case wallet::MessageVerdict::Inconclusive:
        return showProblem(tr("It is signed by rules that this version does not know, so it cannot tell."));
    case wallet::MessageVerdict::Malformed:
        break;
    }
    showProblem(tr("This is no signature. It is a line of letters, digits, + and /; copy all of it."));
}

void MessageDialog::say(const QString& sentence) {
    m_verdict->setSentence(sentence);
    m_verdict->show();
}

} // namespace gui

#include "moc_MessageDialog.cpp"
