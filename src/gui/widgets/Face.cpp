#include "gui/widgets/Face.h"

#include "gui/theme/Theme.h"
#include "gui/theme/Words.h"

#include <QPainter>

#include <array>
#include <utility>

namespace gui {

namespace {

constexpr double kFaceGround = 0.16; ///< share of the ink
constexpr double kLargeFace = 40;    ///< from here on with large letters

} // namespace

QString initialsOf(const QString& name) {
    QString letters;
    for (const QChar letter : name)
        if (letter.isLetterOrNumber() && letters.size() < 2) letters += letter.toUpper();
    return letters;
}

Token tokenOfPerson(const QString& name) {
    constexpr std::array kInks{Token::Own, Token::Accent, Token::Work, Token::Good, Token::Bad};
    std::size_t sum = 0;
    for (const QChar letter : name)
        sum = sum * 31 + letter.unicode();
    return kInks[sum % kInks.size()];
}

void paintFace(QPainter& painter, const QRectF& area, const QString& name, Token ink) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(color(Token::Surface), color(ink), kFaceGround));
    painter.drawEllipse(area);
    painter.setFont(roleFont(area.height() >= px(kLargeFace) ? TextRole::WayTitle : TextRole::SmallBold));
    painter.setPen(color(ink));
    drawWords(painter, area.toRect(), Qt::AlignCenter, false, initialsOf(name));
}

FaceView::FaceView(int side, QWidget* parent) : QWidget(parent) {
    keepMeasured(this, [this, side] { setFixedSize(px(side), px(side)); });
}

void FaceView::setFace(const QString& name, Token ink) {
    if (std::exchange(m_name, name) == name && std::exchange(m_ink, ink) == ink) return;
    m_ink = ink;
    update();
}

void FaceView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintFace(painter, rect(), m_name, m_ink);
}

} // namespace gui

#include "moc_Face.cpp"
