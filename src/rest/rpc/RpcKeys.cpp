// JSON-RPC: keys that the caller brings along, and nothing of a wallet.
#include "crypto/Ripemd160.h"
#include "crypto/Sha256.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcSpending.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "script/SignedMessage.h"
#include "script/Wif.h"
#include "script/descriptor/DescriptorChecksum.h"
#include "util/Hex.h"

#include <algorithm>

namespace rest {

namespace {

constexpr std::size_t kMaxCombined = 100;

// --- messages

Result<script::WifKey, RpcError> privateKeyOf(const std::string& text, const RouteContext& context) {
    auto key = script::keyFromWif(text, context.node.params().addresses);
    if (!key) return fail(RpcError{rpc::kNotFound, QStringLiteral("Invalid private key")});
    return std::move(*key);
}

RpcHandled signMessageWithPrivKey(const RouteContext& context, const RpcCall& call) {
    const auto text = call.params.text(0);
    if (!text) return fail(text.error());
    const auto message = call.params.text(1);
    if (!message) return fail(message.error());
    const auto key = privateKeyOf(*text, context);
    if (!key) return fail(key.error());
    const auto signature = script::signMessage(key->key, key->isCompressed, *message);
    const QByteArray bytes(reinterpret_cast<const char*>(signature.data()), qsizetype(signature.size()));
    call.reply(JsonWriter().value(bytes.toBase64().toStdString()).take());
    return {};
}

RpcHandled verifyMessage(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    if (!address) return fail(address.error());
    const auto signature = call.params.text(1);
    if (!signature) return fail(signature.error());
    const auto message = call.params.text(2);
    if (!message) return fail(message.error());
    const auto script = script::scriptFromAddress(*address, context.node.params().addresses);
    if (!script) return fail(RpcError{rpc::kNotFound, QStringLiteral("Invalid address")});
    if (script::outputTypeOf(*script) != script::OutputType::PubKeyHash)
        return fail(RpcError{rpc::kType, QStringLiteral("Address does not refer to key")});
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray::fromStdString(*signature),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || signature->size() % 4 != 0)
        return fail(RpcError{rpc::kType, QStringLiteral("Malformed base64 encoding")});
    const QByteArray& plain = *decoded;
    const util::Bytes bytes(plain.begin(), plain.end());
    const auto signer = script::signerOf(*message, bytes);
    call.reply(JsonWriter().value(signer && script::pubKeyHashScript(*signer) == *script).take());
    return {};
}

// --- createmultisig

enum class MultisigForm { Legacy, Nested, Witness };

Result<std::vector<util::Bytes>, RpcError> publicKeysOf(const JsonValue& list) {
    std::vector<util::Bytes> out;
    for (const JsonValue& item : list.items()) {
        if (auto wrong = wrongType(item, RpcType::Text)) return fail(std::move(*wrong));
        const auto shown = QString::fromStdString(item.text().substr(0, 140));
        auto bytes = util::fromHex(item.text());
        if (!bytes || (bytes->size() != 33 && bytes->size() != 65))
            return fail(RpcError{
                rpc::kNotFound,
                QStringLiteral("Pubkey \"%1\" must have a length of either 33 or 65 bytes").arg(shown)});
        if (!crypto::PublicKey::parse(*bytes))
            return fail(RpcError{
                rpc::kNotFound, QStringLiteral("Pubkey \"%1\" must be cryptographically valid.").arg(shown)});
        out.push_back(std::move(*bytes));
    }
    return out;
}

Result<util::Bytes, RpcError> multisigScript(std::int64_t wanted, const std::vector<util::Bytes>& keys) {
    const auto refuse = [](const QString& sentence) { return fail(RpcError{rpc::kBadParameter, sentence}); };
    if (wanted < 1)
        return refuse(QStringLiteral("a multisignature address must require at least one key to redeem"));
    if (std::int64_t(keys.size()) < wanted)
        return refuse(QStringLiteral("not enough keys supplied (got %1 keys, but need at least %2 to redeem)")
                          .arg(keys.size())
                          .arg(wanted));
    if (std::int64_t(keys.size()) > script::kMaxMultiSigKeys)
        return refuse(QStringLiteral("Number of keys involved in the multisignature address creation > %1\n"
                                     "Reduce the number")
                          .arg(script::kMaxMultiSigKeys));
    script::ScriptBuilder builder;
    builder.number(wanted);
    for (const util::Bytes& key : keys)
        builder.push(key);
    return builder.number(std::int64_t(keys.size())).op(script::Opcode::CheckMultiSig).take();
}

struct MultisigOutput {
    util::Bytes script;
    std::string descriptor; ///< without checksum
};

MultisigOutput multisigOutput(const util::Bytes& redeem, const std::string& inner, MultisigForm form) {
    if (form == MultisigForm::Legacy)
        return {script::scriptHashScript(crypto::hash160(redeem)), "sh(" + inner + ')'};
    const util::Bytes program = script::witnessScript(0, crypto::sha256(redeem));
    if (form == MultisigForm::Witness) return {program, "wsh(" + inner + ')'};
    return {script::scriptHashScript(crypto::hash160(program)), "sh(wsh(" + inner + "))"};
}

Result<MultisigForm, RpcError> multisigFormOf(const RpcCall& call) {
    const auto name = call.params.text(2, "legacy");
    if (!name) return fail(name.error());
    if (*name == "legacy") return MultisigForm::Legacy;
    if (*name == "p2sh-segwit") return MultisigForm::Nested;
    if (*name == "bech32") return MultisigForm::Witness;
    if (*name == "bech32m")
        return fail(RpcError{rpc::kNotFound,
                             QStringLiteral("createmultisig cannot create bech32m multisig addresses")});
    return fail(RpcError{
        rpc::kNotFound,
        QStringLiteral("Unknown address type '%1'").arg(QString::fromStdString(name->substr(0, 40)))});
}

RpcHandled createMultisig(const RouteContext& context, const RpcCall& call) {
    const auto wanted = call.params.integer(0);
    if (!wanted) return fail(wanted.error());
    const auto keys = publicKeysOf(*call.params.at(1));
    if (!keys) return fail(keys.error());
    const auto asked = multisigFormOf(call);
    if (!asked) return fail(asked.error());
    const auto redeem = multisigScript(*wanted, *keys);
    if (!redeem) return fail(redeem.error());
    const bool hasLong = std::ranges::any_of(*keys, [](const auto& key) { return key.size() != 33; });
    const MultisigForm form = hasLong ? MultisigForm::Legacy : *asked;
    if (form == MultisigForm::Legacy && redeem->size() > script::kMaxElementSize)
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("redeemScript exceeds size limit: %1 > %2")
                                                     .arg(redeem->size())
                                                     .arg(script::kMaxElementSize)});
    std::string inner = "multi(" + std::to_string(*wanted);
    for (const util::Bytes& key : *keys)
        inner += ',' + util::toHex(key);
    const MultisigOutput output = multisigOutput(*redeem, inner + ')', form);
    JsonWriter json;
    json.beginObject()
        .member("address",
                script::toAddress(output.script, context.node.params().addresses).value_or(std::string()))
        .member("redeemScript", util::toHex(*redeem))
        .member("descriptor", output.descriptor + '#' +
                                  script::descriptorChecksum(output.descriptor).value_or(std::string()));
    if (form != *asked)
        json.key("warnings")
            .beginArray()
            .value(
                "Unable to make chosen address type, please ensure no uncompressed public keys are present.")
            .endArray();
    call.reply(json.endObject().take());
    return {};
}

// --- signrawtransactionwithkey, combinerawtransaction

/// Every input once more, with what the ring and the other forms of it give.
primitives::Transaction completed(const primitives::Transaction& transaction, const SpentCoins& spent,
                                  const wallet::KeyRing& ring, std::uint32_t hashType,
                                  const std::vector<primitives::TransactionRef>& others) {
    const std::vector<primitives::TxOut> outputs = outputsOf(spent);
    const script::SigHashCache cache(transaction, outputs);
    const bool knowsAll =
        std::ranges::all_of(spent, [](const auto& coin) { return coin.has_value() && coin->knowsAmount; });
    const wallet::SigningTask task{transaction, outputs, cache, knowsAll};
    primitives::TransactionParts parts = transaction.parts();
    for (std::size_t i = 0; i < spent.size(); ++i) {
        if (!spent[i]) continue;
        std::vector<primitives::TxIn> earlier;
        for (const auto& other : others)
            earlier.push_back(other->inputs()[i]);
        parts.inputs[i] = wallet::signedInput(task, i, ring, hashType, earlier);
    }
    return primitives::Transaction(std::move(parts));
}

/// A witness signs the amount, too.
RpcHandled checkAmounts(const primitives::Transaction& made, const SpentCoins& spent) {
    for (std::size_t i = 0; i < spent.size(); ++i) {
        if (!spent[i] || spent[i]->knowsAmount || made.inputs()[i].witness.empty()) continue;
        const auto& outpoint = made.inputs()[i].previous;
        return fail(RpcError{rpc::kType, QStringLiteral("Missing amount for %1:%2")
                                             .arg(QString::fromStdString(outpoint.txid.toHex()))
                                             .arg(outpoint.index)});
    }
    return {};
}

RpcHandled signRawTransactionWithKey(const RouteContext& context, const RpcCall& call) {
    const auto transaction = call.params.transaction(0);
    if (!transaction) return fail(transaction.error());
    auto ring = std::make_shared<wallet::KeyRing>();
    for (const JsonValue& item : call.params.at(1)->items()) {
        if (auto wrong = wrongType(item, RpcType::Text)) return fail(std::move(*wrong));
        auto key = privateKeyOf(item.text(), context);
        if (!key) return fail(key.error());
        ring->add(std::move(key->key), key->isCompressed);
    }
    auto told = toldCoinsOf(call.params.at(2), ring.get());
    if (!told) return fail(told.error());
    const auto hashType = sigHashTypeOf(call, 3);
    if (!hashType) return fail(hashType.error());
    const auto gathered = context.node.chain().ask(
        [transaction = *transaction, told = std::move(*told)](const node::ChainView& view) {
            return spentBy(view, *transaction, told);
        });
    call.then(context, gathered,
              [context, call, transaction = *transaction, ring, type = *hashType](const SpentCoins& spent) {
                  call.ask(context, [=](explorer::ExplorerQueries&) -> RpcResult {
                      const auto made = completed(*transaction, spent, *ring, type, {transaction});
                      if (auto known = checkAmounts(made, spent); !known) return fail(known.error());
                      return signedJson(made, spent);
                  });
              });
    return {};
}

/// The same but for what signs it.
primitives::TxId unsignedId(const primitives::Transaction& transaction) {
    primitives::TransactionParts parts = transaction.parts();
    for (primitives::TxIn& input : parts.inputs) {
        input.scriptSig.clear();
        input.witness.clear();
    }
    return primitives::Transaction(std::move(parts)).txid();
}

Result<std::vector<primitives::TransactionRef>, RpcError> formsOf(const JsonValue& list) {
    std::vector<primitives::TransactionRef> out;
    for (std::size_t i = 0; i < list.items().size(); ++i) {
        const JsonValue& item = list.items()[i];
        if (auto wrong = wrongType(item, RpcType::Text)) return fail(std::move(*wrong));
        auto transaction = transactionFromHex(item.text());
        if (!transaction)
            return fail(RpcError{
                rpc::kDecode,
                QStringLiteral("TX decode failed for tx %1. Make sure the tx has at least one input.")
                    .arg(i)});
        out.push_back(std::move(*transaction));
    }
    if (out.size() < 2 || out.size() > kMaxCombined)
        return fail(RpcError{
            rpc::kDecode, out.size() < 2
                              ? QStringLiteral("Missing transactions. At least two transactions required.")
                              : QStringLiteral("At most %1 transactions are combined.").arg(kMaxCombined)});
    for (std::size_t i = 1; i < out.size(); ++i) {
        if (unsignedId(*out[i]) != unsignedId(*out.front()))
            return fail(RpcError{
                rpc::kBadParameter,
                QStringLiteral("Transaction number %1 not compatible with first transaction").arg(i + 1)});
    }
    return out;
}

RpcHandled combineRawTransaction(const RouteContext& context, const RpcCall& call) {
    auto forms = formsOf(*call.params.at(0));
    if (!forms) return fail(forms.error());
    const auto gathered = context.node.chain().ask(
        [first = forms->front()](const node::ChainView& view) { return spentBy(view, *first, {}); });
    call.then(context, gathered, [context, call, forms = std::move(*forms)](const SpentCoins& spent) {
        if (!std::ranges::all_of(spent, [](const auto& coin) { return coin.has_value(); }))
            return call.reply(
                fail(RpcError{rpc::kVerify, QStringLiteral("Input not found or already spent")}));
        call.ask(context, [forms, spent](explorer::ExplorerQueries&) -> RpcResult {
            const auto made = completed(*forms.front(), spent, wallet::KeyRing(), script::SigHashAll, forms);
            return JsonWriter().value(util::toHex(made.serialize())).take();
        });
    });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcKeyMethods() {
    const char* raw = "Rawtransactions";
    const char* util = "Util";
    return {
        {raw,
         "combinerawtransaction",
         {{"txs", RpcType::Array}},
         false,
         "One transaction with the signatures of several forms of it.",
         combineRawTransaction},
        {raw,
         "signrawtransactionwithkey",
         {{"hexstring", RpcType::Text},
          {"privkeys", RpcType::Array},
          {"prevtxs", RpcType::Array, kOptional},
          {"sighashtype", RpcType::Text, kOptional}},
         false,
         "Signs what the given keys can, and says which inputs are missing something. The keys are "
         "forgotten.",
         signRawTransactionWithKey},
        {util,
         "createmultisig",
         {{"nrequired", RpcType::Integer},
          {"keys", RpcType::Array},
          {"address_type", RpcType::Text, kOptional}},
         false,
         "An address from which so many of these public keys pay together.",
         createMultisig},
        {util,
         "signmessagewithprivkey",
         {{"privkey", RpcType::Text}, {"message", RpcType::Text}},
         false,
         "A signature in base64 that shows who has the key of a P2PKH address. The key is forgotten.",
         signMessageWithPrivKey},
        {util,
         "verifymessage",
         {{"address", RpcType::Text}, {"signature", RpcType::Text}, {"message", RpcType::Text}},
         false,
         "Whether the owner of a P2PKH address signed a message.",
         verifyMessage},
    };
}

} // namespace rest
