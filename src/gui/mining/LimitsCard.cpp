#include "gui/mining/LimitsCard.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Stepper.h"
#include "node/Node.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace gui {

namespace {

constexpr auto kThreads = "mining_threads";
constexpr auto kPercent = "mining_percent";
constexpr auto kBattery = "mining_pause_on_battery";
constexpr auto kIdle = "mining_idle_minutes";

/// Shows `value`, which may be none of the usual ones.
void choose(QComboBox* box, int value, const QString& words) {
    const QSignalBlocker quiet(box);
    if (box->findData(value) < 0) box->addItem(words, value);
    box->setCurrentIndex(box->findData(value));
}

QString idleWords(int minutes) {
    return LimitsCard::tr("pause %1 min").arg(minutes);
}

} // namespace

LimitsCard::LimitsCard(node::Node& node, QWidget* parent)
    : Card(parent), m_node(node), m_threads(new Stepper), m_flow(new FlowLayout) {
    setSlim(true);
    m_flow->setGaps(20, 8);
    m_threads->setAccessibleName(tr("Threads that mine"));
    addLimit(tr("Threads"), m_threads);
    m_percent = makeChoice(tr("Share of its time that each thread mines"), kPercent);
    for (const int percent : {100, 75, 50, 25, 10})
        m_percent->addItem(Format::percent(percent / 100.0), percent);
    addLimit(tr("Each at"), m_percent);
    m_battery = makeChoice(tr("On battery"), kBattery);
    m_battery->addItem(tr("mine on"), 0);
    m_battery->addItem(tr("pause"), 1);
    m_battery->setToolTip(tr("Where the system tells that it runs on its battery."));
    addLimit(tr("On battery"), m_battery);
    m_idle = makeChoice(tr("While you use Cairn"), kIdle);
    m_idle->addItem(tr("mine on"), 0);
    for (const int minutes : {1, 5, 15})
        m_idle->addItem(idleWords(minutes), minutes);
    m_idle->setToolTip(tr("Cairn notices keys and mouse in its own window, not in other programs."));
    addLimit(tr("While you use Cairn"), m_idle);
    auto* more = new Button(tr("More settings"), Button::Kind::Link);
    m_flow->addStretch();
    m_flow->addWidget(more);
    body()->addLayout(m_flow);
    connect(more, &Button::clicked, this, &LimitsCard::moreRequested);
    connect(m_threads, &Stepper::valueChanged, this, [this](int threads) { change(kThreads, threads); });
    render();
}

/// A name and its control stay together.
void LimitsCard::addLimit(const QString& name, QWidget* control) {
    auto* label = makeLabel(name, "muted");
    label->setBuddy(control);
    auto* pair = new QHBoxLayout;
    keepMeasured(pair, [pair] { pair->setSpacing(px(8)); });
    pair->addWidget(label);
    pair->addWidget(control);
    m_flow->addLayout(pair);
}

QComboBox* LimitsCard::makeChoice(const QString& name, const char* setting) {
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setObjectName(QLatin1String(setting));
    connect(box, &QComboBox::activated, this,
            [this, box, setting] { change(setting, box->currentData().toInt()); });
    return box;
}

/// Now, and from the next start on. What the command line says would win over the setting, so the miner is
/// told as well.
void LimitsCard::change(const char* setting, int value) {
    const QLatin1String key(setting);
    const bool isSwitch = key == QLatin1String(kBattery);
    (void)m_node.changeSetting(key, isSwitch
                                        ? QString(value != 0 ? QStringLiteral("on") : QStringLiteral("off"))
                                        : QString::number(value));
    node::MiningRequest request;
    if (key == QLatin1String(kThreads)) request.threads = value;
    if (key == QLatin1String(kPercent)) request.percent = value;
    if (isSwitch) request.pauseOnBattery = value != 0;
    if (key == QLatin1String(kIdle)) request.idleMinutes = value;
    m_node.mining().change(request);
}

void LimitsCard::render() {
    const auto status = m_node.mining().status();
    const QSignalBlocker quiet(m_threads); // what is shown is nobody's wish
    const int most = std::max({1, status->availableThreads, status->threads});
    // Only what differs: the same again would ask for a new layout, and take what is being typed away.
    if (m_threads->minimum() != 1 || m_threads->maximum() != most) m_threads->setRange(1, most);
    if (m_threads->value() != status->threads) m_threads->setValue(status->threads);
    const node::MiningLimits& limits = status->limits;
    choose(m_percent, limits.percent, Format::percent(limits.percent / 100.0));
    choose(m_battery, limits.pauseOnBattery ? 1 : 0, {});
    choose(m_idle, limits.idleMinutes, idleWords(limits.idleMinutes));
}

} // namespace gui

#include "moc_LimitsCard.cpp"
