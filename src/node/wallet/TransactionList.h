#pragma once

#include "primitives/Transaction.h"

#include <QByteArray>

namespace node {

/// A waiting transaction as it is stored.
struct WaitingTransaction {
    primitives::TransactionRef transaction;
    std::int64_t time = 0; ///< unix seconds of arrival
};

/// Stored bytes: count, then of each its time (8 bytes) and its wire form. Used for the mempool's copy on
/// disk.
QByteArray packTransactions(const std::vector<WaitingTransaction>& transactions);
/// As many as can be read; damaged bytes end the list.
std::vector<WaitingTransaction> unpackTransactions(const QByteArray& bytes);

} // namespace node
