#include "gui/wallet/PsbtIntake.h"

#include "gui/wallet/PsbtWords.h"
#include "gui/welcome/QrReader.h"
#include "node/Promises.h"

#include <QCoreApplication>
#include <QFile>
#include <QImageReader>

namespace gui {

namespace {

constexpr qint64 kMostBroughtPicture = 64 * 1024 * 1024;
constexpr int kMostFrames = 400;

struct IntakeWords {
    Q_DECLARE_TR_FUNCTIONS(gui::PsbtIntake)
};

PsbtIntake::Outcome outcomeOf(Result<wallet::Psbt, wallet::PsbtError> read) {
    if (!read) return psbtFaultText(read.error().fault);
    if (!read->unsignedTransaction())
        return IntakeWords::tr(
            "No payment can be made of this: its coins may be spent at times that exclude each other.");
    return std::move(*read);
}

PsbtIntake::Outcome readWhole(util::ByteView bytes) {
    return outcomeOf(wallet::parsePsbt(bytes));
}

util::ByteView viewOf(const QByteArray& data) {
    return {reinterpret_cast<const std::uint8_t*>(data.constData()), static_cast<std::size_t>(data.size())};
}

BroughtFile readFrames(QImageReader& reader) {
    BroughtFile out;
    out.isPicture = true;
    for (int frame = 0; frame < kMostFrames; ++frame) {
        const QImage picture = reader.read();
        if (picture.isNull()) break;
        out.isReadable = true;
        for (const QString& code : readQrCodes(picture))
            if (!out.codes.contains(code)) out.codes << code;
    }
    return out;
}

BroughtFile readBrought(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    if (!QImageReader::imageFormat(&file).isEmpty() && file.size() <= kMostBroughtPicture) {
        QImageReader reader(&file);
        reader.setAutoTransform(true);
        return readFrames(reader);
    }
    file.seek(0);
    return {file.read(PsbtIntake::kMostBytes + 1), {}, false, true};
}

} // namespace

PsbtIntake::Outcome PsbtIntake::take(const QByteArray& bytes) {
    if (bytes.size() > kMostBytes) return psbtFaultText(wallet::PsbtFault::NotPsbt);
    if (bytes.startsWith("psbt\xff")) return readWhole(viewOf(bytes));
    const QByteArray start = bytes.left(64).trimmed();
    if (wallet::bbqr::isPart(start.toStdString()))
        return takeParts(QString::fromLatin1(bytes.simplified()).split(QLatin1Char(' ')));
    if (start.toUpper().startsWith("UR:"))
        return IntakeWords::tr("This is a code of the kind UR. Choose BBQr in the program that shows it, or "
                               "bring the payment as a file or as text.");
    if (start.toLower().startsWith("70736274ff")) return readWhole(viewOf(QByteArray::fromHex(bytes)));
    QByteArray text = bytes.simplified();
    text.replace(' ', "");
    return outcomeOf(
        wallet::psbtFromBase64(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))));
}

PsbtIntake::Outcome PsbtIntake::takeCodes(const QStringList& codes) {
    if (codes.isEmpty())
        return IntakeWords::tr(
            "There is no QR code in this picture, or it is too small or blurred to be read.");
    QStringList parts;
    for (const QString& code : codes)
        if (wallet::bbqr::isPart(code.toStdString())) parts << code;
    return parts.isEmpty() ? take(codes.first().toUtf8()) : takeParts(parts);
}

PsbtIntake::Outcome PsbtIntake::takeParts(const QStringList& parts) {
    using Taken = wallet::bbqr::Joiner::Taken;
    bool isOther = false, isWrong = false;
    for (const QString& part : parts) {
        const Taken taken = m_joiner.take(part.toStdString());
        isOther = isOther || taken == Taken::OfAnother;
        isWrong = isWrong || taken == Taken::Wrong;
    }
    if (isOther) return IntakeWords::tr("A part of another payment was among these, so it was not taken.");
    if (m_joiner.total() == 0 || isWrong)
        return IntakeWords::tr("A part of this cannot be read. Take the picture once more.");
    if (!m_joiner.isWhole()) return Waiting{m_joiner.have(), m_joiner.total()};
    const auto data = m_joiner.data();
    const bool isPsbt = m_joiner.kind() == wallet::bbqr::kPsbt;
    m_joiner.clear();
    if (!data || !isPsbt)
        return IntakeWords::tr("All parts are here, but what they hold is no payment to sign.");
    return readWhole(*data);
}

QFuture<BroughtFile> readBroughtFile(const QString& path) {
    return node::onItsOwnThread([path] { return readBrought(path); });
}

QFuture<BroughtFile> readBroughtPicture(const QImage& picture) {
    return node::onItsOwnThread([picture] {
        return BroughtFile{{}, readQrCodes(picture), true, !picture.isNull()};
    });
}

} // namespace gui
