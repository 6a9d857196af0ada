// The part of Node that pays.
#include "node/Node.h"

namespace node {

namespace {

using PaidPromise = std::shared_ptr<QPromise<Result<SentPayment, PayFailure>>>;

PaidPromise startedPayment() {
    auto promise = std::make_shared<QPromise<Result<SentPayment, PayFailure>>>();
    promise->start();
    return promise;
}

} // namespace

QFuture<Result<wallet::PaymentDraft, PayFailure>> Node::draftPayment(wallet::PaymentRequest request) {
    return m_walletThread.call(
        [this, request = std::move(request)]() -> Result<wallet::PaymentDraft, PayFailure> {
            if (!m_wallet) return fail(PayFailure{wallet::PaymentError::NoWallet});
            return m_wallet->draft(request);
        });
}

QFuture<Result<SentPayment, PayFailure>> Node::commitPayment(wallet::PaymentDraft draft, QString note) {
    const auto plan = [draft = std::move(draft)](const WalletService&) -> WalletService::Plan {
        return draft;
    };
    return enqueuePayment({plan, std::move(note)});
}

QFuture<Result<SentPayment, PayFailure>> Node::pay(wallet::PaymentRequest request, QString note) {
    const auto plan = [request = std::move(request)](const WalletService& wallet) {
        return wallet.draft(request);
    };
    return enqueuePayment({plan, std::move(note)});
}

/// The wallet thread records it, the node thread takes it into the mempool, the wallet thread answers.
QFuture<Result<SentPayment, PayFailure>> Node::enqueuePayment(WalletService::Payment payment) {
    const PaidPromise promise = startedPayment();
    payment.answer = [promise](const Result<SentPayment, PayFailure>& outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    payment.submit = [this](const primitives::TransactionRef& transaction, auto answer) {
        m_nodeThread.post([this, transaction, answer] {
            if (!m_engine) return; // stopping: the wallet offers it again at the next start
            m_walletThread.post(
                [answer, outcome = m_engine->submitPayment(transaction)] { answer(outcome); });
        });
    };
    m_walletThread.post([this, payment = std::move(payment)]() mutable {
        if (m_wallet) m_wallet->pay(std::move(payment));
    });
    return promise->future();
}

} // namespace node
