#pragma once

#include "gui/widgets/Card.h"
#include "wallet/AddressFacts.h"

#include <optional>

class QLabel;

namespace node {
class Node;
}

namespace gui {

class AddressPayments;
class Banner;
class Button;
class DataTable;
class EmptyState;
class FactsList;
class Navigator;
class QrView;
class Tag;

/// One address of the wallet: its code, where it comes from, what came to it, and what can be done with it.
class OwnAddressPane : public Card {
    Q_OBJECT
public:
    OwnAddressPane(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    /// Nothing: none is chosen.
    void setPath(const std::optional<wallet::KeyPath>& path);
    [[nodiscard]] const std::optional<wallet::KeyPath>& path() const { return m_path; }
    /// What it shows may have changed.
    void refresh();
    [[nodiscard]] QString address() const { return m_address; }

signals:
    void labelRequested();
    void messageRequested(const QString& address);

private:
    struct Answer;
    QWidget* makeHead();
    QWidget* makeCode();
    QWidget* makeActions();
    void showAnswer(const Answer& answer);
    void showFacts(const Answer& answer);
    void showWarning();
    [[nodiscard]] static QString numberOf(const wallet::AddressFacts& facts);
    void showNone();

    node::Node& m_node;
    Navigator& m_navigator;
    std::optional<wallet::KeyPath> m_path;
    std::optional<wallet::AddressFacts> m_facts;
    QString m_address;
    quint64 m_question = 0;
    EmptyState* m_none;
    QWidget* m_content;
    QLabel* m_name;
    Tag* m_times;
    QrView* m_qr;
    QLabel* m_groups;
    Button* m_copy;
    Banner* m_warning;
    FactsList* m_list;
    QLabel* m_paymentsTitle;
    DataTable* m_payments;
    AddressPayments* m_model;
};

} // namespace gui
