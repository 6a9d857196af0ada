#pragma once

#include "primitives/Amount.h"
#include "script/Address.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace gui {

class Button;

/// One payment on the send page: to whom and how much, checked while it is typed.
class PaymentRow : public QWidget {
    Q_OBJECT
public:
    PaymentRow(script::AddressFormat addresses, QString network, QWidget* parent = nullptr);

    [[nodiscard]] QString address() const;
    void setAddress(const QString& address);
    [[nodiscard]] QLineEdit* addressEdit() const { return m_address; }
    [[nodiscard]] QLineEdit* amountEdit() const { return m_amount; }
    /// Nothing while the address is empty or wrong.
    [[nodiscard]] std::optional<util::Bytes> script() const;
    /// Nothing while the amount is empty or wrong.
    [[nodiscard]] std::optional<primitives::Amount> amount() const;
    [[nodiscard]] bool takesEverything() const;
    void setTakesEverything(bool everything);
    /// What "everything" comes to.
    void showEverything(primitives::Amount amount);
    [[nodiscard]] bool isEmpty() const;
    void setRemovable(bool removable);
    /// Put a field beside the address and beside the amount: the note and the coins, on the first row.
    void setSideField(const QString& name, QWidget* field);
    void setLowerSideField(const QString& name, QWidget* field);
    void clear();

signals:
    void changed();
    void everythingToggled(bool everything);
    void removeRequested();

private:
    void buildAmount();
    void check();
    script::AddressFormat m_addresses;
    QString m_network;
    QGridLayout* m_grid;
    QLineEdit* m_address;
    QLabel* m_addressProblem;
    QLineEdit* m_amount;
    QLabel* m_amountProblem;
    Button* m_everything;
    Button* m_remove;
};

/// What the user typed as an amount: blanks between groups are allowed, a comma counts as the point.
std::optional<primitives::Amount> typedAmount(const QString& text);
/// The address and the amount of a payment link ("cairn:cairn1…?amount=2.5"), or the text itself.
struct PaymentLink {
    QString address;
    QString amount;
    QString label;
};
PaymentLink readPaymentLink(const QString& text);
/// "cairn1 qv4m …": in fours, for reading aloud.
QString groupedAddress(const QString& address);

} // namespace gui
