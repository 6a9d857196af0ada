#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QPageLayout;
class QPainter;
class QRectF;
class QWidget;

namespace gui {

/// Paints one page in points, as the sheets in Sheets.h do.
using SheetPainter = std::function<void(QPainter&, const QRectF& page)>;

/// Whether the sheet may also become a PDF file. Secrets may not: a file is copied, indexed, synchronised.
enum class PrintToFile { Allowed, Never };

/// Asks which printer and prints one sheet, or says over `window` why not; does not wait for the print
/// service. The sheet is made in memory when a printer has been chosen. Closes with `window`.
void printSheet(QWidget* window, const QString& title, PrintToFile toFile, const SheetPainter& paint);

/// The sheet as PDF.
QByteArray sheetPdf(const QPageLayout& layout, const QString& title, const SheetPainter& paint);

} // namespace gui
