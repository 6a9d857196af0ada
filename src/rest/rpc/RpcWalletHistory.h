#pragma once

#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcTypes.h"
#include "wallet/Wallet.h"

namespace rest {

inline std::int32_t confirmationsOf(std::int32_t height, std::int32_t best) {
    return height < 0 ? 0 : best - height + 1;
}
/// The member that tells how far the wallet has read.
void writeLastBlock(JsonWriter& json, const wallet::WalletTip& tip);

constexpr std::size_t kWalletPage = 1'000;
/// Every line of the history, newest first, until `visit` gives false.   Cost: a page at a time.
template <class F>
void eachEntry(const wallet::Wallet& wallet, F visit) {
    for (std::size_t offset = 0;; offset += kWalletPage) {
        const auto page = wallet.history(offset, kWalletPage);
        for (const wallet::WalletTransaction& entry : page)
            if (!visit(entry)) return;
        if (page.size() < kWalletPage) return;
    }
}
/// What the label of an address stands for: a change address has none.
inline bool hasLabel(const wallet::WalletAddress& address) {
    return address.chain == wallet::KeyChain::Receive;
}

constexpr int kInvalidLabel = -11;
/// A label that a call gives: "*" stands for all of them, and is none.
Result<std::string, RpcError> labelOf(const RpcParams& params, std::size_t index,
                                      std::optional<std::string> standard = {});

} // namespace rest
