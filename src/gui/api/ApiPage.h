#pragma once

#include "gui/frame/Page.h"

namespace node {
class Node;
}

namespace gui {

class Button;
class Card;
class CopyField;
class Navigator;
class RequestsView;
class Tag;
class TokensView;
class ViewStack;
class Workbench;

/// The API page: every route to try, who may do what, and what was asked.
class ApiPage : public Page {
    Q_OBJECT
public:
    ApiPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    enum View { Routes, Tokens, Requests };
    void buildHeader();
    void showView(int view);
    node::Node& m_node;
    Navigator& m_navigator;
    Tag* m_state = nullptr;
    CopyField* m_url = nullptr;
    Button* m_newToken = nullptr;
    Card* m_off = nullptr;
    ViewStack* m_views;
    Workbench* m_workbench;
    TokensView* m_tokens;
    RequestsView* m_requests;
};

} // namespace gui
