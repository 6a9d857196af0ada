#include "net/wire/Codec.h"
#include "util/ByteReader.h"

#include <algorithm>
#include <map>

namespace net::wire {

namespace {

using util::ByteReader;
using Decoded = Result<Message, WireError>;

constexpr std::uint64_t kMaxHostBytes = 512;     ///< BIP 155
constexpr std::uint64_t kMaxBlockIndex = 0xffff; ///< BIP 152 as Core writes it
constexpr std::size_t kMinTransactionBytes = 10;

/// The message when all of it was there.
template <class T>
Decoded ended(const ByteReader& reader, T message) {
    if (reader.ok()) return Message(std::move(message));
    return fail(reader.error() == util::ReadError::SizeTooLarge ? WireError::TooMany : WireError::Malformed);
}

/// A count of at most `limit` things of at least `minBytes`: more than the bytes left can hold is an error
/// before memory is taken.
std::size_t countFrom(ByteReader& reader, std::uint64_t limit, std::size_t minBytes) {
    const std::uint64_t count = reader.compactSize(limit);
    if (count > reader.remaining() / minBytes) {
        reader.setError(util::ReadError::EndOfData);
        return 0;
    }
    return std::size_t(count);
}

std::uint16_t portFrom(ByteReader& reader) {
    const std::uint16_t high = reader.u8();
    return std::uint16_t((high << 8) | reader.u8());
}

constexpr util::ByteArray<12> kMappedIpv4 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

NetAddress addressFrom16(util::ByteView host) {
    if (host.size() == 16 && std::ranges::equal(host.first(12), kMappedIpv4))
        return {NetAddress::Kind::Ipv4, util::Bytes(host.begin() + 12, host.end()), 0};
    return {NetAddress::Kind::Ipv6, util::Bytes(host.begin(), host.end()), 0};
}

NetAddress oldAddressFrom(ByteReader& reader) {
    NetAddress out = addressFrom16(reader.view(16));
    out.port = portFrom(reader);
    return out;
}

/// Bytes of a host of that kind; 0: nobody knows that kind.
std::size_t hostBytes(std::uint8_t kind) {
    switch (NetAddress::Kind(kind)) {
    case NetAddress::Kind::Ipv4:
        return 4;
    case NetAddress::Kind::Ipv6:
    case NetAddress::Kind::Cjdns:
        return 16;
    case NetAddress::Kind::TorV2:
        return 10;
    case NetAddress::Kind::TorV3:
    case NetAddress::Kind::I2p:
        return 32;
    }
    return 0;
}

/// Nothing: a kind to come, or a host written as of another kind: passed over. A known kind of a wrong
/// length makes the reader bad.   Source: BIP 155.
std::optional<TimedAddress> newAddressFrom(ByteReader& reader) {
    TimedAddress out;
    out.time = reader.u32();
    out.services = reader.compactSize(UINT64_MAX);
    const std::uint8_t kind = reader.u8();
    const std::uint64_t length = reader.compactSize(UINT64_MAX);
    if (length > kMaxHostBytes) reader.setError(util::ReadError::BadFormat);
    const util::ByteView host = reader.view(reader.ok() ? std::size_t(length) : 0);
    out.address.port = portFrom(reader);
    const std::size_t known = hostBytes(kind);
    if (!reader.ok() || known == 0) return std::nullopt;
    if (host.size() != known) {
        reader.setError(util::ReadError::BadFormat);
        return std::nullopt;
    }
    out.address.kind = NetAddress::Kind(kind);
    out.address.host.assign(host.begin(), host.end());
    const bool isDisguised =
        out.address.kind == NetAddress::Kind::Ipv6 && addressFrom16(host).kind == NetAddress::Kind::Ipv4;
    const bool isNoCjdns = out.address.kind == NetAddress::Kind::Cjdns && host[0] != 0xfc;
    if (isDisguised || isNoCjdns || out.address.kind == NetAddress::Kind::TorV2) return std::nullopt;
    return out;
}

Decoded versionFrom(ByteReader& reader) {
    Version out;
    out.protocol = reader.i32();
    out.services = reader.u64();
    out.time = std::max<std::int64_t>(0, reader.i64());
    reader.u64();
    out.receiver = oldAddressFrom(reader);
    // Programs of long ago end here, or at any of the fields that follow.
    if (!reader.atEnd()) {
        reader.view(26);
        out.nonce = reader.u64();
    }
    if (!reader.atEnd()) {
        const util::ByteView agent = reader.sized(kMaxUserAgentBytes);
        out.userAgent = std::string(util::asText(agent));
    }
    if (!reader.atEnd()) out.startHeight = reader.i32();
    if (!reader.atEnd()) out.relay = reader.u8() != 0;
    if (!reader.ok()) return fail(WireError::Malformed);
    return Message(std::move(out));
}

template <class Nonced>
Decoded noncedFrom(ByteReader& reader) {
    Nonced out;
    out.hasNonce = reader.remaining() >= 8;
    if (out.hasNonce) out.nonce = reader.u64();
    return Message(out);
}

template <bool kIsV2>
Decoded addressesFrom(ByteReader& reader) {
    Addresses out;
    out.isV2 = kIsV2;
    const std::size_t count = countFrom(reader, kMaxAddresses, kIsV2 ? 9 : 30);
    out.list.reserve(count);
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        if (kIsV2) {
            if (auto address = newAddressFrom(reader)) out.list.push_back(std::move(*address));
            continue;
        }
        TimedAddress& each = out.list.emplace_back();
        each.time = reader.u32();
        each.services = reader.u64();
        each.address = oldAddressFrom(reader);
    }
    return ended(reader, std::move(out));
}

Decoded feeFilterFrom(ByteReader& reader) {
    return ended(reader, FeeFilter{reader.i64()});
}

Decoded runNumberFrom(ByteReader& reader) {
    return ended(reader, RunNumber{reader.u64()});
}

Decoded sendCompactFrom(ByteReader& reader) {
    const std::uint8_t first = reader.u8();
    SendCompact out{first == 1, reader.u64()};
    if (reader.ok() && first > 1) return fail(WireError::BadValue);
    return ended(reader, out);
}

template <class Asking>
Decoded locatorFrom(ByteReader& reader) {
    Asking out;
    out.protocol = reader.u32();
    const std::size_t count = countFrom(reader, kMaxLocator, 32);
    out.locator.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        out.locator.emplace_back(reader.array<32>());
    out.stop = primitives::BlockHash(reader.array<32>());
    return ended(reader, std::move(out));
}

Decoded headersFrom(ByteReader& reader) {
    Headers out;
    const std::size_t count = countFrom(reader, kMaxHeaders, primitives::BlockHeader::kSize + 1);
    out.list.reserve(count);
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        out.list.push_back(primitives::BlockHeader::read(reader));
        reader.compactSize(UINT64_MAX); // of transactions, which do not follow
    }
    return ended(reader, std::move(out));
}

template <class Items>
Decoded itemsFrom(ByteReader& reader) {
    Items out;
    const std::size_t count = countFrom(reader, kMaxInventory, 36);
    out.items.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        InventoryItem& item = out.items.emplace_back();
        item.kind = ItemKind(reader.u32());
        item.hash = reader.array<32>();
    }
    return ended(reader, std::move(out));
}

Decoded blockFrom(ByteReader& reader) {
    auto block = std::make_shared<const primitives::Block>(primitives::Block::read(reader));
    if (!reader.ok()) return fail(WireError::Malformed);
    return Message(BlockMessage{std::move(block)});
}

primitives::TransactionRef oneTransaction(ByteReader& reader) {
    return std::make_shared<const primitives::Transaction>(primitives::Transaction::read(reader));
}

Decoded transactionFrom(ByteReader& reader) {
    auto transaction = oneTransaction(reader);
    if (!reader.ok()) return fail(WireError::Malformed);
    return Message(TransactionMessage{std::move(transaction)});
}

/// What is a list's limit elsewhere is a block's size here: a fault of the form.
Decoded malformedUnless(const ByteReader& reader, Message message) {
    if (!reader.ok()) return fail(WireError::Malformed);
    return message;
}

Decoded compactBlockFrom(ByteReader& reader) {
    CompactBlock out;
    out.header = primitives::BlockHeader::read(reader);
    out.nonce = reader.u64();
    const std::size_t ids = countFrom(reader, kMaxBlockIndex, 6);
    out.shortIds.reserve(ids);
    for (std::size_t i = 0; i < ids; ++i) {
        const std::uint64_t low = reader.u32();
        out.shortIds.push_back(low | (std::uint64_t(reader.u16()) << 32));
    }
    const std::size_t count = countFrom(reader, kMaxBlockIndex, 1 + kMinTransactionBytes);
    if (ids + count > kMaxBlockIndex) reader.setError(util::ReadError::BadFormat);
    std::uint64_t next = 0;
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        // Beyond the block's end is for the block's reader to judge, but not beyond the number's.
        const std::uint64_t index = next + reader.compactSize(kMaxBlockIndex);
        if (index > UINT32_MAX - 1) reader.setError(util::ReadError::BadFormat);
        out.prefilled.push_back({std::uint32_t(index), oneTransaction(reader)});
        next = index + 1;
    }
    return malformedUnless(reader, std::move(out));
}

Decoded transactionsAskedFrom(ByteReader& reader) {
    GetBlockTransactions out;
    out.block = primitives::BlockHash(reader.array<32>());
    const std::size_t count = countFrom(reader, kMaxBlockIndex + 1, 1);
    out.indexes.reserve(count);
    std::uint64_t next = 0;
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        const std::uint64_t index = next + reader.compactSize(kMaxBlockIndex);
        if (index > kMaxBlockIndex) reader.setError(util::ReadError::BadFormat);
        out.indexes.push_back(std::uint32_t(index));
        next = index + 1;
    }
    return malformedUnless(reader, std::move(out));
}

Decoded transactionsGivenFrom(ByteReader& reader) {
    BlockTransactions out;
    out.block = primitives::BlockHash(reader.array<32>());
    const std::size_t count = countFrom(reader, kMaxBlockIndex + 1, kMinTransactionBytes);
    out.transactions.reserve(count);
    for (std::size_t i = 0; i < count && reader.ok(); ++i)
        out.transactions.push_back(oneTransaction(reader));
    return malformedUnless(reader, std::move(out));
}

template <class Empty>
Decoded emptyFrom(ByteReader&) {
    return Message(Empty{});
}

using PayloadReader = Decoded (*)(ByteReader&);

const std::map<std::string, PayloadReader>& payloadReaders() {
    static const std::map<std::string, PayloadReader> readers = {
        {"version", versionFrom},
        {"verack", emptyFrom<Verack>},
        {"sendheaders", emptyFrom<SendHeaders>},
        {"wtxidrelay", emptyFrom<WtxidRelay>},
        {"sendaddrv2", emptyFrom<SendAddrV2>},
        {"getaddr", emptyFrom<GetAddr>},
        {"mempool", emptyFrom<MempoolRequest>},
        {"ping", noncedFrom<Ping>},
        {"pong", noncedFrom<Pong>},
        {"addr", addressesFrom<false>},
        {"addrv2", addressesFrom<true>},
        {"feefilter", feeFilterFrom},
        {"sendcmpct", sendCompactFrom},
        {"getheaders", locatorFrom<GetHeaders>},
        {"getblocks", locatorFrom<GetBlocks>},
        {"headers", headersFrom},
        {"inv", itemsFrom<Inventory>},
        {"getdata", itemsFrom<GetData>},
        {"notfound", itemsFrom<NotFound>},
        {"block", blockFrom},
        {"tx", transactionFrom},
        {"cmpctblock", compactBlockFrom},
        {"getblocktxn", transactionsAskedFrom},
        {"blocktxn", transactionsGivenFrom},
        {"cairnrun", runNumberFrom},
    };
    return readers;
}

} // namespace

Result<Message, WireError> decode(const std::string& command, util::ByteView payload) {
    if (command == "filterload" || command == "filteradd" || command == "filterclear")
        return Message(BloomMessage{command});
    const auto found = payloadReaders().find(command);
    if (found == payloadReaders().end()) return Message(Unknown{command});
    ByteReader reader(payload);
    return found->second(reader);
}

} // namespace net::wire
