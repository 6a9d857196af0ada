#pragma once

#include <QString>

namespace gui {

/// The start of Cairn when the user logs in: a file in the desktop's folder for that, which is there or not.
/// The file is the truth, also when a tool of the desktop writes or removes it.  Thread: main.
class Autostart {
public:
    /// `folder`: the desktop's; empty: $XDG_CONFIG_HOME/autostart.
    explicit Autostart(const QString& folder = {});
    [[nodiscard]] bool isOn() const;
    /// `program`: what is started, with its arguments one by one. False: the file cannot be written or
    /// removed, nothing has changed.
    [[nodiscard]] bool set(bool on, const QStringList& program);
    [[nodiscard]] const QString& file() const { return m_file; }

private:
    QString m_file;
};

} // namespace gui
