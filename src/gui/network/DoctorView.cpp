#include "gui/network/DoctorView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/NetworkWords.h"
#include "gui/help/Report.h"
#include "gui/network/BrakeFeed.h"
#include "gui/network/CheckRow.h"
#include "gui/network/SharingControl.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "net/address/LanAddresses.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDirIterator>
#include <QGuiApplication>
#include <QStorageInfo>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace gui {

namespace {

constexpr int kListBesidePane = 860;
constexpr int kVerdictBesideActions = 640;
constexpr int kProbeMs = 3'000;
constexpr int kAskMs = 10'000;

std::int64_t bytesBelow(const QString& folder) {
    std::int64_t bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

DoctorView::DoctorView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_rows(kCheckCount) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildVerdict());
    auto* row = new CardRow(kListBesidePane);
    row->add(buildList(), 15);
    row->add(buildPane(), 8);
    layout->addWidget(row, 1);
    keepMeasured(this, [layout] { layout->setSpacing(px(16)); });
    connect(&node, &node::Node::apiChanged, this, [this] {
        if (isVisible()) examine();
    });
}

QWidget* DoctorView::buildVerdict() {
    auto* card = new Card;
    m_sign = new CheckSign(44);
    m_title = new SentenceLabel;
    m_title->setObjectName(QStringLiteral("doctorTitle"));
    setStyleProperty(m_title, "role", QStringLiteral("lead"));
    m_title->setStrong(true);
    m_rest = new SentenceLabel;
    m_counts = new SentenceLabel;
    auto* again = new Button(tr("Check again"));
    again->setObjectName(QStringLiteral("checkAgainButton"));
    again->setIconName(QStringLiteral("refresh"));
    auto* copy = new Button(tr("Copy report"));
    copy->setObjectName(QStringLiteral("copyReportButton"));
    copy->setIconName(QStringLiteral("copy"));
    copy->setToolTip(tr("For somebody who helps: no key, no amount, no address is in it."));
    auto* verdict = new QWidget;
    auto* said = new QHBoxLayout(verdict);
    said->setContentsMargins({});
    auto* words = new QVBoxLayout;
    words->addWidget(m_title);
    words->addWidget(m_rest);
    words->addWidget(m_counts);
    said->addWidget(m_sign, 0, Qt::AlignVCenter);
    said->addLayout(words, 1);
    auto* actions = new QWidget;
    auto* flow = new FlowLayout(actions);
    flow->setGaps(12, 8);
    flow->addStretch();
    flow->addWidget(copy);
    flow->addWidget(again);
    auto* row = new CardRow(kVerdictBesideActions);
    row->add(verdict, 8);
    row->add(actions, 5);
    card->body()->addWidget(row);
    keepMeasured(card, [said, words] {
        said->setSpacing(px(12));
        words->setSpacing(px(2));
    });
    connect(again, &Button::clicked, this, &DoctorView::examine);
    connect(copy, &Button::clicked, this, &DoctorView::copyReport);
    return card;
}

QWidget* DoctorView::buildList() {
    m_list = new Card;
    QVBoxLayout* column = m_list->body();
    auto* group = new QButtonGroup(this);
    addGroup(column, tr("This computer"), {CheckId::Clock, CheckId::Disk, CheckId::Version});
    addGroup(column, tr("The way out and in"), {CheckId::Network, CheckId::Port, CheckId::Reached});
    addGroup(column, tr("The others"), {CheckId::Peers, CheckId::Rules, CheckId::Branch});
    column->addStretch(1);
    for (int id = 0; id < kCheckCount; ++id)
        group->addButton(m_rows[static_cast<std::size_t>(id)], id);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) { choose(static_cast<CheckId>(id)); });
    keepMeasured(m_list, [column] { column->setSpacing(px(4)); });
    return m_list;
}

void DoctorView::addGroup(QVBoxLayout* column, const QString& name, std::initializer_list<CheckId> ids) {
    column->addWidget(makeLabel(name, "muted"));
    for (const CheckId id : ids) {
        auto* row = new CheckRow;
        row->setObjectName(QStringLiteral("check%1").arg(static_cast<int>(id)));
        m_rows[static_cast<std::size_t>(id)] = row;
        column->addWidget(row);
        connect(row->repairButton(), &Button::clicked, this, [this, id] {
            choose(id);
            repair(id);
        });
    }
}

QWidget* DoctorView::buildPane() {
    m_pane = new Card;
    m_paneSign = new CheckSign(30);
    m_paneTitle = new SentenceLabel;
    m_paneTitle->setStrong(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_paneSign);
    head->addWidget(m_paneTitle, 1);
    m_tried = new FactsList(FactsList::Values::Trailing);
    m_tried->setCompact(true);
    m_meaning = new SentenceLabel;
    m_command = new CodeBlock;
    m_command->setMaximumLines(3);
    m_repair = new Button(QString(), Button::Kind::Primary);
    m_repair->setObjectName(QStringLiteral("repairButton"));
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_repair);
    QVBoxLayout* column = m_pane->body();
    column->addLayout(head);
    column->addWidget(makeLabel(tr("What was tried"), "cardTitle"));
    column->addWidget(m_tried);
    column->addWidget(makeLabel(tr("What it means"), "cardTitle"));
    column->addWidget(m_meaning);
    column->addWidget(m_command);
    column->addStretch(1);
    column->addLayout(foot);
    keepMeasured(m_pane, [column, head] {
        column->setSpacing(px(10));
        head->setSpacing(px(12));
    });
    connect(m_repair, &Button::clicked, this, [this] { repair(m_chosen); });
    return m_pane;
}

// --- looking

void DoctorView::refresh() {
    if (m_examinedAt == 0) return examine();
    showPeers(*m_node.peers().programs());
}

void DoctorView::showPeers(const std::vector<net::PeerInfo>& peers) {
    DoctorFacts facts = m_facts;
    facts.peers = peers;
    facts.height = m_node.chain().status()->tip.height;
    facts.now = m_node.clock().now();
    const BrakeFeed& brake = BrakeFeed::of(m_node);
    facts.branchHeld = brake.held().has_value();
    facts.replaces = brake.held() ? brake.held()->replaces : 0;
    showFacts(facts);
}

void DoctorView::examine() {
    m_examinedAt = std::max<std::int64_t>(1, m_node.clock().now());
    readSystem();
    probePort();
    refresh();
}

/// What needs the system: not at each news.
void DoctorView::readSystem() {
    m_facts.endpoints = m_node.api().endpoints();
    m_facts.usualPort = m_node.params().card.peerPort;
    m_facts.addresses.clear();
    for (const QHostAddress& address : net::dialableAddresses(net::ownAddresses()))
        m_facts.addresses << address.toString();
    m_facts.firewall = runningFirewall();
    m_facts.canAskAdministrator = canAskAdministrator();
    const QStorageInfo disk(m_node.paths().folder);
    m_facts.freeBytes = disk.isValid() && disk.isReady() ? disk.bytesAvailable() : -1;
    m_facts.chainBytes = bytesBelow(m_node.paths().folder);
    m_facts.networkName = QString::fromStdString(m_node.params().name());
    m_facts.networkWords = fingerprintText(m_node.params().genesisHash);
    m_facts.version = QCoreApplication::applicationVersion();
}

/// Dials our own port, as somebody else would.
void DoctorView::probePort() {
    if (m_probe) {
        m_probe->disconnect(this); // its answer comes too late
        std::exchange(m_probe, nullptr)->deleteLater();
    }
    m_facts.portAnswers.reset();
    const QUrl url(m_facts.endpoints.peer);
    m_facts.isProbing = url.port() > 0;
    if (!m_facts.isProbing) return;
    m_probe = new QTcpSocket(this);
    const QHostAddress bound(url.host());
    const bool isAny = bound == QHostAddress(QHostAddress::AnyIPv4) ||
                       bound == QHostAddress(QHostAddress::AnyIPv6) ||
                       bound == QHostAddress(QHostAddress::Any);
    connect(m_probe, &QTcpSocket::connected, this, [this] { probed(true); });
    connect(m_probe, &QTcpSocket::errorOccurred, this, [this] { probed(false); });
    QTimer::singleShot(kProbeMs, m_probe, [this] { probed(false); });
    m_probe->connectToHost(isAny ? QHostAddress(QHostAddress::LocalHost) : bound,
                           static_cast<quint16>(url.port()));
}

void DoctorView::probed(bool answers) {
    if (!m_probe) return;
    std::exchange(m_probe, nullptr)->deleteLater();
    m_facts.isProbing = false;
    m_facts.portAnswers = answers;
    refresh();
}

// --- what is shown

void DoctorView::showFacts(const DoctorFacts& facts) {
    m_facts = facts;
    m_checks = diagnose(facts);
    m_verdict = verdictOf(m_checks);
    for (const Check& each : m_checks)
        m_rows[static_cast<std::size_t>(each.id)]->setCheck(each);
    showVerdict();
    if (!m_wasChosen) {
        const auto worst = std::ranges::find(m_checks, m_verdict.mark, &Check::mark);
        if (worst != m_checks.end()) m_chosen = worst->id;
    }
    showChosen();
}

void DoctorView::showVerdict() {
    m_sign->setMark(m_verdict.mark);
    m_title->setSentence(m_verdict.title.toHtmlEscaped());
    m_rest->setSentence(m_verdict.rest.toHtmlEscaped());
    m_counts->setSentence(
        tr("<good>%1 well</good> · <work>%2 could be better</work> · <bad>%3 broken</bad> · "
           "checked at %4")
            .arg(m_verdict.well)
            .arg(m_verdict.better)
            .arg(m_verdict.broken)
            .arg(format().clock(m_examinedAt)));
}

const Check& DoctorView::check(CheckId id) const {
    return m_checks[static_cast<std::size_t>(id)];
}

void DoctorView::choose(CheckId id) {
    m_chosen = id;
    m_wasChosen = true;
    showChosen();
}

void DoctorView::showChosen() {
    if (m_checks.empty()) return;
    const Check& chosen = check(m_chosen);
    m_rows[static_cast<std::size_t>(m_chosen)]->setChecked(true);
    m_paneSign->setMark(chosen.mark);
    m_paneTitle->setSentence(
        QStringLiteral("<b>%1</b><br>%2").arg(chosen.title.toHtmlEscaped(), chosen.detail.toHtmlEscaped()));
    QVector<CheckFact> facts = chosen.facts;
    if (facts.isEmpty()) facts.append({tr("What was found"), chosen.detail});
    if (m_shownFacts != facts) {
        m_shownFacts = facts;
        m_tried->clear();
        for (const CheckFact& fact : facts)
            m_tried->setFact(fact.name, fact.value);
    }
    m_meaning->setSentence(chosen.meaning.isEmpty() ? tr("Nothing is to be done.")
                                                    : chosen.meaning.toHtmlEscaped());
    m_command->setVisible(!chosen.command.isEmpty());
    if (m_command->code() != chosen.command) m_command->setCode(chosen.command);
    m_repair->setVisible(chosen.repair != Repair::None);
    m_repair->setText(chosen.button);
}

// --- helping

void DoctorView::repair(CheckId id) {
    switch (check(id).repair) {
    case Repair::None:
        return;
    case Repair::SetClock:
        return setClock();
    case Repair::OpenFolder:
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_node.paths().folder));
        return;
    case Repair::OpenPort:
        return openPort(sharingBind(m_node));
    case Repair::OtherPort:
        return openPort(QStringLiteral("0.0.0.0:%1").arg(m_facts.endpoints.peerProblem->freePort));
    case Repair::OpenFirewall:
        return openFirewall();
    case Repair::DialAgain:
        return dialAgain();
    case Repair::Invite:
        emit inviteRequested();
        return;
    case Repair::ShowRules:
        emit rulesRequested();
        return;
    case Repair::Compare:
        emit compareRequested();
        return;
    case Repair::AskOthers:
        return askOthers();
    }
}

void DoctorView::setClock() {
    runAsAdministrator(setClockCommand(), this, [this](bool well) {
        m_navigator.showNotice(well ? tr("This computer sets its clock by the internet now.")
                                    : tr("The clock was not changed. Who may change it types the "
                                         "command that is shown."));
        examine();
    });
}

void DoctorView::openPort(const QString& bind) {
    node::onResult(
        m_node.listenForPeers(bind), this, [this](const Result<QString, node::PortProblem>& opened) {
            m_navigator.showNotice(opened ? tr("The port is open.") : tr("The port could not be opened."));
            examine();
        });
}

void DoctorView::openFirewall() {
    if (!m_facts.firewall) return;
    const int port = QUrl(m_facts.endpoints.peer).port();
    runAsAdministrator(
        openPortCommand(*m_facts.firewall, static_cast<quint16>(port)), this, [this, port](bool well) {
            m_navigator.showNotice(
                well ? tr("The firewall lets others in at port %1.").arg(port)
                     : tr("The firewall was not changed. Who may change it types the command that is "
                          "shown."));
            examine();
        });
}

void DoctorView::dialAgain() {
    int dialled = 0;
    for (const net::PeerInfo& peer : *m_node.peers().list()) {
        if (peer.isConnected() || peer.dialledIn || peer.state == net::PeerState::Banned) continue;
        (void)m_node.peers().tryOnce(peer.address);
        ++dialled;
    }
    m_navigator.showNotice(tr("Dialling %n peer(s).", nullptr, dialled));
}

void DoctorView::askOthers() {
    node::onResult(m_node.peers().resolve(kAskMs), this, [this](const node::ResolveReport& report) {
        m_navigator.showNotice(report.replaced ? tr("The others were asked. We follow another chain now.")
                                               : tr("The others were asked. Nothing has changed."));
    });
}

void DoctorView::copyReport() {
    QGuiApplication::clipboard()->setText(helpReport(m_node, *window()) + reportOf(m_checks));
    m_navigator.showNotice(tr("The report was copied. No key, no amount and no address is in it."));
}

} // namespace gui

#include "moc_DoctorView.cpp"
