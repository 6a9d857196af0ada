#include "rest/rpc/ScanObjects.h"

#include "rest/rpc/RpcDescriptors.h"

namespace rest {

namespace {

constexpr std::uint32_t kLastIndexScanned = 1'000; ///< of a ranged descriptor, where none is named
constexpr std::size_t kMaxScanScripts = 100'000;   ///< looked for in one call

std::optional<RpcError> addScanScripts(ScanScripts& scripts, const JsonValue& item,
                                       const consensus::ChainParams& params) {
    const JsonValue* text = item.isObject() ? item.find("desc") : &item;
    if (text == nullptr)
        return RpcError{rpc::kBadParameter, QStringLiteral("Descriptor needs to be provided in scan object")};
    if (!text->isString())
        return RpcError{rpc::kBadParameter,
                        QStringLiteral("Scan object needs to be either a string or an object")};
    IndexRange range{0, kLastIndexScanned};
    if (const JsonValue* given = item.isObject() ? item.find("range") : nullptr) {
        const auto read = rangeOf(*given);
        if (!read) return read.error();
        range = *read;
    }
    const auto descriptors = descriptorsOf(text->text(), params, script::Descriptor::Checksum::Optional);
    if (!descriptors) return descriptors.error();
    for (const script::Descriptor& parsed : *descriptors) {
        const auto each = std::make_shared<const script::Descriptor>(parsed);
        const IndexRange indexes = each->isRanged() ? range : IndexRange();
        for (std::uint32_t index = indexes.first; index <= indexes.last; ++index) {
            const auto made = each->scriptsAt(index);
            if (!made)
                return RpcError{rpc::kNotFound, QStringLiteral("Cannot derive script without private keys")};
            for (const util::Bytes& script : *made)
                scripts.try_emplace(script, ScanOrigin{each, index});
            if (scripts.size() > kMaxScanScripts)
                return RpcError{
                    rpc::kBadParameter,
                    QStringLiteral("At most %1 scripts are looked for at once").arg(kMaxScanScripts)};
        }
    }
    return std::nullopt;
}

} // namespace

Result<std::optional<JsonValue>, RpcError> scanObjectsOf(const RpcCall& call) {
    const auto action = call.params.text(0);
    if (!action) return fail(action.error());
    if (*action == "status" || *action == "abort") {
        call.reply(*action == "status" ? QByteArray("null") : QByteArray("false"));
        return std::nullopt;
    }
    if (*action != "start")
        return fail(RpcError{
            rpc::kBadParameter,
            QStringLiteral("Invalid action '%1'").arg(QString::fromStdString(action->substr(0, 40)))});
    const JsonValue* objects = call.params.at(1);
    if (objects == nullptr)
        return fail(
            RpcError{rpc::kMisc, QStringLiteral("scanobjects argument is required for the start action")});
    return *objects;
}

Result<ScanScripts, RpcError> scanScriptsOf(const JsonValue& objects, const consensus::ChainParams& params) {
    ScanScripts scripts;
    for (const JsonValue& item : objects.items()) {
        if (auto error = addScanScripts(scripts, item, params)) return fail(std::move(*error));
    }
    return scripts;
}

} // namespace rest
