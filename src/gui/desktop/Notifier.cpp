#include "gui/desktop/Notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QVariantMap>

#include <utility>

namespace gui {

namespace {

constexpr auto kNotifyPath = "/org/freedesktop/Notifications";
constexpr auto kNotifyInterface = "org.freedesktop.Notifications";
constexpr auto kOpenAction = "default"; // a click on the notification itself
constexpr int kAsTheDesktopLikes = -1;
constexpr int kAnswerMs = 5'000;

} // namespace

Notifier::Notifier(OpenBus open, QObject* parent, const QString& service)
    : QObject(parent), m_open(std::move(open)), m_service(service) {}

QDBusConnection Notifier::sessionBus() {
    const bool isNamed = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS");
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (isNamed || (!folder.isEmpty() && QFileInfo::exists(folder + QStringLiteral("/bus"))))
        return QDBusConnection::sessionBus();
    return QDBusConnection(QString());
}

bool Notifier::connectBus() {
    if (m_bus) return m_bus->isConnected();
    m_bus = m_open();
    if (!m_bus->isConnected()) return false;
    const QString path = QLatin1String(kNotifyPath);
    const QString interface = QLatin1String(kNotifyInterface);
    m_bus->connect(m_service, path, interface, QStringLiteral("ActionInvoked"), this,
                   SLOT(actionInvoked(uint, QString)));
    m_bus->connect(m_service, path, interface, QStringLiteral("NotificationClosed"), this,
                   SLOT(notificationClosed(uint, uint)));
    return true;
}

void Notifier::show(int kind, const QString& title, const QString& text) {
    if (!connectBus()) return emit notShown(title, text);
    QDBusMessage call = QDBusMessage::createMethodCall(
        m_service, QLatin1String(kNotifyPath), QLatin1String(kNotifyInterface), QStringLiteral("Notify"));
    // Desktops may read marks in the text.
    call << QStringLiteral("Cairn") << m_seen.value(kind, 0U) << QStringLiteral("cairn") << title
         << text.toHtmlEscaped() << QStringList{QLatin1String(kOpenAction), tr("Open")}
         << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("cairn")}} << kAsTheDesktopLikes;
    auto* watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(call, kAnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, kind, title, text] { answered(watcher, kind, title, text); });
}

void Notifier::answered(QDBusPendingCallWatcher* watcher, int kind, const QString& title,
                        const QString& text) {
    watcher->deleteLater();
    const QDBusPendingReply<uint> reply = *watcher;
    if (reply.isError()) return emit notShown(title, text);
    m_seen.insert(kind, reply.value());
}

void Notifier::actionInvoked(uint id, const QString& action) {
    if (action == QLatin1String(kOpenAction) && m_seen.key(id, -1) >= 0) emit opened();
}

void Notifier::notificationClosed(uint id, uint) {
    const int kind = m_seen.key(id, -1);
    if (kind >= 0) m_seen.remove(kind);
}

} // namespace gui

#include "moc_Notifier.cpp"
