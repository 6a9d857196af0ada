#include "gui/print/Sheets.h"

#include "gui/Format.h"
#include "gui/NetworkWords.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace gui {

namespace {

struct SheetWords {
    Q_DECLARE_TR_FUNCTIONS(gui::Sheet)
};

constexpr double kTitlePoints = 22;
constexpr double kWordPoints = 15;
constexpr double kTextPoints = 11;
constexpr double kSmallPoints = 9;
constexpr double kSheetGap = 14;
constexpr double kBoxHeight = 40;
constexpr double kSheetBoxRadius = 6;
constexpr double kCodeSide = 290; // ten centimetres
constexpr double kNameWidth = 90;
constexpr double kRowGap = 7;
constexpr QColor kPaperText(0x15, 0x1b, 0x22);
constexpr QColor kPaperMuted(0x51, 0x60, 0x6f);
constexpr QColor kPaperLine(0xa3, 0xb2, 0xc0);

QFont paperFont(double points, bool strong = false) {
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    font.setBold(strong);
    return font;
}

/// Writes one paragraph at `top` and says where the next may begin.
double writeLines(QPainter& painter, const QRectF& page, double top, const QFont& font, const QColor& ink,
                  const QString& text) {
    painter.setFont(font);
    painter.setPen(ink);
    QRectF taken;
    painter.drawText(QRectF(page.left(), top, page.width(), page.bottom() - top),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWrapAnywhere | Qt::TextWordWrap,
                     text, &taken);
    return taken.bottom();
}

double writeHead(QPainter& painter, const QRectF& page, const QString& title, const QString& below) {
    const double end =
        writeLines(painter, page, page.top(), paperFont(kTitlePoints, true), kPaperText, title);
    return writeLines(painter, page, end + 4, paperFont(kTextPoints), kPaperMuted, below) + kSheetGap;
}

void writeFoot(QPainter& painter, const QRectF& page) {
    painter.setFont(paperFont(kSmallPoints));
    painter.setPen(kPaperMuted);
    painter.drawText(
        page, static_cast<int>(Qt::AlignBottom | Qt::AlignLeft),
        SheetWords::tr("Printed by Cairn on %1").arg(QDate::currentDate().toString(Qt::ISODate)));
}

void writeBox(QPainter& painter, const QRectF& box, int number, const QString& word) {
    painter.setPen(QPen(kPaperLine, 0.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, kSheetBoxRadius, kSheetBoxRadius);
    painter.setPen(kPaperMuted);
    painter.setFont(paperFont(kSmallPoints));
    painter.drawText(QRectF(box.left(), box.top(), 26, box.height()),
                     static_cast<int>(Qt::AlignVCenter | Qt::AlignRight), QString::number(number));
    painter.setPen(kPaperText);
    painter.setFont(paperFont(kWordPoints, true));
    painter.drawText(box.adjusted(34, 0, -4, 0), static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), word);
}

} // namespace

void paintSheet(QPainter& painter, const QRectF& page, const WordSheet& sheet) {
    painter.setRenderHint(QPainter::Antialiasing);
    double top = writeHead(painter, page, SheetWords::tr("The words of %1").arg(sheet.wallet),
                           SheetWords::tr("A wallet of the network %1").arg(sheet.network));
    const int columns = 3;
    const double wide = (page.width() - (columns - 1) * kSheetGap) / columns;
    int place = 0;
    for (const QString& word : sheet.words) {
        const double x = page.left() + place % columns * (wide + kSheetGap);
        const double y = top + place / columns * (kBoxHeight + kSheetGap);
        writeBox(painter, QRectF(x, y, wide, kBoxHeight), ++place, word);
    }
    top += (place + columns - 1) / columns * (kBoxHeight + kSheetGap) + kSheetGap;
    top = writeLines(painter, page, top, paperFont(kTextPoints, true), kPaperText,
                     SheetWords::tr("Who has these words has the money."));
    top = writeLines(painter, page, top + 4, paperFont(kTextPoints), kPaperText,
                     SheetWords::tr("Keep this paper where others do not look, and a second one in another "
                                    "place. To bring the wallet back, choose “Restore a wallet” in Cairn and "
                                    "type the words in this order."));
    writeFoot(painter, page);
}

void paintSheet(QPainter& painter, const QRectF& page, const InviteSheet& sheet) {
    painter.setRenderHint(QPainter::Antialiasing);
    double top = writeHead(painter, page, SheetWords::tr("Join %1").arg(sheet.network),
                           SheetWords::tr("Start Cairn, choose “Join a network”, and show it this code or "
                                          "type the link."));
    // Whole modules of one size, whatever the printer makes of it.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const double side = std::min({kCodeSide, page.width(), page.bottom() - top});
    painter.drawImage(QRectF(page.left(), top, side, side), sheet.code);
    top = writeLines(painter, page, top + side + kSheetGap, paperFont(kTextPoints), kPaperText, sheet.link) +
          kSheetGap;
    painter.setPen(Qt::NoPen);
    painter.setBrush(sheet.colour);
    painter.drawEllipse(QRectF(page.left(), top + 2, 11, 11));
    const QRectF beside = page.adjusted(18, 0, 0, 0);
    top = writeLines(painter, beside, top, paperFont(kTextPoints, true), kPaperText,
                     QStringLiteral("%1 · %2").arg(colourWord(sheet.colour),
                                                   sheet.fingerprint.join(QStringLiteral(" · "))));
    writeLines(painter, beside, top + 2, paperFont(kTextPoints), kPaperMuted,
               SheetWords::tr("Cairn shows this colour and these words before you join: it is the right "
                              "network when they are the same."));
    writeFoot(painter, page);
}

void paintSheet(QPainter& painter, const QRectF& page, const ReceiptSheet& sheet) {
    painter.setRenderHint(QPainter::Antialiasing);
    double top =
        writeHead(painter, page, sheet.title, SheetWords::tr("In the network %1").arg(sheet.network));
    top = writeLines(painter, page, top, paperFont(kTitlePoints, true), kPaperText, sheet.amount) + kSheetGap;
    const QRectF names(page.left(), page.top(), kNameWidth, page.height());
    const QRectF values = page.adjusted(kNameWidth + kSheetGap, 0, 0, -2 * kSmallPoints);
    for (const auto& [name, value] : sheet.facts) {
        if (top + 2 * kRowGap + 1.5 * kTextPoints > values.bottom()) break; // the foot stands there
        painter.setPen(QPen(kPaperLine, 0.8));
        painter.drawLine(QPointF(page.left(), top), QPointF(page.right(), top));
        const double left =
            writeLines(painter, names, top + kRowGap, paperFont(kTextPoints), kPaperMuted, name);
        const double right =
            writeLines(painter, values, top + kRowGap, paperFont(kTextPoints), kPaperText, value);
        top = std::max(left, right) + kRowGap;
    }
    writeFoot(painter, page);
}

} // namespace gui
