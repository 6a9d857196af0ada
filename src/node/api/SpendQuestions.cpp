#include "node/api/SpendQuestions.h"

#include "node/OnResult.h"

#include <QMetaMethod>

#include <algorithm>

namespace node {

namespace {

Result<SentPayment, PayFailure> notPaid(wallet::PaymentError error) {
    return fail(PayFailure{error});
}

void finishPromise(const SpendQuestions::Promise& promise, const Result<SentPayment, PayFailure>& result) {
    promise->addResult(result);
    promise->finish();
}

} // namespace

SpendQuestions::SpendQuestions(const WalletAccess& wallet) : m_wallet(wallet), m_time(this) {
    m_time.setSingleShot(true);
    m_time.setInterval(kAnswerMs);
    connect(&m_time, &QTimer::timeout, this, [this] {
        if (m_questions.empty() || m_questions.front().step != Step::Shown) return;
        settle(m_questions.front().id, notPaid(wallet::PaymentError::Unanswered));
    });
}

bool SpendQuestions::somebodyListens() const {
    static const QMetaMethod kAsked = QMetaMethod::fromSignal(&SpendQuestions::asked);
    return isSignalConnected(kAsked);
}

void SpendQuestions::ask(quint64 id, const wallet::PaymentRequest& request, const QString& note,
                         const Promise& promise) {
    if (m_rule == true) {
        return onResult(
            m_wallet.pay(request, note), this,
            [promise](const Result<SentPayment, PayFailure>& paid) { finishPromise(promise, paid); });
    }
    begin({id, request, note, promise, m_wallet.current()});
}

void SpendQuestions::ask(quint64 id, const wallet::PaymentDraft& draft, const Promise& promise) {
    if (m_rule == true) {
        return onResult(m_wallet.commit(draft), this, [promise](const Result<SentPayment, PayFailure>& paid) {
            finishPromise(promise, paid);
        });
    }
    begin({id, {}, {}, promise, m_wallet.current(), Step::Waiting, draft, true});
}

void SpendQuestions::begin(Question question) {
    if (m_rule == false || !somebodyListens())
        return finishPromise(question.promise, notPaid(wallet::PaymentError::NotAllowed));
    if (m_questions.size() > kMostWaiting)
        return finishPromise(question.promise, notPaid(wallet::PaymentError::TooManyQuestions));
    m_questions.push_back(std::move(question));
    next();
}

SpendQuestions::Question* SpendQuestions::find(quint64 id) {
    const auto found = std::ranges::find(m_questions, id, &Question::id);
    return found == m_questions.end() ? nullptr : &*found;
}

/// Begins with the first of the row, unless it is being asked already.
void SpendQuestions::next() {
    if (m_questions.empty() || m_questions.front().step != Step::Waiting) return;
    Question& question = m_questions.front();
    question.step = Step::Planning;
    if (question.isPlanned) return show(question.id, wallet::PaymentDraft(question.draft));
    onResult(question.wallet.draft(question.request), this,
             [this, id = question.id](const Result<wallet::PaymentDraft, PayFailure>& draft) {
                 if (draft)
                     show(id, *draft);
                 else
                     settle(id, fail(draft.error()));
             });
}

void SpendQuestions::show(quint64 id, const wallet::PaymentDraft& draft) {
    Question* question = find(id);
    if (!question) return; // withdrawn meanwhile
    question->draft = draft;
    if (m_rule == true) return pay(*question);
    question->step = Step::Shown;
    m_time.start();
    emit asked({id, draft, question->wallet.status()->name});
}

void SpendQuestions::answer(quint64 id, SpendAnswer answer) {
    Question* question = find(id);
    if (!question || question->step != Step::Shown) return;
    m_time.stop();
    const bool allowed = answer == SpendAnswer::Allow || answer == SpendAnswer::AllowAlways;
    if (answer == SpendAnswer::AllowAlways || answer == SpendAnswer::RefuseAlways) m_rule = allowed;
    if (allowed) return pay(*question);
    while (m_rule && m_questions.size() > 1) { // nobody is asked about those that wait
        finishPromise(m_questions.back().promise, notPaid(wallet::PaymentError::NotAllowed));
        m_questions.pop_back();
    }
    settle(id, notPaid(wallet::PaymentError::NotAllowed));
}

void SpendQuestions::pay(Question& question) {
    question.step = Step::Paying;
    onResult(question.wallet.commit(question.draft, question.note), this,
             [this, id = question.id](const Result<SentPayment, PayFailure>& paid) { settle(id, paid); });
}

void SpendQuestions::withdraw(quint64 id) {
    const Question* question = find(id);
    if (!question || question->step == Step::Paying) return;
    settle(id, notPaid(wallet::PaymentError::Unanswered));
}

void SpendQuestions::settle(quint64 id, const Result<SentPayment, PayFailure>& result) {
    const auto found = std::ranges::find(m_questions, id, &Question::id);
    if (found == m_questions.end()) return;
    const Question question = *found;
    m_questions.erase(found);
    if (question.step == Step::Shown) m_time.stop();
    finishPromise(question.promise, result);
    if (question.step == Step::Shown || question.step == Step::Paying) {
        const auto failure = result ? std::nullopt : std::optional(result.error());
        emit settled(id, {failure, question.step == Step::Paying});
    }
    next();
}

} // namespace node

#include "moc_SpendQuestions.cpp"
