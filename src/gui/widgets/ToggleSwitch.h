#pragma once

#include "gui/theme/Tokens.h"

#include <QAbstractButton>
#include <QVariantAnimation>

namespace gui {

/// On or off, at once: mining, the API. Give it an accessible name, or a label with setBuddy().
class ToggleSwitch : public QAbstractButton {
    Q_OBJECT
public:
    explicit ToggleSwitch(QWidget* parent = nullptr);
    /// The colour when on; Token::Accent by default, Token::Work for mining.
    void setToken(Token token);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void slide(bool on);
    QVariantAnimation m_motion;
    double m_position = 0;
    Token m_token = Token::Accent;
};

} // namespace gui
