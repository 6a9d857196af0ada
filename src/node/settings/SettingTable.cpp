#include "node/settings/Settings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace node {

namespace {

using Row = SettingRow;
using enum SettingRow::Type;
using enum SettingRow::Scope;
using enum SettingRow::Effect;
constexpr qint64 kCoin = primitives::Amount::kCoin;

// key, environment, type, standard, lowest, highest, choices, scope, effect, group, argument, help, in the
// window
constexpr std::array kRows = {
    Row{"theme", nullptr, Choice, "system", 0, 0, "system,light,dark,contrast", Program, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Look"), "NAME",
        QT_TRANSLATE_NOOP("Settings", "Colours of the window.")},
    Row{"text_scale", nullptr, Integer, "100", 80, 200, nullptr, Program, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Look"), "PERCENT",
        QT_TRANSLATE_NOOP("Settings", "Size of text, in percent.")},
    Row{"language", nullptr, Choice, "system", 0, 0, "system,en,de", Program, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Look"), "CODE",
        QT_TRANSLATE_NOOP("Settings", "Language of the window.")},
    Row{"reduce_motion", nullptr, Bool, "off", 0, 0, nullptr, Program, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Look"), "on|off",
        QT_TRANSLATE_NOOP("Settings", "Show changes without movement.")},
    Row{"hide_amounts", nullptr, Bool, "off", 0, 0, nullptr, Program, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Look"), "on|off",
        QT_TRANSLATE_NOOP("Settings", "Show dots instead of amounts, on every page.")},
    Row{"first_steps", nullptr, Bool, "on", 0, 0, nullptr, Program, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Look"), "on|off",
        QT_TRANSLATE_NOOP("Settings", "Show the first steps on the home page until they are done.")},

    Row{"wallet", nullptr, Text, "default", 0, 0, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Wallet"), "NAME",
        QT_TRANSLATE_NOOP("Settings", "The wallet to open; it is created if it is missing."), false},
    Row{"transaction_fee", "TRANSACTION_FEE", Amount, "0.00010000", 1'000, kCoin, nullptr, Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Wallet"), "COINS",
        QT_TRANSLATE_NOOP("Settings", "Fee of an ordinary payment, in coins per 1000 virtual bytes.")},
    Row{"confirmation_blocks", "CONFIRMATION_BLOCKS", Integer, "6", 1, 1000, nullptr, Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Wallet"), "BLOCKS",
        QT_TRANSLATE_NOOP("Settings", "Blocks after which a payment counts as confirmed.")},
    Row{"auto_lock_minutes", nullptr, Integer, "10", 0, 1440, nullptr, Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Wallet"), "MINUTES",
        QT_TRANSLATE_NOOP("Settings", "Lock an encrypted wallet after this time without input; 0 = never.")},

    Row{"mine_at_start", nullptr, Choice, "off", 0, 0, "off,on,as-left", Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Mining"), "WHEN",
        QT_TRANSLATE_NOOP("Settings",
                          "Mine as soon as the program starts; \"as-left\" = if it mined when it ended.")},
    Row{"mining_threads", nullptr, Integer, "0", 0, 256, nullptr, Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Mining"), "COUNT",
        QT_TRANSLATE_NOOP("Settings", "Threads that mine; 0 = half of the processor's.")},
    Row{"mining_mode", nullptr, Choice, "always", 0, 0, "always,when-waiting", Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Mining"), "MODE",
        QT_TRANSLATE_NOOP("Settings", "Mine always, or only while payments wait.")},
    Row{"mining_percent", nullptr, Integer, "100", 1, 100, nullptr, Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Mining"), "PERCENT",
        QT_TRANSLATE_NOOP("Settings", "Share of its time that each thread mines.")},
    Row{"mining_pause_on_battery", nullptr, Bool, "off", 0, 0, nullptr, Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Mining"), "on|off",
        QT_TRANSLATE_NOOP("Settings",
                          "Do not mine while the computer runs on its battery (where the system tells).")},
    Row{"mining_idle_minutes", nullptr, Integer, "0", 0, 1440, nullptr, Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Mining"), "MINUTES",
        QT_TRANSLATE_NOOP("Settings",
                          "Mine only after this time without keys and mouse in Cairn's window; 0 = always.")},
    Row{"mining_kernel", nullptr, Choice, "best", 0, 0, "best,AVX-512,SHA-NI,AVX2,ARMv8-SHA2,portable",
        Network, AtOnce, QT_TRANSLATE_NOOP("Settings", "Mining"), "NAME",
        QT_TRANSLATE_NOOP(
            "Settings",
            "How hashes are computed; \"best\", or what this processor lacks = the fastest, measured once.")},
    Row{"mining_address", nullptr, Text, "", 0, 0, nullptr, Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Mining"), "ADDRESS",
        QT_TRANSLATE_NOOP("Settings", "Where rewards go; empty = a fresh address of the open wallet.")},

    Row{"peer_bind", nullptr, Endpoint, "off", 0, 0, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Network"), "ADDR:PORT",
        QT_TRANSLATE_NOOP("Settings", "Where other nodes reach this one; \"off\" = they cannot.")},
    Row{"connect", nullptr, List, "", 0, 0, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Network"), "URL",
        QT_TRANSLATE_NOOP("Settings",
                          "Peers to connect to, separated by commas (the option may be repeated).")},
    Row{"mempool_megabytes", nullptr, Integer, "64", 1, 4096, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Network"), "MB",
        QT_TRANSLATE_NOOP("Settings", "Waiting payments kept at most.")},
    Row{"minimum_fee", nullptr, Amount, "0.00001000", 0, kCoin, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Network"), "COINS",
        QT_TRANSLATE_NOOP("Settings",
                          "Payments that offer less than this per 1000 virtual bytes are not taken.")},
    Row{"mempool_hours", nullptr, Integer, "336", 1, 100'000, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Network"), "HOURS",
        QT_TRANSLATE_NOOP("Settings", "Payments that no block takes for this long are dropped.")},
    Row{"accept_nonstandard", nullptr, Bool, "off", 0, 0, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Network"), "on|off",
        QT_TRANSLATE_NOOP("Settings", "Take transactions whose scripts have an unusual form, too.")},
    Row{"dust_fee", nullptr, Amount, "0.00003000", 0, kCoin, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Network"), "COINS",
        QT_TRANSLATE_NOOP("Settings",
                          "Amounts that cost more to spend than they are worth, at this fee per 1000 virtual "
                          "bytes, are not taken.")},
    Row{"data_carrier_bytes", nullptr, Integer, "83", 0, 100'000, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Network"), "BYTES",
        QT_TRANSLATE_NOOP("Settings", "Data that one transaction may carry in OP_RETURN outputs; 0 = none.")},

    Row{"api_bind", nullptr, Endpoint, "127.0.0.1:5000", 0, 0, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "API"), "ADDR:PORT",
        QT_TRANSLATE_NOOP(
            "Settings",
            "Where programs on this computer reach the node; port 0 = any free one, \"off\" = none.")},
    Row{"api_hosts", nullptr, List, "", 0, 0, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "API"), "NAMES",
        QT_TRANSLATE_NOOP("Settings", "Further host names that requests may use, separated by commas.")},
    Row{"api_origins", nullptr, List, "", 0, 0, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "API"), "ORIGINS",
        QT_TRANSLATE_NOOP(
            "Settings",
            "Web pages that may read the explorer's routes, as http://host:port, separated by commas.")},
    Row{"api_spending", nullptr, Choice, "open", 0, 0, "open,ask,token", Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "API"), "RULE",
        QT_TRANSLATE_NOOP("Settings", "How programs on this computer may pay from an open wallet: at once, "
                                      "after a click in the window, or only "
                                      "with a token.")},

    Row{"log_level", nullptr, Choice, "info", 0, 0, "debug,info,warning,error", Network, AtOnce,
        QT_TRANSLATE_NOOP("Settings", "Advanced"), "LEVEL",
        QT_TRANSLATE_NOOP("Settings", "What the log file contains.")},
    Row{"coin_cache_megabytes", nullptr, Integer, "64", 4, 16'384, nullptr, Network, AfterRestart,
        QT_TRANSLATE_NOOP("Settings", "Advanced"), "MB",
        QT_TRANSLATE_NOOP("Settings", "Memory for coins while blocks are imported.")},
};

} // namespace

std::span<const SettingRow> settingRows() {
    return kRows;
}

const SettingRow* settingRow(const QString& key) {
    const auto found =
        std::ranges::find_if(kRows, [&](const Row& row) { return key == QLatin1String(row.key); });
    return found == kRows.end() ? nullptr : &*found;
}

} // namespace node
