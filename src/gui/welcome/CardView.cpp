#include "gui/welcome/CardView.h"

#include "consensus/ChainParams.h"
#include "gui/Format.h"
#include "gui/NetworkWords.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/LogoMark.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gui {

CardView::CardView(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(10));
    m_swatch = new Swatch(color(Token::Net), px(14));
    m_name = makeLabel(QString(), "title");
    m_words = makeLabel(QString(), "muted");
    head->addWidget(m_swatch);
    head->addWidget(m_name);
    head->addWidget(m_words, 1);
    column->addLayout(head);
    m_rules = new FactsList(FactsList::Values::Trailing);
    m_rules->setCompact(true);
    column->addWidget(m_rules);
}

void CardView::setCard(const consensus::NetworkCard& card) {
    const consensus::ChainParams params = consensus::paramsFromCard(card);
    m_swatch->setFill(QColor(QString::fromStdString(card.colour)));
    m_name->setText(QString::fromStdString(card.name));
    m_words->setText(fingerprintText(params.genesisHash));
    showRules(card);
}

void CardView::showRules(const consensus::NetworkCard& card) {
    const consensus::Rules& rules = card.rules;
    const QString unit = unitOf(QString::fromStdString(card.name));
    m_rules->clear();
    m_rules->setFact(tr("A block about every"), format().duration(rules.targetBlockTime));
    m_rules->setFact(tr("Reward of a block"),
                     QStringLiteral("%1 %2").arg(format().trimmed(rules.blockReward), unit));
    m_rules->setFact(tr("Reward halves after"),
                     rules.halvingInterval == 0 ? tr("never")
                                                : tr("%1 blocks").arg(Format::count(rules.halvingInterval)));
    m_rules->setFact(tr("Difficulty adjusts every"),
                     tr("%1 blocks").arg(Format::count(rules.difficultyAdjustmentInterval)));
    m_rules->setFact(tr("Rewards can be spent after"),
                     tr("%1 blocks").arg(Format::count(rules.coinbaseMaturity)));
    m_rules->setFact(tr("Addresses begin with"), QString::fromStdString(rules.bech32Hrp) + QLatin1Char('1'));
}

} // namespace gui
