#pragma once

#include "gui/widgets/Card.h"
#include "net/PeerInfo.h"

class QLabel;

namespace util {
class Clock;
}

namespace gui {

class Button;
class FaceView;
class FactsList;
class MessageSequence;
class SentenceLabel;
class Tag;

/// Everything about the chosen peer: who it is, what it does, what was said, and what can be done with it.
class PeerPane : public Card {
    Q_OBJECT
public:
    explicit PeerPane(const util::Clock& clock, QWidget* parent = nullptr);
    /// `leftAt`: unix seconds, when it left; 0: it is here.
    void setPeer(const net::PeerInfo& peer, std::int64_t leftAt);
    [[nodiscard]] const net::PeerInfo& peer() const { return m_peer; }
    [[nodiscard]] bool hasLeft() const { return m_leftAt != 0; }

signals:
    void closeRequested();
    void disconnectRequested();
    void removeRequested();
    void blockRequested(); ///< or to be let in again
    void compareRequested();

private:
    QWidget* makeHead();
    QWidget* makeTalk();
    QWidget* makeActions();
    void render();
    void showFacts();
    void showTimes();
    void showActions();

    const util::Clock& m_clock;
    net::PeerInfo m_peer;
    std::int64_t m_leftAt = 0;
    FaceView* m_face = nullptr;
    QLabel* m_name = nullptr;
    SentenceLabel* m_way = nullptr;
    Tag* m_state = nullptr;
    FactsList* m_facts = nullptr;
    SentenceLabel* m_trouble = nullptr;
    QLabel* m_talkCount = nullptr;
    MessageSequence* m_talk = nullptr;
    Button* m_disconnect = nullptr;
    Button* m_remove = nullptr;
    Button* m_block = nullptr;
    Button* m_compare = nullptr;
};

} // namespace gui
