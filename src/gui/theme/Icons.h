#pragma once

#include "gui/theme/Tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QString>
#include <QStringList>

class QPainter;

namespace gui {

/// The line icons under resources/icons, by file name without ending: "send", "eye-off".
/// They take their colour from the theme when they are painted, so an icon set once follows every switch of
/// the theme.

/// For buttons, actions and menus: `token` in normal state, faint when disabled.
QIcon icon(const QString& name, Token token = Token::Text2);

/// For painting code. `size` in device-independent pixels, already scaled by px().
void paintIcon(QPainter& painter, const QString& name, const QRectF& area, const QColor& color);
QPixmap iconPixmap(const QString& name, const QColor& color, int size, double devicePixelRatio);

/// All names there are.
QStringList iconNames();

/// The mark of the program in the colours of the theme.
void paintLogo(QPainter& painter, const QRectF& area);

} // namespace gui
