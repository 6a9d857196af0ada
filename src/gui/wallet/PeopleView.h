#pragma once

#include "gui/models/PeopleLines.h"
#include "wallet/WalletTypes.h"

#include <QWidget>

namespace node {
class Node;
}

namespace gui {

class Card;
class DataTable;
class Navigator;
class PeopleModel;
class PersonPane;
class SearchField;

/// The People tab: the address book, with what went to whom, and the chosen person beside it.
class PeopleView : public QWidget {
    Q_OBJECT
public:
    PeopleView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    /// Needs to be called when the wallet changed and the view can be seen.
    void refresh();
    /// Asks for somebody new; `address`: theirs.
    void askNewPerson(const QString& address = {});
    [[nodiscard]] PeopleModel* model() const { return m_model; }
    [[nodiscard]] DataTable* table() const { return m_table; }
    [[nodiscard]] PersonPane* pane() const { return m_pane; }

signals:
    /// An address was made for somebody to pay to.
    void addressMade(const wallet::WalletAddress& address);
    /// Everything that went to and fro, please.
    void paymentsRequested(const QString& name);

private:
    QWidget* buildTable();
    void addRowActions();
    void nameEmptyState();
    void showCount();
    void showCurrent();
    void choose(const QString& name);
    void chooseWanted();
    void pay(int row);
    void askMoney(int row);
    void edit(int row);
    void forget(int row);

    node::Node& m_node;
    Navigator& m_navigator;
    PeopleModel* m_model;
    Card* m_card = nullptr;
    SearchField* m_search = nullptr;
    DataTable* m_table = nullptr;
    PersonPane* m_pane;
    QString m_wallet;
    QString m_wanted; ///< chosen as soon as the row is there
    quint64 m_question = 0;
};

} // namespace gui
