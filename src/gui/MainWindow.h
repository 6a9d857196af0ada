#pragma once

#include "gui/Pages.h"
#include "gui/desktop/WalletNews.h"
#include "gui/frame/FrameWindow.h"
#include "gui/frame/StatusBar.h"
#include "gui/welcome/FirstStart.h"

class QMenu;

namespace node {
class Node;
struct TipChanged;
} // namespace node

namespace gui {

class AutoLock;
class Banner;

/// The window of a running node: pages, header, status bar, keys. Everything comes from the node's published
/// values; nothing waits. Lives inside the TopWindow. Thread: main.
class MainWindow : public FrameWindow, public Navigator {
    Q_OBJECT
public:
    explicit MainWindow(node::Node& node, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const PageLink& link) override;
    void showNotice(const QString& sentence) override;
    void joinNetwork(const QString& card) override { emit joinRequested(card); }

    /// Page and tab, to be kept until the next start: "wallet/2".
    [[nodiscard]] QString place() const;
    /// Unknown places lead to the first page.
    void openPlace(const QString& place);
    void mineOneBlock();
    /// "Cairn — Lab 12 (maple · river · otter)"
    [[nodiscard]] QString title() const;

signals:
    /// The user wants another network: the first run's pages, `way` as in WelcomePage::Way.
    void networkChangeRequested(int way);
    /// The same, to join the network of a card that came.
    void joinRequested(const QString& card);
    void networkChosen(const gui::FirstStart& start);
    /// Settings wait for a new start of the node.
    void restartRequested();
    /// What place() says has changed.
    void placeChanged();
    /// Something to know for somebody who looks elsewhere; news of one kind replace each other.
    void newsCame(gui::WalletNews::Kind kind, const QString& title, const QString& text);

private:
    void addPages();
    [[nodiscard]] int indexOf(PageId page) const;
    void addKeys();
    void connectNode();
    void connectHeader();
    void applySetting(const QString& key);
    void showAll();
    void showChain();
    void showMining();
    void showWallet();
    void showSync();
    void showApi();
    void showLastBlock();
    void askLastBlock();
    void toggleMining(bool on);
    void keepWallet(const QString& name);
    void toggleLock();
    void toggleFullScreen();
    void askHeight();
    void showDiskFailure(node::DiskProblem problem);
    void openNetworkMenu(const QPoint& place);
    void openWalletMenu(const QPoint& place);
    void closeWallet(const QString& name);
    void followStatusItem(StatusBar::Item item);

    node::Node& m_node;
    QVector<PageRow> m_pages;
    QString m_wallet; ///< that was open last
    Banner* m_failure = nullptr;
    AutoLock* m_autoLock;
    qint64 m_tipTime = 0;
    bool m_tipIsOwn = false;
    quint64 m_askedTip = 0; ///< number of the newest question about the last block
    quint64 m_job = 0;      ///< "mine one block" under way; 0: none
};

} // namespace gui
