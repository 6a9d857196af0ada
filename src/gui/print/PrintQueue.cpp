#include "gui/print/PrintQueue.h"

#include <QLibrary>

namespace gui {

namespace {

/// What is used of libcups, which Qt's printing uses too. Found when it is needed: a computer without it has
/// no printers either.
class PrintService {
public:
    /// One of its options: cups_option_t.
    struct Option {
        char* name;
        char* value;
    };

    PrintService() : m_library(QStringLiteral("cups"), 2) {
        createJob = find<decltype(createJob)>("cupsCreateJob");
        startDocument = find<decltype(startDocument)>("cupsStartDocument");
        writeData = find<decltype(writeData)>("cupsWriteRequestData");
        finishDocument = find<decltype(finishDocument)>("cupsFinishDocument");
    }
    [[nodiscard]] bool isThere() const { return createJob && startDocument && writeData && finishDocument; }

    // The first argument is the connection; null: that of this computer.
    int (*createJob)(void*, const char* printer, const char* title, int options, Option*) = nullptr;
    int (*startDocument)(void*, const char* printer, int job, const char* name, const char* type,
                         int last) = nullptr;
    int (*writeData)(void*, const char* bytes, std::size_t size) = nullptr;
    int (*finishDocument)(void*, const char* printer) = nullptr;

private:
    template <class F>
    F find(const char* name) {
        return reinterpret_cast<F>(m_library.resolve(name));
    }
    QLibrary m_library;
};

constexpr int kHttpContinue = 100;
constexpr int kLastSuccess = 0x2ff; // of the states of IPP

bool handOver(const PrintService& service, const PrintJob& job) {
    const QByteArray printer = job.printer.toUtf8();
    const QByteArray title = job.title.toUtf8();
    QByteArray name("copies");
    QByteArray copies = QByteArray::number(job.copies);
    PrintService::Option options[] = {{name.data(), copies.data()}};
    const int id = service.createJob(nullptr, printer.constData(), title.constData(), 1, options);
    if (id <= 0) return false;
    const char* const type = "application/pdf";
    if (service.startDocument(nullptr, printer.constData(), id, title.constData(), type, 1) != kHttpContinue)
        return false;
    const auto size = static_cast<std::size_t>(job.pdf.size());
    if (service.writeData(nullptr, job.pdf.constData(), size) != kHttpContinue) return false;
    return service.finishDocument(nullptr, printer.constData()) <= kLastSuccess;
}

} // namespace

bool sendToPrinter(PrintJob job) {
    const PrintService service;
    const bool taken = service.isThere() && handOver(service, job);
    job.pdf.fill('\0');
    return taken;
}

} // namespace gui
