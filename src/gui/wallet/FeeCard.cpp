#include "gui/wallet/FeeCard.h"

#include "chain/MempoolSnapshot.h"
#include "consensus/Rules.h"
#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Labels.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace gui {

namespace {

constexpr double kCheapest = 1;   // sat/vB, what nodes pass on
constexpr double kDearest = 500;  // right end of the slider; the field takes more
constexpr int kSteps = 200;

/// Even steps on the slider are even factors of the rate.
double rateAt(int step) { return kCheapest * std::pow(kDearest / kCheapest, static_cast<double>(step) / kSteps); }

int stepFor(double rate) {
    const double step = kSteps * std::log(std::max(rate, kCheapest) / kCheapest) / std::log(kDearest / kCheapest);
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

} // namespace

FeeCard::FeeCard(QWidget* parent) : Card(tr("Fee"), parent) {
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(QStringLiteral("feeSlider"));
    m_slider->setProperty("kind", "fee");
    m_slider->setRange(0, kSteps);
    m_slider->setAccessibleName(tr("Fee rate, from cheap to first of all"));
    m_rate = new QDoubleSpinBox;
    m_rate->setObjectName(QStringLiteral("feeRateSpin"));
    m_rate->setRange(kCheapest, 100'000);
    m_rate->setDecimals(1);
    m_rate->setSuffix(QStringLiteral(" sat/vB"));
    m_rate->setAccessibleName(tr("Fee rate in satoshi for a virtual byte"));
    m_total = makeLabel(QString(), "muted");
    m_queue = new SentenceLabel;
    auto* figures = new QHBoxLayout;
    figures->setSpacing(px(12));
    figures->addWidget(m_rate);
    figures->addWidget(m_total, 1);
    auto* ends = new QHBoxLayout;
    ends->addWidget(makeLabel(tr("cheap, may wait"), "faint"));
    ends->addStretch(1);
    ends->addWidget(makeLabel(tr("first of all"), "faint"));
    body()->setSpacing(px(8));
    body()->addLayout(figures);
    body()->addWidget(m_slider);
    body()->addLayout(ends);
    body()->addWidget(m_queue);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        if (stepFor(m_rate->value()) != step) m_rate->setValue(rateAt(step));
    });
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, [this](double rate) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(stepFor(rate));
        emit changed();
    });
}

std::int64_t FeeCard::feePerKvB() const { return std::llround(m_rate->value() * 1000); }

void FeeCard::setFeePerKvB(std::int64_t rate) { m_rate->setValue(static_cast<double>(rate) / 1000); }

void FeeCard::setTotal(std::optional<primitives::Amount> fee, std::int64_t vsize) {
    m_total->setText(fee ? tr("%1 in all, for %2 vB").arg(format().withUnit(*fee), Format::count(vsize)) : QString());
}

void FeeCard::setQueue(const chain::MempoolSnapshot& mempool, const consensus::Rules& rules) {
    const Ahead ahead = aheadOf(mempool, m_rate->value());
    const auto blocks = static_cast<int>(ahead.vsize / std::max<std::int64_t>(rules.maxBlockWeight / 4, 1)) + 1;
    const QString wait = format().duration(static_cast<double>(blocks) * rules.targetBlockTime);
    const QString place = blocks == 1 ? tr("Yours fits into <b>the next block</b>, in about %1.").arg(wait)
                                      : tr("Yours comes in about <b>%n blocks</b>, %1 from now.", nullptr, blocks).arg(wait);
    const int waiting = static_cast<int>(mempool.items.size());
    if (waiting == 0) {
        m_queue->setSentence(tr("Nothing is waiting: the lowest fee will do.") + QLatin1Char(' ') + place);
        return;
    }
    const QString queue = tr("%n payment(s) wait", nullptr, waiting) + QStringLiteral(", ") +
                          (ahead.payments == 0 ? tr("none pays more.") : tr("%n of them pay as much or more.", nullptr, ahead.payments));
    m_queue->setSentence(queue + QLatin1Char(' ') + place);
}

} // namespace gui
