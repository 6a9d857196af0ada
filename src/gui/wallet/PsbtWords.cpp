#include "gui/wallet/PsbtWords.h"

#include "gui/Format.h"
#include "util/Hex.h"

#include <QCoreApplication>

namespace gui {

namespace {

constexpr std::size_t kMostNamed = 4; ///< recipients; the others are counted
constexpr double kHighShare = 0.05;   ///< of what is paid
constexpr double kHighRate = 500'000; ///< satoshi a thousand virtual bytes

struct PsbtTexts {
    Q_DECLARE_TR_FUNCTIONS(gui::PsbtWords)
};

QString nameOfPayment(const primitives::TxOut& output, const script::AddressFormat& addresses) {
    const auto address = script::toAddress(output.scriptPubKey, addresses);
    if (!address) return PsbtTexts::tr("a script without an address");
    return Format::shortened(QString::fromStdString(*address), 12, 6);
}

QString feeSentence(const wallet::PsbtReport& report) {
    if (!report.analysis.fee)
        return PsbtTexts::tr("What the miner gets is not known, because it does not say what its coins are "
                             "worth.");
    return PsbtTexts::tr("The miner gets <b>%1</b>.").arg(format().trimmed(*report.analysis.fee));
}

} // namespace

QString fingerprintText(const util::ByteArray<4>& fingerprint) {
    const QString hex = QString::fromStdString(util::toHex(fingerprint));
    return hex.left(4) + QLatin1Char(' ') + hex.mid(4);
}

QString psbtSentence(const wallet::PsbtReport& report, const script::AddressFormat& addresses) {
    QStringList sentences;
    std::size_t others = 0;
    primitives::Amount back;
    int returns = 0;
    for (std::size_t i = 0; i < report.payments.size(); ++i) {
        const primitives::TxOut& output = report.payments[i];
        if (report.isOwn[i]) {
            if (output.value.inRange()) back += output.value;
            ++returns;
        } else if (++others <= kMostNamed) {
            sentences << PsbtTexts::tr("%1 gets <b>%2</b>.")
                             .arg(nameOfPayment(output, addresses), format().trimmed(output.value));
        }
    }
    if (others > kMostNamed)
        sentences << PsbtTexts::tr("%n more are paid.", nullptr, static_cast<int>(others - kMostNamed));
    if (returns > 0)
        sentences << (report.ownCoins > 0 ? PsbtTexts::tr("<own>%1</own> comes back to this wallet.")
                                          : PsbtTexts::tr("<own>%1</own> comes to this wallet."))
                         .arg(format().trimmed(back));
    sentences << feeSentence(report);
    return sentences.join(QLatin1Char(' '));
}

QString psbtNext(const wallet::PsbtReport& report) {
    if (report.isComplete) return PsbtTexts::tr("It is complete and can be sent.");
    std::size_t open = 0;
    for (const wallet::PsbtCoin& coin : report.coins)
        if (!coin.isSigned) ++open;
    if (report.ownOpen > 0)
        return PsbtTexts::tr("%n of its coins are this wallet's and wait for a signature.", nullptr,
                             static_cast<int>(report.ownOpen));
    return PsbtTexts::tr("%n of its coins wait for the signature of somebody else.", nullptr,
                         static_cast<int>(open));
}

QString psbtWarning(const wallet::PsbtReport& report) {
    using wallet::PsbtDefect;
    if (report.analysis.defect) {
        switch (*report.analysis.defect) {
        case PsbtDefect::LockTimes:
            return PsbtTexts::tr("It can never be sent: its coins may be spent at times that exclude each "
                                 "other.");
        case PsbtDefect::InputValue:
        case PsbtDefect::OutputValue:
            return PsbtTexts::tr("It can never be sent: an amount in it cannot exist.");
        case PsbtDefect::Unspendable:
            return PsbtTexts::tr("It can never be sent: nobody can spend one of its coins.");
        }
    }
    for (const wallet::PsbtCoin& coin : report.coins)
        if (coin.isOpen)
            return PsbtTexts::tr(
                "It asks for signatures that let others change it afterwards. Cairn does not "
                "sign that.");
    if (!report.analysis.fee) return {};
    if (*report.analysis.fee < primitives::Amount())
        return PsbtTexts::tr("It can never be sent: it pays more than its coins are worth.");
    primitives::Amount paid;
    for (const primitives::TxOut& output : report.payments)
        if (output.value.inRange()) paid += output.value;
    const auto fee = static_cast<double>(report.analysis.fee->satoshi());
    const auto rate = static_cast<double>(report.analysis.feePerKvB.value_or(0));
    if (fee > kHighShare * static_cast<double>(paid.satoshi()) || rate > kHighRate)
        return PsbtTexts::tr("The miner gets unusually much: %1. Ask whoever made it, before you sign.")
            .arg(format().withUnit(*report.analysis.fee));
    return {};
}

QString psbtFaultText(wallet::PsbtFault fault) {
    switch (fault) {
    case wallet::PsbtFault::NotPsbt:
        return PsbtTexts::tr("This is no prepared payment (PSBT). Its text begins with “cHNidP”.");
    case wallet::PsbtFault::Broken:
        return PsbtTexts::tr("This prepared payment is not whole. Copy all of it, or ask for it again.");
    case wallet::PsbtFault::Version:
        return PsbtTexts::tr("This prepared payment is of a newer kind that Cairn does not know.");
    case wallet::PsbtFault::Field:
        break;
    }
    return PsbtTexts::tr("This prepared payment is damaged: a part of it contradicts the format.");
}

} // namespace gui
