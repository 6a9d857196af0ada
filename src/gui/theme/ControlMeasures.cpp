// What ControlStyle's controls measure: its questions of sizes and places. ControlStyle.cpp paints.
#include "gui/theme/ButtonPaint.h"
#include "gui/theme/ChoicePaint.h"
#include "gui/theme/ControlKinds.h"
#include "gui/theme/ControlPaint.h"
#include "gui/theme/ControlStyle.h"
#include "gui/theme/Theme.h"

#include <QAbstractSpinBox>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace gui {

namespace {

constexpr double kArrowWidth = 30;
constexpr double kFieldPad = 11;

} // namespace

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
        return isSwitch(widget) ? switchSize().width() : m_theme.px(18);
    case PM_IndicatorHeight:
        return isSwitch(widget) ? switchSize().height() : m_theme.px(18);
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_SliderLength:
        return m_theme.px(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return m_theme.px(8);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? m_theme.px(20) : 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_ScrollBarExtent:
        return m_theme.px(12);
    case PM_ScrollBarSliderMin:
        return m_theme.px(32);
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return m_theme.px(24);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return m_theme.px(5);
    case PM_ToolTipLabelFrameWidth:
        return m_theme.px(6);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return kRingGap + kRingWidth;
    case PM_TabBarScrollButtonWidth:
        return m_theme.px(24);
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBar_ScrollButtonOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QRect ControlStyle::subElementRect(SubElement element, const QStyleOption* option,
                                   const QWidget* widget) const {
    if (element == SE_LineEditContents && !isInner(widget)) {
        const int pad = m_theme.px(kFieldPad);
        return option->rect.adjusted(pad, 1, -pad, -1);
    }
    if (element == SE_ShapedFrameContents && isTextArea(widget)) {
        const bool code = isSet(widget, "code");
        const int across = m_theme.px(code ? 10 : 9);
        const int down = m_theme.px(code ? 8 : 7);
        return option->rect.adjusted(across, down, -across, -down);
    }
    if (element == SE_ProgressBarContents) return option->rect;
    if (element == SE_RadioButtonClickRect && isSegment(widget)) return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                   SubControl subControl, const QWidget* widget) const {
    if (control == CC_ScrollBar)
        return scrollBarPart(*static_cast<const QStyleOptionSlider*>(option), subControl);
    if (control == CC_Slider && option->state & State_Horizontal)
        return subControl == SC_SliderHandle ? sliderHandle(*static_cast<const QStyleOptionSlider*>(option))
                                             : option->rect;
    if (control == CC_ComboBox && subControl != SC_ComboBoxArrow && subControl != SC_ComboBoxEditField)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    if (control == CC_SpinBox && isStepper(widget)) return stepperPart(*option, subControl);
    if (control == CC_ComboBox || control == CC_SpinBox)
        return visualRect(option->direction, option->rect,
                          fieldPart(option, subControl, control == CC_ComboBox));
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect ControlStyle::fieldPart(const QStyleOptionComplex* option, SubControl part, bool isCombo) const {
    const QRect all = option->rect;
    const int pad = m_theme.px(kFieldPad);
    const int arrow = m_theme.px(kArrowWidth);
    const QRect arrowArea(all.right() - arrow + 1, all.top(), arrow, all.height());
    if (isCombo) return part == SC_ComboBoxArrow ? arrowArea : all.adjusted(pad, 1, -arrow, -1);
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    const int buttons = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? pad : arrow;
    const int half = all.height() / 2;
    switch (part) {
    case SC_SpinBoxEditField:
        return all.adjusted(pad, 1, -buttons, -1);
    case SC_SpinBoxUp:
        return {arrowArea.left(), all.top(), arrow, half};
    case SC_SpinBoxDown:
        return {arrowArea.left(), all.top() + half, arrow, half};
    case SC_SpinBoxFrame:
        return all;
    default:
        return {};
    }
}

QRect ControlStyle::stepperPart(const QStyleOption& option, SubControl part) {
    switch (part) {
    case SC_SpinBoxUp:
        return stepperButton(option, true);
    case SC_SpinBoxDown:
        return stepperButton(option, false);
    case SC_SpinBoxEditField:
        return option.rect.adjusted(stepperFrame() / 2, 1, -stepperFrame() / 2, -1);
    case SC_SpinBoxFrame:
        return option.rect;
    default:
        return {};
    }
}

QRect ControlStyle::scrollBarPart(const QStyleOptionSlider& option, SubControl part) const {
    const bool upright = option.orientation == Qt::Vertical;
    const int room = upright ? option.rect.height() : option.rect.width();
    const int range = option.maximum - option.minimum;
    int length = room;
    if (range > 0) {
        const auto shown =
            static_cast<double>(option.pageStep) / (static_cast<double>(range) + option.pageStep);
        length = std::clamp(static_cast<int>(shown * room), std::min(m_theme.px(32), room), room);
    }
    const int start = sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                              room - length, option.upsideDown);
    const auto span = [&](int from, int size) {
        const QRect area =
            upright ? QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), size)
                    : QRect(option.rect.left() + from, option.rect.top(), size, option.rect.height());
        return visualRect(option.direction, option.rect, area);
    };
    switch (part) {
    case SC_ScrollBarSubPage:
        return span(0, start);
    case SC_ScrollBarAddPage:
        return span(start + length, room - start - length);
    case SC_ScrollBarSlider:
        return span(start, length);
    case SC_ScrollBarGroove:
        return option.rect;
    default:
        return {};
    }
}

QRect ControlStyle::sliderHandle(const QStyleOptionSlider& option) const {
    const int length = m_theme.px(18);
    const int at = sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                           option.rect.width() - length, option.upsideDown);
    return {option.rect.left() + at, option.rect.top(), length, option.rect.height()};
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const {
    const int field = m_theme.px(kFieldHeight);
    switch (type) {
    case CT_ComboBox:
        return {size.width() + m_theme.px(kFieldPad + kArrowWidth + 2), field};
    case CT_SpinBox:
        if (isStepper(widget))
            return {std::max(size.width(), m_theme.px(28)) + stepperFrame(), m_theme.px(kStepperHeight)};
        return {std::max(size.width() + m_theme.px(kFieldPad + kArrowWidth + 2), m_theme.px(96)), field};
    case CT_LineEdit:
        if (isInner(widget)) return size;
        return {size.width() + 2 * m_theme.px(kFieldPad), isSet(widget, "sunken") ? m_theme.px(34) : field};
    case CT_PushButton:
        return buttonSize(widget ? widget->font() : roleFont(TextRole::Strong),
                          static_cast<const QStyleOptionButton*>(option)->text, buttonLook(widget));
    case CT_RadioButton:
        if (isSegment(widget))
            return segmentSize(widget->font(), static_cast<const QStyleOptionButton*>(option)->text,
                               isSet(widget, "compact"));
        break;
    case CT_CheckBox:
        if (isSwitch(widget) && static_cast<const QStyleOptionButton*>(option)->text.isEmpty())
            return switchSize();
        break;
    case CT_ProgressBar:
        return {size.width(), m_theme.px(8)};
    case CT_MenuItem: {
        const auto& item = *static_cast<const QStyleOptionMenuItem*>(option);
        if (item.menuItemType == QStyleOptionMenuItem::Separator) return {size.width(), m_theme.px(11)};
        return {size.width() + menuIconColumn(item) + m_theme.px(36), m_theme.px(30)};
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + m_theme.px(8), std::max(base.height(), m_theme.px(30))};
    }
    default:
        break;
    }
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_CheckBox || type == CT_RadioButton)
        result.setHeight(std::max(result.height(), m_theme.px(24)));
    return result;
}

} // namespace gui
