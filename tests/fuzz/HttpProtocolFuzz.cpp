// Bytes of a stranger through every decoder of the HTTP side and of stored addresses; the first byte chooses
// which. What is read must be written and read again to the same bytes.
#include "net/UserAgent.h"
#include "net/address/AddressBook.h"
#include "net/address/BanList.h"
#include "net/address/HostAddress.h"
#include "net/address/PeerAddress.h"
#include "net/link/HttpProtocol.h"

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

void addresses(const QString& text) {
    if (const auto hello = net::helloFromQuery(text); hello && !net::helloFromQuery(net::helloQuery(*hello)))
        std::abort();
    if (const auto url = net::peerUrl(text, 5001); url && !net::peerUrl(net::addressText(*url), 5001))
        std::abort();
    if (const auto subnet = net::BanList::normalised(text);
        subnet && net::BanList::normalised(*subnet) != subnet)
        std::abort();
    if (const auto address = net::netAddressFrom(text);
        address && net::netAddressFrom(net::textOf(*address)) != address)
        std::abort();
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
        thereAndBack(
            bytes, [](const QByteArray& ids) { return net::decodeWtxids(ids); }, net::encodeWtxids);
        break;
    case 5:
        thereAndBack(bytes, net::decodeBlocks, net::encodeBlocks);
        break;
    case 6:
        thereAndBack(bytes, net::decodeTransactions, net::encodeTransactions);
        break;
    case 7:
        thereAndBack(bytes, net::decodePeers, net::encodePeers);
        break;
    case 8:
        if (const auto book = net::AddressBook::load({data + 1, size - 1})) {
            const auto again = net::AddressBook::load(book->serialize());
            if (!again || again->all() != book->all()) std::abort();
        }
        break;
    case 9: {
        const QString shown = net::shownAgent(bytes.toStdString());
        (void)net::nameInAgent(shown);
        if (net::userAgent(QStringLiteral("1"), QString::fromUtf8(bytes)).size() >
            net::wire::kMaxUserAgentBytes)
            std::abort();
        break;
    }
    default:
        addresses(QString::fromUtf8(bytes));
    }
    return 0;
}
