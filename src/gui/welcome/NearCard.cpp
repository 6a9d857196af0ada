#include "gui/welcome/NearCard.h"

#include "consensus/ChainParams.h"
#include "gui/frame/Seen.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/NearTable.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "net/address/HostAddress.h"
#include "net/lobby/Lobby.h"
#include "net/lobby/LobbyCard.h"
#include "node/DataFolder.h"
#include "node/OnResult.h"
#include "node/Promises.h"

#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kRowsSeen = 4;

} // namespace

NearCard::NearCard(const QString& dataRoot, QWidget* parent)
    : Card(tr("Near you"), parent), m_root(dataRoot), m_table(new NearTable), m_state(new SentenceLabel),
      m_again(Button::iconOnly(QStringLiteral("refresh"), tr("Look again"))) {
    m_again->setObjectName(QStringLiteral("lookAgainButton"));
    m_again->setSmall(true);
    addHeaderWidget(m_again);
    m_state->setObjectName(QStringLiteral("nearState"));
    m_table->setColumnHidden(NearModel::Where, true);
    m_table->setHeadsVisible(false);
    m_table->setFitRows(kRowsSeen);
    body()->addWidget(m_table);
    body()->addWidget(m_state);
    connect(m_again, &Button::clicked, this, [this] {
        if (m_lobby) m_lobby->wish();
    });
    connect(m_table, &DataTable::currentRowChanged, this, &NearCard::choose);
    connect(new SeenWatch(this), &SeenWatch::seenChanged, this, &NearCard::setListening);
    showHeard({});
}

NearCard::~NearCard() = default;

void NearCard::setListening(bool listens) {
    if (!listens) return m_lobby.reset();
    m_lobby = std::make_unique<net::Lobby>(m_clock);
    connect(m_lobby.get(), &net::Lobby::changed, this, [this] { showHeard(m_lobby->entries()); });
    if (m_lobby->open()) m_lobby->wish();
    m_again->setEnabled(m_lobby->isOpen());
    lookUpKnown();
    showHeard({});
}

/// Off the main thread: an old folder's database may have to be asked.
void NearCard::lookUpKnown() {
    const auto known = node::onItsOwnThread([root = m_root] {
        std::set<primitives::BlockHash> out;
        for (const node::KnownNetwork& network : node::knownNetworkCards(root))
            out.insert(network.genesis);
        return out;
    });
    node::onResult(known, this, [this](const std::set<primitives::BlockHash>& found) {
        m_known = found;
        showHeard(m_heard);
    });
}

void NearCard::showHeard(std::vector<net::LobbyEntry> heard) {
    m_heard = std::move(heard);
    std::vector<NearNetwork> networks = nearNetworks(m_heard);
    for (NearNetwork& network : networks) {
        if (m_known.contains(network.genesis)) network.standing = NearNetwork::Standing::Known;
    }
    const bool isEmpty = networks.empty();
    m_table->showNetworks(std::move(networks));
    m_table->setVisible(!isEmpty);
    if (isEmpty)
        showState(m_lobby && !m_lobby->isOpen()
                      ? tr("The system does not let Cairn listen in this network.")
                      : tr("Nobody near you tells of a network. On the other computer, Invite lets others "
                           "reach it and shows the network to those near."));
    else if (m_table->chosen() == nullptr)
        showState(tr("Choose one to see its rules."));
}

void NearCard::showState(const QString& sentence) {
    m_state->setSentence(sentence);
    m_table->setAccessibleDescription(sentence);
}

// --- the card of the chosen one

void NearCard::choose(int) {
    const NearNetwork* chosen = m_table->chosen();
    if (chosen == nullptr) return forgetChoice();
    ++m_choice;
    if (chosen->genesis == consensus::regtestParams().genesisHash)
        return showState(
            tr("This is regtest, which needs no card: start Cairn with it, and add %1 as a peer.")
                .arg(net::textOf(chosen->first().address)));
    showState(tr("Asking for its rules…"));
    ask(chosen->nodes, 0);
}

void NearCard::forgetChoice() {
    ++m_choice;
    delete std::exchange(m_call, nullptr);
    m_table->clearSelection();
    m_table->setCurrentIndex({});
}

/// One node after the other, until one gives the card of the network that it told of.
void NearCard::ask(const std::vector<net::LobbyEntry>& nodes, std::size_t at) {
    delete std::exchange(m_call, nullptr);
    if (at == nodes.size())
        return showState(tr("<bad>Nobody there gave a card that belongs to this network.</bad> It may let "
                            "nobody in, or a firewall is in the way."));
    const quint64 number = m_choice;
    m_call = net::askCard(
        nodes[at].address,
        [this, nodes, at, number](const net::HttpResult& answer) {
            m_call = nullptr;
            const auto checked =
                node::onItsOwnThread([answer, entry = nodes[at]] { return net::checkedCard(answer, entry); });
            node::onResult(checked, this, [this, nodes, at, number](const net::LobbyCard& card) {
                if (number != m_choice) return;
                if (!card) return ask(nodes, at + 1);
                showState(tr("This is what it says of itself: compare the words with the other computer."));
                emit cardCame(*card);
            });
        },
        this);
}

} // namespace gui

#include "moc_NearCard.cpp"
