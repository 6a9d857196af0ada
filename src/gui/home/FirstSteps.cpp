#include "gui/home/FirstSteps.h"

#include "gui/Navigator.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FlowLayout.h"
#include "node/Node.h"

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
    auto* flow = new FlowLayout;
    flow->setGaps(8, 2);
    const QString words[StepCount] = {tr("Mine a block"), tr("Wait until it can be spent"),
                                      tr("Send a payment"), tr("Back up the words")};
    for (int step = 0; step < StepCount; ++step) {
        m_steps[step] =
            new Button(QStringLiteral("%1. %2").arg(step + 1).arg(words[step]), Button::Kind::Quiet);
        m_steps[step]->setSmall(true);
        flow->addWidget(m_steps[step]);
    }
    row->addLayout(flow, 1);
    Button* close = Button::iconOnly(QStringLiteral("close"), tr("Hide the first steps"));
    close->setSmall(true);
    row->addWidget(close, 0, Qt::AlignTop);
    body()->addLayout(row);
    keepMeasured(this, [row] { row->setSpacing(px(8)); });
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

void FirstSteps::setDone(Step step, bool done) {
    m_done[step] = done;
    if (m_steps[step]->isEnabled() != done) return; // as it is shown already
    m_steps[step]->setIconName(done ? QStringLiteral("check") : QString());
    m_steps[step]->setEnabled(!done);
}

void FirstSteps::render() {
    const auto wallet = m_node.wallet().status();
    const wallet::WalletBalance& balance = wallet->balance;
    const bool has = balance.total().satoshi() > 0;
    setDone(Mine, m_done[Mine] || has || m_node.mining().status()->foundBlocks > 0);
    setDone(Wait, m_done[Wait] || balance.spendable.satoshi() > 0);
    setDone(Send, m_done[Send]);
    setDone(BackUp, wallet->backedUp);
    const bool all = std::all_of(std::begin(m_done), std::end(m_done), [](bool done) { return done; });
    setVisible(wallet->isOpen && !all && m_node.settings().flag(QLatin1String(kSetting)));
}

} // namespace gui

#include "moc_FirstSteps.cpp"
