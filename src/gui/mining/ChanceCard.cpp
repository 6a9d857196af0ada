#include "gui/mining/ChanceCard.h"

#include "consensus/Target.h"
#include "gui/Format.h"
#include "gui/mining/TableTwin.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/MiningPictures.h"
#include "node/NodeTypes.h"

#include <QVBoxLayout>

#include <cmath>

namespace gui {

ChanceCard::ChanceCard(QWidget* parent) : Card(tr("Chance"), parent) {
    setMutedTitle(true);
    m_expected = new BigFigure;
    m_odds = new SentenceLabel;
    m_luck = new LuckBar;
    m_found = makeLabel(QString(), "faint");
    body()->setSpacing(px(4));
    body()->addWidget(m_expected);
    body()->addWidget(m_odds);
    body()->addSpacing(px(4));
    m_luckTitle = makeLabel(tr("Luck since start"), "muted");
    m_twin = new TableTwin(m_luck, {m_luck->tableModel()});
    addHeaderWidget(m_twin->toggle());
    body()->addWidget(m_luckTitle);
    body()->addWidget(m_twin);
    body()->addWidget(m_found);
    body()->addStretch(1);
}

/// What would be: from the best rate so far and the target of the block that waits to be made.
void ChanceCard::renderIdle(const node::MiningStatus& status) {
    const bool known = status.bestHashesPerSecond > 0 && status.work;
    if (status.enabled || status.working || !known) {
        m_expected->setFigure(QStringLiteral("–"));
        return m_odds->setSentence(status.enabled || status.working
                                       ? tr("The rate is being measured.")
                                       : tr("Start mining to see how long a block takes on this computer."));
    }
    const double hashes = consensus::workOf(status.work->block.header.bits).toDouble();
    m_expected->setFigure(format().duration(hashes / status.bestHashesPerSecond));
    m_odds->setSentence(tr("to the next block of yours, at the best rate so far."));
}

void ChanceCard::render(const node::MiningStatus& status) {
    const double mean = status.expectedSeconds;
    if (mean > 0) {
        // The wait has no memory: it is exponential, so its half lies at ln 2 and its last tenth at ln 10 of
        // the mean.
        m_expected->setFigure(format().duration(mean));
        m_odds->setSentence(
            tr("expected to the next block of yours. Half the time sooner than %1, one time in ten later "
               "than %2.")
                .arg(format().duration(mean * std::log(2.0)), format().duration(mean * std::log(10.0))));
    } else {
        renderIdle(status);
    }
    const double expected = status.expectedBlocks;
    for (QWidget* part : std::initializer_list<QWidget*>{m_luckTitle, m_twin, m_twin->toggle(), m_found})
        part->setVisible(expected > 0 || status.foundBlocks > 0);
    m_luck->setLuck(static_cast<double>(status.foundBlocks), expected);
    m_found->setText(
        tr("%1 found, %2 expected").arg(Format::count(status.foundBlocks), Format::decimal(expected, 1)));
}

} // namespace gui

#include "moc_ChanceCard.cpp"
