#include "gui/mining/HeaderBytes.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"
#include "primitives/BlockHeader.h"
#include "util/Hex.h"

#include <QEvent>
#include <QPainter>

namespace gui {

namespace {

constexpr int kHead = 8;
constexpr int kTail = 4;

QString hexOf(std::uint32_t value) {
    util::ByteArray<4> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(value >> (8 * i));
    return QString::fromStdString(util::toHex(bytes));
}

QString hexOf(util::ByteView bytes) {
    return QString::fromStdString(util::toHex(bytes));
}

} // namespace

HeaderBytes::HeaderBytes(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    m_table->setColumns({{tr("Bytes, as they are hashed"), TextStyle::Mono},
                         {tr("Field"), TextStyle::Strong},
                         {tr("What changes it"), TextStyle::Muted}});
    setAccessibleName(tr("The header that is hashed"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    clear();
}

void HeaderBytes::clear() {
    m_fields.clear();
    m_table->setRows({});
    setAccessibleDescription(tr("Nothing is being worked on."));
    update();
}

void HeaderBytes::setHeader(const primitives::BlockHeader& header, std::uint32_t nonce) {
    m_fields.clear();
    const auto add = [this](const QString& name, const QString& hex, Token token, const QString& who,
                            bool strong = false) {
        const bool isShort = hex.size() <= kHead + kTail;
        m_fields.append({name, hex, isShort ? hex : hex.left(kHead) + QChar(0x2026) + hex.right(kTail), who,
                         static_cast<int>(token), strong});
    };
    add(tr("version"), hexOf(static_cast<std::uint32_t>(header.version)), Token::Text, tr("the rules"));
    add(tr("previous"), hexOf(header.previous.view()), Token::Text, tr("every new block"));
    add(tr("merkle"), hexOf(header.merkleRoot.view()), Token::Own,
        tr("other payments, and a number in the reward"));
    add(tr("time"), hexOf(header.time), Token::Accent, tr("the clock"));
    add(tr("bits"), hexOf(header.bits), Token::Text, tr("the difficulty"));
    add(tr("nonce"), hexOf(nonce), Token::Work, tr("every try"), true);
    QStringList words;
    QVector<QStringList> rows;
    for (const Field& field : m_fields) {
        words << field.name + QLatin1Char(' ') + field.bytes;
        rows << QStringList{field.all, field.name, field.who};
    }
    m_table->setRows(rows);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setToolTip(tr("The miner counts the nonce through, then moves the time and the coinbase, which changes "
                  "the Merkle root."));
    update();
}

QAbstractItemModel* HeaderBytes::tableModel() {
    return m_table;
}

QSize HeaderBytes::sizeHint() const {
    return {px(700), px(40)};
}

QSize HeaderBytes::minimumSizeHint() const {
    return {px(320), px(40)};
}

void HeaderBytes::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Sunken));
    painter.drawRoundedRect(rect(), px(8), px(8));
    QFont plain = roleFont(TextRole::MonoLarge);
    const auto wide = [&] {
        double width = 0;
        for (const Field& field : m_fields)
            width += QFontMetricsF(plain).horizontalAdvance(field.name + QLatin1Char(' ') + field.bytes);
        return width + px(20) * 5 + px(28);
    };
    if (wide() > width()) plain = roleFont(TextRole::Mono);
    const double gap = m_fields.isEmpty()
                           ? 0
                           : std::clamp((width() - wide()) / 5 + px(20), static_cast<double>(px(8)),
                                        static_cast<double>(px(22)));
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
    Picture::changeEvent(event);
}

} // namespace gui
