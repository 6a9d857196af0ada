#include "gui/explorer/BytesView.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace gui {

namespace {

constexpr int kMost = 48; // fields that are painted; the table has them all
constexpr int kByteHeight = 42;
constexpr int kByteGap = 5;
constexpr int kBytePad = 8;
constexpr int kMeaning = 58;
constexpr int kByteHead = 12; // of long hex: digits at either end

} // namespace

BytesView::BytesView(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    m_table->setColumns({{tr("Field"), TextStyle::Strong},
                         {tr("At byte"), TextStyle::Muted, true},
                         {tr("Bytes"), TextStyle::Muted, true},
                         {tr("Hex"), TextStyle::Mono},
                         {tr("Meaning"), TextStyle::Normal}});
    setAccessibleName(tr("Every byte"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(this, &Picture::itemHovered, this, qOverload<>(&QWidget::update));
}

void BytesView::setFields(const QVector<ByteField>& fields) {
    m_fields = fields;
    m_heights.clear();
    QVector<QStringList> rows;
    qsizetype at = 0;
    for (const ByteField& field : m_fields) {
        rows << QStringList{field.name, Format::count(at), Format::count(field.size()), field.hex,
                            field.meaning};
        at += field.size();
    }
    m_table->setRows(rows);
    renew();
    updateGeometry();
    itemsChanged();
}

QAbstractItemModel* BytesView::tableModel() {
    return m_table;
}

QSize BytesView::sizeHint() const {
    return {px(400), heightForWidth(px(400))};
}

QSize BytesView::minimumSizeHint() const {
    return {px(240), px(2 * kByteHeight + kMeaning)};
}

QString BytesView::shownHex(int item) const {
    return Format::shortened(m_fields[item].hex, kByteHead, kByteHead);
}

double BytesView::widthOf(int item) const {
    const double name = wordsWidth(roleFont(TextRole::Small), m_fields[item].name);
    const double hex = wordsWidth(roleFont(TextRole::Mono), shownHex(item));
    return std::max(name, hex) + 2 * px(kBytePad);
}

int BytesView::heightForWidth(int width) const {
    // Layouts ask for the same few widths with everything that changes around this.
    const auto known = m_heights.constFind(width);
    return known != m_heights.constEnd() ? *known : *m_heights.insert(width, lay(width).height);
}

/// From left to right, line by line.
BytesView::Laid BytesView::lay(int width) const {
    Laid laid;
    double x = 0, y = 2;
    const auto count = std::min<qsizetype>(m_fields.size(), kMost);
    for (int i = 0; i < count; ++i) {
        const double wide = std::min<double>(widthOf(i), width);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += px(kByteHeight + kByteGap);
        }
        laid.places.append(QRectF(x, y, wide, px(kByteHeight)));
        x += wide + px(kByteGap);
    }
    laid.height = static_cast<int>(y) + px(kByteHeight + 10 + kMeaning) + 2;
    return laid;
}

void BytesView::renew() {
    m_laid = lay(width());
}

void BytesView::resizeEvent(QResizeEvent* event) {
    Picture::resizeEvent(event);
    renew();
}

void BytesView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) {
        m_heights.clear();
        renew();
    }
    Picture::changeEvent(event);
}

QString BytesView::itemText(int item) const {
    const ByteField& field = m_fields[item];
    return tr("%1, %n byte(s): %2", nullptr, static_cast<int>(field.size())).arg(field.name, field.meaning);
}

int BytesView::neighbour(int item, int key) const {
    if (key == Qt::Key_Left) return item - 1;
    if (key == Qt::Key_Right) return item + 1 < itemCount() ? item + 1 : -1;
    return Picture::neighbour(item, key);
}

void BytesView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < itemCount(); ++i)
        paintField(painter, i);
    paintMeaning(painter);
    paintItemFocus(painter, px(6));
}

void BytesView::paintField(QPainter& painter, int item) const {
    const ByteField& field = m_fields[item];
    const QRectF area = m_laid.places[item];
    const bool marked = item == hoveredItem() || (hoveredItem() < 0 && item == currentItem());
    painter.setPen(marked                                      ? QPen(color(Token::Accent), 2)
                   : theme().kind() == ThemeKind::HighContrast ? QPen(color(Token::Line), 1)
                                                               : QPen(Qt::NoPen));
    painter.setBrush(color(field.ground));
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), px(6), px(6));
    const double left = area.left() + px(kBytePad);
    const double room = area.width() - 2 * px(kBytePad) + 1;
    const QFontMetricsF small(roleFont(TextRole::Small));
    painter.setFont(roleFont(TextRole::Small));
    painter.setPen(color(Token::Text2));
    drawWords(painter, QPointF(left, area.top() + px(6) + small.ascent()),
              fittingWords(painter.font(), field.name, room));
    painter.setFont(roleFont(TextRole::Mono));
    painter.setPen(color(Token::Text));
    drawWords(painter, QPointF(left, area.bottom() - px(8)),
              fittingWords(painter.font(), shownHex(item), room, Qt::ElideMiddle));
}

void BytesView::paintMeaning(QPainter& painter) const {
    const QRectF area(0, m_laid.height - px(kMeaning) - 2, width(), px(kMeaning));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Sunken));
    painter.drawRoundedRect(area, px(8), px(8));
    const int item = hoveredItem() >= 0 ? hoveredItem() : currentItem();
    const QRectF inner = area.adjusted(px(12), px(8), -px(12), -px(8));
    if (item < 0 || item >= m_fields.size()) {
        painter.setFont(roleFont(TextRole::Body));
        painter.setPen(color(Token::Text2));
        const bool more = m_fields.size() > itemCount();
        painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap,
                         more ? tr("Point at a field to read what it says. The table has the %n field(s) "
                                   "that are not shown here.",
                                   nullptr, static_cast<int>(m_fields.size()) - itemCount())
                              : tr("Point at a field, or walk with the arrow keys, to read what it says."));
        return;
    }
    const ByteField& field = m_fields[item];
    const QFontMetricsF strong(roleFont(TextRole::Strong));
    painter.setFont(roleFont(TextRole::Strong));
    painter.setPen(color(Token::Text));
    const double baseline = inner.top() + strong.ascent();
    drawWords(painter, QPointF(inner.left(), baseline), field.name);
    painter.setFont(roleFont(TextRole::Body));
    painter.setPen(color(Token::Text2));
    QString size = tr("%n byte(s)", nullptr, static_cast<int>(field.size()));
    if (field.isWitness) size += QStringLiteral(" · ") + tr("each counts a quarter");
    drawWords(painter, QPointF(inner.left() + strong.horizontalAdvance(field.name) + px(8), baseline), size);
    const QFontMetricsF body(roleFont(TextRole::Body));
    drawWords(painter, QPointF(inner.left(), inner.bottom() - body.descent()),
              body.elidedText(field.meaning, Qt::ElideMiddle, inner.width()));
}

} // namespace gui

#include "moc_BytesView.cpp"
