#include "gui/explorer/ByteFields.h"

#include "gui/Format.h"
#include "primitives/BlockHeader.h"
#include "primitives/LockTime.h"
#include "primitives/Transaction.h"
#include "util/Hex.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct FieldWords {
    Q_DECLARE_TR_FUNCTIONS(gui::ByteFields)
};

QString hexOfBytes(util::ByteView bytes) {
    return QString::fromStdString(util::toHex(bytes));
}

QString littleEndian(std::uint64_t value, int bytes) {
    QString hex;
    for (int i = 0; i < bytes; ++i)
        hex += QStringLiteral("%1").arg((value >> (8 * i)) & 0xff, 2, 16, QLatin1Char('0'));
    return hex;
}

QString compactSize(std::uint64_t value) {
    if (value < 0xfd) return littleEndian(value, 1);
    if (value <= 0xffff) return QStringLiteral("fd") + littleEndian(value, 2);
    if (value <= 0xffffffff) return QStringLiteral("fe") + littleEndian(value, 4);
    return QStringLiteral("ff") + littleEndian(value, 8);
}

QString bytesText(std::size_t count) {
    return FieldWords::tr("%n byte(s)", nullptr, static_cast<int>(count));
}

QString lockTimeMeaning(std::uint32_t lockTime) {
    if (lockTime == 0) return FieldWords::tr("may be in any block");
    if (lockTime < primitives::kLockTimeThreshold)
        return FieldWords::tr("not before block %1").arg(Format::count(lockTime));
    return FieldWords::tr("not before %1").arg(format().exactTime(lockTime));
}

QString sequenceMeaning(std::uint32_t sequence) {
    if (sequence == primitives::kSequenceFinal) return FieldWords::tr("final: no lock time, not replaceable");
    return sequence <= primitives::kSequenceReplaceable
               ? FieldWords::tr("may be replaced by one that pays more (BIP 125)")
               : FieldWords::tr("the lock time counts");
}

void addInput(QVector<ByteField>& fields, const primitives::TxIn& input, std::size_t number) {
    const QString which = FieldWords::tr("of input %1").arg(number);
    const QString txid = QString::fromStdString(input.previous.txid.toHex());
    const QString spends =
        input.previous.isNull()
            ? FieldWords::tr("nothing is spent: this makes new coins")
            : FieldWords::tr("output %1 of transaction %2").arg(input.previous.index).arg(txid);
    fields << ByteField{FieldWords::tr("outpoint"),
                        hexOfBytes(input.previous.txid.view()) + littleEndian(input.previous.index, 4),
                        spends, Token::OwnSoft};
    fields << ByteField{
        FieldWords::tr("script"), compactSize(input.scriptSig.size()) + hexOfBytes(input.scriptSig),
        input.scriptSig.empty()
            ? FieldWords::tr("empty %1: the witness unlocks it").arg(which)
            : FieldWords::tr("%1, its length first, %2").arg(bytesText(input.scriptSig.size()), which)};
    fields << ByteField{FieldWords::tr("sequence"), littleEndian(input.sequence, 4),
                        sequenceMeaning(input.sequence), Token::WorkSoft};
}

void addOutput(QVector<ByteField>& fields, const primitives::TxOut& output, std::size_t number) {
    fields << ByteField{FieldWords::tr("value"),
                        littleEndian(static_cast<std::uint64_t>(output.value.satoshi()), 8),
                        FieldWords::tr("output %1 holds %2").arg(number).arg(format().withUnit(output.value)),
                        Token::AccentSoft};
    fields << ByteField{FieldWords::tr("scriptPubKey"),
                        compactSize(output.scriptPubKey.size()) + hexOfBytes(output.scriptPubKey),
                        FieldWords::tr("%1, their length first: what unlocks output %2")
                            .arg(bytesText(output.scriptPubKey.size()))
                            .arg(number),
                        Token::GoodSoft};
}

void addWitness(QVector<ByteField>& fields, const primitives::TxIn& input, std::size_t number) {
    QString hex = compactSize(input.witness.size());
    for (const util::Bytes& item : input.witness)
        hex += compactSize(item.size()) + hexOfBytes(item);
    fields << ByteField{FieldWords::tr("witness"), hex,
                        FieldWords::tr("%n item(s) that unlock input %1: signatures, keys, scripts", nullptr,
                                       static_cast<int>(input.witness.size()))
                            .arg(number),
                        Token::BadSoft, true};
}

} // namespace

QVector<ByteField> fieldsOf(const primitives::Transaction& transaction) {
    QVector<ByteField> fields;
    fields << ByteField{FieldWords::tr("version"),
                        littleEndian(static_cast<std::uint32_t>(transaction.version()), 4),
                        FieldWords::tr("version %1").arg(transaction.version())};
    if (transaction.hasWitness())
        fields << ByteField{FieldWords::tr("marker, flag"), QStringLiteral("0001"),
                            FieldWords::tr("a witness follows (BIP 144)"), Token::BadSoft, true};
    fields << ByteField{
        FieldWords::tr("inputs"), compactSize(transaction.inputs().size()),
        FieldWords::tr("%n input(s)", nullptr, static_cast<int>(transaction.inputs().size()))};
    for (std::size_t i = 0; i < transaction.inputs().size(); ++i)
        addInput(fields, transaction.inputs()[i], i);
    fields << ByteField{
        FieldWords::tr("outputs"), compactSize(transaction.outputs().size()),
        FieldWords::tr("%n output(s)", nullptr, static_cast<int>(transaction.outputs().size()))};
    for (std::size_t i = 0; i < transaction.outputs().size(); ++i)
        addOutput(fields, transaction.outputs()[i], i);
    for (std::size_t i = 0; transaction.hasWitness() && i < transaction.inputs().size(); ++i)
        addWitness(fields, transaction.inputs()[i], i);
    fields << ByteField{FieldWords::tr("lock time"), littleEndian(transaction.lockTime(), 4),
                        lockTimeMeaning(transaction.lockTime())};
    return fields;
}

QVector<ByteField> fieldsOf(const primitives::BlockHeader& header) {
    return {{FieldWords::tr("version"), littleEndian(static_cast<std::uint32_t>(header.version), 4),
             FieldWords::tr("which rules the miner signals")},
            {FieldWords::tr("previous block"), hexOfBytes(header.previous.view()),
             FieldWords::tr("the hash of the block before, its last byte first: what makes blocks a chain"),
             Token::AccentSoft},
            {FieldWords::tr("merkle root"), hexOfBytes(header.merkleRoot.view()),
             FieldWords::tr("one hash over all transactions: change one and it differs"), Token::OwnSoft},
            {FieldWords::tr("time"), littleEndian(header.time, 4), format().exactTime(header.time),
             Token::GoodSoft},
            {FieldWords::tr("bits"), littleEndian(header.bits, 4),
             FieldWords::tr("the target, packed: the hash must not be above it")},
            {FieldWords::tr("nonce"), littleEndian(header.nonce, 4),
             FieldWords::tr("%1, found by trying").arg(Format::count(header.nonce)), Token::WorkSoft}};
}

} // namespace gui
