// The part of Node that the API and the window share.
#include "node/Node.h"

#include <QMetaMethod>
#include <QTimer>

namespace node {

namespace {
constexpr int kSpendAnswerMs = 60'000;
} // namespace

void Node::setApiEndpoints(const ApiEndpoints& endpoints) {
    m_apiEndpoints.set(std::make_shared<const ApiEndpoints>(endpoints));
    m_apiNews.notify();
}

void Node::logRequest(RequestEntry entry) {
    m_requests.add(std::move(entry));
    m_requestNews.notify();
}

QFuture<bool> Node::askToSpend(QString sentence) {
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        this,
        [this, sentence, promise] {
            const bool windowListens = isSignalConnected(QMetaMethod::fromSignal(&Node::spendAsked));
            if (m_spendAllowed || !windowListens) {
                promise->addResult(m_spendAllowed);
                promise->finish();
                return;
            }
            const quint64 question = m_nextJob++;
            m_spendQuestions[question] = promise;
            QTimer::singleShot(kSpendAnswerMs, this,
                               [this, question] { answerSpend(question, false, false); });
            emit spendAsked(question, sentence);
        },
        Qt::QueuedConnection);
    return future;
}

void Node::answerSpend(quint64 question, bool allow, bool always) {
    const auto found = m_spendQuestions.find(question);
    if (found == m_spendQuestions.end()) return;
    m_spendAllowed = m_spendAllowed || (allow && always);
    found->second->addResult(allow);
    found->second->finish();
    m_spendQuestions.erase(found);
}

} // namespace node
