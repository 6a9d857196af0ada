#pragma once

#include "explorer/ExplorerTypes.h"
#include "rest/json/JsonWriter.h"

namespace rest {

// Objects as Esplora writes them: amounts in satoshi, hashes in display order, scripts in rust-bitcoin's
// words.
void writeEsploraStatus(JsonWriter& json, const explorer::TxStatus& status);
void writeEsploraTransaction(JsonWriter& json, const explorer::TransactionView& view);
void writeEsploraBlock(JsonWriter& json, const explorer::BlockView& view);
/// The members of `chain_stats` and `mempool_stats`.
void writeEsploraStats(JsonWriter& json, const explorer::AddressSums& sums);
/// `{"spent":…}` with the spender where there is one.
void writeEsploraOutspend(JsonWriter& json, const std::optional<explorer::SpentBy>& spentBy);
void writeEsploraTransactions(JsonWriter& json, const std::vector<explorer::TransactionView>& views);

} // namespace rest
