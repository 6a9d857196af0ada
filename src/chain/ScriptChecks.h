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

/// Runs every input's scripts on the pool and waits.
/// Errors: what the first failing input broke, whichever thread met it.
/// This is the one place where scripts of blocks and of waiting transactions are run: a cache of signatures
/// that were checked before belongs here.
Result<void, script::ScriptError> verifyScripts(const std::vector<ScriptJob>& jobs, script::VerifyFlags flags,
                                                util::WorkerPool& pool);
/// One transaction, on the calling thread.
Result<void, script::ScriptError> verifyScripts(const ScriptJob& job, script::VerifyFlags flags);

} // namespace chain
