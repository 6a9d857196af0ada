#include "gui/network/MessageWords.h"

#include "gui/Format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gui {

namespace {

struct MessageTalk {
    Q_DECLARE_TR_FUNCTIONS(gui::MessageWords)
};

struct Meaning {
    const char* command;
    const char* words;
};

constexpr std::array kMeanings = {
    Meaning{"version", QT_TRANSLATE_NOOP("gui::MessageWords", "Who one is, and how high one's chain.")},
    Meaning{"verack", QT_TRANSLATE_NOOP("gui::MessageWords", "Agreed: the link is open.")},
    Meaning{"sendheaders", QT_TRANSLATE_NOOP("gui::MessageWords", "Tell me of new blocks by their headers.")},
    Meaning{"wtxidrelay",
            QT_TRANSLATE_NOOP("gui::MessageWords", "Name transactions by their ids with signatures.")},
    Meaning{"sendaddrv2", QT_TRANSLATE_NOOP("gui::MessageWords", "Addresses of every kind are welcome.")},
    Meaning{"sendcmpct", QT_TRANSLATE_NOOP("gui::MessageWords", "Blocks may come as a list of short ids.")},
    Meaning{"ping", QT_TRANSLATE_NOOP("gui::MessageWords", "Are you there?")},
    Meaning{"pong", QT_TRANSLATE_NOOP("gui::MessageWords", "I am here.")},
    Meaning{"getaddr", QT_TRANSLATE_NOOP("gui::MessageWords", "Which other nodes do you know?")},
    Meaning{"addr", QT_TRANSLATE_NOOP("gui::MessageWords", "Addresses of other nodes.")},
    Meaning{"addrv2", QT_TRANSLATE_NOOP("gui::MessageWords", "Addresses of other nodes.")},
    Meaning{"getheaders", QT_TRANSLATE_NOOP("gui::MessageWords", "Which blocks come after these?")},
    Meaning{"headers", QT_TRANSLATE_NOOP("gui::MessageWords", "Headers of blocks, in order.")},
    Meaning{"getblocks", QT_TRANSLATE_NOOP("gui::MessageWords", "Which blocks come after these?")},
    Meaning{"inv", QT_TRANSLATE_NOOP("gui::MessageWords", "Ids of blocks or transactions that one has.")},
    Meaning{"getdata", QT_TRANSLATE_NOOP("gui::MessageWords", "Give me these blocks or transactions.")},
    Meaning{"notfound", QT_TRANSLATE_NOOP("gui::MessageWords", "What you asked for is not here.")},
    Meaning{"block", QT_TRANSLATE_NOOP("gui::MessageWords", "A whole block.")},
    Meaning{"tx", QT_TRANSLATE_NOOP("gui::MessageWords", "A transaction.")},
    Meaning{"mempool", QT_TRANSLATE_NOOP("gui::MessageWords", "Which transactions wait at your place?")},
    Meaning{"feefilter", QT_TRANSLATE_NOOP("gui::MessageWords", "Spare me transactions with lower fees.")},
    Meaning{"cmpctblock", QT_TRANSLATE_NOOP("gui::MessageWords", "A block, most of it as short ids.")},
    Meaning{"getblocktxn",
            QT_TRANSLATE_NOOP("gui::MessageWords", "Transactions of that block that are missing here.")},
    Meaning{"cairnrun", QT_TRANSLATE_NOOP("gui::MessageWords", "Which run of Cairn this is.")},
    Meaning{"blocktxn", QT_TRANSLATE_NOOP("gui::MessageWords", "The missing transactions of a block.")},
};

} // namespace

QString messageText(const net::PeerMessageNote& message) {
    QStringList parts{message.command};
    if (message.count > 0) parts << Format::count(message.count);
    if (message.times > 1) parts << MessageTalk::tr("%n time(s)", nullptr, message.times);
    return parts.join(QStringLiteral(" · "));
}

QString messageMeaning(const QString& command) {
    const auto found = std::ranges::find_if(
        kMeanings, [&command](const Meaning& each) { return command == QLatin1String(each.command); });
    return found == kMeanings.end() ? QString() : MessageTalk::tr(found->words);
}

} // namespace gui
