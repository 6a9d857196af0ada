// JSON-RPC: the descriptors of the wallet, and addresses of every kind.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcDescriptors.h"
#include "rest/rpc/RpcFunding.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "rest/rpc/RpcWalletHistory.h"

#include "script/descriptor/DescriptorChecksum.h"

#include <array>

namespace rest {

namespace {

constexpr int kOutOfKeys = -12;
constexpr std::uint32_t kUsualRange = 1'000; ///< of a ranged descriptor that comes without a range

struct TypeName {
    const char* name;
    wallet::AddressType type;
};
constexpr std::array<TypeName, wallet::kAddressTypes> kTypeNames = {{
    {"legacy", wallet::AddressType::Legacy},
    {"p2sh-segwit", wallet::AddressType::P2shSegwit},
    {"bech32", wallet::AddressType::Bech32},
    {"bech32m", wallet::AddressType::Bech32m},
}};

// --- addresses ---

Result<std::optional<wallet::AddressType>, RpcError> typeOf(const RpcParams& params, std::size_t index) {
    if (!params.has(index)) return std::nullopt;
    const auto name = params.text(index);
    if (!name) return fail(name.error());
    if (const auto type = addressTypeOf(*name)) return type;
    return fail(RpcError{
        rpc::kNotFound,
        QStringLiteral("Unknown address type '%1'").arg(QString::fromStdString(name->substr(0, 40)))});
}

/// It hands out none of that type, or none at all.
RpcHandled tellNoAddress(const RouteContext& context, const RpcCall& call,
                         std::optional<wallet::AddressType> type) {
    return askWallet(context, call, [type](const wallet::Wallet& wallet, std::int32_t) -> RpcResult {
        const auto& rows = wallet.keychain().descriptors();
        if (std::ranges::none_of(rows, &wallet::StoredDescriptor::isActive))
            return fail(RpcError{kWalletMisc, QStringLiteral("Error: This wallet has no available keys")});
        const auto* const name =
            std::ranges::find(kTypeNames, type.value_or(wallet::kUsualType), &TypeName::type);
        return fail(RpcError{
            kOutOfKeys, QStringLiteral("Error: No %1 addresses available.").arg(QLatin1String(name->name))});
    });
}

auto addressReply(const RouteContext& context, const RpcCall& call, std::optional<wallet::AddressType> type) {
    return [context, call, type](const node::WalletAccess::Reply<wallet::WalletAddress>& made) {
        if (!made) return call.reply(fail(noWallet()));
        if (*made) return call.reply(JsonWriter().value((*made)->address).take());
        if (made->error().error == wallet::WalletError::NoAddress)
            return void(tellNoAddress(context, call, type));
        call.reply(fail(walletNotWritten(made->error().error)));
    };
}

RpcHandled getNewAddress(const RouteContext& context, const RpcCall& call) {
    const auto label = labelOf(call.params, 0, "");
    const auto type = typeOf(call.params, 1);
    if (!label) return fail(label.error());
    if (!type) return fail(type.error());
    call.then(context, walletOf(context, call).newReceiveAddress(*label, *type),
              addressReply(context, call, *type));
    return {};
}

RpcHandled getRawChangeAddress(const RouteContext& context, const RpcCall& call) {
    const auto type = typeOf(call.params, 0);
    if (!type) return fail(type.error());
    call.then(context, walletOf(context, call).newChangeAddress(*type), addressReply(context, call, *type));
    return {};
}

RpcHandled keypoolRefill(const RouteContext& context, const RpcCall& call) {
    const auto size = call.params.integer(0, kUsualRange);
    if (!size) return fail(size.error());
    call.then(context, walletOf(context, call).watchAhead(std::uint32_t(*size)),
              [reply = call.reply](const node::WalletAccess::Reply<void>& done) {
                  if (!done) return reply(fail(noWallet()));
                  if (!*done) return reply(fail(walletNotWritten(done->error().error)));
                  reply(JsonWriter().null().take());
              });
    return {};
}

// --- signmessage ---

RpcHandled signMessage(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    const auto message = call.params.text(1);
    if (!address) return fail(address.error());
    if (!message) return fail(message.error());
    return askWallet(
        context, call,
        [address = *address, message = *message,
         script = script::scriptFromAddress(*address, context.node.params().addresses)](
            const wallet::Wallet& wallet, std::int32_t) -> RpcResult {
            if (wallet.isLocked()) return fail(walletIsLocked());
            if (!script) return fail(RpcError{rpc::kNotFound, QStringLiteral("Invalid address")});
            const auto made = wallet.signMessage(*script, message, wallet::MessageStyle::Compact);
            if (!made && made.error().error == wallet::WalletError::Locked) return fail(walletIsLocked());
            if (!made) return fail(RpcError{kWalletMisc, QStringLiteral("Private key not available")});
            if (!*made) return fail(RpcError{rpc::kType, QStringLiteral("Address does not refer to key")});
            return JsonWriter().value(**made).take();
        });
}

// --- listdescriptors ---

void writeDescriptor(JsonWriter& json, const wallet::StoredDescriptor& row, const std::string& text,
                     bool isRanged) {
    json.beginObject().member("desc", text).member("timestamp", std::max<std::int64_t>(row.birth, 1));
    json.member("active", row.isActive);
    if (row.isActive) json.member("internal", row.chain == wallet::KeyChain::Change);
    if (isRanged) {
        json.key("range").beginArray().value(0).value(row.rangeEnd - 1).endArray();
        json.member("next", row.next).member("next_index", row.next);
    }
    json.endObject();
}

std::string withChecksum(std::string text) {
    const auto checksum = script::descriptorChecksum(text);
    return std::move(text) + '#' + checksum.value_or(std::string());
}

/// By their text, as Core lists them.
RpcResult listOf(const wallet::Wallet& wallet, const std::string& name, bool isPrivate) {
    std::map<std::string, wallet::StoredDescriptor> shown;
    const auto rows = wallet.keychain().descriptors();
    if (isPrivate && wallet.isWatchOnly())
        return fail(RpcError{kWalletMisc, QStringLiteral("Can't get private descriptor string for watch-only "
                                                         "wallets")});
    if (isPrivate) {
        const auto secrets = wallet.privateDescriptors();
        if (!secrets) return fail(walletIsLocked());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const crypto::SecretString& own = (*secrets)[i];
            shown.emplace(own.empty() ? rows[i].text : withChecksum({own.begin(), own.end()}), rows[i]);
        }
    } else {
        for (const wallet::StoredDescriptor& row : rows)
            shown.emplace(row.text, row);
    }
    JsonWriter json;
    json.beginObject().member("wallet_name", name).key("descriptors").beginArray();
    for (const auto& [text, row] : shown)
        writeDescriptor(json, row, text, wallet.keychain().descriptor(row.id).isRanged());
    return json.endArray().endObject().take();
}

RpcHandled listDescriptors(const RouteContext& context, const RpcCall& call) {
    const auto isPrivate = call.params.flag(0, false);
    if (!isPrivate) return fail(isPrivate.error());
    const auto status = walletOf(context, call).status();
    return askWallet(context, call,
                     [isPrivate = *isPrivate, name = status->name.toStdString()](const wallet::Wallet& wallet,
                                                                                 std::int32_t) {
                         return listOf(wallet, name, isPrivate);
                     });
}

// --- importdescriptors ---

/// One request of a call: what is to be imported, or what is wrong with it.
struct ImportRequest {
    std::optional<RpcError> error;
    std::vector<std::string> warnings;
    wallet::DescriptorImport import;
    bool looksBack = false;
};

RpcError badImport(const char* sentence) {
    return {rpc::kBadParameter, QString::fromLatin1(sentence)};
}

Result<std::int64_t, RpcError> timestampOf(const JsonValue& item, std::int64_t now) {
    const JsonValue* const given = item.find("timestamp");
    if (given == nullptr || given->isNull())
        return fail(RpcError{rpc::kType, QStringLiteral("Missing required timestamp field for key")});
    if (given->isString() && given->text() == "now") return now;
    if (const auto number = given->integer()) return std::max<std::int64_t>(*number, 1);
    return fail(RpcError{rpc::kType, QStringLiteral("Expected number or \"now\" timestamp value for key. got "
                                                    "type %1")
                                         .arg(QLatin1String(given->typeName()))});
}

bool flagOf(const JsonValue& item, std::string_view name) {
    const JsonValue* const given = item.find(name);
    return given != nullptr && given->isBool() && given->flag();
}

/// The range and the next index of a ranged descriptor.
std::optional<RpcError> readRange(ImportRequest& out, const JsonValue& item, bool isRanged) {
    const JsonValue* const range = item.find("range");
    if (!isRanged && range != nullptr)
        return badImport("Range should not be specified for an un-ranged descriptor");
    if (!isRanged) return {};
    out.import.rangeEnd = kUsualRange;
    std::uint32_t first = 0;
    if (range != nullptr) {
        const auto read = rangeOf(*range);
        if (!read) return read.error();
        first = read->first;
        out.import.rangeEnd = read->last + 1;
    } else {
        out.warnings.emplace_back("Range not given, using default keypool range");
    }
    out.import.next = first;
    if (const JsonValue* const next = item.find("next_index")) {
        const auto number = next->integer();
        if (!number || *number < first || *number >= out.import.rangeEnd)
            return badImport("next_index is out of range");
        out.import.next = std::uint32_t(*number);
    }
    return {};
}

std::optional<RpcError> readImport(ImportRequest& out, const JsonValue& item,
                                   const consensus::ChainParams& params, std::int64_t now) {
    const JsonValue* const text = item.find("desc");
    if (text == nullptr || !text->isString()) return badImport("Descriptor not found.");
    const auto time = timestampOf(item, now);
    if (!time) return time.error();
    const auto parsed = descriptorsOf(text->text(), params, script::Descriptor::Checksum::Required);
    if (!parsed) return parsed.error();
    const std::string_view given = text->text();
    out.import.text.reserve(std::max<std::size_t>(given.size(), 64));
    out.import.text.append(given);
    out.import.birth = *time;
    out.looksBack = *time < now;
    out.import.isActive = flagOf(item, "active");
    const bool isChange = flagOf(item, "internal");
    if (isChange) out.import.chain = wallet::KeyChain::Change;
    const bool isRanged = parsed->front().isRanged();
    if (parsed->size() > 1 && item.find("internal") != nullptr)
        return RpcError{rpc::kNotFound,
                        QStringLiteral("Cannot have multipath descriptor while also specifying "
                                       "'internal'")};
    if (auto error = readRange(out, item, isRanged)) return error;
    if (out.import.isActive && !isRanged) return badImport("Active descriptors must be ranged");
    const JsonValue* const label = item.find("label");
    if (label != nullptr && isRanged) return badImport("Ranged descriptors should not have a label");
    if (label != nullptr && isChange) return badImport("Internal addresses should not have a label");
    if (label != nullptr && label->isString()) out.import.label = label->text();
    return {};
}

RpcError importRefused(wallet::ImportError error) {
    using enum wallet::ImportError;
    switch (error) {
    case NoPrivateKeys:
        return {kWalletMisc, QStringLiteral("Cannot import descriptor without private keys to a wallet with "
                                            "private keys enabled")};
    case PrivateKeys:
        return {kWalletMisc,
                QStringLiteral("Cannot import private keys to a wallet with private keys disabled")};
    case Hardened:
        return {kWalletMisc,
                QStringLiteral("Hardened steps behind a public key, or at the end, cannot be "
                               "followed while the wallet is locked; the descriptor is refused.")};
    case CannotBeActive:
        return {kWalletMisc,
                QStringLiteral("Combo descriptors, and those without addresses, cannot be set to "
                               "active")};
    case Malformed:
        break;
    }
    return {rpc::kNotFound, QStringLiteral("This is no descriptor of this network.")};
}

void writeOutcome(JsonWriter& json, const ImportRequest& request, const std::optional<RpcError>& error) {
    json.beginObject().member("success", !error.has_value());
    if (!request.warnings.empty()) {
        json.key("warnings").beginArray();
        for (const std::string& each : request.warnings)
            json.value(each);
        json.endArray();
    }
    if (error)
        json.key("error")
            .beginObject()
            .member("code", error->code)
            .member("message", error->message)
            .endObject();
    json.endObject();
}

using ImportReply = node::WalletAccess::Reply<std::vector<wallet::ImportOutcome>>;

RpcResult importsAnswer(std::vector<ImportRequest>& requests, const ImportReply& made) {
    if (!made) return fail(noWallet());
    if (!*made) {
        if (made->error().error == wallet::WalletError::Locked) return fail(walletIsLocked());
        return fail(walletNotWritten(made->error().error));
    }
    JsonWriter json;
    json.beginArray();
    std::size_t next = 0;
    for (ImportRequest& request : requests) {
        std::optional<RpcError> error = request.error;
        if (!error) {
            const wallet::ImportOutcome& outcome = (**made)[next++];
            if (outcome.error) error = importRefused(*outcome.error);
            if (outcome.lacksKeys)
                request.warnings.emplace_back(
                    "Not all private keys provided. Some wallet functionality may return unexpected errors");
        }
        writeOutcome(json, request, error);
    }
    return json.endArray().take();
}

RpcHandled importDescriptors(const RouteContext& context, const RpcCall& call) {
    const std::int64_t now = context.node.chain().status()->medianTime;
    auto requests = std::make_shared<std::vector<ImportRequest>>();
    std::vector<wallet::DescriptorImport> imports;
    std::optional<std::int64_t> oldest;
    for (const JsonValue& item : call.params.at(0)->items()) {
        if (auto wrong = wrongType(item, RpcType::Object)) return fail(*wrong);
        ImportRequest& request = requests->emplace_back();
        request.error = readImport(request, item, context.node.params(), now);
        if (request.error) continue;
        if (request.looksBack) oldest = std::min(oldest.value_or(now), request.import.birth);
        imports.push_back(request.import);
    }
    call.then(
        context, walletOf(context, call).importDescriptors(std::move(imports), oldest),
        [reply = call.reply, requests](const ImportReply& made) { reply(importsAnswer(*requests, made)); });
    return {};
}

} // namespace

std::optional<wallet::AddressType> addressTypeOf(const std::string& name) {
    const auto* const found = std::ranges::find(kTypeNames, name, &TypeName::name);
    return found != kTypeNames.end() ? std::optional(found->type) : std::nullopt;
}

std::vector<RpcMethod> rpcWalletKeyMethods() {
    const char* group = "Wallet";
    const char* wallet = "wallet";
    return {
        {group,
         "getnewaddress",
         {{"label", RpcType::Text, kOptional}, {"address_type", RpcType::Text, kOptional}},
         true,
         "A fresh address: bech32, or of the kind asked for (legacy, p2sh-segwit, bech32, bech32m).",
         getNewAddress,
         wallet},
        {group,
         "getrawchangeaddress",
         {{"address_type", RpcType::Text, kOptional}},
         true,
         "A fresh address for change, of one of the same kinds.",
         getRawChangeAddress,
         wallet},
        {group,
         "importdescriptors",
         {{"requests", RpcType::Array}},
         true,
         "Takes descriptors into the wallet (desc, timestamp, active, range, next_index, internal, label "
         "each) and "
         "looks for what came to them; answers when that is done.",
         importDescriptors},
        {group,
         "keypoolrefill",
         {{"newsize", RpcType::Integer, kOptional, nullptr, 1, 1'000'000}},
         true,
         "Watches so many addresses ahead of each descriptor.",
         keypoolRefill,
         wallet},
        {group,
         "listdescriptors",
         {{"private", RpcType::Flag, kOptional}},
         true,
         "The descriptors of the wallet, with private keys if wanted.",
         listDescriptors},
        {group,
         "signmessage",
         {{"address", RpcType::Text}, {"message", RpcType::Text}},
         true,
         "Signs a message with the key of an address (BIP 137).",
         signMessage,
         "spend"},
    };
}

} // namespace rest
