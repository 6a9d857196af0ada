#include "gui/mining/HeaderBytes.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"
#include "primitives/BlockHeader.h"
#include "util/Hex.h"

#include <QPainter>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace gui {

namespace {

constexpr int kHeaderHead = 8;
constexpr int kTail = 4;
constexpr int kOneLine = 40; // height
constexpr int kNextLine = 22;
constexpr int kPadAcross = 14;
constexpr int kLeastGap = 8; // between fields
constexpr int kMostGap = 22;

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
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    clear();
}

void HeaderBytes::clear() {
    m_fields.clear();
    m_rows.clear();
    m_table->setRows({});
    setAccessibleDescription(tr("Nothing is being worked on."));
    update();
}

void HeaderBytes::setHeader(const primitives::BlockHeader& header, std::uint32_t nonce) {
    m_fields.clear();
    const auto add = [this](const QString& name, const QString& hex, Token token, const QString& who,
                            bool strong = false) {
        const bool isShort = hex.size() <= kHeaderHead + kTail;
        m_fields.append({name, hex, isShort ? hex : hex.left(kHeaderHead) + QChar(0x2026) + hex.right(kTail),
                         who, static_cast<int>(token), strong});
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
    if (rows == m_rows) return; // news often say the same again
    m_rows = rows;
    m_table->setRows(rows);
    if (const int high = heightForWidth(width()); high != std::exchange(m_height, high)) updateGeometry();
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setToolTip(tr("The miner counts the nonce through, then moves the time and the coinbase, which changes "
                  "the Merkle root."));
    update();
}

QAbstractItemModel* HeaderBytes::tableModel() {
    return m_table;
}

QSize HeaderBytes::sizeHint() const {
    return {px(700), px(kOneLine)};
}

QSize HeaderBytes::minimumSizeHint() const {
    return {px(240), px(kOneLine)};
}

int HeaderBytes::heightForWidth(int width) const {
    return lay(width).height;
}

/// All in one line, in smaller letters if need be; or else in as many lines as it takes.
HeaderBytes::Laid HeaderBytes::lay(int width) const {
    Laid laid{roleFont(TextRole::MonoLarge), {}, px(kOneLine)};
    std::vector<double> wides;
    const auto measure = [&] {
        wides.clear();
        for (const Field& field : m_fields)
            wides.push_back(wordsWidth(laid.font, field.name + QLatin1Char(' ') + field.bytes));
        return std::accumulate(wides.begin(), wides.end(), px(kPadAcross) * 2.0);
    };
    const double gaps = static_cast<double>(std::max<qsizetype>(0, m_fields.size() - 1));
    double all = measure();
    if (all + gaps * px(kLeastGap) > width) {
        laid.font = roleFont(TextRole::Mono);
        all = measure();
    }
    const double gap =
        gaps == 0 ? 0 : std::clamp((width - all) / gaps, double(px(kLeastGap)), double(px(kMostGap)));
    double x = px(kPadAcross);
    int line = 0;
    for (const double wide : wides) {
        if (x > px(kPadAcross) && x + wide > width - px(kPadAcross) + 1) {
            x = px(kPadAcross);
            ++line;
        }
        laid.places.append(QPointF(x, px(kOneLine) / 2.0 + line * px(kNextLine)));
        x += wide + gap;
    }
    laid.height += line * px(kNextLine);
    return laid;
}

void HeaderBytes::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Sunken));
    painter.drawRoundedRect(rect(), px(8), px(8));
    const Laid laid = lay(width());
    const QFontMetricsF metrics(laid.font);
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const Field& field = m_fields[i];
        QPointF at = laid.places[i] + QPointF(0, (metrics.ascent() - metrics.descent()) / 2);
        painter.setFont(laid.font);
        painter.setPen(color(Token::Text3));
        drawWords(painter, at, field.name);
        at.rx() += wordsWidth(laid.font, field.name + QLatin1Char(' '));
        QFont font = laid.font;
        font.setBold(field.strong);
        painter.setFont(font);
        painter.setPen(color(static_cast<Token>(field.token)));
        drawWords(painter, at, field.bytes);
    }
}

} // namespace gui

#include "moc_HeaderBytes.cpp"
