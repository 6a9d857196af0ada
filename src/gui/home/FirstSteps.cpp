#include "gui/home/FirstSteps.h"

#include "gui/Navigator.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "node/Node.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace gui {

namespace {

constexpr auto kSetting = "first_steps";

} // namespace

FirstSteps::FirstSteps(node::Node& node, Navigator& navigator, QWidget* parent) : Card(parent), m_node(node) {
    setAccessibleName(tr("First steps"));
    setSlim(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    const QString words[StepCount] = {tr("Mine a block"), tr("Wait until it can be spent"),
                                      tr("Send a payment"), tr("Back up the words")};
    for (int step = 0; step < StepCount; ++step) {
        m_steps[step] =
            new Button(QStringLiteral("%1. %2").arg(step + 1).arg(words[step]), Button::Kind::Quiet);
        m_steps[step]->setSmall(true);
    }
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(px(8));
    m_grid->setVerticalSpacing(px(2));
    row->addLayout(m_grid);
    row->addStretch(1);
    Button* close = Button::iconOnly(QStringLiteral("close"), tr("Hide the first steps"));
    close->setSmall(true);
    row->addWidget(close);
    body()->addLayout(row);
    arrangeSteps();
    connect(m_steps[Mine], &Button::clicked, this, [&navigator] { navigator.openPage(PageId::Mining); });
    connect(m_steps[Wait], &Button::clicked, this, [&navigator] { navigator.openPage(PageId::Mining); });
    connect(m_steps[Send], &Button::clicked, this, [&navigator] { navigator.openSend(); });
    connect(m_steps[BackUp], &Button::clicked, this, &FirstSteps::backUpRequested);
    connect(close, &Button::clicked, this, [this] {
        hide();
        (void)m_node.changeSetting(QLatin1String(kSetting), QStringLiteral("off"));
    });
    render();
}

/// In one line, or in two where the window is narrow, the text large or the words long.
void FirstSteps::arrangeSteps() {
    int needed = px(80); // the close button and the margins
    for (const Button* step : m_steps)
        needed += step->sizeHint().width() + px(8);
    const int columns = needed <= width() ? StepCount : StepCount / 2;
    if (columns == m_columns && m_grid->count() == StepCount) return;
    m_columns = columns;
    for (int step = 0; step < StepCount; ++step)
        m_grid->addWidget(m_steps[step], step / m_columns, step % m_columns, Qt::AlignLeft);
}

void FirstSteps::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    arrangeSteps();
}

QSize FirstSteps::minimumSizeHint() const {
    int widest = 0;
    for (const Button* step : m_steps)
        widest = std::max(widest, step->sizeHint().width());
    return {2 * widest + px(96), Card::minimumSizeHint().height()};
}

void FirstSteps::setDone(Step step, bool done) {
    m_done[step] = done;
    m_steps[step]->setIconName(done ? QStringLiteral("check") : QString());
    m_steps[step]->setEnabled(!done);
}

void FirstSteps::render() {
    const auto wallet = m_node.walletStatus();
    const wallet::WalletBalance& balance = wallet->balance;
    const bool has = balance.total().satoshi() > 0;
    setDone(Mine, m_done[Mine] || has || m_node.miningStatus()->foundBlocks > 0);
    setDone(Wait, m_done[Wait] || balance.spendable.satoshi() > 0);
    setDone(Send, m_done[Send]);
    setDone(BackUp, wallet->backedUp);
    const bool all = std::all_of(std::begin(m_done), std::end(m_done), [](bool done) { return done; });
    setVisible(wallet->isOpen && !all && m_node.settings().flag(QLatin1String(kSetting)));
}

} // namespace gui
