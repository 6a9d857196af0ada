#include "node/api/ApiDesk.h"

#include "util/Log.h"

namespace node {

namespace {

constexpr auto kTokensKey = "api_tokens";

/// Node thread. On disk first: a token that was revoked must not work again after the next start.
Result<void, TokenProblem> storeTokens(Engine& engine, const BoardRef<ApiTokens>& board, ApiTokens tokens) {
    if (const auto ok = engine.state().put(QString::fromLatin1(kTokensKey), tokens.toJson()); !ok) {
        util::logError("api", "the tokens could not be stored: " + ok.error().what.toStdString());
        return fail(TokenProblem::Disk);
    }
    board->set(std::make_shared<const ApiTokens>(std::move(tokens)));
    return {};
}

} // namespace

ApiDesk::ApiDesk(const Resident<Engine>& engine, const WalletAccess& wallet, const util::Clock& clock,
                 std::function<void()> changed, std::function<void()> asked)
    : m_engine(engine), m_clock(clock), m_endpoints(std::make_shared<Board<ApiEndpoints>>(changed)),
      m_tokens(std::make_shared<Board<ApiTokens>>(changed)), m_requestNews(std::move(asked)),
      m_questions(wallet) {}

void ApiDesk::setEndpoints(const ApiEndpoints& endpoints) {
    m_endpoints->set(std::make_shared<const ApiEndpoints>(endpoints));
}

void ApiDesk::logRequest(RequestEntry entry) {
    m_requests.add(std::move(entry));
    m_requestNews.notify();
}

// --- tokens

void ApiDesk::loadTokens(Engine& engine) const {
    const auto stored = engine.state().get(QString::fromLatin1(kTokensKey));
    if (stored && *stored) m_tokens->set(std::make_shared<const ApiTokens>(ApiTokens::fromJson(**stored)));
}

QFuture<Result<QString, TokenProblem>> ApiDesk::createToken(QString name, QStringList scopes) {
    return m_engine.ask([board = m_tokens, now = m_clock.now(), name,
                         scopes](Engine& engine) -> Result<QString, TokenProblem> {
        ApiTokens tokens = *board->get();
        const auto secret = tokens.create(name, scopes, now);
        if (!secret) return fail(secret.error());
        if (const auto stored = storeTokens(engine, board, std::move(tokens)); !stored)
            return fail(stored.error());
        return *secret;
    });
}

QFuture<Result<bool, TokenProblem>> ApiDesk::revokeToken(QString name) {
    return m_engine.ask([board = m_tokens, name](Engine& engine) -> Result<bool, TokenProblem> {
        ApiTokens tokens = *board->get();
        if (!tokens.revoke(name)) return false;
        return storeTokens(engine, board, std::move(tokens)).map([] { return true; });
    });
}

// --- payments of programs

ApiDesk::AskedPayment ApiDesk::payIfAllowed(wallet::PaymentRequest request, QString note) {
    auto promise = startedPromise<Result<SentPayment, PayFailure>>();
    const AskedPayment asked{m_nextQuestion++, promise->future()};
    QMetaObject::invokeMethod(
        &m_questions,
        [questions = &m_questions, id = asked.id, request = std::move(request), note, promise] {
            questions->ask(id, request, note, promise);
        },
        Qt::QueuedConnection);
    return asked;
}

ApiDesk::AskedPayment ApiDesk::payIfAllowed(wallet::PaymentDraft draft) {
    auto promise = startedPromise<Result<SentPayment, PayFailure>>();
    const AskedPayment asked{m_nextQuestion++, promise->future()};
    QMetaObject::invokeMethod(
        &m_questions,
        [questions = &m_questions, id = asked.id, draft = std::move(draft), promise] {
            questions->ask(id, draft, promise);
        },
        Qt::QueuedConnection);
    return asked;
}

void ApiDesk::withdraw(quint64 question) {
    QMetaObject::invokeMethod(
        &m_questions, [questions = &m_questions, question] { questions->withdraw(question); },
        Qt::QueuedConnection);
}

} // namespace node
