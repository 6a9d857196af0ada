#pragma once

#include <QWidget>

namespace node {
class Node;
}

namespace gui {

class Button;
class CopyField;
class DataTable;
class Navigator;
class RowsModel;
class SentenceLabel;

/// Who may control the node: named tokens, and the password that changes with every start.
class TokensView : public QWidget {
    Q_OBJECT
public:
    TokensView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    void refresh();
    void askNew();

private:
    QWidget* buildTokens();
    QWidget* buildCookie();
    QWidget* buildSpending();
    void showSelection();
    void showSecret(const QString& name, const QString& secret);
    void askRevoke();
    [[nodiscard]] QString currentName() const;
    node::Node& m_node;
    Navigator& m_navigator;
    RowsModel* m_model;
    DataTable* m_table = nullptr;
    Button* m_revoke = nullptr;
    CopyField* m_cookie = nullptr;
    CopyField* m_line = nullptr;
    SentenceLabel* m_spending = nullptr;
};

} // namespace gui
