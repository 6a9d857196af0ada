#pragma once

#include <QObject>
#include <QTimer>

namespace gui {

class Theme;

/// Draws the letters of every font once after the theme was made or changed, a few a turn of the event loop.
/// Qt keeps their pictures; the first page would otherwise wait for all of them in one repaint.  Owned by the
/// Theme.
class FontWarmUp : public QObject {
    Q_OBJECT
public:
    explicit FontWarmUp(Theme& theme);

private:
    void begin();
    void drawSome();

    Theme& m_theme;
    QTimer m_timer;
    std::size_t m_next = 0; ///< counts roles, and within them the places between two pixels
};

} // namespace gui
