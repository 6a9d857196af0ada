#include "gui/welcome/CardView.h"

#include "consensus/ChainParams.h"
#include "consensus/Subsidy.h"
#include "gui/Format.h"
#include "gui/NetworkWords.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/NetworkMark.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace gui {

namespace {

QString ofUnit(primitives::Amount amount, const QString& unit) {
    // The rules of a network are no secret: shown while amounts are hidden, too.
    QString text = QString::fromStdString(toDecimal(amount));
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.'))) text.chop(1);
    const QString whole = text.section(QLatin1Char('.'), 0, 0);
    const QString rest = text.mid(whole.size());
    return Format::count(whole.toLongLong()) + rest + QChar(0x00a0) + unit;
}

/// All coins there will ever be; nothing when there is no end to them but the common limit.
primitives::Amount supplyOf(const consensus::Rules& rules) {
    constexpr std::int64_t kMost = 21'000'000 * primitives::Amount::kCoin;
    if (rules.halvingInterval == 0) return primitives::Amount(rules.blockReward.satoshi() == 0 ? 0 : kMost);
    std::int64_t sum = 0;
    for (std::int64_t reward = rules.blockReward.satoshi(); reward > 0; reward /= 2) {
        if (reward > (kMost - sum) / rules.halvingInterval) return primitives::Amount(kMost);
        sum += reward * rules.halvingInterval;
    }
    return primitives::Amount(sum);
}

QString blocksText(std::int64_t count) {
    return CardView::tr("%n block(s)", nullptr, static_cast<int>(count));
}

QString placesText(const consensus::NetworkCard& card) {
    QStringList places;
    for (const std::string& seed : card.seeds) {
        if (places.size() == 2) break;
        places << QUrl(QString::fromStdString(seed)).authority();
    }
    return places.isEmpty() ? CardView::tr("not said on this card") : places.join(QStringLiteral(", "));
}

} // namespace

CardView::CardView(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(12));
    m_mark = new NetworkMark;
    m_name = makeLabel(QString(), "title");
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_words = makeLabel(QString(), "muted");
    m_words->setWordWrap(true);
    auto* names = new QVBoxLayout;
    names->setSpacing(px(2));
    names->addWidget(m_name);
    names->addWidget(m_words);
    head->addWidget(m_mark);
    head->addLayout(names, 1);
    column->addLayout(head);
    m_lead = new SentenceLabel;
    m_lead->setStrong(true);
    column->addWidget(m_lead);
    m_rules = new FactsList(FactsList::Values::Trailing);
    m_rules->setCompact(true);
    m_others = new FactsList(FactsList::Values::Trailing);
    m_others->setCompact(true);
    m_others->hide();
    m_all = new Button(tr("All rules"), Button::Kind::Link);
    m_all->setObjectName(QStringLiteral("allRulesButton"));
    m_all->setIconName(QStringLiteral("chevron-down"));
    connect(m_all, &Button::clicked, this, [this] {
        const bool open = m_others->isHidden();
        m_others->setVisible(open);
        m_all->setText(open ? tr("Fewer rules") : tr("All rules"));
        m_all->setIconName(open ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"));
    });
    column->addWidget(m_rules);
    column->addWidget(m_others);
    column->addWidget(m_all, 0, Qt::AlignLeft);
}

void CardView::setCard(const consensus::NetworkCard& card) {
    const consensus::ChainParams params = consensus::paramsFromCard(card);
    const QString name = QString::fromStdString(card.name);
    const QColor colour(QString::fromStdString(card.colour));
    QStringList words;
    for (const std::string& word : consensus::fingerprintWords(params.genesisHash))
        words << QString::fromStdString(word);
    m_identity = colourWord(colour) + QStringLiteral(", ") + words.join(QStringLiteral(", "));
    m_mark->setNetwork(name, colour);
    m_name->setText(name);
    const QDate since = QDateTime::fromSecsSinceEpoch(card.rules.genesisTime).date();
    m_words->setText(
        tr("%1, since %2")
            .arg(fingerprintText(params.genesisHash), QLocale().toString(since, QLocale::ShortFormat)));
    showRules(card);
    showOtherRules(card);
}

void CardView::showRules(const consensus::NetworkCard& card) {
    const consensus::Rules& rules = card.rules;
    const QString unit = unitOf(QString::fromStdString(card.name)).toHtmlEscaped();
    const QString pace = format().duration(rules.targetBlockTime);
    const QString reward = ofUnit(rules.blockReward, unit);
    if (rules.halvingInterval == 0) {
        m_lead->setSentence(
            tr("A block about every <b>%1</b>. Whoever finds one gets <b>%2</b>, and that never "
               "becomes less.")
                .arg(pace, reward));
    } else {
        m_lead->setSentence(
            tr("A block about every <b>%1</b>. Whoever finds one gets <b>%2</b>, half as much "
               "after every %3 blocks.")
                .arg(pace, reward, Format::count(rules.halvingInterval)));
    }
    const std::int64_t supply = supplyOf(rules).satoshi() + primitives::Amount::kCoin / 2; // in whole coins
    m_rules->setFact(tr("Money there will be"),
                     Format::count(supply / primitives::Amount::kCoin) + QChar(0x00a0) + unit);
    m_rules->setFact(tr("Fresh coins rest for"), blocksText(rules.coinbaseMaturity));
    m_rules->setFact(tr("A payment counts after"), blocksText(card.confirmationBlocks));
    m_rules->setFact(tr("Difficulty adjusts every"), blocksText(rules.difficultyAdjustmentInterval));
    m_rules->setFact(tr("Who may join"), tr("everyone with the card"));
    m_rules->setFact(tr("To be reached at"), placesText(card));
}

void CardView::showOtherRules(const consensus::NetworkCard& card) {
    const consensus::Rules& rules = card.rules;
    m_others->setFact(tr("Payments in a block, at most"),
                      rules.maxBlockTransactions == 0 ? tr("as many as fit")
                                                      : Format::count(rules.maxBlockTransactions - 1));
    m_others->setFact(tr("Weight of a block, at most"),
                      tr("%1 units").arg(Format::count(rules.maxBlockWeight)));
    m_others->setFact(tr("Easiest difficulty allowed after"),
                      rules.minDifficultyAfter == 0 ? tr("never")
                                                    : format().duration(rules.minDifficultyAfter));
    m_others->setFact(tr("Addresses begin with"), QString::fromStdString(rules.bech32Hrp) + QLatin1Char('1'));
    const auto bits = [](std::uint32_t value) {
        return QString::number(value, 16).rightJustified(8, QLatin1Char('0'));
    };
    m_others->setFact(tr("First target"), bits(rules.initialBits), "mono");
    m_others->setFact(tr("Easiest target"), bits(rules.powLimitBits), "mono");
    const QString message = QString::fromStdString(rules.genesisMessage);
    m_others->setFact(tr("Message in the first block"), message.isEmpty() ? tr("none") : message);
}

} // namespace gui

#include "moc_CardView.cpp"
