#include "gui/network/RulesView.h"

#include "consensus/ChainParams.h"
#include "consensus/RuleTable.h"
#include "gui/Format.h"
#include "gui/NetworkWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <limits>

namespace gui {

namespace {

struct RuleName {
    const char* rule;
    const char* words;
};

constexpr std::array kNames = {
    RuleName{"block_reward", QT_TRANSLATE_NOOP("gui::RulesView", "Reward of a block")},
    RuleName{"halving_interval", QT_TRANSLATE_NOOP("gui::RulesView", "The reward halves every")},
    RuleName{"max_block_transactions",
             QT_TRANSLATE_NOOP("gui::RulesView", "Transactions in a block, at most")},
    RuleName{"max_block_weight", QT_TRANSLATE_NOOP("gui::RulesView", "Weight of a block, at most")},
    RuleName{"target_block_time", QT_TRANSLATE_NOOP("gui::RulesView", "A block is meant to come every")},
    RuleName{"difficulty_adjustment_interval",
             QT_TRANSLATE_NOOP("gui::RulesView", "Difficulty follows every")},
    RuleName{"pow_limit_bits", QT_TRANSLATE_NOOP("gui::RulesView", "Easiest target")},
    RuleName{"initial_bits", QT_TRANSLATE_NOOP("gui::RulesView", "First target")},
    RuleName{"coinbase_maturity", QT_TRANSLATE_NOOP("gui::RulesView", "A mined coin can be spent after")},
    RuleName{"min_difficulty_after",
             QT_TRANSLATE_NOOP("gui::RulesView", "The easiest target is allowed after")},
    RuleName{"bech32_hrp", QT_TRANSLATE_NOOP("gui::RulesView", "Addresses begin with")},
    RuleName{"genesis_time", QT_TRANSLATE_NOOP("gui::RulesView", "Time of the first block")},
    RuleName{"genesis_message", QT_TRANSLATE_NOOP("gui::RulesView", "Message in the first block")},
};

/// The number and what it counts.
QString withRuleUnit(const consensus::RuleInfo& rule, qint64 value) {
    const QString count = Format::count(value);
    if (rule.name == "max_block_weight") return RulesView::tr("%1 weight units").arg(count); // thousands
    const int plural = static_cast<int>(std::min<qint64>(value, std::numeric_limits<int>::max()));
    // In figures as everywhere: %n alone has no room between thousands.
    const QString bare = QString::number(plural);
    if (rule.unit == "blocks") return RulesView::tr("%n block(s)", nullptr, plural).replace(bare, count);
    if (rule.unit == "seconds") return RulesView::tr("%n second(s)", nullptr, plural).replace(bare, count);
    return count;
}

QString valueOf(const consensus::RuleInfo& rule, const consensus::Rules& rules) {
    const QString text = QString::fromStdString(consensus::valueText(rule, rules));
    if (rule.name == "block_reward") return format().withUnit(rules.blockReward);
    if (rule.name == "genesis_time") return format().exactTime(rules.genesisTime);
    if (rule.name == "halving_interval" && rules.halvingInterval == 0) return RulesView::tr("never");
    if (rule.name == "max_block_transactions" && rules.maxBlockTransactions == 0)
        return RulesView::tr("no limit");
    if (rule.name == "min_difficulty_after" && rules.minDifficultyAfter == 0) return RulesView::tr("never");
    if (rule.name == "genesis_message" && text.isEmpty()) return QStringLiteral("–");
    if (rule.kind != consensus::RuleKind::Whole) return text;
    return withRuleUnit(rule, text.toLongLong());
}

/// A round of the network's colour.
class RuleSwatch : public QWidget {
public:
    explicit RuleSwatch(const QColor& ink) : m_ink(ink) { setFixedSize(px(16), px(16)); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_ink);
        painter.drawEllipse(rect().adjusted(1, 1, -1, -1));
    }

private:
    QColor m_ink;
};

QWidget* identityCard(const consensus::ChainParams& params) {
    auto* card = new Card(RulesView::tr("This network"));
    card->addTitleWidget(new RuleSwatch(QColor(QString::fromStdString(params.card.colour))));
    auto* words = makeLabel(fingerprintText(params.genesisHash), "lead");
    words->setAccessibleName(RulesView::tr("Three words of the network: %1").arg(words->text()));
    card->body()->addWidget(words);
    card->body()->addWidget(new SentenceLabel(
        RulesView::tr("Two computers are in the same network when they show the same three words.")));
    auto* facts = new FactsList;
    facts->setFact(RulesView::tr("Name"), QString::fromStdString(params.name()), "strong");
    auto* genesis = new HashLabel(QString::fromStdString(params.genesisHash.toHex()));
    genesis->setAccessibleName(RulesView::tr("Hash of the first block"));
    facts->setFact(RulesView::tr("First block"), genesis);
    facts->setFact(RulesView::tr("Colour"), QString::fromStdString(params.card.colour), "mono");
    facts->setFact(RulesView::tr("Magic of its files"), QString::fromStdString(util::toHex(params.magic)),
                   "mono");
    card->body()->addWidget(facts);
    card->body()->addStretch(1);
    return card;
}

QWidget* rulesCard(const consensus::ChainParams& params) {
    auto* card = new Card(RulesView::tr("Its rules"));
    card->body()->addWidget(new SentenceLabel(
        params.isRegtest
            ? RulesView::tr("A network for trying things out: difficulty never changes.")
            : RulesView::tr(
                  "They were fixed with the first block. Another rule would make another network.")));
    auto* facts = new FactsList(FactsList::Values::Trailing);
    facts->setCompact(true);
    for (const consensus::RuleInfo& rule : consensus::ruleTable()) {
        const QString value = valueOf(rule, params.rules());
        facts->setFact(ruleTitle(rule.name), value,
                       rule.kind == consensus::RuleKind::Bits ? "mono" : nullptr);
    }
    card->body()->addWidget(facts);
    card->body()->addStretch(1);
    return card;
}

} // namespace

QString ruleTitle(std::string_view key) {
    const auto found = std::ranges::find_if(kNames, [&](const RuleName& each) { return key == each.rule; });
    return found == kNames.end() ? QString::fromUtf8(key.data(), qsizetype(key.size()))
                                 : RulesView::tr(found->words);
}

RulesView::RulesView(const consensus::ChainParams& params, QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* row = new CardRow(820);
    row->add(identityCard(params), 1);
    row->add(rulesCard(params), 1);
    layout->addWidget(row);
    layout->addStretch(1);
}

} // namespace gui

#include "moc_RulesView.cpp"
