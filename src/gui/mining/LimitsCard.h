#pragma once

#include "gui/widgets/Card.h"

class QComboBox;

namespace node {
class Node;
}

namespace gui {

class Button;
class FlowLayout;
class Stepper;

/// One row, or more where that is too wide: how many threads, how much of their time, and when this computer
/// should rather not mine.
class LimitsCard : public Card {
    Q_OBJECT
public:
    explicit LimitsCard(node::Node& node, QWidget* parent = nullptr);
    void render();

signals:
    void moreRequested(); ///< the settings: kernel, address, start

private:
    void addLimit(const QString& name, QWidget* control);
    QComboBox* makeChoice(const QString& name, const char* setting);
    void change(const char* setting, int value);
    node::Node& m_node;
    Stepper* m_threads;
    FlowLayout* m_flow;
    QComboBox* m_percent;
    QComboBox* m_battery;
    QComboBox* m_idle;
};

} // namespace gui
