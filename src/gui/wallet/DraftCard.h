#pragma once

#include "gui/widgets/Card.h"

#include <memory>

namespace node {
class Node;
}
namespace wallet {
struct PaymentDraft;
}

namespace gui {

class Banner;
class Button;
class EmptyState;
class FlowDiagram;
class PictureWithTable;
class SentenceLabel;

/// What a payment would do: the sentence, the picture, what speaks against it, and the button that leads on.
class DraftCard : public Card {
    Q_OBJECT
public:
    explicit DraftCard(node::Node& node, QWidget* parent = nullptr);
    /// Null: nothing to show yet; `hint` says what is missing.
    void showDraft(std::shared_ptr<const wallet::PaymentDraft> draft, const QString& hint);
    /// Why it cannot be done.
    void showProblem(const QString& sentence);
    [[nodiscard]] Button* reviewButton() const { return m_review; }
    [[nodiscard]] Button* unsignedButton() const { return m_unsigned; }
    [[nodiscard]] QString sentence() const { return m_text; }

signals:
    void reviewRequested();
    /// To be signed elsewhere.
    void unsignedRequested();

private:
    void renew();
    node::Node& m_node;
    std::shared_ptr<const wallet::PaymentDraft> m_draft;
    QString m_text;
    SentenceLabel* m_sentence;
    FlowDiagram* m_flow;
    PictureWithTable* m_twin;
    Banner* m_banner;
    SentenceLabel* m_coins;
    EmptyState* m_empty;
    Button* m_review;
    Button* m_unsigned;
};

/// "cairn1qv4m…7hm3te gets 60; 7.249 948 comes back to you; the miner gets 0.000 052.", with SentenceLabel's
/// marks.
QString draftSentence(const node::Node& node, const wallet::PaymentDraft& draft);

} // namespace gui
