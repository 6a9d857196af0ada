#include "gui/theme/ChoicePaint.h"

#include "gui/theme/ButtonPaint.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace gui {

namespace {

constexpr double kStepWidth = 31; // of a compact button with an icon alone
constexpr double kStepGap = 4;

bool isHighContrast() {
    return theme().kind() == ThemeKind::HighContrast;
}

void paintStep(QPainter& painter, const QStyleOptionSpinBox& spin, bool up) {
    const auto part = up ? QStyle::SC_SpinBoxUp : QStyle::SC_SpinBoxDown;
    const auto step = up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled;
    QStyleOptionButton button;
    button.rect = stepperButton(spin, up);
    button.direction = spin.direction;
    if (spin.state & QStyle::State_Enabled && spin.stepEnabled & step) button.state |= QStyle::State_Enabled;
    if (spin.activeSubControls & part)
        button.state |= spin.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter.save();
    paintButton(painter, button,
                {.iconName = up ? QStringLiteral("plus") : QStringLiteral("minus"), .compact = true});
    painter.restore();
}

} // namespace

QFont segmentFont(bool compact) {
    QFont font = roleFont(compact ? TextRole::TableHead : TextRole::Body);
    font.setWeight(QFont::Medium);
    return font;
}

QSize segmentSize(const QFont& font, const QString& text, bool compact) {
    return {qRound(wordsWidth(font, text)) + 2 * px(compact ? 10 : 12),
            segmentHeight(compact) - 2 * kSegmentEdge};
}

int segmentHeight(bool compact) {
    return px(compact ? 28 : 34);
}

void paintSegmentGround(QPainter& painter, const QRect& area) {
    paintRoundBox(painter, area, px(8), color(Token::Sunken),
                  color(isHighContrast() ? Token::Line : Token::Sunken));
}

void paintSegment(QPainter& painter, const QStyleOption& option, const QRect& pill, const QString& text) {
    const bool on = option.state & (QStyle::State_On | QStyle::State_Selected);
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (on) {
        paintRoundBox(painter, pill, px(6),
                      color(theme().kind() == ThemeKind::Dark ? Token::Line : Token::Surface),
                      color(isHighContrast() ? Token::Accent : Token::Line), isHighContrast() ? 2 : 1);
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    painter.setPen(color(!enabled ? Token::Text3 : on || hovered ? Token::Text : Token::Text2));
    const QFont font = painter.font();
    const QPointF middle = QRectF(pill).center();
    drawWords(painter, middle + QPointF(-wordsWidth(font, text) / 2, QFontMetricsF(font).capHeight() / 2),
              text);
}

QRect tabPill(const QStyleOptionTab& tab) {
    const bool first =
        tab.position == QStyleOptionTab::Beginning || tab.position == QStyleOptionTab::OnlyOneTab;
    const bool last = tab.position == QStyleOptionTab::End || tab.position == QStyleOptionTab::OnlyOneTab;
    const QRect pill =
        tab.rect.adjusted(first ? kSegmentEdge : 0, kSegmentEdge, last ? -kSegmentEdge : 0, -kSegmentEdge);
    return QStyle::visualRect(tab.direction, tab.rect, pill);
}

void paintSwitch(QPainter& painter, const QStyleOption& option, double position, Token token) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool high = isHighContrast();
    QRectF track(QPointF(0, 0), QSizeF(switchSize()));
    track.moveCenter(QRectF(option.rect).center());
    const QColor off =
        theme().isDark() ? color(Token::Line) : mixed(color(Token::Line), color(Token::Text3), 0.35);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(high ? QPen(color(Token::Text), 1) : QPen(Qt::NoPen));
    painter.setBrush(
        mixed(high ? color(Token::Sunken) : off, color(enabled ? token : Token::Text3), position));
    const double radius = track.height() / 2;
    painter.drawRoundedRect(high ? track.adjusted(0.5, 0.5, -0.5, -0.5) : track, radius, radius);
    const double gap = px(2);
    const double side = track.height() - 2 * gap;
    const double at = option.direction == Qt::RightToLeft ? 1 - position : position;
    const double x = track.left() + gap + at * (track.width() - side - 2 * gap);
    painter.setPen(Qt::NoPen);
    painter.setBrush(enabled ? QColor(Qt::white) : color(Token::Sunken));
    if (high && position > 0.5) painter.setBrush(QColor(Qt::black));
    painter.drawEllipse(QRectF(x, track.top() + gap, side, side));
    painter.restore();
}

QSize switchSize() {
    return {px(38), px(22)};
}

QRect stepperButton(const QStyleOption& option, bool up) {
    const QRect all = option.rect;
    const int width = px(kStepWidth);
    const QRect button(up ? all.right() - width + 1 : all.left(), all.top(), width, all.height());
    return QStyle::visualRect(option.direction, all, button);
}

int stepperFrame() {
    return 2 * px(kStepWidth) + 2 * px(kStepGap);
}

void paintStepper(QPainter& painter, const QStyleOptionSpinBox& option) {
    paintStep(painter, option, false);
    paintStep(painter, option, true);
}

} // namespace gui
