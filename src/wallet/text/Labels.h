#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wallet {

/// What a label is of.
enum class LabelKind { Transaction, Address, PublicKey, Input, Output, ExtendedKey };

/// One label, as wallets hand them on. Source: BIP 329.
struct LabelRow {
    LabelKind kind = LabelKind::Transaction;
    std::string reference; ///< txid, address, key, or "txid:index", as the kind wants it; not checked
    std::string label;
    std::optional<bool> spendable; ///< of an output: false stands for frozen
    std::string origin;            ///< of a transaction: which account, "wpkh([d34db33f/84'/0'/0'])"
    bool operator==(const LabelRow&) const = default;
};

/// A line of JSON each. Text that is no UTF-8 is written with the sign for what cannot be read.
std::string labelsText(std::span<const LabelRow> rows);

struct ReadLabels {
    std::vector<LabelRow> rows;
    std::vector<std::size_t> wrongLines; ///< from 1: no JSON, no kind that is known, no reference
};
/// Reads such lines; what it does not know in them is passed over. Longer than 16 MiB: nothing is read, line
/// 0 is wrong.
ReadLabels parseLabels(std::string_view text);

} // namespace wallet
