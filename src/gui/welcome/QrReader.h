#pragma once

#include <QImage>
#include <QStringList>

namespace gui {

/// The texts of the QR codes in a picture; none where there is no code that can be read. Cost: up to a second
/// for a large photo, so not on the main thread. Thread: any.
QStringList readQrCodes(const QImage& picture);

} // namespace gui
