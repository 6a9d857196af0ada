#pragma once

#include "gui/frame/Page.h"

class QLabel;

namespace node {
class Node;
}

namespace gui {

class Button;
class Card;
class CodeBlock;
class CopyField;
class Navigator;
class RequestModel;
class SentenceLabel;

/// The API page: where the node listens for programs, lines to try, and what was asked.
class ApiPage : public Page {
    Q_OBJECT
public:
    ApiPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    Card* buildAddress();
    Card* buildExamples();
    Card* buildLog();
    node::Node& m_node;
    Navigator& m_navigator;
    SentenceLabel* m_state = nullptr;
    QLabel* m_urlName = nullptr;
    CopyField* m_url = nullptr;
    QLabel* m_cookieName = nullptr;
    CopyField* m_cookie = nullptr;
    Button* m_settings = nullptr;
    CodeBlock* m_code = nullptr;
    Card* m_examples = nullptr;
    RequestModel* m_requests;
};

} // namespace gui
