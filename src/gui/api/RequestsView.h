#pragma once

#include <QWidget>

namespace node {
class Node;
}

namespace gui {

class Card;
class DataTable;
class RequestModel;
class SegmentedControl;

/// The last requests as they are answered: who asked what, what came of it, how long it took.
class RequestsView : public QWidget {
    Q_OBJECT
public:
    RequestsView(node::Node& node, QWidget* parent = nullptr);
    void refresh();

signals:
    /// A request is to be looked at in the workbench.
    void openRequested(const QString& method, const QString& target);

private:
    node::Node& m_node;
    Card* m_card;
    SegmentedControl* m_which;
    RequestModel* m_model;
    DataTable* m_table;
};

} // namespace gui
