#pragma once

#include <QRegularExpression>
#include <QTest>

/// Lets the running test fail on any warning of Qt or ours; call it in init().
inline void failOnWarnings() {
    // The offscreen platform says so for every top-level widget with a minimum size.
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
}
