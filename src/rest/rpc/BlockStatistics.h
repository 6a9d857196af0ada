#pragma once

#include "explorer/ExplorerTypes.h"
#include "rest/rpc/RpcTypes.h"

#include <QByteArray>
#include <QStringList>

namespace rest {

/// What `getblockstats` tells of a block, all of it or the members wanted; a member that there is not is
/// refused. Amounts are satoshi.
RpcResult blockStatistics(const explorer::BlockView& block,
                          const std::vector<explorer::TransactionView>& transactions,
                          const QStringList& wanted);

} // namespace rest
