#include "gui/mining/HeaderBytes.h"

#include "gui/theme/Theme.h"
#include "primitives/BlockHeader.h"
#include "util/Hex.h"

#include <QEvent>
#include <QPainter>

namespace gui {

namespace {

constexpr int kHead = 8;
constexpr int kTail = 4;

QString bytesOf(util::ByteView bytes) {
    const QString hex = QString::fromStdString(util::toHex(bytes));
    if (hex.size() <= kHead + kTail) return hex;
    return hex.left(kHead) + QChar(0x2026) + hex.right(kTail);
}

QString bytesOf(std::uint32_t value) {
    util::ByteArray<4> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(value >> (8 * i));
    return bytesOf(util::ByteView(bytes));
}

} // namespace

HeaderBytes::HeaderBytes(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("The header that is hashed"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    clear();
}

void HeaderBytes::clear() {
    m_fields.clear();
    setAccessibleDescription(tr("Nothing is being worked on."));
    update();
}

void HeaderBytes::setHeader(const primitives::BlockHeader& header, std::uint32_t nonce) {
    const auto token = [](Token value) { return static_cast<int>(value); };
    m_fields = {{tr("version"), bytesOf(static_cast<std::uint32_t>(header.version)), token(Token::Text), false},
                {tr("previous"), bytesOf(header.previous.view()), token(Token::Text), false},
                {tr("merkle"), bytesOf(header.merkleRoot.view()), token(Token::Own), false},
                {tr("time"), bytesOf(header.time), token(Token::Accent), false},
                {tr("bits"), bytesOf(header.bits), token(Token::Text), false},
                {tr("nonce"), bytesOf(nonce), token(Token::Work), true}};
    QStringList words;
    for (const Field& field : m_fields) words << field.name + QLatin1Char(' ') + field.bytes;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setToolTip(tr("The miner counts the nonce through, then moves the time and the coinbase, which changes the Merkle root."));
    update();
}

QSize HeaderBytes::sizeHint() const { return {px(700), px(44)}; }

QSize HeaderBytes::minimumSizeHint() const { return {px(320), px(44)}; }

void HeaderBytes::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Sunken));
    painter.drawRoundedRect(rect(), px(8), px(8));
    QFont plain = roleFont(TextRole::MonoLarge);
    const auto wide = [&] {
        double width = 0;
        for (const Field& field : m_fields) width += QFontMetricsF(plain).horizontalAdvance(field.name + QLatin1Char(' ') + field.bytes);
        return width + px(20) * 5 + px(28);
    };
    if (wide() > width()) plain = roleFont(TextRole::Mono);
    const double gap = m_fields.isEmpty() ? 0 : std::clamp((width() - wide()) / 5 + px(20), static_cast<double>(px(8)), static_cast<double>(px(22)));
    const QFontMetricsF metrics(plain);
    const double baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
    double x = px(14);
    for (const Field& field : m_fields) {
        painter.setFont(plain);
        painter.setPen(color(Token::Text3));
        painter.drawText(QPointF(x, baseline), field.name);
        x += metrics.horizontalAdvance(field.name + QLatin1Char(' '));
        QFont font = plain;
        font.setBold(field.strong);
        painter.setFont(font);
        painter.setPen(color(static_cast<Token>(field.token)));
        painter.drawText(QPointF(x, baseline), field.bytes);
        x += metrics.horizontalAdvance(field.bytes) + gap;
    }
}

void HeaderBytes::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace gui
