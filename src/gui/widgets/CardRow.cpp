#include "gui/widgets/CardRow.h"

#include "gui/theme/Theme.h"

#include <QLayout>
#include <QStyle>
#include <QVector>

#include <algorithm>
#include <memory>

namespace gui {

namespace {

constexpr int kCardGap = 16;

} // namespace

/// A line of cards, or a column of them.
class CardRowLayout : public QLayout {
public:
    CardRowLayout(int breakpoint, QWidget* parent) : QLayout(parent), m_breakpoint(breakpoint) {
        setContentsMargins(0, 0, 0, 0);
    }
    ~CardRowLayout() override {
        while (!m_cells.isEmpty())
            delete m_cells.takeLast().item;
    }
    void add(QWidget* card, int stretch) {
        addWidget(card);
        m_cells.last().stretch = std::max(1, stretch);
    }

    void addItem(QLayoutItem* item) override {
        m_cells.append({item, 1});
        invalidate();
    }
    [[nodiscard]] int count() const override { return static_cast<int>(m_cells.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_cells.value(index).item; }
    QLayoutItem* takeAt(int index) override {
        if (index < 0 || index >= count()) return nullptr;
        QLayoutItem* const item = m_cells.takeAt(index).item;
        invalidate();
        return item;
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return heightOf(width, preferred); }
    [[nodiscard]] int minimumHeightForWidth(int width) const override { return heightOf(width, least); }
    [[nodiscard]] Qt::Orientations expandingDirections() const override {
        Qt::Orientations all;
        for (const Cell& cell : shown())
            all |= cell.item->expandingDirections();
        return all | Qt::Horizontal;
    }
    [[nodiscard]] QSize sizeHint() const override {
        QSize whole;
        for (const Cell& cell : shown()) {
            const QSize one = cell.item->sizeHint().expandedTo(cell.item->minimumSize());
            whole = QSize(whole.width() + one.width() + (whole.isNull() ? 0 : px(kCardGap)),
                          std::max(whole.height(), one.height()));
        }
        return whole;
    }
    /// The width of one card, not of all: otherwise the row could never become narrow enough to be stacked.
    [[nodiscard]] QSize minimumSize() const override {
        QSize whole(0, 0);
        for (const Cell& cell : shown())
            whole = whole.expandedTo(cell.item->minimumSize());
        return whole;
    }
    [[nodiscard]] bool isStackedAt(int width) const {
        const QVector<Cell> cells = shown();
        int needed = px(kCardGap) * static_cast<int>(std::max<qsizetype>(0, cells.size() - 1));
        for (const Cell& cell : cells)
            needed += cell.item->minimumSize().width();
        return width < px(m_breakpoint) || width < needed;
    }
    void setGeometry(const QRect& area) override {
        QLayout::setGeometry(area);
        if (isStackedAt(area.width()))
            stack(area);
        else
            line(area);
    }

private:
    struct Cell {
        QLayoutItem* item = nullptr;
        int stretch = 1;
    };
    using Height = int (*)(QLayoutItem*, int);
    static int preferred(QLayoutItem* item, int width) {
        const int own = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        return std::max(own, item->minimumSize().height());
    }
    static int least(QLayoutItem* item, int width) {
        return item->hasHeightForWidth() ? item->minimumHeightForWidth(width) : item->minimumSize().height();
    }

    [[nodiscard]] QVector<Cell> shown() const {
        QVector<Cell> cells;
        for (const Cell& cell : m_cells)
            if (!cell.item->isEmpty()) cells.append(cell);
        return cells;
    }

    /// By their shares, but none narrower than it can be.
    [[nodiscard]] static QVector<int> widths(const QVector<Cell>& cells, int width) {
        QVector<int> out(cells.size(), -1);
        int room = width - px(kCardGap) * static_cast<int>(std::max<qsizetype>(0, cells.size() - 1));
        for (bool fixed = true; fixed;) {
            fixed = false;
            int shares = 0;
            for (qsizetype i = 0; i < cells.size(); ++i)
                shares += out[i] < 0 ? cells[i].stretch : 0;
            for (qsizetype i = 0; i < cells.size() && !fixed; ++i) {
                const int narrowest = cells[i].item->minimumSize().width();
                if (out[i] >= 0 || room * cells[i].stretch >= narrowest * shares) continue;
                out[i] = narrowest;
                room -= narrowest;
                fixed = true;
            }
        }
        int shares = 0;
        for (qsizetype i = 0; i < cells.size(); ++i)
            shares += out[i] < 0 ? cells[i].stretch : 0;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (out[i] >= 0) continue;
            out[i] = room * cells[i].stretch / shares;
            room -= out[i];
            shares -= cells[i].stretch;
        }
        return out;
    }

    [[nodiscard]] int heightOf(int width, Height height) const {
        const QVector<Cell> cells = shown();
        if (cells.isEmpty()) return 0;
        int high = 0;
        if (isStackedAt(width)) {
            for (const Cell& cell : cells)
                high += height(cell.item, width) + px(kCardGap);
            return high - px(kCardGap);
        }
        const QVector<int> parts = widths(cells, width);
        for (qsizetype i = 0; i < cells.size(); ++i)
            high = std::max(high, height(cells[i].item, parts[i]));
        return high;
    }

    void line(const QRect& area) {
        const QVector<Cell> cells = shown();
        const QVector<int> parts = widths(cells, area.width());
        int x = area.left();
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const QRect place(x, area.top(), parts[i], area.height());
            cells[i].item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), area, place));
            x += parts[i] + px(kCardGap);
        }
    }

    /// What is left over goes to those who grow, lists; what is missing is taken from them.
    void stack(const QRect& area) {
        const QVector<Cell> cells = shown();
        int left = 0;
        for (const Cell& cell : cells)
            left += cell.item->expandingDirections() & Qt::Vertical ? 1 : 0;
        int rest = area.height() - heightOf(area.width(), preferred);
        int y = area.top();
        for (const Cell& cell : cells) {
            int high = preferred(cell.item, area.width());
            if (left > 0 && (cell.item->expandingDirections() & Qt::Vertical)) {
                const int share = rest / left--;
                const int given = std::max(least(cell.item, area.width()), high + share) - high;
                rest -= given;
                high += given;
            }
            cell.item->setGeometry(QRect(area.left(), y, area.width(), high));
            y += high + px(kCardGap);
        }
    }

    QVector<Cell> m_cells; ///< items are owned
    int m_breakpoint;
};

CardRow::CardRow(int breakpoint, QWidget* parent)
    : QWidget(parent), m_layout(new CardRowLayout(breakpoint, this)) {}

void CardRow::add(QWidget* card, int stretch) {
    m_layout->add(card, stretch);
}

bool CardRow::isStacked() const {
    return m_layout->isStackedAt(width());
}

} // namespace gui

#include "moc_CardRow.cpp"
