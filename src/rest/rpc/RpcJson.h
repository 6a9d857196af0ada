#pragma once

#include "consensus/ChainParams.h"
#include "explorer/ExplorerTypes.h"
#include "rest/json/JsonWriter.h"

namespace rest {

// Objects as Bitcoin Core's JSON-RPC writes them: amounts in coins, scripts in Core's words.
/// `{"asm","desc","hex","address"?,"type"}`.
void writeScript(JsonWriter& json, util::ByteView script, const consensus::ChainParams& params);
/// The same inside an object that is open, with another descriptor.
void writeScriptFields(JsonWriter& json, util::ByteView script, const std::string& descriptor,
                       const consensus::ChainParams& params);
/// What every transaction object starts with, inside one that is open: ids, sizes, inputs, outputs. `spent`:
/// the outputs spent, one an input, shown as `prevout`; null: not shown.
void writeTransactionFields(JsonWriter& json, const primitives::Transaction& transaction,
                            const consensus::ChainParams& params,
                            const std::vector<explorer::InputView>* spent = nullptr);
/// The fields of `getblockheader`, inside an object that is open.
void writeHeaderFields(JsonWriter& json, const explorer::BlockView& view, const std::string& chainWork);
/// A number that stays one with a decimal point, for clients that tell integers from reals.
void writeReal(JsonWriter& json, std::string_view name, double number);
/// "main" and the like are what existing explorers know: the one whose rewards halve as ours do.
const char* chainNameOf(const consensus::ChainParams& params);

} // namespace rest
