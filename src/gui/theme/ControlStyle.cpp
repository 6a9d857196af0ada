#include "gui/theme/ControlStyle.h"

#include "gui/theme/Theme.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace gui {

namespace {

constexpr double kFieldRadius = 8;
constexpr double kArrowWidth = 30;

/// The line edit inside a spin box or an editable combo box.
bool isInner(const QWidget* widget) {
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    return parent && (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent));
}

} // namespace

ControlStyle::ControlStyle(const Theme& theme) : QProxyStyle(QStringLiteral("Fusion")), m_theme(theme) {}

// The style sheet keeps the height of a spin box for itself and gets it wrong. Called again at every change of the text scale.
void ControlStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractSpinBox*>(widget)) widget->setFixedHeight(m_theme.px(36));
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize: return m_theme.px(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return m_theme.px(8);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return widget && widget->isWindow() ? m_theme.px(20) : 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Table_AlwaysDrawLeftTopGridLines: return 0;
    case SH_Widget_Animation_Duration: return m_theme.duration(150);
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    switch (element) {
    case PE_FrameFocusRect: return; // FocusRing draws it, outside the control
    case PE_PanelLineEdit:
        if (isInner(widget)) return; // the field around it is painted already
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return drawIndicator(option, painter, false);
    case PE_IndicatorRadioButton: return drawIndicator(option, painter, true);
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
        return drawChevron(painter, option->rect, element == PE_IndicatorArrowUp, option->state & State_Enabled);
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const {
    if (control != CC_ComboBox && control != CC_SpinBox)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    drawField(option, painter);
    const bool enabled = option->state & State_Enabled;
    if (control == CC_ComboBox) {
        drawChevron(painter, subControlRect(control, option, SC_ComboBoxArrow, widget), false, enabled);
        return;
    }
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons) return;
    drawChevron(painter, subControlRect(control, option, SC_SpinBoxUp, widget), true,
                enabled && (spin->stepEnabled & QAbstractSpinBox::StepUpEnabled));
    drawChevron(painter, subControlRect(control, option, SC_SpinBoxDown, widget), false,
                enabled && (spin->stepEnabled & QAbstractSpinBox::StepDownEnabled));
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                                   const QWidget* widget) const {
    const QRect all = option->rect;
    const int arrow = m_theme.px(kArrowWidth);
    const QRect arrowArea(all.right() - arrow + 1, all.top(), arrow, all.height());
    QRect result;
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow) {
        result = arrowArea;
    } else if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        result = all.adjusted(m_theme.px(11), 1, -arrow, -1);
    } else if (control == CC_SpinBox) {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        const int buttons = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? m_theme.px(11) : arrow;
        const int half = all.height() / 2;
        if (subControl == SC_SpinBoxEditField) result = all.adjusted(m_theme.px(11), 1, -buttons, -1);
        if (subControl == SC_SpinBoxUp) result = QRect(arrowArea.left(), all.top(), arrow, half);
        if (subControl == SC_SpinBoxDown) result = QRect(arrowArea.left(), all.top() + half, arrow, half);
        if (subControl == SC_SpinBoxFrame) result = all;
    } else {
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    }
    return visualRect(option->direction, all, result);
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const {
    if (type == CT_ComboBox || type == CT_SpinBox)
        return QSize(size.width() + m_theme.px(11 + kArrowWidth + 4), m_theme.px(36));
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_CheckBox || type == CT_RadioButton) result.setHeight(std::max(result.height(), m_theme.px(24)));
    return result;
}

void ControlStyle::drawField(const QStyleOption* option, QPainter* painter) const {
    const bool enabled = option->state & State_Enabled;
    const bool focused = enabled && (option->state & State_HasFocus);
    const bool hovered = enabled && (option->state & State_MouseOver);
    const double radius = m_theme.px(kFieldRadius);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor border = m_theme.color(focused ? Token::Accent : hovered ? Token::Text3 : Token::Line);
    painter->setPen(QPen(border, 1));
    painter->setBrush(m_theme.color(enabled ? Token::Surface : Token::Sunken));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void ControlStyle::drawIndicator(const QStyleOption* option, QPainter* painter, bool round) const {
    const bool enabled = option->state & State_Enabled;
    const bool partial = option->state & State_NoChange;
    const bool on = (option->state & State_On) || partial;
    const double side = std::min(option->rect.width(), option->rect.height());
    QRectF box(0, 0, side - 2, side - 2);
    box.moveCenter(QRectF(option->rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Token border = on && enabled ? Token::Accent : option->state & State_MouseOver ? Token::Text2 : Token::Text3;
    painter->setPen(QPen(m_theme.color(border), 1.5));
    painter->setBrush(m_theme.color(on && enabled ? Token::Accent : enabled ? Token::Surface : Token::Sunken));
    const double radius = round ? side / 2 : side * 0.24;
    painter->drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
    if (on) {
        const QColor mark = m_theme.color(enabled ? Token::OnAccent : Token::Text3);
        const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x * box.width(), y * box.height()); };
        painter->setPen(QPen(mark, side / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        if (round) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(mark);
            painter->drawEllipse(box.center(), side * 0.18, side * 0.18);
        } else if (partial) {
            painter->drawLine(at(0.27, 0.5), at(0.73, 0.5));
        } else {
            painter->drawPolyline(QPolygonF{at(0.26, 0.52), at(0.43, 0.69), at(0.75, 0.33)});
        }
    }
    painter->restore();
}

void ControlStyle::drawChevron(QPainter* painter, const QRectF& area, bool up, bool enabled) const {
    const double half = m_theme.px(8) / 2.0;
    const double rise = (up ? -1 : 1) * half / 2;
    const QPointF middle = area.center();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.color(enabled ? Token::Text2 : Token::Text3), m_theme.px(16) / 10.0, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF{middle + QPointF(-half, -rise), middle + QPointF(0, rise), middle + QPointF(half, -rise)});
    painter->restore();
}

} // namespace gui
