#include "chain/ScriptChecks.h"

#include <memory>
#include <optional>

namespace chain {

namespace {

/// What the inputs of one transaction share.
struct Prepared {
    Prepared(const primitives::Transaction& transaction, std::vector<primitives::TxOut> outputs)
        : spent(std::move(outputs)), cache(transaction, spent) {}
    std::vector<primitives::TxOut> spent;
    script::SigHashCache cache;
};

std::unique_ptr<const Prepared> prepare(const ScriptJob& job) {
    std::vector<primitives::TxOut> spent;
    spent.reserve(job.coins->size());
    for (const consensus::Coin& coin : *job.coins)
        spent.push_back(coin.output);
    return std::make_unique<const Prepared>(*job.transaction, std::move(spent));
}

struct InputNumber {
    std::uint32_t job;
    std::uint32_t input;
};

} // namespace

Result<void, script::ScriptError> verifyScripts(const std::vector<ScriptJob>& jobs, script::VerifyFlags flags,
                                                util::WorkerPool& pool) {
    std::vector<InputNumber> inputs;
    for (std::uint32_t job = 0; job < jobs.size(); ++job) {
        const auto count = static_cast<std::uint32_t>(jobs[job].coins->size());
        for (std::uint32_t input = 0; input < count; ++input)
            inputs.push_back({job, input});
    }
    std::vector<std::unique_ptr<const Prepared>> prepared(jobs.size());
    pool.forEach(jobs.size(), [&](std::size_t i) {
        prepared[i] = prepare(jobs[i]);
        return true;
    });
    std::vector<std::optional<script::ScriptError>> errors(inputs.size());
    const bool valid = pool.forEach(inputs.size(), [&](std::size_t i) {
        const ScriptJob& job = jobs[inputs[i].job];
        const Prepared& shared = *prepared[inputs[i].job];
        const auto result =
            script::verifyInput(*job.transaction, inputs[i].input, shared.spent, shared.cache, flags);
        if (!result) errors[i] = result.error();
        return result.has_value();
    });
    if (valid) return {};
    // Numbers are handed out in order, so the first failing input has always been run.
    for (const auto& error : errors) {
        if (error) return fail(*error);
    }
    return fail(script::ScriptError::UnknownError);
}

Result<void, script::ScriptError> verifyScripts(const ScriptJob& job, script::VerifyFlags flags) {
    const auto shared = prepare(job);
    for (std::size_t input = 0; input < job.coins->size(); ++input) {
        const auto result = script::verifyInput(*job.transaction, input, shared->spent, shared->cache, flags);
        if (!result) return fail(result.error());
    }
    return {};
}

} // namespace chain
