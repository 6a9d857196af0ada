#pragma once

#include "primitives/Amount.h"
#include "script/Address.h"
#include "wallet/PaymentLink.h"
#include "wallet/People.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLineEdit;

namespace gui {

class AddressEdit;
class Button;
class PeopleCompleter;

namespace Ui {
class PaymentRow;
}

/// One payment on the send page: to whom and how much, checked while it is typed.
class PaymentRow : public QWidget {
    Q_OBJECT
public:
    PaymentRow(script::AddressFormat addresses, QString network, QWidget* parent = nullptr);
    ~PaymentRow() override;

    [[nodiscard]] QString address() const;
    /// An address or a payment link, as if it were pasted: read once, and what it says put into the fields.
    void take(const QString& text);
    [[nodiscard]] AddressEdit* addressEdit() const;
    [[nodiscard]] QLineEdit* amountEdit() const;
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
    /// Beside the address and the amount: note and coins, which belong to the whole payment and stand on its
    /// first row.
    void setFirst(bool first);
    [[nodiscard]] QLineEdit* noteEdit() const;
    [[nodiscard]] Button* coinsButton() const;
    /// Whose names the address is looked up in, and which can be typed in its place.
    void setPeople(const std::shared_ptr<const wallet::People>& people);
    /// The list that it came from calls the one at this address so.
    void suggestName(const QString& name);
    /// That name with the address, where the address book has none for it yet.
    [[nodiscard]] std::optional<wallet::KnownAddress> newName() const;
    void clear();

signals:
    void changed();
    void everythingToggled(bool everything);
    void removeRequested();

private:
    void connectParts();
    void fill(const wallet::PaymentLink& link);
    void check();
    void checkAmount();
    void renewEverything();
    void renewName();
    [[nodiscard]] QString addressProblem() const;
    script::AddressFormat m_addresses;
    wallet::PaymentLinkFormat m_links;
    QString m_network;
    std::optional<wallet::PaymentLinkError> m_linkProblem; ///< of m_linkText
    QString m_linkText;
    std::optional<primitives::Amount> m_everything; ///< what "everything" comes to, while it is on
    std::shared_ptr<const wallet::People> m_people; ///< null: nobody is known
    wallet::KnownAddress m_suggested;
    PeopleCompleter* m_completer;
    std::unique_ptr<Ui::PaymentRow> m_ui;
};

/// What the user typed as an amount: blanks between groups are allowed, a comma counts as the point.
std::optional<primitives::Amount> typedAmount(const QString& text);
/// "cairn1 qv4m …": in fours, for reading aloud.
QString groupedAddress(const QString& address);

} // namespace gui
