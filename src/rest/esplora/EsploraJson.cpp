#include "rest/esplora/EsploraJson.h"

#include "script/Script.h"
#include "script/Taproot.h"
#include "util/Hex.h"

namespace rest {

namespace {

void writeOutput(JsonWriter& json, const explorer::OutputView& view) {
    json.beginObject()
        .member("scriptpubkey", util::toHex(view.output.scriptPubKey))
        .member("scriptpubkey_asm", script::toEsploraAsm(view.output.scriptPubKey))
        .member("scriptpubkey_type", script::toEsploraString(view.type));
    if (!view.address.empty()) json.member("scriptpubkey_address", view.address);
    json.member("value", view.output.value.satoshi()).endObject();
}

/// The last thing a script pushes: a P2SH redeem script. Nothing when it does not end with a push.
std::optional<util::Bytes> lastPush(const util::Bytes& script) {
    script::OperationReader reader(script);
    std::optional<util::Bytes> last;
    while (const auto operation = reader.next()) {
        if (operation->isPushOfBytes())
            last = util::Bytes(operation->pushed.begin(), operation->pushed.end());
        else
            last.reset();
    }
    if (reader.broken()) return std::nullopt;
    return last;
}

/// The scripts that an input brings for a hash it spends.
void writeInnerScripts(JsonWriter& json, const explorer::InputView& view) {
    if (!view.spent) return;
    script::OutputType type = view.spent->type;
    if (type == script::OutputType::ScriptHash) {
        const auto redeem = lastPush(view.input.scriptSig);
        if (!redeem) return;
        json.member("inner_redeemscript_asm", script::toEsploraAsm(*redeem));
        type = script::outputTypeOf(*redeem);
    }
    const auto& witness = view.input.witness;
    if (type == script::OutputType::WitnessScriptHash && !witness.empty()) {
        json.member("inner_witnessscript_asm", script::toEsploraAsm(witness.back()));
    }
    if (type != script::OutputType::Taproot || witness.size() < 2) return;
    // A script path ends with the script and its control block; an annex may follow.
    const bool annex = !witness.back().empty() && witness.back().front() == script::kAnnexTag;
    const std::size_t parts = witness.size() - (annex ? 1 : 0);
    if (parts >= 2) json.member("inner_witnessscript_asm", script::toEsploraAsm(witness[parts - 2]));
}

void writeInput(JsonWriter& json, const explorer::InputView& view) {
    json.beginObject().member("txid", view.input.previous.txid).member("vout", view.input.previous.index);
    json.key("prevout");
    if (view.spent)
        writeOutput(json, *view.spent);
    else
        json.null();
    json.member("scriptsig", util::toHex(view.input.scriptSig))
        .member("scriptsig_asm", script::toEsploraAsm(view.input.scriptSig));
    if (!view.input.witness.empty()) {
        json.key("witness").beginArray();
        for (const util::Bytes& item : view.input.witness)
            json.value(util::toHex(item));
        json.endArray();
    }
    json.member("is_coinbase", view.isCoinbase).member("sequence", view.input.sequence);
    writeInnerScripts(json, view);
    json.endObject();
}

} // namespace

void writeEsploraStatus(JsonWriter& json, const explorer::TxStatus& status) {
    json.beginObject().member("confirmed", status.confirmed);
    if (status.confirmed) {
        json.member("block_height", status.height)
            .member("block_hash", status.block)
            .member("block_time", status.blockTime);
    }
    json.endObject();
}

void writeEsploraTransaction(JsonWriter& json, const explorer::TransactionView& view) {
    const primitives::Transaction& transaction = *view.transaction;
    json.beginObject()
        .member("txid", transaction.txid())
        .member("version", transaction.version())
        .member("locktime", transaction.lockTime());
    json.key("vin").beginArray();
    for (const auto& input : view.inputs)
        writeInput(json, input);
    json.endArray().key("vout").beginArray();
    for (const auto& output : view.outputs)
        writeOutput(json, output);
    json.endArray();
    json.member("size", transaction.size())
        .member("weight", transaction.weight())
        .member("fee", view.fee.satoshi());
    json.key("status");
    writeEsploraStatus(json, view.status);
    json.endObject();
}

void writeEsploraTransactions(JsonWriter& json, const std::vector<explorer::TransactionView>& views) {
    json.beginArray();
    for (const auto& view : views)
        writeEsploraTransaction(json, view);
    json.endArray();
}

void writeEsploraBlock(JsonWriter& json, const explorer::BlockView& view) {
    json.beginObject()
        .member("id", view.row.hash)
        .member("height", view.row.height)
        .member("version", view.header.version)
        .member("timestamp", view.header.time)
        .member("tx_count", view.row.transactionCount)
        .member("size", view.row.sizeBytes)
        .member("weight", view.row.weight)
        .member("merkle_root", view.header.merkleRoot);
    if (view.row.height > 0)
        json.member("previousblockhash", view.header.previous);
    else
        json.key("previousblockhash").null();
    json.member("mediantime", view.medianTime)
        .member("nonce", view.header.nonce)
        .member("bits", view.header.bits)
        .member("difficulty", view.difficulty)
        .endObject();
}

void writeEsploraStats(JsonWriter& json, const explorer::AddressSums& sums) {
    json.beginObject()
        .member("funded_txo_count", sums.fundedCount)
        .member("funded_txo_sum", sums.funded.satoshi())
        .member("spent_txo_count", sums.spentCount)
        .member("spent_txo_sum", sums.spent.satoshi())
        .member("tx_count", sums.transactionCount)
        .endObject();
}

void writeEsploraOutspend(JsonWriter& json, const std::optional<explorer::SpentBy>& spentBy) {
    json.beginObject().member("spent", spentBy.has_value());
    if (spentBy) {
        json.member("txid", spentBy->txid).member("vin", spentBy->input).key("status");
        writeEsploraStatus(json, spentBy->status);
    }
    json.endObject();
}

} // namespace rest
