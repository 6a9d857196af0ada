#include "gui/Appearance.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "node/settings/Settings.h"

namespace gui {

void applyAppearance(const node::Settings& settings) {
    const QString name = settings.text(QStringLiteral("theme"));
    const Theme::Choice choice = name == QLatin1String("light")      ? Theme::Choice::Light
                                 : name == QLatin1String("dark")     ? Theme::Choice::Dark
                                 : name == QLatin1String("contrast") ? Theme::Choice::HighContrast
                                                                     : Theme::Choice::System;
    theme().setChoice(choice);
    theme().setTextScale(static_cast<int>(settings.number(QStringLiteral("text_scale"))));
    theme().setReducedMotion(settings.flag(QStringLiteral("reduce_motion")));
    format().setAmountsHidden(settings.flag(QStringLiteral("hide_amounts")));
}

bool isAppearance(const QString& key) {
    return key == QLatin1String("theme") || key == QLatin1String("text_scale") ||
           key == QLatin1String("reduce_motion") || key == QLatin1String("hide_amounts");
}

} // namespace gui
