#pragma once

#include <QProxyStyle>
#include <QStyleOptionSlider>

namespace gui {

class Theme;

/// The look of Qt's own controls in the colours and measures of the theme, on top of Fusion. No style sheet:
/// painting and polishing through one takes several times as long as all of a page's own painting.
///
/// Dynamic properties it knows:
///   QLabel          role: see LabelRoles.h
///   QPushButton     see ButtonPaint.h
///   QRadioButton    kind: segment (one of a SegmentedControl);  compact: true
///   QTabBar         compact: true
///   QCheckBox       kind: switch;  position, token: see ToggleSwitch
///   QSpinBox        kind: stepper
///   QLineEdit       mono: true;  sunken: true;  invalid: true
///   QPlainTextEdit  mono: true;  code: true
///   QSlider         kind: fee;   QProgressBar  kind: work
/// Change them with setStyleProperty().  Owned by the QApplication.
class ControlStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit ControlStyle(const Theme& theme);

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    void drawItemText(QPainter* painter, const QRect& area, int flags, const QPalette& palette, bool enabled,
                      const QString& text, QPalette::ColorRole role) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;

private:
    [[nodiscard]] QRect fieldPart(const QStyleOptionComplex* option, SubControl part, bool isCombo) const;
    [[nodiscard]] static QRect stepperPart(const QStyleOption& option, SubControl part);
    [[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider& option, SubControl part) const;
    [[nodiscard]] QRect sliderHandle(const QStyleOptionSlider& option) const;

    const Theme& m_theme;
};

} // namespace gui
