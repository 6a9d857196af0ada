#pragma once

#include "gui/Navigator.h"
#include "gui/frame/Page.h"
#include "support/MemoryNode.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

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

/// Where CAIRN_SHOTS names a folder, keeps a picture of `page` there, to be looked at.
inline void shoot(QWidget& page, const QString& name) {
    const QString folder = qEnvironmentVariable("CAIRN_SHOTS");
    if (folder.isEmpty()) return;
    for (int turn = 0; turn < 8; ++turn) // what was changed is laid out
        QCoreApplication::processEvents();
    page.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace test
