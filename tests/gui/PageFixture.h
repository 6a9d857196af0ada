#pragma once

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/frame/Page.h"
#include "gui/theme/Theme.h"
#include "support/MemoryNode.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>
#include <QTest>

namespace test {

/// A link in words: "page 3", "send bcrt1…", "height 2".
inline QString linkText(const gui::PageLink& link) {
    struct {
        QString operator()(gui::PageId page) const {
            return QStringLiteral("page %1").arg(static_cast<int>(page));
        }
        QString operator()(const gui::ActivityLink&) const { return QStringLiteral("activity"); }
        QString operator()(const gui::SendLink& send) const { return QStringLiteral("send ") + send.address; }
        QString operator()(const gui::ReceiveLink&) const { return QStringLiteral("receive"); }
        QString operator()(const gui::InviteLink&) const { return QStringLiteral("invite"); }
        QString operator()(const gui::CompareLink&) const { return QStringLiteral("compare"); }
        QString operator()(const gui::BlockLink& block) const {
            return QStringLiteral("block ") + QString::fromStdString(block.hash.toHex());
        }
        QString operator()(const gui::HeightLink& height) const {
            return QStringLiteral("height %1").arg(height.height);
        }
        QString operator()(const gui::TransactionLink& transaction) const {
            return QStringLiteral("transaction ") + QString::fromStdString(transaction.txid.toHex());
        }
        QString operator()(const gui::AddressLink& address) const {
            return QStringLiteral("address ") + address.address;
        }
        QString operator()(const gui::SearchLink& search) const {
            return QStringLiteral("search ") + search.text;
        }
        QString operator()(const gui::SettingLink& setting) const {
            return QStringLiteral("setting ") + setting.key;
        }
        QString operator()(const gui::TermLink& term) const { return QStringLiteral("term ") + term.term; }
    } words;
    return std::visit(words, link);
}

/// Notes where pages lead.
class NotedNavigator : public gui::Navigator {
public:
    void open(const gui::PageLink& link) override { visited << linkText(link); }
    void showNotice(const QString& sentence) override { notices << sentence; }
    void joinNetwork(const QString&) override { visited << QStringLiteral("join"); }

    QStringList visited;
    QStringList notices;
};

/// A real node with a wallet, for a whole class of tests.
class OnNode {
protected:
    bool startNode(int blocks) {
        (void)gui::theme();
        m_node = std::make_unique<MemoryNode>();
        return m_node->start() && m_node->mine(blocks);
    }
    /// The same, and so many rewards are ripe.
    bool startRichNode(int ripe) {
        return startNode(ripe) && m_node->mine((*m_node)->params().rules().coinbaseMaturity);
    }

    std::unique_ptr<MemoryNode> m_node;
};

/// A part of a page on it, that follows the wallet and is made anew for each test.
template <class View>
class ViewOnNode : protected OnNode {
protected:
    bool showView(const QSize& size) {
        m_navigator = std::make_unique<NotedNavigator>();
        m_view = std::make_unique<View>(**m_node, *m_navigator);
        QObject::connect(&**m_node, &node::Node::walletChanged, m_view.get(), &View::refresh);
        m_view->resize(size);
        m_view->show();
        const bool isSeen = QTest::qWaitForWindowExposed(m_view.get());
        m_view->refresh();
        return isSeen;
    }
    void closeView() {
        m_view.reset();
        gui::format().setAmountsHidden(false);
    }

    std::unique_ptr<NotedNavigator> m_navigator;
    std::unique_ptr<View> m_view;
};

/// Where CAIRN_SHOTS names a folder, keeps a picture of `page` there, to be looked at.
inline void shoot(QWidget& page, const QString& name) {
    const QString folder = qEnvironmentVariable("CAIRN_SHOTS");
    if (folder.isEmpty()) return;
    for (int turn = 0; turn < 8; ++turn) // what was changed is laid out
        QCoreApplication::processEvents();
    page.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace test
