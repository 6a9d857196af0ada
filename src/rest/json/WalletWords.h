#pragma once

#include "node/wallet/WalletProblem.h"

namespace rest {

/// Why a wallet is not open, or does not go on: a sentence for programs and the command line.
QString walletProblemSentence(const node::WalletProblem& problem);
/// Why a passphrase is none: see wallet::endsInZero.
QString passphraseEndsInZero();

} // namespace rest
