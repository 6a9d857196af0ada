#include "gui/mining/ChanceCard.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
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
    body()->setSpacing(px(6));
    body()->addWidget(m_expected);
    body()->addWidget(m_odds);
    body()->addSpacing(px(8));
    body()->addWidget(makeLabel(tr("Luck since start"), "muted"));
    body()->addWidget(m_luck);
    body()->addWidget(m_found);
    body()->addStretch(1);
}

void ChanceCard::render(const node::MiningStatus& status) {
    const double mean = status.expectedSeconds;
    if (mean > 0) {
        // The wait has no memory: it is exponential, so its half lies at ln 2 and its last tenth at ln 10 of the mean.
        m_expected->setFigure(format().duration(mean));
        m_odds->setSentence(tr("expected to the next block of yours. Half the time sooner than %1, one time in ten later than %2.")
                                .arg(format().duration(mean * std::log(2.0)), format().duration(mean * std::log(10.0))));
    } else {
        m_expected->setFigure(QStringLiteral("–"));
        m_odds->setSentence(status.enabled || status.working ? tr("The rate is being measured.")
                                                              : tr("Start mining to see how long a block takes on this computer."));
    }
    const double expected = status.expectedBlocks;
    m_luck->setLuck(static_cast<double>(status.foundBlocks), expected);
    m_found->setText(tr("%1 found, %2 expected").arg(Format::count(status.foundBlocks), Format::decimal(expected, 1)));
}

} // namespace gui
