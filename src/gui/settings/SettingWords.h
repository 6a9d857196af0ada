#pragma once

#include "node/settings/Settings.h"

#include <QString>

namespace gui {

/// How the window speaks of a setting; its key is for files and command lines only.
struct SettingWords {
    QString label;    ///< "Minutes until the wallet locks itself"
    QString sentence; ///< what it does
    QString zero;     ///< what 0 means: "never"; empty: nothing special
};

/// Empty words for a row that the window does not show.
SettingWords settingWords(const node::SettingRow& row);
QString settingGroupName(node::SettingRow::Group group);
/// One value of a Choice.
QString choiceWords(const node::SettingRow& row, const QString& value);
/// Behind a number: "min", "coins per 1 000 vB"; empty: none.
QString unitWords(node::SettingRow::Unit unit);
/// What is wrong, in the words of the page.
QString settingProblem(const node::SettingRow& row, const node::SettingError& error);

} // namespace gui
