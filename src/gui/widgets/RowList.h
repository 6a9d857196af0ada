#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

namespace gui {

/// A table in memory whose rows follow those of another list: what stayed stays where it is, so that
/// selection and focus do, and only rows that look different are painted again. `Row` can be compared: equal
/// rows look equal.
template <class Row>
class RowList : public QAbstractTableModel {
public:
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    explicit RowList(QObject* parent) : QAbstractTableModel(parent) {}

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row& rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    void resetRows(std::vector<Row> next) {
        beginResetModel();
        m_rows = std::move(next);
        endResetModel();
    }

    /// `keyOf(row)`: what a row is about; rows of one key are the same thing. As many rows as before, of
    /// which none moved, are the same ones with other words.
    template <class Key>
    void followRows(std::vector<Row> next, Key keyOf) {
        const bool byPlace = next.size() == m_rows.size() && !hasMoved(next, keyOf);
        const auto isSame = [&](const Row& a, const Row& b) { return byPlace || keyOf(a) == keyOf(b); };
        putOnTop(next, isSame);
        std::size_t common = 0;
        while (common < std::min(m_rows.size(), next.size()) && isSame(m_rows[common], next[common]))
            ++common;
        if (common < m_rows.size()) {
            beginRemoveRows({}, at(common), at(m_rows.size()) - 1);
            m_rows.erase(m_rows.begin() + at(common), m_rows.end());
            endRemoveRows();
        }
        renew(next, common);
        if (common < next.size()) {
            beginInsertRows({}, at(common), at(next.size()) - 1);
            m_rows.insert(m_rows.end(), std::make_move_iterator(next.begin() + at(common)),
                          std::make_move_iterator(next.end()));
            endInsertRows();
        }
    }

    void appendRows(std::vector<Row> more) {
        if (more.empty()) return;
        beginInsertRows({}, at(m_rows.size()), at(m_rows.size() + more.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
        endInsertRows();
    }

    /// For what depends on the time, the tip, or on hiding.
    void columnsChanged(int first, int last, const QVector<int>& roles = {}) {
        if (!m_rows.empty())
            emit dataChanged(this->index(0, first), this->index(rowCount() - 1, last), roles);
    }

private:
    static int at(std::size_t row) { return static_cast<int>(row); }

    template <class Key>
    [[nodiscard]] bool hasMoved(const std::vector<Row>& next, Key keyOf) const {
        std::set<std::decay_t<decltype(keyOf(next.front()))>> keys;
        for (const Row& row : next)
            keys.insert(keyOf(row));
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            if (keyOf(m_rows[i]) != keyOf(next[i]) && keys.contains(keyOf(m_rows[i]))) return true;
        return false;
    }

    template <class Same>
    void putOnTop(const std::vector<Row>& next, Same isSame) {
        if (m_rows.empty()) return;
        const auto old =
            std::ranges::find_if(next, [&](const Row& row) { return isSame(m_rows.front(), row); });
        if (old == next.begin() || old == next.end()) return;
        beginInsertRows({}, 0, static_cast<int>(old - next.begin()) - 1);
        m_rows.insert(m_rows.begin(), next.begin(), old);
        endInsertRows();
    }

    void renew(const std::vector<Row>& next, std::size_t count) {
        std::size_t first = count, last = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_rows[i] == next[i]) continue;
            m_rows[i] = next[i];
            first = std::min(first, i);
            last = i;
        }
        if (first < count)
            emit dataChanged(this->index(at(first), 0), this->index(at(last), columnCount() - 1));
    }

    std::vector<Row> m_rows;
};

} // namespace gui
