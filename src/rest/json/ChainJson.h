#pragma once

#include "consensus/Uint256.h"
#include "explorer/ExplorerTypes.h"
#include "rest/json/JsonWriter.h"

namespace rest {

/// One step of money from one address to another; "0" is the coinbase (as sender) and the miner's fee (as
/// recipient).
struct Transfer {
    std::string sender;
    std::string recipient;
    primitives::Amount amount;
};
/// The transaction's money as sender-to-recipient steps: inputs are used up by outputs and the fee in order,
/// so that sums over all transfers give every address its exact balance.
std::vector<Transfer> transfersOf(const explorer::TransactionView& view);

/// A transaction in the tutorial's words (sender, recipient, amount), with what is really in it beside them.
void writeTransaction(JsonWriter& json, const explorer::TransactionView& view);
/// The head of a block in the tutorial's words, up to but without its transactions; inside an object that is
/// open. `chainWork`: of the branch up to and with the block.
void writeBlockFields(JsonWriter& json, const explorer::BlockView& view, const consensus::Uint256& chainWork);

} // namespace rest
