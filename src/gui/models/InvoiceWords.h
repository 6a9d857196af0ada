#pragma once

#include "gui/widgets/Tag.h"
#include "wallet/Invoices.h"

#include <QString>

namespace script {
struct AddressFormat;
}

namespace gui {

/// A few words for a tag: "open", "on its way", "paid".
QString invoiceTag(const wallet::InvoiceFacts& facts, qint64 now);
TagKind invoiceTagKind(wallet::InvoiceState state);
/// What became of it, in one or two sentences for a SentenceLabel.
QString invoiceSentence(const wallet::InvoiceFacts& facts, qint64 now);
/// What whoever is to pay gets: address, amount (where a part came, the rest) and message, never the label.
QString invoiceLink(const wallet::InvoiceFacts& facts, const script::AddressFormat& addresses,
                    bool inCapitals = false);

} // namespace gui
