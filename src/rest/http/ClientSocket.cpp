#include "rest/http/ClientSocket.h"

#include "crypto/SecretBytes.h"

#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace rest {

namespace {

constexpr int kLingerMs = 10'000;
constexpr std::size_t kReadSize = 64 * 1024;

QHostAddress peerOf(int descriptor) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0) return {};
    QHostAddress out(reinterpret_cast<const sockaddr*>(&address));
    bool isMapped = false;
    const quint32 mapped = out.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(mapped) : out;
}

bool isTemporary(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

ClientSocket::ClientSocket(qintptr descriptor, qsizetype readAhead, QObject* parent)
    : QObject(parent), m_descriptor(int(descriptor)), m_peer(peerOf(m_descriptor)), m_readAhead(readAhead),
      m_reads(descriptor, QSocketNotifier::Read), m_writes(descriptor, QSocketNotifier::Write) {
    ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
    ::fcntl(m_descriptor, F_SETFD, FD_CLOEXEC);
    const int on = 1;
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_writes.setEnabled(false);
    m_linger.setSingleShot(true);
    connect(&m_reads, &QSocketNotifier::activated, this, &ClientSocket::readSome);
    connect(&m_writes, &QSocketNotifier::activated, this, &ClientSocket::writeSome);
    connect(&m_linger, &QTimer::timeout, this, &ClientSocket::abort);
}

ClientSocket::~ClientSocket() {
    // What was answered already should still leave when the node stops.
    blockSignals(true);
    if (!m_out.empty()) writeSome();
    close();
}

void ClientSocket::close() {
    if (m_closed) return;
    m_closed = true;
    m_reads.setEnabled(false);
    m_writes.setEnabled(false);
    m_linger.stop();
    ::close(m_descriptor);
}

void ClientSocket::abort() {
    if (m_closed) return;
    close();
    emit gone();
}

QByteArray ClientSocket::take() {
    if (!m_closed && !m_inputEnded) m_reads.setEnabled(true);
    return std::exchange(m_in, QByteArray());
}

void ClientSocket::readSome() {
    if (m_closed) return;
    char buffer[kReadSize];
    const ssize_t count = ::recv(m_descriptor, buffer, sizeof buffer, 0);
    if (count < 0) {
        if (!isTemporary(errno)) abort();
        return;
    }
    if (count == 0) {
        m_inputEnded = true;
        m_reads.setEnabled(false);
        if (m_ourSideEnded) return abort(); // both sides are done
        emit inputEnded();
        return;
    }
    if (!m_finishing) m_in.append(buffer, qsizetype(count)); // else it is dropped
    crypto::wipe(buffer, std::size_t(count)); // it may be a passphrase, and the stack keeps what it held
    if (m_finishing) return;
    if (m_in.size() >= m_readAhead) m_reads.setEnabled(false);
    emit readable();
}

void ClientSocket::write(QByteArray bytes) {
    if (m_closed || m_finishing || bytes.isEmpty()) return;
    m_toWrite += bytes.size();
    m_out.push_back(std::move(bytes));
    if (!m_writes.isEnabled())
        m_writes.setEnabled(true); // from the event loop: many small writes leave together
}

void ClientSocket::writeSome() {
    if (m_closed) return;
    qint64 sent = 0;
    while (!m_out.empty()) {
        const QByteArray& piece = m_out.front();
        const int more = m_out.size() > 1 ? MSG_MORE : 0;
        const ssize_t count = ::send(m_descriptor, piece.constData() + m_offset,
                                     std::size_t(piece.size() - m_offset), MSG_NOSIGNAL | more);
        if (count < 0) {
            if (!isTemporary(errno)) return abort();
            break;
        }
        sent += count;
        m_offset += count;
        if (m_offset < piece.size()) break;
        m_out.pop_front();
        m_offset = 0;
    }
    m_toWrite -= sent;
    if (m_out.empty()) m_writes.setEnabled(false);
    if (m_out.empty() && m_finishing) return endOurSide();
    if (sent > 0) emit written();
}

void ClientSocket::finish() {
    if (m_closed || m_finishing) return;
    m_finishing = true;
    m_in.clear();
    if (m_out.empty()) endOurSide();
}

/// Closing at once would reset the connection while the client still sends, and take our last answer with it.
void ClientSocket::endOurSide() {
    if (m_inputEnded) return abort();
    m_ourSideEnded = true;
    ::shutdown(m_descriptor, SHUT_WR);
    m_reads.setEnabled(true);
    m_linger.start(kLingerMs);
}

bool ClientSocket::isReset() const {
    if (m_closed) return true;
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error != 0;
}

} // namespace rest

#include "moc_ClientSocket.cpp"
