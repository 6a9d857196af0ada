#include "gui/wallet/WalletPage.h"

#include "gui/Navigator.h"
#include "gui/NetworkWords.h"
#include "gui/dialogs/BackUpDialog.h"
#include "gui/dialogs/CopiesDialog.h"
#include "gui/dialogs/DrillDialog.h"
#include "gui/dialogs/NewWalletDialog.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/theme/Icons.h"
#include "gui/wallet/ActivityView.h"
#include "gui/wallet/AddressesView.h"
#include "gui/wallet/CoinsView.h"
#include "gui/wallet/ImportDialog.h"
#include "gui/wallet/LabelFiles.h"
#include "gui/wallet/PassphraseDialog.h"
#include "gui/wallet/PeopleView.h"
#include "gui/wallet/PsbtView.h"
#include "gui/wallet/ReceiveView.h"
#include "gui/wallet/SendView.h"
#include "gui/wallet/SharedWalletDialog.h"
#include "gui/wallet/WalletProblemWords.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/ViewStack.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QMenu>
#include <QVBoxLayout>

namespace gui {

WalletPage::WalletPage(node::Node& node, Navigator& navigator, QWidget* parent)
    : Page(tr("Wallet"), parent), m_node(node), m_navigator(navigator), m_stack(new ViewStack),
      m_activity(new ActivityView(node, navigator)), m_send([this] { return makeSend(); }),
      m_receive([this] { return m_stack->add(new ReceiveView(m_node, m_navigator)); }),
      m_coins([this] { return makeCoins(); }),
      m_addresses([this] { return m_stack->add(new AddressesView(m_node, m_navigator)); }),
      m_people([this] { return makePeople(); }),
      m_sign([this] { return m_stack->add(new PsbtView(m_node, m_navigator)); }),
      m_none([this] { return m_stack->add(makeNone()); }) {
    setLateParts({&m_send, &m_receive, &m_coins, &m_addresses, &m_people, &m_sign});
    buildHead();
    m_stack->addView(m_activity);
    body()->addWidget(m_stack, 1);
    connect(m_another, &Button::clicked, this, [this] { m_send->addRow(); });
    connect(m_addPerson, &Button::clicked, this, [this] { m_people->askNewPerson(); });
    connect(&node, &node::Node::walletChanged, this, &Page::markStale);
    connect(&node, &node::Node::mempoolChanged, this, &Page::markStale);
    connect(&node, &node::Node::chainStatusChanged, this, &Page::markStale);
    showTab(Activity);
}

EmptyState* WalletPage::makeNone() {
    auto* none = new EmptyState(
        QStringLiteral("wallet"),
        tr("No wallet is open. You can look at the chain without one; to receive or send you need one."));
    none->setAction(tr("Create a wallet"));
    connect(none, &EmptyState::actionTriggered, this,
            [this] { (new NewWalletDialog(m_node, NewWalletDialog::From::FreshWords, this))->open(); });
    return none;
}

SendView* WalletPage::makeSend() {
    auto* send = m_stack->add(new SendView(m_node, m_navigator));
    connect(send, &SendView::unsignedMade, this, [this](const wallet::Psbt& psbt) {
        m_sign->open(psbt);
        showTab(Sign);
    });
    return send;
}

CoinsView* WalletPage::makeCoins() {
    auto* coins = m_stack->add(new CoinsView(m_node, m_navigator));
    connect(coins, &CoinsView::spendRequested, this,
            [this](const std::vector<primitives::OutPoint>& chosen, primitives::Amount sum) {
                showSend();
                m_send->setCoins(chosen, sum);
            });
    return coins;
}

PeopleView* WalletPage::makePeople() {
    auto* people = m_stack->add(new PeopleView(m_node, m_navigator));
    connect(people, &PeopleView::addressMade, this, [this](const wallet::WalletAddress& made) {
        showTab(Addresses);
        m_addresses->take(made);
    });
    connect(people, &PeopleView::paymentsRequested, this, [this](const QString& name) {
        showTab(Activity);
        m_activity->find(name);
    });
    return people;
}

void WalletPage::buildHead() {
    header()->setTabs(
        {tr("Activity"), tr("Send"), tr("Receive"), tr("Coins"), tr("Addresses"), tr("People"), tr("Sign")});
    connect(header(), &PageHeader::tabChanged, this, &WalletPage::showTab);
    m_another = new Button(tr("Another payment"));
    m_another->setObjectName(QStringLiteral("anotherPaymentButton"));
    m_another->setIconName(QStringLiteral("plus"));
    header()->addAction(m_another);
    m_addPerson = new Button(tr("Add a person"));
    m_addPerson->setObjectName(QStringLiteral("addPersonButton"));
    m_addPerson->setIconName(QStringLiteral("plus"));
    header()->addAction(m_addPerson);
    m_manage = new Button(tr("Manage"));
    m_manage->setObjectName(QStringLiteral("manageButton"));
    m_manage->setChevron(true);
    m_manage->setAccessibleName(tr("Manage this wallet"));
    m_menu = new QMenu(this);
    m_manage->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &WalletPage::fillMenu);
    header()->addAction(m_manage);
}

void WalletPage::showActivity() {
    showTab(Activity);
}

void WalletPage::showSend(const QString& address) {
    showTab(Send);
    m_send->startWith(address);
}

void WalletPage::showReceive() {
    showTab(Receive);
}

void WalletPage::follow(const PageLink& link) {
    if (std::holds_alternative<ActivityLink>(link)) showActivity();
    if (std::holds_alternative<ReceiveLink>(link)) showReceive();
    if (const auto* send = std::get_if<SendLink>(&link)) showSend(send->address);
}

void WalletPage::showTab(int tab) {
    m_tab = tab;
    header()->tabs()->setCurrentIndex(tab);
    markStale();
    renewHead();
}

void WalletPage::refresh() {
    renewHead();
    if (!m_node.wallet().status()->isOpen) return;
    if (m_tab == Activity) m_activity->refresh();
    if (m_tab == Send) m_send->refresh();
    if (m_tab == Receive) m_receive->refresh();
    if (m_tab == Coins) m_coins->refresh();
    if (m_tab == Addresses) m_addresses->refresh();
    if (m_tab == People) m_people->refresh();
    if (m_tab == Sign) m_sign->refresh();
}

QWidget* WalletPage::viewOf(int tab) {
    if (tab == Send) return m_send.get();
    if (tab == Receive) return m_receive.get();
    if (tab == Coins) return m_coins.get();
    if (tab == Addresses) return m_addresses.get();
    if (tab == People) return m_people.get();
    if (tab == Sign) return m_sign.get();
    return m_activity;
}

void WalletPage::renewHead() {
    const auto status = m_node.wallet().status();
    m_stack->setCurrentView(status->isOpen ? viewOf(m_tab) : m_none.get());
    header()->tabs()->setVisible(status->isOpen);
    m_another->setVisible(status->isOpen && m_tab == Send);
    m_addPerson->setVisible(status->isOpen && m_tab == People);
    const QString state = !status->isOpen      ? QString()
                          : status->watchOnly  ? tr("watches only")
                          : !status->encrypted ? tr("not encrypted")
                          : status->locked     ? tr("locked")
                                               : tr("encrypted");
    const QString text =
        status->name + state + QString::number(status->scanning) + QString::number(status->isShared);
    if (text == m_headText) return;
    m_headText = text;
    header()->setTitle(status->isOpen ? walletTitle(status->name) : title());
    header()->clearTitleWidgets();
    if (!state.isEmpty())
        header()->addTag(state, status->encrypted || status->watchOnly ? TagKind::Neutral : TagKind::Work);
    if (status->isShared) header()->addTag(tr("shared"), TagKind::Own);
    if (status->scanning) header()->addTag(tr("reading the chain"), TagKind::Accent);
}

void WalletPage::fillMenu() {
    const auto status = m_node.wallet().status();
    m_menu->clear();
    if (status->isOpen) {
        m_menu->addAction(icon(QStringLiteral("send")), tr("Pay a list…"), this, &WalletPage::payList);
        m_menu->addSeparator();
        m_menu->addAction(icon(QStringLiteral("key")),
                          status->encrypted ? tr("Change the passphrase…") : tr("Encrypt…"), this,
                          &WalletPage::askPassphrase);
        if (status->locked) {
            m_menu->addAction(icon(QStringLiteral("unlock")), tr("Unlock…"), this,
                              [this] { (new UnlockDialog(m_node.wallet(), this))->open(); });
        } else if (status->encrypted) {
            m_menu->addAction(icon(QStringLiteral("lock")), tr("Lock"), this, &WalletPage::lockNow);
        }
        m_menu->addAction(icon(QStringLiteral("words")), tr("Show the words…"), this,
                          [this] { BackUpDialog::start(m_node, this); });
        m_menu->addAction(icon(QStringLiteral("check")), tr("Try your backup…"), this,
                          [this] { (new DrillDialog(m_node, this))->open(); });
        m_menu->addAction(icon(QStringLiteral("snapshot")), tr("Copies of the file…"), this,
                          &WalletPage::showCopies);
        m_menu->addAction(icon(QStringLiteral("download")), tr("Add keys, or watch…"), this,
                          &WalletPage::askImport);
        m_menu->addAction(icon(QStringLiteral("download")), tr("Save notes and labels…"), this,
                          [this] { askToSaveLabels(m_node, m_navigator, this); });
        m_menu->addAction(icon(QStringLiteral("edit")), tr("Take over notes and labels…"), this,
                          [this] { askForLabels(m_node, m_navigator, this); });
        if (status->isShared)
            m_menu->addAction(icon(QStringLiteral("peers")), tr("Show the plan…"), this,
                              &WalletPage::showPlan);
        m_menu->addSeparator();
    }
    m_menu->addAction(icon(QStringLiteral("plus")), tr("Create a wallet…"), this, [this] {
        (new NewWalletDialog(m_node, NewWalletDialog::From::FreshWords, this))->open();
    });
    m_menu->addAction(icon(QStringLiteral("refresh")), tr("Restore a wallet…"), this, [this] {
        (new NewWalletDialog(m_node, NewWalletDialog::From::OldWords, this))->open();
    });
    m_menu->addAction(icon(QStringLiteral("peers")), tr("Start a shared wallet…"), this,
                      &WalletPage::startShared);
    for (const QString& name : m_node.wallet().names()) {
        if (name == status->name && status->isOpen) continue;
        m_menu->addAction(icon(QStringLiteral("wallet")), tr("Open %1").arg(walletTitle(name)), this,
                          [this, name] { openOther(name); });
    }
}

void WalletPage::payList() {
    showSend({});
    m_send->askForList();
}

void WalletPage::askImport() {
    auto* dialog = new ImportDialog(m_node, this);
    connect(dialog, &ImportDialog::imported, this,
            [this](const QString& sentence) { m_navigator.showNotice(sentence); });
    dialog->open();
}

void WalletPage::showCopies() {
    auto* dialog = new CopiesDialog(m_node, this);
    connect(dialog, &CopiesDialog::told, this,
            [this](const QString& sentence) { m_navigator.showNotice(sentence); });
    dialog->open();
}

void WalletPage::startShared() {
    auto* dialog = SharedWalletDialog::start(m_node, this);
    connect(dialog, &SharedWalletDialog::made, this,
            [this](const QString& name, const QString& plan) { (new PlanDialog(name, plan, this))->open(); });
}

/// One of its descriptors is the plan, with one chain in place of both.
void WalletPage::showPlan() {
    const auto read = [](const wallet::Wallet& wallet, std::int32_t) {
        for (const wallet::StoredDescriptor& row : wallet.keychain().descriptors())
            if (row.isActive && wallet::isPlanText(row.text)) return row.text;
        return std::string();
    };
    node::onResult(m_node.wallet().ask(read), this,
                   [this, name = m_node.wallet().status()->name](const std::optional<std::string>& text) {
                       const auto plan =
                           wallet::readPlan(text.value_or(std::string()), m_node.params().addresses);
                       if (!plan) return;
                       (new PlanDialog(name, QString::fromStdString(wallet::planText(*plan)), this))->open();
                   });
}

void WalletPage::lockNow() {
    (void)m_node.wallet().lock();
}

void WalletPage::askPassphrase() {
    (new PassphraseDialog(m_node, this))->open();
}

void WalletPage::openOther(const QString& name) {
    node::onResult(m_node.wallet().open(name), this,
                   [this, name](const Result<void, node::WalletProblem>& opened) {
                       m_navigator.showNotice(opened ? tr("%1 is open.").arg(walletTitle(name))
                                                     : walletProblemWords(opened.error()));
                   });
}

} // namespace gui

#include "moc_WalletPage.cpp"
