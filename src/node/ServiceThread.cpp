#include "node/ServiceThread.h"

namespace node {

ServiceThread::ServiceThread(const QString& name) {
    m_thread.setObjectName(name);
    m_context = new QObject;
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

ServiceThread::~ServiceThread() {
    stop();
    delete m_context; // its thread has ended; tasks that still waited are dropped, their futures cancelled
}

void ServiceThread::post(std::function<void()> task) const {
    QMetaObject::invokeMethod(m_context, std::move(task), Qt::QueuedConnection);
}

void ServiceThread::stop() {
    if (!m_thread.isRunning()) return;
    post([this] { m_thread.quit(); });
    m_thread.wait();
}

} // namespace node
