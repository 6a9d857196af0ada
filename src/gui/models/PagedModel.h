#pragma once

#include <QAbstractTableModel>
#include <QTimer>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace gui {

/// A list of any length as a table, newest first: every row is there at once, but only some pages of rows are
/// in memory, and only what is looked at is asked for. What is not here yet is asked for a moment later; the
/// answer says which rows changed, and only those are painted again. Rows on top of others move nothing:
/// selection, scroll position and an open editor stay.
///
/// Things are kept by their place, counted from the oldest: it stays when others come. See PagedRows.
/// Thread: main.
class PagedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int kPageRows = 50;
    static constexpr std::size_t kMostPages = 50;

    [[nodiscard]] int placeOf(int row) const { return m_size - 1 - row; }
    [[nodiscard]] int rowOf(int place) const { return m_size - 1 - place; }
    [[nodiscard]] std::size_t pagesInMemory() const { return m_pages.size(); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

protected:
    explicit PagedModel(QObject* parent);

    /// Another list: forgets everything.
    void restart(int size);
    /// The list has `size` rows now, of which the `kept` oldest are those of before.
    void change(int kept, int size);
    /// Rows may have changed: those looked at last are asked for again, others when they are looked at.
    void renewPages();

    /// Asks for the rows of `page`: `count` of them from the place `first` on. The answer goes to
    /// PagedRows::answer with the same page and ticket.
    virtual void ask(int page, int first, int count, quint64 ticket) = 0;
    virtual void forgetPage(int page) = 0;
    virtual void forgetPages() = 0;

    /// Somebody looks at a page; one that is missing or old is asked for. `isHere`: the row looked at is in
    /// memory.
    void look(int page, bool isHere) const;
    /// True when an answer is waited for; it has come then.
    [[nodiscard]] bool isAwaited(int page, quint64 ticket);
    /// Places `first` to `last` look different now.
    void placesChanged(int first, int last, int firstColumn = 0, int lastColumn = -1);
    void dropOldPages();
    void loadMore();

private:
    struct Page {
        std::uint64_t used = 0;
        bool loading = false;
        bool old = false; ///< may have changed since it was asked for
    };
    void want(int page) const;

    mutable std::unordered_map<int, Page> m_pages; ///< by place / kPageRows
    mutable std::vector<int> m_wanted;             ///< the latest last
    mutable std::uint64_t m_uses = 0;
    mutable QTimer m_timer;
    int m_size = 0;
    int m_loading = 0;
    quint64 m_generation = 1; ///< answers to an earlier one are dropped
};

/// A PagedModel of rows of one kind. `Row` can be compared: equal rows look equal.
template <class Row>
class PagedRows : public PagedModel {
protected:
    explicit PagedRows(QObject* parent) : PagedModel(parent) {}

    /// Null while it is on its way.
    [[nodiscard]] const Row* rowAt(int row) const {
        if (row < 0 || row >= rowCount()) return nullptr;
        const int place = placeOf(row);
        const auto page = m_rows.find(place / kPageRows);
        const auto offset = static_cast<std::size_t>(place % kPageRows);
        const bool isHere = page != m_rows.end() && offset < page->second.size();
        look(place / kPageRows, isHere);
        return isHere ? &page->second[offset] : nullptr;
    }

    /// The oldest first. Fewer rows than asked for: those that are missing are asked for when they are looked
    /// at.
    void answer(int page, quint64 ticket, std::vector<Row> rows) {
        if (!isAwaited(page, ticket)) return;
        if (!rows.empty()) {
            std::vector<Row>& held = m_rows[page];
            const std::size_t both = std::min(held.size(), rows.size());
            std::size_t first = 0;
            while (first < both && held[first] == rows[first])
                ++first;
            std::size_t last = std::max(held.size(), rows.size());
            if (held.size() == rows.size())
                while (last > first && held[last - 1] == rows[last - 1])
                    --last;
            held = std::move(rows);
            dropOldPages();
            if (first < last)
                placesChanged(page * kPageRows + static_cast<int>(first),
                              page * kPageRows + static_cast<int>(last) - 1);
        }
        loadMore();
    }

    /// Calls `visit(Row&)`, which says whether it changed the row, for all rows in memory.
    template <class F>
    void visitRows(int firstColumn, int lastColumn, F visit) {
        for (auto& [page, rows] : m_rows) {
            int first = -1, last = -1;
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (!visit(rows[i])) continue;
                last = page * kPageRows + static_cast<int>(i);
                if (first < 0) first = last;
            }
            if (first >= 0) placesChanged(first, last, firstColumn, lastColumn);
        }
    }
    /// For what depends on the time, the tip, or on hiding.
    void columnsChanged(int firstColumn, int lastColumn) {
        visitRows(firstColumn, lastColumn, [](Row&) { return true; });
    }

    void forgetPage(int page) override { m_rows.erase(page); }
    void forgetPages() override { m_rows.clear(); }

private:
    std::unordered_map<int, std::vector<Row>> m_rows; ///< by page, the oldest first
};

} // namespace gui
