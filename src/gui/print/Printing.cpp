#include "gui/print/Printing.h"

#include "gui/print/PrintQueue.h"
#include "gui/widgets/Notices.h"
#include "node/OnResult.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace gui {

namespace {

struct PrintWords {
    Q_DECLARE_TR_FUNCTIONS(gui::Printing)
};

constexpr int kPointsPerInch = 72;

void warn(QWidget* window, const QString& sentence) {
    Toast::show(window, sentence, QStringLiteral("warning"));
}

void writeSheet(QWidget* window, const QString& path, const QByteArray& pdf) {
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.commit();
    if (ok) return void(Toast::show(window, PrintWords::tr("Written to %1.").arg(path)));
    warn(window, PrintWords::tr("%1 could not be written. Choose another place.").arg(path));
}

/// The print service may be slow to answer: the window does not wait for it.
template <class F>
auto elsewhere(F work) {
    using Answer = std::invoke_result_t<F&>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

void printOn(QWidget* window, const QPrinter& printer, const QString& title, PrintToFile toFile,
             const SheetPainter& paint) {
    const QString path = printer.outputFileName();
    if (!path.isEmpty() && toFile == PrintToFile::Never) return;
    QByteArray pdf = sheetPdf(printer.pageLayout(), title, paint);
    if (!path.isEmpty()) return writeSheet(window, path, pdf);
    const QString name = printer.printerName();
    const auto send = [job = PrintJob{name, title, printer.copyCount(), std::move(pdf)}]() mutable {
        return sendToPrinter(std::move(job));
    };
    node::onResult(elsewhere(send), window, [window, name](bool taken) {
        if (taken)
            Toast::show(window, PrintWords::tr("Sent to the printer %1.").arg(name));
        else
            warn(window, PrintWords::tr("The printer %1 did not take it. Look whether it is "
                                        "switched on, then try again.")
                             .arg(name));
    });
}

void choosePrinter(QWidget* window, const QString& title, PrintToFile toFile, const SheetPainter& paint) {
    auto printer = std::make_shared<QPrinter>();
    printer->setDocName(title);
    printer->setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
    auto* dialog = new QPrintDialog(printer.get(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setOption(QAbstractPrintDialog::PrintToFile, toFile == PrintToFile::Allowed);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    QObject::connect(dialog, &QDialog::accepted, window, [window, printer, title, toFile, paint] {
        printOn(window, *printer, title, toFile, paint);
    });
    dialog->open();
}

} // namespace

QByteArray sheetPdf(const QPageLayout& layout, const QString& title, const SheetPainter& paint) {
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setResolution(kPointsPerInch);
    writer.setPageLayout(layout);
    QPainter painter(&writer);
    paint(painter, QRectF(QPointF(0, 0), layout.paintRect(QPageLayout::Point).size()));
    painter.end();
    return pdf;
}

void printSheet(QWidget* window, const QString& title, PrintToFile toFile, const SheetPainter& paint) {
    const auto ask = [window, title, toFile, paint](const QStringList& printers) {
        if (printers.isEmpty() && toFile == PrintToFile::Never)
            warn(window, PrintWords::tr("No printer is set up on this computer."));
        else
            choosePrinter(window, title, toFile, paint);
    };
    node::onResult(elsewhere(&QPrinterInfo::availablePrinterNames), window, ask);
}

} // namespace gui
