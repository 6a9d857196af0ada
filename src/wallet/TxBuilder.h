#pragma once

#include "wallet/CoinSelector.h"
#include "wallet/WalletTypes.h"

namespace wallet {

/// Above it the number is a typing error (one coin for a kilobyte).
constexpr std::int64_t kMaxFeePerKvB = primitives::Amount::kCoin;

/// The lock time of a payment made now: the height of the tip, so that nobody gains by mining it into a block
/// that takes the tip's place; of one in ten somewhat less, for those that were signed some time before they
/// were sent. As Core does.
std::uint32_t againstSniping(std::int32_t chainHeight, const RandomBelow& random);

/// Makes an unsigned payment out of coins: pure, all that it needs is given. Thread: any.
class TxBuilder {
public:
    /// `request` is borrowed. `changeScript` is P2WPKH. Below `leastFeePerKvB` nodes do not relay.
    TxBuilder(const PaymentRequest& request, util::Bytes changeScript, RandomBelow random,
              std::int64_t leastFeePerKvB = 1'000);

    /// `spendable` are all coins that may be used; confirmed ones are tried before waiting change.
    /// Errors: each PaymentError but Locked and Store.   Cost: bounded by CoinSelector.
    Result<PaymentDraft, PaymentFailure> build(const std::vector<WalletCoin>& spendable);

private:
    using Coins = std::vector<WalletCoin>;
    using DraftResult = Result<PaymentDraft, PaymentFailure>;

    [[nodiscard]] std::optional<PaymentFailure> checkRequest();
    [[nodiscard]] Result<Coins, PaymentFailure> allowedCoins(const Coins& spendable) const;
    DraftResult buildFrom(const Coins& coins);
    [[nodiscard]] SelectionGoal goal() const;
    [[nodiscard]] std::vector<primitives::Amount> netValues(const Coins& coins) const;
    [[nodiscard]] PaymentFailure shortOf(const Coins& coins, PaymentError error) const;
    DraftResult assemble(Coins inputs, bool makeChange);
    DraftResult draftOf(Coins inputs, std::vector<primitives::TxOut> outputs,
                        std::optional<std::size_t> changeOutput) const;
    [[nodiscard]] primitives::Amount leastChange() const;
    [[nodiscard]] primitives::Amount fee(std::size_t inputs, bool withChange) const;

    const PaymentRequest& m_request;
    RandomBelow m_random;
    std::int64_t m_leastFeePerKvB;
    primitives::TxOut m_change;               ///< value not set
    std::vector<primitives::TxOut> m_outputs; ///< to the recipients, same order
    primitives::Amount m_amount;              ///< sum of them
};

} // namespace wallet
