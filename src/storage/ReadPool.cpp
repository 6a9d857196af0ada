#include "storage/ReadPool.h"

#include "util/Log.h"

namespace storage {

ReadPool::ReadPool(QString path, int threads) : m_path(std::move(path)) {
    m_pool.setMaxThreadCount(std::max(threads, 1));
    m_pool.setExpiryTimeout(-1); // a thread keeps its connection
}

ReadPool::~ReadPool() {
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
    m_pool.start([this, task = std::move(task)] { task(readerOfThisThread()); });
}

} // namespace storage
