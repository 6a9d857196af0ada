#include "Benchmark.h"

#include "node/Node.h"
#include "rest/ApiService.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrl>

namespace {

constexpr int kBlocks = 50;

/// A client that keeps its connection; blocking, as the benchmark has nothing else to do.
class Client {
public:
    explicit Client(const QUrl& api) {
        m_host = api.host().toLatin1() + ':' + QByteArray::number(api.port());
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.connectToHost(api.host(), quint16(api.port()));
        m_socket.waitForConnected();
    }
    /// The body of an answer with Content-Length, or nothing.
    QByteArray get(const QByteArray& path) {
        m_socket.write("GET " + path + " HTTP/1.1\r\nHost: " + m_host + "\r\n\r\n");
        QByteArray answer;
        for (;;) {
            const auto end = answer.indexOf("\r\n\r\n");
            const auto at = answer.indexOf("Content-Length: ");
            if (end > 0 && at > 0) {
                const auto size = answer.mid(at + 16, answer.indexOf('\r', at) - at - 16).toLongLong();
                if (answer.size() >= end + 4 + size)
                    return answer.startsWith("HTTP/1.1 200") ? answer.mid(end + 4) : QByteArray();
            }
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(10'000)) return {};
            answer += m_socket.readAll();
        }
    }

private:
    QByteArray m_host;
    QTcpSocket m_socket;
};

void measure(Client& client, const char* name, const QByteArray& path, int requests,
             const QByteArray& expected, bench::Report& report) {
    bool right = true;
    const double seconds = bench::secondsOf([&] {
        for (int i = 0; i < requests; ++i)
            right = client.get(path).contains(expected) && right;
    });
    report.check(right, std::string(name) + ": an answer was not what it must be");
    report.add(name, requests / seconds, "requests/s", "one connection, kept open");
}

void run(bench::Report& report) {
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    const QTemporaryDir folder;
    node::NodeConfig config;
    config.params = consensus::regtestParams();
    config.paths.folder = folder.path() + QStringLiteral("/regtest");
    config.inMemory = true;
    config.walletKdf = {2, 1, 1};
    (void)node::makeFolders(config.paths);
    (void)config.settings.set(QStringLiteral("api_bind"), QStringLiteral("127.0.0.1:0"),
                              node::SettingSource::CommandLine);
    node::Node node(std::move(config));
    if (!node.start().result()) return report.check(false, "the node did not start");
    rest::ApiService api(node);
    const auto endpoints = api.start().result();
    if (!endpoints) return report.check(false, "the API did not start");
    for (int i = 0; i < kBlocks; ++i)
        report.check(node.mining().mineOne(util::Bytes{0x51}, 60'000).result.result().found,
                     "no block was mined");
    Client client{QUrl(endpoints->api)};
    const QByteArray txid = QByteArray(64, '0');
    measure(client, "constant answer", "/heartbeat", 5'000, R"({"status":"ok"})", report);
    measure(client, "published value", "/difficulty", 5'000, "\"height\":50", report);
    measure(client, "database question", "/transaction/confirmations/" + txid, 2'000, "\"unknown\"", report);
    measure(client, "wallet question", "/wallet/balance", 2'000, "\"utxo_count\":0", report);
    api.stop();
    node.stop().waitForFinished();
}

const bench::Registration kRest{"rest-requests", run};

} // namespace
