#pragma once

#include "primitives/Hash256.h"
#include "rest/RouteContext.h"
#include "rest/http/Router.h"
#include "rest/json/JsonValue.h"
#include "rest/rpc/RpcParameter.h"

#include <memory>

namespace rest {

/// JSON text, or why there is none.
using RpcResult = Result<QByteArray, RpcError>;
RpcError nodeStopping();
using RpcReply = std::function<void(RpcResult)>;

/// The parameters of a call, by position; named ones were put in their places, and all fit the rows of the
/// method. Every reader says what is wrong.
class RpcParams {
public:
    explicit RpcParams(std::shared_ptr<const std::vector<JsonValue>> list) : m_list(std::move(list)) {}
    template <class T>
    using Answer = Result<T, RpcError>;
    [[nodiscard]] std::size_t count() const;
    /// Given and not null.
    [[nodiscard]] bool has(std::size_t index) const { return at(index) != nullptr; }
    /// Null when it is absent.
    [[nodiscard]] const JsonValue* at(std::size_t index) const;
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
    std::shared_ptr<const std::vector<JsonValue>> m_list;
};
/// Coins, as number or text.
Result<primitives::Amount, RpcError> amountFromJson(const JsonValue& value);
/// How a transaction may be written: without inputs, bytes can be read both ways (BIP 144).
enum class Serialisation { Either, Witness, Legacy };
/// Where both ways can be read, the one whose scripts make sense, the one with witnesses first, as Core
/// chooses.
Result<primitives::TransactionRef, RpcError> transactionFromHex(const std::string& hex,
                                                                Serialisation form = Serialisation::Either);

/// One call of a method.
struct RpcCall {
    RpcParams params;
    RpcReply reply; ///< exactly once, on the io thread, unless the handler gives an error
    Rights rights;
    ResponderRef responder;              ///< to hear when the client leaves; answers go through `reply`
    std::shared_ptr<HeaderList> headers; ///< of the HTTP answer
    bool longPoll = false;               ///< came to the address that X-Long-Polling names
    std::optional<QString> wallet = {};  ///< the one that the path names; nothing: the open one

    /// Goes on with what the future gives; when the node stops first, that is the answer.
    template <class T, class F>
    void then(const RouteContext& context, const QFuture<T>& future, F goOn) const {
        node::onResult(future, context.io, std::move(goOn), [reply = reply] { reply(fail(nodeStopping())); });
    }
    /// Replies with what the future gives: an RpcResult.
    void answer(const RouteContext& context, const QFuture<RpcResult>& future) const {
        then(context, future, reply);
    }
    /// `question` gets `explorer::ExplorerQueries&` on the read pool and gives an RpcResult.
    template <class F>
    void ask(const RouteContext& context, F question) const {
        answer(context, context.node.chain().query(std::move(question)));
    }
    /// `question` gets `const node::ChainView&` on the node thread and gives an RpcResult.
    template <class F>
    void askChain(const RouteContext& context, F question) const {
        answer(context, context.node.chain().ask(std::move(question)));
    }
};
using RpcHandled = Result<void, RpcError>;

/// One method. `help` lists the rows.
struct RpcMethod {
    const char* group; ///< "Blockchain"
    const char* name;
    std::vector<RpcParameter> parameters;
    bool needsPassword; ///< the cookie, or a token with the scope below
    const char* help;
    RpcHandled (*handler)(const RouteContext&, const RpcCall&);
    const char* scope = "control";
};

RpcResult databaseFailed(const storage::StorageError& error);
RpcError blockNotFound();
/// Only the header is here.
RpcError bodyMissing();

} // namespace rest
