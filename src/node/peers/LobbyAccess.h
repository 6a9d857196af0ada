#pragma once

#include "net/lobby/Lobby.h"
#include "net/lobby/LobbyCard.h"
#include "node/peers/PeerAccess.h"

namespace node {

/// What was heard in the local network, as it is shown.
struct LobbyView {
    bool isOn = false;      ///< it listens
    bool hasFailed = false; ///< it shall, and the system does not let it
    bool isTold = false;    ///< others hear of this network
    std::vector<net::LobbyEntry> entries;
};

/// "Networks near you", for everybody else. Copies are the same lobby. Thread: any.
class LobbyAccess {
public:
    /// Needs: the thread outlives it.
    LobbyAccess(const ServiceThread& io, PeerAccess peers, BoardRef<LobbyView> board)
        : m_lobby(io), m_peers(std::move(peers)), m_board(std::move(board)) {}

    /// As it was published last.
    [[nodiscard]] std::shared_ptr<const LobbyView> view() const { return m_board->get(); }
    /// Asks those near to tell of themselves now.
    void wish() const;
    /// The card of that node's network, asked of it.
    QFuture<net::LobbyCard> card(net::LobbyEntry entry) const;

    // --- for Node ---
    /// Thread: io.
    void start(const util::Clock& clock, const consensus::ChainParams& params, bool isOn) const;
    void turn(bool isOn) const;
    /// Where others reach this node ("http://0.0.0.0:5001"); empty: nowhere.
    void setPlace(QString url) const;
    /// Thread: io.
    void close() const { m_lobby.clear(); }

private:
    /// The lobby, and what it is to tell.
    struct Desk {
        std::unique_ptr<net::Lobby> lobby;
        net::LobbyNews news; ///< without its port
        bool isOn = false;
    };
    void publish() const;

    Resident<Desk> m_lobby;
    PeerAccess m_peers;
    BoardRef<LobbyView> m_board;
};

} // namespace node
