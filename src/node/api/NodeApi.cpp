// The part of Node that the API and the window share.
#include "node/Node.h"
#include "node/api/SpendQuestions.h"

namespace node {

void Node::setApiEndpoints(const ApiEndpoints& endpoints) {
    m_apiEndpoints.set(std::make_shared<const ApiEndpoints>(endpoints));
    m_apiNews.notify();
}

void Node::logRequest(RequestEntry entry) {
    m_requests.add(std::move(entry));
    m_requestNews.notify();
}

Node::AskedPayment Node::payIfAllowed(wallet::PaymentRequest request, QString note) {
    auto promise = std::make_shared<QPromise<Result<SentPayment, PayFailure>>>();
    promise->start();
    const AskedPayment asked{m_nextJob++, promise->future()};
    QMetaObject::invokeMethod(
        m_questions,
        [questions = m_questions, id = asked.id, request = std::move(request), note, promise] {
            questions->ask(id, request, note, promise);
        },
        Qt::QueuedConnection);
    return asked;
}

void Node::withdrawQuestion(quint64 question) {
    QMetaObject::invokeMethod(
        m_questions, [questions = m_questions, question] { questions->withdraw(question); },
        Qt::QueuedConnection);
}

void Node::answerSpend(quint64 question, SpendAnswer answer) {
    m_questions->answer(question, answer);
}

} // namespace node
