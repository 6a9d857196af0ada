#pragma once

#include "gui/api/RouteForm.h"

#include <QWidget>

namespace node {
class Node;
}

namespace gui {

class AnswerCard;
class ApiClient;
class Button;
class CardRow;
class DataTable;
class RouteModel;
class SearchField;

/// Every route of the API: find one, fill it in, send it, read the answer, take it away as code.
class Workbench : public QWidget {
    Q_OBJECT
public:
    Workbench(node::Node& node, QWidget* parent = nullptr);
    void refresh();
    /// Fills the form with a request that was made: "GET", "/api/tx/41…?x=1". False when no route fits it.
    bool open(const QString& method, const QString& target);
    void findRoute(); ///< the focus to the filter

private:
    QWidget* buildList();
    QWidget* buildRight();
    void applyFilter(const QString& words);
    void selectRoute(int row);
    void sendOrStop();
    void send();
    void showAnswer();
    void askSamples();
    node::Node& m_node;
    RouteModel* m_routes;
    ApiClient* m_client;
    SearchField* m_filter = nullptr;
    Card* m_list = nullptr;
    DataTable* m_table = nullptr;
    RouteForm* m_form = nullptr;
    Button* m_send = nullptr;
    AnswerCard* m_answer = nullptr;
    QString m_sampledTip;
};

} // namespace gui
