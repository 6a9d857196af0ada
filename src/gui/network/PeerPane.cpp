#include "gui/network/PeerPane.h"

#include "gui/Format.h"
#include "gui/frame/Seen.h"
#include "gui/network/MessageSequence.h"
#include "gui/network/PeerWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Face.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Tag.h"
#include "util/Clock.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kPaneClockMs = 1'000;

TagKind tagOf(net::PeerState state) {
    switch (peerToken(state)) {
    case Token::Good:
        return TagKind::Good;
    case Token::Work:
        return TagKind::Work;
    case Token::Bad:
        return TagKind::Bad;
    default:
        return TagKind::Neutral;
    }
}

} // namespace

PeerPane::PeerPane(const util::Clock& clock, QWidget* parent) : Card(parent), m_clock(clock) {
    setObjectName(QStringLiteral("peerPane"));
    setAccessibleName(tr("The chosen peer"));
    auto* column = body();
    column->addWidget(makeHead());
    m_facts = new FactsList(FactsList::Values::Trailing);
    m_facts->setCompact(true);
    column->addWidget(m_facts);
    m_trouble = new SentenceLabel;
    m_trouble->setObjectName(QStringLiteral("peerTrouble"));
    m_trouble->setStrong(true);
    column->addWidget(m_trouble);
    column->addWidget(makeTalk(), 1);
    column->addWidget(makeActions());
    keepMeasured(this, [column] { column->setSpacing(px(10)); });
    connect(new SeenClock(this, kPaneClockMs), &SeenClock::tick, this, [this] {
        if (m_peer.id != 0) showTimes();
    });
}

QWidget* PeerPane::makeHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    m_face = new FaceView(34);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_name = makeLabel(QString(), "cardTitle");
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_way = new SentenceLabel;
    m_state = new Tag;
    auto* tags = new QHBoxLayout;
    tags->addWidget(m_state);
    tags->addStretch(1);
    words->addWidget(m_name);
    words->addWidget(m_way);
    words->addSpacing(px(4));
    words->addLayout(tags);
    auto* close = Button::iconOnly(QStringLiteral("close"), tr("Close"));
    close->setObjectName(QStringLiteral("closePeerButton"));
    row->addWidget(m_face, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    keepMeasured(head, [row] { row->setSpacing(px(12)); });
    connect(close, &Button::clicked, this, &PeerPane::closeRequested);
    return head;
}

QWidget* PeerPane::makeTalk() {
    auto* talk = new QWidget;
    auto* column = new QVBoxLayout(talk);
    column->setContentsMargins(0, 0, 0, 0);
    m_talk = new MessageSequence;
    auto* twin = new PictureWithTable(m_talk);
    auto* head = new QWidget;
    auto* line = new FlowLayout(head); // goes on below where the words are long
    line->addWidget(makeLabel(tr("What was said"), "cardTitle"));
    line->addStretch();
    m_talkCount = makeLabel(QString(), "muted");
    line->addWidget(m_talkCount);
    line->addWidget(twin->toggle());
    twin->toggle()->show();
    column->addWidget(head);
    column->addWidget(twin, 1);
    keepMeasured(talk, [column] { column->setSpacing(px(10)); });
    return talk;
}

QWidget* PeerPane::makeActions() {
    auto* actions = new QWidget;
    auto* row = new FlowLayout(actions);
    const auto add = [row](const QString& words, Button::Kind kind, const char* name) {
        auto* button = new Button(words, kind);
        button->setObjectName(QLatin1String(name));
        button->setSmall(true);
        row->addWidget(button);
        return button;
    };
    m_compare = add(tr("Compare the two"), Button::Kind::Primary, "comparePeerButton");
    m_disconnect = add(tr("Disconnect"), Button::Kind::Normal, "disconnectPeerButton");
    m_remove = add(tr("Remove"), Button::Kind::Normal, "removePeerButton");
    row->addStretch();
    m_block = add(tr("Block…"), Button::Kind::Danger, "blockPeerButton");
    m_disconnect->setToolTip(tr("Ends the link. One that you added is dialled again later."));
    m_remove->setToolTip(tr("Ends the link and forgets the address; the Delete key does it too."));
    connect(m_disconnect, &Button::clicked, this, &PeerPane::disconnectRequested);
    connect(m_remove, &Button::clicked, this, &PeerPane::removeRequested);
    connect(m_block, &Button::clicked, this, &PeerPane::blockRequested);
    connect(m_compare, &Button::clicked, this, &PeerPane::compareRequested);
    return actions;
}

void PeerPane::setPeer(const net::PeerInfo& peer, std::int64_t leftAt) {
    m_peer = peer;
    m_leftAt = leftAt;
    render();
}

void PeerPane::render() {
    const QString name = peerName(m_peer);
    m_face->setFace(name, hasLeft() ? Token::Text3 : peerToken(m_peer.state));
    if (m_name->text() != name) m_name->setText(name);
    setStyleProperty(m_name, "role", hasLeft() ? QStringLiteral("muted") : QStringLiteral("cardTitle"));
    const QString way = peerDialled(m_peer).toHtmlEscaped();
    if (m_way->sentence() != way) m_way->setSentence(way);
    m_state->setText(hasLeft() ? peerLeft(m_leftAt) : peerDoing(m_peer));
    m_state->setKind(hasLeft() ? TagKind::Neutral : tagOf(m_peer.state));
    showFacts();
    const QString trouble = peerTrouble(m_peer).toHtmlEscaped();
    if (m_trouble->sentence() != trouble) m_trouble->setSentence(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    m_talk->setMessages(m_peer.lastMessages, name, m_peer.state == net::PeerState::Held);
    const QString count = m_talk->messageCount() == 0
                              ? QString()
                              : tr("last %n", nullptr, static_cast<int>(m_peer.lastMessages.size()));
    if (m_talkCount->text() != count) m_talkCount->setText(count);
    showActions();
}

void PeerPane::showFacts() {
    const char* role = hasLeft() ? "muted" : nullptr;
    QString program = m_peer.agent.isEmpty() ? tr("not told yet") : peerOwnProgram(m_peer);
    if (m_peer.isPolled)
        program = tr("%1, over HTTP only").arg(program);
    else if (!m_peer.agent.isEmpty())
        program = tr("%1, protocol %2").arg(program).arg(m_peer.facts.protocol);
    m_facts->setFact(tr("Runs"), program, role);
    showTimes();
    m_facts->setFact(tr("Clock"),
                     m_peer.agent.isEmpty() ? tr("not told yet") : clockWords(m_peer.clockOffset), role);
    m_facts->setFact(tr("Fee filter"),
                     m_peer.feeFilter <= 0
                         ? tr("takes every payment")
                         : tr("from %1").arg(Format::feeRate(static_cast<double>(m_peer.feeFilter) / 1'000)),
                     role);
    m_facts->setFact(tr("Received, sent"),
                     Format::size(m_peer.bytesIn) + QStringLiteral(" · ") + Format::size(m_peer.bytesOut),
                     role);
}

/// Points in time, not spans: those would be other words every second.
void PeerPane::showTimes() {
    const std::int64_t now = m_clock.now();
    const char* role = hasLeft() ? "muted" : nullptr;
    const auto when = [now](std::int64_t time, const QString& never) {
        if (time == 0) return never;
        return format().day(time, now).replace(QChar::Nbsp,
                                               QLatin1Char(' ')); // may break: the pane is narrow
    };
    QString since = when(m_peer.connectedSince, tr("no link now"));
    if (!m_peer.isConnected() && m_peer.nextTry > now)
        since = tr("no link now, tried again %1").arg(format().until(m_peer.nextTry - now));
    m_facts->setFact(tr("Here since"), since, role);
    m_facts->setFact(tr("Last block"), when(m_peer.lastBlock, tr("none from it")), role);
    m_facts->setFact(tr("Last payment"), when(m_peer.lastTransaction, tr("none from it")), role);
}

void PeerPane::showActions() {
    const bool isBlocked = m_peer.state == net::PeerState::Banned;
    const bool isOurs = m_peer.saved || m_peer.isByHand || !m_peer.dialledIn;
    m_disconnect->setVisible(!hasLeft() && m_peer.isConnected());
    m_remove->setVisible(!hasLeft() && isOurs);
    m_compare->setVisible(!hasLeft() && m_peer.state == net::PeerState::Held);
    m_block->setText(isBlocked ? tr("Undo the block") : tr("Block…"));
    const auto kind = isBlocked ? Button::Kind::Normal : Button::Kind::Danger;
    if (m_block->kind() != kind) m_block->setKind(kind);
}

} // namespace gui

#include "moc_PeerPane.cpp"
