#pragma once

#include "gui/widgets/Card.h"

#include <deque>
#include <vector>

namespace node {
class Node;
}

namespace gui {

class AreaChart;
class Button;

/// What goes over the wire with all peers together, or with the chosen one, over the last minutes.
class TrafficCard : public Card {
    Q_OBJECT
public:
    explicit TrafficCard(node::Node& node, QWidget* parent = nullptr);
    /// Reads the peers' counters once.
    void sample();
    /// The peer that can be looked at alone; 0: none, all are shown.
    void setPeer(quint64 peer, const QString& name);
    [[nodiscard]] bool showsAll() const { return m_shown == 0; }

private:
    struct Sample {
        struct Counter {
            quint64 peer = 0;
            qint64 in = 0; ///< bytes since the start
            qint64 out = 0;
            bool operator==(const Counter&) const = default;
        };
        std::int64_t steadyMs = 0;
        std::vector<Counter> peers; ///< by id
    };
    struct Rate {
        double in = 0; ///< bytes a second
        double out = 0;
    };
    [[nodiscard]] Rate rateOf(const Sample& before, const Sample& now) const;
    void chooseShown(bool all);
    void render();
    void showEvent(QShowEvent* event) override;
    node::Node& m_node;
    std::deque<Sample> m_samples;
    AreaChart* m_chart;
    Button* m_choice;
    quint64 m_peer = 0;  ///< chosen
    quint64 m_shown = 0; ///< 0: all
    QString m_name;
    bool m_drawn = false; ///< with two samples at least
};

} // namespace gui
