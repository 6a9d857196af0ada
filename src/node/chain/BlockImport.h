#pragma once

#include "node/Resident.h"
#include "node/chain/Engine.h"

#include <QPromise>

#include <atomic>
#include <memory>
#include <thread>

namespace node {

/// Reads block files on a thread of its own and gives the engine their blocks in small batches, so that other
/// work of the node thread comes between. Thread: any; one file at a time.
class BlockImport {
public:
    BlockImport(const Resident<Engine>& engine, util::ByteArray<4> magic)
        : m_engine(engine), m_magic(magic) {}
    ~BlockImport() { end(); }

    /// Returns at once. Needs: an earlier one has ended.
    QFuture<ImportReport> start(const QString& path);
    /// Interrupts it (the report says so) and waits. Needs: the node thread still runs, and is not the
    /// caller.
    void end();

private:
    Resident<Engine> m_engine;
    util::ByteArray<4> m_magic;
    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    std::thread m_thread;
};

} // namespace node
