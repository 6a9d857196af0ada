#pragma once

#include "gui/Navigator.h"
#include "gui/frame/FrameWindow.h"
#include "gui/frame/StatusBar.h"
#include "gui/welcome/FirstStart.h"

#include <QTimer>

class QMenu;

namespace node {
class Node;
struct TipChanged;
} // namespace node

namespace gui {

class AutoLock;
class Banner;
class ExplorerPage;
class WalletPage;

/// The window of a running node: pages, header, status bar, keys. Everything comes from the node's published
/// values; nothing waits. Lives inside the TopWindow. Thread: main.
class MainWindow : public FrameWindow, public Navigator {
    Q_OBJECT
public:
    explicit MainWindow(node::Node& node, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openPage(PageId page) override;
    void openActivity() override;
    void openSend(const QString& address = {}) override;
    void openReceive() override;
    void openBlock(const primitives::BlockHash& hash) override;
    void openHeight(std::int32_t height) override;
    void openTransaction(const primitives::TxId& txid) override;
    void openAddress(const QString& address) override;
    void showNotice(const QString& sentence) override;

    void goBack() override;
    void goForward() override;
    /// "Cairn — Lab 12 (maple · river · otter)"
    [[nodiscard]] QString title() const;

signals:
    /// The user wants another network: the first run's pages, `way` as in WelcomePage::Way.
    void networkChangeRequested(int way);
    void networkChosen(const gui::FirstStart& start);

private:
    void addPages();
    [[nodiscard]] WalletPage* wallet();
    [[nodiscard]] ExplorerPage* explorer();
    void addKeys();
    void connectNode();
    void connectHeader();
    void applySetting(const QString& key);
    void showChain();
    void showMining();
    void showWallet();
    void showSync();
    void showApi();
    void showLastBlock();
    void askLastBlock();
    void toggleMining(bool on);
    void mineOneBlock();
    void toggleLock();
    void toggleFullScreen();
    void askHeight();
    void showDiskFailure(const QString& reason);
    void openNetworkMenu(const QPoint& place);
    void openWalletMenu(const QPoint& place);
    void followStatusItem(StatusBar::Item item);

    node::Node& m_node;
    Banner* m_failure = nullptr;
    AutoLock* m_autoLock;
    QTimer m_clockTimer;
    qint64 m_tipTime = 0;
    bool m_tipIsOwn = false;
    quint64 m_askedTip = 0; ///< number of the newest question about the last block
    quint64 m_job = 0;      ///< "mine one block" under way; 0: none
};

} // namespace gui
