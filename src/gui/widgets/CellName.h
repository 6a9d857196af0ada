#pragma once

#include <QModelIndex>
#include <QString>

namespace gui {

/// What a screen reader says of a cell, for a model's Qt::AccessibleTextRole: its text and the tag behind it;
/// of one that shows nothing, that its column is empty here.
QString cellName(const QModelIndex& cell);

} // namespace gui
