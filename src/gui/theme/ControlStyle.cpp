#include "gui/theme/ControlStyle.h"

#include "gui/theme/ControlPaint.h"
#include "gui/theme/LabelRoles.h"
#include "gui/theme/Theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QTextEdit>

#include <algorithm>

namespace gui {

namespace {

constexpr double kArrowWidth = 30;
constexpr double kFieldHeight = 36;
constexpr double kFieldPad = 11;

bool isSet(const QWidget* widget, const char* property) {
    return widget && widget->property(property).toString() == QLatin1String("true");
}

/// The line edit inside a spin box or an editable combo box.
bool isInner(const QWidget* widget) {
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    return parent &&
           (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent));
}

bool isTextArea(const QWidget* widget) {
    return qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget);
}

FieldLook lookOf(const QWidget* widget) {
    FieldLook look;
    const auto* edit = qobject_cast<const QLineEdit*>(widget);
    const bool sunken = isSet(widget, "sunken");
    look.sunken = sunken || isSet(widget, "code") || (edit && edit->isReadOnly());
    look.framed = !sunken && !isSet(widget, "code");
    look.invalid = isSet(widget, "invalid");
    return look;
}

void polishField(QWidget* widget) {
    widget->setAttribute(Qt::WA_Hover);
    if (isSet(widget, "mono"))
        widget->setFont(roleFont(TextRole::Mono));
    else if (widget->property("mono").isValid())
        widget->setFont(QFont());
    if (!isTextArea(widget)) return;
    auto* frame = static_cast<QFrame*>(widget);
    frame->setFrameStyle(frame->frameStyle()); // asks for the padding again
    if (!isSet(widget, "code")) return;
    QPalette palette = widget->palette();
    palette.setColor(QPalette::Base, color(Token::Sunken));
    widget->setPalette(palette);
}

void polishButton(QPushButton* button) {
    const QString kind = button->property("kind").toString();
    if (kind == QLatin1String("link"))
        button->setFont(roleFont(TextRole::Body));
    else if (kind == QLatin1String("pill"))
        button->setFont(roleFont(TextRole::SmallBold));
    else
        button->setFont(roleFont(TextRole::Strong));
}

/// The items of a combo box's list are as high as those of every other list.
void polishList(QComboBox* combo) {
    if (!combo->property("ownDelegate").isValid()) combo->setItemDelegate(new QStyledItemDelegate(combo));
    combo->setProperty("ownDelegate", true);
}

} // namespace

ControlStyle::ControlStyle(const Theme& theme) : QProxyStyle(QStringLiteral("Fusion")), m_theme(theme) {}

// Called for every widget when it is shown first, again at every change of the theme, and by
// setStyleProperty().
void ControlStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (auto* label = qobject_cast<QLabel*>(widget))
        applyLabelRole(*label);
    else if (auto* button = qobject_cast<QPushButton*>(widget))
        polishButton(button);
    else if (qobject_cast<QLineEdit*>(widget) || isTextArea(widget))
        polishField(widget);
    else if (qobject_cast<QAbstractSpinBox*>(widget))
        widget->setFixedHeight(m_theme.px(kFieldHeight));
    else if (auto* combo = qobject_cast<QComboBox*>(widget))
        polishList(combo);
    else if (qobject_cast<QScrollArea*>(widget))
        static_cast<QFrame*>(widget)->setFrameShape(QFrame::NoFrame);
    else if (qobject_cast<QAbstractItemView*>(widget) && !widget->window()->windowFlags().testFlag(Qt::Popup))
        static_cast<QFrame*>(widget)->setFrameShape(QFrame::NoFrame);
}

void ControlStyle::unpolish(QWidget* widget) {
    if (isTextArea(widget)) widget->setPalette(QPalette());
    QProxyStyle::unpolish(widget);
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
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
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_Table_AlwaysDrawLeftTopGridLines:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_Widget_Animation_Duration:
        return m_theme.duration(150);
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    switch (element) {
    case PE_FrameFocusRect: // FocusRing draws it, outside the control
    case PE_PanelItemViewRow:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_PanelLineEdit:
        if (!isInner(widget))
            paintField(*painter, *option, lookOf(widget)); // the field around an inner one is painted already
        return;
    case PE_Frame:
        if (isTextArea(widget)) return paintField(*painter, *option, lookOf(widget));
        [[fallthrough]];
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        painter->setPen(m_theme.color(Token::Line));
        painter->setBrush(element == PE_PanelTipLabel ? option->palette.brush(QPalette::ToolTipBase)
                                                      : QBrush(Qt::NoBrush));
        return painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    case PE_PanelMenu:
        return painter->fillRect(option->rect, m_theme.color(Token::Surface));
    case PE_PanelItemViewItem:
        return paintEntry(*painter, option->rect, option->state & State_Selected,
                          option->state & State_MouseOver);
    case PE_PanelButtonTool:
        return paintEntry(*painter, option->rect, option->state & (State_On | State_Sunken),
                          option->state & State_MouseOver);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckMark(*painter, *option, false);
    case PE_IndicatorRadioButton:
        return paintCheckMark(*painter, *option, true);
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
        return paintChevron(*painter, option->rect, element == PE_IndicatorArrowUp,
                            option->state & State_Enabled);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ControlStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    switch (element) {
    case CE_MenuItem:
        return paintMenuItem(*painter, *static_cast<const QStyleOptionMenuItem*>(option), widget);
    case CE_MenuEmptyArea:
        return;
    case CE_PushButtonBevel:
        return paintPlainButton(*painter, *static_cast<const QStyleOptionButton*>(option));
    case CE_PushButtonLabel: {
        QStyleOptionButton button = *static_cast<const QStyleOptionButton*>(option);
        const bool first =
            (button.state & State_Enabled) && (button.features & QStyleOptionButton::DefaultButton);
        if (first) button.palette.setColor(QPalette::ButtonText, m_theme.color(Token::OnAccent));
        return QProxyStyle::drawControl(element, &button, painter, widget);
    }
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        return paintProgress(*painter, *static_cast<const QStyleOptionProgressBar*>(option),
                             widget && widget->property("kind") == QLatin1String("work"));
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const {
    const bool enabled = option->state & State_Enabled;
    if (control == CC_ScrollBar) {
        const auto& bar = *static_cast<const QStyleOptionSlider*>(option);
        if (bar.maximum > bar.minimum)
            paintScrollHandle(*painter, bar, scrollBarPart(bar, SC_ScrollBarSlider));
    } else if (control == CC_Slider && option->state & State_Horizontal) {
        const auto& slider = *static_cast<const QStyleOptionSlider*>(option);
        paintSlider(*painter, slider, sliderHandle(slider),
                    widget && widget->property("kind") == QLatin1String("fee"));
    } else if (control == CC_ComboBox) {
        paintField(*painter, *option, lookOf(widget));
        paintChevron(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget), false, enabled);
    } else if (control == CC_SpinBox) {
        paintField(*painter, *option, lookOf(widget));
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons) return;
        paintChevron(*painter, subControlRect(control, option, SC_SpinBoxUp, widget), true,
                     enabled && (spin->stepEnabled & QAbstractSpinBox::StepUpEnabled));
        paintChevron(*painter, subControlRect(control, option, SC_SpinBoxDown, widget), false,
                     enabled && (spin->stepEnabled & QAbstractSpinBox::StepDownEnabled));
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

// Labels and the like: QPainter would lay their texts out anew at every repaint.
void ControlStyle::drawItemText(QPainter* painter, const QRect& area, int flags, const QPalette& palette,
                                bool enabled, const QString& text, QPalette::ColorRole role) const {
    const bool hasMnemonic =
        (flags & (Qt::TextShowMnemonic | Qt::TextHideMnemonic)) && text.contains(QLatin1Char('&'));
    const bool hasBreaks = text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\t'));
    if (hasMnemonic || hasBreaks || painter->layoutDirection() == Qt::RightToLeft)
        return QProxyStyle::drawItemText(painter, area, flags, palette, enabled, text, role);
    if (role != QPalette::NoRole) painter->setPen(palette.color(role));
    drawWords(*painter, area, Qt::Alignment(flags), flags & Qt::TextWordWrap, text);
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
        return {std::max(size.width() + m_theme.px(kFieldPad + kArrowWidth + 2), m_theme.px(96)), field};
    case CT_LineEdit:
        if (isInner(widget)) return size;
        return {size.width() + 2 * m_theme.px(kFieldPad), isSet(widget, "sunken") ? m_theme.px(34) : field};
    case CT_PushButton:
        return {size.width() + 2 * m_theme.px(15), m_theme.px(34)};
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
