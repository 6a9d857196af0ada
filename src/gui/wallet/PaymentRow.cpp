#include "gui/wallet/PaymentRow.h"

#include "gui/ErrorText.h"
#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Form.h"
#include "ui_PaymentRow.h"
#include "wallet/Wallet.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace gui {

PaymentRow::PaymentRow(script::AddressFormat addresses, QString network, QWidget* parent)
    : QWidget(parent), m_addresses(std::move(addresses)), m_network(std::move(network)),
      m_ui(std::make_unique<Ui::PaymentRow>()) {
    m_ui->setupUi(this);
    finishForm(this);
    m_ui->addressEdit->setPlaceholderText(QString::fromStdString(m_addresses.bech32Prefix) +
                                          QStringLiteral("1…"));
    m_ui->noteEdit->setMaxLength(static_cast<int>(wallet::kMaxNoteBytes / 4));
    m_ui->coinsButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_ui->unitLabel->setText(format().unit());
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_ui->removeButton, m_ui->addressProblem, m_ui->amountProblem})
        part->hide();
    setFirst(false);
    connectParts();
}

PaymentRow::~PaymentRow() = default;

void PaymentRow::connectParts() {
    connect(m_ui->addressEdit, &QLineEdit::textChanged, this, [this](const QString& text) {
        const PaymentLink link = readPaymentLink(text);
        if (link.address != text.trimmed()) {
            m_ui->addressEdit->setText(link.address); // comes back here with the plain address
            if (!link.amount.isEmpty()) m_ui->amountEdit->setText(link.amount);
            return;
        }
        check();
        emit changed();
    });
    connect(m_ui->removeButton, &Button::clicked, this, &PaymentRow::removeRequested);
    connect(m_ui->amountEdit, &QLineEdit::textEdited, this,
            [this] { m_ui->everythingButton->setChecked(false); });
    connect(m_ui->amountEdit, &QLineEdit::textChanged, this, [this] {
        check();
        emit changed();
    });
    connect(m_ui->everythingButton, &Button::toggled, this, [this](bool on) {
        emit everythingToggled(on);
        emit changed();
    });
    connect(&format(), &Format::changed, this, [this] { m_ui->unitLabel->setText(format().unit()); });
}

void PaymentRow::setFirst(bool first) {
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->noteLabel, m_ui->noteEdit, m_ui->coinsLabel,
                                                         m_ui->coinsButton})
        part->setVisible(first);
}

QLineEdit* PaymentRow::addressEdit() const {
    return m_ui->addressEdit;
}

QLineEdit* PaymentRow::amountEdit() const {
    return m_ui->amountEdit;
}

QLineEdit* PaymentRow::noteEdit() const {
    return m_ui->noteEdit;
}

Button* PaymentRow::coinsButton() const {
    return m_ui->coinsButton;
}

QString PaymentRow::address() const {
    return m_ui->addressEdit->text().trimmed();
}

void PaymentRow::setAddress(const QString& address) {
    m_ui->addressEdit->setText(address);
}

std::optional<util::Bytes> PaymentRow::script() const {
    const auto script = script::scriptFromAddress(address().toStdString(), m_addresses);
    return script ? std::optional(*script) : std::nullopt;
}

std::optional<primitives::Amount> PaymentRow::amount() const {
    return typedAmount(m_ui->amountEdit->text());
}

bool PaymentRow::takesEverything() const {
    return m_ui->everythingButton->isChecked();
}

void PaymentRow::setTakesEverything(bool everything) {
    m_ui->everythingButton->setChecked(everything);
}

void PaymentRow::showEverything(primitives::Amount amount) {
    m_ui->amountEdit->setText(QString::fromStdString(primitives::toDecimal(amount)));
}

bool PaymentRow::isEmpty() const {
    return address().isEmpty() && m_ui->amountEdit->text().trimmed().isEmpty();
}

void PaymentRow::setRemovable(bool removable) {
    m_ui->removeButton->setVisible(removable);
}

void PaymentRow::clear() {
    m_ui->everythingButton->setChecked(false);
    m_ui->addressEdit->clear();
    m_ui->amountEdit->clear();
}

void PaymentRow::check() {
    QString problem;
    if (!address().isEmpty()) {
        const auto script = script::scriptFromAddress(address().toStdString(), m_addresses);
        if (!script) problem = errorText(script.error(), m_network);
    }
    m_ui->addressProblem->setText(problem);
    m_ui->addressProblem->setVisible(!problem.isEmpty());
    m_ui->addressEdit->setAccessibleDescription(problem);
    setStyleProperty(m_ui->addressEdit, "invalid",
                     problem.isEmpty() ? QStringLiteral("false") : QStringLiteral("true"));
    const bool bad = !m_ui->amountEdit->text().trimmed().isEmpty() && !amount();
    m_ui->amountProblem->setText(
        bad ? tr("This is no amount: write it like 2.5, with at most eight decimals.") : QString());
    m_ui->amountProblem->setVisible(bad);
    m_ui->amountEdit->setAccessibleDescription(m_ui->amountProblem->text());
    setStyleProperty(m_ui->amountEdit, "invalid", bad ? QStringLiteral("true") : QStringLiteral("false"));
}

std::optional<primitives::Amount> typedAmount(const QString& text) {
    QString plain = text;
    plain.removeIf([](QChar c) { return c.isSpace(); });
    plain.replace(QLatin1Char(','), QLatin1Char('.'));
    const auto amount = primitives::amountFromDecimal(plain.toStdString());
    return amount && amount->inRange() ? amount : std::nullopt;
}

PaymentLink readPaymentLink(const QString& text) {
    const QString trimmed = text.trimmed();
    const qsizetype colon = trimmed.indexOf(QLatin1Char(':'));
    if (colon < 0) return {trimmed, {}, {}};
    const QString rest = trimmed.mid(colon + 1);
    const qsizetype mark = rest.indexOf(QLatin1Char('?'));
    if (mark < 0) return {rest, {}, {}};
    const QUrlQuery query(rest.mid(mark + 1));
    return {rest.left(mark), query.queryItemValue(QStringLiteral("amount")),
            query.queryItemValue(QStringLiteral("label"), QUrl::FullyDecoded)};
}

QString groupedAddress(const QString& address) {
    QString out;
    for (qsizetype at = 0; at < address.size(); at += 4) {
        if (at > 0) out += QLatin1Char(' ');
        out += address.mid(at, 4);
    }
    return out;
}

} // namespace gui
