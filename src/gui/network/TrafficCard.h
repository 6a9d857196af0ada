#pragma once

#include "gui/widgets/Card.h"

#include <deque>

namespace node {
class Node;
}

namespace gui {

class AreaChart;

/// What goes over the wire with all peers together, over the last minutes.
class TrafficCard : public Card {
    Q_OBJECT
public:
    explicit TrafficCard(node::Node& node, QWidget* parent = nullptr);
    /// Reads the peers' counters once.
    void sample();

private:
    struct Sample {
        std::int64_t steadyMs = 0;
        qint64 in = 0; ///< bytes since the start
        qint64 out = 0;
    };
    void render();
    void showEvent(QShowEvent* event) override;
    node::Node& m_node;
    std::deque<Sample> m_samples;
    AreaChart* m_chart;
    bool m_drawn = false; ///< with two samples at least
};

} // namespace gui
