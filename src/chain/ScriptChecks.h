#pragma once

#include "consensus/TxRules.h"
#include "script/Interpreter.h"
#include "util/WorkerPool.h"

#include <vector>

namespace chain {

/// A transaction whose inputs are to be checked against the coins they spend (one an input, same order).
/// Borrowed.
struct ScriptJob {
    const primitives::Transaction* transaction;
    const std::vector<consensus::Coin>* coins;
};

/// All scripts of a block, run on the pool while the caller does something else. What it borrows must stay
/// until it dies.
class ScriptRun {
public:
    /// The pool's threads begin at once. Verdicts in `signatures` are used, new ones are not kept there.
    ScriptRun(std::vector<ScriptJob> jobs, script::VerifyFlags flags, script::SignatureCache& signatures,
              util::WorkerPool& pool);
    ~ScriptRun();
    ScriptRun(const ScriptRun&) = delete;
    ScriptRun& operator=(const ScriptRun&) = delete;
    /// Works along until all is done. Call once.
    /// Errors: what the first failing input broke, whichever thread met it.
    Result<void, script::ScriptError> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// One transaction, on the calling thread. Keeps the verdicts on its signatures, valid or not.
Result<void, script::ScriptError> verifyScripts(const ScriptJob& job, script::VerifyFlags flags,
                                                script::SignatureCache& signatures);

} // namespace chain
