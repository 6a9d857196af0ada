#pragma once

#include "gui/api/ApiClient.h"
#include "gui/widgets/Card.h"

namespace gui {

class CodeBlock;
class EmptyState;
class TabBar;
class Tag;

/// What came back of a call, and the same call as text for other programs.
class AnswerCard : public Card {
    Q_OBJECT
public:
    enum View { Answer, Headers, Curl, Python, JavaScript };

    explicit AnswerCard(QWidget* parent = nullptr);
    void setCall(const node::ApiCall& call);
    /// Null: nothing was sent yet.
    void setAnswer(const ApiAnswer* answer, bool busy);
    void showView(View view);

private:
    void render();
    void renderState();
    [[nodiscard]] QString textOf(View view) const;
    [[nodiscard]] QString bodyText() const;
    node::ApiCall m_call;
    ApiAnswer m_answer;
    QString m_text; ///< of its body, as it is shown
    bool m_sent = false;
    bool m_busy = false;
    Tag* m_status;
    TabBar* m_views;
    CodeBlock* m_code;
    EmptyState* m_empty;
};

} // namespace gui
