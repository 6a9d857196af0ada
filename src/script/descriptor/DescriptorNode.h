#pragma once

#include "script/descriptor/DescriptorKey.h"

namespace script {

enum class DescriptorKind {
    Pk,
    Pkh,
    Wpkh,
    Sh,
    Wsh,
    Multi,
    SortedMulti,
    Combo,
    Raw,
    Addr,
    Tr,
    RawTr,
    MultiA,
    SortedMultiA,
};

/// One function of a descriptor, `name(…)`, with those inside it.
struct DescriptorNode {
    DescriptorKind kind = DescriptorKind::Raw;
    int threshold = 0;                    ///< of the multi family
    std::vector<DescriptorKey> keys;      ///< of tr: the internal key
    util::Bytes script;                   ///< of raw and addr
    std::vector<DescriptorNode> children; ///< of sh and wsh: one; of tr: the leaves from left to right
    std::vector<int> depths;              ///< of tr: one a leaf, how many braces it is in
};

/// The name of the function: "wpkh".
const char* toString(DescriptorKind kind);

/// Reads a descriptor without its checksum. `alternative`: which of every multipath step's to take.
Result<DescriptorNode, DescriptorError>
parseDescriptorNode(std::string_view text, const DescriptorFormat& format, std::size_t alternative);

} // namespace script
