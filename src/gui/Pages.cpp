#include "gui/Pages.h"

#include "gui/MainWindow.h"
#include "gui/api/ApiPage.h"
#include "gui/explorer/ExplorerPage.h"
#include "gui/help/HelpPage.h"
#include "gui/home/HomePage.h"
#include "gui/mining/MiningPage.h"
#include "gui/network/NetworkPage.h"
#include "gui/settings/SettingsPage.h"
#include "gui/wallet/WalletPage.h"

namespace gui {

namespace {

template <class AnyPage>
PageRow pageRow(PageId id, const char* name, const QString& title, node::Node& node, MainWindow& window) {
    return {id,    QLatin1String(name),
            title, QLatin1String(name),
            false, [&node, &window]() -> Page* { return new AnyPage(node, window); }};
}

} // namespace

QVector<PageRow> pageTable(node::Node& node, MainWindow& window) {
    QVector<PageRow> rows{
        pageRow<HomePage>(PageId::Home, "home", HomePage::tr("Home"), node, window),
        pageRow<WalletPage>(PageId::Wallet, "wallet", WalletPage::tr("Wallet"), node, window),
        pageRow<ExplorerPage>(PageId::Explorer, "explorer", ExplorerPage::tr("Explorer"), node, window),
        pageRow<MiningPage>(PageId::Mining, "mining", MiningPage::tr("Mining"), node, window),
        pageRow<NetworkPage>(PageId::Network, "network", NetworkPage::tr("Network"), node, window),
        pageRow<ApiPage>(PageId::Api, "api", ApiPage::tr("API"), node, window),
        pageRow<SettingsPage>(PageId::Settings, "settings", SettingsPage::tr("Settings"), node, window),
        pageRow<HelpPage>(PageId::Help, "help", HelpPage::tr("Help"), node, window),
    };
    rows[static_cast<int>(PageId::Settings)].last = true;
    rows[static_cast<int>(PageId::Help)].last = true;
    PageRow& mining = rows[static_cast<int>(PageId::Mining)];
    mining.make = [&node, &window]() -> Page* {
        auto* page = new MiningPage(node, window);
        QObject::connect(page, &MiningPage::oneBlockRequested, &window, &MainWindow::mineOneBlock);
        return page;
    };
    PageRow& settings = rows[static_cast<int>(PageId::Settings)];
    settings.make = [&node, &window]() -> Page* {
        auto* page = new SettingsPage(node, window);
        QObject::connect(page, &SettingsPage::restartRequested, &window, &MainWindow::restartRequested);
        return page;
    };
    return rows;
}

} // namespace gui
