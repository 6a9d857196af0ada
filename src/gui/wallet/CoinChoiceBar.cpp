#include "gui/wallet/CoinChoiceBar.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SentenceLabel.h"
#include "wallet/TxSize.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gui {

CoinChoiceBar::CoinChoiceBar(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_warning = new Banner(Banner::Kind::Warning, {});
    m_warning->setObjectName(QStringLiteral("togetherBanner"));
    column->addWidget(m_warning);
    auto* row = new FlowLayout;
    m_sentence = new SentenceLabel;
    m_sentence->setObjectName(QStringLiteral("choiceSentence"));
    m_sentence->setWordWrap(false);
    row->addWidget(m_sentence);
    row->addStretch();
    const auto add = [row](const QString& words, const char* name, const char* iconName,
                           Button::Kind kind = Button::Kind::Normal) {
        auto* button = new Button(words, kind);
        button->setObjectName(QLatin1String(name));
        if (*iconName) button->setIconName(QLatin1String(iconName));
        row->addWidget(button);
        return button;
    };
    connect(add(tr("Clear"), "clearChoiceButton", ""), &Button::clicked, this,
            &CoinChoiceBar::clearRequested);
    m_freeze = add(tr("Freeze"), "freezeButton", "freeze");
    m_freeze->setToolTip(tr("A frozen coin pays only where you choose it yourself."));
    connect(m_freeze, &Button::clicked, this, [this] { emit freezeRequested(!m_allFrozen); });
    m_join = add(tr("Join…"), "joinChosenButton", "");
    m_join->setToolTip(tr("Makes one coin of those that are chosen"));
    connect(m_join, &Button::clicked, this, &CoinChoiceBar::joinRequested);
    m_spend = add(tr("Spend these"), "spendTheseButton", "send", Button::Kind::Primary);
    connect(m_spend, &Button::clicked, this, &CoinChoiceBar::spendRequested);
    column->addLayout(row);
    keepMeasured(this, [column] { column->setSpacing(px(10)); });
}

void CoinChoiceBar::showChoice(const std::vector<CoinRow>& coins, std::size_t canPay,
                               std::int64_t feePerKvB) {
    primitives::Amount sum;
    std::int64_t weight = 0;
    for (const CoinRow& each : coins) {
        sum += each.amount;
        weight += each.weight;
    }
    const primitives::Amount cost = wallet::feeFor(primitives::vsizeOf(weight), feePerKvB);
    QString sentence =
        tr("<b>%n coin(s), %1</b>.", nullptr, static_cast<int>(coins.size())).arg(format().withUnit(sum)) +
        QLatin1Char(' ') +
        tr("To spend them costs about %1 at %2.")
            .arg(format().trimmed(cost), Format::feeRate(static_cast<double>(feePerKvB) / 1'000));
    const std::size_t idle = coins.size() - canPay;
    if (idle > 0)
        sentence = tr("<b>%n of them cannot pay yet</b>: it is not ripe, or in no block.", nullptr,
                      static_cast<int>(idle));
    m_sentence->setSentence(sentence);
    m_allFrozen = std::ranges::all_of(coins, &CoinRow::isFrozen);
    m_freeze->setText(m_allFrozen ? tr("Give free") : tr("Freeze"));
    m_spend->setEnabled(idle == 0 && !coins.empty());
    m_join->setEnabled(idle == 0 && coins.size() > 1);
    warn(coins);
}

/// Whoever knows one of the addresses learns of the others.
void CoinChoiceBar::warn(const std::vector<CoinRow>& coins) {
    std::set<wallet::KeyPath> paths;
    QStringList names;
    for (const CoinRow& each : coins) {
        paths.insert(each.path);
        if (!each.label.isEmpty() && !names.contains(each.label)) names << each.label;
    }
    m_warning->setVisible(paths.size() > 1);
    if (paths.size() <= 1) return;
    const auto count = static_cast<int>(paths.size());
    if (names.size() < 2)
        return m_warning->setSentence(tr(
            "Spent together, these coins show that their %n address(es) are one owner's.", nullptr, count));
    m_warning->setSentence(
        tr("Spent together, these coins show that their %n address(es) are one owner's: what “%1” and “%2” "
           "stand for can be seen to belong together.",
           nullptr, count)
            .arg(names[0].toHtmlEscaped(), names[1].toHtmlEscaped()));
}

} // namespace gui

#include "moc_CoinChoiceBar.cpp"
