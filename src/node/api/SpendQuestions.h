#pragma once

#include "node/wallet/WalletAccess.h"
#include "util/Result.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace node {

/// Payments of programs that the user has to agree to: shown one at a time, each as a plan on the coins of
/// its moment, and paid as shown. The row is bounded; who asks beyond it is told so at once. A question ends
/// with an answer, with its time, or when the one who asked leaves. Owned by ApiDesk. Thread: main.
class SpendQuestions : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t kMostWaiting = 8;
    static constexpr int kAnswerMs = 60'000;
    using Promise = std::shared_ptr<QPromise<Result<SentPayment, PayFailure>>>;

    explicit SpendQuestions(const WalletAccess& wallet);

    void ask(quint64 id, const wallet::PaymentRequest& request, const QString& note, const Promise& promise);
    /// The same for a plan that stands, as that to speed up a payment.
    void ask(quint64 id, const wallet::PaymentDraft& draft, const Promise& promise);
    /// A payment the user has agreed to already goes on.
    void withdraw(quint64 id);
    void answer(quint64 id, SpendAnswer answer);
    /// For tests.
    void setAnswerTime(int milliseconds) { m_time.setInterval(milliseconds); }

signals:
    /// The window shows it and calls `answer`; `settled` ends it. Without a listener nothing is asked: no.
    void asked(const node::SpendQuestion& question);
    void settled(quint64 question, const node::SpendOutcome& outcome);

private:
    enum class Step { Waiting, Planning, Shown, Paying };
    struct Question {
        quint64 id = 0;
        wallet::PaymentRequest request;
        QString note;
        Promise promise;
        WalletAccess wallet; ///< whichever is selected when it is answered
        Step step = Step::Waiting;
        wallet::PaymentDraft draft = {};
        bool isPlanned = false; ///< the draft came with the question
    };
    void begin(Question question);
    void next();
    void show(quint64 id, const wallet::PaymentDraft& draft);
    void pay(Question& question);
    void settle(quint64 id, const Result<SentPayment, PayFailure>& result);
    [[nodiscard]] Question* find(quint64 id);
    [[nodiscard]] bool somebodyListens() const;

    WalletAccess m_wallet;
    std::deque<Question> m_questions; ///< the first is being asked
    QTimer m_time;                    ///< of the question that is shown
    std::optional<bool> m_rule;       ///< the user's answer to all of them, for this run
};

} // namespace node
