#pragma once

#include "storage/Statement.h"
#include "wallet/WalletStore.h"

#include <optional>

// How the rows of a wallet file lie in their columns. Reading takes them as foreign: nothing for one that
// makes no sense.
namespace storage {

inline const QString kPropertyColumns = QStringLiteral("key, value");
inline const QString kDescriptorColumns =
    QStringLiteral("id, text, chain, is_active, next, range_end, birth, can_sign");
inline const QString kAddressColumns =
    QStringLiteral("descriptor, number, script, address, label, used, handed_out");
inline const QString kTransactionColumns = QStringLiteral(
    "txid, bytes, state, height, block, time, received, spent, fee, is_coinbase, note, sequence");

std::optional<wallet::WalletProperty> propertyFrom(const Rows& rows);
std::optional<wallet::StoredDescriptor> descriptorFrom(const Rows& rows);
std::optional<wallet::WalletAddress> addressFrom(const Rows& rows);
std::optional<wallet::WalletTransaction> transactionFrom(const Rows& rows);
std::optional<wallet::StoredCoin> coinFrom(const Rows& rows);
std::optional<wallet::WalletTip> recentBlockFrom(const Rows& rows);

} // namespace storage
