#include "net/lobby/LobbyCard.h"

#include "consensus/ChainParams.h"
#include "net/address/HostAddress.h"

#include <algorithm>

namespace net {

namespace {

constexpr int kDeadlineMs = 8'000;
constexpr std::size_t kMostSeedsTold = 4;

} // namespace

HttpCall* askCard(const wire::NetAddress& address, std::function<void(const HttpResult&)> done,
                  QObject* parent) {
    const HttpCall::Target target{hostOf(address).toString(), address.port, "/p2p/v1/card"};
    return new HttpCall(target, {}, {kDeadlineMs, qint64(consensus::kMaxCardSize)}, std::move(done), parent);
}

LobbyCard checkedCard(const HttpResult& answer, const LobbyEntry& entry) {
    if (answer.status == 0) return fail(LobbyCardFault::NoAnswer);
    if (!answer.ok()) return fail(LobbyCardFault::NotACard);
    auto card = consensus::parseNetworkCard({answer.body.constData(), std::size_t(answer.body.size())});
    if (!card) return fail(LobbyCardFault::NotACard);
    if (consensus::paramsFromCard(*card).genesisHash != entry.news.network)
        return fail(LobbyCardFault::OtherNetwork);
    const std::string giver = "http://" + textOf(entry.address).toStdString();
    std::erase(card->seeds, giver);
    card->seeds.insert(card->seeds.begin(), giver);
    if (card->seeds.size() > kMostSeedsTold) card->seeds.resize(kMostSeedsTold);
    return std::move(*card);
}

} // namespace net
