#include "rest/rpc/TemplateJson.h"

#include "consensus/BlockRules.h"
#include "util/Hex.h"

#include <algorithm>

namespace rest {

namespace {

void writeTexts(JsonWriter& json, const char* name, std::initializer_list<const char*> texts) {
    json.key(name).beginArray();
    for (const char* text : texts)
        json.value(text);
    json.endArray();
}

void writeTransactions(JsonWriter& json, const MiningWork& work) {
    json.key("transactions").beginArray();
    const auto& transactions = work.work->block.transactions;
    for (std::size_t i = 1; i < transactions.size(); ++i) {
        const primitives::Transaction& transaction = *transactions[i];
        json.beginObject()
            .member("data", util::toHex(transaction.serialize()))
            .member("txid", transaction.txid())
            .member("hash", transaction.wtxid());
        json.key("depends").beginArray();
        for (const std::size_t number : work.depends[i - 1])
            json.value(number);
        json.endArray();
        json.member("fee", work.work->transactionFees[i].satoshi())
            .member("sigops", work.work->sigOpCosts[i])
            .member("weight", transaction.weight())
            .endObject();
    }
    json.endArray();
}

} // namespace

void writeBlockTemplate(JsonWriter& json, const MiningWork& work, const consensus::ChainParams& params,
                        std::int64_t now) {
    const mining::BlockTemplate& made = *work.work;
    // Never `coinbasetxn`: clients use it as it is, without the witness commitment that they would have to
    // add (BIP 145).
    json.beginObject();
    writeTexts(json, "capabilities", {"proposal"});
    json.member("version", made.block.header.version);
    writeTexts(json, "rules", {"csv", "!segwit", "taproot"});
    json.key("vbavailable").beginObject().endObject().member("vbrequired", 0);
    json.member("previousblockhash", made.block.header.previous);
    writeTransactions(json, work);
    json.key("coinbaseaux").beginObject().endObject();
    json.member("coinbasevalue", (made.subsidy + made.fees).satoshi());
    json.member("longpollid", std::string(work.longPollId().toStdString()));
    json.member("target", consensus::toHex(made.target)).member("mintime", made.minTime);
    writeTexts(json, "mutable", {"time", "transactions", "prevblock"});
    json.member("noncerange", "00000000ffffffff")
        .member("sigoplimit", consensus::kMaxBlockSigOpCost)
        .member("sizelimit", params.rules().maxBlockWeight)
        .member("weightlimit", params.rules().maxBlockWeight)
        .member("curtime", std::max(now, made.minTime))
        .member("bits", bitsText(made.block.header.bits))
        .member("height", made.height)
        .member("submitold", true)
        .member("default_witness_commitment",
                util::toHex(made.block.transactions.front()->outputs().back().scriptPubKey))
        .endObject();
}

} // namespace rest
