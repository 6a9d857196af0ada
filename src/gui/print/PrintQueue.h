#pragma once

#include <QByteArray>
#include <QString>

namespace gui {

/// A document for a printer of this computer.
struct PrintJob {
    QString printer;
    QString title;
    int copies = 1;
    QByteArray pdf; ///< overwritten once it was handed over
};

/// Hands `job` to the print service over its socket, without a file in between: what Qt would do writes one
/// into the folder of temporary files. False: there is no service, or it did not take it.
/// Cost: waits for the print service; not for the thread of the window.      Source: CUPS Programming Manual.
[[nodiscard]] bool sendToPrinter(PrintJob job);

} // namespace gui
