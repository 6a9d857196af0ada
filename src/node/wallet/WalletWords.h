#pragma once

#include "chain/mempool/Mempool.h"
#include "node/wallet/WalletFiles.h"
#include "wallet/WalletTypes.h"

#include <QString>

namespace node {

/// What a failure of the wallet means, for its user; what the disk or the store said goes to the log.
QString sentenceOf(const wallet::WalletFailure& failure);
QString sentenceOf(const storage::StorageError& error, const QString& path);
QString sentenceOf(const WalletFileError& error, const QString& path);
QString badWalletName(const QString& name);
/// Exit code of a start that wants this wallet.
int exitCodeOf(const WalletFileError& error);

/// Why a payment is not in the mempool: as that told when it left, or when it was refused.
wallet::Absence absenceOf(chain::MempoolLeave why);
wallet::Absence absenceOf(consensus::Reject reason);

} // namespace node
