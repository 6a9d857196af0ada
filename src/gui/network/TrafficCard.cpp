#include "gui/network/TrafficCard.h"

#include "gui/Format.h"
#include "gui/frame/Seen.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/AreaChart.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kSampleMs = 2'000;
constexpr std::int64_t kSpanMs = 5 * 60 * 1'000;

/// A peer that left took its counters along: nothing is transferred backwards.
double perSecond(qint64 before, qint64 now, std::int64_t ms) {
    return ms <= 0 ? 0
                   : static_cast<double>(std::max<qint64>(now - before, 0)) * 1'000 / static_cast<double>(ms);
}

QString rateText(double bytesPerSecond) {
    return TrafficCard::tr("%1/s").arg(Format::size(qRound64(bytesPerSecond)));
}

} // namespace

TrafficCard::TrafficCard(node::Node& node, QWidget* parent)
    : Card(tr("Traffic"), parent), m_node(node), m_chart(new AreaChart) {
    setBleed(true);
    m_chart->setAccessibleName(tr("Bytes received and sent, over the last five minutes"));
    m_chart->setToken(Token::Net);
    m_chart->setCornerRadius(px(12));
    m_chart->setHeads(tr("When"), tr("Received and sent"));
    m_chart->setValueText(rateText);
    auto* twin = new PictureWithTable(m_chart);
    addHeaderWidget(twin->toggle());
    body()->addWidget(twin, 1);
    connect(new SeenClock(this, kSampleMs), &SeenClock::tick, this, &TrafficCard::sample);
    sample();
}

void TrafficCard::sample() {
    Sample now{m_node.clock().steadyMs()};
    const auto peers = m_node.peers().list();
    for (const net::PeerInfo& peer : *peers) {
        now.in += peer.bytesIn;
        now.out += peer.bytesOut;
    }
    m_samples.push_back(now);
    while (m_samples.front().steadyMs < now.steadyMs - kSpanMs)
        m_samples.pop_front();
    // Where nothing came or went in all this time, a curve of nothing need not be drawn again.
    const bool still = m_drawn && std::ranges::all_of(m_samples, [&now](const Sample& sample) {
                           return sample.in == now.in && sample.out == now.out;
                       });
    if (isVisible() && !still) render();
}

void TrafficCard::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    render();
}

void TrafficCard::render() {
    m_drawn = m_samples.size() > 1;
    QVector<AreaChart::Point> points;
    for (std::size_t i = 1; i < m_samples.size(); ++i) {
        const Sample& before = m_samples[i - 1];
        const Sample& now = m_samples[i];
        const std::int64_t ms = now.steadyMs - before.steadyMs;
        const std::int64_t age = (m_samples.back().steadyMs - now.steadyMs) / 1'000;
        points.append({static_cast<double>(now.steadyMs),
                       perSecond(before.in, now.in, ms) + perSecond(before.out, now.out, ms),
                       age == 0 ? tr("now") : tr("%1 ago").arg(format().duration(static_cast<double>(age)))});
    }
    m_chart->setPoints(points);
    if (m_samples.size() < 2) return;
    const Sample& before = m_samples[m_samples.size() - 2];
    const Sample& now = m_samples.back();
    const std::int64_t ms = now.steadyMs - before.steadyMs;
    setNote(
        tr("in %1, out %2")
            .arg(rateText(perSecond(before.in, now.in, ms)), rateText(perSecond(before.out, now.out, ms))));
}

} // namespace gui
