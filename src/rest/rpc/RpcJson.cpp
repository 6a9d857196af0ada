#include "rest/rpc/RpcJson.h"

#include "consensus/Target.h"
#include "script/Script.h"
#include "script/descriptor/Descriptor.h"
#include "util/Hex.h"

namespace rest {

namespace {

constexpr std::int32_t kRegtestHalving = 150;

void writeInput(JsonWriter& json, const primitives::TxIn& input, bool coinbase) {
    json.beginObject();
    if (coinbase) {
        json.member("coinbase", util::toHex(input.scriptSig));
    } else {
        json.member("txid", input.previous.txid).member("vout", input.previous.index);
        json.key("scriptSig")
            .beginObject()
            .member("asm", script::toUnlockingAsm(input.scriptSig))
            .member("hex", util::toHex(input.scriptSig))
            .endObject();
    }
    if (input.witness.empty()) return;
    json.key("txinwitness").beginArray();
    for (const util::Bytes& item : input.witness)
        json.value(util::toHex(item));
    json.endArray();
}

} // namespace

void writeScript(JsonWriter& json, util::ByteView script, const consensus::ChainParams& params) {
    json.beginObject();
    writeScriptFields(json, script, script::inferDescriptor(script, params.addresses), params);
    json.endObject();
}

void writeScriptFields(JsonWriter& json, util::ByteView script, const std::string& descriptor,
                       const consensus::ChainParams& params) {
    json.member("asm", script::toAsm(script)).member("desc", descriptor).member("hex", util::toHex(script));
    if (const auto address = script::toAddress(script, params.addresses)) json.member("address", *address);
    json.member("type", script::toString(script::outputTypeOf(script)));
}

void writeTransactionFields(JsonWriter& json, const primitives::Transaction& transaction,
                            const consensus::ChainParams& params,
                            const std::vector<explorer::InputView>* spent) {
    json.member("txid", transaction.txid())
        .member("hash", transaction.wtxid())
        .member("version", std::uint32_t(transaction.version()))
        .member("size", transaction.size())
        .member("vsize", transaction.vsize())
        .member("weight", transaction.weight())
        .member("locktime", transaction.lockTime());
    json.key("vin").beginArray();
    for (std::size_t i = 0; i < transaction.inputs().size(); ++i) {
        const primitives::TxIn& input = transaction.inputs()[i];
        writeInput(json, input, transaction.isCoinbase());
        if (spent != nullptr && i < spent->size() && (*spent)[i].spent) {
            const auto& output = (*spent)[i].spent->output;
            json.key("prevout").beginObject().member("value", output.value).key("scriptPubKey");
            writeScript(json, output.scriptPubKey, params);
            json.endObject();
        }
        json.member("sequence", input.sequence).endObject();
    }
    json.endArray().key("vout").beginArray();
    for (std::size_t i = 0; i < transaction.outputs().size(); ++i) {
        const primitives::TxOut& output = transaction.outputs()[i];
        json.beginObject().member("value", output.value).member("n", i).key("scriptPubKey");
        writeScript(json, output.scriptPubKey, params);
        json.endObject();
    }
    json.endArray();
}

void writeHeaderFields(JsonWriter& json, const explorer::BlockView& view, const std::string& chainWork) {
    json.member("hash", view.row.hash)
        .member("confirmations", view.row.inBestChain ? view.confirmations : -1)
        .member("height", view.row.height)
        .member("version", view.header.version)
        .member("versionHex", bitsText(std::uint32_t(view.header.version)))
        .member("merkleroot", view.header.merkleRoot)
        .member("time", view.header.time)
        .member("mediantime", view.medianTime)
        .member("nonce", view.header.nonce)
        .member("bits", bitsText(view.header.bits))
        .member("target",
                consensus::toHex(consensus::targetFromBits(view.header.bits).value_or(consensus::Uint256())));
    writeReal(json, "difficulty", view.difficulty);
    json.member("chainwork", chainWork).member("nTx", view.row.transactionCount);
    if (view.row.height > 0) json.member("previousblockhash", view.header.previous);
    if (view.next) json.member("nextblockhash", *view.next);
}

void writeReal(JsonWriter& json, std::string_view name, double number) {
    JsonWriter text;
    const QByteArray digits = text.value(number).take();
    const bool real = digits.contains('.') || digits.contains('e') || digits == "null";
    json.key(name).raw((real ? digits : digits + ".0").toStdString());
}

const char* chainNameOf(const consensus::ChainParams& params) {
    return params.isRegtest || params.rules().halvingInterval == kRegtestHalving ? "regtest" : "signet";
}

} // namespace rest
