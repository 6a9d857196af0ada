#pragma once

#include "gui/widgets/Card.h"

class QLabel;

namespace node {
struct MiningStatus;
}

namespace gui {

class BigFigure;
class LuckBar;
class TableTwin;

/// How long until the next block of ours, honestly: the mean, the half, the tenth; and the luck so far.
class ChanceCard : public Card {
    Q_OBJECT
public:
    explicit ChanceCard(QWidget* parent = nullptr);
    void render(const node::MiningStatus& status);

private:
    void renderIdle(const node::MiningStatus& status);
    BigFigure* m_expected;
    SentenceLabel* m_odds;
    LuckBar* m_luck;
    TableTwin* m_twin;
    QLabel* m_luckTitle;
    QLabel* m_found;
};

} // namespace gui
