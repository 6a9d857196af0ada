#include "gui/widgets/FlowLayout.h"

#include "gui/theme/Theme.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace gui {

namespace {

/// Takes what is left of a line. Whose width is fixed takes none, whatever lies in it.
bool takesRest(const QLayoutItem* item) {
    const bool mayGrow = item->maximumSize().width() > item->minimumSize().width();
    return mayGrow && (item->expandingDirections() & Qt::Horizontal) != 0;
}

bool isShown(QLayoutItem* item) {
    return item->spacerItem() || !item->isEmpty();
}

} // namespace

struct FlowLayout::Line {
    std::vector<Place> places;
    int top = 0;
    int used = 0; ///< from the left edge, without a gap at the end
    int height = 0;
    int widgets = 0;
    bool atRight = false; ///< goes on with what stands at the right end
};

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    // One by one: a layout among them takes itself out of this one while it is deleted.
    while (!m_items.isEmpty())
        delete m_items.takeLast();
}

void FlowLayout::setGaps(int between, int lines) {
    m_between = between;
    m_lines = lines;
    invalidate();
}

void FlowLayout::setLineHeight(int height) {
    m_lineHeight = height;
    invalidate();
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
    invalidate();
}

void FlowLayout::addStretch() {
    addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum));
}

void FlowLayout::addLayout(QLayout* inner) {
    addChildLayout(inner);
    addItem(inner);
}

void FlowLayout::insertWidget(int index, QWidget* widget) {
    addWidget(widget);
    m_items.move(m_items.size() - 1, index);
    invalidate();
}

void FlowLayout::setGivesWay(QWidget* widget) {
    m_givesWay = widget;
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count()) return nullptr;
    QLayoutItem* const item = m_items.takeAt(index);
    if (QLayout* inner = item->layout(); inner && inner->parent() == this) inner->setParent(nullptr);
    invalidate();
    return item;
}

/// Shares the rest of the line among those who take it, and sets everyone upright.
void FlowLayout::closeLine(Line& line, int width, std::vector<Place>& out) const {
    const auto takers = std::ranges::count_if(line.places, takesRest, &Place::item);
    int rest = takers > 0 ? std::max(0, width - line.used) : 0;
    int left = static_cast<int>(takers);
    int moved = line.atRight && takers == 0 ? std::max(0, width - line.used) : 0;
    line.height = std::max(line.height, px(m_lineHeight));
    for (Place& place : line.places) {
        place.area.translate(moved, 0);
        if (takesRest(place.item) && left > 0) {
            const int share = rest / left--;
            rest -= share;
            moved += share;
            place.area.setWidth(place.area.width() + share);
        }
        place.area.moveTop(line.top + (line.height - place.area.height()) / 2);
        out.push_back(place);
    }
}

/// As they lie: who gives way comes last.
std::vector<QLayoutItem*> FlowLayout::shownItems(bool parted) const {
    std::vector<QLayoutItem*> shown;
    std::ranges::copy_if(m_items, std::back_inserter(shown), isShown);
    if (parted)
        std::ranges::stable_partition(shown,
                                      [this](QLayoutItem* item) { return item->widget() != m_givesWay; });
    return shown;
}

std::vector<FlowLayout::Place> FlowLayout::places(int width, int& height) const {
    std::vector<Place> out;
    Line line;
    bool stretched = false;
    const QMargins edge = contentsMargins();
    const bool parted = m_givesWay && sizeHint().width() > width + edge.left() + edge.right();
    for (QLayoutItem* item : shownItems(parted)) {
        const bool spacer = item->spacerItem() != nullptr;
        const bool apart = parted && item->widget() == m_givesWay;
        stretched = stretched || spacer;
        const QSize least = item->minimumSize();
        const QSize wanted = item->sizeHint().expandedTo(least).boundedTo(item->maximumSize());
        const int wide = std::max(least.width(), std::min(wanted.width(), width));
        int gap = line.widgets > 0 && !spacer ? px(m_between) : 0;
        if (line.widgets > 0 && !spacer && (apart || line.used + gap + wide > width)) {
            closeLine(line, width, out);
            line = Line{{}, line.top + line.height + px(m_lines), 0, 0, 0, stretched && !apart};
            gap = 0;
        }
        const int high = spacer                      ? 0
                         : item->hasHeightForWidth() ? item->heightForWidth(wide)
                                                     : wanted.height();
        line.places.push_back({item, QRect(line.used + gap, 0, wide, high)});
        line.used += gap + wide;
        line.height = std::max(line.height, high);
        line.widgets += spacer ? 0 : 1;
    }
    if (!line.places.empty()) closeLine(line, width, out);
    height = line.top + line.height;
    return out;
}

Qt::Orientations FlowLayout::expandingDirections() const {
    return std::ranges::any_of(m_items, takesRest) ? Qt::Horizontal : Qt::Orientations();
}

int FlowLayout::heightForWidth(int width) const {
    const QMargins edge = contentsMargins();
    int height = 0;
    (void)places(width - edge.left() - edge.right(), height);
    return height + edge.top() + edge.bottom();
}

/// All in one line.
QSize FlowLayout::sizeHint() const {
    int width = 0, height = px(m_lineHeight), widgets = 0;
    for (QLayoutItem* item : m_items) {
        if (!isShown(item) || item->spacerItem()) continue;
        const QSize wanted = item->sizeHint().expandedTo(item->minimumSize()).boundedTo(item->maximumSize());
        width += wanted.width() + (widgets++ > 0 ? px(m_between) : 0);
        height = std::max(height, wanted.height());
    }
    const QMargins edge = contentsMargins();
    return QSize(width, height).grownBy(edge);
}

/// The widest item alone.
QSize FlowLayout::minimumSize() const {
    QSize least(0, px(m_lineHeight));
    for (QLayoutItem* item : m_items)
        if (isShown(item) && !item->spacerItem()) least = least.expandedTo(item->minimumSize());
    return least.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    const QRect inner = area.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int height = 0;
    for (const Place& place : places(inner.width(), height))
        place.item->setGeometry(QStyle::visualRect(direction, inner, place.area.translated(inner.topLeft())));
}

} // namespace gui

#include "moc_FlowLayout.cpp"
