// Bytes of a stranger through the decoder of every message; the first byte chooses which. What is read must
// be written and read again to the same bytes, and no list may be longer than its bytes allow.
#include "net/wire/Codec.h"

#include <cstdlib>

namespace {

constexpr const char* kCommands[] = {
    "version",    "verack",      "sendheaders", "wtxidrelay", "sendaddrv2", "getaddr",   "mempool",
    "ping",       "pong",        "addr",        "addrv2",     "feefilter",  "sendcmpct", "getheaders",
    "getblocks",  "headers",     "inv",         "getdata",    "notfound",   "block",     "tx",
    "cmpctblock", "getblocktxn", "blocktxn",    "filterload", "strange",    "cairnrun"};

util::ByteView payloadIn(const util::Bytes& whole) {
    return util::ByteView(whole).subspan(net::wire::kHeaderBytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string command = kCommands[data[0] % std::size(kCommands)];
    const auto message = net::wire::decode(command, {data + 1, size - 1});
    if (!message) return 0;
    if (net::wire::countOf(*message) > size) std::abort();
    const util::Bytes written = net::wire::encode(*message, {});
    const auto again = net::wire::decode(net::wire::commandOf(*message), payloadIn(written));
    if (!again || net::wire::encode(*again, {}) != written) std::abort();
    return 0;
}
