#include "rest/json/ChainJson.h"

#include "consensus/Target.h"
#include "script/OutputType.h"
#include "util/Hex.h"

#include <algorithm>

namespace rest {

namespace {

constexpr const char* kNobody = "0"; ///< the tutorial's sender of new coins

std::string addressOf(const explorer::OutputView& output) {
    return output.address.empty() ? "script:" + util::toHex(output.output.scriptPubKey) : output.address;
}

bool isCoinbase(const explorer::TransactionView& view) {
    return view.inputs.size() == 1 && view.inputs[0].isCoinbase;
}

/// Sender, recipient and amount as one line: the first input's address, the first output that pays somebody
/// else, and what all others got.
Transfer summaryOf(const explorer::TransactionView& view) {
    Transfer out{kNobody, "", {}};
    std::vector<std::string> senders;
    for (const auto& input : view.inputs) {
        if (input.spent) senders.push_back(addressOf(*input.spent));
    }
    if (!senders.empty()) out.sender = senders.front();
    for (const auto& output : view.outputs) {
        if (output.output.value.satoshi() == 0 && output.address.empty()) continue;
        const std::string address = addressOf(output);
        if (std::ranges::find(senders, address) != senders.end()) continue;
        if (out.recipient.empty()) out.recipient = address;
        out.amount += output.output.value;
    }
    if (out.recipient.empty()) out.recipient = out.sender; // everything goes back
    return out;
}

void writeInputs(JsonWriter& json, const explorer::TransactionView& view) {
    json.key("inputs").beginArray();
    for (const auto& input : view.inputs) {
        if (input.isCoinbase) continue;
        json.beginObject()
            .member("txid", input.input.previous.txid)
            .member("vout", input.input.previous.index);
        if (input.spent) {
            json.member("address", input.spent->address);
            json.amount("amount", input.spent->output.value);
        }
        json.endObject();
    }
    json.endArray();
}

void writeOutputs(JsonWriter& json, const explorer::TransactionView& view) {
    json.key("outputs").beginArray();
    for (const auto& output : view.outputs) {
        json.beginObject().member("n", output.index).member("address", output.address);
        json.amount("amount", output.output.value)
            .member("type", script::toString(output.type))
            .member("spent", output.spentBy.has_value())
            .endObject();
    }
    json.endArray();
}

} // namespace

std::vector<Transfer> transfersOf(const explorer::TransactionView& view) {
    std::vector<Transfer> targets;
    for (const auto& output : view.outputs) {
        if (output.output.value.satoshi() > 0)
            targets.push_back({"", addressOf(output), output.output.value});
    }
    if (isCoinbase(view)) {
        for (Transfer& target : targets)
            target.sender = kNobody;
        return targets;
    }
    if (view.fee.satoshi() > 0) targets.push_back({"", kNobody, view.fee});
    std::vector<Transfer> out;
    std::size_t at = 0;
    for (const auto& input : view.inputs) {
        if (!input.spent) continue;
        primitives::Amount left = input.spent->output.value;
        while (left.satoshi() > 0 && at < targets.size()) {
            const primitives::Amount step = std::min(left, targets[at].amount);
            out.push_back({addressOf(*input.spent), targets[at].recipient, step});
            left -= step;
            targets[at].amount -= step;
            if (targets[at].amount.satoshi() == 0) ++at;
        }
    }
    return out;
}

void writeTransaction(JsonWriter& json, const explorer::TransactionView& view) {
    const Transfer summary = summaryOf(view);
    const primitives::Transaction& transaction = *view.transaction;
    json.beginObject().member("sender", summary.sender).member("recipient", summary.recipient);
    json.amount("amount", summary.amount)
        .member("txid", transaction.txid())
        .member("wtxid", transaction.wtxid());
    json.amount("fee", view.fee)
        .member("vsize", transaction.vsize())
        .member("weight", transaction.weight())
        .member("locktime", transaction.lockTime());
    writeInputs(json, view);
    writeOutputs(json, view);
    json.key("transfers").beginArray();
    for (const Transfer& transfer : transfersOf(view)) {
        json.beginObject().member("sender", transfer.sender).member("recipient", transfer.recipient);
        json.amount("amount", transfer.amount).endObject();
    }
    json.endArray().endObject();
}

void writeBlockFields(JsonWriter& json, const explorer::BlockView& view,
                      const consensus::Uint256& chainWork) {
    json.member("index", view.row.height)
        .member("height", view.row.height)
        .member("timestamp", view.header.time)
        .member("proof", view.header.nonce)
        .member("previous_hash", view.header.previous)
        .member("hash", view.row.hash)
        .member("version", view.header.version)
        .member("merkle_root", view.header.merkleRoot)
        .member("bits", bitsText(view.header.bits))
        .member("difficulty", view.difficulty)
        .member("nonce", view.header.nonce)
        .member("size", view.row.sizeBytes)
        .member("weight", view.row.weight)
        .member("tx_count", view.row.transactionCount)
        .member("mediantime", view.medianTime)
        .member("chainwork", consensus::toHex(chainWork))
        .member("confirmations", view.confirmations);
}

} // namespace rest
