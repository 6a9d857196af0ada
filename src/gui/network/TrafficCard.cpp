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
#include <utility>

namespace gui {

namespace {

constexpr int kSampleMs = 2'000;
constexpr std::int64_t kTrafficSpanMs = 5 * 60 * 1'000;

double perSecond(qint64 bytes, std::int64_t ms) {
    return ms <= 0 ? 0 : static_cast<double>(bytes) * 1'000 / static_cast<double>(ms);
}

QString rateText(double bytesPerSecond) {
    return TrafficCard::tr("%1/s").arg(Format::size(qRound64(bytesPerSecond)));
}

} // namespace

TrafficCard::TrafficCard(node::Node& node, QWidget* parent)
    : Card(tr("Traffic"), parent), m_node(node), m_chart(new AreaChart), m_choice(new Button) {
    m_chart->setAccessibleName(tr("Bytes received and sent, over the last five minutes"));
    m_chart->setToken(Token::Net);
    m_chart->setShowsTop(true);
    m_chart->setHeads(tr("When"), tr("In"));
    m_chart->setSecondLine(Token::Own, tr("Out"));
    m_chart->setValueText(rateText);
    m_choice->setObjectName(QStringLiteral("trafficChoice"));
    m_choice->setSmall(true);
    m_choice->hide();
    addHeaderWidget(m_choice);
    auto* twin = new PictureWithTable(m_chart);
    addHeaderWidget(twin->toggle());
    body()->addWidget(twin, 1);
    connect(m_choice, &Button::clicked, this, [this] { chooseShown(!showsAll()); });
    connect(new SeenClock(this, kSampleMs), &SeenClock::tick, this, &TrafficCard::sample);
    sample();
}

void TrafficCard::setPeer(quint64 peer, const QString& name) {
    m_name = name;
    const bool other = std::exchange(m_peer, peer) != peer;
    m_choice->setVisible(peer != 0);
    if (other && !showsAll())
        chooseShown(peer == 0); // it goes on with the newly chosen one
    else
        chooseShown(showsAll());
}

void TrafficCard::chooseShown(bool all) {
    const quint64 shown = all ? 0 : m_peer;
    const QString name = Format::shortened(m_name, 16, 0);
    m_choice->setText(all ? tr("only %1").arg(name) : tr("all peers"));
    setTitle(all ? tr("Traffic") : tr("Traffic with %1").arg(name));
    if (std::exchange(m_shown, shown) != shown) render();
}

void TrafficCard::sample() {
    Sample now{m_node.clock().steadyMs(), {}};
    const auto peers = m_node.peers().list();
    for (const net::PeerInfo& peer : *peers)
        now.peers.push_back({peer.id, peer.bytesIn, peer.bytesOut});
    std::ranges::sort(now.peers, {}, &Sample::Counter::peer);
    m_samples.push_back(now);
    while (m_samples.front().steadyMs < now.steadyMs - kTrafficSpanMs)
        m_samples.pop_front();
    // Where nothing came or went in all this time, a curve of nothing need not be drawn again.
    const bool still = m_drawn && std::ranges::all_of(m_samples, [&now](const Sample& sample) {
                           return sample.peers == now.peers;
                       });
    if (isVisible() && !still) render();
}

/// A peer that left took its counters along, a new one brings its own: only what is in both samples counts,
/// and all of what is new.
TrafficCard::Rate TrafficCard::rateOf(const Sample& before, const Sample& now) const {
    qint64 in = 0;
    qint64 out = 0;
    for (const Sample::Counter& counter : now.peers) {
        if (m_shown != 0 && counter.peer != m_shown) continue;
        const auto old = std::ranges::lower_bound(before.peers, counter.peer, {}, &Sample::Counter::peer);
        const bool isKnown = old != before.peers.end() && old->peer == counter.peer;
        in += std::max<qint64>(counter.in - (isKnown ? old->in : 0), 0);
        out += std::max<qint64>(counter.out - (isKnown ? old->out : 0), 0);
    }
    const std::int64_t ms = now.steadyMs - before.steadyMs;
    return {perSecond(in, ms), perSecond(out, ms)};
}

void TrafficCard::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    render();
}

void TrafficCard::render() {
    m_drawn = m_samples.size() > 1;
    QVector<AreaChart::Point> points;
    Rate last;
    for (std::size_t i = 1; i < m_samples.size(); ++i) {
        const Sample& now = m_samples[i];
        last = rateOf(m_samples[i - 1], now);
        const std::int64_t age = (m_samples.back().steadyMs - now.steadyMs) / 1'000;
        points.append({static_cast<double>(now.steadyMs), last.in,
                       age == 0 ? tr("now") : tr("%1 ago").arg(format().duration(static_cast<double>(age))),
                       last.out});
    }
    m_chart->setPoints(points);
    if (!m_drawn) return;
    const std::int64_t span = (m_samples.back().steadyMs - m_samples[1].steadyMs) / 1'000;
    m_chart->setAxisEnds(tr("%1 ago").arg(format().duration(static_cast<double>(span))), tr("now"));
    setNote(tr("in %1, out %2").arg(rateText(last.in), rateText(last.out)));
}

} // namespace gui

#include "moc_TrafficCard.cpp"
