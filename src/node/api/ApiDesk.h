#pragma once

#include "node/Board.h"
#include "node/Resident.h"
#include "node/api/ApiTokens.h"
#include "node/api/SpendQuestions.h"
#include "node/chain/Engine.h"
#include "util/RecentItems.h"

#include <atomic>

namespace node {

/// What the API and the window share: where it listens, who may use it, what it was asked, and the payments
/// that programs want. Owned by Node. Thread: any, but where said.
class ApiDesk {
public:
    /// `changed`: endpoints or tokens; `asked`: a request was answered. Thread: main.
    ApiDesk(const Resident<Engine>& engine, const WalletAccess& wallet, const util::Clock& clock,
            std::function<void()> changed, std::function<void()> asked);

    /// rest writes, the window reads.
    void setEndpoints(const ApiEndpoints& endpoints);
    [[nodiscard]] ApiEndpoints endpoints() const { return *m_endpoints->get(); }
    /// The last 200 requests, oldest first.
    void logRequest(RequestEntry entry);
    [[nodiscard]] std::vector<RequestEntry> requests() const { return m_requests.all(); }

    /// Named passwords for programs. The secret is given once; only its hash is stored. Errors: a sentence.
    QFuture<Result<QString, TokenProblem>> createToken(QString name, QStringList scopes);
    /// False when there was none of that name.
    QFuture<Result<bool, TokenProblem>> revokeToken(QString name);
    [[nodiscard]] std::shared_ptr<const ApiTokens> tokens() const { return m_tokens->get(); }
    /// Thread: node.
    void loadTokens(Engine& engine) const;

    /// Plans a payment, shows the plan to the user (`questions`), and commits it when they agree. `id`: for
    /// `withdraw`.
    struct AskedPayment {
        quint64 id = 0;
        QFuture<Result<SentPayment, PayFailure>> result;
    };
    AskedPayment payIfAllowed(wallet::PaymentRequest request, QString note = {});
    /// The same for a plan that stands.
    AskedPayment payIfAllowed(wallet::PaymentDraft draft);
    /// The program that asked has gone: a question that is still open closes unanswered.
    void withdraw(quint64 question);
    /// Thread: main.
    [[nodiscard]] SpendQuestions& questions() { return m_questions; }

private:
    Resident<Engine> m_engine;
    const util::Clock& m_clock;
    BoardRef<ApiEndpoints> m_endpoints;
    BoardRef<ApiTokens> m_tokens; ///< written on the node thread
    util::RecentItems<RequestEntry> m_requests{200};
    NewsThrottle m_requestNews;
    SpendQuestions m_questions;
    std::atomic<quint64> m_nextQuestion = 1;
};

} // namespace node
