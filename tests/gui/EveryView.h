#pragma once

#include "PeerSamples.h"
#include "support/MemoryNode.h"

#include "gui/MainWindow.h"
#include "gui/api/NewTokenDialog.h"
#include "gui/dialogs/BackUpDialog.h"
#include "gui/dialogs/CopiesDialog.h"
#include "gui/dialogs/DrillDialog.h"
#include "gui/dialogs/NewWalletDialog.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/frame/Page.h"
#include "gui/network/BlockDialog.h"
#include "gui/network/BrakeFeed.h"
#include "gui/network/ChainCompare.h"
#include "gui/network/DoctorView.h"
#include "gui/network/InviteDialog.h"
#include "gui/network/MapView.h"
#include "gui/network/NearView.h"
#include "gui/network/NetworkPage.h"
#include "gui/network/PeerPane.h"
#include "gui/network/PeersView.h"
#include "gui/wallet/CoinsDialog.h"
#include "gui/wallet/ImportDialog.h"
#include "gui/wallet/MessageDialog.h"
#include "gui/wallet/NewAddressDialog.h"
#include "gui/wallet/PassphraseDialog.h"
#include "gui/wallet/PersonDialog.h"
#include "gui/wallet/PsbtQrDialog.h"
#include "gui/wallet/RecipientsDialog.h"
#include "gui/wallet/RequestDialog.h"
#include "gui/wallet/SharedWalletDialog.h"
#include "gui/wallet/TillDialog.h"
#include "gui/welcome/NearTable.h"
#include "gui/welcome/WelcomePage.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/SegmentedControl.h"
#include "wallet/psbt/Psbt.h"

#include <QDialog>

#include <functional>
#include <vector>

namespace test {

/// One thing that the window can show.
struct View {
    QString name;
    /// Opens it and gives the widget that shows it: the window itself, or a dialog that is deleted by closing
    /// it.
    std::function<QWidget*()> open;
};

/// The views behind a page's tabs: how many there are, and opening one. The only place that knows what tabs
/// are made of.
inline int tabCountOf(const gui::Page& page) {
    const auto* header = page.findChild<gui::PageHeader*>();
    return header && header->tabs() ? header->tabs()->count() : 0;
}
inline void openTab(const gui::Page& page, int tab) {
    auto* tabs = page.findChild<gui::PageHeader*>()->tabs();
    if (tabs->currentIndex() == tab) tabs->setCurrentIndex(tab == 0 ? 1 : 0); // else nothing would change
    tabs->setCurrentIndex(tab);
}

/// The network page with peers in every state, fed in as the node would publish them.
struct NetworkLook {
    QString name;
    gui::NetworkPage::Tab tab;
    net::PeerId peer; ///< chosen
};
inline std::vector<NetworkLook> networkLooks() {
    using Tab = gui::NetworkPage::Tab;
    return {{QStringLiteral("held peer"), Tab::Peers, 5},
            {QStringLiteral("stranger"), Tab::Peers, 9},
            {QStringLiteral("map of all"), Tab::Map, 0},
            {QStringLiteral("networks near"), Tab::Near, 0},
            {QStringLiteral("doctor with peers"), Tab::Doctor, 0}};
}
inline void showSamplePeers(gui::Page& page, const node::Node& node, net::PeerId chosen) {
    const PeerList peers = samplePeers(true);
    if (auto* view = page.findChild<gui::NearView*>()) {
        view->showLobby(sampleLobby(node.params().genesisHash, node.clock().steadyMs(), true));
        view->table()->selectRow(0);
    }
    if (auto* view = page.findChild<gui::PeersView*>(); view && chosen != 0) {
        view->showPeers(peers);
        (void)view->choosePeer(chosen);
    }
    if (auto* view = page.findChild<gui::MapView*>()) view->showPeers(peers);
    if (auto* view = page.findChild<gui::DoctorView*>()) view->showPeers(*peers);
}

/// Two branches of some hundred blocks.
inline gui::BranchComparison sampleComparison(std::int64_t now) {
    gui::BranchComparison comparison;
    comparison.forkHeight = 2'003;
    for (const bool ours : {true, false}) {
        gui::Branch& branch = ours ? comparison.ours : comparison.theirs;
        branch.count = ours ? 145 : 148;
        branch.work = ours ? 27.4e10 : 28.0e10;
        branch.since = now - 1'440;
        for (int i = 0; i < branch.count; ++i) {
            gui::BranchBlock block;
            block.height = 2'004 + i;
            block.time = branch.since + 10 * i;
            block.received = ours ? block.time : now - 60 + i / 74;
            block.hasBody = ours;
            block.transactionCount = ours ? 5 : 0;
            branch.blocks.push_back(std::move(block));
        }
    }
    return comparison;
}
inline void showTwoChains(gui::MainWindow& window, node::Node& node) {
    gui::BrakeFeed& feed = gui::BrakeFeed::of(node);
    node::HeldBranch held;
    held.forkHeight = 2'003;
    held.replaces = 145;
    feed.take(held);
    window.open(gui::CompareLink{});
    auto* view = window.findChild<gui::ChainCompare*>();
    view->showComparison(sampleComparison(node.clock().now()));
    gui::WalletAtStake stake;
    stake.isOpen = true;
    stake.blocks = 8;
    stake.rewards = primitives::Amount(350 * primitives::Amount::kCoin);
    stake.payments = 11;
    stake.lost = 1;
    stake.now = stake.afterwards = primitives::Amount(350 * primitives::Amount::kCoin);
    view->showStake(stake);
}

/// Every page and every tab of the window, and what the explorer shows of the chain. A new page, tab or pane
/// comes here by itself or is added here: all harnesses walk through it.
inline std::vector<View> everyPage(gui::MainWindow& window, MemoryNode& node) {
    std::vector<View> views;
    for (int index = 0; index <= static_cast<int>(gui::PageId::Help); ++index) {
        const QString name = window.page(index)->title();
        const int tabs = tabCountOf(*window.page(index));
        for (int tab = 0; tab < std::max(1, tabs); ++tab) {
            views.push_back({tabs > 0 ? QStringLiteral("%1 %2").arg(name).arg(tab + 1) : name,
                             [&window, index, tab, tabs]() -> QWidget* {
                                 window.setCurrentPage(index);
                                 if (tabs > 0) openTab(*window.page(index), tab);
                                 return &window;
                             }});
        }
    }
    const auto add = [&](const QString& name, auto open) {
        views.push_back({name, [&window, open]() -> QWidget* {
                             open();
                             return &window;
                         }});
    };
    for (const auto& [name, tab, peer] : networkLooks())
        add(QStringLiteral("Network %1").arg(name), [&window, &node, tab = tab, peer = peer] {
            gui::Page& page = *window.page(static_cast<int>(gui::PageId::Network));
            window.setCurrentPage(static_cast<int>(gui::PageId::Network));
            page.setTab(tab);
            showSamplePeers(page, *node, peer);
        });
    add(QStringLiteral("Network two chains"), [&window, &node] { showTwoChains(window, *node); });
    add(QStringLiteral("Block"), [&window, &node] {
        gui::BrakeFeed::of(*node).take(std::nullopt);
        (void)window.page(static_cast<int>(gui::PageId::Network))->stepBack();
        window.openHeight(2);
    });
    const auto first = MemoryNode::answer(node->chain().query([](explorer::ExplorerQueries& queries) {
        const auto rows = queries.blocks(-1, 1);
        std::vector<explorer::TransactionView> found;
        if (rows && !rows->empty())
            if (const auto list = queries.blockTransactions(rows->front().hash, 0, 1)) found = *list;
        return found;
    }));
    if (!first.empty()) {
        const primitives::TxId txid = first.front().transaction->txid();
        const QString address = QString::fromStdString(first.front().outputs.front().address);
        add(QStringLiteral("Transaction"), [&window, txid] { window.openTransaction(txid); });
        add(QStringLiteral("Address"), [&window, address] { window.openAddress(address); });
    }
    return views;
}

/// Every dialog; each is open when `open` returns.
inline std::vector<View> everyDialog(gui::MainWindow& window, MemoryNode& node) {
    std::vector<View> views;
    const auto add = [&views](const QString& name, auto make) {
        views.push_back({name, [make]() -> QWidget* {
                             QDialog* const dialog = make();
                             dialog->open();
                             return dialog;
                         }});
    };
    using From = gui::NewWalletDialog::From;
    node::Node& shown = *node; // lives as long as `node`
    add(QStringLiteral("New wallet"),
        [&shown, &window] { return new gui::NewWalletDialog(shown, From::FreshWords, &window); });
    add(QStringLiteral("Restore"),
        [&shown, &window] { return new gui::NewWalletDialog(shown, From::OldWords, &window); });
    add(QStringLiteral("Unlock"),
        [&shown, &window] { return new gui::UnlockDialog(shown.wallet(), &window); });
    add(QStringLiteral("Back up"), [&shown, &window] { return new gui::BackUpDialog(shown, &window); });
    add(QStringLiteral("Try a backup"), [&shown, &window] { return new gui::DrillDialog(shown, &window); });
    add(QStringLiteral("Copies"), [&shown, &window] { return new gui::CopiesDialog(shown, &window); });
    add(QStringLiteral("Passphrase"),
        [&shown, &window] { return new gui::PassphraseDialog(shown, &window); });
    add(QStringLiteral("Coins"), [&shown, &window] { return new gui::CoinsDialog(shown, {}, &window); });
    add(QStringLiteral("New address"),
        [&shown, &window] { return new gui::NewAddressDialog(shown, &window); });
    add(QStringLiteral("Ask for a payment"),
        [&shown, &window] { return new gui::RequestDialog(shown, {}, &window); });
    add(QStringLiteral("Till"), [&shown, &window] {
        wallet::Invoice wanted;
        wanted.amount = primitives::Amount(1'250'000);
        wanted.message = "bread";
        const auto made = MemoryNode::answer(shown.wallet().addInvoice(wanted, "Bo")).value().value();
        return new gui::TillDialog(shown, made.address, &window);
    });
    add(QStringLiteral("Person"),
        [&shown, &window] { return new gui::PersonDialog(shown, std::nullopt, {}, &window); });
    add(QStringLiteral("Messages"), [&shown, &window] { return new gui::MessageDialog(shown, {}, &window); });
    add(QStringLiteral("Import"), [&shown, &window] { return new gui::ImportDialog(shown, &window); });
    add(QStringLiteral("Shared wallet"),
        [&shown, &window] { return new gui::SharedWalletDialog(shown, &window); });
    add(QStringLiteral("Plan"), [&window] {
        return new gui::PlanDialog(QStringLiteral("club"), QString(500, QLatin1Char('x')), &window);
    });
    add(QStringLiteral("Hand it on"), [&window] {
        primitives::TransactionParts parts;
        parts.inputs.resize(1);
        for (std::uint32_t i = 0; i < 40; ++i) // no two alike, or it is made small
            parts.outputs.push_back(
                {primitives::Amount(i * 7'919), util::Bytes(30, static_cast<std::uint8_t>(i * 37))});
        return new gui::PsbtQrDialog(wallet::Psbt::of(primitives::Transaction(parts), 0), &window);
    });
    add(QStringLiteral("Pay a list"), [&shown, &window] {
        return new gui::RecipientsDialog(shown.params().addresses, QStringLiteral("regtest"), &window);
    });
    // Whom the window shows notices to: it lives as long.
    add(QStringLiteral("Block an address"),
        [&shown, &window] { return new gui::BlockDialog(shown, window, {}, &window); });
    add(QStringLiteral("Invite"), [&shown, &window] { return new gui::InviteDialog(shown, &window); });
    add(QStringLiteral("New token"), [&shown, &window] { return new gui::NewTokenDialog(shown, &window); });
    return views;
}

/// Every way of the first run.
inline std::vector<View> everyWelcome(gui::WelcomePage& page) {
    std::vector<View> views;
    using Way = gui::WelcomePage::Way;
    for (const Way way : {Way::Choice, Way::Join, Way::Create, Way::Restore})
        views.push_back({QStringLiteral("Way %1").arg(static_cast<int>(way)), [&page, way]() -> QWidget* {
                             page.showWay(way);
                             return &page;
                         }});
    return views;
}

} // namespace test
