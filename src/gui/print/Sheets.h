#pragma once

#include <QColor>
#include <QImage>
#include <QStringList>

#include <utility>
#include <vector>

class QPainter;
class QRectF;

namespace gui {

/// The words of a wallet on one sheet, to be kept where paper is kept.
struct WordSheet {
    QString wallet;
    QString network;
    QStringList words;
};

/// The invitation to a network, to be pinned to a board: code, link, and how to know it.
struct InviteSheet {
    QString network;
    QColor colour;
    QStringList fingerprint; ///< three words
    QString link;
    QImage code; ///< the QR code of the link
};

/// One payment, for whoever wants to have it in writing.
struct ReceiptSheet {
    QString title;
    QString network;
    QString amount;
    std::vector<std::pair<QString, QString>> facts; ///< name and value, which may have several lines
};

/// `page`: what can be printed on, in points (1/72 inch), which are the painter's units. Black on white in
/// every theme.
void paintSheet(QPainter& painter, const QRectF& page, const WordSheet& sheet);
void paintSheet(QPainter& painter, const QRectF& page, const InviteSheet& sheet);
void paintSheet(QPainter& painter, const QRectF& page, const ReceiptSheet& sheet);

} // namespace gui
