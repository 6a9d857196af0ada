#include "gui/models/InvoiceWords.h"

#include "gui/Format.h"
#include "wallet/PaymentLink.h"

#include <QCoreApplication>

namespace gui {

using primitives::Amount;
using wallet::InvoiceFacts;
using wallet::InvoiceState;

namespace {

struct InvoiceWords {
    Q_DECLARE_TR_FUNCTIONS(gui::Invoice)
};

QString openSentence(const InvoiceFacts& facts, qint64 now) {
    if (facts.invoice.expires == 0) return InvoiceWords::tr("Nothing has come yet.");
    const QString end = format().day(facts.invoice.expires, now).toHtmlEscaped();
    return facts.stateAt(now) == InvoiceState::Open
               ? InvoiceWords::tr("Nothing has come yet. There is time until %1.").arg(end)
               : InvoiceWords::tr("Nothing came until %1. The address stays yours: what comes later still "
                                  "counts.")
                     .arg(end);
}

} // namespace

QString invoiceTag(const InvoiceFacts& facts, qint64 now) {
    switch (facts.stateAt(now)) {
    case InvoiceState::Open:
        return facts.invoice.expires == 0 ? InvoiceWords::tr("open")
                                          : InvoiceWords::tr("open, %1 left")
                                                .arg(format().duration(double(facts.invoice.expires - now)));
    case InvoiceState::Expired:
        return InvoiceWords::tr("expired");
    case InvoiceState::Partly:
        return InvoiceWords::tr("%1 missing").arg(format().trimmed(facts.missing()));
    case InvoiceState::Seen:
        return InvoiceWords::tr("on its way");
    case InvoiceState::Paid:
        break;
    }
    return facts.tooMuch() == Amount()
               ? InvoiceWords::tr("paid")
               : InvoiceWords::tr("paid, %1 too much").arg(format().trimmed(facts.tooMuch()));
}

TagKind invoiceTagKind(InvoiceState state) {
    switch (state) {
    case InvoiceState::Open:
        return TagKind::Accent;
    case InvoiceState::Expired:
        return TagKind::Neutral;
    case InvoiceState::Partly:
        return TagKind::Bad;
    case InvoiceState::Seen:
        return TagKind::Work;
    case InvoiceState::Paid:
        break;
    }
    return TagKind::Good;
}

QString invoiceSentence(const InvoiceFacts& facts, qint64 now) {
    const auto bold = [](Amount amount) {
        return QStringLiteral("<b>%1</b>").arg(format().withUnit(amount).toHtmlEscaped());
    };
    const InvoiceState state = facts.stateAt(now);
    const Amount came = facts.confirmed + facts.waiting;
    if (state == InvoiceState::Partly)
        return InvoiceWords::tr("%1 came, %2 is missing. The code asks for the rest.")
            .arg(bold(came), bold(facts.missing()));
    if (state != InvoiceState::Seen && state != InvoiceState::Paid) return openSentence(facts, now);
    QString out =
        state == InvoiceState::Seen
            ? InvoiceWords::tr("%1 is on its way. It is paid as soon as a block has it.").arg(bold(came))
            : InvoiceWords::tr("%1 came. It is paid.").arg(bold(came));
    if (facts.tooMuch() > Amount())
        out += QLatin1Char(' ') +
               InvoiceWords::tr("That is %1 more than was asked for.").arg(bold(facts.tooMuch()));
    return out;
}

QString invoiceLink(const InvoiceFacts& facts, const script::AddressFormat& addresses, bool inCapitals) {
    return QString::fromStdString(
        wallet::paymentLinkText(facts.link(), wallet::paymentLinkFormat(addresses), inCapitals));
}

} // namespace gui
