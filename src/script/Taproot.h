#pragma once

#include "script/Machine.h"

namespace script {

/// The last element of a witness with at least two is its annex when it begins with this byte.
constexpr std::uint8_t kAnnexTag = 0x50;
/// The first byte of a control block is the leaf's version in these bits, and in the last one a parity.
constexpr std::uint8_t kLeafVersionMask = 0xfe;
/// Leaves of this version are tapscripts (BIP 342).
constexpr std::uint8_t kTapscriptLeaf = 0xc0;

// The hashes of BIP 341.
crypto::Hash256Bytes tapLeafHash(std::uint8_t leafVersion, util::ByteView script);
/// The smaller child is hashed first.
crypto::Hash256Bytes tapBranchHash(util::ByteView a, util::ByteView b);
/// What the internal key is tweaked with; `root` is empty where there are no scripts.
crypto::Hash256Bytes tapTweakHash(util::ByteView internalKey32, util::ByteView root);

/// Checks the witness of the input against a taproot output key (BIP 341): key path or script path.
Status verifyTaproot(const SpendContext& spend, util::ByteView outputKey32);

} // namespace script
