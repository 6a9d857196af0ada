#pragma once

#include "script/descriptor/DescriptorNode.h"
#include "script/descriptor/SpendingData.h"

namespace script {

/// The script of a node at an index; nothing when a hardened step would need a private key. Of every kind but
/// combo, which has several.
std::optional<util::Bytes> scriptAt(const DescriptorNode& node, std::uint32_t index);

/// Adds what spending the outputs of a descriptor's root takes. False as `scriptAt` gives nothing.
bool collectSpending(const DescriptorNode& root, std::uint32_t index, SpendingData& data);

} // namespace script
