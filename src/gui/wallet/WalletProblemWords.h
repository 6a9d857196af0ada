#pragma once

#include <QString>

namespace node {
struct WalletProblem;
}

namespace gui {

/// Why a wallet is not open, or does not go on: plain text, whole sentences.
QString walletProblemWords(const node::WalletProblem& problem);

} // namespace gui
