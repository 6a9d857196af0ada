#pragma once

#include "gui/widgets/Card.h"

#include <deque>

class QLabel;

namespace node {
struct MiningStatus;
}

namespace gui {

class AreaChart;
class BigFigure;
class PictureWithTable;

/// The hash rate of the last minutes, the kernel and the threads.
class RateCard : public Card {
    Q_OBJECT
public:
    explicit RateCard(QWidget* parent = nullptr);
    /// Keeps a sample; cheap, called while hidden too.
    void sample(const node::MiningStatus& status, std::int64_t steadyMs);
    void render(const node::MiningStatus& status);
    /// Something was hashed in the last minutes; otherwise a sentence stands in the place of the curve.
    [[nodiscard]] bool hasCurve() const;

private:
    struct Sample {
        std::int64_t steadyMs = 0;
        double rate = 0;
    };
    void renderChart();
    [[nodiscard]] QString ageOf(double steadyMs) const;
    std::deque<Sample> m_samples;
    BigFigure* m_rate;
    QLabel* m_facts;
    AreaChart* m_chart;
    PictureWithTable* m_twin;
    SentenceLabel* m_pause;
    SentenceLabel* m_idle;
};

} // namespace gui
