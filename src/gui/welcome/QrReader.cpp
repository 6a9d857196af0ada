#include "gui/welcome/QrReader.h"

#include <QPainter>

#include <zbar.h>

#include <memory>

namespace gui {

namespace {

constexpr int kMostPixelsASide = 3'000; // more does not help, and costs

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Scanner = std::unique_ptr<zbar::zbar_image_scanner_t, FreeWith<&zbar::zbar_image_scanner_destroy>>;
using Picture8 = std::unique_ptr<zbar::zbar_image_t, FreeWith<&zbar::zbar_image_destroy>>;

/// Grey, rows without gaps, on white where the picture is transparent.
QByteArray greyOf(const QImage& picture) {
    QImage flat(picture.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.drawImage(0, 0, picture);
    painter.end();
    const QImage grey = flat.convertToFormat(QImage::Format_Grayscale8);
    QByteArray out;
    out.reserve(qsizetype(grey.width()) * grey.height());
    for (int y = 0; y < grey.height(); ++y)
        out.append(reinterpret_cast<const char*>(grey.constScanLine(y)), grey.width());
    return out;
}

} // namespace

QStringList readQrCodes(const QImage& given) {
    if (given.isNull()) return {};
    const bool large = std::max(given.width(), given.height()) > kMostPixelsASide;
    const QImage picture = large ? given.scaled(kMostPixelsASide, kMostPixelsASide, Qt::KeepAspectRatio,
                                                Qt::SmoothTransformation)
                                 : given;
    const QByteArray grey = greyOf(picture);
    const Scanner scanner(zbar::zbar_image_scanner_create());
    const Picture8 image(zbar::zbar_image_create());
    if (!scanner || !image) return {};
    zbar::zbar_image_scanner_request_dbus(scanner.get(), 0); // what is seen here is nobody else's business
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::zbar_image_set_format(image.get(), zbar_fourcc('Y', '8', '0', '0'));
    zbar::zbar_image_set_size(image.get(), unsigned(picture.width()), unsigned(picture.height()));
    zbar::zbar_image_set_data(image.get(), grey.constData(), static_cast<unsigned long>(grey.size()),
                              nullptr);
    QStringList out;
    if (zbar::zbar_scan_image(scanner.get(), image.get()) <= 0) return out;
    for (const zbar::zbar_symbol_t* symbol = zbar::zbar_image_first_symbol(image.get()); symbol != nullptr;
         symbol = zbar::zbar_symbol_next(symbol)) {
        out << QString::fromUtf8(zbar::zbar_symbol_get_data(symbol),
                                 qsizetype(zbar::zbar_symbol_get_data_length(symbol)));
    }
    return out;
}

} // namespace gui
