#pragma once

#include "rest/rpc/RpcTypes.h"
#include "script/descriptor/Descriptor.h"

#include <map>
#include <memory>

namespace rest {

/// Where a script that is looked for comes from.
struct ScanOrigin {
    std::shared_ptr<const script::Descriptor> descriptor;
    std::uint32_t index = 0;
};
using ScanScripts = std::map<util::Bytes, ScanOrigin>;

/// What a call of the form (action, scanobjects, …) asks for. A scan is over before its answer, so there is
/// never one to ask after or to stop: those are answered here, and there is nothing to look for then.
/// Errors: Core's, for an action that is none and for missing objects.
Result<std::optional<JsonValue>, RpcError> scanObjectsOf(const RpcCall& call);

/// The scripts of `{"desc", "range"}` objects, or of descriptors alone.
/// Errors: Core's; more than 100 000 scripts in all.
Result<ScanScripts, RpcError> scanScriptsOf(const JsonValue& objects, const consensus::ChainParams& params);

} // namespace rest
