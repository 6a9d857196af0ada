#include "rest/tutorial/TutorialChainRoutes.h"

#include "consensus/Target.h"
#include "rest/json/ChainJson.h"
#include "rest/json/JsonBody.h"
#include "rest/json/MiningWords.h"
#include "rest/p2p/PeerJson.h"
#include "rest/p2p/PeerWords.h"
#include "rest/tutorial/ChainStream.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace rest {

namespace {

constexpr int kDefaultMineTimeoutS = 60;
constexpr int kMaxMineTimeoutS = 3600;
constexpr int kRegisterWaitMs = 3'000;
constexpr int kResolveLookMs = 50;

HttpResponse badParameter(const QString& name, const QString& allowed) {
    return errorResponse(400, QStringLiteral("%1 must be %2.").arg(name, allowed),
                         QStringLiteral("bad-parameter"));
}

/// A whole number parameter within bounds, or its default.
std::optional<std::int32_t> numberOf(const HttpRequest& request, const QString& name, std::int32_t standard,
                                     std::int32_t lowest, std::int32_t highest) {
    const auto text = request.parameter(name);
    if (!text) return standard;
    bool ok = false;
    const int value = text->toInt(&ok);
    if (!ok || value < lowest || value > highest) return std::nullopt;
    return value;
}

bool isOn(const HttpRequest& request, const QString& name, bool standard) {
    const auto text = request.parameter(name);
    return text ? *text == QLatin1String("1") || *text == QLatin1String("true") : standard;
}

QByteArray nextMember(const char* name) {
    return ",\"" + QByteArray(name) + "\":";
}

// --- GET /chain

void getChain(const RouteContext& context, const RouteCall& call) {
    const auto status = context.node.chain().status();
    constexpr auto kHighest = std::numeric_limits<std::int32_t>::max();
    const auto from = numberOf(call.request, QStringLiteral("from"), 0, 0, kHighest);
    const auto limit = numberOf(call.request, QStringLiteral("limit"), kHighest, 0, kHighest);
    if (!from)
        return call.responder->send(
            badParameter(QStringLiteral("from"), QStringLiteral("a height from 0 up")));
    if (!limit)
        return call.responder->send(
            badParameter(QStringLiteral("limit"), QStringLiteral("a number of blocks from 0 up")));
    ChainSpan span;
    span.from = *from;
    span.to = std::int32_t(std::min<std::int64_t>(status->tip.height, std::int64_t(*from) + *limit - 1));
    span.transactions = isOn(call.request, QStringLiteral("transactions"), true);
    JsonWriter tail;
    tail.beginObject()
        .member("length", status->tip.height + 1)
        .member("tip_hash", status->tip.hash)
        .member("chainwork", consensus::toHex(status->chainWork))
        .member("network", context.node.params().name())
        .member("genesis_hash", context.node.params().genesisHash)
        .endObject();
    span.head = "{\"chain\":";
    span.tail = ',' + tail.take().mid(1);
    HttpResponse response;
    response.stream = std::make_shared<ChainStream>(context.node, context.io, std::move(span));
    call.responder->send(std::move(response));
}

// --- mining

/// The new block in the tutorial's words.
HttpResponse minedResponse(const explorer::BlockView& block,
                           const std::vector<explorer::TransactionView>& transactions,
                           const node::MinedBlock& mined, const consensus::Uint256& chainWork) {
    JsonWriter json;
    json.beginObject().member("message", "New Block Forged");
    writeBlockFields(json, block, chainWork);
    json.key("transactions").beginArray();
    for (const auto& transaction : transactions)
        writeTransaction(json, transaction);
    json.endArray();
    json.member("txid", transactions.front().transaction->txid());
    json.amount("reward", block.subsidy + block.row.fees).amount("fees", block.row.fees);
    json.member("hashes_tried", mined.hashes).member("seconds", mined.seconds).endObject();
    return jsonResponse(json.take());
}

HttpResponse answerMined(explorer::ExplorerQueries& queries, const node::MinedBlock& mined,
                         const consensus::Uint256& chainWork) {
    const auto block = queries.block(mined.hash);
    if (!block) return RouteContext::databaseFailed(block.error());
    if (!*block) return RouteContext::stopping();
    const auto transactions =
        queries.blockTransactions(mined.hash, 0, std::size_t((*block)->row.transactionCount));
    if (!transactions) return RouteContext::databaseFailed(transactions.error());
    return minedResponse(**block, *transactions, mined, chainWork);
}

void mine(const RouteContext& context, const RouteCall& call) {
    const auto timeout =
        numberOf(call.request, QStringLiteral("timeout"), kDefaultMineTimeoutS, 0, kMaxMineTimeoutS);
    if (!timeout)
        return call.responder->send(
            badParameter(QStringLiteral("timeout"), QStringLiteral("seconds from 0 to 3600")));
    std::optional<util::Bytes> script;
    if (const auto address = call.request.parameter(QStringLiteral("address"))) {
        const auto parsed =
            script::scriptFromAddress(address->toStdString(), context.node.params().addresses);
        if (!parsed)
            return call.responder->send(
                badParameter(QStringLiteral("address"), QStringLiteral("an address of this network")));
        script = *parsed;
    }
    const auto job = context.node.mining().mineOne(script, *timeout * 1000);
    if (!isOn(call.request, QStringLiteral("detach"), false)) {
        call.responder->onGone([&node = context.node, id = job.id] { node.mining().cancel(id); });
    }
    const auto responder = call.responder;
    context.then(job.result, responder, [context, responder, id = job.id](const node::MinedBlock& mined) {
        using enum node::MineProblem;
        if (mined.problem == DiskFull || mined.problem == DiskFailed)
            return responder->send(
                errorResponse(507, mineProblemSentence(mined), QStringLiteral("not-stored")));
        if (mined.problem != None)
            return responder->send(
                errorResponse(409, mineProblemSentence(mined), QStringLiteral("cannot-mine")));
        if (!mined.found) {
            JsonWriter json;
            json.beginObject().member("message", "Still mining").member("job", id).endObject();
            return responder->send(jsonResponse(json.take(), 202));
        }
        auto work = context.node.chain().ask([hash = mined.hash](const node::ChainView& view) {
            const chain::HeaderEntry* entry = view.chain().headers().find(hash);
            return entry == nullptr ? consensus::Uint256() : entry->chainWork;
        });
        context.then(work, responder, [context, responder, mined](const consensus::Uint256& chainWork) {
            context.ask(responder, [mined, chainWork](explorer::ExplorerQueries& queries) {
                return answerMined(queries, mined, chainWork);
            });
        });
    });
}

// --- peers

const net::PeerInfo* findPeer(const std::vector<net::PeerInfo>& peers, quint64 id) {
    const auto found = std::ranges::find_if(peers, [&](const net::PeerInfo& peer) { return peer.id == id; });
    return found == peers.end() ? nullptr : &*found;
}

bool isUndecided(const net::PeerInfo& peer) {
    return peer.state == net::PeerState::Connecting || peer.state == net::PeerState::Checking;
}

/// Waits, bounded, until the peers just registered have said who they are, then answers.
class RegisterJob final : public QObject {
public:
    struct Item {
        QString node;
        Result<quint64, net::AddPeerFault> id;
    };
    RegisterJob(const RouteContext& context, ResponderRef responder, qsizetype expected)
        : QObject(context.io), m_context(context), m_responder(std::move(responder)), m_expected(expected) {
        connect(&m_timer, &QTimer::timeout, this, &RegisterJob::look);
        m_timer.start(kResolveLookMs);
    }
    void add(const QString& url, const Result<quint64, net::AddPeerFault>& id) {
        m_items.push_back({url, id});
    }

private:
    void look() {
        const auto peers = m_context.node.peers().list();
        bool settled = qsizetype(m_items.size()) == m_expected;
        for (const Item& item : m_items) {
            const net::PeerInfo* peer = item.id ? findPeer(*peers, *item.id) : nullptr;
            if (item.id && (peer == nullptr || isUndecided(*peer))) settled = false;
        }
        if (!settled && !m_deadline.hasExpired()) return;
        m_timer.stop();
        m_responder->send(response(*peers));
        deleteLater();
    }
    [[nodiscard]] HttpResponse response(const std::vector<net::PeerInfo>& peers) const {
        JsonWriter json;
        json.beginObject().member("message", "New nodes have been added");
        writePeerAddresses(json, "total_nodes", peers);
        json.key("nodes").beginArray();
        for (const Item& item : m_items) {
            const net::PeerInfo* peer = item.id ? findPeer(peers, *item.id) : nullptr;
            if (peer != nullptr)
                writePeer(json, *peer);
            else {
                json.beginObject().member("node", item.node).member("status", "refused");
                json.member("error", item.id ? QStringLiteral("It did not answer in time.")
                                             : sentenceOf(item.id.error()))
                    .endObject();
            }
        }
        json.endArray().endObject();
        return jsonResponse(json.take(), 201);
    }
    RouteContext m_context;
    ResponderRef m_responder;
    qsizetype m_expected;
    std::vector<Item> m_items;
    QTimer m_timer;
    QDeadlineTimer m_deadline{kRegisterWaitMs};
};

void registerNodes(const RouteContext& context, const RouteCall& call) {
    const auto body = JsonBody::parse(call.request.body);
    auto nodes = body ? body->list(QStringLiteral("nodes")) : std::nullopt;
    if (!nodes && body) nodes = body->list(QStringLiteral("urls"));
    if (!nodes || nodes->size() > 100) {
        return call.responder->send(
            textResponse(400, "Error: Please supply a valid list of nodes", "text/html; charset=utf-8"));
    }
    auto* job = new RegisterJob(context, call.responder, nodes->size()); // deletes itself
    for (const QString& url : *nodes) {
        node::onResult(context.node.peers().add(url), job,
                       [job, url](const Result<quint64, net::AddPeerFault>& id) { job->add(url, id); });
    }
}

void resolveNodes(const RouteContext& context, const RouteCall& call) {
    const bool brief = isOn(call.request, QStringLiteral("brief"), false);
    context.answer(
        context.node.peers().resolve(), call.responder, [context, brief](const node::ResolveReport& report) {
            JsonWriter json;
            json.beginObject().member("message", report.replaced ? "Our chain was replaced"
                                                                 : "Our chain is authoritative");
            const auto hashes = [&](const char* name, const std::vector<primitives::BlockHash>& list) {
                json.key(name).beginArray();
                for (const auto& hash : list)
                    json.value(hash);
                json.endArray();
            };
            if (report.replaced) {
                json.key("reorg").beginObject().member("fork_height", report.forkHeight);
                hashes("disconnected", report.disconnected);
                hashes("connected", report.connected);
                json.endObject();
            }
            json.key("peers").beginArray();
            for (const auto peers = context.node.peers().list(); const net::PeerInfo& peer : *peers)
                writePeer(json, peer);
            json.endArray();
            if (brief) {
                json.endObject();
                return jsonResponse(json.take());
            }
            HttpResponse response;
            ChainSpan span;
            span.to = report.tip.height;
            span.head = json.take() + nextMember(report.replaced ? "new_chain" : "chain");
            span.tail = "}";
            response.stream = std::make_shared<ChainStream>(context.node, context.io, std::move(span));
            return response;
        });
}

void getNodes(const RouteContext& context, const RouteCall& call) {
    JsonWriter json;
    json.beginObject();
    writePeerAddresses(json, "nodes", *context.node.peers().list());
    json.endObject();
    call.responder->send(jsonResponse(json.take()));
}

// --- difficulty and confirmations

void getDifficulty(const RouteContext& context, const RouteCall& call) {
    const auto status = context.node.chain().status();
    const auto& params = context.node.params();
    const auto target = consensus::targetFromBits(status->nextBits).value_or(params.powLimit);
    const std::string hex = consensus::toHex(target);
    JsonWriter json;
    json.beginObject()
        .member("difficulty", consensus::difficultyOf(status->nextBits))
        .member("target_block_time", params.rules().targetBlockTime)
        .member("adjustment_interval", params.rules().difficultyAdjustmentInterval)
        .member("leading_zeros", std::int64_t(hex.find_first_not_of('0')))
        .member("relative_difficulty", params.powLimit.toDouble() / target.toDouble())
        .member("bits", bitsText(status->nextBits))
        .member("target", hex)
        .member("chainwork", consensus::toHex(status->chainWork))
        .member("height", status->tip.height)
        .member("next_adjustment_height", status->nextAdjustmentHeight)
        .member("blocks_remaining", std::max(0, status->nextAdjustmentHeight - status->tip.height))
        .member("estimated_change_percent", status->adjustmentEstimate * 100)
        .member("network_hashps", status->networkHashRate)
        .endObject();
    call.responder->send(jsonResponse(json.take()));
}

HttpResponse confirmations(const primitives::TxId& txid, const explorer::TxStatus& status,
                           std::int64_t required, const char* words) {
    JsonWriter json;
    json.beginObject()
        .member("transaction_hash", txid)
        .member("confirmations", status.confirmations)
        .member("is_confirmed", status.confirmed && status.confirmations >= required)
        .member("status", words)
        .member("required", required);
    if (status.confirmed) json.member("block_hash", status.block).member("block_height", status.height);
    json.endObject();
    return jsonResponse(json.take());
}

void getConfirmations(const RouteContext& context, const RouteCall& call) {
    const auto txid = primitives::TxId::fromHex(call.arguments.value(0).toStdString());
    if (!txid) {
        return call.responder->send(errorResponse(
            400, QStringLiteral("A transaction hash is 64 hexadecimal digits."), QStringLiteral("bad-hash")));
    }
    const auto required = context.node.settings().number(QStringLiteral("confirmation_blocks"));
    auto asked = context.node.chain().query(
        [txid](explorer::ExplorerQueries& queries) { return queries.status(*txid); });
    context.then(
        asked, call.responder, [context, responder = call.responder, txid, required](const auto& found) {
            if (!found) return responder->send(RouteContext::databaseFailed(found.error()));
            if (found->confirmed || found->firstSeen > 0)
                return responder->send(
                    confirmations(*txid, *found, required, found->confirmed ? "confirmed" : "mempool"));
            // The chain does not know it; the wallet may, when it lost against another transaction.
            auto lost = context.node.wallet().ask([txid](const wallet::Wallet& wallet, std::int32_t) {
                const auto transaction = wallet.transaction(*txid);
                return transaction && transaction->state == wallet::TxState::Lost;
            });
            context.answer(lost, responder,
                           [txid, status = *found, required](const std::optional<bool>& isLost) {
                               return confirmations(*txid, status, required,
                                                    isLost.value_or(false) ? "conflicted" : "unknown");
                           });
        });
}

} // namespace

std::vector<Route> tutorialChainRoutes(RouteContext context) {
    const auto with = [context](auto handler) {
        return [context, handler](const RouteCall& call) { handler(context, call); };
    };
    const auto heartbeat = [](const RouteContext&, const RouteCall& call) {
        call.responder->send(jsonResponse(R"({"status":"ok"})"));
    };
    const char* json = "application/json";
    const std::vector<RouteParameter> mining = {
        {"address", "string", QT_TRANSLATE_NOOP("Routes", "Who is paid; without it, the open wallet.")},
        {"timeout", "integer",
         QT_TRANSLATE_NOOP("Routes",
                           "Seconds to wait for the block, 60 if not given; mining goes on behind them.")},
        {"detach", "boolean", QT_TRANSLATE_NOOP("Routes", "1: go on mining even when the caller leaves.")}};
    return {
        {"GET",
         "/chain",
         Access::Read,
         with(getChain),
         QT_TRANSLATE_NOOP("Routes", "The whole chain, block by block."),
         "/chain",
         json,
         {{"from", "integer", QT_TRANSLATE_NOOP("Routes", "First height.")},
          {"limit", "integer", QT_TRANSLATE_NOOP("Routes", "Number of blocks.")},
          {"transactions", "boolean", QT_TRANSLATE_NOOP("Routes", "0: leave payments out.")}}},
        {"GET", "/mine", Access::Change, with(mine),
         QT_TRANSLATE_NOOP("Routes", "Mines one block and answers with it."), "/mine", json, mining},
        {"POST", "/mine", Access::Change, with(mine),
         QT_TRANSLATE_NOOP("Routes", "The same as GET /mine, as it should be spelled."), "/mine", json,
         mining},
        {"POST",
         "/nodes/register",
         Access::Change,
         with(registerNodes),
         QT_TRANSLATE_NOOP("Routes", "Adds peers by their addresses."),
         "/nodes/register",
         json,
         {},
         json,
         R"({"nodes":["http://127.0.0.1:5002"]})",
         {{"nodes", "array", QT_TRANSLATE_NOOP("Routes", "Addresses of nodes or of their peer ports.")},
          {"urls", "array", QT_TRANSLATE_NOOP("Routes", "Another name of the same.")}}},
        {"GET",
         "/nodes/resolve",
         Access::Change,
         with(resolveNodes),
         QT_TRANSLATE_NOOP("Routes", "Asks every peer for its best chain and takes the one with most work."),
         "/nodes/resolve?brief=1",
         json,
         {{"brief", "boolean", QT_TRANSLATE_NOOP("Routes", "1: leave the chain out of the answer.")}}},
        {"GET", "/nodes", Access::Read, with(getNodes),
         QT_TRANSLATE_NOOP("Routes", "The addresses of the peers."), "/nodes"},
        {"GET", "/difficulty", Access::Read, with(getDifficulty),
         QT_TRANSLATE_NOOP("Routes", "How hard the next block is, and when that changes."), "/difficulty"},
        {"GET", "/transaction/confirmations/:hash", Access::Read, with(getConfirmations),
         QT_TRANSLATE_NOOP("Routes", "How many blocks confirm a transaction.")},
        {"GET", "/transactions/:hash/confirmations", Access::Read, with(getConfirmations),
         QT_TRANSLATE_NOOP("Routes", "The same, spelled differently.")},
        {"GET", "/heartbeat", Access::Read, with(heartbeat),
         QT_TRANSLATE_NOOP("Routes", "Says that the node is alive."), "/heartbeat"},
        {"POST", "/heartbeat", Access::Read, with(heartbeat), QT_TRANSLATE_NOOP("Routes", "The same.")},
    };
}

} // namespace rest
