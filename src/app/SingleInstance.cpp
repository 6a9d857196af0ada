#include "app/SingleInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

namespace app {

namespace {

constexpr qint64 kMostMessage = 131'072;
constexpr int kAnswerMs = 2'000;
constexpr int kSilentMs = 5'000;
constexpr int kMostCallers = 8;
constexpr int kVersion1 = 1;
constexpr qsizetype kMostPath = 90; // of a socket, with what Qt adds while it makes one; unix(7) ends at 108
constexpr auto kTaken = "taken\n";
constexpr auto kNotMine = "other\n";

/// Whether the other end is a program of this user. Source: unix(7), SO_PEERCRED.
bool isSameUser(const QLocalSocket& socket) {
    ucred other{};
    socklen_t size = sizeof other;
    if (::getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &other, &size) != 0)
        return false;
    return other.uid == ::getuid();
}

} // namespace

QByteArray encodeSecondStart(const SecondStart& start) {
    const QJsonObject json{{QStringLiteral("cairn"), kVersion1},
                           {QStringLiteral("network"), start.network},
                           {QStringLiteral("open"), start.open}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<SecondStart> decodeSecondStart(const QByteArray& line) {
    if (line.size() > kMostMessage) return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    if (json.value(QStringLiteral("cairn")).toInt() != kVersion1) return std::nullopt;
    return SecondStart{json.value(QStringLiteral("network")).toString(),
                       json.value(QStringLiteral("open")).toString()};
}

SingleInstance::SingleInstance(const QString& dataRoot, QObject* parent) : QObject(parent), m_root(dataRoot) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(kMostCallers);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server.nextPendingConnection())
            serve(caller);
    });
}

SingleInstance::~SingleInstance() = default;

QString SingleInstance::socketPath(const QString& dataRoot) {
    const QString root = QFileInfo(dataRoot).canonicalFilePath();
    const QByteArray name =
        QCryptographicHash::hash((root.isEmpty() ? dataRoot : root).toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .left(16);
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && QFileInfo(runtime).isWritable())
        return QStringLiteral("%1/cairn-%2.socket").arg(runtime, QString::fromLatin1(name));
    const QString inRoot = (root.isEmpty() ? dataRoot : root) + QStringLiteral("/window.socket");
    if (inRoot.toLocal8Bit().size() <= kMostPath) return inRoot;
    return QStringLiteral("%1/cairn-%2-%3.socket")
        .arg(QDir::tempPath())
        .arg(::getuid())
        .arg(QString::fromLatin1(name));
}

bool SingleInstance::handOver(const SecondStart& start) const {
    const QByteArray message = encodeSecondStart(start);
    if (message.size() > kMostMessage || !QFileInfo(m_root).isDir()) return false;
    QLocalSocket socket;
    socket.connectToServer(socketPath(m_root));
    if (!socket.waitForConnected(kAnswerMs) || !isSameUser(socket)) return false;
    socket.write(message);
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(kAnswerMs)) return false;
    }
    return socket.readLine() == kTaken;
}

bool SingleInstance::listen(std::function<bool(const SecondStart&)> taken) {
    m_taken = std::move(taken);
    QDir().mkpath(m_root); // so that its name is final
    const QString path = socketPath(m_root);
    // Listening takes the place of whatever has the name, a live window's too: the lock says whose it is.
    auto lock =
        util::FileLock::take(QFile::encodeName(path + QStringLiteral(".lock")).toStdString(), "cairn");
    if (!lock) return false;
    m_lock.emplace(std::move(*lock));
    QLocalServer::removeServer(path); // left behind by one that was killed
    return m_server.listen(path);
}

void SingleInstance::serve(QLocalSocket* caller) {
    connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
    if (!isSameUser(*caller) || m_server.findChildren<QLocalSocket*>().size() > kMostCallers)
        return caller->abort();
    caller->setReadBufferSize(kMostMessage + 1);
    QTimer::singleShot(kSilentMs, caller, [caller] { caller->abort(); });
    const auto read = [this, caller] {
        if (!caller->canReadLine()) {
            if (caller->bytesAvailable() > kMostMessage) caller->abort();
            return;
        }
        disconnect(caller, &QLocalSocket::readyRead, caller, nullptr); // one message each
        const auto start = decodeSecondStart(caller->readLine(kMostMessage + 1));
        const bool taken = start && m_taken && m_taken(*start);
        caller->write(taken ? kTaken : kNotMine);
        caller->disconnectFromServer();
    };
    connect(caller, &QLocalSocket::readyRead, caller, read);
    read();
}

} // namespace app

#include "moc_SingleInstance.cpp"
