#include "gui/mining/RateCard.h"

#include "gui/Format.h"
#include "gui/mining/MiningWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/AreaChart.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Picture.h"
#include "node/NodeTypes.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr std::int64_t kRateSpanMs = 5 * 60 * 1'000;
constexpr std::int64_t kLeastGapMs = 900; ///< a sample a second is enough for five minutes on a screen

} // namespace

RateCard::RateCard(QWidget* parent) : Card(tr("Hash rate"), parent) {
    setMutedTitle(true);
    setBleed(true);
    m_rate = new BigFigure;
    m_facts = makeLabel(QString(), "muted");
    m_facts->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_chart = new AreaChart;
    m_chart->setAccessibleName(tr("Hash rate over the last minutes"));
    m_chart->setToken(Token::Work);
    m_chart->setCornerRadius(px(12));
    m_chart->setHeads(tr("When"), tr("Hash rate"));
    m_chart->setValueText([](double rate) { return Format::hashRate(rate); });
    m_chart->setPointText([this](double steadyMs) { return ageOf(steadyMs); });
    m_twin = new PictureWithTable(m_chart);
    addHeaderWidget(m_twin->toggle());
    m_idle = new SentenceLabel(
        tr("While this computer mines, its rate over the last five minutes is drawn here."));
    auto* idleRow = new QHBoxLayout;
    idleRow->setContentsMargins(px(18), 0, px(18), px(12));
    idleRow->addWidget(m_idle);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(18), 0, px(18), 0);
    head->addWidget(m_rate, 1);
    head->addWidget(m_facts);
    body()->setSpacing(px(8));
    m_pause = new SentenceLabel;
    auto* pauseRow = new QHBoxLayout;
    pauseRow->setContentsMargins(px(18), 0, px(18), 0);
    pauseRow->addWidget(m_pause);
    body()->addLayout(head);
    body()->addLayout(pauseRow);
    body()->addWidget(m_twin, 1);
    body()->addLayout(idleRow);
}

void RateCard::sample(const node::MiningStatus& status, std::int64_t steadyMs) {
    if (!m_samples.empty() && steadyMs - m_samples.back().steadyMs < kLeastGapMs) return;
    m_samples.push_back({steadyMs, status.working ? status.statistics.hashesPerSecond : 0});
    while (m_samples.front().steadyMs < steadyMs - kRateSpanMs)
        m_samples.pop_front();
}

void RateCard::render(const node::MiningStatus& status) {
    const double rate = status.working ? status.statistics.hashesPerSecond : 0;
    const QString text = Format::hashRate(rate);
    const auto space = text.lastIndexOf(QChar(0x00a0)) >= 0 ? text.lastIndexOf(QChar(0x00a0))
                                                            : text.lastIndexOf(QLatin1Char(' '));
    if (status.working || status.enabled)
        m_rate->setFigure(text.left(space), text.mid(space + 1));
    else
        m_rate->setFigure(tr("Off"));
    const QString pause = miningPauseWords(status.pause);
    m_pause->setSentence(QStringLiteral("<work>") + pause.toHtmlEscaped() + QStringLiteral("</work>"));
    m_pause->setVisible(!status.working && !pause.isEmpty());
    const bool curve = hasCurve();
    m_twin->setVisible(curve);
    m_twin->toggle()->setVisible(curve);
    m_idle->setVisible(!curve);
    QStringList lines;
    lines << kernelWords(status.kernel);
    const QString threads = tr("%1 of %n thread(s)", nullptr, status.availableThreads).arg(status.threads);
    lines << (status.bestHashesPerSecond > 0
                  ? tr("%1 · best %2").arg(threads, Format::hashRate(status.bestHashesPerSecond))
                  : threads);
    m_facts->setText(lines.join(QLatin1Char('\n')));
    renderChart();
}

bool RateCard::hasCurve() const {
    return std::ranges::any_of(m_samples, [](const Sample& sample) { return sample.rate > 0; });
}

void RateCard::renderChart() {
    QVector<AreaChart::Point> points;
    for (const Sample& sample : m_samples)
        points.append({static_cast<double>(sample.steadyMs), sample.rate, {}});
    m_chart->setPoints(points);
}

QString RateCard::ageOf(double steadyMs) const {
    const double now = m_samples.empty() ? steadyMs : static_cast<double>(m_samples.back().steadyMs);
    const double age = (now - steadyMs) / 1'000;
    return age < 1 ? tr("now") : tr("%1 ago").arg(format().duration(age));
}

} // namespace gui

#include "moc_RateCard.cpp"
