// JSON-RPC: mining by other programs.
#include "consensus/MerkleTree.h"
#include "consensus/Target.h"
#include "rest/rpc/GetWork.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/TemplateFeed.h"
#include "rest/rpc/TemplateJson.h"
#include "util/Hex.h"

#include <algorithm>

namespace rest {

namespace {

RpcError noWork() {
    return {rpc::kMisc,
            QStringLiteral("No block can be made now: the disk takes no more, or the node is stopping.")};
}

constexpr std::int64_t kHashRateWindow = 120;

/// BIP 22's word; null when the block is the new tip, or would be.
QByteArray wordOf(const node::BlockSubmission& outcome) {
    if (outcome.kind == node::BlockSubmission::Kind::Accepted) return JsonWriter().null().take();
    return JsonWriter().value(outcome.reason).take();
}

RpcHandled submitBlock(const RouteContext& context, const RpcCall& call) {
    const auto hex = call.params.text(0);
    if (!hex) return fail(hex.error());
    const auto bytes = util::fromHex(*hex);
    auto block = bytes ? primitives::Block::parse(*bytes)
                       : Result<primitives::Block, util::ReadError>(fail(util::ReadError::BadFormat));
    if (!block) return fail(RpcError{rpc::kDecode, QStringLiteral("Block decode failed")});
    call.then(context,
              context.node.chain().submitBlock(std::make_shared<const primitives::Block>(std::move(*block))),
              [reply = call.reply](const node::BlockSubmission& outcome) { reply(wordOf(outcome)); });
    return {};
}

RpcHandled submitHeader(const RouteContext& context, const RpcCall& call) {
    const auto bytes = call.params.bytes(0);
    if (!bytes || bytes->size() < primitives::BlockHeader::kSize) // a whole block begins with its header
        return fail(RpcError{rpc::kDecode, QStringLiteral("Block header decode failed")});
    util::ByteReader reader(*bytes);
    const auto header = primitives::BlockHeader::read(reader);
    call.then(
        context, context.node.chain().submitHeader(header),
        [reply = call.reply, header](const Result<void, consensus::Rejection>& taken) {
            if (taken) return reply(JsonWriter().null().take());
            if (taken.error().reason == consensus::Reject::PreviousUnknown)
                return reply(
                    fail(RpcError{rpc::kVerify, QStringLiteral("Must submit previous header (%1) first")
                                                    .arg(QString::fromStdString(header.previous.toHex()))}));
            reply(fail(RpcError{rpc::kVerify, QString::fromStdString(consensus::toString(taken.error()))}));
        });
    return {};
}

// --- getblocktemplate

/// "Would this block be valid?" (BIP 23).
RpcHandled propose(const RouteContext& context, const RpcCall& call, const JsonValue& request) {
    const JsonValue* data = request.find("data");
    if (data == nullptr || !data->isString())
        return fail(RpcError{rpc::kType, QStringLiteral("Missing data String key for proposal")});
    const auto bytes = util::fromHex(data->text());
    auto block = bytes ? primitives::Block::parse(*bytes)
                       : Result<primitives::Block, util::ReadError>(fail(util::ReadError::BadFormat));
    if (!block) return fail(RpcError{rpc::kDecode, QStringLiteral("Block decode failed")});
    call.then(context,
              context.node.chain().proposeBlock(std::make_shared<const primitives::Block>(std::move(*block))),
              [reply = call.reply](const node::BlockSubmission& outcome) { reply(wordOf(outcome)); });
    return {};
}

RpcHandled getBlockTemplate(const RouteContext& context, const RpcCall& call) {
    const JsonValue* given = call.params.at(0);
    const JsonValue request = given == nullptr ? JsonValue() : *given;
    const JsonValue* mode = request.find("mode");
    const std::string modeName = mode == nullptr ? "template" : mode->text();
    if (modeName == "proposal") return propose(context, call, request);
    if (modeName != "template") return fail(RpcError{rpc::kBadParameter, QStringLiteral("Invalid mode")});
    const JsonValue* rules = request.find("rules");
    if (rules == nullptr ||
        std::ranges::find(rules->items(), "segwit", &JsonValue::text) == rules->items().end()) {
        return fail(
            RpcError{rpc::kBadParameter, QStringLiteral("getblocktemplate must be called with the segwit "
                                                        "rule set (call with {\"rules\": [\"segwit\"]})")});
    }
    const auto give = [context, call](const MiningWorkRef& work) {
        if (!work) return call.reply(fail(noWork()));
        JsonWriter json;
        writeBlockTemplate(json, *work, context.node.params(), context.node.clock().now());
        call.reply(json.take());
    };
    const JsonValue* id = request.find("longpollid");
    if (id == nullptr || !id->isString()) {
        context.templates.current(give);
        return {};
    }
    const quint64 ticket = context.templates.wait(QByteArray::fromStdString(id->text()), give);
    if (ticket == 0) return fail(RpcError{rpc::kMisc, QStringLiteral("Too many miners wait already.")});
    call.responder->onGone([&templates = context.templates, ticket] { templates.cancel(ticket); });
    return {};
}

// --- getwork

void giveWork(const RouteContext& context, const RpcCall& call) {
    call.then(context, context.node.wallet().currentReceiveAddress(), [context, call](const auto& address) {
        if (!address || !*address)
            return call.reply(
                fail(RpcError{rpc::kMisc, QStringLiteral("getwork pays the open wallet, and none is "
                                                         "open. Use getblocktemplate, or open one.")}));
        const std::string tag = context.templates.nextWorkTag();
        auto made = context.node.chain().makeTemplate((*address)->scriptPubKey, tag);
        call.then(context, made, [context, call](const auto& result) {
            const MiningWorkRef work = makeWork(result, context.node.clock().steadyMs());
            if (!work) return call.reply(fail(noWork()));
            context.templates.remember(work);
            call.headers->emplace_back("X-Long-Polling", "/?longpoll=1");
            JsonWriter json;
            json.beginObject()
                .member("data", getWorkData(work->work->block.header))
                .member("target", getWorkTarget(work->work->target))
                .endObject();
            call.reply(json.take());
        });
    });
}

void takeWork(const RouteContext& context, const RpcCall& call, const primitives::BlockHeader& header) {
    const MiningWorkRef work = context.templates.remembered(header.merkleRoot);
    const auto refuse = [call](const QString& reason) {
        call.headers->emplace_back("X-Reject-Reason", reason.toLatin1());
        call.reply(QByteArray("false"));
    };
    if (!work) return refuse(QStringLiteral("stale-work"));
    primitives::Block block = work->work->block;
    block.header = header;
    call.then(context,
              context.node.chain().submitBlock(std::make_shared<const primitives::Block>(std::move(block))),
              [call, refuse](const node::BlockSubmission& outcome) {
                  if (outcome.kind != node::BlockSubmission::Kind::Accepted) return refuse(outcome.reason);
                  call.reply(QByteArray("true"));
              });
}

RpcHandled getWork(const RouteContext& context, const RpcCall& call) {
    if (call.params.has(0)) {
        const auto data = call.params.bytes(0);
        if (!data) return fail(data.error());
        const auto header = headerFromGetWork(*data);
        if (!header)
            return fail(RpcError{rpc::kBadParameter,
                                 QStringLiteral("data must be 128 bytes in hex, as getwork gave them")});
        takeWork(context, call, *header);
        return {};
    }
    if (!call.longPoll) {
        giveWork(context, call);
        return {};
    }
    // Until the tip or the payments differ from what is known now.
    context.templates.current([context, call](const MiningWorkRef& work) {
        if (!work) return call.reply(fail(noWork()));
        const quint64 ticket =
            context.templates.wait(work->longPollId(), [context, call](const MiningWorkRef& newer) {
                if (!newer) return call.reply(fail(noWork()));
                giveWork(context, call);
            });
        if (ticket == 0)
            return call.reply(fail(RpcError{rpc::kMisc, QStringLiteral("Too many miners wait already.")}));
        call.responder->onGone([&templates = context.templates, ticket] { templates.cancel(ticket); });
    });
    return {};
}

// --- numbers

/// Hashes a second, from the work and the times of `blocks` blocks up to a height.
double hashRate(const chain::ChainState& chain, std::int64_t blocks, std::int64_t height) {
    const chain::HeaderEntry* last =
        height < 0 || height >= chain.tip().height() ? &chain.tip() : chain.at(std::int32_t(height));
    if (last == nullptr || last->height() == 0) return 0;
    if (blocks <= 0) blocks = last->height() % chain.params().rules().difficultyAdjustmentInterval + 1;
    blocks = std::min<std::int64_t>(blocks, last->height());
    std::int64_t lowest = last->record.header.time, highest = lowest;
    const chain::HeaderEntry* first = last;
    for (std::int64_t i = 0; i < blocks; ++i) {
        first = first->parent;
        lowest = std::min<std::int64_t>(lowest, first->record.header.time);
        highest = std::max<std::int64_t>(highest, first->record.header.time);
    }
    if (lowest == highest) return 0;
    return consensus::Uint256(last->chainWork - first->chainWork).toDouble() / double(highest - lowest);
}

RpcHandled getNetworkHashPs(const RouteContext& context, const RpcCall& call) {
    const auto blocks = call.params.integer(0, kHashRateWindow);
    if (!blocks) return fail(blocks.error());
    const auto height = call.params.integer(1, -1);
    if (!height) return fail(height.error());
    if (*blocks < -1 || *blocks == 0)
        return fail(RpcError{rpc::kBadParameter,
                             QStringLiteral("Invalid nblocks. Must be a positive number or -1.")});
    call.askChain(context, [blocks = *blocks, height = *height](const node::ChainView& view) -> RpcResult {
        if (height < -1 || height > view.chain().tip().height())
            return fail(
                RpcError{rpc::kBadParameter, QStringLiteral("Block does not exist at specified height")});
        return JsonWriter().value(hashRate(view.chain(), blocks, height)).take();
    });
    return {};
}

RpcHandled getMiningInfo(const RouteContext& context, const RpcCall& call) {
    const auto status = context.node.chain().status();
    const MiningWorkRef work = context.templates.latest();
    call.askChain(context, [status, work](const node::ChainView& view) -> RpcResult {
        const auto target = [&](std::uint32_t bits) {
            return consensus::toHex(consensus::targetFromBits(bits).value_or(view.chain().params().powLimit));
        };
        JsonWriter json;
        json.beginObject().member("blocks", status->tip.height);
        if (work) { // of the block that was made up last
            const primitives::Block& block = work->work->block;
            json.member("currentblockweight", block.weight())
                .member("currentblocktx", block.transactions.size() - 1);
        }
        json.member("bits", bitsText(status->bits));
        writeReal(json, "difficulty", consensus::difficultyOf(status->bits));
        json.member("target", target(status->bits));
        writeReal(json, "networkhashps", hashRate(view.chain(), kHashRateWindow, -1));
        json.member("pooledtx", view.mempool().size()).member("chain", chainNameOf(view.chain().params()));
        json.key("next")
            .beginObject()
            .member("height", status->tip.height + 1)
            .member("bits", bitsText(status->nextBits));
        writeReal(json, "difficulty", consensus::difficultyOf(status->nextBits));
        json.member("target", target(status->nextBits))
            .endObject()
            .key("warnings")
            .beginArray()
            .endArray()
            .endObject();
        return json.take();
    });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcMiningMethods() {
    const char* group = "Mining";
    return {
        {group,
         "getblocktemplate",
         {{"template_request", RpcType::Object, kOptional}},
         false,
         "A block to mine (BIP 22, 23, 145); with a longpollid, as soon as there is a newer one.",
         getBlockTemplate},
        {group, "getmininginfo", {}, false, "Difficulty and hash rate.", getMiningInfo},
        {group,
         "getnetworkhashps",
         {{"nblocks", RpcType::Integer, kOptional}, {"height", RpcType::Integer, kOptional}},
         false,
         "Estimated hashes a second of all miners.",
         getNetworkHashPs},
        {group,
         "getwork",
         {{"data", RpcType::Hex, kOptional}},
         false,
         "A header to mine that pays the open wallet; with data, the solved one.",
         getWork},
        {group,
         "submitblock",
         {{"hexdata", RpcType::Text}, {"dummy", RpcType::Text, kOptional}},
         false,
         "Submits a block: null, duplicate, duplicate-invalid, inconclusive, or why it is refused.",
         submitBlock},
        {group, "submitheader", {{"hexdata", RpcType::Text}}, false, "Submits a header.", submitHeader},
    };
}

} // namespace rest
