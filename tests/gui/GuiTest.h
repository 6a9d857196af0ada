#pragma once

#include "gui/widgets/Button.h"

#include <QRegularExpression>
#include <QTest>

/// Lets the running test fail on any warning of Qt or ours; call it in init().
inline void failOnWarnings() {
    // The offscreen platform says so for every top-level widget with a minimum size, and for menus.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

/// The button with this text; null when there is none.
inline gui::Button* buttonNamed(const QWidget& page, const QString& text) {
    for (gui::Button* button : page.findChildren<gui::Button*>())
        if (button->text() == text) return button;
    return nullptr;
}
