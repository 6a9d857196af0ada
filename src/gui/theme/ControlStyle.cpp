#include "gui/theme/ControlStyle.h"

#include "gui/theme/ButtonPaint.h"
#include "gui/theme/ChoicePaint.h"
#include "gui/theme/ControlKinds.h"
#include "gui/theme/ControlPaint.h"
#include "gui/theme/LabelRoles.h"
#include "gui/theme/Theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTextEdit>

namespace gui {

namespace {

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
    const ButtonKind kind = buttonKind(button);
    button->setFont(roleFont(kind == ButtonKind::Link   ? TextRole::Body
                             : kind == ButtonKind::Pill ? TextRole::SmallBold
                                                        : TextRole::Strong));
}

void paintSwitchOf(const QWidget& widget, QPainter& painter, const QStyleOption& option) {
    const QVariant position = widget.property("position"); // while it slides
    const QVariant token = widget.property("token");
    paintSwitch(painter, option,
                position.isValid()                ? position.toDouble()
                : option.state & QStyle::State_On ? 1
                                                  : 0,
                token.isValid() ? static_cast<Token>(token.toInt()) : Token::Accent);
}

/// The arrows at the end of tabs that have no room: not over the words behind them.
void paintTabArrow(QPainter& painter, const QStyleOption& option) {
    painter.fillRect(option.rect.adjusted(0, kSegmentEdge, -kSegmentEdge, -kSegmentEdge),
                     color(Token::Sunken));
    paintEntry(painter, option.rect.adjusted(0, kSegmentEdge, -kSegmentEdge, -kSegmentEdge), false,
               option.state & QStyle::State_MouseOver);
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
    if (widget->focusPolicy() == Qt::WheelFocus) widget->setFocusPolicy(Qt::StrongFocus); // see WheelRule.h
    if (auto* label = qobject_cast<QLabel*>(widget))
        applyLabelRole(*label);
    else if (auto* button = qobject_cast<QPushButton*>(widget))
        polishButton(button);
    else if (qobject_cast<QLineEdit*>(widget) || isTextArea(widget))
        polishField(widget);
    else if (qobject_cast<QTabBar*>(widget) || isSegment(widget))
        widget->setFont(segmentFont(isSet(widget, "compact")));
    else if (qobject_cast<QAbstractSpinBox*>(widget))
        widget->setFixedHeight(m_theme.px(isStepper(widget) ? kStepperHeight : kFieldHeight));
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

int ControlStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_Table_AlwaysDrawLeftTopGridLines:
        return 0;
    case SH_TabBar_PreferNoArrows:
        return 0;
    case SH_SpinBox_SelectOnStep:
        return isStepper(widget) ? 0 : QProxyStyle::styleHint(hint, option, widget, returnData);
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_FocusFrame_Mask: {
        const auto* frame = qobject_cast<const QFocusFrame*>(widget);
        auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(returnData);
        if (frame && mask) mask->region = focusRingRegion(*frame);
        return frame && mask;
    }
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
    case PE_FrameFocusRect: // CE_FocusFrame is it, outside the control
    case PE_PanelItemViewRow:
    case PE_PanelScrollAreaCorner:
    case PE_IndicatorTabTearLeft:
    case PE_IndicatorTabTearRight:
        return;
    case PE_FrameTabBarBase:
        return paintSegmentGround(*painter, widget ? widget->rect() : option->rect);
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
        if (widget && qobject_cast<QTabBar*>(widget->parentWidget())) return paintTabArrow(*painter, *option);
        return paintEntry(*painter, option->rect, option->state & (State_On | State_Sunken),
                          option->state & State_MouseOver);
    case PE_IndicatorCheckBox:
        if (isSwitch(widget)) return paintSwitchOf(*widget, *painter, *option);
        [[fallthrough]];
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
    case CE_PushButton:
        return paintButton(*painter, *static_cast<const QStyleOptionButton*>(option), buttonLook(widget));
    case CE_RadioButton:
        if (!isSegment(widget)) return QProxyStyle::drawControl(element, option, painter, widget);
        return paintSegment(*painter, *option, option->rect,
                            static_cast<const QStyleOptionButton*>(option)->text);
    case CE_TabBarTab:
    case CE_TabBarTabLabel: {
        const auto& tab = *static_cast<const QStyleOptionTab*>(option);
        return paintSegment(*painter, tab, tabPill(tab), tab.text);
    }
    case CE_TabBarTabShape:
        return; // of a tab that has no room: behind the arrows
    case CE_FocusFrame:
        if (const auto* frame = qobject_cast<const QFocusFrame*>(widget)) paintFocusRing(*painter, *frame);
        return;
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
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (spin && isStepper(widget)) return paintStepper(*painter, *spin);
        paintField(*painter, *option, lookOf(widget));
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

} // namespace gui

#include "moc_ControlStyle.cpp"
