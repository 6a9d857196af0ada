#pragma once

#include "primitives/Transaction.h"

#include <span>
#include <string>

namespace wallet {

/// A line of the history, to be handed on.
struct HistoryLine {
    std::int64_t time = 0;    ///< unix seconds
    std::int32_t height = -1; ///< -1: no block holds it
    primitives::TxId txid;
    std::string kind;                      ///< "sent", "received", "mined", "internal"
    std::string state;                     ///< "confirmed", "waiting", "replaced", "abandoned", "lost"
    std::string address;                   ///< of the other end; several are parted by blanks
    primitives::Amount change;             ///< what the wallet has more, or less
    std::optional<primitives::Amount> fee; ///< that the wallet paid
    primitives::Amount balance;            ///< after it
    std::string label;
    std::string note;
};

/// With a line of names at the top; times in UTC ("2026-11-30T15:20:09Z"), amounts in coins with a point.
std::string historyCsv(std::span<const HistoryLine> lines);
/// The same as an array of objects; amounts as text, so that no program rounds them.
std::string historyJson(std::span<const HistoryLine> lines);

} // namespace wallet
