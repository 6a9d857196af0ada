#include "net/PeerLink.h"

#include "net/PeerAddress.h"
#include "net/PeerProtocol.h"

namespace net {

namespace {
constexpr std::size_t kOrdersPerReply = 8;
}

PeerInfo PeerLink::info() const {
    PeerInfo out;
    out.id = id;
    out.address = canBeDialled() ? addressText(url) : host;
    out.dialledIn = !canBeDialled();
    out.listens = canBeDialled();
    out.saved = saved;
    out.agent = hello.agent;
    out.name = hello.name;
    out.called = called;
    out.state = state;
    out.height = ready ? hello.height : -1;
    out.tip = hello.tip;
    out.chainWork = hello.chainWork;
    out.pingMs = pingMs;
    out.bytesIn = bytesIn;
    out.bytesOut = bytesOut;
    out.lastSeen = lastSeen;
    out.nextTry = ready ? 0 : nextTry;
    out.lastError = lastError;
    return out;
}

void PeerLink::queue(const Announcement& news) {
    if (!news.headers.empty()) queuedNews.headers = news.headers;
    for (const auto& wtxid : news.wtxids) {
        if (queuedNews.wtxids.size() >= std::size_t(kMaxAnnouncedIds)) break;
        queuedNews.wtxids.push_back(wtxid);
    }
}

PeerReply PeerLink::takeQueued() {
    PeerReply reply;
    reply.news = std::exchange(queuedNews, {});
    while (!queuedOrders.empty() && reply.orders.size() < kOrdersPerReply) {
        reply.orders.push_back(std::move(queuedOrders.front()));
        queuedOrders.pop_front();
    }
    return reply;
}

void PeerLink::answerParked() {
    if (!parked) return;
    ticket = 0;
    auto reply = std::exchange(parked, nullptr);
    reply(takeQueued());
}

} // namespace net
