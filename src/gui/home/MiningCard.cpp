#include "gui/home/MiningCard.h"

#include "consensus/Subsidy.h"
#include "gui/Format.h"
#include "gui/mining/MiningWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/ToggleSwitch.h"
#include "node/Node.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gui {

MiningCard::MiningCard(node::Node& node, QWidget* parent) : Card(tr("Mining"), parent), m_node(node) {
    m_switch = new ToggleSwitch;
    m_switch->setToken(Token::Work);
    m_switch->setAccessibleName(tr("Mining"));
    addHeaderWidget(m_switch);
    m_rate = new BigFigure;
    m_often = new SentenceLabel;
    m_today = new SentenceLabel;
    body()->setSpacing(px(6));
    body()->addWidget(m_rate);
    body()->addWidget(m_often);
    body()->addStretch(1);
    body()->addWidget(m_today);
    connect(m_switch, &QAbstractButton::clicked, this,
            [this](bool on) { m_node.mining().change({.enabled = on, .threads = {}, .mode = {}}); });
    setToday(0, 0);
}

void MiningCard::render() {
    const auto status = m_node.mining().status();
    m_switch->setChecked(status->enabled);
    const double rate = status->working ? status->statistics.hashesPerSecond : 0;
    if (!status->enabled && !status->working) return renderIdle();
    const QStringList parts = Format::hashRate(rate).split(QChar(0x00a0));
    const QStringList words = parts.size() == 2 ? parts : Format::hashRate(rate).split(QLatin1Char(' '));
    m_rate->setFigure(words.value(0), tr("%1 on %n thread(s)", nullptr, status->threads).arg(words.value(1)));
    if (!status->working) return m_often->setSentence(miningPauseWords(status->pause).toHtmlEscaped());
    if (status->expectedSeconds <= 0) return m_often->setSentence(tr("Warming up…"));
    const QString every = format().duration(status->expectedSeconds);
    const double network = m_node.chain().status()->networkHashRate;
    const double mean = status->meanHashesPerSecond;
    const bool alone = m_node.peers().list()->empty() || network <= 0;
    m_often->setSentence(
        alone ? tr("A block about every <b>%1</b>").arg(every)
              : tr("A block about every <b>%1</b>; %2 of the network")
                    .arg(every, Format::percent(std::min(1.0, mean / std::max(mean, network)))));
}

void MiningCard::renderIdle() {
    m_rate->setFigure(tr("Off"));
    const auto best = m_node.mining().status()->bestHashesPerSecond;
    const std::int32_t next = m_node.chain().status()->tip.height + 1;
    const primitives::Amount reward = consensus::subsidyAt(next, m_node.params().rules());
    if (reward.satoshi() == 0)
        return m_often->setSentence(
            tr("New coins are no longer made here: a block earns the fees of its payments."));
    m_often->setSentence(
        best > 0 ? tr("Best so far %1. The next block is worth %2 and its fees.")
                       .arg(Format::hashRate(best), format().withUnit(reward))
                 : tr("Switch it on and this computer makes the next block, worth %1 and its fees.")
                       .arg(format().withUnit(reward)));
}

void MiningCard::setToday(int found, int lost) {
    m_today->setSentence(
        lost == 0
            ? tr("Found today <b>%1</b>").arg(Format::count(found))
            : tr("Found today <b>%1</b> · lost to forks %2").arg(Format::count(found), Format::count(lost)));
}

} // namespace gui

#include "moc_MiningCard.cpp"
