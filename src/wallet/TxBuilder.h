#pragma once

#include "wallet/TxSize.h"
#include "wallet/WalletTypes.h"
#include "wallet/coins/CoinChoice.h"

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
    /// `request` is borrowed. `changeSpend`: what an input needs that will spend the change.
    TxBuilder(const PaymentRequest& request, util::Bytes changeScript, RandomBelow random,
              const script::SpendSize& changeSpend = script::kKeyHashSpend);

    /// `spendable` are all coins that may be used; confirmed ones are tried before waiting change.
    /// Errors: each PaymentError but Locked and Store.   Cost: bounded, see chooseCoins.
    Result<PaymentDraft, PaymentFailure> build(const std::vector<WalletCoin>& spendable);

private:
    using Coins = std::vector<WalletCoin>;
    using DraftResult = Result<PaymentDraft, PaymentFailure>;

    [[nodiscard]] std::optional<PaymentFailure> checkRequest();
    [[nodiscard]] Result<Coins, PaymentFailure> allowedCoins(const Coins& spendable) const;
    [[nodiscard]] Result<Coins, PaymentFailure> takeFixed(const Coins& spendable);
    DraftResult buildFrom(const Coins& coins);
    DraftResult buildOfFixed(primitives::Amount excess, const ChoiceGoal& wanted);
    DraftResult buildOfAll(Coins coins);
    [[nodiscard]] ChoiceGoal goal();
    [[nodiscard]] std::vector<ChoiceCoin> choicesOf(const Coins& coins) const;
    [[nodiscard]] PaymentFailure shortOf(const Coins& coins, PaymentError error) const;
    DraftResult assemble(Coins inputs, bool makeChange);
    [[nodiscard]] std::optional<PaymentFailure> takeFee(std::vector<primitives::TxOut>& outputs,
                                                        primitives::Amount fee) const;
    DraftResult draftOf(Coins inputs, std::vector<primitives::TxOut> outputs,
                        std::optional<std::size_t> changeOutput) const;
    [[nodiscard]] bool isPayersFee() const { return m_request.feeFrom.empty() && !m_request.everything; }
    [[nodiscard]] primitives::Amount leastChange() const;
    [[nodiscard]] std::int64_t maxInputWeight() const;
    [[nodiscard]] primitives::Amount fee(const InputSizes& inputs, bool withChange) const;
    [[nodiscard]] primitives::Amount fee(const std::vector<primitives::TxOut>& outputs,
                                         const InputSizes& inputs) const;

    const PaymentRequest& m_request;
    RandomBelow m_random;
    script::SpendSize m_changeSpend;
    primitives::TxOut m_change;               ///< value not set
    std::vector<primitives::TxOut> m_outputs; ///< to the recipients, same order
    primitives::Amount m_amount;              ///< sum of them
    Coins m_fixed;                            ///< spent in any case
};

} // namespace wallet
