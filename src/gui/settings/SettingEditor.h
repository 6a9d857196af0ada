#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace node {
class Node;
struct SettingRow;
} // namespace node

namespace gui {

class Button;

/// One setting: what it is, the control that fits its type, where its value comes from, and what was wrong
/// with the last try. A change is applied at once.
class SettingEditor : public QWidget {
    Q_OBJECT
public:
    SettingEditor(node::Node& node, const node::SettingRow& row, QWidget* parent = nullptr);
    /// Shows the value in force.
    void renew();
    [[nodiscard]] bool matches(const QString& words) const;
    [[nodiscard]] QString key() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeControl();
    QWidget* makeSwitch();
    QWidget* makeChoice();
    QWidget* makeNumber();
    QWidget* makeText();
    void apply(const QString& text);
    node::Node& m_node;
    const node::SettingRow& m_row;
    QWidget* m_control;
    std::function<void(const QString&)> m_show; ///< puts a value into the control
    QLabel* m_mark;
    QLabel* m_problem;
    Button* m_reset;
    bool m_changed = false; ///< since the start, and waits for a restart
};

/// The row's sentence in the language of the window.
QString settingHelp(const node::SettingRow& row);
QString settingGroup(const node::SettingRow& row);

} // namespace gui
