#pragma once

#include "gui/Navigator.h"
#include "gui/frame/Page.h"
#include "support/MemoryNode.h"

#include <QDir>
#include <QStringList>

namespace test {

/// Notes where pages lead.
class NotedNavigator : public gui::Navigator {
public:
    void openPage(gui::PageId) override { visited << QStringLiteral("page"); }
    void openActivity() override { visited << QStringLiteral("activity"); }
    void openSend(const QString& address) override { visited << QStringLiteral("send ") + address; }
    void openReceive() override { visited << QStringLiteral("receive"); }
    void openBlock(const primitives::BlockHash& hash) override {
        visited << QStringLiteral("block ") + QString::fromStdString(hash.toHex());
    }
    void openHeight(std::int32_t height) override { visited << QStringLiteral("height %1").arg(height); }
    void openTransaction(const primitives::TxId& txid) override {
        visited << QStringLiteral("transaction ") + QString::fromStdString(txid.toHex());
    }
    void openAddress(const QString& address) override { visited << QStringLiteral("address ") + address; }
    void showNotice(const QString& sentence) override { notices << sentence; }

    QStringList visited;
    QStringList notices;
};

/// Where CAIRN_SHOTS names a folder, keeps a picture of `page` there, to be looked at.
inline void shoot(QWidget& page, const QString& name) {
    const QString folder = qEnvironmentVariable("CAIRN_SHOTS");
    if (!folder.isEmpty()) page.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace test
