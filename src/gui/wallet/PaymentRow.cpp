#include "gui/wallet/PaymentRow.h"

#include "gui/ErrorText.h"
#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace gui {

PaymentRow::PaymentRow(script::AddressFormat addresses, QString network, QWidget* parent)
    : QWidget(parent), m_addresses(std::move(addresses)), m_network(std::move(network)) {
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(16));
    m_grid->setVerticalSpacing(px(6));
    m_grid->setColumnStretch(0, 8);
    m_grid->setColumnStretch(1, 5);
    m_address = new QLineEdit;
    m_address->setObjectName(QStringLiteral("addressEdit"));
    m_address->setProperty("mono", true);
    m_address->setPlaceholderText(QString::fromStdString(m_addresses.bech32Prefix) + QStringLiteral("1…"));
    m_remove = Button::iconOnly(QStringLiteral("close"), tr("Remove this payment"));
    m_remove->hide();
    auto* line = new QHBoxLayout;
    line->setSpacing(px(6));
    line->addWidget(m_address, 1);
    line->addWidget(m_remove);
    m_addressProblem = makeLabel(QString(), "bad");
    m_addressProblem->setObjectName(QStringLiteral("addressProblem"));
    m_addressProblem->setWordWrap(true);
    m_addressProblem->hide();
    m_grid->addWidget(makeFieldName(tr("&To"), m_address), 0, 0);
    m_grid->addLayout(line, 1, 0);
    m_grid->addWidget(m_addressProblem, 2, 0, 1, 2);
    buildAmount();
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString& text) {
        const PaymentLink link = readPaymentLink(text);
        if (link.address != text.trimmed()) {
            m_address->setText(link.address); // comes back here with the plain address
            if (!link.amount.isEmpty()) m_amount->setText(link.amount);
            return;
        }
        check();
        emit changed();
    });
    connect(m_remove, &Button::clicked, this, &PaymentRow::removeRequested);
}

void PaymentRow::buildAmount() {
    m_amount = new QLineEdit;
    m_amount->setObjectName(QStringLiteral("amountEdit"));
    m_amount->setPlaceholderText(QStringLiteral("0.00"));
    m_everything = new Button(tr("everything"));
    m_everything->setObjectName(QStringLiteral("everythingButton"));
    m_everything->setCheckable(true);
    m_everything->setAccessibleName(tr("Send everything that can be spent"));
    auto* unit = makeLabel(format().unit(), "muted");
    connect(&format(), &Format::changed, unit, [unit] { unit->setText(format().unit()); });
    auto* line = new QHBoxLayout;
    line->setSpacing(px(10));
    line->addWidget(m_amount, 1);
    line->addWidget(unit);
    line->addWidget(m_everything);
    m_amountProblem = makeLabel(QString(), "bad");
    m_amountProblem->setWordWrap(true);
    m_amountProblem->hide();
    m_grid->addWidget(makeFieldName(tr("&Amount"), m_amount), 3, 0);
    m_grid->addLayout(line, 4, 0);
    m_grid->addWidget(m_amountProblem, 5, 0, 1, 2);
    connect(m_amount, &QLineEdit::textEdited, this, [this] { m_everything->setChecked(false); });
    connect(m_amount, &QLineEdit::textChanged, this, [this] {
        check();
        emit changed();
    });
    connect(m_everything, &Button::toggled, this, [this](bool on) {
        emit everythingToggled(on);
        emit changed();
    });
}

void PaymentRow::setSideField(const QString& name, QWidget* field) {
    m_grid->addWidget(makeFieldName(name, field), 0, 1);
    m_grid->addWidget(field, 1, 1);
}

void PaymentRow::setLowerSideField(const QString& name, QWidget* field) {
    m_grid->addWidget(makeFieldName(name, field), 3, 1);
    m_grid->addWidget(field, 4, 1);
}

QString PaymentRow::address() const { return m_address->text().trimmed(); }

void PaymentRow::setAddress(const QString& address) { m_address->setText(address); }

std::optional<util::Bytes> PaymentRow::script() const {
    const auto script = script::scriptFromAddress(address().toStdString(), m_addresses);
    return script ? std::optional(*script) : std::nullopt;
}

std::optional<primitives::Amount> PaymentRow::amount() const { return typedAmount(m_amount->text()); }

bool PaymentRow::takesEverything() const { return m_everything->isChecked(); }

void PaymentRow::setTakesEverything(bool everything) { m_everything->setChecked(everything); }

void PaymentRow::showEverything(primitives::Amount amount) {
    m_amount->setText(QString::fromStdString(primitives::toDecimal(amount)));
}

bool PaymentRow::isEmpty() const { return address().isEmpty() && m_amount->text().trimmed().isEmpty(); }

void PaymentRow::setRemovable(bool removable) { m_remove->setVisible(removable); }

void PaymentRow::clear() {
    m_everything->setChecked(false);
    m_address->clear();
    m_amount->clear();
}

void PaymentRow::check() {
    QString problem;
    if (!address().isEmpty()) {
        const auto script = script::scriptFromAddress(address().toStdString(), m_addresses);
        if (!script) problem = errorText(script.error(), m_network);
    }
    m_addressProblem->setText(problem);
    m_addressProblem->setVisible(!problem.isEmpty());
    m_address->setAccessibleDescription(problem);
    setStyleProperty(m_address, "invalid", problem.isEmpty() ? QStringLiteral("false") : QStringLiteral("true"));
    const bool bad = !m_amount->text().trimmed().isEmpty() && !amount();
    m_amountProblem->setText(bad ? tr("This is no amount: write it like 2.5, with at most eight decimals.") : QString());
    m_amountProblem->setVisible(bad);
    m_amount->setAccessibleDescription(m_amountProblem->text());
    setStyleProperty(m_amount, "invalid", bad ? QStringLiteral("true") : QStringLiteral("false"));
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
