// Bytes of a peer through every decoder of the peer protocol; the first byte chooses which. What is read must
// be written and read again to the same bytes.
#include "net/PeerAddress.h"
#include "net/PeerProtocol.h"

#include <cstdlib>

namespace {

template <class Decode, class Encode>
void thereAndBack(const QByteArray& bytes, Decode decode, Encode encode) {
    const auto message = decode(bytes);
    if (!message) return;
    const QByteArray written = encode(*message);
    const auto again = decode(written);
    if (!again || encode(*again) != written) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), qsizetype(size) - 1);
    switch (data[0] % 11) {
    case 0:
        thereAndBack(bytes, net::decodeHello, net::encodeHello);
        break;
    case 1:
        thereAndBack(bytes, net::decodeHeadersRequest, net::encodeHeadersRequest);
        break;
    case 2:
        thereAndBack(bytes, net::decodeHeaders, net::encodeHeaders);
        break;
    case 3:
        thereAndBack(bytes, net::decodeBlockHashes, net::encodeBlockHashes);
        break;
    case 4:
        thereAndBack(bytes, net::decodeWtxids, net::encodeWtxids);
        break;
    case 5:
        thereAndBack(bytes, net::decodeBlocks, net::encodeBlocks);
        break;
    case 6:
        thereAndBack(bytes, net::decodeTransactions, net::encodeTransactions);
        break;
    case 7:
        thereAndBack(bytes, net::decodeAnnouncement, net::encodeAnnouncement);
        break;
    case 8:
        thereAndBack(bytes, net::decodeReply, net::encodeReply);
        break;
    case 9:
        thereAndBack(bytes, net::decodeDelivery, net::encodeDelivery);
        break;
    default: {
        const QString text = QString::fromUtf8(bytes);
        if (const auto hello = net::helloFromQuery(text);
            hello && !net::helloFromQuery(net::helloQuery(*hello)))
            std::abort();
        if (const auto url = net::peerUrl(text, 5001); url && !net::peerUrl(net::addressText(*url), 5001))
            std::abort();
    }
    }
    return 0;
}
