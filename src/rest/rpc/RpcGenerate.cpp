// JSON-RPC: blocks on demand, for tests and classes.
#include "consensus/MerkleTree.h"
#include "consensus/Target.h"
#include "rest/json/MiningWords.h"
#include "rest/rpc/RpcDescriptors.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "util/Hex.h"

namespace rest {

namespace {

constexpr std::int64_t kMaxBlocks = 10'000;
constexpr std::int64_t kUsualTries = 1'000'000; ///< Core's
constexpr int kBlockTimeoutMs = 300'000;
constexpr std::uint32_t kMaxTries = 50'000'000; ///< some seconds

Result<util::Bytes, RpcError> scriptOf(const RouteContext& context, const RpcCall& call, std::size_t index) {
    const auto address = call.params.text(index);
    if (!address) return fail(address.error());
    auto script = script::scriptFromAddress(*address, context.node.params().addresses);
    if (!script) return fail(RpcError{rpc::kNotFound, QStringLiteral("Error: Invalid address")});
    return std::move(*script);
}

/// The script that a descriptor of one place pays to: of combo(), which has several, that of the newest kind
/// but the wrapped one.
Result<util::Bytes, RpcError> scriptOfDescriptor(const std::string& text, const RouteContext& context) {
    const auto parsed = descriptorsOf(text, context.node.params(), script::Descriptor::Checksum::Optional);
    if (!parsed) return fail(parsed.error());
    if (parsed->size() > 1)
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Multipath descriptor not accepted")});
    const script::Descriptor& descriptor = parsed->front();
    if (descriptor.isRanged()) {
        return fail(RpcError{
            rpc::kBadParameter,
            QStringLiteral("Ranged descriptor not accepted. Maybe pass through deriveaddresses first?")});
    }
    const auto scripts = descriptor.scriptsAt(0);
    if (!scripts || scripts->empty())
        return fail(RpcError{rpc::kNotFound, QStringLiteral("Cannot derive script without private keys")});
    return (*scripts)[scripts->size() / 2];
}

/// Of an address or of a descriptor.
Result<util::Bytes, RpcError> outputScriptOf(const RouteContext& context, const RpcCall& call) {
    auto script = scriptOf(context, call, 0);
    if (script) return script;
    const auto text = call.params.text(0);
    if (!text) return fail(text.error());
    if (text->find('(') == std::string::npos)
        return fail(RpcError{rpc::kNotFound, QStringLiteral("Error: Invalid address or descriptor")});
    return scriptOfDescriptor(*text, context);
}

/// Mines one block after the other; keeps itself alive.
class GenerateJob : public std::enable_shared_from_this<GenerateJob> {
public:
    /// Ends after `blocks` blocks, and once `tries` hashes were computed.
    GenerateJob(RouteContext context, RpcCall call, util::Bytes script, std::int64_t blocks,
                std::int64_t tries)
        : m_context(context), m_call(std::move(call)), m_script(std::move(script)), m_left(blocks),
          m_tries(tries) {
        m_hashes.beginArray();
        m_call.responder->onGone([left = m_gone] { *left = true; });
    }
    void next() {
        if (*m_gone) return m_call.reply(QByteArray("null"));
        if (m_left-- == 0 || m_tries <= 0) return m_call.reply(m_hashes.endArray().take());
        const auto job = m_context.node.mining().mineOne(m_script, kBlockTimeoutMs);
        m_call.then(m_context, job.result,
                    [self = shared_from_this(), id = job.id](const node::MinedBlock& mined) {
                        if (!mined.found) {
                            self->m_context.node.mining().cancel(id);
                            const QString why = mined.problem == node::MineProblem::None
                                                    ? QStringLiteral("No block was found in time.")
                                                    : mineProblemSentence(mined);
                            return self->m_call.reply(fail(RpcError{rpc::kMisc, why}));
                        }
                        self->m_hashes.value(mined.hash);
                        self->m_tries -= std::int64_t(mined.hashes);
                        self->next();
                    });
    }

private:
    RouteContext m_context;
    RpcCall m_call;
    util::Bytes m_script;
    std::int64_t m_left;
    std::int64_t m_tries;
    std::shared_ptr<bool> m_gone = std::make_shared<bool>(false); ///< the client left: nobody wants the rest
    JsonWriter m_hashes;
};

RpcHandled generateTo(const RouteContext& context, const RpcCall& call, util::Bytes script) {
    const auto blocks = call.params.integer(0);
    if (!blocks) return fail(blocks.error());
    if (*blocks < 0 || *blocks > kMaxBlocks)
        return fail(
            RpcError{rpc::kBadParameter, QStringLiteral("nblocks must be from 0 to %1").arg(kMaxBlocks)});
    const auto tries = call.params.integer(2, kUsualTries);
    if (!tries) return fail(tries.error());
    std::make_shared<GenerateJob>(context, call, std::move(script), *blocks, *tries)->next();
    return {};
}

RpcHandled generateToAddress(const RouteContext& context, const RpcCall& call) {
    auto script = scriptOf(context, call, 1);
    if (!script) return fail(script.error());
    return generateTo(context, call, std::move(*script));
}

RpcHandled generateToDescriptor(const RouteContext& context, const RpcCall& call) {
    const auto text = call.params.text(1);
    if (!text) return fail(text.error());
    auto script = scriptOfDescriptor(*text, context);
    if (!script) return fail(script.error());
    return generateTo(context, call, std::move(*script));
}

/// Tries nonces; on the read pool, so that the node goes on meanwhile.
bool solve(primitives::BlockHeader& header) {
    const auto target = consensus::targetFromBits(header.bits);
    for (header.nonce = 0; target && header.nonce < kMaxTries; ++header.nonce) {
        if (consensus::meetsTarget(header.hash(), *target)) return true;
    }
    return false;
}

/// The parameter's transactions: ids of waiting ones, or whole ones in hex.
Result<std::vector<primitives::TransactionRef>, RpcError> chosen(const node::ChainView& view,
                                                                 const std::vector<std::string>& texts) {
    std::vector<primitives::TransactionRef> out;
    for (const std::string& text : texts) {
        if (const auto txid = primitives::TxId::fromHex(text)) {
            const auto* entry = view.mempool().find(*txid);
            if (entry == nullptr)
                return fail(RpcError{
                    rpc::kNotFound,
                    QStringLiteral("Transaction %1 not in mempool.").arg(QString::fromStdString(text))});
            out.push_back(entry->transaction);
            continue;
        }
        auto transaction = transactionFromHex(text);
        if (!transaction) {
            return fail(RpcError{
                rpc::kDecode,
                QStringLiteral("Transaction decode failed for %1. Make sure the tx has at least one input.")
                    .arg(QString::fromStdString(text.substr(0, 1'000)))});
        }
        out.push_back(std::move(*transaction));
    }
    return out;
}

void finishBlock(const RouteContext& context, const RpcCall& call, const primitives::Block& made,
                 bool submit) {
    auto solved = context.node.chain().query([made](explorer::ExplorerQueries&) -> primitives::BlockRef {
        primitives::Block block = made;
        if (!solve(block.header)) return nullptr;
        return std::make_shared<const primitives::Block>(std::move(block));
    });
    call.then(context, solved, [context, call, submit](const primitives::BlockRef& block) {
        if (!block)
            return call.reply(fail(
                RpcError{rpc::kMisc, QStringLiteral("Failed to make block: no nonce was found in time.")}));
        JsonWriter json;
        json.beginObject().member("hash", block->header.hash());
        if (!submit) json.member("hex", util::toHex(block->serialize()));
        json.endObject();
        if (!submit) return call.reply(json.take());
        call.then(context, context.node.chain().submitBlock(block),
                  [reply = call.reply, answer = json.take()](const node::BlockSubmission& outcome) {
                      // Whoever made the same block at the same time, or another one, made a block as well.
                      using Kind = node::BlockSubmission::Kind;
                      const bool isTaken = outcome.kind == Kind::Accepted ||
                                           outcome.kind == Kind::Duplicate || outcome.kind == Kind::SideChain;
                      if (!isTaken) return reply(fail(RpcError{rpc::kVerify, outcome.reason}));
                      reply(answer);
                  });
    });
}

RpcHandled generateBlock(const RouteContext& context, const RpcCall& call) {
    auto script = outputScriptOf(context, call);
    if (!script) return fail(script.error());
    const auto submit = call.params.flag(2, true);
    if (!submit) return fail(submit.error());
    std::vector<std::string> texts;
    for (const JsonValue& item : call.params.at(1)->items()) {
        if (!item.isString())
            return fail(RpcError{rpc::kType, QStringLiteral("transactions must be ids or hex")});
        texts.push_back(item.text());
    }
    auto picked =
        context.node.chain().ask([texts](const node::ChainView& view) { return chosen(view, texts); });
    call.then(context, picked, [context, call, script = *script, submit = *submit](const auto& transactions) {
        if (!transactions) return call.reply(fail(transactions.error()));
        call.then(context, context.node.chain().makeBlock(script, *transactions),
                  [context, call, submit](const Result<primitives::Block, consensus::Rejection>& block) {
                      if (block) return finishBlock(context, call, *block, submit);
                      const auto why = QString::fromStdString(consensus::toString(block.error()));
                      call.reply(fail(
                          RpcError{rpc::kVerify, QStringLiteral("TestBlockValidity failed: %1").arg(why)}));
                  });
    });
    return {};
}

/// Old scripts are told so.
RpcHandled replacedGenerate(const RouteContext&, const RpcCall&) {
    return fail(RpcError{rpc::kMethodNotFound,
                         QStringLiteral("generate\n\nhas been replaced by the -generate cli option. Refer to "
                                        "-help for more information.\n")});
}

} // namespace

std::vector<RpcMethod> rpcGenerateMethods() {
    const char* group = "Generating";
    return {
        {"Hidden",
         "generate",
         {},
         false,
         "has been replaced by the -generate cli option. Refer to -help for more information.",
         replacedGenerate},
        {group,
         "generateblock",
         {{"output", RpcType::Text}, {"transactions", RpcType::Array}, {"submit", RpcType::Flag, kOptional}},
         true,
         "Makes a block of exactly these transactions (ids or hex).",
         generateBlock},
        {group,
         "generatetoaddress",
         {{"nblocks", RpcType::Integer},
          {"address", RpcType::Text},
          {"maxtries", RpcType::Integer, kOptional, nullptr, 0}},
         true,
         "Mines blocks that pay an address; their hashes.",
         generateToAddress},
        {group,
         "generatetodescriptor",
         {{"num_blocks", RpcType::Integer},
          {"descriptor", RpcType::Text},
          {"maxtries", RpcType::Integer, kOptional, nullptr, 0}},
         true,
         "Mines blocks that pay a descriptor; their hashes.",
         generateToDescriptor},
    };
}

} // namespace rest
