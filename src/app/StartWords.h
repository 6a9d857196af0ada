#pragma once

#include "node/StartError.h"
#include "rest/ApiService.h"

#include <variant>

namespace app {

/// How the program ends, or why it does not begin.
struct Ending {
    using Why = std::variant<std::monostate, node::StartError, node::SettingError, rest::ApiProblem>;
    int exitCode = 1;
    QString sentence = {}; ///< for standard error, in English; empty: all was well
    Why why = {};          ///< the same as data: a window has words of its own
};
Ending endingOf(const node::StartError& error);
Ending endingOf(const node::SettingError& error);
Ending endingOf(const rest::ApiProblem& problem);

/// What is wrong with a setting, by its key, and what is allowed.
QString settingSentence(const node::SettingError& error);
/// What --verify says: what is wrong, what is safe, how to repair it.
QString verifySentence(const node::VerifyProblem& problem, const node::DataPaths& paths);
QString exportSentence(const node::ExportProblem& problem, const QString& path);

} // namespace app
