#pragma once

#include "gui/settings/SettingLine.h"

#include <functional>

class QLineEdit;

namespace node {
class Node;
struct SettingRow;
} // namespace node

namespace gui {

/// One setting of the node's table, with the control that fits it. A change is applied at once.
class SettingEditor : public SettingLine {
    Q_OBJECT
public:
    SettingEditor(node::Node& node, const node::SettingRow& row, QWidget* parent = nullptr);
    /// Shows the value in force.
    void renew();
    [[nodiscard]] QString key() const;
    /// The value works only after the node was started again.
    [[nodiscard]] bool waits() const;

private:
    QWidget* makeControl();
    QWidget* makeSwitch();
    QWidget* makeChoice();
    QWidget* makeNumber();
    QWidget* makeAmount();
    QWidget* makeEndpoint();
    QWidget* makeList();
    QWidget* makeText();
    /// Applies what was typed when the field is left.
    void applyWhenDone(QLineEdit* edit);
    void apply(const QString& text);
    [[nodiscard]] QString addressProblem(const QString& text) const;
    void renewMark();

    node::Node& m_node;
    const node::SettingRow& m_row;
    std::function<void(const QString&)> m_show; ///< puts a value into the control
};

} // namespace gui
