#pragma once

#include "consensus/NetworkCard.h"
#include "net/link/HttpCall.h"
#include "net/lobby/LobbyTable.h"

namespace net {

enum class LobbyCardFault {
    NoAnswer,
    NotACard,
    OtherNetwork, ///< it told of one network and gives the card of another
};
using LobbyCard = Result<consensus::NetworkCard, LobbyCardFault>;

/// Asks the node for its network's card over HTTP: `checkedCard` of what comes says what it is worth. `done`
/// comes once, unless the call is deleted before. Thread: any with an event loop.
HttpCall* askCard(const wire::NetAddress& address, std::function<void(const HttpResult&)> done,
                  QObject* parent);
/// The card of an answer, if it is that network's; its first seed is the node that gave it. Pure.
LobbyCard checkedCard(const HttpResult& answer, const LobbyEntry& entry);

} // namespace net
