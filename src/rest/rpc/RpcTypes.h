#pragma once

#include "primitives/Hash256.h"
#include "rest/RouteContext.h"
#include "rest/http/Router.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>

namespace rest {

/// Bitcoin Core's error numbers.
namespace rpc {
constexpr int kMisc = -1, kType = -3, kNotFound = -5, kBadParameter = -8, kDatabase = -20, kDecode = -22,
              kVerify = -25, kRejected = -26, kAlreadyInChain = -27, kUnauthorized = -32001,
              kInvalidRequest = -32600, kMethodNotFound = -32601, kParseError = -32700;
}

struct RpcError {
    int code = rpc::kMisc;
    QString message;
};
/// JSON text, or why there is none.
using RpcResult = Result<QByteArray, RpcError>;
RpcError nodeStopping();
using RpcReply = std::function<void(RpcResult)>;

/// The parameters of a call, by position; named ones were put in their places. Every reader says what is
/// wrong.
class RpcParams {
public:
    explicit RpcParams(std::shared_ptr<const nlohmann::json> list) : m_list(std::move(list)) {}
    template <class T>
    using Answer = Result<T, RpcError>;
    [[nodiscard]] std::size_t count() const;
    /// Given and not null.
    [[nodiscard]] bool has(std::size_t index) const { return at(index) != nullptr; }
    /// Null when it is absent.
    [[nodiscard]] const nlohmann::json* at(std::size_t index) const;
    [[nodiscard]] Answer<std::string> text(std::size_t index, std::optional<std::string> standard = {}) const;
    [[nodiscard]] Answer<std::int64_t> integer(std::size_t index,
                                               std::optional<std::int64_t> standard = {}) const;
    [[nodiscard]] Answer<bool> flag(std::size_t index, std::optional<bool> standard = {}) const;
    /// Core's verbosity: a number, or true and false for 1 and 0.
    [[nodiscard]] Answer<int> verbosity(std::size_t index, int standard) const;
    /// As amountFromJson.
    [[nodiscard]] Answer<primitives::Amount> amount(std::size_t index, primitives::Amount standard) const;
    [[nodiscard]] Answer<primitives::BlockHash> blockHash(std::size_t index) const;
    [[nodiscard]] Answer<primitives::TxId> txid(std::size_t index) const;
    [[nodiscard]] Answer<util::Bytes> bytes(std::size_t index) const;
    [[nodiscard]] Answer<primitives::TransactionRef> transaction(std::size_t index) const;

private:
    std::shared_ptr<const nlohmann::json> m_list;
};
/// Coins, as number or text.
Result<primitives::Amount, RpcError> amountFromJson(const nlohmann::json& value);
Result<primitives::TransactionRef, RpcError> transactionFromHex(const std::string& hex);

/// One call of a method.
struct RpcCall {
    RpcParams params;
    RpcReply reply; ///< exactly once, on the io thread, unless the handler gives an error
    Rights rights;
    ResponderRef responder;              ///< to hear when the client leaves; answers go through `reply`
    std::shared_ptr<HeaderList> headers; ///< of the HTTP answer
    bool longPoll = false;               ///< came to the address that X-Long-Polling names

    /// Replies with what the future gives: an RpcResult.
    void answer(const RouteContext& context, const QFuture<RpcResult>& future) const {
        node::onResult(future, context.io, reply, [reply = reply] { reply(fail(nodeStopping())); });
    }
    /// `question` gets `explorer::ExplorerQueries&` on the read pool and gives an RpcResult.
    template <class F>
    void ask(const RouteContext& context, F question) const {
        answer(context, context.node.query(std::move(question)));
    }
    /// `task` gets `node::Engine&` on the node thread and gives an RpcResult.
    template <class F>
    void askEngine(const RouteContext& context, F task) const {
        answer(context, context.node.withEngine(std::move(task)));
    }
};
using RpcHandled = Result<void, RpcError>;

/// One method. `help` lists the rows.
struct RpcMethod {
    const char* group; ///< "Blockchain"
    const char* name;
    const char* arguments; ///< names in order, optional ones in brackets: "txid [verbosity] [blockhash]"
    bool needsPassword;    ///< the cookie, or a token with the scope below
    const char* help;
    RpcHandled (*handler)(const RouteContext&, const RpcCall&);
    const char* scope = "control";
};

RpcResult databaseFailed(const storage::StorageError& error);
RpcError blockNotFound();

} // namespace rest
