#pragma once

#include "net/lobby/LobbyTable.h"

#include <QString>

#include <vector>

namespace gui {

/// A network that nodes near this computer tell of. What they say is shown, and nothing follows from it.
struct NearNetwork {
    /// How this computer stands with it.
    enum class Standing {
        New,
        Known,     ///< it is on this computer, another one runs
        Ours,      ///< it is the one that runs
        Connected, ///< … and there is a link to one of these nodes
    };
    primitives::BlockHash genesis;
    QString name;
    std::vector<net::LobbyEntry> nodes; ///< who was heard first comes first
    Standing standing = Standing::New;

    /// What is asked when it is chosen.
    [[nodiscard]] const net::LobbyEntry& first() const { return nodes.front(); }
};

/// By network and the name that they give it, in the order in which the first of each came.
std::vector<NearNetwork> nearNetworks(const std::vector<net::LobbyEntry>& heard);

/// "new here", "on this computer", …
QString standingWords(NearNetwork::Standing standing);
/// "192.168.1.11:5001 and 2 more".
QString nearAddresses(const NearNetwork& network);

} // namespace gui
