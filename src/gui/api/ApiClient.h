#pragma once

#include "node/api/ApiCall.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>

class QNetworkReply;

namespace node {
class Node;
}

namespace gui {

/// What came of a call so far.
struct ApiAnswer {
    int status = 0;  ///< 0: none yet
    QString reason;  ///< "OK"
    QString headers; ///< a line each
    QString contentType;
    QByteArray body;  ///< the first kMostBytes
    qint64 bytes = 0; ///< of the body, as far as it was read
    double firstByteMs = 0;
    double milliseconds = 0;
    bool isCut = false; ///< reading stopped at kMostBytes
    QString problem;    ///< why there is no answer; empty: there is one
};

/// Sends one call at a time to the own node over loopback, as any program would. Never blocks; reads at most
/// 256 KiB. Thread: main.
class ApiClient : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 kMostBytes = 256 * 1024;

    ApiClient(node::Node& node, QObject* parent = nullptr);
    ~ApiClient() override;
    /// Stops what runs.
    void send(const node::ApiCall& call);
    /// Ends reading: what came stays the answer.
    void stop();
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const ApiAnswer& answer() const { return m_answer; }

signals:
    /// More came, at most four times a second; and once at the end, when isBusy() is false.
    void changed();

private:
    void start(const node::ApiCall& call, const QByteArray& authorization);
    void readSome();
    void end();
    node::Node& m_node;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    QElapsedTimer m_clock;
    QTimer m_news;
    ApiAnswer m_answer;
    quint64 m_call = 0; ///< an older cookie that arrives late sends nothing
    bool m_busy = false;
};

} // namespace gui
