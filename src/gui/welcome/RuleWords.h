#pragma once

#include "consensus/RuleTable.h"

#include <QString>

namespace gui {

/// What a rule is called above its field: "Seconds between blocks".
QString ruleField(std::string_view rule);
/// What may stand in the field, as the end of a sentence: "a whole number from 1 to 86 400".
QString allowedWords(const consensus::RuleInfo& rule);
/// What is wrong with what stands there, in the words of the field.
QString ruleProblem(const consensus::RuleInfo& rule, const QString& text);

} // namespace gui
