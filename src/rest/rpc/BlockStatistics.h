#pragma once

#include "explorer/ExplorerTypes.h"

#include <QByteArray>
#include <QStringList>

namespace rest {

/// What `getblockstats` tells of a block, all of it or the members wanted. Amounts are satoshi.
QByteArray blockStatistics(const explorer::BlockView& block,
                           const std::vector<explorer::TransactionView>& transactions,
                           const QStringList& wanted);

} // namespace rest
