#pragma once

#include "wallet/psbt/PsbtReport.h"

#include <QString>

namespace gui {

/// What a PSBT does: "Bo (cairn1q7h…) gets 5. 12.4 comes back to this wallet. The miner gets 0.0002.", with
/// SentenceLabel's marks.
QString psbtSentence(const wallet::PsbtReport& report, const script::AddressFormat& addresses);
/// Who is next: "One signature is missing.", "It is complete."
QString psbtNext(const wallet::PsbtReport& report);
/// What speaks against signing it; empty: nothing.
QString psbtWarning(const wallet::PsbtReport& report);
/// Why this cannot be read.
QString psbtFaultText(wallet::PsbtFault fault);
/// "7f3a 90c1": the root of somebody's keys.
QString fingerprintText(const util::ByteArray<4>& fingerprint);

} // namespace gui
