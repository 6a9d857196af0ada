#include "gui/welcome/RuleWords.h"

#include "gui/Format.h"
#include "primitives/Amount.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gui {

namespace {

struct RuleTexts {
    Q_DECLARE_TR_FUNCTIONS(gui::RuleTexts)
};

struct AskedRule {
    std::string_view rule;
    const char* field;
};

constexpr std::array kFields = {
    AskedRule{"target_block_time", QT_TRANSLATE_NOOP("gui::RuleTexts", "Seconds between blocks")},
    AskedRule{"block_reward", QT_TRANSLATE_NOOP("gui::RuleTexts", "Reward of a block, in coins")},
    AskedRule{"halving_interval",
              QT_TRANSLATE_NOOP("gui::RuleTexts", "The reward halves every … blocks (0: never)")},
    AskedRule{"difficulty_adjustment_interval",
              QT_TRANSLATE_NOOP("gui::RuleTexts", "Difficulty adjusts every … blocks")},
    AskedRule{"coinbase_maturity",
              QT_TRANSLATE_NOOP("gui::RuleTexts", "Rewards can be spent after … blocks")},
    AskedRule{"max_block_transactions",
              QT_TRANSLATE_NOOP("gui::RuleTexts", "Transactions in a block, at most")},
    AskedRule{"min_difficulty_after",
              QT_TRANSLATE_NOOP("gui::RuleTexts", "Easiest difficulty after … seconds (0: never)")},
    AskedRule{"bech32_hrp", QT_TRANSLATE_NOOP("gui::RuleTexts", "Addresses begin with")},
};

} // namespace

QString ruleField(std::string_view rule) {
    const auto found = std::ranges::find(kFields, rule, &AskedRule::rule);
    return found == kFields.end() ? QString::fromUtf8(rule.data(), qsizetype(rule.size()))
                                  : RuleTexts::tr(found->field);
}

QString allowedWords(const consensus::RuleInfo& rule) {
    const QString least = Format::count(rule.least);
    const QString most = Format::count(rule.most);
    switch (rule.kind) {
    case consensus::RuleKind::Coins:
        return RuleTexts::tr("an amount from %1 to %2 with at most 8 decimals")
            .arg(Format::count(rule.least / primitives::Amount::kCoin),
                 Format::count(rule.most / primitives::Amount::kCoin));
    case consensus::RuleKind::Whole:
        return RuleTexts::tr("a whole number from %1 to %2").arg(least, most);
    case consensus::RuleKind::Letters:
        return RuleTexts::tr("%1 to %2 small letters from a to z").arg(least, most);
    case consensus::RuleKind::Bits:
    case consensus::RuleKind::Text:
        break;
    }
    return QString::fromStdString(consensus::allowedText(rule));
}

QString ruleProblem(const consensus::RuleInfo& rule, const QString& text) {
    const QString field = ruleField(rule.name);
    if (text.isEmpty()) return RuleTexts::tr("“%1” is empty; it must be %2.").arg(field, allowedWords(rule));
    return RuleTexts::tr("“%1” must be %2, not “%3”.").arg(field, allowedWords(rule), text.left(40));
}

} // namespace gui
