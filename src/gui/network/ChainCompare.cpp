#include "gui/network/ChainCompare.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/SafeText.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/network/BrakeFeed.h"
#include "gui/network/ForkPicture.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/AreaChart.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/Tag.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace gui {

namespace {

struct CompareWords {
    Q_DECLARE_TR_FUNCTIONS(gui::ChainCompare)
};

constexpr int kThreeCards = 900; // narrower: below each other
constexpr int kMostFinders = 5;
constexpr int kResolveMs = 10'000;

/// "27.4 × 10⁹ hashes": what nobody could count, in figures that can be compared.
QString workText(double hashes) {
    const int power = static_cast<int>(std::floor(std::log10(std::max(hashes, 1.0)) / 3)) * 3;
    if (power < 6) return CompareWords::tr("%1 hashes").arg(Format::count(std::llround(hashes)));
    const QString above = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString digits;
    for (const QChar digit : QString::number(power))
        digits += above[digit.digitValue()];
    const QString figures = Format::decimal(hashes / std::pow(10.0, power), 1);
    return CompareWords::tr("%1 × 10%2 hashes").arg(figures, digits);
}

std::int64_t firstHeard(const Branch& branch) {
    std::int64_t first = 0;
    for (const BranchBlock& block : branch.blocks)
        if (block.received != 0 && (first == 0 || block.received < first)) first = block.received;
    return first;
}

std::int64_t lastHeard(const Branch& branch) {
    std::int64_t last = 0;
    for (const BranchBlock& block : branch.blocks)
        last = std::max(last, block.received);
    return last;
}

/// How many of its blocks Cairn had heard of, over time.
QVector<AreaChart::Point> heardCurve(const Branch& branch) {
    std::vector<std::int64_t> times;
    for (const BranchBlock& block : branch.blocks)
        times.push_back(block.received);
    std::ranges::sort(times);
    QVector<AreaChart::Point> points;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (i + 1 < times.size() && times[i + 1] == times[i]) continue; // several in one second are one step
        points.append({static_cast<double>(times[i]), static_cast<double>(i + 1), {}});
    }
    return points;
}

} // namespace

ChainCompare::ChainCompare(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_feed(BrakeFeed::of(node)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_end = new Banner(Banner::Kind::Good, QString());
    m_end->setObjectName(QStringLiteral("compareEnd"));
    m_end->hide();
    layout->addWidget(m_end);
    layout->addWidget(buildFork());
    layout->addWidget(buildSides(), 1);
    keepMeasured(this, [layout] { layout->setSpacing(px(16)); });
    connect(&m_feed, &BrakeFeed::changed, this, [this] {
        if (isVisible()) refresh();
    });
    connect(&format(), &Format::changed, this, &ChainCompare::renderStake);
}

QWidget* ChainCompare::buildFork() {
    auto* card = new Card(tr("Where they part"));
    m_lead = new SentenceLabel;
    m_lead->setObjectName(QStringLiteral("compareLead"));
    m_lead->setStrong(true);
    m_fork = new ForkPicture;
    auto* twin = new PictureWithTable(m_fork);
    m_again = Button::small(tr("Ask the others again"), QStringLiteral("askAgainButton"),
                            QStringLiteral("refresh"));
    card->addHeaderWidget(m_again);
    card->addHeaderWidget(twin->toggle());
    card->body()->addWidget(m_lead);
    card->body()->addWidget(twin);
    connect(m_again, &Button::clicked, this, &ChainCompare::askAgain);
    connect(twin, &PictureWithTable::itemActivated, this, [this, twin](int item) {
        const BranchBlock* block = twin->showsTable() ? nullptr : m_fork->blockOf(item);
        if (block) m_navigator.openBlock(block->hash);
    });
    return card;
}

QWidget* ChainCompare::buildSides() {
    auto* row = new CardRow(kThreeCards);
    m_ours = buildSide(tr("Our chain"), true);
    m_theirs = buildSide(tr("The other chain"), false);
    row->add(m_ours.card);
    row->add(m_theirs.card);
    row->add(buildStake());
    return row;
}

ChainCompare::Side ChainCompare::buildSide(const QString& title, bool ours) {
    Side side;
    side.card = new Card(title);
    side.card->setEmphasis(ours ? Card::Emphasis::Accent : Card::Emphasis::Bad);
    side.card->addTitleWidget(ours ? new Tag(tr("in use"), TagKind::Accent)
                                   : new Tag(tr("offered"), TagKind::Bad));
    side.facts = new FactsList(FactsList::Values::Trailing);
    side.facts->setCompact(true);
    side.finders = new SentenceLabel;
    side.heard = new AreaChart;
    side.heard->setToken(ours ? Token::Accent : Token::Bad);
    side.heard->setStepped(true);
    side.heard->setHeads(tr("When"), tr("Blocks"));
    side.heard->setAccessibleName(ours ? tr("When Cairn heard of our blocks")
                                       : tr("When Cairn heard of the other chain's blocks"));
    side.heard->setPointText([](double time) { return format().exactTime(static_cast<qint64>(time)); });
    side.heard->setValueText([](double count) { return Format::count(std::llround(count)); });
    side.verdict = new SentenceLabel;
    auto* heardName = makeLabel(tr("When Cairn heard of them"), "muted");
    QVBoxLayout* column = side.card->body();
    column->addWidget(side.facts);
    column->addWidget(side.finders);
    column->addWidget(heardName);
    column->addWidget(side.heard);
    column->addWidget(side.verdict);
    column->addStretch(1);
    keepMeasured(side.card, [column, chart = side.heard] {
        column->setSpacing(px(8));
        chart->setFixedHeight(px(64));
    });
    return side;
}

QWidget* ChainCompare::buildStake() {
    auto* card = new Card(tr("What it would mean for you"));
    m_meaning = new FactsList(FactsList::Values::Trailing);
    m_meaning->setObjectName(QStringLiteral("stakeFacts"));
    m_hold = new SentenceLabel(tr(
        "Mining goes on, on our chain. If ours overtakes the other one, the question goes away by itself."));
    auto* actions = new QWidget;
    auto* row = new FlowLayout(actions);
    m_follow = new Button(QString(), Button::Kind::Danger);
    m_follow->setObjectName(QStringLiteral("followButton"));
    m_stay = new Button(tr("Stay on our chain"), Button::Kind::Primary);
    m_stay->setObjectName(QStringLiteral("compareStayButton"));
    m_follow->hide(); // until it is known whose chain it is
    row->addWidget(m_follow);
    row->addStretch();
    row->addWidget(m_stay);
    m_noWallet = new SentenceLabel(tr("No wallet is open: what it would lose is not known."));
    m_noWallet->hide();
    card->body()->addWidget(m_meaning);
    card->body()->addWidget(m_noWallet);
    card->body()->addWidget(m_hold);
    card->body()->addStretch(1);
    card->body()->addWidget(actions);
    connect(m_follow, &Button::clicked, this, &ChainCompare::askFollow);
    connect(m_stay, &Button::clicked, this, [this] {
        m_feed.stay();
        m_navigator.showNotice(tr("We stay on our chain. The other one stays held back."));
        emit closeRequested();
    });
    return card;
}

// --- asking

void ChainCompare::refresh() {
    if (!m_feed.held()) return showEnd();
    const primitives::BlockHash tip = m_node.chain().status()->tip.hash;
    if (m_asked == m_feed.held()->hash && m_askedTip == tip) return;
    m_asked = m_feed.held()->hash;
    m_askedTip = tip;
    ask();
}

void ChainCompare::ask() {
    m_ended = false;
    m_end->hide();
    m_offerer = m_feed.offerer();
    const auto mine = m_asked;
    node::onResult(compareBranches(m_node, mine), this,
                   [this, mine](const std::optional<BranchComparison>& comparison) {
                       if (comparison && mine == m_asked) showComparison(*comparison);
                   });
    const std::int32_t fork = m_feed.held()->forkHeight;
    node::onResult(m_node.wallet().ask([fork](const wallet::Wallet& wallet, std::int32_t height) {
        return walletAbove(wallet, height, fork);
    }),
                   this, [this, mine](const std::optional<WalletAtStake>& stake) {
                       if (mine == m_asked) showStake(stake.value_or(WalletAtStake()));
                   });
}

void ChainCompare::askAgain() {
    m_again->setEnabled(false);
    const auto done = [this] { m_again->setEnabled(true); };
    node::onResult(
        m_node.peers().resolve(kResolveMs), this,
        [this, done](const node::ResolveReport& report) {
            done();
            m_navigator.showNotice(report.replaced ? tr("The others were asked. We follow another chain now.")
                                                   : tr("The others were asked. Nothing has changed."));
        },
        done);
}

/// Once more, with the amount: nobody takes blocks back by a slip of the hand.
void ChainCompare::askFollow() {
    if (!m_feed.held()) return;
    const node::HeldBranch held = *m_feed.held();
    QString sentence = tr("%n block(s) of our chain are taken back, from height %1.", nullptr, held.replaces)
                           .arg(Format::count(held.forkHeight + 1));
    if (m_stake.isOpen && m_stake.afterwards != m_stake.now)
        sentence += QLatin1Char(' ') +
                    tr("Your wallet would hold %1 instead of %2.")
                        .arg(format().withUnit(m_stake.afterwards), format().withUnit(m_stake.now));
    auto* dialog = new FormDialog(m_offerer.isEmpty() ? tr("Follow the other chain?")
                                                      : tr("Follow the chain of %1?").arg(m_offerer),
                                  sentence, tr("Take back %n block(s)", nullptr, held.replaces), this);
    dialog->setObjectName(QStringLiteral("followDialog"));
    dialog->acceptButton()->setKind(Button::Kind::Danger);
    connect(dialog, &FormDialog::submitted, this, [this, dialog, hash = held.hash] {
        dialog->await(m_node.chain().releaseBranch(hash), tr("Following…"),
                      [this, dialog](const Result<void, node::BranchFailure>& released) {
                          if (!released)
                              return dialog->showProblem(
                                  released.error() == node::BranchFailure::StoreFailed
                                      ? tr("The disk takes nothing now. Nothing was taken back.")
                                      : tr("That chain is not held back any more. Nothing was done."));
                          m_navigator.showNotice(tr("Cairn follows the other chain now."));
                          m_feed.take(std::nullopt);
                          dialog->accept();
                          emit closeRequested();
                      });
    });
    dialog->open();
}

// --- what is shown

/// The question is over, whoever answered it.
void ChainCompare::showEnd() {
    if (std::exchange(m_ended, true)) return;
    const bool follows = m_node.chain().status()->tip.hash == m_asked;
    m_end->setSentence(follows ? tr("The question is answered: Cairn follows the other chain.")
                               : tr("The question has gone away by itself: no chain is held back any more."));
    m_end->show();
    m_follow->hide();
    m_stay->hide();
    m_asked = {};
}

void ChainCompare::showComparison(const BranchComparison& comparison) {
    m_comparison = comparison;
    const bool isNamed = !m_offerer.isEmpty();
    m_follow->setText(isNamed ? tr("Follow %1…").arg(Format::shortened(m_offerer, 16, 0)) : tr("Follow it…"));
    m_follow->setVisible(!m_ended);
    m_stay->setVisible(!m_ended);
    m_theirs.card->setTitle(theirName());
    m_fork->setComparison(comparison, isNamed ? m_offerer : tr("the other"),
                          [this](const BranchBlock& block) { return isOwn(block); });
    showLead();
    showSide(m_ours, true);
    showSide(m_theirs, false);
}

QString ChainCompare::theirName() const {
    return m_offerer.isEmpty() ? tr("The other chain")
                               : tr("The chain of %1").arg(Format::shortened(m_offerer, 16, 0));
}

void ChainCompare::showLead() {
    const QString name = theirName().toHtmlEscaped();
    const QString more = Format::decimal(m_comparison.moreWork() * 100, 1);
    m_lead->setSentence(
        tr("%1 carries <b>%2 % more work</b>. To follow it, <b>%n block(s)</b> of ours would be "
           "taken back.",
           nullptr, m_comparison.ours.count)
            .arg(name, more));
}

void ChainCompare::showSide(Side& side, bool ours) {
    const Branch& branch = ours ? m_comparison.ours : m_comparison.theirs;
    side.facts->setFact(tr("Blocks since %1").arg(Format::count(m_comparison.forkHeight)),
                        Format::count(branch.count));
    side.facts->setFact(tr("Work in them"), workText(branch.work));
    const double span = static_cast<double>(std::max<std::int64_t>(0, branch.span()));
    side.facts->setFact(
        tr("Took"), tr("%1, one every %2")
                        .arg(format().duration(span), format().duration(span / std::max(1, branch.count))));
    side.facts->setFact(tr("Followed by"), followers(ours));
    const bool known = std::ranges::all_of(branch.blocks, &BranchBlock::hasBody);
    std::int64_t payments = 0;
    for (const BranchBlock& block : branch.blocks)
        payments += std::max(0, block.transactionCount - 1);
    side.facts->setFact(tr("Payments in them"),
                        known ? Format::count(payments) : tr("not known: only the headers are here"));
    const QString finders = findersOf(branch);
    side.finders->setSentence(finders);
    side.finders->setVisible(!finders.isEmpty());
    side.heard->setPoints(heardCurve(branch));
    side.verdict->setSentence(verdictOn(branch, ours));
}

QString ChainCompare::followers(bool ours) const {
    const auto peers = m_node.peers().programs();
    const auto state = ours ? net::PeerState::InStep : net::PeerState::Held;
    const auto count = static_cast<int>(std::ranges::count(*peers, state, &net::PeerInfo::state));
    if (ours) return count == 0 ? tr("you alone") : tr("you and %n peer(s)", nullptr, count);
    return count == 0 ? tr("nobody who is here now") : tr("%n peer(s)", nullptr, count);
}

bool ChainCompare::isOwn(const BranchBlock& block) const {
    return m_node.wallet().ownScripts()->contains(block.minerScript);
}

/// "Found by you 8, ana 38"; empty where the bodies are not here.
QString ChainCompare::findersOf(const Branch& branch) const {
    std::map<QString, int> counts;
    for (const BranchBlock& block : branch.blocks) {
        if (!block.hasBody) return {};
        const QString name = safeText(QString::fromStdString(block.finder), 24);
        ++counts[isOwn(block) ? tr("you") : name.isEmpty() ? tr("without a name") : name];
    }
    QVector<std::pair<QString, int>> all(counts.begin(), counts.end());
    std::ranges::stable_sort(all, std::ranges::greater(), &std::pair<QString, int>::second);
    QStringList parts;
    for (qsizetype i = 0; i < std::min<qsizetype>(all.size(), kMostFinders); ++i)
        parts
            << QStringLiteral("%1 <b>%2</b>").arg(all[i].first.toHtmlEscaped(), Format::count(all[i].second));
    if (all.size() > kMostFinders) parts << tr("and others");
    return tr("Finders: %1").arg(parts.join(QStringLiteral(" · ")));
}

/// What the times tell: blocks that were found over hours and came in one go were kept back, or cut off.
QString ChainCompare::verdictOn(const Branch& branch, bool ours) const {
    const std::int64_t first = firstHeard(branch);
    const std::int64_t took = lastHeard(branch) - first;
    if (ours || first == 0) return tr("Cairn heard of these over %1.").arg(format().duration(double(took)));
    if (branch.span() > 60 && took * 10 < branch.span())
        return tr("Cairn heard nothing of them before %1. It looks as if they were made apart: cut off from "
                  "the others, or on purpose.")
            .arg(format().clock(first));
    return tr("Cairn heard of these as they were found, from %1 on.").arg(format().clock(first));
}

void ChainCompare::showStake(const WalletAtStake& stake) {
    m_stake = stake;
    renderStake();
}

void ChainCompare::renderStake() {
    m_meaning->setVisible(m_stake.isOpen);
    m_noWallet->setVisible(!m_stake.isOpen);
    if (!m_stake.isOpen) return;
    m_meaning->setFact(
        tr("Blocks you found"),
        m_stake.blocks == 0
            ? tr("none is lost")
            : tr("%n gone, − %1", nullptr, m_stake.blocks).arg(format().withUnit(m_stake.rewards)),
        m_stake.blocks == 0 ? nullptr : "bad");
    m_meaning->setFact(tr("Your payments"), m_stake.payments == 0 ? tr("none is touched")
                                                                  : tr("%n back to waiting for a block",
                                                                       nullptr, m_stake.payments));
    m_meaning->setFact(tr("Payments that spend what is gone"),
                       m_stake.lost == 0 ? tr("none") : tr("%n lost", nullptr, m_stake.lost),
                       m_stake.lost == 0 ? nullptr : "bad");
    m_meaning->setFact(tr("You hold now"), format().withUnit(m_stake.now), "mono");
    m_meaning->setFact(tr("You would hold"), format().withUnit(m_stake.afterwards),
                       m_stake.afterwards < m_stake.now ? "bad" : "mono");
}

} // namespace gui

#include "moc_ChainCompare.cpp"
