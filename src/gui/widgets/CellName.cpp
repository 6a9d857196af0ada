#include "gui/widgets/CellName.h"

#include "gui/widgets/TableRoles.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct CellNameWords {
    Q_DECLARE_TR_FUNCTIONS(gui::CellName)
};

} // namespace

QString cellName(const QModelIndex& cell) {
    if (!cell.isValid()) return {};
    QStringList said;
    for (const int role : {int(Qt::DisplayRole), int(TrailingTagRole)}) {
        const QString text = cell.data(role).toString();
        if (!text.trimmed().isEmpty()) said << text;
    }
    if (!said.isEmpty()) return said.join(QStringLiteral(", "));
    const QString head = cell.model()->headerData(cell.column(), Qt::Horizontal).toString();
    return head.isEmpty() ? CellNameWords::tr("nothing") : CellNameWords::tr("%1: nothing").arg(head);
}

} // namespace gui
