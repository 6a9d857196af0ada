#pragma once

#include "app/CommandLine.h"

namespace app {

// What packages install and readers ask for, written from `optionHelp()`. `program`: "cairn" or "cairnd".

/// The manual page, for man(1).
QString manualPage(const QString& program);
/// For bash: a function that completes options, words and files.
QString bashCompletion(const QString& program);
/// For zsh: a file of `fpath`.
QString zshCompletion(const QString& program);

/// The answer to the options that only print (help, version, manual, completion); nothing where none was
/// given.
std::optional<QString> printedAnswer(const Options& options, const QString& program);

} // namespace app
