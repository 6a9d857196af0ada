#pragma once

#include "primitives/Block.h"

#include <QString>

#include <variant>

namespace gui {

enum class PageId { Home, Wallet, Explorer, Mining, Network, Api, Settings, Help };

// Things on a page that can be opened. Each names its page; which page shows it how is said by
// Page::follow().
struct ActivityLink {
    static constexpr PageId page = PageId::Wallet;
};
/// `address`: an address or a payment link; empty: the form as it is.
struct SendLink {
    static constexpr PageId page = PageId::Wallet;
    QString address = {};
};
struct ReceiveLink {
    static constexpr PageId page = PageId::Wallet;
};
struct BlockLink {
    static constexpr PageId page = PageId::Explorer;
    primitives::BlockHash hash;
};
struct HeightLink {
    static constexpr PageId page = PageId::Explorer;
    std::int32_t height;
};
struct TransactionLink {
    static constexpr PageId page = PageId::Explorer;
    primitives::TxId txid;
};
struct AddressLink {
    static constexpr PageId page = PageId::Explorer;
    QString address;
};
struct SearchLink {
    static constexpr PageId page = PageId::Explorer;
    QString text;
};
/// How others join this network.
struct InviteLink {
    static constexpr PageId page = PageId::Network;
};
/// The branch that the brake holds back beside ours.
struct CompareLink {
    static constexpr PageId page = PageId::Network;
};
struct SettingLink {
    static constexpr PageId page = PageId::Settings;
    QString key;
};
struct TermLink {
    static constexpr PageId page = PageId::Help;
    QString term; ///< id in the glossary
};

/// A place in the window as a value: a page, or a thing on one. A new kind of place is a struct here and a
/// case in its page's follow().
using PageLink =
    std::variant<PageId, ActivityLink, SendLink, ReceiveLink, BlockLink, HeightLink, TransactionLink,
                 AddressLink, SearchLink, InviteLink, CompareLink, SettingLink, TermLink>;

/// The page that a link leads to.
inline PageId pageOf(const PageLink& link) {
    return std::visit(
        []<class Place>(const Place& place) {
            if constexpr (std::is_same_v<Place, PageId>)
                return place;
            else
                return Place::page;
        },
        link);
}

/// How a page leads somewhere else; implemented by MainWindow. Thread: main.
class Navigator {
public:
    virtual ~Navigator() = default;
    virtual void open(const PageLink& link) = 0;
    /// A short notice at the bottom of the window.
    virtual void showNotice(const QString& sentence) = 0;
    /// Shows a card, or a link to one, where one joins; nothing is joined before the user says so.
    virtual void joinNetwork(const QString& card) = 0;

    void openPage(PageId page) { open(page); }
    void openInvite() { open(InviteLink{}); }
    void openCompare() { open(CompareLink{}); }
    void openActivity() { open(ActivityLink{}); }
    void openSend(const QString& address = {}) { open(SendLink{address}); }
    void openReceive() { open(ReceiveLink{}); }
    // Explorer; each adds to its history
    void openBlock(const primitives::BlockHash& hash) { open(BlockLink{hash}); }
    void openHeight(std::int32_t height) { open(HeightLink{height}); }
    void openTransaction(const primitives::TxId& txid) { open(TransactionLink{txid}); }
    void openAddress(const QString& address) { open(AddressLink{address}); }
    void openSetting(const QString& key) { open(SettingLink{key}); }
};

} // namespace gui
