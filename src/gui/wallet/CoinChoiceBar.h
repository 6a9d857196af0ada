#pragma once

#include "gui/models/CoinLines.h"

#include <QWidget>

namespace gui {

class Banner;
class Button;
class SentenceLabel;

/// What is chosen of the coins: how many, how much, what spending them costs, what it tells others; and what
/// can be done with them.
class CoinChoiceBar : public QWidget {
    Q_OBJECT
public:
    explicit CoinChoiceBar(QWidget* parent = nullptr);
    /// `canPay`: how many of them can.
    void showChoice(const std::vector<CoinRow>& coins, std::size_t canPay, std::int64_t feePerKvB);

signals:
    void clearRequested();
    void freezeRequested(bool freeze);
    void joinRequested();
    void spendRequested();

private:
    void warn(const std::vector<CoinRow>& coins);
    SentenceLabel* m_sentence;
    Banner* m_warning;
    Button* m_freeze;
    Button* m_join;
    Button* m_spend;
    bool m_allFrozen = false;
};

} // namespace gui
