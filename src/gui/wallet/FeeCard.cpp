#include "gui/wallet/FeeCard.h"

#include "chain/mempool/MempoolSnapshot.h"
#include "consensus/Rules.h"
#include "explorer/ExplorerTypes.h"
#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FeeScale.h"
#include "gui/widgets/Form.h"
#include "ui_FeeCard.h"

#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <cmath>

namespace gui {

namespace {

constexpr double kCheapest = 1;  // sat/vB, what nodes pass on
constexpr double kDearest = 500; // right end of the slider; the field takes more
constexpr int kSteps = 200;
constexpr std::int64_t kOrdinaryVsize = 141; // one coin, two outputs
constexpr qsizetype kMostFeeCells = 40;
constexpr std::int64_t kCoinbaseWeight = 4'000; // what block templates keep free for it
constexpr std::int64_t kLeastWholeFee = 8'000;  // weight units: one small payment is no full block

/// Even steps on the slider are even factors of the rate.
double rateAt(int step) {
    return kCheapest * std::pow(kDearest / kCheapest, static_cast<double>(step) / kSteps);
}

int stepFor(double rate) {
    const double step =
        kSteps * std::log(std::max(rate, kCheapest) / kCheapest) / std::log(kDearest / kCheapest);
    return std::clamp(static_cast<int>(std::lround(step)), 0, kSteps);
}

/// Virtual bytes that pay more than `rate` (sat/vB), and how many payments they are.
struct Ahead {
    int payments = 0;
    std::int64_t vsize = 0;
};

Ahead aheadOf(const chain::MempoolSnapshot& mempool, double rate) {
    Ahead ahead;
    for (const auto& item : mempool.items) {
        const std::int64_t vsize = item.transaction->vsize();
        if (static_cast<double>(item.fee.satoshi()) < rate * static_cast<double>(vsize)) continue;
        ++ahead.payments;
        ahead.vsize += vsize;
    }
    return ahead;
}

/// What a payment of `weight` has to pay to be in the next block: the lowest rate while there is room, else a
/// little more than the first that it would push out. Depends on what waits alone, not on the rate chosen.
double nextBlockRate(const chain::MempoolSnapshot& mempool, std::int64_t weight,
                     const consensus::Rules& rules) {
    const double lowest = std::max(kCheapest, static_cast<double>(mempool.minFeePerKvB) / 1000);
    std::int64_t used = weight + kCoinbaseWeight;
    std::int64_t count = 2;                  // with the coinbase
    for (const auto& item : mempool.items) { // the best first
        used += item.transaction->weight();
        ++count;
        const bool room = rules.maxBlockTransactions == 0 || count <= rules.maxBlockTransactions;
        if (used <= rules.maxBlockWeight && room) continue;
        const double rate =
            static_cast<double>(item.fee.satoshi()) / static_cast<double>(item.transaction->vsize());
        return std::max(lowest, std::ceil(rate * 10 + 1) / 10);
    }
    return lowest;
}

/// A block that is still to come: the payments that would go into it.
struct Coming {
    std::int64_t weight = 0;
    int payments = 0;
    double lowest = 0; ///< sat/vB of the last that fits
    bool mine = false;
    QVector<StripCell> cells;

    void add(std::int64_t itemWeight, double rate, bool own) {
        weight += itemWeight;
        lowest = rate;
        mine = mine || own;
        payments += own ? 0 : 1;
        if (cells.size() < kMostFeeCells || own)
            cells.append({static_cast<double>(itemWeight), own ? Token::Own : feeToken(rate)});
        else
            cells.last().weight += static_cast<double>(itemWeight);
    }
};

/// The next two blocks as they would be made now, with a payment of `vsize` that pays `rate` among what
/// waits.
std::array<Coming, 2> comingBlocks(const chain::MempoolSnapshot& mempool, double rate, std::int64_t vsize,
                                   std::int64_t most) {
    std::array<Coming, 2> blocks;
    std::size_t at = 0;
    bool placed = false;
    const auto put = [&](std::int64_t weight, double itemRate, bool own) {
        if (at < blocks.size() && blocks[at].weight + weight > most) ++at;
        if (at < blocks.size()) blocks[at].add(weight, itemRate, own);
    };
    for (const auto& item : mempool.items) {
        const double itemRate =
            static_cast<double>(item.fee.satoshi()) / static_cast<double>(item.transaction->vsize());
        if (!placed && itemRate < rate) {
            put(vsize * 4, rate, true);
            placed = true;
        }
        put(item.transaction->weight(), itemRate, false);
        if (at >= blocks.size()) break;
    }
    if (!placed) put(vsize * 4, rate, true);
    for (Coming& block : blocks)
        std::ranges::stable_sort(block.cells, std::ranges::greater(), &StripCell::weight);
    return blocks;
}

QString contentsOf(const Coming& block) {
    if (block.payments == 0 && !block.mine) return FeeCard::tr("empty");
    if (block.payments == 0) return FeeCard::tr("yours alone");
    return block.mine ? FeeCard::tr("%n + yours", nullptr, block.payments)
                      : FeeCard::tr("%n payment(s)", nullptr, block.payments);
}

} // namespace

FeeCard::FeeCard(QWidget* parent)
    : Card(parent), m_strip(new ChainStrip), m_vsize(kOrdinaryVsize), m_ui(std::make_unique<Ui::FeeCard>()) {
    m_ui->setupUi(this);
    finishForm(this);
    m_strip->setAccessibleName(tr("The next blocks, and the place of this payment"));
    auto* twin = new PictureWithTable(m_strip);
    m_ui->pictureLayout->addWidget(twin);
    addHeaderWidget(twin->toggle());
    connect(twin, &PictureWithTable::itemActivated, this, &FeeCard::chooseBlock);
    m_ui->feeSlider->setRange(0, kSteps);
    m_ui->feeRateSpin->setRange(kCheapest, 100'000);
    m_ui->feeRateSpin->setMinimumWidth(px(136));
    connect(m_ui->feeSlider, &QSlider::valueChanged, this, [this](int step) {
        if (stepFor(m_ui->feeRateSpin->value()) != step) choose(rateAt(step));
    });
    connect(m_ui->feeRateSpin, &QDoubleSpinBox::valueChanged, this, [this](double rate) {
        const QSignalBlocker quiet(m_ui->feeSlider);
        m_ui->feeSlider->setValue(stepFor(rate));
        m_chosen = m_chosen || !m_following;
        emit changed();
    });
}

FeeCard::~FeeCard() = default;

std::int64_t FeeCard::feePerKvB() const {
    return std::llround(m_ui->feeRateSpin->value() * 1000);
}

void FeeCard::setFeePerKvB(std::int64_t rate) {
    choose(static_cast<double>(rate) / 1000);
}

void FeeCard::choose(double rate) {
    m_chosen = true;
    m_ui->feeRateSpin->setValue(rate);
}

void FeeCard::followQueue(const chain::MempoolSnapshot& mempool, const consensus::Rules& rules) {
    m_nextFrom = nextBlockRate(mempool, m_vsize * 4, rules);
    if (m_chosen || m_ui->feeRateSpin->value() == m_nextFrom) return;
    m_following = true;
    m_ui->feeRateSpin->setValue(m_nextFrom);
    m_following = false;
}

void FeeCard::renewBlocks(const chain::MempoolSnapshot& mempool, const consensus::Rules& rules) {
    const auto blocks = comingBlocks(mempool, m_ui->feeRateSpin->value(), m_vsize, rules.maxBlockWeight);
    const std::int64_t whole = std::max({blocks[0].weight, blocks[1].weight, m_lastWeight, kLeastWholeFee});
    QVector<StripBlock> pending;
    const std::array<QString, 2> names{tr("next"), tr("the one after")};
    for (std::size_t i = blocks.size(); i-- > 0;) { // the nearest last
        const Coming& block = blocks[i];
        StripBlock shown;
        shown.title = names[i];
        shown.cells = block.cells;
        shown.fill = static_cast<double>(block.weight) / static_cast<double>(whole);
        shown.full = static_cast<double>(block.weight) / rules.maxBlockWeight;
        shown.lines = {contentsOf(block)};
        if (block.weight > 0) shown.lines << tr("from %1").arg(Format::feeRate(block.lowest));
        pending.append(shown);
    }
    m_strip->setPending(pending);
    m_last.fill = static_cast<double>(m_lastWeight) / static_cast<double>(whole);
    m_last.full = static_cast<double>(m_lastWeight) / rules.maxBlockWeight;
    m_strip->setBlocks(m_last.key.isEmpty() ? QVector<StripBlock>() : QVector<StripBlock>{m_last});
    m_strip->setChosen(blocks[0].mine ? 1 : blocks[1].mine ? 0 : -1);
}

void FeeCard::setLastBlock(const explorer::BlockRow& row) {
    m_lastWeight = std::max<std::int64_t>(row.weight, 1);
    m_last.title = Format::count(row.height);
    m_last.lines = {tr("%n payment(s)", nullptr, std::max(row.transactionCount - 1, 0)),
                    format().ago(row.time)};
    m_last.key = QString::fromStdString(row.hash.toHex());
}

/// A block to come is a wish: the rate that gets a payment into it.
void FeeCard::chooseBlock(int item) {
    if (item >= m_strip->pendingCount()) return;
    choose(item == m_strip->pendingCount() - 1 ? m_nextFrom : kCheapest);
}

void FeeCard::setTotal(std::optional<primitives::Amount> fee, std::int64_t vsize) {
    m_vsize = fee ? vsize : kOrdinaryVsize;
    m_ui->totalLabel->setText(
        fee ? tr("%1 in all, for %2 vB").arg(format().withUnit(*fee), Format::count(vsize)) : QString());
}

void FeeCard::setQueue(const chain::MempoolSnapshot& mempool, const consensus::Rules& rules) {
    followQueue(mempool, rules);
    renewBlocks(mempool, rules);
    const Ahead ahead = aheadOf(mempool, m_ui->feeRateSpin->value());
    const auto blocks =
        static_cast<int>(ahead.vsize / std::max<std::int64_t>(rules.maxBlockWeight / 4, 1)) + 1;
    const QString wait = format().duration(static_cast<double>(blocks) * rules.targetBlockTime);
    const QString place =
        blocks == 1 ? tr("Yours fits into <b>the next block</b>, in about %1.").arg(wait)
                    : tr("Yours comes in about <b>%n blocks</b>, %1 from now.", nullptr, blocks).arg(wait);
    const int waiting = static_cast<int>(mempool.items.size());
    if (waiting == 0) {
        m_ui->queueLabel->setSentence(tr("Nothing is waiting: the lowest fee will do.") + QLatin1Char(' ') +
                                      place);
        return;
    }
    const QString queue =
        tr("%n payment(s) waiting", nullptr, waiting) + QStringLiteral(", ") +
        (ahead.payments == 0 ? tr("none pays more.")
                             : tr("%n of them pay as much or more.", nullptr, ahead.payments));
    m_ui->queueLabel->setSentence(queue + QLatin1Char(' ') + place);
}

} // namespace gui

#include "moc_FeeCard.cpp"
