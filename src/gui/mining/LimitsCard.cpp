#include "gui/mining/LimitsCard.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Stepper.h"
#include "node/Node.h"

#include <QComboBox>
#include <QGridLayout>
#include <QResizeEvent>
#include <QSignalBlocker>

#include <algorithm>
#include <numeric>

namespace gui {

namespace {

constexpr int kInTwoRows = 2; ///< limits a row
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
    : Card(parent), m_node(node), m_threads(new Stepper), m_grid(new QGridLayout) {
    setSlim(true);
    m_grid->setHorizontalSpacing(px(8));
    m_grid->setVerticalSpacing(px(8));
    const auto add = [this](const QString& name, QWidget* control) {
        auto* label = makeLabel(name, "muted");
        label->setBuddy(control);
        m_limits.push_back({label, control});
    };
    m_threads->setAccessibleName(tr("Threads that mine"));
    add(tr("Threads"), m_threads);
    m_percent = makeChoice(tr("Share of its time that each thread mines"), kPercent);
    for (const int percent : {100, 75, 50, 25, 10})
        m_percent->addItem(Format::percent(percent / 100.0), percent);
    add(tr("Each at"), m_percent);
    m_battery = makeChoice(tr("On battery"), kBattery);
    m_battery->addItem(tr("mine on"), 0);
    m_battery->addItem(tr("pause"), 1);
    m_battery->setToolTip(tr("Where the system tells that it runs on its battery."));
    add(tr("On battery"), m_battery);
    m_idle = makeChoice(tr("While you use Cairn"), kIdle);
    m_idle->addItem(tr("mine on"), 0);
    for (const int minutes : {1, 5, 15})
        m_idle->addItem(idleWords(minutes), minutes);
    m_idle->setToolTip(tr("Cairn notices keys and mouse in its own window, not in other programs."));
    add(tr("While you use Cairn"), m_idle);
    m_more = new Button(tr("More settings"), Button::Kind::Link);
    body()->addLayout(m_grid);
    arrange(static_cast<int>(m_limits.size()));
    connect(m_more, &Button::clicked, this, &LimitsCard::moreRequested);
    connect(m_threads, &Stepper::valueChanged, this, [this](int threads) { change(kThreads, threads); });
    render();
}

/// `perRow` limits in a row, each a label and its control.
void LimitsCard::arrange(int perRow) {
    m_perRow = perRow;
    for (int column = 0; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, 0);
    int place = 0;
    for (const auto& [label, control] : m_limits) {
        m_grid->addWidget(label, place / perRow, place % perRow * 2);
        m_grid->addWidget(control, place / perRow, place % perRow * 2 + 1);
        ++place;
    }
    m_grid->setColumnStretch(2 * perRow, 1);
    m_grid->addWidget(m_more, 0, 2 * perRow + 1);
}

/// How wide the card has to be for that.
int LimitsCard::widthFor(int perRow) const {
    std::vector<int> columns(2 * static_cast<std::size_t>(perRow));
    std::size_t place = 0;
    for (const auto& [label, control] : m_limits) {
        columns[place % columns.size()] =
            std::max(columns[place % columns.size()], label->sizeHint().width());
        ++place;
        columns[place % columns.size()] =
            std::max(columns[place % columns.size()], control->sizeHint().width());
        ++place;
    }
    const int frame = Card::minimumSizeHint().width() - m_grid->totalMinimumSize().width();
    const int gaps = m_grid->horizontalSpacing() * static_cast<int>(columns.size() + 1);
    return std::accumulate(columns.begin(), columns.end(), frame + gaps + m_more->sizeHint().width());
}

QSize LimitsCard::minimumSizeHint() const {
    return {widthFor(kInTwoRows), Card::minimumSizeHint().height()};
}

void LimitsCard::resizeEvent(QResizeEvent* event) {
    const int all = static_cast<int>(m_limits.size());
    const int perRow = event->size().width() < widthFor(all) ? kInTwoRows : all;
    if (perRow != m_perRow) arrange(perRow);
    Card::resizeEvent(event);
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
    node::Node::MiningRequest request;
    if (key == QLatin1String(kThreads)) request.threads = value;
    if (key == QLatin1String(kPercent)) request.percent = value;
    if (isSwitch) request.pauseOnBattery = value != 0;
    if (key == QLatin1String(kIdle)) request.idleMinutes = value;
    m_node.setMining(request);
}

void LimitsCard::render() {
    const auto status = m_node.miningStatus();
    const QSignalBlocker quiet(m_threads); // what is shown is nobody's wish
    m_threads->setRange(1, std::max({1, status->availableThreads, status->threads}));
    m_threads->setValue(status->threads);
    const node::MiningLimits& limits = status->limits;
    choose(m_percent, limits.percent, Format::percent(limits.percent / 100.0));
    choose(m_battery, limits.pauseOnBattery ? 1 : 0, {});
    choose(m_idle, limits.idleMinutes, idleWords(limits.idleMinutes));
}

} // namespace gui
