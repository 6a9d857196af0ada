#pragma once

#include "gui/welcome/CardSource.h"
#include "gui/welcome/NearNetworks.h"
#include "gui/widgets/Card.h"
#include "util/Clock.h"

#include <set>

namespace net {
class HttpCall;
class Lobby;
} // namespace net

namespace gui {

class Button;
class NearTable;
class SentenceLabel;

/// "Near you" on the page where one joins: listens in the local network while it is seen, and asks the node
/// of the network that is chosen for its card. Tells nobody anything but that somebody looks.
class NearCard : public Card {
    Q_OBJECT
public:
    /// `dataRoot`: whose networks are known already.
    explicit NearCard(const QString& dataRoot, QWidget* parent = nullptr);
    ~NearCard() override;

    void showHeard(std::vector<net::LobbyEntry> heard);
    [[nodiscard]] NearTable* table() const { return m_table; }
    /// No network is chosen any more: another one came another way.
    void forgetChoice();

signals:
    /// A network was chosen, and its card came.
    void cardCame(const consensus::NetworkCard& card);

private:
    void setListening(bool listens);
    void lookUpKnown();
    void choose(int row);
    void ask(const std::vector<net::LobbyEntry>& nodes, std::size_t at);
    void showState(const QString& sentence);

    QString m_root;
    util::SystemClock m_clock;
    std::unique_ptr<net::Lobby> m_lobby; ///< while it is seen
    std::vector<net::LobbyEntry> m_heard;
    std::set<primitives::BlockHash> m_known;
    net::HttpCall* m_call = nullptr;
    quint64 m_choice = 0; ///< number of the newest one
    NearTable* m_table;
    SentenceLabel* m_state;
    Button* m_again;
};

} // namespace gui
