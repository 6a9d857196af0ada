#pragma once

#include "gui/theme/Tokens.h"

#include <QString>
#include <QWidget>

namespace gui {

/// A line icon beside words, in the theme's colour. Says nothing to screen readers: the words do.
class IconView : public QWidget {
    Q_OBJECT
public:
    explicit IconView(const QString& name, int side = 18, Token token = Token::Text2,
                      QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_name;
    int m_side;
    Token m_token;
};

} // namespace gui
