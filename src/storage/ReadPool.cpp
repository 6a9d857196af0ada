#include "storage/ReadPool.h"

#include "util/Log.h"

namespace storage {

ReadPool::ReadPool(int threads) {
    m_pool.setMaxThreadCount(std::max(threads, 1));
    m_pool.setExpiryTimeout(-1); // a thread keeps its connection
}

ReadPool::ReadPool(QString path, int threads) : ReadPool(threads) {
    open(std::move(path));
}

ReadPool::~ReadPool() {
    close();
}

void ReadPool::open(QString path) {
    const std::lock_guard lock(m_gate);
    m_path = std::move(path);
    m_isOpen = true;
}

void ReadPool::close() {
    {
        const std::lock_guard lock(m_gate);
        m_isOpen = false;
    }
    m_pool.clear();
    m_pool.waitForDone(); // ends the threads, and each one closes its connection
}

ChainReader* ReadPool::readerOfThisThread() {
    if (!m_readers.hasLocalData() || m_readers.localData() == nullptr) {
        auto opened = ChainReader::open(m_path);
        if (!opened) {
            util::logError("storage", opened.error().what.toStdString());
            return nullptr;
        }
        m_readers.setLocalData(std::shared_ptr<ChainReader>(std::move(*opened)));
    }
    return m_readers.localData().get();
}

void ReadPool::post(std::function<void(ChainReader*)> task) {
    const std::lock_guard lock(m_gate);
    if (!m_isOpen) return; // the task goes with its promise: its future is cancelled
    m_pool.start([this, task = std::move(task)] { task(readerOfThisThread()); });
}

} // namespace storage
