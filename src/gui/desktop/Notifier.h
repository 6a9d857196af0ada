#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

class QDBusPendingCallWatcher;

namespace gui {

/// Notifications of the desktop (org.freedesktop.Notifications). Nothing waits for the desktop: where it does
/// not show one, notShown() follows.  Thread: main.
class Notifier : public QObject {
    Q_OBJECT
public:
    using OpenBus = std::function<QDBusConnection()>;
    /// `open` is called before the first notification; `service`: who shows them on that bus.
    explicit Notifier(OpenBus open = sessionBus, QObject* parent = nullptr,
                      const QString& service = QStringLiteral("org.freedesktop.Notifications"));
    /// The desktop's bus; not connected where there is none (none is started, either).
    static QDBusConnection sessionBus();

    /// A notification of the same kind replaces the one that is still seen.
    void show(int kind, const QString& title, const QString& text);

signals:
    /// The user clicked on one.
    void opened();
    void notShown(const QString& title, const QString& text);

private slots: // called by the bus
    void actionInvoked(uint id, const QString& action);
    void notificationClosed(uint id, uint reason);

private:
    bool connectBus();
    void answered(QDBusPendingCallWatcher* watcher, int kind, const QString& title, const QString& text);

    OpenBus m_open;
    std::optional<QDBusConnection> m_bus;
    QString m_service;
    QHash<int, uint> m_seen; ///< by kind: what is on the screen
};

} // namespace gui
