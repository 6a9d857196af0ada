#include "gui/wallet/PaymentRow.h"

#include "gui/ErrorText.h"
#include "gui/Format.h"
#include "gui/SafeText.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/PeopleCompleter.h"
#include "gui/widgets/Form.h"
#include "ui_PaymentRow.h"
#include "wallet/Wallet.h"

#include <algorithm>
#include <utility>

namespace gui {

namespace {

constexpr qsizetype kLongestAddress = 120; // those of Bech32 end at 90 characters

} // namespace

PaymentRow::PaymentRow(script::AddressFormat addresses, QString network, QWidget* parent)
    : QWidget(parent), m_addresses(std::move(addresses)), m_network(std::move(network)),
      m_completer(new PeopleCompleter(this)), m_ui(std::make_unique<Ui::PaymentRow>()) {
    m_links = wallet::paymentLinkFormat(m_addresses);
    m_ui->setupUi(this);
    finishForm(this);
    m_ui->addressEdit->setPlaceholderText(QString::fromStdString(m_addresses.bech32Prefix) +
                                          QStringLiteral("1…"));
    m_ui->noteEdit->setMaxLength(static_cast<int>(wallet::kMaxNoteBytes / 4));
    m_ui->coinsButton->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_ui->unitLabel->setText(format().unit());
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->removeButton, m_ui->addressProblem,
                                                         m_ui->personLabel, m_ui->amountProblem})
        part->hide();
    setFirst(false);
    connectParts();
}

PaymentRow::~PaymentRow() = default;

void PaymentRow::connectParts() {
    m_ui->addressEdit->setCompleter(m_completer);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &PaymentRow::take);
    connect(m_ui->addressEdit, &AddressEdit::arrived, this, &PaymentRow::take);
    connect(m_ui->addressEdit, &QLineEdit::textChanged, this, [this] {
        check();
        emit changed();
    });
    connect(m_ui->removeButton, &Button::clicked, this, &PaymentRow::removeRequested);
    connect(m_ui->amountEdit, &QLineEdit::textEdited, this,
            [this] { m_ui->everythingButton->setChecked(false); });
    connect(m_ui->amountEdit, &QLineEdit::textChanged, this, [this] {
        checkAmount();
        emit changed();
    });
    connect(m_ui->everythingButton, &Button::toggled, this, [this](bool on) {
        if (!on && m_ui->amountEdit->isReadOnly()) m_ui->amountEdit->clear(); // it was hidden
        if (!on) m_everything.reset();
        renewEverything();
        emit everythingToggled(on);
        emit changed();
    });
    connect(&format(), &Format::changed, this, [this] {
        m_ui->unitLabel->setText(format().unit());
        renewEverything();
    });
}

void PaymentRow::take(const QString& text) {
    m_linkProblem.reset();
    m_linkText = text;
    if (text.size() > static_cast<qsizetype>(wallet::kMaxPaymentLinkBytes)) {
        m_linkProblem = wallet::PaymentLinkError::TooLong;
    } else if (!text.contains(QLatin1Char(':'))) {
        QString plain = text; // addresses are read aloud and copied in groups
        plain.removeIf([](QChar c) { return c.isSpace(); });
        if (const QString known = m_people ? addressOfPerson(*m_people, text.trimmed()) : QString();
            !known.isEmpty())
            plain = known;
        if (plain != m_ui->addressEdit->text()) m_ui->addressEdit->setText(plain);
    } else if (const auto link = wallet::parsePaymentLink(text.toStdString(), m_links)) {
        fill(*link);
    } else {
        if (text != m_ui->addressEdit->text()) m_ui->addressEdit->setText(text);
        m_linkProblem = link.error();
    }
    check();
    if (script()) m_ui->addressEdit->settle();
    emit changed();
}

void PaymentRow::fill(const wallet::PaymentLink& link) {
    const auto script = script::scriptFromAddress(link.address, m_addresses);
    const auto address = script ? script::toAddress(*script, m_addresses) : std::nullopt; // not in capitals
    m_ui->addressEdit->setText(QString::fromStdString(address.value_or(link.address)));
    if (link.amount) {
        m_ui->everythingButton->setChecked(false);
        m_ui->amountEdit->setText(Format::forTyping(*link.amount));
    }
    QStringList words;
    for (const std::string& part : {link.label, link.message}) {
        const QString safe = safeText(QString::fromStdString(part), m_ui->noteEdit->maxLength() / 2 - 2);
        if (!safe.isEmpty()) words << safe;
    }
    if (!m_ui->noteEdit->isHidden() && m_ui->noteEdit->text().isEmpty())
        m_ui->noteEdit->setText(words.join(QStringLiteral(" – ")));
}

void PaymentRow::setFirst(bool first) {
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->noteLabel, m_ui->noteEdit, m_ui->coinsLabel,
                                                         m_ui->coinsButton})
        part->setVisible(first);
}

AddressEdit* PaymentRow::addressEdit() const {
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

std::optional<util::Bytes> PaymentRow::script() const {
    if (address().size() > kLongestAddress) return std::nullopt;
    const auto script = script::scriptFromAddress(address().toStdString(), m_addresses);
    return script ? std::optional(*script) : std::nullopt;
}

std::optional<primitives::Amount> PaymentRow::amount() const {
    return takesEverything() ? m_everything : typedAmount(m_ui->amountEdit->text());
}

bool PaymentRow::takesEverything() const {
    return m_ui->everythingButton->isChecked();
}

void PaymentRow::setTakesEverything(bool everything) {
    m_ui->everythingButton->setChecked(everything);
}

void PaymentRow::showEverything(primitives::Amount amount) {
    m_everything = amount;
    renewEverything();
    emit changed();
}

/// Hidden amounts stay hidden here too; what is typed by hand is not hidden from the one who types.
void PaymentRow::renewEverything() {
    const bool hidden = m_everything && format().amountsHidden();
    m_ui->amountEdit->setReadOnly(hidden);
    if (!m_everything) return;
    m_ui->amountEdit->setText(hidden ? format().amount(*m_everything) : Format::forTyping(*m_everything));
}

bool PaymentRow::isEmpty() const {
    return address().isEmpty() && m_ui->amountEdit->text().trimmed().isEmpty();
}

void PaymentRow::setRemovable(bool removable) {
    m_ui->removeButton->setVisible(removable);
}

void PaymentRow::clear() {
    m_suggested = {};
    m_ui->everythingButton->setChecked(false);
    m_ui->addressEdit->clear();
    m_ui->amountEdit->clear();
}

QString PaymentRow::addressProblem() const {
    if (m_linkProblem && m_linkText == m_ui->addressEdit->text()) return errorText(*m_linkProblem, m_network);
    const QString text = address();
    // A link that is still being typed is read when it is whole.
    if (text.isEmpty() || (text.contains(QLatin1Char(':')) && m_ui->addressEdit->isModified())) return {};
    if (text.size() > kLongestAddress) return errorText(script::AddressError::Malformed, m_network);
    const auto script = script::scriptFromAddress(text.toStdString(), m_addresses);
    return script ? QString() : errorText(script.error(), m_network);
}

void PaymentRow::check() {
    const QString problem = addressProblem();
    m_ui->addressProblem->setText(problem);
    m_ui->addressProblem->setVisible(!problem.isEmpty());
    m_ui->addressEdit->setAccessibleDescription(problem);
    setStyleProperty(m_ui->addressEdit, "invalid",
                     problem.isEmpty() ? QStringLiteral("false") : QStringLiteral("true"));
    renewName();
    checkAmount();
}

void PaymentRow::setPeople(const std::shared_ptr<const wallet::People>& people) {
    if (std::exchange(m_people, people) == people) return;
    m_completer->setPeople(people);
    renewName();
}

void PaymentRow::suggestName(const QString& name) {
    m_suggested = {address().toStdString(), wallet::cleanName(safeText(name).toStdString())};
    renewName();
}

std::optional<wallet::KnownAddress> PaymentRow::newName() const {
    if (m_suggested.name.empty() || m_suggested.address != address().toStdString()) return std::nullopt;
    if (m_people && !m_people->nameOf(m_suggested.address).empty()) return std::nullopt;
    return m_suggested;
}

/// Whom an address belongs to, as far as the address book knows.
void PaymentRow::renewName() {
    const std::string known = m_people ? m_people->nameOf(address().toStdString()) : std::string();
    const auto fresh = newName();
    m_ui->personLabel->setText(!known.empty() ? tr("This is %1.").arg(QString::fromStdString(known))
                               : fresh        ? tr("%1 comes into your address book when this is sent.")
                                             .arg(QString::fromStdString(fresh->name))
                                       : QString());
    m_ui->personLabel->setVisible(!m_ui->personLabel->text().isEmpty());
}

void PaymentRow::checkAmount() {
    const bool bad = !m_ui->amountEdit->text().trimmed().isEmpty() && !amount();
    m_ui->amountProblem->setText(
        bad ? tr("This is no amount: write it like 2.5, with at most eight decimals.") : QString());
    m_ui->amountProblem->setVisible(bad);
    m_ui->amountEdit->setAccessibleDescription(m_ui->amountProblem->text());
    setStyleProperty(m_ui->amountEdit, "invalid", bad ? QStringLiteral("true") : QStringLiteral("false"));
}

std::optional<primitives::Amount> typedAmount(const QString& text) {
    const auto number = Format::typedNumber(text);
    const auto amount = number ? primitives::amountFromDecimal(number->toStdString()) : std::nullopt;
    return amount && amount->inRange() ? amount : std::nullopt;
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

#include "moc_PaymentRow.cpp"
