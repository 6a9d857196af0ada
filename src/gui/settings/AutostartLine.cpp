#include "gui/settings/AutostartLine.h"

#include "gui/widgets/ToggleSwitch.h"

namespace gui {

AutostartLine::AutostartLine(const Autostart& autostart, const QStringList& program, QWidget* parent)
    : SettingLine(tr("Start when I log in"), tr("Cairn opens with the desktop."), parent),
      m_autostart(autostart), m_program(program), m_switch(new ToggleSwitch) {
    setObjectName(QStringLiteral("autostart"));
    m_switch->setObjectName(QStringLiteral("autostartControl"));
    setControl(m_switch);
    connect(m_switch, &QAbstractButton::clicked, this, [this](bool on) {
        const bool done = m_autostart.set(on, m_program);
        setProblem(done ? QString()
                        : tr("Nothing has changed: %1 cannot be written.").arg(m_autostart.file()));
        renew();
    });
    renew();
}

void AutostartLine::renew() {
    m_switch->setChecked(m_autostart.isOn());
}

} // namespace gui

#include "moc_AutostartLine.cpp"
