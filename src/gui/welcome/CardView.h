#pragma once

#include <QWidget>

class QLabel;

namespace consensus {
struct NetworkCard;
}

namespace gui {

class FactsList;
class Swatch;

/// A network as its card tells it: colour, name, three words, the rules in sentences.
class CardView : public QWidget {
    Q_OBJECT
public:
    explicit CardView(QWidget* parent = nullptr);
    void setCard(const consensus::NetworkCard& card);

private:
    void showRules(const consensus::NetworkCard& card);
    Swatch* m_swatch;
    QLabel* m_name;
    QLabel* m_words;
    FactsList* m_rules;
};

} // namespace gui
