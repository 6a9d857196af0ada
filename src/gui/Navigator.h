#pragma once

#include "primitives/Block.h"

#include <QString>

namespace gui {

enum class PageId { Home, Wallet, Explorer, Mining, Network, Api, Settings };

/// How a page leads somewhere else; implemented by MainWindow. Thread: main.
class Navigator {
public:
    virtual ~Navigator() = default;
    virtual void openPage(PageId page) = 0;
    // Wallet
    virtual void openActivity() = 0;
    virtual void openSend(const QString& address = {}) = 0;
    virtual void openReceive() = 0;
    // Explorer; each adds to its history
    virtual void openBlock(const primitives::BlockHash& hash) = 0;
    virtual void openHeight(std::int32_t height) = 0;
    virtual void openTransaction(const primitives::TxId& txid) = 0;
    virtual void openAddress(const QString& address) = 0;
    /// A short notice at the bottom of the window.
    virtual void showNotice(const QString& sentence) = 0;
};

} // namespace gui
