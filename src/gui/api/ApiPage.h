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
    [[nodiscard]] Card* makeOff();
    [[nodiscard]] RequestsView* makeRequests();
    node::Node& m_node;
    Navigator& m_navigator;
    Tag* m_state = nullptr;
    CopyField* m_url = nullptr;
    Button* m_newToken = nullptr;
    int m_view = Routes;
    ViewStack* m_views;
    Workbench* m_workbench;
    Late<TokensView> m_tokens;
    Late<RequestsView> m_requests;
    Late<Card> m_off;
};

} // namespace gui
