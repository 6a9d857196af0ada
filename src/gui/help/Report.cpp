#include "gui/help/Report.h"

#include "gui/NetworkWords.h"
#include "gui/theme/Theme.h"
#include "node/Node.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QSysInfo>
#include <QWidget>

#include <algorithm>

namespace gui {

namespace {

using node::SettingRow;
using node::SettingSource;

QString programLines(const QWidget& window) {
    const QSize screen = window.screen()->size();
    return QStringLiteral("Cairn %1 with Qt %2 (%3) on %4, %5\n"
                          "Screen %6x%7 at %8 %, window %9x%10, text %11 %, %12, language %13\n")
        .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()),
             QGuiApplication::platformName(), QSysInfo::prettyProductName(),
             QSysInfo::currentCpuArchitecture())
        .arg(screen.width())
        .arg(screen.height())
        .arg(qRound(window.devicePixelRatioF() * 100))
        .arg(window.width())
        .arg(window.height())
        .arg(theme().textScale())
        .arg(theme().isDark() ? QStringLiteral("dark") : QStringLiteral("light"), QLocale().name());
}

QString chainLines(const node::Node& node) {
    const auto chain = node.chain().status();
    const auto mining = node.mining().status();
    const auto peers = node.peers().programs();
    const auto answering = std::ranges::count_if(
        *peers, [](const net::PeerInfo& peer) { return peer.state == net::PeerState::InStep; });
    return QStringLiteral("Network \"%1\" (%2), block %3 of %4, %5 lost blocks, %6 payments waiting\n"
                          "%7 peers, %8 of them in step; mining %9 with %10 threads (%11)\n")
        .arg(QString::fromStdString(node.params().name()), fingerprintText(node.params().genesisHash))
        .arg(chain->tip.height)
        .arg(chain->headerHeight)
        .arg(chain->staleBlocks)
        .arg(node.chain().mempool()->items.size())
        .arg(peers->size())
        .arg(answering)
        .arg(mining->working   ? QStringLiteral("works")
             : mining->enabled ? QStringLiteral("rests")
                               : QStringLiteral("is off"))
        .arg(mining->threads)
        .arg(QString::fromStdString(mining->kernel));
}

QString walletLine(const node::Node& node) {
    const auto wallet = node.wallet().status();
    if (!wallet->isOpen) return QStringLiteral("No wallet is open\n");
    return QStringLiteral("A wallet is open, %1, at block %2, with %3 transactions\n")
        .arg(!wallet->encrypted ? QStringLiteral("not encrypted")
             : wallet->locked   ? QStringLiteral("locked")
                                : QStringLiteral("unlocked"))
        .arg(wallet->syncedHeight)
        .arg(wallet->historySize);
}

/// Texts, lists and addresses are the user's; that they are set is all that is told.
bool isPrivate(const SettingRow& row) {
    return row.type == SettingRow::Type::Text || row.type == SettingRow::Type::List ||
           row.type == SettingRow::Type::Endpoint || row.type == SettingRow::Type::Address;
}

QString settingLines(const node::Settings& settings) {
    QString lines;
    for (const SettingRow& row : node::settingRows()) {
        const QString key = QString::fromLatin1(row.key);
        const QString value = settings.text(key);
        if (value == QLatin1String(row.standard)) continue;
        const bool isOff = value == QLatin1String("off");
        lines += QStringLiteral("  %1: %2\n")
                     .arg(key, isPrivate(row) && !isOff ? QStringLiteral("changed") : value);
    }
    return lines.isEmpty() ? QStringLiteral("All settings are the standard ones\n")
                           : QStringLiteral("Settings that were changed:\n") + lines;
}

} // namespace

QString helpReport(const node::Node& node, const QWidget& window) {
    return programLines(window) + chainLines(node) + walletLine(node) + settingLines(node.settings());
}

} // namespace gui
