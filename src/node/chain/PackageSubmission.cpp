#include "node/chain/PackageSubmission.h"

#include <algorithm>

namespace node {

namespace {

using Refused = SubmissionRefusal::Kind;

primitives::Amount rateOf(primitives::Amount fee, std::int64_t vsize) {
    return primitives::Amount(fee.satoshi() * 1000 / vsize);
}

bool spends(const primitives::Transaction& child, const primitives::Transaction& parent) {
    return std::ranges::any_of(child.inputs(),
                               [&](const auto& input) { return input.previous.txid == parent.txid(); });
}

class Submission {
public:
    Submission(Engine& engine, const Package& package, const SubmissionLimits& limits)
        : m_engine(engine), m_view(engine.view()), m_package(package), m_limits(limits) {
        m_outcome.transactions.resize(package.size());
    }

    PackageOutcome run() {
        const auto before = conflictingIds();
        for (std::size_t i = 0; i < m_package.size(); ++i)
            offer(i);
        if (m_aside.size() > 1 && m_aside.back() == m_package.size() - 1) offerTogether();
        for (std::size_t i = 0; i < m_package.size(); ++i)
            describe(i);
        std::ranges::copy_if(before, std::back_inserter(m_outcome.replaced),
                             [&](const auto& txid) { return m_view.mempool().find(txid) == nullptr; });
        return std::move(m_outcome);
    }

private:
    /// Everything that waits, when the package conflicts with some of it.
    [[nodiscard]] std::vector<primitives::TxId> conflictingIds() const {
        const auto& mempool = m_view.mempool();
        const bool conflicts = std::ranges::any_of(m_package, [&](const auto& transaction) {
            return std::ranges::any_of(transaction->inputs(), [&](const auto& input) {
                return mempool.spenderOf(input.previous) != nullptr;
            });
        });
        std::vector<primitives::TxId> out;
        if (!conflicts) return out;
        for (const auto* entry : mempool.entries())
            out.push_back(entry->transaction->txid());
        return out;
    }

    std::optional<SubmissionRefusal>& refusalOf(std::size_t index) {
        return m_outcome.transactions[index].refusal;
    }

    void offer(std::size_t index) {
        const auto& transaction = m_package[index];
        if (m_view.mempool().find(transaction->txid()) != nullptr) return;
        const auto fee = m_view.test(*transaction);
        if (fee) {
            if (burnsTooMuch(*transaction, m_limits)) {
                refusalOf(index) = SubmissionRefusal{Refused::Burns};
            } else if (isTooDear(*fee, transaction->vsize(), m_limits)) {
                refusalOf(index) = SubmissionRefusal{Refused::TooDear};
            } else if (const auto taken = m_engine.waiting().submit(transaction); !taken) {
                refusalOf(index) = SubmissionRefusal{Refused::Rejected, taken.error()};
            }
            return;
        }
        refusalOf(index) = SubmissionRefusal{Refused::Rejected, fee.error()};
        const bool spendsAside = std::ranges::any_of(
            m_aside, [&](std::size_t parent) { return spends(*transaction, *m_package[parent]); });
        const bool isChild = spendsAside && fee.error().reason == consensus::Reject::MissingInputs;
        if (isChild || chain::Mempool::isTooCheap(*transaction, fee.error())) m_aside.push_back(index);
    }

    void offerTogether() {
        Package parts;
        primitives::Amount fees;
        std::int64_t vsize = 0;
        for (const std::size_t index : m_aside) {
            parts.push_back(m_package[index]);
            fees = primitives::checkedSum(fees, modified(index, feeOf(*m_package[index])))
                       .value_or(primitives::Amount());
            vsize += m_package[index]->vsize();
        }
        for (const std::size_t index : m_aside) {
            if (burnsTooMuch(*m_package[index], m_limits))
                refusalOf(index) = SubmissionRefusal{Refused::Burns};
            else if (isTooDear(fees, vsize, m_limits))
                refusalOf(index) = SubmissionRefusal{Refused::TooDear};
            else
                continue;
            return;
        }
        const auto taken = m_engine.waiting().submitPackage(parts);
        for (const std::size_t index : m_aside) {
            const bool blamed = !taken && (!taken.error().transaction ||
                                           *taken.error().transaction == m_package[index]->txid());
            if (taken)
                refusalOf(index).reset();
            else if (blamed)
                refusalOf(index) = SubmissionRefusal{Refused::Rejected, taken.error().rejection};
        }
        if (!taken) return;
        for (const std::size_t index : m_aside) {
            m_outcome.transactions[index].rate = rateOf(fees, vsize);
            m_outcome.transactions[index].judgedWith = m_aside;
        }
    }

    void describe(std::size_t index) {
        const auto* entry = m_view.mempool().find(m_package[index]->txid());
        if (entry == nullptr) return;
        PackageOutcome::Each& each = m_outcome.transactions[index];
        each.fee = entry->fee;
        if (!each.judgedWith.empty()) return;
        each.judgedWith = {index};
        each.rate = rateOf(modified(index, entry->fee), m_package[index]->vsize());
    }

    /// With what the user adds to it, see `prioritise`.
    [[nodiscard]] primitives::Amount modified(std::size_t index, primitives::Amount fee) const {
        const auto& bonuses = m_view.mempool().bonuses();
        const auto bonus = bonuses.find(m_package[index]->txid());
        return bonus == bonuses.end() ? fee : primitives::saturatingSum(fee, bonus->second);
    }

    /// What its inputs are worth more than its outputs, as far as they are known; 0 where the values make no
    /// sense, which the pool will say.
    [[nodiscard]] primitives::Amount feeOf(const primitives::Transaction& transaction) const {
        primitives::Amount sum;
        for (const auto& input : transaction.inputs()) {
            const auto& txid = input.previous.txid;
            const auto parent =
                std::ranges::find(m_package, txid, [](const auto& each) { return each->txid(); });
            const auto* waiting = m_view.mempool().find(txid);
            const primitives::Transaction* source = parent != m_package.end() ? parent->get()
                                                    : waiting != nullptr      ? waiting->transaction.get()
                                                                              : nullptr;
            if (source != nullptr) {
                if (input.previous.index < source->outputs().size())
                    sum = primitives::saturatingSum(sum, source->outputs()[input.previous.index].value);
            } else if (const auto coin = m_view.coin(input.previous); coin && *coin) {
                sum = primitives::saturatingSum(sum, (*coin)->output.value);
            }
        }
        primitives::Amount paid;
        for (const auto& output : transaction.outputs())
            paid = primitives::saturatingSum(paid, output.value);
        return sum.inRange() && paid.inRange() && paid <= sum ? sum - paid : primitives::Amount();
    }

    Engine& m_engine;
    ChainView m_view;
    const Package& m_package;
    const SubmissionLimits& m_limits;
    std::vector<std::size_t> m_aside; ///< too cheap alone, and children of such
    PackageOutcome m_outcome;
};

} // namespace

PackageOutcome submitPackage(Engine& engine, const Package& package, const SubmissionLimits& limits) {
    return Submission(engine, package, limits).run();
}

} // namespace node
