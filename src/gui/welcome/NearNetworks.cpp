#include "gui/welcome/NearNetworks.h"

#include "net/address/HostAddress.h"

#include <QCoreApplication>

#include <algorithm>

namespace gui {

namespace {

struct NearWords {
    Q_DECLARE_TR_FUNCTIONS(gui::NearWords)
};

} // namespace

std::vector<NearNetwork> nearNetworks(const std::vector<net::LobbyEntry>& heard) {
    std::vector<net::LobbyEntry> nodes = heard;
    std::ranges::stable_sort(nodes, {}, &net::LobbyEntry::firstMs);
    std::vector<NearNetwork> out;
    for (net::LobbyEntry& node : nodes) {
        const auto same = std::ranges::find_if(out, [&](const NearNetwork& network) {
            return network.genesis == node.news.network && network.name == node.news.name;
        });
        if (same != out.end())
            same->nodes.push_back(std::move(node));
        else
            out.push_back({node.news.network, node.news.name, {node}});
    }
    return out;
}

QString standingWords(NearNetwork::Standing standing) {
    switch (standing) {
    case NearNetwork::Standing::Known:
        return NearWords::tr("on this computer");
    case NearNetwork::Standing::Ours:
        return NearWords::tr("this network");
    case NearNetwork::Standing::Connected:
        return NearWords::tr("connected");
    case NearNetwork::Standing::New:
        break;
    }
    return NearWords::tr("new here");
}

QString nearAddresses(const NearNetwork& network) {
    const QString first = net::textOf(network.first().address);
    const int more = static_cast<int>(network.nodes.size()) - 1;
    return more == 0 ? first : NearWords::tr("%1 and %n more", nullptr, more).arg(first);
}

} // namespace gui
