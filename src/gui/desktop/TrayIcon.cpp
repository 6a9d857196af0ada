#include "gui/desktop/TrayIcon.h"

#include <QSystemTrayIcon>

namespace gui {

TrayIcon::TrayIcon(const QIcon& icon, QObject* parent) : QObject(parent), m_icon(icon) {}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setWanted(bool wanted) {
    if (!wanted) return m_tray.reset();
    if (m_tray) return;
    m_menu.clear(); // in the language of now
    connect(m_menu.addAction(tr("Open Cairn")), &QAction::triggered, this, &TrayIcon::openRequested);
    connect(m_menu.addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
    m_tray = std::make_unique<QSystemTrayIcon>(m_icon);
    m_tray->setToolTip(QStringLiteral("Cairn"));
    m_tray->setContextMenu(&m_menu);
    connect(m_tray.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger) emit openRequested();
            });
    connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::openRequested);
    m_tray->show();
}

bool TrayIcon::isShown() const {
    return m_tray && m_tray->isVisible() && QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::showBalloon(const QString& title, const QString& text) {
    if (isShown()) m_tray->showMessage(title, text, m_icon);
}

} // namespace gui

#include "moc_TrayIcon.cpp"
