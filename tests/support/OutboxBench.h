#pragma once

#include "support/MoneyNode.h"

namespace support {

using Paid = Result<node::SentPayment, node::PayFailure>;

/// A node with one wallet that has coins of 50 each.
class OutboxBench {
public:
    explicit OutboxBench(int coins = 3) : node(1) {
        require(node.service(0).create(QStringLiteral("w"), {}, {}, {}, true).has_value());
        node.run();
        mine({}, coins, node.wallet(0)->currentReceiveAddress()->scriptPubKey);
        mine({}, 10);
    }
    void mine(const std::vector<primitives::TransactionRef>& transactions, int count = 1,
              const util::Bytes& script = testScript()) {
        for (int i = 0; i < count; ++i) {
            BlockPlan plan;
            if (i == 0) plan.transactions = transactions;
            plan.coinbaseScript = script;
            blocks.push_back(node.maker.mineOn(node.tip().hash(), plan));
            give(blocks.back());
        }
        node.run();
    }
    void give(const primitives::BlockRef& block) {
        require(node.engine().blocks().submit(block).kind != node::BlockSubmission::Kind::Rejected);
    }
    /// What waits in the mempool, into a block.
    void minePool() {
        std::vector<primitives::TransactionRef> all;
        for (const auto* entry : node.pool().entries())
            all.push_back(entry->transaction);
        mine(all);
    }
    node::WalletService::Payment payment(std::int64_t satoshi, std::int64_t feePerKvB = 10'000) {
        wallet::PaymentRequest request;
        request.recipients = {{testScript(3), primitives::Amount(satoshi)}};
        request.feePerKvB = feePerKvB;
        node::WalletService::Payment out;
        out.plan = [request](const node::WalletService& service) { return service.draft(request); };
        out.submit = node::submitOver(node.link(0));
        out.answer = [this](const Paid& outcome) { answers.push_back(outcome); };
        return out;
    }
    Paid pay(std::int64_t satoshi, std::int64_t feePerKvB = 10'000) {
        answers.clear();
        node.service(0).pay(payment(satoshi, feePerKvB));
        node.run();
        require(answers.size() == 1);
        return answers[0];
    }
    void reopen() {
        node.start();
        require(node.service(0).open(QStringLiteral("w"), {}, false).has_value());
        node.run();
    }
    wallet::WalletTransaction line(const primitives::TransactionRef& transaction) {
        return node.wallet(0)->transaction(transaction->txid()).value();
    }
    bool waits(const primitives::TransactionRef& transaction) {
        return node.pool().find(transaction->txid()) != nullptr;
    }
    wallet::WalletBalance balance() { return node.wallet(0)->balance(node.service(0).chainHeight()); }

    MoneyNode node;
    std::vector<primitives::BlockRef> blocks; ///< made by `mine`
    std::vector<Paid> answers;
};

} // namespace support
