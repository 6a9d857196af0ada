#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <deque>

namespace rest {

/// A connected TCP socket. Unlike QTcpSocket it goes on writing after the client has ended its own side
/// (`printf … | nc`), and it ends without a reset: what the client still sends is read and dropped. Owned by
/// HttpConnection. Thread: io.
class ClientSocket : public QObject {
    Q_OBJECT
public:
    ClientSocket(qintptr descriptor, qsizetype readAhead, QObject* parent);
    ~ClientSocket() override;
    [[nodiscard]] const QHostAddress& peerAddress() const { return m_peer; }

    /// What has come since the last call; reading goes on behind it.
    [[nodiscard]] QByteArray take();
    /// The client has ended its side and everything was taken.
    [[nodiscard]] bool isInputOver() const { return m_inputEnded && m_in.isEmpty(); }
    void write(QByteArray bytes);
    [[nodiscard]] qint64 bytesToWrite() const { return m_toWrite; }
    /// Writes what is left, ends our side, waits a moment for the client to end its own; then `gone`.
    void finish();
    /// At once; `gone` follows.
    void abort();
    /// False once the client is known not to listen any more; after it ended its side only writing can tell.
    [[nodiscard]] bool isReset() const;

signals:
    void readable();
    void inputEnded();
    void written();
    void gone();

private:
    void readSome();
    void writeSome();
    void endOurSide();
    void close();

    int m_descriptor;
    QHostAddress m_peer;
    qsizetype m_readAhead;
    QByteArray m_in;
    std::deque<QByteArray> m_out;
    qsizetype m_offset = 0; ///< of the first piece, sent already
    qint64 m_toWrite = 0;
    QSocketNotifier m_reads;
    QSocketNotifier m_writes;
    QTimer m_linger;
    bool m_inputEnded = false;
    bool m_finishing = false;
    bool m_ourSideEnded = false;
    bool m_closed = false;
};

} // namespace rest
