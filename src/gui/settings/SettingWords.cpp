#include "gui/settings/SettingWords.h"

#include "gui/Format.h"
#include "gui/Languages.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gui {

namespace {

using node::SettingRow;

struct LineWords {
    const char* key;
    const char* label;
    const char* sentence;
    const char* zero = nullptr;
};

constexpr std::array kLineWords = {
    LineWords{"theme", QT_TRANSLATE_NOOP("gui::SettingWords", "Colours"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "Light, dark, or with strong contrasts.")},
    LineWords{"text_scale", QT_TRANSLATE_NOOP("gui::SettingWords", "Size of text"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "Everything in the window grows with it.")},
    LineWords{"language", QT_TRANSLATE_NOOP("gui::SettingWords", "Language"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "Of the window, with its decimal sign.")},
    LineWords{"reduce_motion", QT_TRANSLATE_NOOP("gui::SettingWords", "Less movement"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "Changes are shown at once instead of moving in.")},
    LineWords{"hide_amounts", QT_TRANSLATE_NOOP("gui::SettingWords", "Hide amounts"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "Dots instead of amounts on every page, for when others look on.")},
    LineWords{"first_steps", QT_TRANSLATE_NOOP("gui::SettingWords", "First steps"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "Shown on the home page until they are done.")},

    LineWords{"notify_payments", QT_TRANSLATE_NOOP("gui::SettingWords", "Tell me about payments"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "A notification of the desktop when a payment comes in while you look "
                                "elsewhere; many at once in one.")},
    LineWords{"notify_blocks", QT_TRANSLATE_NOOP("gui::SettingWords", "Tell me about blocks I find"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "A notification at most once a minute, with all blocks since the last.")},
    LineWords{"tray_icon", QT_TRANSLATE_NOOP("gui::SettingWords", "Keep Cairn in the tray"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "Closing the window then leaves the node running; Ctrl+Q ends it. Needs a "
                                "desktop with a tray.")},

    LineWords{"transaction_fee", QT_TRANSLATE_NOOP("gui::SettingWords", "Fee of a payment"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "What a payment offers where nothing else is chosen. An ordinary one has "
                                "about 140 virtual bytes.")},
    LineWords{"confirmation_blocks", QT_TRANSLATE_NOOP("gui::SettingWords", "A payment is confirmed after"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "So many blocks, its own included, are on top of it. More is safer.")},
    LineWords{"auto_lock_minutes", QT_TRANSLATE_NOOP("gui::SettingWords", "Lock the wallet after"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "An encrypted wallet asks for its passphrase again after this time without "
                                "keys and mouse."),
              QT_TRANSLATE_NOOP("gui::SettingWords", "never")},

    LineWords{"look_ahead", QT_TRANSLATE_NOOP("gui::SettingWords", "Addresses watched ahead"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "So many in a row may stay unpaid before the wallet misses a payment to the "
                                "next. A shop needs more.")},

    LineWords{"mine_at_start", QT_TRANSLATE_NOOP("gui::SettingWords", "Mine when Cairn starts"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "Without a press of the switch.")},
    LineWords{"mining_threads", QT_TRANSLATE_NOOP("gui::SettingWords", "Threads that mine"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "Each keeps one core of the processor busy."),
              QT_TRANSLATE_NOOP("gui::SettingWords", "half of them")},
    LineWords{"mining_mode", QT_TRANSLATE_NOOP("gui::SettingWords", "What is mined for"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "Always, for the rewards; or only while payments wait for a block.")},
    LineWords{
        "mining_percent", QT_TRANSLATE_NOOP("gui::SettingWords", "Share of its time"),
        QT_TRANSLATE_NOOP("gui::SettingWords",
                          "Each thread mines for this much of the time; less keeps the computer cool.")},
    LineWords{"mining_pause_on_battery", QT_TRANSLATE_NOOP("gui::SettingWords", "Rest on battery"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "No mining while the computer is not plugged in, where the system tells.")},
    LineWords{"mining_idle_minutes", QT_TRANSLATE_NOOP("gui::SettingWords", "Wait until I am away for"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "Mine only after this time without keys and mouse in this window."),
              QT_TRANSLATE_NOOP("gui::SettingWords", "no waiting")},
    LineWords{"mining_kernel", QT_TRANSLATE_NOOP("gui::SettingWords", "How hashes are computed"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "With which instructions of the processor. What it lacks is replaced by the "
                                "fastest it has.")},
    LineWords{
        "mining_address", QT_TRANSLATE_NOOP("gui::SettingWords", "Where rewards go"),
        QT_TRANSLATE_NOOP("gui::SettingWords",
                          "An address of this network. Left empty, rewards go to an address of the open "
                          "wallet, another one with every start.")},

    LineWords{"node_name", QT_TRANSLATE_NOOP("gui::SettingWords", "Name of this computer"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "What others see it as, and what its blocks are signed with. Left empty, the "
                                "name of the user or of the computer.")},
    LineWords{"peer_bind", QT_TRANSLATE_NOOP("gui::SettingWords", "Where other nodes reach this one"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "Off, this node still talks to others, but only it can begin.")},
    LineWords{"lobby", QT_TRANSLATE_NOOP("gui::SettingWords", "Networks near you"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "Computers in the same Wi-Fi or cable network are shown, and see this "
                                "network while they can reach it.")},
    LineWords{"connect", QT_TRANSLATE_NOOP("gui::SettingWords", "Peers to stay in touch with"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "One a line, as 192.168.1.20:5001.")},
    LineWords{
        "reorganisation_brake", QT_TRANSLATE_NOOP("gui::SettingWords", "Ask before replacing more than"),
        QT_TRANSLATE_NOOP("gui::SettingWords",
                          "A branch with more work that would take back more of our blocks than this waits "
                          "until you decide."),
        QT_TRANSLATE_NOOP("gui::SettingWords", "never ask")},
    LineWords{"mempool_megabytes", QT_TRANSLATE_NOOP("gui::SettingWords", "Room for waiting payments"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "When it is full, those with the lowest fees are forgotten first.")},
    LineWords{"minimum_fee", QT_TRANSLATE_NOOP("gui::SettingWords", "Lowest fee that is passed on"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "Payments that offer less are not taken.")},
    LineWords{"mempool_hours", QT_TRANSLATE_NOOP("gui::SettingWords", "Forget waiting payments after"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "For those that no block takes.")},
    LineWords{"accept_nonstandard", QT_TRANSLATE_NOOP("gui::SettingWords", "Take unusual scripts"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "Transactions whose scripts are valid but have a form that nodes do not pass "
                                "on as a rule.")},
    LineWords{"dust_fee", QT_TRANSLATE_NOOP("gui::SettingWords", "What counts as dust"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "Amounts that cost more to spend than they are worth, at this fee, are not "
                                "taken.")},
    LineWords{"data_carrier_bytes", QT_TRANSLATE_NOOP("gui::SettingWords", "Data in a transaction"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "At most so much that is no payment (OP_RETURN)."),
              QT_TRANSLATE_NOOP("gui::SettingWords", "none")},

    LineWords{"api_bind", QT_TRANSLATE_NOOP("gui::SettingWords", "Where programs reach this node"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "Scripts, miners and explorers ask here. Off, no program can.")},
    LineWords{"api_hosts", QT_TRANSLATE_NOOP("gui::SettingWords", "Further names of this computer"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "Host names that requests may use beside its address, one a line.")},
    LineWords{"api_origins", QT_TRANSLATE_NOOP("gui::SettingWords", "Web pages that may ask"),
              QT_TRANSLATE_NOOP("gui::SettingWords",
                                "They may read the explorer's routes; one a line, as http://host:port.")},
    LineWords{"api_spending", QT_TRANSLATE_NOOP("gui::SettingWords", "Programs that want to pay"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "From a wallet that is open and not locked.")},

    LineWords{"log_level", QT_TRANSLATE_NOOP("gui::SettingWords", "What the log tells"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "The log is a file; Help says where.")},
    LineWords{"coin_cache_megabytes", QT_TRANSLATE_NOOP("gui::SettingWords", "Memory for coins"),
              QT_TRANSLATE_NOOP("gui::SettingWords", "More makes reading a long chain faster.")},
};

struct ChoiceWords {
    const char* key; ///< null: of any setting
    const char* value;
    const char* words;
};

constexpr std::array kChoiceWords = {
    ChoiceWords{"theme", "system", QT_TRANSLATE_NOOP("gui::SettingWords", "as the desktop")},
    ChoiceWords{"theme", "light", QT_TRANSLATE_NOOP("gui::SettingWords", "light")},
    ChoiceWords{"theme", "dark", QT_TRANSLATE_NOOP("gui::SettingWords", "dark")},
    ChoiceWords{"theme", "contrast", QT_TRANSLATE_NOOP("gui::SettingWords", "high contrast")},
    ChoiceWords{"language", "system", QT_TRANSLATE_NOOP("gui::SettingWords", "as the desktop")},
    ChoiceWords{"mine_at_start", "off", QT_TRANSLATE_NOOP("gui::SettingWords", "never")},
    ChoiceWords{"mine_at_start", "on", QT_TRANSLATE_NOOP("gui::SettingWords", "always")},
    ChoiceWords{"mine_at_start", "as-left",
                QT_TRANSLATE_NOOP("gui::SettingWords", "if it mined when it ended")},
    ChoiceWords{"mining_mode", "always", QT_TRANSLATE_NOOP("gui::SettingWords", "always")},
    ChoiceWords{"mining_mode", "when-waiting", QT_TRANSLATE_NOOP("gui::SettingWords", "while payments wait")},
    ChoiceWords{"mining_kernel", "best", QT_TRANSLATE_NOOP("gui::SettingWords", "the fastest")},
    ChoiceWords{"mining_kernel", "portable",
                QT_TRANSLATE_NOOP("gui::SettingWords", "without special instructions")},
    ChoiceWords{"api_spending", "open", QT_TRANSLATE_NOOP("gui::SettingWords", "may do so at once")},
    ChoiceWords{"api_spending", "ask", QT_TRANSLATE_NOOP("gui::SettingWords", "ask in this window")},
    ChoiceWords{"api_spending", "token", QT_TRANSLATE_NOOP("gui::SettingWords", "need a token")},
    ChoiceWords{"log_level", "debug", QT_TRANSLATE_NOOP("gui::SettingWords", "everything")},
    ChoiceWords{"log_level", "info", QT_TRANSLATE_NOOP("gui::SettingWords", "what happens")},
    ChoiceWords{"log_level", "warning", QT_TRANSLATE_NOOP("gui::SettingWords", "warnings")},
    ChoiceWords{"log_level", "error", QT_TRANSLATE_NOOP("gui::SettingWords", "errors only")},
};

struct SettingText {
    Q_DECLARE_TR_FUNCTIONS(gui::SettingWords)
};

QString inWords(const char* source) {
    return source ? QCoreApplication::translate("gui::SettingWords", source) : QString();
}

/// What the field may hold, as a whole sentence.
QString allowedWords(const SettingRow& row) {
    switch (row.type) {
    case SettingRow::Type::Integer:
        return SettingText::tr("A whole number from %1 to %2 is needed.")
            .arg(Format::count(row.lowest), Format::count(row.highest));
    case SettingRow::Type::Amount:
        return SettingText::tr(
                   "An amount from %1 to %2 is needed, with a point before decimals and at most 8 "
                   "of them.")
            .arg(QString::fromStdString(toDecimal(primitives::Amount(row.lowest))),
                 QString::fromStdString(toDecimal(primitives::Amount(row.highest))));
    case SettingRow::Type::Endpoint:
        return SettingText::tr("An address of this computer and a port from 0 to 65 535 are needed.");
    default:
        break;
    }
    switch (row.form) {
    case SettingRow::Form::Peer:
        return SettingText::tr(
            "Addresses with a port are needed, as 192.168.1.20:5001, with commas between them.");
    case SettingRow::Form::Host:
        return SettingText::tr("Names or addresses of computers are needed, with commas between them.");
    case SettingRow::Form::Origin:
        return SettingText::tr(
            "Addresses that begin with http:// or https:// are needed, with commas between them.");
    default:
        return SettingText::tr("At most 1 000 letters are possible, without line breaks.");
    }
}

} // namespace

SettingWords settingWords(const SettingRow& row) {
    const auto found = std::ranges::find_if(
        kLineWords, [&](const LineWords& each) { return QLatin1String(each.key) == QLatin1String(row.key); });
    if (found == kLineWords.end()) return {};
    return {inWords(found->label), inWords(found->sentence), inWords(found->zero)};
}

QString settingGroupName(SettingRow::Group group) {
    switch (group) {
    case SettingRow::Group::Look:
        return SettingText::tr("Look");
    case SettingRow::Group::Desktop:
        return SettingText::tr("Desktop");
    case SettingRow::Group::Wallet:
        return SettingText::tr("Wallet");
    case SettingRow::Group::Mining:
        return SettingText::tr("Mining");
    case SettingRow::Group::Network:
        return SettingText::tr("Network");
    case SettingRow::Group::Api:
        return SettingText::tr("API");
    case SettingRow::Group::Advanced:
        return SettingText::tr("Advanced");
    }
    return {};
}

QString choiceWords(const SettingRow& row, const QString& value) {
    const auto found = std::ranges::find_if(kChoiceWords, [&](const ChoiceWords& each) {
        return QLatin1String(each.key) == QLatin1String(row.key) && value == QLatin1String(each.value);
    });
    if (found != kChoiceWords.end()) return inWords(found->words);
    const QString language =
        QLatin1String(row.key) == QLatin1String("language") ? languageName(value) : QString();
    return language.isEmpty() ? value : language; // names of instructions
}

QString unitWords(SettingRow::Unit unit) {
    switch (unit) {
    case SettingRow::Unit::None:
    case SettingRow::Unit::Threads:
        return {};
    case SettingRow::Unit::Percent:
        return QStringLiteral("%");
    case SettingRow::Unit::Blocks:
        return SettingText::tr("blocks");
    case SettingRow::Unit::Minutes:
        return SettingText::tr("min");
    case SettingRow::Unit::Hours:
        return SettingText::tr("hours");
    case SettingRow::Unit::Megabytes:
        return SettingText::tr("MB");
    case SettingRow::Unit::Bytes:
        return SettingText::tr("bytes");
    case SettingRow::Unit::CoinsPerThousandBytes:
        return SettingText::tr("%1 for 1 000 virtual bytes").arg(format().unit());
    }
    return {};
}

QString settingProblem(const SettingRow& row, const node::SettingError& error) {
    if (error.kind == node::SettingError::Kind::NotWritten) {
        return SettingText::tr(
            "This holds until Cairn ends: the file of settings cannot be written. Check the "
            "disk and the rights of the folder.");
    }
    return allowedWords(row);
}

} // namespace gui
