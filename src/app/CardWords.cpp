#include "app/CardWords.h"

#include "consensus/CardLink.h"
#include "consensus/CardText.h"
#include "consensus/RuleTable.h"

#include <array>

namespace app {

namespace {

using CardKind = consensus::CardError::Kind;

/// What follows "must be", of what is no rule.
struct CardValue {
    const char* key;
    const char* allowed;
};
constexpr std::array kCardValues = {
    CardValue{"cairn_network", "the number 1"},
    CardValue{"name",
              "1 to 40 characters without control characters, slashes, a dot or space first or a space last"},
    CardValue{"colour", "# and 6 hex digits, such as #2f7ed8"},
    CardValue{"rules", "an object in braces"},
    CardValue{"defaults", "an object in braces"},
    CardValue{"transaction_fee", "a decimal number of coins from 0 to 1000 with at most 8 places"},
    CardValue{"confirmation_blocks", "a whole number from 1 to 1000"},
    CardValue{"api_port", "a whole number from 1 to 65535"},
    CardValue{"peer_port", "a whole number from 1 to 65535"},
    CardValue{"seeds", "a list in square brackets of URLs of at most 200 characters such as "
                       "http://192.168.1.20:5001, without user or query"},
};

QString allowedOf(const std::string& key) {
    if (const consensus::RuleInfo* rule = consensus::findRule(key))
        return QString::fromStdString(consensus::allowedText(*rule));
    for (const CardValue& each : kCardValues)
        if (key == each.key) return QString::fromLatin1(each.allowed);
    return QStringLiteral("something else");
}

QString quoted(const std::string& key) {
    return QString::fromStdString(consensus::inQuotes(key));
}

QString valueSentence(const consensus::CardError& error, const QString& name) {
    const QString value = QString::fromStdString(error.value);
    switch (error.kind) {
    case CardKind::Missing:
        return QStringLiteral("The card has no %1; it must be %2.").arg(name, allowedOf(error.key));
    case CardKind::NeedsQuotes:
        return QStringLiteral("%1 must be text in quotes: %2; it is %3.")
            .arg(name, allowedOf(error.key), value);
    case CardKind::NeedsNoQuotes:
        return QStringLiteral("%1 must be %2, without quotes; it is %3.")
            .arg(name, allowedOf(error.key), value);
    case CardKind::BuiltIn:
        return QStringLiteral("%1 must be another word: regtest is the network that is built in.").arg(name);
    case CardKind::EasierThanLimit:
        return QStringLiteral("%1 must not be easier than pow_limit_bits %2; it is %3.")
            .arg(name, QString::fromStdString(error.other), value);
    case CardKind::SamePorts:
        return QStringLiteral("%1 must be %2 other than api_port; both are %3.")
            .arg(name, allowedOf(error.key), value);
    case CardKind::TooManySeeds:
        return QStringLiteral("%1 must be at most %2 URLs; there are %3.")
            .arg(name)
            .arg(consensus::kMaxSeeds)
            .arg(error.number);
    case CardKind::UnknownRule:
        return QStringLiteral(
                   "The card has a rule %1 that this program does not know, so it cannot follow that "
                   "network; a newer version may.")
            .arg(quoted(error.key));
    case CardKind::KeyTwice:
        return QStringLiteral("The key %1 stands in the card twice; each key may be given once.")
            .arg(quoted(error.key));
    case CardKind::TooManyValues:
        return QStringLiteral("The card has more than %1 values; the last key read is %2.")
            .arg(consensus::kMostCardValues)
            .arg(quoted(error.key));
    case CardKind::TooDeep:
        return QStringLiteral("The value of %1 is nested too deep; at most %2 levels are allowed.")
            .arg(quoted(error.key))
            .arg(consensus::kMostCardDepth);
    default:
        return QStringLiteral("%1 must be %2; it is %3.").arg(name, allowedOf(error.key), value);
    }
}

} // namespace

QString cardSentence(const consensus::CardError& error, const QString& label) {
    switch (error.kind) {
    case CardKind::TooLarge:
        return QStringLiteral("A network card may have at most %1 bytes; this one has %2.")
            .arg(consensus::kMaxCardSize)
            .arg(error.number);
    case CardKind::ZeroByte:
        return QStringLiteral("The card is not text: byte %1 is zero.").arg(error.number);
    case CardKind::NotJson:
        return QStringLiteral("The card is not valid JSON in UTF-8: the reader stopped at byte %1.")
            .arg(error.number);
    case CardKind::NotAnObject:
        return QStringLiteral("A network card must be a JSON object in braces.");
    case CardKind::NotWritable:
        return QStringLiteral(
                   "The card holds so much besides its rules that it cannot be written again in %1 bytes.")
            .arg(consensus::kMaxCardSize);
    case CardKind::LinkTooLong:
        return QStringLiteral("A link to a network has at most %1 characters; this one has %2.")
            .arg(consensus::kMaxLinkSize)
            .arg(error.number);
    case CardKind::NotALink:
        return QStringLiteral("This is no link to a network; such a link begins with \"cairn:\".");
    case CardKind::LinkDamaged:
        return QStringLiteral(
            "The link is damaged: a character of its card is missing or wrong. Copy it again.");
    case CardKind::LinkCut:
        return QStringLiteral(
            "The link is damaged or not complete. Copy it again, from its first letter to its last.");
    default:
        return valueSentence(error, label.isEmpty() ? QString::fromStdString(error.key) : label);
    }
}

} // namespace app
