#include "gui/theme/ControlPaint.h"

#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"

#include <QFocusFrame>
#include <QPainter>
#include <QPainterPath>
#include <QRegion>
#include <QStyle>
#include <QStyleOption>
#include <QVariant>

#include <algorithm>

namespace gui {

namespace {

constexpr int kFieldRadius = 8;
constexpr double kEntryRadius = 6;

/// Antialiased, and as before when it is left.
class Brushwork {
public:
    explicit Brushwork(QPainter& painter) : m_painter(painter) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Brushwork() { m_painter.restore(); }
    Brushwork(const Brushwork&) = delete;
    Brushwork& operator=(const Brushwork&) = delete;

    void box(const QRectF& area, double radius, const QColor& fill) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(fill);
        m_painter.drawRoundedRect(area, radius, radius);
    }

private:
    QPainter& m_painter;
};

bool isOn(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state & flag;
}

} // namespace

void paintField(QPainter& painter, const QStyleOption& option, const FieldLook& look) {
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool focused = enabled && isOn(option, QStyle::State_HasFocus);
    const bool hovered = enabled && isOn(option, QStyle::State_MouseOver);
    const bool sunken = !enabled || (look.sunken && !(focused && look.framed));
    const Token border = look.invalid  ? Token::Bad
                         : focused     ? Token::Accent
                         : hovered     ? Token::Text3
                         : look.framed ? Token::Line
                                       : Token::Sunken;
    paintRoundBox(painter, option.rect, px(kFieldRadius), color(sunken ? Token::Sunken : Token::Surface),
                  color(border));
}

void paintCheckMark(QPainter& painter, const QStyleOption& option, bool round) {
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool partial = isOn(option, QStyle::State_NoChange);
    const bool on = isOn(option, QStyle::State_On) || partial;
    const double side = std::min(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side - 2, side - 2);
    box.moveCenter(QRectF(option.rect).center());
    const Brushwork work(painter);
    const Token border = on && enabled                           ? Token::Accent
                         : isOn(option, QStyle::State_MouseOver) ? Token::Text2
                                                                 : Token::Text3;
    painter.setPen(QPen(color(border), 1.5));
    painter.setBrush(color(on && enabled ? Token::Accent : enabled ? Token::Surface : Token::Sunken));
    const double radius = round ? side / 2 : side * 0.24;
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
    if (!on) return;
    const QColor mark = color(enabled ? Token::OnAccent : Token::Text3);
    const auto at = [&](double x, double y) {
        return box.topLeft() + QPointF(x * box.width(), y * box.height());
    };
    painter.setPen(QPen(mark, side / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawEllipse(box.center(), side * 0.18, side * 0.18);
    } else if (partial) {
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
    } else {
        painter.drawPolyline(QPolygonF{at(0.26, 0.52), at(0.43, 0.69), at(0.75, 0.33)});
    }
}

void paintChevron(QPainter& painter, const QRectF& area, bool up, bool enabled) {
    const double half = px(8) / 2.0;
    const double rise = (up ? -1 : 1) * half / 2;
    const QPointF middle = area.center();
    const Brushwork work(painter);
    painter.setPen(QPen(color(enabled ? Token::Text2 : Token::Text3), px(16) / 10.0, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF{middle + QPointF(-half, -rise), middle + QPointF(0, rise), middle + QPointF(half, -rise)});
}

void paintScrollHandle(QPainter& painter, const QStyleOptionSlider& option, const QRectF& handle) {
    const bool hot = isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken);
    const bool high = theme().kind() == ThemeKind::HighContrast;
    const QColor rest = high ? color(Token::Line) : mixed(color(Token::Line), color(Token::Text), 0.12);
    const bool upright = option.orientation == Qt::Vertical;
    const double in = px(2);
    const QRectF area = upright ? handle.adjusted(in, 2, -in, -2) : handle.adjusted(2, in, -2, -in);
    Brushwork(painter).box(area, px(4), hot ? color(Token::Text3) : rest);
}

void paintSlider(QPainter& painter, const QStyleOptionSlider& option, const QRectF& handle, bool fee) {
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const double thick = px(6);
    QRectF groove = QRectF(option.rect).adjusted(1, 0, -1, 0);
    groove.setTop(groove.center().y() - thick / 2);
    groove.setHeight(thick);
    Brushwork work(painter);
    if (fee) {
        QLinearGradient scale(groove.topLeft(), groove.topRight());
        const bool mirrored = option.direction == Qt::RightToLeft;
        const auto stop = [&](double at, Token token) {
            scale.setColorAt(mirrored ? 1 - at : at, color(token));
        };
        stop(0, Token::F1);
        stop(0.33, Token::F3);
        stop(0.66, Token::F4);
        stop(1, Token::F5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(scale);
        painter.drawRoundedRect(groove, thick / 2, thick / 2);
    } else {
        work.box(groove, thick / 2, color(Token::Sunken));
        QRectF done = groove;
        if (option.direction == Qt::RightToLeft)
            done.setLeft(handle.center().x());
        else
            done.setRight(handle.center().x());
        work.box(done, thick / 2, color(enabled ? Token::Accent : Token::Text3));
    }
    QRectF knob(0, 0, px(18), px(18));
    knob.moveCenter(handle.center());
    painter.setPen(QPen(color(!enabled                                ? Token::Text3
                              : isOn(option, QStyle::State_MouseOver) ? Token::Accent
                                                                      : Token::Text),
                        2));
    painter.setBrush(color(Token::Surface));
    painter.drawEllipse(knob.adjusted(1, 1, -1, -1));
}

void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, bool work) {
    QRectF groove(option.rect);
    groove.setTop(groove.center().y() - px(4));
    groove.setHeight(px(8));
    Brushwork brushwork(painter);
    brushwork.box(groove, px(4), color(Token::Sunken));
    const double range = option.maximum - option.minimum;
    if (range <= 0) return;
    const double share = std::clamp((option.progress - option.minimum) / range, 0.0, 1.0);
    QRectF done = groove;
    done.setWidth(groove.width() * share);
    if (option.direction == Qt::RightToLeft) done.moveRight(groove.right());
    const Token token = !isOn(option, QStyle::State_Enabled) ? Token::Text3
                        : work                               ? Token::Work
                                                             : Token::Accent;
    if (share > 0) brushwork.box(done, px(4), color(token));
}

namespace {

double ringedRadius(const QFocusFrame& frame) {
    const QVariant radius = frame.widget()->property("ringRadius");
    return px(radius.isValid() ? radius.toDouble() : 8);
}

} // namespace

// Where the room of the frame's parent ends the ring moves inside instead of being cut off.
void paintFocusRing(QPainter& painter, const QFocusFrame& frame) {
    if (!frame.widget()) return;
    const QRect room = frame.parentWidget()->rect().translated(-frame.pos());
    const double round = ringedRadius(frame) + kRingGap;
    const double half = kRingWidth / 2.0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Accent), kRingWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(frame.rect().intersected(room)).adjusted(half, half, -half, -half), round,
                            round);
}

QRegion focusRingRegion(const QFocusFrame& frame) {
    if (!frame.widget()) return frame.rect();
    constexpr int kOut = kRingGap + kRingWidth;
    QPainterPath inside;
    inside.addRoundedRect(QRectF(frame.rect()).adjusted(kOut, kOut, -kOut, -kOut), ringedRadius(frame),
                          ringedRadius(frame));
    return QRegion(frame.rect()).subtracted(QRegion(inside.toFillPolygon().toPolygon()));
}

void paintEntry(QPainter& painter, const QRectF& area, bool selected, bool hovered) {
    if (!selected && !hovered) return;
    Brushwork(painter).box(area, px(kEntryRadius), color(selected ? Token::AccentSoft : Token::Hover));
}

int menuIconColumn(const QStyleOptionMenuItem& item) {
    return item.menuHasCheckableItems || item.maxIconWidth > 0 ? px(28) : 0;
}

void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& item, const QWidget* menu) {
    const bool enabled = isOn(item, QStyle::State_Enabled);
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(
            QRect(item.rect.left() + px(8), item.rect.center().y(), item.rect.width() - 2 * px(8), 1),
            color(Token::Line));
        return;
    }
    paintEntry(painter, item.rect, enabled && isOn(item, QStyle::State_Selected), false);
    const QRect inner = item.rect.adjusted(px(10), 0, -px(10), 0);
    const auto placed = [&](const QRect& area) {
        return QStyle::visualRect(item.direction, item.rect, area);
    };
    QRect mark(inner.left(), inner.center().y() - px(9) + 1, px(18), px(18));
    if (item.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (item.checked) {
            QStyleOption box = item;
            box.rect = placed(mark);
            box.state = (enabled ? QStyle::State_Enabled : QStyle::State_None) | QStyle::State_On;
            paintCheckMark(painter, box, item.checkType == QStyleOptionMenuItem::Exclusive);
        }
    } else if (!item.icon.isNull()) {
        item.icon.paint(&painter, placed(mark), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const qsizetype tab = item.text.indexOf(QLatin1Char('\t'));
    const QRect words = inner.adjusted(menuIconColumn(item), 0, 0, 0);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
    painter.setFont(item.font);
    painter.setPen(color(enabled ? Token::Text : Token::Text3));
    painter.drawText(placed(words), flags | QStyle::visualAlignment(item.direction, Qt::AlignLeft),
                     item.text.left(tab));
    painter.setPen(color(Token::Text3));
    if (tab >= 0)
        painter.drawText(placed(words), flags | QStyle::visualAlignment(item.direction, Qt::AlignRight),
                         item.text.mid(tab + 1));
    if (item.menuItemType != QStyleOptionMenuItem::SubMenu) return;
    QStyleOption arrow = item;
    arrow.rect = placed(QRect(inner.right() - px(10), inner.center().y() - px(5), px(10), px(10)));
    menu->style()->drawPrimitive(item.direction == Qt::RightToLeft ? QStyle::PE_IndicatorArrowLeft
                                                                   : QStyle::PE_IndicatorArrowRight,
                                 &arrow, &painter, menu);
}

} // namespace gui
