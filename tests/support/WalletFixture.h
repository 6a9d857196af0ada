#pragma once

#include "crypto/Ripemd160.h"
#include "support/FakeClock.h"
#include "support/MemoryWalletStore.h"
#include "support/WalletBlocks.h"
#include "wallet/Wallet.h"

#include <QtTest>

namespace support {

/// For calls that a test relies on: a failure ends it.
template <class T, class E>
void must(const Result<T, E>& result) {
    if (!result) qFatal("a call failed that has to succeed");
}

inline crypto::SecretString secretOf(std::string_view text) {
    return crypto::SecretString(text.begin(), text.end());
}

constexpr const char* kWords =
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

inline wallet::WalletOptions walletOptions() {
    wallet::WalletOptions options;
    options.addresses.bech32Prefix = "cairn";
    options.genesis = primitives::BlockHash(util::ByteArray<32>{7});
    options.coinbaseMaturity = 10;
    options.lookAhead = 10;
    options.kdf = {2, 1, 1}; // tests need no strength
    return options;
}

/// The numbers of the usual account's descriptors in a wallet made from words.
constexpr std::uint32_t kReceive = 0, kChange = 1;

/// A wallet, its store and the chain it follows.
class WalletFixture {
public:
    explicit WalletFixture(std::string_view passphrase = {}, std::string_view words = kWords,
                           wallet::WalletOptions walletOptions_ = walletOptions())
        : options(std::move(walletOptions_)) {
        wallet::NewWallet start;
        start.words = secretOf(words);
        start.passphrase = secretOf(passphrase);
        wallet = std::move(wallet::Wallet::create(store, clock, options, std::move(start)).value());
    }

    /// What the store has, as after a restart.
    void reopen() {
        wallet.reset();
        wallet = std::move(wallet::Wallet::open(store, clock, options).value());
    }

    /// Feeds the wallet with what the chain has beyond its tip.
    void follow() {
        while (wallet->tip().height < chain.height()) {
            const std::int32_t height = wallet->tip().height + 1;
            const primitives::Block& block = chain.at(height);
            must(wallet->applyBlock(block, block.header.hash(), height));
        }
    }
    void mine(std::vector<primitives::TransactionRef> transactions = {},
              util::Bytes reward = foreignScript()) {
        chain.mine(std::move(transactions), std::move(reward));
        follow();
    }
    void mineMany(int count) {
        for (int i = 0; i < count; ++i)
            mine();
    }
    /// Cuts the chain and the wallet back.
    void cutTo(std::int32_t height) {
        chain.cutTo(height);
        must(wallet->revertTo(height));
    }

    /// Looks-ahead addresses work too.
    [[nodiscard]] util::Bytes script(std::uint32_t index, std::uint32_t descriptor = kReceive) const {
        return wallet->keychain().descriptor(descriptor).scriptsAt(index).value().front();
    }
    [[nodiscard]] wallet::WalletBalance balance() const { return wallet->balance(chain.height()); }
    [[nodiscard]] wallet::TxState stateOf(const primitives::TransactionRef& transaction) const {
        return wallet->transaction(transaction->txid()).value().state;
    }
    /// A coin that may be spent: paid by somebody else and confirmed.
    primitives::TransactionRef fund(std::int64_t satoshi, std::uint32_t addressIndex = 0) {
        auto transaction = payment({foreignCoin(++m_foreign)}, {output(satoshi, script(addressIndex))});
        mine({transaction});
        return transaction;
    }

    FakeClock clock;
    MemoryWalletStore store;
    wallet::WalletOptions options;
    WalletChain chain;
    std::unique_ptr<wallet::Wallet> wallet;

private:
    std::uint32_t m_foreign = 1'000'000;
};

/// All that a user can see of a wallet, as text: to compare before and after.
inline QByteArray pictureOf(const wallet::Wallet& wallet, std::int32_t chainHeight) {
    QByteArray out;
    const auto number = [&out](std::int64_t value) {
        out += QByteArray::number(static_cast<qlonglong>(value)) + ' ';
    };
    const wallet::WalletBalance balance = wallet.balance(chainHeight);
    number(wallet.tip().height);
    out += wallet.tip().hash.toHex().c_str();
    out += "\nbalance ";
    for (const auto amount :
         {balance.spendable, balance.immature, balance.unconfirmed, balance.confirmedTotal})
        number(amount.satoshi());
    number(balance.coinCount);
    number(balance.nextMaturityHeight);
    for (const auto& coin : wallet.coins()) {
        out += "\ncoin " + QByteArray(coin.outpoint.txid.toHex().c_str()) + ' ';
        number(coin.outpoint.index);
        number(coin.output.value.satoshi());
        number(coin.height);
        number(coin.isChange ? 1 : 0);
    }
    for (const auto& entry : wallet.history(0, wallet.historySize())) {
        out += "\ntx " + QByteArray(entry.transaction->txid().toHex().c_str()) + ' ';
        for (const std::int64_t value :
             {std::int64_t(entry.state), std::int64_t(entry.height), entry.time, entry.received.satoshi(),
              entry.spent.satoshi(), entry.fee ? entry.fee->satoshi() : -1, entry.sequence})
            number(value);
        out += entry.note.c_str();
    }
    for (const auto& address : wallet.addresses()) {
        out += "\naddress " + QByteArray(address.address.c_str()) + ' ' + address.label.c_str() + ' ';
        number(address.used ? 1 : 0);
        number(address.handedOut);
    }
    return out + '\n';
}

} // namespace support
