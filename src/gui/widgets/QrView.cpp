#include "gui/widgets/QrView.h"

#include "gui/theme/AccessibleRole.h"
#include "gui/theme/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace gui {

namespace {

constexpr int kQuietZone =
    4; // modules on each side.                              Source: ISO/IEC 18004, 6.3.8.

QImage encode(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty()) return {};
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(bytes.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code) return {};
    QImage image(code->width, code->width, QImage::Format_RGB32);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            image.setPixel(x, y, code->data[y * code->width + x] & 1 ? 0xff000000 : 0xffffffff);
    return image;
}

} // namespace

QrView::QrView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::Graphic);
    setAccessibleName(tr("QR code"));
}

void QrView::setText(const QString& text) {
    if (text == m_text && !m_modules.isNull()) return;
    m_text = text;
    m_modules = encode(text);
    setAccessibleDescription(text);
    update();
}

QImage QrView::toImage(int pixelsPerModule) const {
    const int side = (m_modules.width() + 2 * kQuietZone) * pixelsPerModule;
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const int margin = kQuietZone * pixelsPerModule;
    painter.drawImage(QRect(margin, margin, side - 2 * margin, side - 2 * margin), m_modules);
    return image;
}

QSize QrView::sizeHint() const {
    return {px(200), px(200)};
}

QSize QrView::minimumSizeHint() const {
    return {px(120), px(120)};
}

void QrView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double ratio = devicePixelRatioF();
    const double side = std::min(width(), height());
    QRectF ground(0, 0, side, side);
    ground.moveCenter(QRectF(rect()).center());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Line), 1));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8));
    if (m_modules.isNull()) return;
    // Whole device pixels a module, or scanners and eyes see grey.
    const int modules = m_modules.width() + 2 * kQuietZone;
    const int pixels = std::max(1, static_cast<int>(side * ratio / modules));
    const double inner = m_modules.width() * pixels / ratio;
    const double x = std::round((ground.center().x() - inner / 2) * ratio) / ratio;
    const double y = std::round((ground.center().y() - inner / 2) * ratio) / ratio;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(QRectF(x, y, inner, inner), m_modules);
}

void QrView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        QGuiApplication::clipboard()->setText(m_text);
    else
        QWidget::keyPressEvent(event);
}

} // namespace gui

#include "moc_QrView.cpp"
