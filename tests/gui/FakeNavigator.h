#pragma once

#include "gui/Navigator.h"

#include <QStringList>

/// Writes down where a page leads.
class FakeNavigator : public gui::Navigator {
public:
    QStringList calls;
    void openPage(gui::PageId page) override {
        calls << QStringLiteral("page %1").arg(static_cast<int>(page));
    }
    void openActivity() override { calls << QStringLiteral("activity"); }
    void openSend(const QString& address) override { calls << QStringLiteral("send ") + address; }
    void openReceive() override { calls << QStringLiteral("receive"); }
    void openBlock(const primitives::BlockHash& hash) override {
        calls << QStringLiteral("block ") + QString::fromStdString(hash.toHex());
    }
    void openHeight(std::int32_t height) override { calls << QStringLiteral("height %1").arg(height); }
    void openTransaction(const primitives::TxId& txid) override {
        calls << QStringLiteral("transaction ") + QString::fromStdString(txid.toHex());
    }
    void openAddress(const QString& address) override { calls << QStringLiteral("address ") + address; }
    void showNotice(const QString& sentence) override { calls << QStringLiteral("notice ") + sentence; }
};
