#include "gui/mining/HowHardCard.h"

#include "consensus/Target.h"
#include "gui/Format.h"
#include "gui/mining/TableTwin.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/MiningPictures.h"
#include "node/Node.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace gui {

namespace {

constexpr double kSteady = 0.005; ///< below half a percent nothing changes that anyone would notice

} // namespace

HowHardCard::HowHardCard(node::Node& node, QWidget* parent) : Card(tr("How hard"), parent), m_node(node) {
    m_cells = new IntervalCells;
    m_sentence = new SentenceLabel;
    m_facts = new FactsList(FactsList::Values::Trailing);
    m_facts->setFact(tr("Whole network"), QStringLiteral("–"));
    m_facts->setFact(tr("Your share"), QStringLiteral("–"));
    m_twin = new TableTwin(m_cells, {m_cells->tableModel()});
    addHeaderWidget(m_twin->toggle());
    m_facts->setCompact(true);
    body()->setSpacing(px(8));
    body()->addWidget(m_twin);
    body()->addWidget(m_sentence);
    body()->addWidget(m_facts);
    body()->addStretch(1);
}

QString HowHardCard::sentence() const {
    const auto chain = m_node.chain().status();
    const consensus::Rules& rules = m_node.params().rules();
    if (chain->nextAdjustmentHeight == 0 || m_node.params().isRegtest)
        return tr("The difficulty of this network never changes.");
    const QString last = Format::count(chain->nextAdjustmentHeight - 1);
    const int left = chain->nextAdjustmentHeight - 1 - chain->tip.height;
    const double each = chain->averageBlockTime > 0 ? chain->averageBlockTime : rules.targetBlockTime;
    const QString when =
        left <= 0
            ? tr("Next adjustment with the next block.")
            : tr("Next adjustment after block %1, %2.").arg(last, format().until(qRound64(left * each)));
    if (chain->averageBlockTime <= 0) return when;
    const QString took =
        tr("Blocks took %1 instead of %2")
            .arg(format().duration(chain->averageBlockTime), format().duration(rules.targetBlockTime));
    const double change = chain->adjustmentEstimate;
    if (std::abs(change) < kSteady) return tr("%1<br>%2: the difficulty stays as it is.").arg(when, took);
    const QString by = Format::percent(std::abs(change));
    return change > 0 ? tr("%1<br>%2: the difficulty will rise by about <b>%3</b>.").arg(when, took, by)
                      : tr("%1<br>%2: the difficulty will fall by about <b>%3</b>.").arg(when, took, by);
}

void HowHardCard::render() {
    const auto chain = m_node.chain().status();
    const auto status = m_node.mining().status();
    const int interval = std::max(1, m_node.params().rules().difficultyAdjustmentInterval);
    const int next = chain->nextAdjustmentHeight;
    const bool adjusts = next > 0 && !m_node.params().isRegtest;
    m_twin->setVisible(adjusts);
    m_twin->toggle()->setVisible(adjusts);
    if (next > 0)
        m_cells->setProgress(std::clamp(interval - (next - 1 - chain->tip.height), 0, interval), interval);
    m_sentence->setSentence(sentence());
    const double own = status->meanHashesPerSecond;
    const double network = std::max(chain->networkHashRate, own);
    m_facts->setFact(tr("Whole network"), network > 0 ? Format::hashRate(network) : QStringLiteral("–"));
    m_facts->setFact(tr("Your share"), network > 0 ? Format::percent(own / network) : QStringLiteral("–"));
}

} // namespace gui

#include "moc_HowHardCard.cpp"
