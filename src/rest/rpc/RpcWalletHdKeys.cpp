// JSON-RPC: the extended keys of the wallet.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcDescriptors.h"
#include "rest/rpc/RpcFunding.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "wallet/Accounts.h"

#include <charconv>
#include <map>

namespace rest {

namespace {

// --- gethdkeys

/// An extended key, and where the wallet uses it.
struct UsedKey {
    bool hasSecret = false;
    std::optional<crypto::ExtendedPrivateKey> secret;
    std::vector<wallet::StoredDescriptor> rows;
};
using UsedKeys = std::map<std::string, UsedKey>; ///< by the public key's text

void addKeys(UsedKeys& keys, const script::DescriptorNode& node, const wallet::StoredDescriptor& row,
             bool hasSecret) {
    for (const script::DescriptorKey& key : node.keys) {
        const auto found = key.hdKey();
        if (!found) continue;
        UsedKey& entry = keys[found->text];
        entry.hasSecret = entry.hasSecret || hasSecret || found->secret;
        if (found->secret) entry.secret = found->secret;
        if (entry.rows.empty() || entry.rows.back().id != row.id) entry.rows.push_back(row);
    }
    for (const script::DescriptorNode& child : node.children)
        addKeys(keys, child, row, hasSecret);
}

/// The keys of the descriptors, private ones while it is unlocked.
UsedKeys keysOf(const wallet::Wallet& wallet, const consensus::ChainParams& params, bool onlyActive) {
    const std::vector<wallet::StoredDescriptor> rows = wallet.keychain().descriptors();
    const auto secrets = wallet.privateDescriptors();
    UsedKeys out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (onlyActive && !rows[i].isActive) continue;
        const bool isHeld = secrets && !(*secrets)[i].empty();
        const std::string_view text = isHeld ? std::string_view((*secrets)[i]) : rows[i].text;
        const auto parsed = script::Descriptor::parse(text, {params.addresses, {}});
        if (!parsed || parsed->size() != 1) continue; // what the wallet keeps is one descriptor a row
        addKeys(out, parsed->front().root(), rows[i], !secrets && rows[i].canSign);
    }
    return out;
}

RpcHandled getHdKeys(const RouteContext& context, const RpcCall& call) {
    const JsonValue options = call.params.has(0) ? *call.params.at(0) : JsonValue::object({});
    if (auto wrong = wrongMembers(
            options, {{"active_only", RpcType::Flag, kOptional}, {"private", RpcType::Flag, kOptional}},
            true))
        return fail(std::move(*wrong));
    const bool onlyActive = flagMember(options, "active_only", false);
    const bool withPrivate = flagMember(options, "private", false);
    return askWallet(
        context, call,
        [onlyActive, withPrivate, params = &context.node.params()](const wallet::Wallet& wallet,
                                                                   std::int32_t) -> RpcResult {
            if (withPrivate && wallet.isLocked()) return fail(walletIsLocked());
            JsonWriter json;
            json.beginArray();
            for (const auto& [text, key] : keysOf(wallet, *params, onlyActive)) {
                json.beginObject().member("xpub", text).member("has_private", key.hasSecret);
                if (withPrivate && key.secret) json.member("xprv", key.secret->toBase58());
                json.key("descriptors").beginArray();
                for (const wallet::StoredDescriptor& row : key.rows)
                    json.beginObject().member("desc", row.text).member("active", row.isActive).endObject();
                json.endArray().endObject();
            }
            return json.endArray().take();
        });
}

// --- derivehdkey

auto badPath(const char* sentence) {
    return fail(RpcError{rpc::kBadParameter, QString::fromLatin1(sentence)});
}

/// A step "44h"; nothing where it is none.
std::optional<std::uint32_t> stepOf(std::string_view text) {
    const bool isHardened = text.ends_with('h') || text.ends_with('\'') || text.ends_with('H');
    if (isHardened) text.remove_suffix(1);
    std::uint32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number >= crypto::kHardened)
        return std::nullopt;
    return isHardened ? number | crypto::kHardened : number;
}

/// "m/44h/1h/0h", with a hardened step at least.
Result<std::vector<std::uint32_t>, RpcError> pathOf(std::string_view text) {
    std::vector<std::uint32_t> out;
    if (text != "m" && !text.starts_with("m/")) return badPath("Invalid BIP32 keypath");
    while (text != "m" && !text.empty()) {
        text.remove_prefix(text.find('/') + 1);
        const auto step = stepOf(text.substr(0, text.find('/')));
        if (!step) return badPath("Invalid BIP32 keypath");
        out.push_back(*step);
        if (text.find('/') == std::string_view::npos) break;
    }
    if (std::ranges::none_of(out, [](std::uint32_t step) { return step >= crypto::kHardened; }))
        return badPath("Derivation path requires at least one hardened step");
    return out;
}

/// "[d34db33f/44h/1h/0h]".
std::string originOf(const crypto::ExtendedPrivateKey& master, const std::vector<std::uint32_t>& path) {
    return '[' + wallet::fingerprintOf(master) + script::DescriptorKey::steps(path, 'h') + ']';
}

struct HdKeyWish {
    std::vector<std::uint32_t> path;
    bool withPrivate = false;
    std::optional<std::string> from; ///< the key to start from
};

RpcResult derived(const wallet::Wallet& wallet, const HdKeyWish& wish) {
    constexpr std::size_t kMostSteps = 255;
    const auto refused = [](const char* sentence) {
        return fail(RpcError{rpc::kNotFound, QString::fromLatin1(sentence)});
    };
    if (wallet.isWatchOnly())
        return fail(
            RpcError{kWalletMisc, QStringLiteral("derivehdkey is not available for watch-only wallets")});
    if (wish.from && !crypto::ExtendedPublicKey::fromBase58(*wish.from))
        return refused("Unable to parse HD key. Please provide a valid xpub");
    const auto master = wallet.masterKey();
    if (!master && master.error().error == wallet::WalletError::Locked) return fail(walletIsLocked());
    if (!master) return refused("No active or unused(KEY) descriptor found");
    if (wish.from && *wish.from != master->publicKey().toBase58())
        return refused("HD key is not used by an active or unused(KEY) descriptor");
    const auto key = wish.path.size() <= kMostSteps ? master->derive(wish.path) : std::nullopt;
    if (!key) return badPath("Unable to derive HD key at the requested path");
    JsonWriter json;
    json.beginObject().member("origin", originOf(*master, wish.path));
    json.member("xpub", key->publicKey().toBase58());
    if (wish.withPrivate) json.member("xprv", key->toBase58());
    return json.endObject().take();
}

RpcHandled deriveHdKey(const RouteContext& context, const RpcCall& call) {
    const auto text = call.params.text(0);
    if (!text) return fail(text.error());
    auto path = pathOf(*text);
    if (!path) return fail(path.error());
    const JsonValue options = call.params.has(1) ? *call.params.at(1) : JsonValue::object({});
    if (auto wrong = wrongMembers(
            options, {{"private", RpcType::Flag, kOptional}, {"hdkey", RpcType::Text, kOptional}}, true))
        return fail(std::move(*wrong));
    HdKeyWish wish{std::move(*path), flagMember(options, "private", false), {}};
    if (const JsonValue* from = options.find("hdkey"); from != nullptr && from->isString())
        wish.from = from->text();
    return askWallet(context, call, [wish = std::move(wish)](const wallet::Wallet& wallet, std::int32_t) {
        return derived(wallet, wish);
    });
}

} // namespace

std::vector<RpcMethod> rpcWalletHdKeyMethods() {
    const char* group = "Wallet";
    return {
        {group,
         "derivehdkey",
         {{"path", RpcType::Text}, namedOptions("private|hdkey")},
         true,
         "The extended key that the wallet's words lead to along a path, and where it comes from.",
         deriveHdKey},
        {group,
         "gethdkeys",
         {namedOptions("active_only|private")},
         true,
         "The extended keys of the wallet, and the descriptors that use them.",
         getHdKeys},
    };
}

} // namespace rest
