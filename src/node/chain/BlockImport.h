#pragma once

#include "node/ServiceThread.h"
#include "node/chain/Engine.h"

#include <QPromise>

#include <atomic>
#include <memory>
#include <thread>

namespace node {

/// Reads a block file on a thread of its own and gives the engine its blocks in small batches, so that other
/// work of the node thread comes between. Returns at once with that thread, to be joined; the promise gets
/// the report.
[[nodiscard]] std::thread importBlockFile(const QString& path, std::shared_ptr<Engine> engine,
                                          const ServiceThread& nodeThread, const std::atomic<bool>& cancelled,
                                          std::shared_ptr<QPromise<ImportReport>> promise);

} // namespace node
