#include "gui/network/SharingControl.h"

#include "gui/network/Firewall.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/IconView.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/ToggleSwitch.h"
#include "net/address/LanAddresses.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QCheckBox>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr auto kBindSetting = "peer_bind";
constexpr auto kLobbySetting = "lobby";

int visitorsOf(const std::vector<net::PeerInfo>& peers) {
    return static_cast<int>(std::ranges::count_if(peers, &net::PeerInfo::dialledIn));
}

QString allAddresses(quint16 port) {
    return QStringLiteral("0.0.0.0:%1").arg(port);
}

} // namespace

QString sharingBind(const node::Node& node) {
    const QString stored = node.settings().text(QLatin1String(kBindSetting));
    return stored == QLatin1String("off") ? allAddresses(node.params().card.peerPort) : stored;
}

SharingControl::SharingControl(node::Node& node, QWidget* parent) : QWidget(parent), m_node(node) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    column->addWidget(makeTrouble());
    connect(&node, &node::Node::apiChanged, this, [this] {
        refresh();
        emit changed();
    });
    connect(&node, &node::Node::peersChanged, this, [this] {
        showVisitors();
        showTrouble();
    });
    refresh();
}

QWidget* SharingControl::makeTop() {
    auto* top = new QWidget;
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(px(16), px(12), px(16), px(12));
    row->setSpacing(px(14));
    m_toggle = new ToggleSwitch;
    m_toggle->setObjectName(QStringLiteral("shareSwitch"));
    m_toggle->setAccessibleName(tr("Let others on this network reach this computer"));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    QLabel* title = makeLabel(m_toggle->accessibleName(), "strong");
    title->setWordWrap(true);
    m_place = new SentenceLabel;
    m_place->setObjectName(QStringLiteral("sharePlace"));
    m_visitors = new SentenceLabel;
    m_visitors->setObjectName(QStringLiteral("shareVisitors"));
    words->addWidget(title);
    words->addWidget(m_place);
    words->addWidget(m_visitors);
    m_near = new QCheckBox(tr("Show this network to computers near this one"));
    m_near->setObjectName(QStringLiteral("shareNearCheck"));
    m_near->setToolTip(tr("They see its name and where it is, under “Near you”, and need no address."));
    words->addSpacing(px(4));
    words->addWidget(m_near);
    connect(m_near, &QCheckBox::clicked, this, &SharingControl::tellNearby);
    row->addWidget(m_toggle, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    connect(m_toggle, &QAbstractButton::clicked, this,
            [this](bool on) { listenAt(on ? sharingBind(m_node) : QStringLiteral("off")); });
    return top;
}

QWidget* SharingControl::makeTrouble() {
    m_trouble = new QWidget;
    m_trouble->setObjectName(QStringLiteral("shareTrouble"));
    auto* row = new QHBoxLayout(m_trouble);
    row->setContentsMargins(px(16), px(10), px(12), px(10));
    row->setSpacing(px(12));
    auto* mark = new IconView(QStringLiteral("warning"), 20, Token::Bad);
    m_troubleText = new SentenceLabel;
    m_troubleText->setObjectName(QStringLiteral("shareProblem"));
    m_troubleText->setStrong(true);
    m_command = makeLabel(QString(), "mono");
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->setWordWrap(true);
    m_help = new Button(QString(), Button::Kind::Normal);
    m_help->setObjectName(QStringLiteral("shareHelpButton"));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(4));
    words->addWidget(m_troubleText);
    words->addWidget(m_command);
    row->addWidget(mark, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    row->addWidget(m_help, 0, Qt::AlignVCenter);
    for (QWidget* part : {static_cast<QWidget*>(m_command), static_cast<QWidget*>(m_help), m_trouble})
        part->hide();
    connect(m_help, &Button::clicked, this, [this] {
        if (m_problem) return listenAt(allAddresses(m_problem->freePort));
        openFirewall();
    });
    return m_trouble;
}

void SharingControl::setPlain(bool plain) {
    m_plain = plain;
    for (QWidget* part : {m_toggle->parentWidget(), m_trouble})
        part->layout()->setContentsMargins(0, px(plain ? 4 : 12), 0, px(plain ? 4 : 12));
    update();
}

bool SharingControl::isOn() const {
    return !m_node.api().endpoints().peer.isEmpty();
}

quint16 SharingControl::port() const {
    return static_cast<quint16>(std::max(QUrl(m_node.api().endpoints().peer).port(), 0));
}

// --- what is done

void SharingControl::listenAt(const QString& bind) {
    if (m_busy) return;
    m_busy = true;
    m_firewallAnswer.clear();
    m_firewallOpened = false;
    m_toggle->setEnabled(false);
    m_help->setEnabled(false);
    node::onResult(
        m_node.listenForPeers(bind), this,
        [this](const Result<QString, node::PortProblem>& opened) { take(opened); },
        [this] { take(fail(node::PortProblem{.kind = node::PortProblem::Kind::NoFace})); });
}

void SharingControl::take(const Result<QString, node::PortProblem>& opened) {
    m_busy = false;
    m_toggle->setEnabled(true);
    m_help->setEnabled(true);
    m_problem = opened ? std::nullopt : std::optional(opened.error());
    refresh();
    emit changed();
}

/// The system asks for the password; whoever may not change the firewall sees the command.
void SharingControl::openFirewall() {
    const auto firewall = m_firewall;
    if (!firewall || !canAskAdministrator()) return;
    m_help->setEnabled(false);
    runAsAdministrator(openPortCommand(*firewall, port()), this, [this](bool opened) {
        m_help->setEnabled(true);
        m_firewallOpened = opened;
        m_firewallAnswer = opened ? tr("<good>The firewall lets others in at port %1.</good>").arg(port())
                                  : tr("<bad>The firewall was not changed.</bad> Who may change it types:");
        showTrouble();
    });
}

void SharingControl::tellNearby(bool told) {
    (void)m_node.changeSetting(QLatin1String(kLobbySetting),
                               told ? QStringLiteral("on") : QStringLiteral("off"));
}

// --- what is shown

void SharingControl::refresh() {
    const node::ApiEndpoints endpoints = m_node.api().endpoints();
    if (!m_busy && !m_problem) m_problem = endpoints.peerProblem;
    if (!endpoints.peer.isEmpty() && !endpoints.peerProblem && m_problem &&
        m_problem->port == QUrl(endpoints.peer).port())
        m_problem.reset(); // it listens there now
    m_toggle->setChecked(!endpoints.peer.isEmpty());
    m_near->setChecked(m_node.settings().flag(QLatin1String(kLobbySetting)));
    m_firewall = runningFirewall();
    showPlace(endpoints.peer);
    showVisitors();
    showTrouble();
}

void SharingControl::showPlace(const QString& url) {
    if (url.isEmpty())
        return m_place->setSentence(tr("Others cannot reach you yet. You can still reach them."));
    const QStringList seeds = net::seedsFor(url, net::dialableAddresses(net::ownAddresses()));
    const QUrl first(seeds.value(0));
    const QString at = first.authority().toHtmlEscaped();
    if (QHostAddress(first.host()).isLoopback())
        return m_place->setSentence(
            tr("At <b>%1</b>, for windows on this computer only: it is in no network now.").arg(at));
    if (seeds.size() > 1)
        return m_place->setSentence(
            tr("At <b>%1</b> and %n more address(es), for everyone in the same Wi-Fi or "
               "cable network.",
               nullptr, static_cast<int>(seeds.size()) - 1)
                .arg(at));
    m_place->setSentence(tr("At <b>%1</b>, for everyone in the same Wi-Fi or cable network.").arg(at));
}

void SharingControl::showVisitors() {
    for (QWidget* part : {static_cast<QWidget*>(m_visitors), static_cast<QWidget*>(m_near)})
        if (part->isHidden() == isOn()) part->setVisible(isOn());
    const int visitors = visitorsOf(*m_node.peers().list());
    m_visitors->setSentence(visitors == 0
                                ? tr("Nobody has come yet.")
                                : tr("<good>%n computer(s)</good> reached you.", nullptr, visitors));
}

/// What is in the way of the port, and what helps.
SharingControl::Trouble SharingControl::portTrouble() const {
    const QString number = QString::number(m_problem->port);
    switch (m_problem->kind) {
    case node::PortProblem::Kind::InUse:
        return {m_problem->owner.isEmpty()
                    ? tr("<bad>Port %1 is in use by another program.</bad>").arg(number)
                    : tr("<bad>Port %1 is in use by %2.</bad>").arg(number, m_problem->owner.toHtmlEscaped()),
                {},
                m_problem->freePort == 0 ? QString() : tr("Use port %1").arg(m_problem->freePort)};
    case node::PortProblem::Kind::NotAllowed:
        return {
            tr("<bad>The system does not let this program listen at port %1.</bad> Choose one above 1023 in "
               "the settings.")
                .arg(number)};
    case node::PortProblem::Kind::NoSuchAddress:
        return {
            tr("<bad>The address of the setting is not one of this computer now.</bad> Choose another one in "
               "the settings.")};
    case node::PortProblem::Kind::NoFace:
    case node::PortProblem::Kind::Other:
        break;
    }
    return {tr("<bad>The port could not be opened.</bad> The log says more.")};
}

/// A firewall may turn others away as long as nobody has come.
SharingControl::Trouble SharingControl::firewallTrouble() const {
    const bool waits = isOn() && m_firewall && visitorsOf(*m_node.peers().list()) == 0;
    if (!waits || m_firewallOpened) return {m_firewallAnswer};
    return {m_firewallAnswer.isEmpty() ? tr("A firewall (%1) guards this computer and may turn others away. "
                                            "This lets them in at one port, "
                                            "and nowhere else:")
                                             .arg(firewallName(*m_firewall))
                                       : m_firewallAnswer,
            openPortLine(*m_firewall, port()),
            canAskAdministrator() ? tr("Open port %1").arg(port()) : QString()};
}

void SharingControl::showTrouble() {
    const Trouble trouble = m_problem ? portTrouble() : firewallTrouble();
    if (trouble == m_shownTrouble) return;
    m_shownTrouble = trouble;
    m_troubleText->setSentence(trouble.sentence);
    m_command->setText(trouble.command);
    m_command->setVisible(!trouble.command.isEmpty());
    m_help->setText(trouble.help);
    m_help->setVisible(!trouble.help.isEmpty());
    m_trouble->setVisible(!trouble.sentence.isEmpty());
    update();
}

void SharingControl::paintEvent(QPaintEvent*) {
    if (m_plain && m_trouble->isHidden()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (!m_plain) {
        painter.setBrush(color(Token::Sunken));
        painter.drawRoundedRect(rect(), px(10), px(10));
    }
    if (m_trouble->isHidden() || m_plain) return;
    painter.setBrush(color(m_problem ? Token::BadSoft : Token::WorkSoft));
    const QRect lower = m_trouble->geometry();
    painter.drawRoundedRect(lower, px(10), px(10));
    painter.drawRect(lower.adjusted(0, 0, 0, -lower.height() / 2)); // its upper corners are the well's sides
}

} // namespace gui

#include "moc_SharingControl.cpp"
