#pragma once

#include <QWidget>

class QLabel;

namespace consensus {
struct NetworkCard;
}

namespace gui {

class Button;
class FactsList;
class NetworkMark;
class SentenceLabel;

/// A network as its card tells it: colour, name, three words, the rules in sentences; all of them on request.
class CardView : public QWidget {
    Q_OBJECT
public:
    explicit CardView(QWidget* parent = nullptr);
    void setCard(const consensus::NetworkCard& card);
    /// "blue, maple, river, otter", as the other one sees it too.
    [[nodiscard]] const QString& identity() const { return m_identity; }

private:
    void showRules(const consensus::NetworkCard& card);
    void showOtherRules(const consensus::NetworkCard& card);
    NetworkMark* m_mark;
    QLabel* m_name;
    QLabel* m_words;
    SentenceLabel* m_lead;
    FactsList* m_rules;
    FactsList* m_others;
    Button* m_all;
    QString m_identity;
};

} // namespace gui
