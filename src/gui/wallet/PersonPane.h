#pragma once

#include "gui/models/PeopleLines.h"
#include "gui/widgets/Card.h"

class QLabel;

namespace gui {

class Button;
class DataTable;
class EmptyState;
class FaceView;
class Navigator;
class RowsModel;
class SentenceLabel;

/// Somebody of the address book: what went to and fro, their addresses, the last payments, and what can be
/// done.
class PersonPane : public Card {
    Q_OBJECT
public:
    static constexpr std::size_t kMostPayments = 8;

    explicit PersonPane(Navigator& navigator, QWidget* parent = nullptr);
    /// Nothing: nobody is chosen.
    void showFacts(const std::optional<PersonFacts>& facts);
    /// Empty: nobody.
    [[nodiscard]] QString name() const { return m_facts ? m_facts->line.name : QString(); }

signals:
    void payRequested();
    void askRequested();
    void editRequested();
    void forgetRequested();
    void paymentsRequested();

private:
    QWidget* makeHead();
    QWidget* makeLists();
    QWidget* makeActions();
    void renew();
    void renewAddresses();
    void renewPayments();

    Navigator& m_navigator;
    std::optional<PersonFacts> m_facts;
    EmptyState* m_none;
    QWidget* m_content;
    FaceView* m_face;
    QLabel* m_name;
    QLabel* m_count;
    Button* m_pay;
    SentenceLabel* m_sums;
    RowsModel* m_addressRows;
    DataTable* m_addresses;
    QLabel* m_paymentsTitle;
    RowsModel* m_paymentRows;
    DataTable* m_payments;
    Button* m_all;
};

} // namespace gui
