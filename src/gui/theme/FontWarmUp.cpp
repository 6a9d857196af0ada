#include "gui/theme/FontWarmUp.h"

#include "gui/theme/Theme.h"

#include <QImage>
#include <QPainter>

namespace gui {

namespace {

constexpr std::size_t kPlaces = 4; // between two pixels, each with pictures of its own
constexpr char kFirst = ' ' + 1;
constexpr char kLast = '~';

QString letters() {
    QString all;
    for (char letter = kFirst; letter <= kLast; ++letter)
        all += QLatin1Char(letter);
    return all + QStringLiteral("\u00a0…·→–äöüß");
}

} // namespace

FontWarmUp::FontWarmUp(Theme& theme) : QObject(&theme), m_theme(theme) {
    connect(&m_timer, &QTimer::timeout, this, &FontWarmUp::drawSome);
    connect(&theme, &Theme::changed, this, &FontWarmUp::begin);
    begin();
}

void FontWarmUp::begin() {
    m_next = 0;
    m_timer.start(0);
}

void FontWarmUp::drawSome() {
    static const QString all = letters();
    QImage canvas(16, 16, QImage::Format_RGB32);
    QPainter painter(&canvas);
    painter.setFont(m_theme.font(static_cast<TextRole>(m_next / kPlaces)));
    painter.drawText(QPointF(static_cast<double>(m_next % kPlaces) / kPlaces, 12), all);
    if (++m_next == kTextRoleCount * kPlaces) m_timer.stop();
}

} // namespace gui

#include "moc_FontWarmUp.cpp"
