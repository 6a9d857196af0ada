#pragma once

#include "primitives/Transaction.h"

#include <QByteArray>

namespace node {

/// Transactions as stored bytes: count, then each in wire form. Used for the mempool's copy on disk.
QByteArray packTransactions(const std::vector<primitives::TransactionRef>& transactions);
/// As many as can be read; damaged bytes end the list.
std::vector<primitives::TransactionRef> unpackTransactions(const QByteArray& bytes);

} // namespace node
