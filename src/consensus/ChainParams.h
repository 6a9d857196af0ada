#pragma once

#include "consensus/NetworkCard.h"
#include "consensus/Uint256.h"
#include "primitives/Block.h"
#include "script/Address.h"

#include <array>

namespace consensus {

/// A network as the node runs it: its card and what follows from it.
struct ChainParams {
    NetworkCard card;
    bool isRegtest = false; ///< Core's regtest: no retarget, its genesis and magic
    primitives::BlockRef genesis;
    primitives::BlockHash genesisHash;
    util::ByteArray<4> magic{}; ///< of block files
    Uint256 powLimit;
    script::AddressFormat addresses;

    [[nodiscard]] const Rules& rules() const { return card.rules; }
    [[nodiscard]] const std::string& name() const { return card.name; }
};

/// Genesis of a card: its coinbase commits to SHA-256 of the canonical rules (input script: push of the
/// message, push of the 32 bytes; one OP_RETURN output of value 0), bits are `initial_bits`, nonce 0. It
/// needs no work: it is defined, not mined. Needs: rules that `checkRules` accepts.
ChainParams paramsFromCard(const NetworkCard& card);
/// Bitcoin Core's regtest, byte for byte.
ChainParams regtestParams();

/// Three words from the genesis hash, to tell look-alike networks apart ("maple", "river", "otter").
std::array<std::string, 3> fingerprintWords(const primitives::BlockHash& genesis);

} // namespace consensus
