// JSON-RPC: calls that answer once the chain has come somewhere.
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"

#include <QTimer>

namespace rest {

namespace {

constexpr std::int64_t kLongestWaitMs = 24LL * 3600 * 1000;

using IsReached = std::function<bool(const node::ChainStatus&)>;

QByteArray tipJson(const RouteContext& context) {
    const auto status = context.node.chain().status();
    return JsonWriter()
        .beginObject()
        .member("hash", status->tip.hash)
        .member("height", status->tip.height)
        .endObject()
        .take();
}

/// Replies with the tip once it is as wanted, or with the tip of then when the time is over. Belongs to the
/// io thread's object, and goes when it has replied or its client left.
class TipWait : public QObject {
public:
    TipWait(RouteContext context, RpcCall call, IsReached isReached)
        : QObject(context.io), m_context(context), m_call(std::move(call)),
          m_isReached(std::move(isReached)) {}
    ~TipWait() override {
        if (!m_hasReplied) m_call.reply(fail(nodeStopping()));
    }

    /// 0: as long as it takes.
    void start(std::int64_t timeoutMs) {
        connect(&m_context.node.chain().feed(), &node::ChainFeed::tipChanged, this, [this] { look(); });
        m_call.responder->onGone([wait = QPointer(this)] {
            if (wait) wait->finish();
        });
        if (timeoutMs > 0)
            QTimer::singleShot(int(std::min(timeoutMs, kLongestWaitMs)), this, [this] { finish(); });
        look(); // after the connection, so that nothing is missed in between
    }

private:
    void look() {
        if (m_isReached(*m_context.node.chain().status())) finish();
    }
    void finish() {
        if (std::exchange(m_hasReplied, true)) return;
        deleteLater();
        m_call.reply(tipJson(m_context));
    }

    RouteContext m_context;
    RpcCall m_call;
    IsReached m_isReached;
    bool m_hasReplied = false;
};

RpcHandled waitUntil(const RouteContext& context, const RpcCall& call, std::size_t timeout,
                     IsReached isReached) {
    const auto ms = call.params.integer(timeout, 0);
    if (!ms) return fail(ms.error());
    if (*ms < 0) return fail(RpcError{rpc::kMisc, QStringLiteral("Negative timeout")});
    (new TipWait(context, call, std::move(isReached)))->start(*ms);
    return {};
}

RpcHandled waitForNewBlock(const RouteContext& context, const RpcCall& call) {
    auto known = context.node.chain().status()->tip.hash;
    if (call.params.has(1)) {
        const auto hash = call.params.blockHash(1);
        if (!hash) return fail(hash.error());
        known = *hash;
    }
    return waitUntil(context, call, 0,
                     [known](const node::ChainStatus& status) { return status.tip.hash != known; });
}

RpcHandled waitForBlock(const RouteContext& context, const RpcCall& call) {
    const auto hash = call.params.blockHash(0);
    if (!hash) return fail(hash.error());
    return waitUntil(context, call, 1,
                     [hash = *hash](const node::ChainStatus& status) { return status.tip.hash == hash; });
}

RpcHandled waitForBlockHeight(const RouteContext& context, const RpcCall& call) {
    const auto height = call.params.integer(0);
    if (!height) return fail(height.error());
    return waitUntil(context, call, 1, [height = *height](const node::ChainStatus& status) {
        return status.tip.height >= height;
    });
}

} // namespace

std::vector<RpcMethod> rpcWaitMethods() {
    const char* group = "Blockchain";
    return {
        {group,
         "waitforblock",
         {{"blockhash", RpcType::Hash}, {"timeout", RpcType::Integer, kOptional}},
         false,
         "The tip, once it is this block, or after so many milliseconds.",
         waitForBlock},
        {group,
         "waitforblockheight",
         {{"height", RpcType::Integer}, {"timeout", RpcType::Integer, kOptional}},
         false,
         "The tip, once it is this high, or after so many milliseconds.",
         waitForBlockHeight},
        {group,
         "waitfornewblock",
         {{"timeout", RpcType::Integer, kOptional}, {"current_tip", RpcType::Hash, kOptional}},
         false,
         "The tip, once it is another one, or after so many milliseconds.",
         waitForNewBlock},
    };
}

} // namespace rest
