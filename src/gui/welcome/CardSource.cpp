#include "gui/welcome/CardSource.h"

#include "consensus/CardLink.h"
#include "consensus/CardText.h"
#include "gui/welcome/QrReader.h"
#include "gui/welcome/RuleWords.h"
#include "node/Promises.h"
#include "util/Log.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <functional>

namespace gui {

namespace {

using CardFault = consensus::CardError::Kind;

constexpr qint64 kMostPictureBytes = 64 * 1024 * 1024;

struct CardWords {
    Q_DECLARE_TR_FUNCTIONS(gui::CardWords)
};

/// No card at all, or half a link.
CardOrSentence noCard(CardFault fault) {
    switch (fault) {
    case CardFault::LinkTooLong:
        return fail(CardWords::tr("This is longer than any link to a network."));
    case CardFault::NotALink:
        return fail(CardWords::tr("This is no link to a network; such a link begins with “cairn:”."));
    case CardFault::LinkDamaged:
    case CardFault::LinkCut:
        return fail(CardWords::tr(
            "The link is damaged or not complete. Copy it again, from its first letter to its last."));
    case CardFault::TooLarge:
        return fail(CardWords::tr("This is larger than any network card."));
    case CardFault::NotWritable:
        return fail(CardWords::tr("The card holds too much besides its rules. Ask for it again."));
    default:
        return fail(CardWords::tr("This is no network card, or not the whole of it. Ask for it again."));
    }
}

/// Who wants to join cannot mend a card: what is wrong is named as the forms name it, and exactly in the log.
CardOrSentence wrongCard(const consensus::CardError& error) {
    if (error.key.empty()) return noCard(error.kind);
    util::logWarning("join", consensus::inQuotes(error.key) + '=' + error.value); // refused
    const QString field = ruleField(error.key);
    if (field != QString::fromStdString(error.key))
        return fail(
            CardWords::tr("What stands on the card for “%1” is missing or not allowed. Ask for the card "
                          "again.")
                .arg(field));
    return fail(
        CardWords::tr("The card is not whole, or was made by another version of Cairn. Ask for it again."));
}

} // namespace

CardOrSentence readCardText(const QString& given) {
    const std::string text = given.trimmed().toStdString();
    if (text.empty()) return fail(CardWords::tr("There is no text to read."));
    if (text.front() == '{') {
        auto card = consensus::parseNetworkCard(text);
        if (!card) return wrongCard(card.error());
        return std::move(*card);
    }
    if (!consensus::isCardLink(text)) {
        return fail(CardWords::tr("This is neither a link to a network nor the text of a card. Such a link "
                                  "begins with “cairn:” and contains “card=”."));
    }
    auto card = consensus::parseCardLink(text);
    if (!card) return wrongCard(card.error());
    return std::move(*card);
}

CardOrSentence readCardFile(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(CardWords::tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    }
    const QByteArray start = file.peek(64).trimmed().toLower();
    const bool isText = start.startsWith('{') || start.startsWith("cairn:");
    if (!isText && !QImageReader::imageFormat(&file).isEmpty() && file.size() <= kMostPictureBytes) {
        QImageReader reader(&file);
        reader.setAutoTransform(true);
        const QImage picture = reader.read();
        if (picture.isNull())
            return fail(CardWords::tr("The picture %1 cannot be read: %2.").arg(name, reader.errorString()));
        return readCardPicture(picture);
    }
    file.seek(0);
    const QByteArray text = file.read(static_cast<qint64>(consensus::kMaxLinkSize) + 1);
    auto card = readCardText(QString::fromUtf8(text));
    if (!card) return fail(CardWords::tr("%1 is not a network card: %2").arg(name, card.error()));
    return card;
}

CardOrSentence readCardPicture(const QImage& picture) {
    const QStringList codes = readQrCodes(picture);
    if (codes.isEmpty()) {
        return fail(CardWords::tr("There is no QR code in this picture, or it is too small or blurred to be "
                                  "read."));
    }
    for (const QString& code : codes) {
        if (auto card = readCardText(code)) return card;
    }
    return fail(CardWords::tr("The QR code in this picture does not lead to a network. It says: %1")
                    .arg(codes.first().simplified().left(80)));
}

QFuture<CardOrSentence> cardFromFile(const QString& path) {
    return node::onItsOwnThread([path] { return readCardFile(path); });
}

QFuture<CardOrSentence> cardFromPicture(const QImage& picture) {
    return node::onItsOwnThread([picture] { return readCardPicture(picture); });
}

QString cardFilter() {
    return CardWords::tr("Network cards (*.cairn);;All files (*)");
}

QString cardOrPictureFilter() {
    return CardWords::tr(
        "Network cards and pictures (*.cairn *.png *.jpg *.jpeg *.gif *.bmp *.webp);;All files "
        "(*)");
}

} // namespace gui
