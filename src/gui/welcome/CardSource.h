#pragma once

#include "consensus/NetworkCard.h"
#include "util/Result.h"

#include <QFuture>
#include <QImage>
#include <QString>

namespace gui {

/// A card, or a sentence about what is wrong with what was given.
using CardOrSentence = Result<consensus::NetworkCard, QString>;

/// From a text: a `cairn:` link, or the JSON of a card.
CardOrSentence readCardText(const QString& text);
/// From a file: a card, a text with a link, or a picture of a QR code. Thread: any but main, a picture takes
/// time.
CardOrSentence readCardFile(const QString& path);
/// From a picture of a QR code. Thread: as above.
CardOrSentence readCardPicture(const QImage& picture);

/// The same on a thread of their own.
QFuture<CardOrSentence> cardFromFile(const QString& path);
QFuture<CardOrSentence> cardFromPicture(const QImage& picture);

/// The filter of file dialogs for cards.
QString cardFilter();
/// … and for everything that a card can be read from.
QString cardOrPictureFilter();

} // namespace gui
