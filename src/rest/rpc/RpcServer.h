#pragma once

#include "rest/rpc/RpcTypes.h"

#include <map>
#include <vector>

namespace rest {

/// JSON-RPC over HTTP, both dialects: 1.x (HTTP status tells of the error) and 2.0 (always 200; 204 for
/// notifications), and batches. Thread: io.
class RpcServer {
public:
    explicit RpcServer(std::vector<RpcMethod> methods);
    /// Answers the request in `call`'s body through its responder. `wallet`: the one that its path names.
    void serve(const RouteContext& context, const RouteCall& call, std::optional<QString> wallet = {}) const;
    /// Asks one method, as a request for it would with these rights.
    void ask(const RouteContext& context, const RouteCall& call, const char* method,
             std::vector<JsonValue> parameters, RpcReply reply) const;
    /// All methods by group, or one of them; nothing when there is none of that name.
    [[nodiscard]] std::optional<std::string> help(const std::string& method) const;
    [[nodiscard]] const std::vector<RpcMethod>& methods() const { return m_methods; }
    /// A call that is not answered yet.
    struct Running {
        std::string method;
        std::int64_t microseconds = 0; ///< since it began
    };
    /// Of all nodes of this program, the oldest first.   Thread: any.
    [[nodiscard]] std::vector<Running> running() const;

private:
    struct Request;
    class Batch;
    class RunningCalls;
    static Request read(const JsonValue& value);
    void run(const RouteContext& context, const Request& request, RpcCall call) const;
    std::vector<RpcMethod> m_methods;
    std::map<std::string, std::size_t> m_byName;
    std::shared_ptr<RunningCalls> m_running;
};

/// The HTTP status of an error in the 1.x dialect.
int statusOf(int rpcCode);

} // namespace rest
