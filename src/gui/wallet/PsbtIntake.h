#pragma once

#include "wallet/psbt/Psbt.h"
#include "wallet/text/Bbqr.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QString>
#include <QStringList>

#include <variant>

namespace gui {

/// Reads a prepared payment (PSBT) out of what people bring: the bytes of a file, its text, or the parts of a
/// row of QR codes (BBQr), which are kept until all are here.   Thread: main.
class PsbtIntake {
public:
    static constexpr qint64 kMostBytes =
        10'000'000; ///< one of the largest size that nodes pass on is smaller

    struct Waiting {
        std::size_t have = 0;
        std::size_t total = 0;
    };
    /// The payment, what of it is still missing, or a sentence that says what is wrong.
    using Outcome = std::variant<wallet::Psbt, Waiting, QString>;

    /// A file's contents, or text.
    Outcome take(const QByteArray& bytes);
    /// The texts of the codes in a picture.
    Outcome takeCodes(const QStringList& codes);
    /// What of a row of codes is here is forgotten.
    void clear() { m_joiner.clear(); }

private:
    Outcome takeParts(const QStringList& parts);
    wallet::bbqr::Joiner m_joiner;
};

/// A file that somebody brings: the codes in it where it is a picture, else its bytes.
struct BroughtFile {
    QByteArray bytes;
    QStringList codes;
    bool isPicture = false;
    bool isReadable = false;
};
/// Reads it on a thread of its own: a picture takes time, and of one that moves every frame is looked at.
QFuture<BroughtFile> readBroughtFile(const QString& path);
QFuture<BroughtFile> readBroughtPicture(const QImage& picture);

} // namespace gui
