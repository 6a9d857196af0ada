#pragma once

#include "gui/theme/Tokens.h"

#include <QCheckBox>
#include <QVariantAnimation>

namespace gui {

/// On or off, at once: mining, the API. A check box that slides; Enter changes it as Space does. Give it an
/// accessible name, a text of its own, or a label with setBuddy().
class ToggleSwitch : public QCheckBox {
    Q_OBJECT
    Q_PROPERTY(double position READ position) // for ControlStyle
    Q_PROPERTY(int token READ token)
public:
    explicit ToggleSwitch(QWidget* parent = nullptr);
    /// The colour when on; Token::Accent by default, Token::Work for mining.
    void setToken(Token token);
    [[nodiscard]] int token() const { return static_cast<int>(m_token); }
    /// 0 off … 1 on, between the two while it slides.
    [[nodiscard]] double position() const { return m_position; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void slide(bool on);
    QVariantAnimation m_motion;
    double m_position = 0;
    Token m_token = Token::Accent;
};

} // namespace gui
