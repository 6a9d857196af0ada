#pragma once

#include "app/CommandLine.h"

namespace app {

/// What came of a task.
struct TaskOutcome {
    int exitCode = 0;
    QString printed;  ///< for standard output: the summary
    QString sentence; ///< for standard error; empty: all was well and there is nothing to add
    Ending::Why why = {};
};

/// --repair, and --verify and --export-blocks of a chain that is there: they need no node, and the last two
/// nothing but the right to read.
bool isStoredTask(const Options& options, const Prepared& prepared);
/// Needs: isStoredTask.   Cost: as much as importing the chain, or as reading it.   Thread: any.
TaskOutcome runStoredTask(const Options& options, const Prepared& prepared);

/// The same from the options alone; what `prepare` refuses is the outcome.
TaskOutcome prepareAndRun(const Options& options);

} // namespace app
