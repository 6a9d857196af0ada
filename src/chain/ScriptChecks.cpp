#include "chain/ScriptChecks.h"

#include "util/Once.h"

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

std::vector<InputNumber> inputsOf(const std::vector<ScriptJob>& jobs) {
    std::vector<InputNumber> inputs;
    for (std::uint32_t job = 0; job < jobs.size(); ++job) {
        const auto count = static_cast<std::uint32_t>(jobs[job].coins->size());
        for (std::uint32_t input = 0; input < count; ++input)
            inputs.push_back({job, input});
    }
    return inputs;
}

} // namespace

struct ScriptRun::State {
    State(std::vector<ScriptJob> given, script::VerifyFlags wanted, script::SignatureCache& signatures,
          util::WorkerPool& workers)
        : jobs(std::move(given)), flags(wanted), curve(signatures, script::CurveChecks::Mode::LookOnly),
          pool(workers), inputs(inputsOf(jobs)), prepared(jobs.size()), errors(inputs.size()) {}

    bool check(std::size_t number) {
        const InputNumber at = inputs[number];
        const ScriptJob& job = jobs[at.job];
        const Prepared& shared = prepared[at.job].get([&job] { return prepare(job); });
        const auto result =
            script::verifyInput(*job.transaction, at.input, shared.spent, shared.cache, flags, curve);
        if (!result) errors[number] = result.error();
        return result.has_value();
    }

    std::vector<ScriptJob> jobs;
    script::VerifyFlags flags;
    script::CurveChecks curve;
    util::WorkerPool& pool;
    std::vector<InputNumber> inputs;
    std::vector<util::Once<Prepared>> prepared; ///< one a job
    std::vector<std::optional<script::ScriptError>> errors;
    std::shared_ptr<util::WorkerPool::Batch> batch; ///< null when finished
};

ScriptRun::ScriptRun(std::vector<ScriptJob> jobs, script::VerifyFlags flags,
                     script::SignatureCache& signatures, util::WorkerPool& pool)
    : m_state(std::make_unique<State>(std::move(jobs), flags, signatures, pool)) {
    if (m_state->inputs.empty()) return;
    m_state->batch = pool.start(m_state->inputs.size(),
                                [state = m_state.get()](std::size_t i) { return state->check(i); });
}

ScriptRun::~ScriptRun() {
    if (m_state->batch) static_cast<void>(finish());
}

Result<void, script::ScriptError> ScriptRun::finish() {
    const auto batch = std::exchange(m_state->batch, nullptr);
    if (batch == nullptr || m_state->pool.finish(batch)) return {};
    // Numbers are handed out in order, so the first failing input has always been run.
    for (const auto& error : m_state->errors) {
        if (error) return fail(*error);
    }
    return fail(script::ScriptError::UnknownError);
}

Result<void, script::ScriptError> verifyScripts(const ScriptJob& job, script::VerifyFlags flags,
                                                script::SignatureCache& signatures) {
    const auto shared = prepare(job);
    const script::CurveChecks curve(signatures, script::CurveChecks::Mode::Remember);
    for (std::size_t input = 0; input < job.coins->size(); ++input) {
        const auto result =
            script::verifyInput(*job.transaction, input, shared->spent, shared->cache, flags, curve);
        if (!result) return fail(result.error());
    }
    return {};
}

} // namespace chain
