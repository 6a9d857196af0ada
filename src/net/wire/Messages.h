#pragma once

#include "primitives/Block.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// Bitcoin's messages between nodes as plain values, version 70016. Source: the protocol as Bitcoin Core
/// speaks it, and the BIP named at each.
namespace net::wire {

/// What every message of a network begins with.
using Magic = util::ByteArray<4>;

constexpr std::int32_t kProtocolVersion = 70016;
/// From which version on a peer knows what.
constexpr std::int32_t kPingProtocol = 60001;    ///< BIP 31: later than 60000
constexpr std::int32_t kHeadersProtocol = 70012; ///< BIP 130
constexpr std::int32_t kCompactProtocol = 70014; ///< BIP 152
constexpr std::int32_t kWtxidProtocol = 70016;   ///< BIP 339, BIP 155
constexpr std::int32_t kOldestProtocol = 31800;  ///< knows getheaders
constexpr std::size_t kHeaderBytes = 24;         ///< magic, command, length, checksum
constexpr std::size_t kMaxPayloadBytes = 4'000'000;
constexpr std::size_t kMaxLocator = 101;
constexpr std::size_t kMaxHeaders = 2'000;
constexpr std::size_t kMaxInventory = 50'000;
constexpr std::size_t kMaxAddresses = 1'000;
constexpr std::size_t kMaxUserAgentBytes = 256;

/// Service bits.
constexpr std::uint64_t kServiceNetwork = 1;           ///< gives all blocks
constexpr std::uint64_t kServiceBloom = 1 << 2;        ///< BIP 111
constexpr std::uint64_t kServiceWitness = 1 << 3;      ///< BIP 144
constexpr std::uint64_t kServiceNetworkLimited = 1024; ///< BIP 159

/// A host and its port (BIP 155). Hosts of other kinds than IPv4 and IPv6 are carried, never dialled.
struct NetAddress {
    enum class Kind : std::uint8_t { Ipv4 = 1, Ipv6 = 2, TorV2 = 3, TorV3 = 4, I2p = 5, Cjdns = 6 };
    Kind kind = Kind::Ipv4;
    util::Bytes host; ///< 4, 16, 10, 32, 32, 16 bytes by kind
    std::uint16_t port = 0;
    auto operator<=>(const NetAddress&) const = default;
};

struct TimedAddress {
    std::uint32_t time = 0; ///< unix seconds when it was seen last
    std::uint64_t services = 0;
    NetAddress address;
    bool operator==(const TimedAddress&) const = default;
};

struct Version {
    std::int32_t protocol = kProtocolVersion;
    std::uint64_t services = 0;
    std::int64_t time = 0; ///< unix seconds
    NetAddress receiver;
    std::uint64_t nonce = 0; ///< meeting one's own means self
    std::string userAgent;   ///< BIP 14
    std::int32_t startHeight = 0;
    bool relay = true; ///< BIP 37: wants transactions announced
    bool operator==(const Version&) const = default;
};

struct Verack {
    bool operator==(const Verack&) const = default;
};
struct SendHeaders { ///< BIP 130
    bool operator==(const SendHeaders&) const = default;
};
struct WtxidRelay { ///< BIP 339
    bool operator==(const WtxidRelay&) const = default;
};
struct SendAddrV2 { ///< BIP 155
    bool operator==(const SendAddrV2&) const = default;
};
struct GetAddr {
    bool operator==(const GetAddr&) const = default;
};
struct MempoolRequest { ///< BIP 35
    bool operator==(const MempoolRequest&) const = default;
};
struct Ping {
    std::uint64_t nonce = 0; ///< BIP 31
    bool hasNonce = true;    ///< very old programs send none and want no answer
    bool operator==(const Ping&) const = default;
};
struct Pong {
    std::uint64_t nonce = 0;
    bool hasNonce = true; ///< false: the payload was too short for one
    bool operator==(const Pong&) const = default;
};
struct Addresses {
    std::vector<TimedAddress> list;
    bool isV2 = false; ///< as `addrv2`
    bool operator==(const Addresses&) const = default;
};
struct FeeFilter { ///< BIP 133
    std::int64_t satoshiPerKvB = 0;
    bool operator==(const FeeFilter&) const = default;
};
struct SendCompact { ///< BIP 152
    bool highBandwidth = false;
    std::uint64_t version = 2;
    bool operator==(const SendCompact&) const = default;
};

struct GetHeaders {
    std::uint32_t protocol = kProtocolVersion;
    std::vector<primitives::BlockHash> locator;
    primitives::BlockHash stop;
    bool operator==(const GetHeaders&) const = default;
};
struct GetBlocks {
    std::uint32_t protocol = kProtocolVersion;
    std::vector<primitives::BlockHash> locator;
    primitives::BlockHash stop;
    bool operator==(const GetBlocks&) const = default;
};
struct Headers {
    std::vector<primitives::BlockHeader> list;
    bool operator==(const Headers&) const = default;
};

/// What an inventory entry names. `WithWitness` (BIP 144) occurs in `getdata` only.
enum class ItemKind : std::uint32_t {
    Transaction = 1,
    Block = 2,
    FilteredBlock = 3,
    CompactBlock = 4,
    WtxId = 5, ///< BIP 339
    TransactionWithWitness = 0x40000001,
    BlockWithWitness = 0x40000002,
};
struct InventoryItem {
    ItemKind kind = ItemKind::Block; ///< may be a number that no name stands for
    util::ByteArray<32> hash{};
    bool operator==(const InventoryItem&) const = default;
};
struct Inventory {
    std::vector<InventoryItem> items;
    bool operator==(const Inventory&) const = default;
};
struct GetData {
    std::vector<InventoryItem> items;
    bool operator==(const GetData&) const = default;
};
struct NotFound {
    std::vector<InventoryItem> items;
    bool operator==(const NotFound&) const = default;
};

struct BlockMessage {
    primitives::BlockRef block;
    bool withWitness = true; ///< how it is written
};
struct TransactionMessage {
    primitives::TransactionRef transaction;
    bool withWitness = true; ///< how it is written
};

/// A block as BIP 152 sends it.
struct PrefilledTransaction {
    std::uint32_t index = 0; ///< in the block (absolute; on the wire it is a difference)
    primitives::TransactionRef transaction;
};
struct CompactBlock {
    primitives::BlockHeader header;
    std::uint64_t nonce = 0;
    std::vector<std::uint64_t> shortIds; ///< 6 bytes each
    std::vector<PrefilledTransaction> prefilled;
};
struct GetBlockTransactions {
    primitives::BlockHash block;
    std::vector<std::uint32_t> indexes; ///< absolute, ascending
    bool operator==(const GetBlockTransactions&) const = default;
};
struct BlockTransactions {
    primitives::BlockHash block;
    std::vector<primitives::TransactionRef> transactions;
};

/// One of BIP 37's messages: refused politely.
struct BloomMessage {
    std::string command;
    bool operator==(const BloomMessage&) const = default;
};
/// Said by Cairn to Cairn only: the number that this run of the program drew when it began.
struct RunNumber {
    std::uint64_t number = 0;
    bool operator==(const RunNumber&) const = default;
};
/// Whatever else: ignored.
struct Unknown {
    std::string command;
    bool operator==(const Unknown&) const = default;
};

using Message = std::variant<Version, Verack, SendHeaders, WtxidRelay, SendAddrV2, GetAddr, MempoolRequest,
                             Ping, Pong, Addresses, FeeFilter, SendCompact, GetHeaders, GetBlocks, Headers,
                             Inventory, GetData, NotFound, BlockMessage, TransactionMessage, CompactBlock,
                             GetBlockTransactions, BlockTransactions, BloomMessage, RunNumber, Unknown>;

} // namespace net::wire
