#pragma once

#include <QPointer>
#include <QWidget>

class QButtonGroup;
class QMenu;

namespace node {
class Node;
}

namespace gui {

class ActivityModel;
class Button;
class DataTable;
class Navigator;
class PaymentPane;
class SearchField;

/// The Activity tab: everything the wallet ever received, sent and mined.
class ActivityView : public QWidget {
    Q_OBJECT
public:
    ActivityView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    void refresh();
    /// Shows only what has this in it.
    void find(const QString& text);
    [[nodiscard]] DataTable* table() const { return m_table; }
    [[nodiscard]] ActivityModel* model() const { return m_model; }
    /// Of the line that is open; null: none is.
    [[nodiscard]] PaymentPane* pane() const;

private:
    void buildBar();
    void applyFilter();
    void nameEmptyState();
    void buildTable();
    void addRowActions();
    void printReceipt(int row);
    QMenu* makeTimeMenu();
    void setSince(qint64 days, const QString& words);
    void toggleRow(int row);
    void refreshPane();
    void showWaiting(int count);
    void askExportPath(bool isJson);
    node::Node& m_node;
    Navigator& m_navigator;
    ActivityModel* m_model;
    DataTable* m_table;
    QButtonGroup* m_chips;
    SearchField* m_search;
    Button* m_export;
    Button* m_time;
    QPointer<PaymentPane> m_pane;
    int m_openedByClick = -1; ///< the first half of a double click
    qint64 m_since = 0;
};

} // namespace gui
