#pragma once

#include <QAbstractItemModel>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace gui {

/// What a column said when it was read last. Ages ("5 min ago") are asked for every second, but painted anew
/// only when one of them reads differently.
class ColumnTexts {
public:
    /// Reads the rows `first` to `last`, as far as there are such; true when something else is written there
    /// than before.
    [[nodiscard]] bool changed(const QAbstractItemModel& model, int column, int first, int last) {
        QStringList now;
        for (int row = std::max(first, 0); row <= std::min(last, model.rowCount() - 1); ++row)
            now << model.index(row, column).data().toString();
        return std::exchange(m_texts, now) != now;
    }

private:
    QStringList m_texts;
};

} // namespace gui
