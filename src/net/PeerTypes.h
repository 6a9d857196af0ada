#pragma once

#include "consensus/Reject.h"
#include "net/wire/Messages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace net {

/// What this node gives: all blocks, with their witness.
constexpr std::uint64_t kLocalServices =
    wire::kServiceNetwork | wire::kServiceWitness | wire::kServiceNetworkLimited;

/// A peer for as long as the program runs. 0: nobody.
using PeerId = std::uint64_t;

/// What is known of a peer that has shaken hands; its link tells it once.
struct PeerFacts {
    bool dialledIn = false;
    bool isPolled = false; ///< speaks HTTP only: it is asked, and gets no announcements
    bool isLoopback = false;
    std::int32_t protocol = wire::kProtocolVersion;
    std::uint64_t services = 0;
    std::int32_t startHeight = 0; ///< a claim
    bool relaysTransactions = true;
    bool wtxidRelay = false; ///< BIP 339
    std::string userAgent;

    [[nodiscard]] bool givesWitness() const { return (services & wire::kServiceWitness) != 0; }
};

/// What a peer did that lets its link end. Penalties decides the price.
enum class Misbehaviour {
    MalformedMessage,
    OversizeMessage,
    TooManyMessages, ///< above what it was told or allowed
    InvalidHeader,
    HeadersDoNotConnect,
    LowWorkHeaders, ///< its second pass did not repeat the first
    InvalidBlock,
    MutatedBlock,
    InvalidTransaction, ///< breaks a rule of the chain
    BadCompactBlock,
    BadRequest, ///< asks for what cannot be, as a transaction beyond a block's end
    WrongNetwork,
    BloomFilter,
    // No fault, but no use either.
    Stalls,        ///< holds up the download
    NoAnswer,      ///< to headers, ping or handshake
    ReadsNothing,  ///< what it asked for piles up
    NothingToGive, ///< its chain has less work than ours for long
    NotNeeded,     ///< its slot is given to another
    StoppedByUser,
};

/// For a link: write this message.
struct SendMessage {
    PeerId peer = 0;
    wire::Message message;
};
/// For a link: read this block from the store and write it; `notfound` where it is not there. In its place
/// among the messages.
struct ServeBlock {
    PeerId peer = 0;
    primitives::BlockHash hash;
    bool withWitness = true;
};
/// For a link: end it.
struct DropPeer {
    PeerId peer = 0;
    Misbehaviour reason = Misbehaviour::MalformedMessage;
    std::optional<consensus::Rejection> rejection; ///< the rule broken
};
/// What of a peer was new here and kept.
enum class Gift { Block, Transaction };
/// For a link: its peer is of use.
struct NoteGift {
    PeerId peer = 0;
    Gift gift = Gift::Block;
};
using PeerOrder = std::variant<SendMessage, ServeBlock, DropPeer, NoteGift>;

/// What the parts of the node's side of the links want done, in order. Thread: node.
class PeerOutbox {
public:
    void send(PeerId peer, wire::Message message) {
        m_orders.emplace_back(SendMessage{peer, std::move(message)});
    }
    void serve(PeerId peer, const primitives::BlockHash& hash, bool withWitness) {
        m_orders.emplace_back(ServeBlock{peer, hash, withWitness});
    }
    void drop(PeerId peer, Misbehaviour reason, std::optional<consensus::Rejection> rejection = {}) {
        m_orders.emplace_back(DropPeer{peer, reason, std::move(rejection)});
    }
    void noteGift(PeerId peer, Gift gift) { m_orders.emplace_back(NoteGift{peer, gift}); }
    [[nodiscard]] std::vector<PeerOrder> take() { return std::exchange(m_orders, {}); }

private:
    std::vector<PeerOrder> m_orders;
};

} // namespace net
