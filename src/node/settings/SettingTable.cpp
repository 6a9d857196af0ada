#include "node/settings/Settings.h"

#include <algorithm>
#include <array>

namespace node {

namespace {

using Row = SettingRow;
using enum SettingRow::Type;
using enum SettingRow::Scope;
using enum SettingRow::Effect;
using Group = SettingRow::Group;
using Unit = SettingRow::Unit;
using Form = SettingRow::Form;
constexpr qint64 kCoin = primitives::Amount::kCoin;

// key, environment, type, standard, lowest, highest, choices, scope, effect, group, argument, help, unit,
// in the window
constexpr std::array kRows = {
    Row{"theme", nullptr, Choice, "system", 0, 0, "system,light,dark,contrast", Program, AtOnce, Group::Look,
        "NAME", "Colours of the window."},
    Row{"text_scale", nullptr, Integer, "100", 80, 200, nullptr, Program, AtOnce, Group::Look, "PERCENT",
        "Size of text, in percent.", Unit::Percent},
    Row{"language", nullptr, Choice, "system", 0, 0, "system," CAIRN_LANGUAGES, Program, AtOnce, Group::Look,
        "CODE", "Language of the window."},
    Row{"reduce_motion", nullptr, Bool, "off", 0, 0, nullptr, Program, AtOnce, Group::Look, "on|off",
        "Show changes without movement."},
    Row{"hide_amounts", nullptr, Bool, "off", 0, 0, nullptr, Program, AtOnce, Group::Look, "on|off",
        "Show dots instead of amounts, on every page."},
    Row{"first_steps", nullptr, Bool, "on", 0, 0, nullptr, Program, AtOnce, Group::Look, "on|off",
        "Show the first steps on the home page until they are done."},

    Row{"notify_payments", nullptr, Bool, "on", 0, 0, nullptr, Program, AtOnce, Group::Desktop, "on|off",
        "Tell the desktop about payments that come in."},
    Row{"notify_blocks", nullptr, Bool, "on", 0, 0, nullptr, Program, AtOnce, Group::Desktop, "on|off",
        "Tell the desktop about blocks that this computer finds."},
    Row{"tray_icon", nullptr, Bool, "off", 0, 0, nullptr, Program, AtOnce, Group::Desktop, "on|off",
        "Go on in the tray of the desktop when the window is closed."},

    Row{"wallet", nullptr, Text, "default", 0, 0, nullptr, Network, AfterRestart, Group::Wallet, "NAME",
        "The wallet to open; it is created if it is missing. \"off\" = none but those that every start "
        "opens.",
        Unit::None, false, Form::WalletName},
    Row{"transaction_fee", "TRANSACTION_FEE", Amount, "0.00010000", 1'000, kCoin, nullptr, Network, AtOnce,
        Group::Wallet, "COINS", "Fee of an ordinary payment, in coins per 1000 virtual bytes.",
        Unit::CoinsPerThousandBytes},
    Row{"confirmation_blocks", "CONFIRMATION_BLOCKS", Integer, "6", 1, 1000, nullptr, Network, AtOnce,
        Group::Wallet, "BLOCKS", "Blocks after which a payment counts as confirmed.", Unit::Blocks},
    Row{"auto_lock_minutes", nullptr, Integer, "10", 0, 1440, nullptr, Network, AtOnce, Group::Wallet,
        "MINUTES", "Lock an encrypted wallet after this time without input; 0 = never.", Unit::Minutes},

    Row{"look_ahead", nullptr, Integer, "100", 20, 10'000, nullptr, Network, AfterRestart, Group::Wallet,
        "COUNT",
        "Addresses of the wallet watched beyond the last one used or handed out: so many in a row may stay "
        "unpaid."},

    Row{"mine_at_start", nullptr, Choice, "off", 0, 0, "off,on,as-left", Network, AtOnce, Group::Mining,
        "WHEN", "Mine as soon as the program starts; \"as-left\" = if it mined when it ended."},
    Row{"mining_threads", nullptr, Integer, "0", 0, 256, nullptr, Network, AtOnce, Group::Mining, "COUNT",
        "Threads that mine; 0 = half of the processor's.", Unit::Threads},
    Row{"mining_mode", nullptr, Choice, "always", 0, 0, "always,when-waiting", Network, AtOnce, Group::Mining,
        "MODE", "Mine always, or only while payments wait."},
    Row{"mining_percent", nullptr, Integer, "100", 1, 100, nullptr, Network, AtOnce, Group::Mining, "PERCENT",
        "Share of its time that each thread mines.", Unit::Percent},
    Row{"mining_pause_on_battery", nullptr, Bool, "off", 0, 0, nullptr, Network, AtOnce, Group::Mining,
        "on|off", "Do not mine while the computer runs on its battery (where the system tells)."},
    Row{"mining_idle_minutes", nullptr, Integer, "0", 0, 1440, nullptr, Network, AtOnce, Group::Mining,
        "MINUTES", "Mine only after this time without keys and mouse in Cairn's window; 0 = always.",
        Unit::Minutes},
    Row{"mining_kernel", nullptr, Choice, "best", 0, 0, "best,AVX-512,SHA-NI,AVX2,ARMv8-SHA2,portable",
        Network, AtOnce, Group::Mining, "NAME",
        "How hashes are computed; \"best\", or what this processor lacks = the fastest, measured once."},
    Row{"mining_address", nullptr, Address, "", 0, 0, nullptr, Network, AtOnce, Group::Mining, "ADDRESS",
        "Where rewards go; empty = an address of the open wallet, another one with every start."},

    Row{"node_name", nullptr, Text, "", 0, 0, nullptr, Program, AtOnce, Group::Network, "NAME",
        "What others see this computer as, and what its blocks are signed with; "
        "empty = the name of the user or of the computer."},
    Row{"peer_bind", nullptr, Endpoint, "off", 0, 0, nullptr, Network, AtOnce, Group::Network, "ADDR:PORT",
        "Where other nodes reach this one; \"off\" = they cannot."},
    Row{"lobby", nullptr, Bool, "off", 0, 0, nullptr, Network, AtOnce, Group::Network, "on|off",
        "Hear which networks are in the same local network, and tell of this one there while others can "
        "reach it."},
    Row{"connect", nullptr, List, "", 0, 0, nullptr, Network, AfterRestart, Group::Network, "URL",
        "Peers to connect to, separated by commas (the option may be repeated).", Unit::None, true,
        Form::Peer},
    Row{"reorganisation_brake", nullptr, Integer, "100", 0, 100'000, nullptr, Network, AtOnce, Group::Network,
        "BLOCKS", "A branch that would replace more blocks than this waits until you say yes; 0 = none does.",
        Unit::Blocks},
    Row{"mempool_megabytes", nullptr, Integer, "64", 1, 4096, nullptr, Network, AfterRestart, Group::Network,
        "MB", "Waiting payments kept at most.", Unit::Megabytes},
    Row{"minimum_fee", nullptr, Amount, "0.00001000", 0, kCoin, nullptr, Network, AfterRestart,
        Group::Network, "COINS", "Payments that offer less than this per 1000 virtual bytes are not taken.",
        Unit::CoinsPerThousandBytes},
    Row{"mempool_hours", nullptr, Integer, "336", 1, 100'000, nullptr, Network, AfterRestart, Group::Network,
        "HOURS", "Payments that no block takes for this long are dropped.", Unit::Hours},
    Row{"accept_nonstandard", nullptr, Bool, "off", 0, 0, nullptr, Network, AfterRestart, Group::Network,
        "on|off", "Take transactions whose scripts have an unusual form, too."},
    Row{"dust_fee", nullptr, Amount, "0.00003000", 0, kCoin, nullptr, Network, AfterRestart, Group::Network,
        "COINS",
        "Amounts that cost more to spend than they are worth, at this fee per 1000 virtual "
        "bytes, are not taken.",
        Unit::CoinsPerThousandBytes},
    Row{"data_carrier_bytes", nullptr, Integer, "83", 0, 100'000, nullptr, Network, AfterRestart,
        Group::Network, "BYTES", "Data that one transaction may carry in OP_RETURN outputs; 0 = none.",
        Unit::Bytes},

    Row{"api_bind", nullptr, Endpoint, "127.0.0.1:5000", 0, 0, nullptr, Network, AfterRestart, Group::Api,
        "ADDR:PORT",
        "Where programs on this computer reach the node; port 0 = any free one, \"off\" = none."},
    Row{"api_hosts", nullptr, List, "", 0, 0, nullptr, Network, AfterRestart, Group::Api, "NAMES",
        "Further host names that requests may use, separated by commas.", Unit::None, true, Form::Host},
    Row{"api_origins", nullptr, List, "", 0, 0, nullptr, Network, AfterRestart, Group::Api, "ORIGINS",
        "Web pages that may read the explorer's routes, as http://host:port, separated by commas.",
        Unit::None, true, Form::Origin},
    Row{"api_spending", nullptr, Choice, "open", 0, 0, "open,ask,token", Network, AfterRestart, Group::Api,
        "RULE",
        "How programs on this computer may pay from an open wallet: at once, "
        "after a click in the window, or only "
        "with a token."},

    Row{"log_level", nullptr, Choice, "info", 0, 0, "debug,info,warning,error", Network, AtOnce,
        Group::Advanced, "LEVEL", "What the log file contains."},
    Row{"coin_cache_megabytes", nullptr, Integer, "64", 4, 16'384, nullptr, Network, AfterRestart,
        Group::Advanced, "MB", "Memory for coins while blocks are imported.", Unit::Megabytes},
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
