#pragma once

#include "gui/desktop/Autostart.h"
#include "gui/settings/SettingLine.h"

#include <QStringList>

namespace gui {

class ToggleSwitch;

/// "Start Cairn when I log in": no setting of the table, the desktop's folder holds it.
class AutostartLine : public SettingLine {
    Q_OBJECT
public:
    /// `program`: what is started, with its arguments.
    AutostartLine(const Autostart& autostart, const QStringList& program, QWidget* parent = nullptr);
    void renew();

private:
    Autostart m_autostart;
    QStringList m_program;
    ToggleSwitch* m_switch;
};

} // namespace gui
