#pragma once

class QString;

namespace node {
class Settings;
}

namespace gui {

/// Puts theme, text scale, motion and hidden amounts in force as the settings say. Thread: main.
void applyAppearance(const node::Settings& settings);
/// Whether a change of this setting changes the look.
bool isAppearance(const QString& key);

} // namespace gui
