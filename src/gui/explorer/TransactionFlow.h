#pragma once

#include "gui/explorer/ExplorerPane.h"
#include "gui/widgets/FlowDiagram.h"

#include "explorer/ExplorerTypes.h"

namespace gui {

/// Both sides of the picture of a transaction; a fee is the first end of the right side.
struct TransactionFlow {
    QVector<FlowEnd> inputs;
    QVector<FlowEnd> outputs;
};

TransactionFlow flowOf(const ExplorerPane& pane, const explorer::TransactionView& view);

} // namespace gui
