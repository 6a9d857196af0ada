#pragma once

#include "app/CommandLine.h"
#include "rest/ApiService.h"

#include <QObject>

#include <memory>

namespace app {

/// One run of a node with its API, from start to clean stop, with what the command line asked for in between
/// (import, export, verify). Owned by a main. Thread: main.
class Session : public QObject {
    Q_OBJECT
public:
    Session(Prepared prepared, const Options& options);
    ~Session() override;

    void start();
    /// Stops everything in order; `ended` follows.
    void stop(const Ending& how = {.exitCode = 0});
    [[nodiscard]] node::Node& node() { return *m_node; }

signals:
    /// The node runs; `line` is the ready line of the manual.
    void ready(const QString& line);
    /// A line for standard output (summary).
    void printed(const QString& line);
    /// Everything is stopped.
    void ended(const app::Ending& how);

private:
    void startApi();
    void runTask();
    void runImport();
    void runRescan();
    void runExport();
    void runVerify();
    void announceReady();

    Options m_options;
    std::unique_ptr<util::FileLock> m_lock;
    std::unique_ptr<node::Node> m_node;
    std::unique_ptr<rest::ApiService> m_api;
    bool m_stopping = false;
};

} // namespace app
