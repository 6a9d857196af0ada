#pragma once

#include <QIcon>
#include <QMenu>
#include <QObject>

#include <memory>

class QSystemTrayIcon;

namespace gui {

/// The icon in the desktop's tray, when the user wants one and the desktop has a tray: a click opens the
/// window, its menu ends the program.  Thread: main.
class TrayIcon : public QObject {
    Q_OBJECT
public:
    TrayIcon(const QIcon& icon, QObject* parent);
    ~TrayIcon() override;

    void setWanted(bool wanted);
    /// There is one, so that a closed window can be found again.
    [[nodiscard]] bool isShown() const;
    void showBalloon(const QString& title, const QString& text);

signals:
    void openRequested();
    void quitRequested();

private:
    QIcon m_icon;
    QMenu m_menu;
    std::unique_ptr<QSystemTrayIcon> m_tray;
};

} // namespace gui
