#pragma once

#include <QImage>
#include <QWidget>

namespace gui {

/// A QR code, dark on white with its quiet zone in every theme, on whole pixels. Ctrl+C copies the text.
class QrView : public QWidget {
    Q_OBJECT
public:
    explicit QrView(QWidget* parent = nullptr);
    /// Too long a text (over 2 900 bytes) shows nothing and isEmpty() says so.
    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_modules.isNull(); }
    /// For saving: `pixelsPerModule` a module, quiet zone included.
    [[nodiscard]] QImage toImage(int pixelsPerModule) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_text;
    QImage m_modules; ///< one pixel a module, without the quiet zone
};

} // namespace gui
