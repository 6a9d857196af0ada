#include "node/peers/LobbyAccess.h"

#include "net/PeerName.h"

#include <QUrl>

namespace node {

void LobbyAccess::start(const util::Clock& clock, const consensus::ChainParams& params, bool isOn) const {
    auto desk = std::make_unique<Desk>();
    desk->lobby = std::make_unique<net::Lobby>(clock);
    desk->news.network = params.genesisHash;
    desk->news.name = net::cleanName(QString::fromStdString(params.card.name));
    net::Lobby* const lobby = desk->lobby.get();
    QObject::connect(lobby, &net::Lobby::changed, lobby, [self = *this] { self.publish(); });
    // Those of our own network are dialled as any address heard of, without a question.
    QObject::connect(lobby, &net::Lobby::heard, lobby,
                     [peers = m_peers, network = params.genesisHash](const net::LobbyEntry& entry) {
                         net::PeerManager* const manager = peers.manager();
                         if (manager != nullptr && entry.news.network == network)
                             manager->heardNearby(entry.address);
                     });
    m_lobby.settle(std::move(desk));
    turn(isOn);
}

void LobbyAccess::turn(bool isOn) const {
    m_lobby.tell([self = *this, isOn](Desk& desk) {
        desk.isOn = isOn;
        if (!isOn)
            desk.lobby->close();
        else if (desk.lobby->open())
            desk.lobby->wish();
        self.publish();
    });
}

void LobbyAccess::setPlace(QString url) const {
    m_lobby.tell([self = *this, url](Desk& desk) {
        const QUrl at(url);
        std::optional<net::Lobby::Offer> offer;
        if (at.port() > 0 && !desk.news.name.isEmpty()) {
            offer = net::Lobby::Offer{desk.news, QHostAddress(at.host())};
            offer->news.port = quint16(at.port());
        }
        desk.lobby->setOffer(std::move(offer));
        self.publish();
    });
}

void LobbyAccess::wish() const {
    m_lobby.tell([](Desk& desk) { desk.lobby->wish(); });
}

QFuture<net::LobbyCard> LobbyAccess::card(net::LobbyEntry entry) const {
    auto promise = startedPromise<net::LobbyCard>();
    auto future = promise->future();
    m_lobby.tell([entry, promise](Desk& desk) {
        net::askCard(
            entry.address,
            [entry, promise](const net::HttpResult& answer) {
                promise->addResult(net::checkedCard(answer, entry));
                promise->finish();
            },
            desk.lobby.get());
    });
    return future;
}

/// Thread: io.
void LobbyAccess::publish() const {
    const Desk* desk = m_lobby.here();
    if (desk == nullptr) return;
    const net::Lobby& lobby = *desk->lobby;
    m_board->set(std::make_shared<const LobbyView>(LobbyView{lobby.isOpen(), desk->isOn && !lobby.isOpen(),
                                                             lobby.isOpen() && lobby.offer().has_value(),
                                                             lobby.entries()}));
}

} // namespace node
