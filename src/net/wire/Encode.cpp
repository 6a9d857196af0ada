#include "crypto/Sha256.h"
#include "net/wire/Codec.h"
#include "util/ByteWriter.h"
#include "util/Require.h"

#include <algorithm>
#include <type_traits>

namespace net::wire {

namespace {

constexpr std::size_t kCommandBytes = 12;

/// The words of the messages that have but one; the others say theirs themselves.
struct CommandName {
    std::string operator()(const Version&) const { return "version"; }
    std::string operator()(const Verack&) const { return "verack"; }
    std::string operator()(const SendHeaders&) const { return "sendheaders"; }
    std::string operator()(const WtxidRelay&) const { return "wtxidrelay"; }
    std::string operator()(const SendAddrV2&) const { return "sendaddrv2"; }
    std::string operator()(const GetAddr&) const { return "getaddr"; }
    std::string operator()(const MempoolRequest&) const { return "mempool"; }
    std::string operator()(const Ping&) const { return "ping"; }
    std::string operator()(const Pong&) const { return "pong"; }
    std::string operator()(const Addresses& message) const { return message.isV2 ? "addrv2" : "addr"; }
    std::string operator()(const FeeFilter&) const { return "feefilter"; }
    std::string operator()(const SendCompact&) const { return "sendcmpct"; }
    std::string operator()(const GetHeaders&) const { return "getheaders"; }
    std::string operator()(const GetBlocks&) const { return "getblocks"; }
    std::string operator()(const Headers&) const { return "headers"; }
    std::string operator()(const Inventory&) const { return "inv"; }
    std::string operator()(const GetData&) const { return "getdata"; }
    std::string operator()(const NotFound&) const { return "notfound"; }
    std::string operator()(const BlockMessage&) const { return "block"; }
    std::string operator()(const TransactionMessage&) const { return "tx"; }
    std::string operator()(const CompactBlock&) const { return "cmpctblock"; }
    std::string operator()(const GetBlockTransactions&) const { return "getblocktxn"; }
    std::string operator()(const BlockTransactions&) const { return "blocktxn"; }
    std::string operator()(const BloomMessage& message) const { return message.command; }
    std::string operator()(const RunNumber&) const { return "cairnrun"; }
    std::string operator()(const Unknown& message) const { return message.command; }
};

void writePort(util::ByteWriter& out, std::uint16_t port) { // the one number in network order
    out.u8(std::uint8_t(port >> 8));
    out.u8(std::uint8_t(port & 0xff));
}

/// Sixteen bytes and the port, as before BIP 155: IPv4 mapped into IPv6, other kinds as nothing.
void writeOldAddress(util::ByteWriter& out, const NetAddress& address) {
    util::ByteArray<16> host{};
    if (address.kind == NetAddress::Kind::Ipv4 && address.host.size() == 4) {
        host[10] = host[11] = 0xff;
        std::ranges::copy(address.host, host.begin() + 12);
    } else if (address.host.size() == 16) {
        std::ranges::copy(address.host, host.begin());
    }
    out.bytes(host);
    writePort(out, address.port);
}

void writeTransaction(util::ByteWriter& out, const primitives::Transaction& transaction, bool withWitness) {
    if (withWitness)
        transaction.write(out);
    else
        transaction.writeLegacy(out);
}

/// Payloads.
struct PayloadWriter {
    util::ByteWriter& out;

    void operator()(const Version& message) const {
        out.i32(message.protocol);
        out.u64(message.services);
        out.i64(message.time);
        out.u64(0); // what the receiver gives is its own to say
        writeOldAddress(out, message.receiver);
        out.u64(message.services);
        writeOldAddress(out, {}); // our own address is nobody's business
        out.u64(message.nonce);
        out.sized(util::asBytes(message.userAgent));
        out.i32(message.startHeight);
        out.u8(message.relay ? 1 : 0);
    }
    void operator()(const Ping& message) const {
        if (message.hasNonce) out.u64(message.nonce);
    }
    void operator()(const Pong& message) const {
        if (message.hasNonce) out.u64(message.nonce);
    }
    void operator()(const Addresses& message) const {
        out.compactSize(message.list.size());
        for (const TimedAddress& each : message.list) {
            out.u32(each.time);
            if (!message.isV2) {
                out.u64(each.services);
                writeOldAddress(out, each.address);
                continue;
            }
            out.compactSize(each.services);
            out.u8(std::uint8_t(each.address.kind));
            out.sized(each.address.host);
            writePort(out, each.address.port);
        }
    }
    void operator()(const FeeFilter& message) const { out.i64(message.satoshiPerKvB); }
    void operator()(const RunNumber& message) const { out.u64(message.number); }
    void operator()(const SendCompact& message) const {
        out.u8(message.highBandwidth ? 1 : 0);
        out.u64(message.version);
    }
    void operator()(const GetHeaders& message) const { locator(message); }
    void operator()(const GetBlocks& message) const { locator(message); }
    void operator()(const Headers& message) const {
        out.reserve(9 + message.list.size() * (primitives::BlockHeader::kSize + 1));
        out.compactSize(message.list.size());
        for (const primitives::BlockHeader& header : message.list) {
            header.write(out);
            out.u8(0); // of a block without its transactions
        }
    }
    void operator()(const Inventory& message) const { items(message.items); }
    void operator()(const GetData& message) const { items(message.items); }
    void operator()(const NotFound& message) const { items(message.items); }
    void operator()(const BlockMessage& message) const {
        out.reserve(message.block->size());
        message.block->header.write(out);
        out.compactSize(message.block->transactions.size());
        for (const primitives::TransactionRef& each : message.block->transactions)
            writeTransaction(out, *each, message.withWitness);
    }
    void operator()(const TransactionMessage& message) const {
        writeTransaction(out, *message.transaction, message.withWitness);
    }
    void operator()(const CompactBlock& message) const {
        message.header.write(out);
        out.u64(message.nonce);
        out.compactSize(message.shortIds.size());
        for (const std::uint64_t id : message.shortIds) {
            out.u32(std::uint32_t(id));
            out.u16(std::uint16_t(id >> 32));
        }
        out.compactSize(message.prefilled.size());
        std::uint32_t next = 0;
        for (const PrefilledTransaction& each : message.prefilled) {
            require(each.index >= next);
            out.compactSize(each.index - next);
            each.transaction->write(out);
            next = each.index + 1;
        }
    }
    void operator()(const GetBlockTransactions& message) const {
        out.bytes(message.block.view());
        out.compactSize(message.indexes.size());
        std::uint32_t next = 0;
        for (const std::uint32_t index : message.indexes) {
            require(index >= next);
            out.compactSize(index - next);
            next = index + 1;
        }
    }
    void operator()(const BlockTransactions& message) const {
        out.bytes(message.block.view());
        out.compactSize(message.transactions.size());
        for (const primitives::TransactionRef& each : message.transactions)
            each->write(out);
    }
    template <class Empty>
    void operator()(const Empty&) const {}

    template <class Asking>
    void locator(const Asking& message) const {
        out.u32(message.protocol);
        out.compactSize(message.locator.size());
        for (const primitives::BlockHash& hash : message.locator)
            out.bytes(hash.view());
        out.bytes(message.stop.view());
    }
    void items(const std::vector<InventoryItem>& list) const {
        out.reserve(9 + list.size() * 36);
        out.compactSize(list.size());
        for (const InventoryItem& item : list) {
            out.u32(std::uint32_t(item.kind));
            out.bytes(item.hash);
        }
    }
};

struct ItemCount {
    std::size_t operator()(const Addresses& message) const { return message.list.size(); }
    std::size_t operator()(const Headers& message) const { return message.list.size(); }
    std::size_t operator()(const Inventory& message) const { return message.items.size(); }
    std::size_t operator()(const GetData& message) const { return message.items.size(); }
    std::size_t operator()(const NotFound& message) const { return message.items.size(); }
    std::size_t operator()(const GetHeaders& message) const { return message.locator.size(); }
    std::size_t operator()(const GetBlocks& message) const { return message.locator.size(); }
    std::size_t operator()(const BlockMessage& message) const { return message.block->transactions.size(); }
    std::size_t operator()(const CompactBlock& message) const {
        return message.shortIds.size() + message.prefilled.size();
    }
    std::size_t operator()(const GetBlockTransactions& message) const { return message.indexes.size(); }
    std::size_t operator()(const BlockTransactions& message) const { return message.transactions.size(); }
    template <class Other>
    std::size_t operator()(const Other&) const {
        return 0;
    }
};

} // namespace

std::string commandOf(const Message& message) {
    return std::visit(CommandName{}, message);
}

std::size_t countOf(const Message& message) {
    return std::visit(ItemCount{}, message);
}

util::Bytes frame(const std::string& command, util::ByteView payload, const Magic& magic) {
    require(command.size() <= kCommandBytes);
    util::ByteWriter out;
    out.reserve(kHeaderBytes + payload.size());
    out.bytes(magic);
    util::ByteArray<kCommandBytes> name{};
    std::ranges::copy(command, name.begin());
    out.bytes(name);
    out.u32(std::uint32_t(payload.size()));
    const crypto::Hash256Bytes hash = crypto::sha256d(payload);
    out.bytes(util::ByteView(hash).first(4));
    out.bytes(payload);
    return out.take();
}

util::Bytes encode(const Message& message, const Magic& magic) {
    util::ByteWriter payload;
    std::visit(PayloadWriter{payload}, message);
    return frame(commandOf(message), payload.view(), magic);
}

} // namespace net::wire
