#include "gui/widgets/TableDelegate.h"

#include "gui/Format.h"
#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Face.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gui {

namespace {

constexpr int kCellPadX = 8;
constexpr int kRowHeight = 36;
constexpr int kDotRoom = 17;
constexpr int kFaceSide = 26;
constexpr int kFaceRoom = 36;

struct CellLook {
    QFont font;
    QColor ink;
    Qt::TextElideMode elide;
    bool isStruck = false; ///< by a line of ours: that of a font is painted elsewhere where the painter moves
};

TextStyle styleOf(const QModelIndex& index) {
    return static_cast<TextStyle>(index.data(TextStyleRole).toInt());
}

RowTone rowToneOf(const QModelIndex& index) {
    return static_cast<RowTone>(index.siblingAtColumn(0).data(RowToneRole).toInt());
}

CellLook plainLookOf(const QModelIndex& index) {
    switch (styleOf(index)) {
    case TextStyle::Normal:
        return {roleFont(TextRole::Body), color(Token::Text), Qt::ElideRight};
    case TextStyle::Strong:
        return {roleFont(TextRole::Strong), color(Token::Text), Qt::ElideRight};
    case TextStyle::Muted:
        return {roleFont(TextRole::Body), color(Token::Text2), Qt::ElideRight};
    case TextStyle::Faint:
        return {roleFont(TextRole::Body), color(Token::Text3), Qt::ElideRight};
    case TextStyle::Mono:
        return {roleFont(TextRole::Mono), color(Token::Text), Qt::ElideMiddle};
    case TextStyle::MonoMuted:
        return {roleFont(TextRole::Mono), color(Token::Text2), Qt::ElideMiddle};
    case TextStyle::Amount:
        return {roleFont(TextRole::Mono), color(Token::Text), Qt::ElideLeft};
    case TextStyle::Good:
        return {roleFont(TextRole::Body), color(Token::Good), Qt::ElideRight};
    case TextStyle::Work:
        return {roleFont(TextRole::Body), color(Token::Work), Qt::ElideRight};
    case TextStyle::Bad:
        return {roleFont(TextRole::Body), color(Token::Bad), Qt::ElideRight};
    }
    return {roleFont(TextRole::Body), color(Token::Text), Qt::ElideRight};
}

bool isQuiet(RowTone tone) {
    return tone == RowTone::Faded || tone == RowTone::Lost;
}

/// A quiet row is no fainter than text may be that is to be read.                     Source:
/// WCAG 2.1, 1.4.3.
CellLook lookOf(const QModelIndex& index) {
    CellLook look = plainLookOf(index);
    const RowTone tone = rowToneOf(index);
    if (isQuiet(tone)) look.ink = color(Token::Text2);
    look.isStruck = tone == RowTone::Lost;
    return look;
}

/// What an empty cell could hold, while its row is pointed at or chosen.
QString shownText(const QModelIndex& index, bool marked) {
    const QString text = index.data().toString();
    return text.isEmpty() && marked ? index.data(PlaceholderRole).toString() : text;
}

bool isTagCell(const QModelIndex& index) {
    return index.data(TagKindRole).isValid() && index.data(TrailingTagRole).toString().isEmpty();
}

} // namespace

TableDelegate::TableDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

Qt::Alignment TableDelegate::alignment(const QModelIndex& index) const {
    const auto own = m_alignments.constFind(index.column());
    if (own != m_alignments.constEnd()) return *own;
    const QVariant fromModel = index.data(Qt::TextAlignmentRole);
    return fromModel.isValid() ? Qt::Alignment(fromModel.toInt()) : Qt::AlignLeft;
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const QString text = index.data().toString();
    double width = 2 * px(kCellPadX);
    if (isTagCell(index)) {
        if (!text.isEmpty()) width += tagSize(text).width();
    } else {
        width += wordsWidth(lookOf(index).font, text);
        const QString trailing = index.data(TrailingTagRole).toString();
        if (!trailing.isEmpty()) width += px(6) + tagSize(trailing).width();
    }
    if (!index.data(IconNameRole).toString().isEmpty()) width += px(24);
    if (index.data(DotRole).isValid()) width += px(kDotRoom);
    if (index.data(FaceRole).toBool()) width += px(kFaceRoom);
    return {static_cast<int>(width) + 2, px(kRowHeight)};
}

QRect TableDelegate::lineOf(const QRect& cell) {
    return {cell.topLeft(), QSize(cell.width(), std::min(cell.height(), px(kRowHeight)))};
}

void TableDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex& index) const {
    QStyleOptionViewItem line(option);
    line.rect = lineOf(option.rect);
    QStyledItemDelegate::updateEditorGeometry(editor, line, index);
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& whole,
                          const QModelIndex& index) const {
    QStyleOptionViewItem option(whole);
    option.rect = lineOf(whole.rect);
    painter->save();
    if (option.rect != whole.rect)
        painter->fillRect(QRect(whole.rect.left(), whole.rect.bottom(), whole.rect.width(), 1),
                          color(Token::Line));
    paintGround(painter, option, index);
    QRectF area = QRectF(option.rect).adjusted(px(kCellPadX), 0, -px(kCellPadX), 0);
    const QString iconName = index.data(IconNameRole).toString();
    if (!iconName.isEmpty()) {
        const double side = px(16);
        paintIcon(*painter, iconName, QRectF(area.left(), area.center().y() - side / 2, side, side),
                  lookOf(index).ink);
        area.setLeft(area.left() + px(24));
    }
    if (index.data(Qt::CheckStateRole).isValid()) {
        paintBox(painter, option, index);
        return painter->restore();
    }
    if (index.data(FaceRole).toBool()) {
        const double side = px(kFaceSide);
        const QString name = index.data().toString();
        paintFace(*painter, QRectF(area.left(), area.center().y() - side / 2, side, side), name,
                  tokenOfPerson(name));
        area.setLeft(area.left() + px(kFaceRoom));
    }
    const QVariant dot = index.data(DotRole);
    if (dot.isValid()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(static_cast<Token>(dot.toInt())));
        painter->drawEllipse(QPointF(area.left() + px(5), area.center().y()), px(4.5), px(4.5));
        area.setLeft(area.left() + px(kDotRoom));
    }
    const QString text = index.data().toString();
    if (isTagCell(index)) {
        if (!text.isEmpty()) {
            QRectF pill(QPointF(), tagSize(text).boundedTo(area.size()));
            pill.moveCenter(area.center());
            if (alignment(index) & Qt::AlignRight)
                pill.moveRight(area.right());
            else if (!(alignment(index) & Qt::AlignHCenter))
                pill.moveLeft(area.left());
            paintTag(*painter, pill, text, static_cast<TagKind>(index.data(TagKindRole).toInt()));
        }
    } else {
        paintText(painter, area, index, isMarked(option, index));
        paintPencil(painter, option, index);
    }
    painter->restore();
}

void TableDelegate::paintBox(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) {
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    QStyleOption box;
    box.rect = QRect(0, 0, px(18), px(18));
    box.rect.moveCenter(option.rect.center());
    box.state = QStyle::State_Enabled | (isOn ? QStyle::State_On : QStyle::State_Off);
    const QStyle* const style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
}

/// The whole cell is the box: nobody has to aim.
bool TableDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
    const QVariant check = index.data(Qt::CheckStateRole);
    if (!check.isValid() || !(index.flags() & Qt::ItemIsUserCheckable))
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const bool pressed = event->type() == QEvent::MouseButtonRelease &&
                         static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    if (!pressed) return false;
    return model->setData(index, check.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                          Qt::CheckStateRole);
}

bool TableDelegate::isMarked(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return index.row() == m_hoveredRow || (option.state & QStyle::State_Selected);
}

QRectF TableDelegate::pencilRect(const QRectF& cell, const QModelIndex& index) const {
    const double side = px(16);
    const QFont font = lookOf(index).font;
    const double text =
        wordsWidth(font, shownText(index, true)) + (index.data(DotRole).isValid() ? px(kDotRoom) : 0);
    const double room = cell.width() - 2 * px(kCellPadX) - side;
    const double left = cell.left() + px(kCellPadX) + std::clamp(text + px(6), 0.0, std::max(0.0, room));
    return {left, cell.center().y() - side / 2, side, side};
}

void TableDelegate::paintPencil(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    if (index.column() != m_pencilColumn || !isMarked(option, index)) return;
    if (!(index.flags() & Qt::ItemIsEditable)) return;
    paintIcon(*painter, QStringLiteral("edit"), pencilRect(option.rect, index), color(Token::Text2));
}

void TableDelegate::paintGround(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    const RowTone tone = rowToneOf(index);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || tone == RowTone::Accent)
        painter->fillRect(option.rect, color(Token::AccentSoft));
    else if (tone == RowTone::Bad)
        painter->fillRect(option.rect, color(Token::BadSoft));
    else if (index.row() == m_hoveredRow)
        painter->fillRect(option.rect, color(Token::Hover));
    if (selected && index.column() == 0) // colour is never the only sign
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          color(Token::Accent));
    const QVariant bar = index.data(BarRole);
    if (bar.isValid()) {
        const double width = (option.rect.width() - 2 * px(kCellPadX)) * std::clamp(bar.toDouble(), 0.0, 1.0);
        painter->fillRect(
            QRectF(option.rect.left() + px(kCellPadX), option.rect.bottom() - px(7), width, px(3)),
            color(Token::Accent));
    }
    if (index.row() + 1 < index.model()->rowCount(index.parent()))
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          color(Token::Line));
}

void TableDelegate::paintText(QPainter* painter, QRectF area, const QModelIndex& index, bool marked) const {
    CellLook look = lookOf(index);
    if (index.data().toString().isEmpty()) look.ink = color(Token::Text3); // a placeholder
    if (index.column() == m_pencilColumn && marked) area.setRight(area.right() - px(22));
    const QFontMetricsF metrics(look.font);
    const QString trailing = index.data(TrailingTagRole).toString();
    const QSizeF tag = trailing.isEmpty() ? QSizeF() : tagSize(trailing);
    const double room = area.width() - (trailing.isEmpty() ? 0 : tag.width() + px(6));
    const QString text = fittingWords(look.font, shownText(index, marked), room + 0.5, look.elide);
    const double width = wordsWidth(look.font, text);
    const double whole = width + (trailing.isEmpty() ? 0 : tag.width() + px(6));
    double x = area.left();
    if (alignment(index) & Qt::AlignRight) x = area.right() - whole;
    if (alignment(index) & Qt::AlignHCenter) x = area.center().x() - whole / 2;
    const double baseline = area.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    const bool isAmount = styleOf(index) == TextStyle::Amount;
    const qsizetype tail = isAmount ? Format::zeroTail(text) : 0;
    const QString strong = text.left(text.size() - tail);
    painter->setFont(look.font);
    painter->setPen(look.ink);
    drawWords(*painter, QPointF(x, baseline), isAmount ? monoGlyphs(strong) : strong);
    if (tail > 0) {
        painter->setPen(color(isQuiet(rowToneOf(index)) ? Token::Text2 : Token::Text3));
        drawWords(*painter, QPointF(x + wordsWidth(look.font, strong), baseline), text.right(tail));
    }
    if (look.isStruck && !index.data().toString().isEmpty()) {
        const double middle = baseline - metrics.strikeOutPos();
        painter->setPen(QPen(look.ink, std::max(metrics.lineWidth(), 1.0)));
        painter->drawLine(QPointF(x, middle), QPointF(x + width, middle));
    }
    if (trailing.isEmpty()) return;
    const QRectF pill(x + width + px(6), area.center().y() - tag.height() / 2, tag.width(), tag.height());
    paintTag(*painter, pill, trailing, static_cast<TagKind>(index.data(TagKindRole).toInt()));
}

void TableDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const auto* line = qobject_cast<QLineEdit*>(editor);
    if (line && line->isModified()) return;
    QStyledItemDelegate::setEditorData(editor, index);
}

bool TableDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                              const QModelIndex& index) {
    if (event->type() == QEvent::ToolTip && index.isValid() &&
        index.data(Qt::ToolTipRole).toString().isEmpty()) {
        const bool cut = sizeHint(option, index).width() > view->visualRect(index).width() + 2;
        const QString text = index.data().toString();
        QToolTip::showText(event->globalPos(), cut ? text : QString(), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace gui

#include "moc_TableDelegate.cpp"
