#pragma once

#include "node/settings/Settings.h"

namespace node {

/// What this node calls itself: the setting node_name, or else the name of the user or, where that says
/// nothing (root, student …), of the computer. Fit to be shown (net::cleanName); never empty.
QString nodeName(const Settings& settings);
/// The same from given texts: the setting, the user's login, the computer's name.
QString nodeName(const QString& chosen, const QString& login, const QString& computer);

} // namespace node
