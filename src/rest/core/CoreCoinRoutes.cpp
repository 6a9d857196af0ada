// Bitcoin Core's /rest: coins (BIP 64), and what a block spent.
#include "rest/core/CoreRoutes.h"
#include "rest/core/CoreText.h"
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcJson.h"
#include "util/ByteReader.h"
#include "util/ByteWriter.h"

#include <algorithm>

namespace rest {

namespace {

constexpr std::size_t kMostOutPoints = 15;
constexpr std::int32_t kWaitingHeight = 0x7fffffff; ///< of coins that wait

struct CoinQuestion {
    bool withMempool = false;
    std::vector<primitives::OutPoint> outpoints;
    CoreForm form = CoreForm::Unknown;
};
using ReadQuestion = Result<CoinQuestion, HttpResponse>;

ReadQuestion badQuestion(const QString& sentence) {
    return fail(coreError(400, sentence));
}

/// `checkmempool/txid-n/txid-n…`
ReadQuestion fromPath(const QString& path, CoinQuestion question) {
    QStringList parts = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (!parts.isEmpty() && parts.front() == QLatin1String("checkmempool")) {
        question.withMempool = true;
        parts.removeFirst();
    }
    for (const QString& part : parts) {
        const QStringList both = part.split(QLatin1Char('-'));
        const auto txid = both.size() == 2 ? primitives::TxId::fromHex(both[0].toStdString()) : std::nullopt;
        const bool isPlain = both.size() == 2 && !both[1].isEmpty() &&
                             std::ranges::all_of(both[1], [](QChar c) { return c >= u'0' && c <= u'9'; });
        bool fits = false;
        const std::uint32_t index = isPlain ? both[1].toUInt(&fits) : 0;
        if (!txid || !fits) return badQuestion(QStringLiteral("Parse error"));
        question.outpoints.push_back({*txid, index});
    }
    if (question.outpoints.empty()) return badQuestion(QStringLiteral("Error: empty request"));
    return question;
}

/// BIP 64: whether to look at what waits, then the outpoints.
ReadQuestion fromBytes(const QByteArray& body, CoinQuestion question) {
    const util::Bytes bytes(body.begin(), body.end());
    util::ByteReader reader(bytes);
    question.withMempool = reader.u8() != 0;
    const auto count = reader.compactSize(kMostOutPoints * 1'000);
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        const primitives::TxId txid(reader.array<32>());
        question.outpoints.push_back({txid, reader.u32()});
    }
    if (!reader.ok()) return badQuestion(QStringLiteral("Parse error"));
    return question;
}

ReadQuestion questionOf(const RouteCall& call) {
    const QString argument = call.arguments.value(0);
    const CoreName name = coreName(argument);
    CoinQuestion question;
    question.form = name.form;
    const QByteArray& body = call.request.body;
    // "/rest/getutxos.bin" has nothing but its ending.
    const bool hasPath = !name.text.isEmpty();
    if (body.isEmpty() && !hasPath) return badQuestion(QStringLiteral("Error: empty request"));
    if (name.form == CoreForm::Unknown) return fail(coreFormUnknown(".bin, .hex, .json"));
    if (hasPath && !body.isEmpty() && name.form != CoreForm::Json)
        return badQuestion(
            QStringLiteral("Combination of URI scheme inputs and raw post data is not allowed"));
    if (hasPath) return fromPath(name.text, question);
    if (name.form == CoreForm::Json) return badQuestion(QStringLiteral("Error: empty request"));
    return fromBytes(name.form == CoreForm::Hex ? QByteArray::fromHex(body) : body, question);
}

struct CoinAnswer {
    std::int32_t height = 0;
    primitives::BlockHash tip;
    std::vector<std::optional<consensus::Coin>> coins; ///< one an outpoint, same order
};

CoinAnswer lookUp(const node::ChainView& view, const CoinQuestion& question) {
    CoinAnswer out{view.chain().tip().height(), view.chain().tip().hash(), {}};
    for (const primitives::OutPoint& outpoint : question.outpoints) {
        std::optional<consensus::Coin> found;
        if (!question.withMempool || view.mempool().spenderOf(outpoint) == nullptr) {
            const auto* waiting = question.withMempool ? view.mempool().find(outpoint.txid) : nullptr;
            if (waiting != nullptr && outpoint.index < waiting->transaction->outputs().size())
                found =
                    consensus::Coin{waiting->transaction->outputs()[outpoint.index], kWaitingHeight, false};
            else if (const auto coin = view.coin(outpoint); coin && *coin)
                found = **coin;
        }
        out.coins.push_back(std::move(found));
    }
    return out;
}

QByteArray toByteArray(const util::Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

/// BIP 64.
QByteArray bytesOf(const CoinAnswer& answer) {
    util::ByteWriter writer;
    writer.i32(answer.height);
    writer.bytes(answer.tip.view());
    util::Bytes bitmap((answer.coins.size() + 7) / 8);
    for (std::size_t i = 0; i < answer.coins.size(); ++i) {
        if (answer.coins[i]) bitmap[i / 8] = std::uint8_t(bitmap[i / 8] | (1U << (i % 8)));
    }
    writer.sized(bitmap);
    writer.compactSize(
        std::uint64_t(std::ranges::count_if(answer.coins, [](const auto& c) { return c.has_value(); })));
    for (const auto& coin : answer.coins) {
        if (!coin) continue;
        writer.u32(0); // a transaction version, once
        writer.i32(coin->height);
        writer.i64(coin->output.value.satoshi());
        writer.sized(coin->output.scriptPubKey);
    }
    return toByteArray(writer.take());
}

QByteArray jsonOf(const CoinAnswer& answer, const consensus::ChainParams& params) {
    std::string bitmap;
    for (const auto& coin : answer.coins)
        bitmap += coin ? '1' : '0';
    JsonWriter json;
    json.beginObject()
        .member("chainHeight", answer.height)
        .member("chaintipHash", answer.tip)
        .member("bitmap", bitmap)
        .key("utxos")
        .beginArray();
    for (const auto& coin : answer.coins) {
        if (!coin) continue;
        json.beginObject()
            .member("height", coin->height)
            .member("value", coin->output.value)
            .key("scriptPubKey");
        writeScript(json, coin->output.scriptPubKey, params);
        json.endObject();
    }
    return json.endArray().endObject().take();
}

void coins(const RouteContext& context, const RouteCall& call) {
    auto question = questionOf(call);
    if (!question) return call.responder->send(question.error());
    const std::size_t count = question->outpoints.size();
    if (count > kMostOutPoints)
        return call.responder->send(
            coreError(400, QStringLiteral("Error: max outpoints exceeded (max: %1, tried: %2)")
                               .arg(kMostOutPoints)
                               .arg(count)));
    const CoreForm form = question->form;
    auto found = context.node.chain().ask(
        [question = std::move(*question)](const node::ChainView& view) { return lookUp(view, question); });
    context.answer(found, call.responder, [form, params = &context.node.params()](const CoinAnswer& answer) {
        return form == CoreForm::Json ? coreJson(jsonOf(answer, *params)) : coreBytes(form, bytesOf(answer));
    });
}

// --- what a block spent

HttpResponse spentOutputs(explorer::ExplorerQueries& queries, const primitives::BlockHash& hash,
                          const CoreName& name) {
    const auto undo = queries.reader().readUndo(hash);
    if (!undo) return RouteContext::databaseFailed(undo.error());
    const auto block = queries.block(hash);
    if (!block) return RouteContext::databaseFailed(block.error());
    const bool isGenesis = *block && (*block)->row.height == 0;
    if (*undo == nullptr && !isGenesis) return coreError(404, QStringLiteral("%1 not found").arg(name.text));
    JsonWriter json;
    util::ByteWriter writer;
    const std::size_t count = *undo == nullptr ? 0 : (*undo)->spent.size();
    json.beginArray().beginArray().endArray(); // the coinbase spends nothing
    writer.compactSize(count + 1);
    writer.compactSize(0);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& spent = (*undo)->spent[i];
        writer.compactSize(spent.size());
        json.beginArray();
        for (const consensus::Coin& coin : spent) {
            writer.i64(coin.output.value.satoshi());
            writer.sized(coin.output.scriptPubKey);
            json.beginObject().member("value", coin.output.value).key("scriptPubKey");
            writeScript(json, coin.output.scriptPubKey, queries.params());
            json.endObject();
        }
        json.endArray();
    }
    if (name.form == CoreForm::Json) return coreJson(json.endArray().take(), kCoreImmutable);
    return coreBytes(name.form, toByteArray(writer.take()), kCoreImmutable);
}

void spentBy(const RouteContext& context, const RouteCall& call) {
    const CoreName name = coreName(call.arguments.value(0));
    const auto hash = coreHash<primitives::BlockHash>(call, name.text);
    if (!hash) return;
    if (name.form == CoreForm::Unknown) return call.responder->send(coreFormUnknown(".bin, .hex, .json"));
    context.ask(call.responder, [hash = *hash, name](explorer::ExplorerQueries& queries) {
        return spentOutputs(queries, hash, name);
    });
}

} // namespace

std::vector<Route> coreCoinRoutes(RouteContext context) {
    const auto ask = [context](const RouteCall& call) { coins(context, call); };
    const auto spent = [context](const RouteCall& call) { spentBy(context, call); };
    const auto bare = [ask](const char* ending) {
        return [ask, ending](const RouteCall& call) {
            RouteCall named = call;
            named.arguments = {QLatin1String(ending)};
            ask(named);
        };
    };
    const char* json = "application/json";
    const char* bytes = "application/octet-stream";
    return {
        {"GET", "/rest/getutxos/*outpoints", Access::Read, ask, kCoreSummary, nullptr, json},
        {"POST", "/rest/getutxos/*outpoints", Access::Read, ask, kCoreSummary, nullptr, json, {}, bytes},
        {"POST", "/rest/getutxos.bin", Access::Read, bare(".bin"), kCoreSummary, nullptr, bytes, {}, bytes},
        {"POST",
         "/rest/getutxos.hex",
         Access::Read,
         bare(".hex"),
         kCoreSummary,
         nullptr,
         "text/plain",
         {},
         bytes},
        {"POST", "/rest/getutxos.json", Access::Read, bare(".json"), kCoreSummary, nullptr, json, {}, bytes},
        {"GET", "/rest/spenttxouts/:hash", Access::Read, spent, kCoreSummary, nullptr, json},
    };
}

} // namespace rest
