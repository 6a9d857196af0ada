#pragma once

#include "util/FileLock.h"

#include <QLocalServer>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

class QLocalSocket;

namespace app {

/// What a second start says to the window that is open.
struct SecondStart {
    QString network; ///< as --network said; empty: not said
    QString open;    ///< a link or a card's path; empty: nothing
};

/// One window a data root: the first start listens at a socket of its user, a later one tells it what to open
/// and ends. Messages are one line of JSON, at most 128 KiB, of the same user only; a silent caller is let
/// go. Owned by the window's main. Thread: main.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(const QString& dataRoot, QObject* parent = nullptr);
    ~SingleInstance() override;

    /// Tells the window that is open, if there is one: true when it took the message over. Waits at most two
    /// seconds.
    [[nodiscard]] bool handOver(const SecondStart& start) const;
    /// Listens from now on. `taken` says whether the start is for this window (its network): it is shown
    /// then. False: another window was faster, or the socket cannot be made; the program works without.
    bool listen(std::function<bool(const SecondStart&)> taken);

    /// Where the socket of a data root is: in the user's runtime folder, or else in the root itself.
    static QString socketPath(const QString& dataRoot);

private:
    void serve(QLocalSocket* caller);
    QString m_root;
    std::optional<util::FileLock> m_lock; ///< held while the server listens
    QLocalServer m_server;
    std::function<bool(const SecondStart&)> m_taken;
};

/// The line of a message; nothing when it is none, or too long. For tests and fuzzing.
QByteArray encodeSecondStart(const SecondStart& start);
std::optional<SecondStart> decodeSecondStart(const QByteArray& line);

} // namespace app
