#include "rest/PackageSubmission.h"

#include "rest/json/JsonValue.h"
#include "rest/json/JsonWriter.h"
#include "script/Script.h"

#include <algorithm>

namespace rest {

namespace {

constexpr std::size_t kMaxPackage = 25;
constexpr const char* kTooDear = "max feerate exceeded";

/// Coins per 1000 virtual bytes.
primitives::Amount rateOf(primitives::Amount fee, std::int64_t vsize) {
    return primitives::Amount(fee.satoshi() * 1000 / vsize);
}

std::optional<std::string> exceeds(const primitives::Transaction& transaction,
                                   std::optional<primitives::Amount> fee, const PackageLimits& limits) {
    if (limits.maxBurn && burntBy(transaction) > *limits.maxBurn)
        return "Unspendable output exceeds maximum configured by user (maxburnamount)";
    const bool tooMuch = fee && limits.maxFeePerKvB && *limits.maxFeePerKvB > 0 &&
                         rateOf(*fee, transaction.vsize()).satoshi() > *limits.maxFeePerKvB;
    if (tooMuch) return kTooDear;
    return std::nullopt;
}

/// What became of the transactions of a package.
class Submission {
public:
    Submission(node::Engine& engine, const Package& package, const PackageLimits& limits)
        : m_engine(engine), m_package(package), m_limits(limits), m_reasons(package.size()) {}

    void run() {
        const auto before = conflictingIds();
        for (std::size_t i = 0; i < m_package.size(); ++i)
            offer(i);
        if (m_aside.size() > 1 && m_aside.back() == m_package.size() - 1) offerTogether();
        std::ranges::copy_if(before, std::back_inserter(m_replaced),
                             [&](const auto& txid) { return m_engine.mempool().find(txid) == nullptr; });
    }

    [[nodiscard]] QByteArray json() const {
        const bool allTaken =
            std::ranges::none_of(m_reasons, [](const auto& reason) { return reason.has_value(); });
        JsonWriter json;
        json.beginObject()
            .member("package_msg", allTaken ? "success" : "transaction failed")
            .key("tx-results")
            .beginObject();
        for (std::size_t i = 0; i < m_package.size(); ++i)
            writeResult(json, i);
        json.endObject().key("replaced-transactions").beginArray();
        for (const primitives::TxId& txid : m_replaced)
            json.value(txid);
        json.endArray().endObject();
        return json.take();
    }

private:
    /// Everything that waits, when the package conflicts with some of it.
    [[nodiscard]] std::vector<primitives::TxId> conflictingIds() const {
        const auto& mempool = m_engine.mempool();
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

    void offer(std::size_t index) {
        const auto& transaction = m_package[index];
        if (m_engine.mempool().find(transaction->txid()) != nullptr) return;
        const auto tested = m_engine.mempool().test(*transaction);
        if (tested) {
            if ((m_reasons[index] = exceeds(*transaction, *tested, m_limits))) return;
            const auto taken = m_engine.submitTransaction(transaction);
            if (!taken) m_reasons[index] = consensus::toString(taken.error());
            return;
        }
        m_reasons[index] = consensus::toString(tested.error());
        const bool spendsAside = std::ranges::any_of(
            m_aside, [&](std::size_t parent) { return spends(*transaction, *m_package[parent]); });
        const bool isChild = spendsAside && tested.error().reason == consensus::Reject::MissingInputs;
        if (isChild || chain::Mempool::isTooCheap(*transaction, tested.error())) m_aside.push_back(index);
    }

    static bool spends(const primitives::Transaction& child, const primitives::Transaction& parent) {
        return std::ranges::any_of(child.inputs(),
                                   [&](const auto& input) { return input.previous.txid == parent.txid(); });
    }

    void offerTogether() {
        Package parts;
        primitives::Amount fees;
        std::int64_t vsize = 0;
        for (const std::size_t index : m_aside) {
            parts.push_back(m_package[index]);
            fees = primitives::checkedSum(fees, feeOf(*m_package[index])).value_or(primitives::Amount());
            vsize += m_package[index]->vsize();
        }
        for (const std::size_t index : m_aside) {
            auto reason = exceeds(*m_package[index], std::nullopt, m_limits);
            if (!reason && m_limits.maxFeePerKvB && *m_limits.maxFeePerKvB > 0 &&
                rateOf(fees, vsize).satoshi() > *m_limits.maxFeePerKvB)
                reason = kTooDear;
            if (!reason) continue;
            m_reasons[index] = reason;
            return;
        }
        const auto taken = m_engine.submitPackage(parts);
        for (const std::size_t index : m_aside) {
            const bool blamed = !taken && (!taken.error().transaction ||
                                           *taken.error().transaction == m_package[index]->txid());
            if (taken)
                m_reasons[index].reset();
            else if (blamed)
                m_reasons[index] = consensus::toString(taken.error().rejection);
        }
        if (taken) m_together = {rateOf(fees, vsize), m_aside};
    }

    /// What its inputs are worth more than its outputs, as far as they are known; 0 where the values make no
    /// sense, which the pool will say.
    [[nodiscard]] primitives::Amount feeOf(const primitives::Transaction& transaction) const {
        primitives::Amount sum;
        for (const auto& input : transaction.inputs()) {
            const auto& txid = input.previous.txid;
            const auto parent =
                std::ranges::find(m_package, txid, [](const auto& each) { return each->txid(); });
            const auto* waiting = m_engine.mempool().find(txid);
            const primitives::Transaction* source = parent != m_package.end() ? parent->get()
                                                    : waiting != nullptr      ? waiting->transaction.get()
                                                                              : nullptr;
            if (source != nullptr) {
                if (input.previous.index < source->outputs().size())
                    sum = primitives::saturatingSum(sum, source->outputs()[input.previous.index].value);
            } else if (const auto coin = m_engine.chain().coin(input.previous); coin && *coin) {
                sum = primitives::saturatingSum(sum, (*coin)->output.value);
            }
        }
        primitives::Amount paid;
        for (const auto& output : transaction.outputs())
            paid = primitives::saturatingSum(paid, output.value);
        return sum.inRange() && paid.inRange() && paid <= sum ? sum - paid : primitives::Amount();
    }

    void writeResult(JsonWriter& json, std::size_t index) const {
        const auto& transaction = m_package[index];
        json.key(transaction->wtxid().toHex()).beginObject().member("txid", transaction->txid());
        if (const auto* entry = m_engine.mempool().find(transaction->txid())) {
            const bool together = std::ranges::find(m_together.indexes, index) != m_together.indexes.end();
            json.member("vsize", transaction->vsize()).key("fees").beginObject().member("base", entry->fee);
            json.member("effective-feerate",
                        together ? m_together.rate : rateOf(entry->fee, transaction->vsize()))
                .key("effective-includes")
                .beginArray();
            for (const std::size_t other : together ? m_together.indexes : std::vector<std::size_t>{index})
                json.value(m_package[other]->wtxid());
            json.endArray().endObject();
        }
        if (m_reasons[index]) json.member("error", *m_reasons[index]);
        json.endObject();
    }

    /// Those whose fees were judged together.
    struct Together {
        primitives::Amount rate;
        std::vector<std::size_t> indexes;
    };
    node::Engine& m_engine;
    const Package& m_package;
    const PackageLimits& m_limits;
    std::vector<std::optional<std::string>> m_reasons; ///< one a transaction
    std::vector<std::size_t> m_aside;                  ///< aside: too cheap, and children of such
    Together m_together;
    std::vector<primitives::TxId> m_replaced;
};

} // namespace

primitives::Amount burntBy(const primitives::Transaction& transaction) {
    primitives::Amount sum;
    for (const primitives::TxOut& output : transaction.outputs()) {
        if (script::isUnspendable(output.scriptPubKey)) sum = primitives::saturatingSum(sum, output.value);
    }
    return sum;
}

Result<Package, QString> parsePackage(const QByteArray& json) {
    const auto parsed = JsonValue::parse(json);
    if (!parsed || parsed->items().empty() || parsed->items().size() > kMaxPackage) {
        return fail(
            QStringLiteral("The body must be a JSON array of 1 to %1 transactions in hex.").arg(kMaxPackage));
    }
    Package package;
    for (const JsonValue& item : parsed->items()) {
        const auto bytes = util::fromHex(item.text());
        auto transaction =
            bytes ? primitives::Transaction::parse(*bytes)
                  : Result<primitives::Transaction, util::ReadError>(fail(util::ReadError::BadFormat));
        if (!transaction) return fail(QStringLiteral("TX decode failed"));
        package.push_back(std::make_shared<const primitives::Transaction>(std::move(*transaction)));
    }
    return package;
}

QByteArray submitPackage(node::Engine& engine, const Package& package, const PackageLimits& limits) {
    Submission submission(engine, package, limits);
    submission.run();
    return submission.json();
}

} // namespace rest
