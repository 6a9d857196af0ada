#pragma once

#include <QString>
#include <QWidget>

#include <memory>

class QVBoxLayout;

namespace node {
class Node;
}
namespace wallet {
struct PaymentDraft;
}

namespace gui {

class FactsList;
class SentenceLabel;

/// All that somebody has to see of a payment before they agree to it: every recipient with the amount, its
/// unit and the whole address, the fee, and what leaves the wallet. Made from the draft that will be signed
/// and from nothing else.
class PaymentSummary : public QWidget {
    Q_OBJECT
public:
    explicit PaymentSummary(QWidget* parent = nullptr);
    /// `note` may be empty.
    void setPayment(const node::Node& node, std::shared_ptr<const wallet::PaymentDraft> draft,
                    const QString& note);

private:
    void renew();
    void renewRecipients();
    void addRecipient(std::size_t output);
    const node::Node* m_node = nullptr;
    std::shared_ptr<const wallet::PaymentDraft> m_draft;
    QString m_note;
    QWidget* m_recipients = nullptr;
    QVBoxLayout* m_column;
    FactsList* m_facts;
    SentenceLabel* m_hidden;
};

} // namespace gui
