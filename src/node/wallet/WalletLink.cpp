#include "node/wallet/WalletLink.h"

namespace node {

using primitives::TransactionRef;

void connectWallet(WalletService& service, ChainFeed& feed, const WalletLink& link) {
    WalletService* const wallet = &service;
    const auto queued = Qt::QueuedConnection;
    QObject::connect(&feed, &ChainFeed::tipChanged, wallet, &WalletService::follow, queued);
    QObject::connect(&feed, &ChainFeed::transactionAdded, wallet, &WalletService::transactionAdded, queued);
    QObject::connect(&feed, &ChainFeed::transactionRemoved, wallet, &WalletService::transactionRemoved,
                     queued);
    // It replaces nothing else that waits, and leaves no orphans behind: as a payment that was just made.
    QObject::connect(
        wallet, &WalletService::wantsBroadcast, wallet, [link](const PaymentOffer& offer, quint64 opening) {
            link.tellEngine([link, offer, opening](Engine& engine) {
                const auto taken = engine.waiting().submitPayment(offer);
                std::optional<consensus::Reject> refusal;
                if (!taken) refusal = taken.error().reason;
                link.tellWallet([opening, txid = offer.transaction->txid(), refusal](WalletService& to) {
                    to.offerAnswered(opening, txid, refusal);
                });
            });
        });
    QObject::connect(wallet, &WalletService::wantsMempool, wallet, [link](quint64 opening) {
        link.tellEngine([link, opening](Engine& engine) {
            std::vector<TransactionRef> all;
            for (const chain::MempoolEntry* entry : engine.view().mempool().entries())
                all.push_back(entry->transaction);
            link.tellWallet([opening, all](WalletService& to) { to.takeMempool(opening, all); });
        });
    });
}

decltype(WalletService::Payment::submit) submitOver(const WalletLink& link) {
    return [link](const PaymentOffer& offer, const auto& answer) {
        link.tellEngine([link, offer, answer](Engine& engine) {
            link.post([answer, outcome = engine.waiting().submitPayment(offer)] { answer(outcome); });
        });
    };
}

} // namespace node
