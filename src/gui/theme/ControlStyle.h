#pragma once

#include <QProxyStyle>

namespace gui {

class Theme;

/// Fusion with Cairn's check boxes, radio buttons, combo boxes, spin boxes, arrows and measures: the parts that a style sheet
/// cannot draw in the colours of a theme. Everything else is in StyleSheet.  Owned by the QApplication.
class ControlStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit ControlStyle(const Theme& theme);

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;

private:
    void drawField(const QStyleOption* option, QPainter* painter) const;
    void drawIndicator(const QStyleOption* option, QPainter* painter, bool round) const;
    void drawChevron(QPainter* painter, const QRectF& area, bool up, bool enabled) const;

    const Theme& m_theme;
};

} // namespace gui
