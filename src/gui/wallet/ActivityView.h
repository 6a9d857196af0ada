#pragma once

#include <QWidget>

class QButtonGroup;

namespace node {
class Node;
}

namespace gui {

class ActivityModel;
class Button;
class DataTable;
class Navigator;
class SearchField;

/// The Activity tab: everything the wallet ever received, sent and mined.
class ActivityView : public QWidget {
    Q_OBJECT
public:
    ActivityView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] DataTable* table() const { return m_table; }
    [[nodiscard]] ActivityModel* model() const { return m_model; }

private:
    void buildBar();
    void applyFilter();
    void nameEmptyState();
    void openRow(int row);
    void askExportPath();
    node::Node& m_node;
    Navigator& m_navigator;
    ActivityModel* m_model;
    DataTable* m_table;
    QButtonGroup* m_chips;
    SearchField* m_search;
    Button* m_export;
};

} // namespace gui
