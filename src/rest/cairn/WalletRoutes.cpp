#include "rest/cairn/WalletRoutes.h"

#include "node/wallet/WaitingFacts.h"
#include "rest/json/FeeRate.h"
#include "rest/json/JsonBody.h"
#include "rest/json/JsonWriter.h"
#include "rest/json/WalletAnswers.h"
#include "wallet/text/HistoryLines.h"

namespace rest {

namespace {

using Deed = wallet::SpeedUpRequest::Deed;

/// The transaction that the path names; nothing when that is none, and the answer is sent.
std::optional<primitives::TxId> paymentOf(const RouteCall& call) {
    const auto txid = primitives::TxId::fromHex(call.arguments.value(0).toStdString());
    if (!txid)
        call.responder->send(errorResponse(400, QStringLiteral("This is no id of a transaction."),
                                           QStringLiteral("bad-parameter")));
    return txid;
}

HttpResponse notFound() {
    return errorResponse(404, QStringLiteral("The wallet has no such payment that waits."),
                         QStringLiteral("not-found"));
}

// --- GET /api/v1/wallet/payments/:txid

const char* causeName(node::WaitCause cause) {
    using enum node::WaitCause;
    switch (cause) {
    case NextBlock:
        return "next-block";
    case FeeTooLow:
        return "fee-too-low";
    case CheapParent:
        return "cheap-parent";
    case MissingParent:
        return "missing-parent";
    case Locked:
        return "locked";
    case NoBlocks:
        return "no-blocks";
    case Alone:
        return "no-peers";
    case OutOfMempool:
        return "out-of-mempool";
    case Outbid:
        return "outbid";
    case Offering:
        break;
    }
    return "being-offered";
}

const char* absenceName(wallet::Absence absence) {
    using enum wallet::Absence;
    switch (absence) {
    case Unsent:
        return "unsent";
    case Replaced:
        return "replaced";
    case Conflict:
        return "conflict";
    case Evicted:
        return "mempool-full";
    case TooCheap:
        return "too-cheap";
    case Expired:
        return "expired";
    case TooLongChain:
        return "too-long-chain";
    case Unfit:
        return "unfit";
    case Refused:
        break;
    }
    return "refused";
}

HttpResponse reasonResponse(const node::WaitReason& reason) {
    JsonWriter json;
    json.beginObject().member("reason", causeName(reason.cause));
    json.member("fee_rate", double(reason.feePerKvB) / 1000)
        .member("next_block_fee_rate", double(reason.nextPerKvB) / 1000)
        .member("payments_before", reason.paymentsBefore)
        .member("blocks_before", reason.blocksBefore)
        .member("seconds", reason.seconds);
    if (reason.absence) json.member("absence", absenceName(*reason.absence));
    if (reason.nextOffer) json.member("next_offer", *reason.nextOffer);
    if (reason.parent) json.member("parent", *reason.parent);
    if (reason.lockTime != 0) json.member("lock_time", reason.lockTime);
    return jsonResponse(json.endObject().take());
}

void whyWaiting(const RouteContext& context, const RouteCall& call) {
    const auto txid = paymentOf(call);
    if (!txid) return;
    context.answer(context.node.wallet().situationOf(*txid), call.responder,
                   [&node = context.node](const std::optional<node::WaitSituation>& situation) {
                       if (!situation) return notFound();
                       return reasonResponse(
                           node::reasonToWait(*node.chain().mempool(), node::withNode(*situation, node)));
                   });
}

// --- POST …/speed-up and …/cancel

struct Refused {
    int status;
    const char* code;
    const char* sentence;
};

Refused refusedPlan(wallet::SpeedUpError error) {
    using enum wallet::SpeedUpError;
    switch (error) {
    case NoWallet:
    case NotFound:
        return {404, "not-found", "The wallet has no such payment that waits."};
    case Confirmed:
        return {409, "confirmed", "A block has this payment already."};
    case NotWaiting:
        return {409, "not-waiting", "This payment was replaced, given up or lost."};
    case NotInMempool:
        return {409, "not-in-mempool",
                "This payment is not in the mempool: it is offered again, or give it up."};
    case NotOurs:
        return {409, "not-ours", "Others pay for this payment, and nothing of it is free to this wallet."};
    case NotReplaceable:
        return {409, "not-replaceable", "This payment says that it may not be replaced."};
    case OwnBuildsOn:
        return {409, "own-builds-on", "Another payment of this wallet builds on it: speed that one up."};
    case OthersBuildOn:
        return {409, "others-build-on", "Who was paid has spent it already: replacing it would undo that."};
    case BadChangeOutput:
        return {400, "bad-parameter", "There is no output of that number."};
    case RateNotHigher:
        return {400, "bad-fee", "The fee rate has to be higher than it is now."};
    case RateTooHigh:
        return {400, "bad-fee", "The fee rate is out of range."};
    case NoCoins:
    case NothingLeft:
        break;
    }
    return {400, "insufficient-funds", "There are not enough coins for the higher fee."};
}

HttpResponse planRefused(const wallet::SpeedUpFailure& failure) {
    const Refused why = refusedPlan(failure.error);
    JsonWriter json;
    json.beginObject().member("error", why.sentence).member("code", why.code);
    if (failure.needed != primitives::Amount())
        json.amount("needed", failure.needed).amount("available", failure.available);
    if (failure.other) json.member("other", *failure.other);
    return jsonResponse(json.endObject().take(), why.status);
}

HttpResponse planResponse(const wallet::SpeedUpPlan& plan, const node::SentPayment* sent) {
    JsonWriter json;
    json.beginObject()
        .member("way", plan.way == wallet::SpeedUpWay::Child ? "child" : "replace")
        .member("dry_run", sent == nullptr);
    if (sent != nullptr) json.member("txid", sent->transaction->txid());
    json.amount("price", plan.price)
        .amount("fee", plan.draft.fee)
        .amount("fee_before", plan.feeBefore)
        .member("fee_rate", double(plan.feePerKvB) / 1000)
        .endObject();
    return jsonResponse(json.take(), sent == nullptr ? 200 : 201);
}

struct PlanWish {
    std::optional<std::int64_t> feePerKvB;
    bool isDryRun = false;
};

Result<PlanWish, HttpResponse> wishOf(const QByteArray& bytes) {
    PlanWish out;
    if (bytes.trimmed().isEmpty()) return out;
    const auto body = JsonBody::parse(bytes);
    if (!body)
        return fail(errorResponse(400, QStringLiteral("The body must be a JSON object, or empty."),
                                  QStringLiteral("bad-json")));
    out.isDryRun = body->flag(QStringLiteral("dry_run")).value_or(false);
    const auto rate = feePerKvBOf(*body);
    if (!rate) return fail(rate.error());
    out.feePerKvB = *rate;
    return out;
}

/// A question in the window goes when the one who asked goes.
QFuture<Result<node::SentPayment, node::PayFailure>> commitPlan(const RouteContext& context,
                                                                const wallet::PaymentDraft& draft,
                                                                bool askFirst,
                                                                const ResponderRef& responder) {
    if (!askFirst) return context.node.wallet().commit(draft);
    const node::ApiDesk::AskedPayment asked = context.node.api().payIfAllowed(draft);
    responder->onGone([&node = context.node, id = asked.id] { node.api().withdraw(id); });
    return asked.result;
}

void changePayment(const RouteContext& context, const RouteCall& call, Deed deed) {
    const auto txid = paymentOf(call);
    if (!txid) return;
    const auto wish = wishOf(call.request.body);
    if (!wish) return call.responder->send(wish.error());
    auto request = node::speedUpRequest(*context.node.chain().mempool(), *txid, deed);
    request.feePerKvB = wish->feePerKvB;
    context.then(context.node.wallet().planSpeedUp(request), call.responder,
                 [context, responder = call.responder, isDryRun = wish->isDryRun,
                  askFirst = call.askFirst](const wallet::SpeedUpResult& plan) {
                     if (!plan) return responder->send(planRefused(plan.error()));
                     if (isDryRun) return responder->send(planResponse(*plan, nullptr));
                     context.answer(commitPlan(context, plan->draft, askFirst, responder), responder,
                                    [plan = *plan](const Result<node::SentPayment, node::PayFailure>& sent) {
                                        return sent ? planResponse(plan, &*sent) : refused(sent.error());
                                    });
                 });
}

// --- POST …/abandon

/// What it would free, where it may be given up.
HttpResponse abandonDryRun(const wallet::Wallet& wallet, const primitives::TxId& txid) {
    const auto entry = wallet.transaction(txid);
    if (!entry || entry->state != wallet::TxState::Waiting) return notFound();
    if (!entry->absence)
        return errorResponse(409, QStringLiteral("The mempool has this payment: cancel it instead."),
                             QStringLiteral("in-mempool"));
    JsonWriter json;
    json.beginObject().member("dry_run", true).amount("freed", entry->spent).endObject();
    return jsonResponse(json.take());
}

void abandonPayment(const RouteContext& context, const RouteCall& call) {
    const auto txid = paymentOf(call);
    if (!txid) return;
    const auto wish = wishOf(call.request.body);
    if (!wish) return call.responder->send(wish.error());
    const auto looked = context.node.wallet().ask(
        [txid = *txid](const wallet::Wallet& wallet, std::int32_t) { return abandonDryRun(wallet, txid); });
    context.then(looked, call.responder,
                 [context, responder = call.responder, txid = *txid,
                  isDryRun = wish->isDryRun](const std::optional<HttpResponse>& made) {
                     if (!made)
                         return responder->send(noWalletResponse(context.node.wallet().status()->problem));
                     if (isDryRun || made->status != 200) return responder->send(*made);
                     context.answer(context.node.wallet().abandon(txid), responder,
                                    [](const node::WalletAccess::Reply<void>& done) {
                                        if (!done) return noWalletResponse();
                                        if (*done) return jsonResponse(R"({"abandoned":true})");
                                        return done->error().error == wallet::WalletError::NotFound
                                                   ? notFound()
                                                   : walletFailed(done->error());
                                    });
                 });
}

// --- history and labels

/// `write`: historyJson or historyCsv.
auto historyAs(std::string (*write)(std::span<const wallet::HistoryLine>), const char* contentType) {
    return [write, contentType](const RouteContext& context, const RouteCall& call) {
        const auto made = context.node.wallet().ask(
            [write, addresses = context.node.params().addresses](const wallet::Wallet& wallet, std::int32_t) {
                return QByteArray::fromStdString(write(wallet::historyLinesOf(wallet, addresses)));
            });
        context.answer(made, call.responder, [contentType](const std::optional<QByteArray>& text) {
            return text ? textResponse(200, *text, contentType) : noWalletResponse();
        });
    };
}

void labels(const RouteContext& context, const RouteCall& call) {
    const auto made = context.node.wallet().ask([](const wallet::Wallet& wallet, std::int32_t) {
        return QByteArray::fromStdString(wallet::labelsText(wallet::labelsOf(wallet)));
    });
    context.answer(made, call.responder, [](const std::optional<QByteArray>& text) {
        return text ? textResponse(200, *text, "application/x-ndjson; charset=utf-8") : noWalletResponse();
    });
}

void takeLabels(const RouteContext& context, const RouteCall& call) {
    auto read = wallet::parseLabels(
        std::string_view(call.request.body.constData(), std::size_t(call.request.body.size())));
    const std::size_t wrong = read.wrongLines.size();
    context.answer(context.node.wallet().takeLabels(std::move(read.rows)), call.responder,
                   [wrong](const node::WalletAccess::Reply<std::size_t>& taken) {
                       if (!taken) return noWalletResponse();
                       if (!*taken) return walletFailed(taken->error());
                       return jsonResponse(JsonWriter()
                                               .beginObject()
                                               .member("taken", **taken)
                                               .member("wrong_lines", wrong)
                                               .endObject()
                                               .take());
                   });
}

} // namespace

std::vector<Route> walletRoutes(RouteContext context) {
    const auto with = [context](auto handler) {
        return [context, handler](const RouteCall& call) { handler(context, call); };
    };
    const auto changing = [context](Deed deed) {
        return [context, deed](const RouteCall& call) { changePayment(context, call, deed); };
    };
    const char* json = "application/json";
    const char* dryRun = R"({"dry_run":true})";
    const RouteParameter tried{"dry_run", "boolean",
                               QT_TRANSLATE_NOOP("Routes", "Only tells what it would do.")};
    const std::vector<RouteParameter> planned{
        {"fee_rate", "number", QT_TRANSLATE_NOOP("Routes", "Satoshi per virtual byte.")}, tried};
    return {
        {"GET", "/api/v1/wallet/payments/:txid", Access::Wallet, with(whyWaiting),
         QT_TRANSLATE_NOOP("Routes", "Why a payment of the wallet waits, with figures.")},
        {"POST",
         "/api/v1/wallet/payments/:txid/speed-up",
         Access::Spend,
         changing(Deed::SpeedUp),
         QT_TRANSLATE_NOOP("Routes", "Makes a payment that waits go faster: replaces it, or pays for it by a "
                                     "child. Optional fee_rate; dry_run tells the price only."),
         nullptr,
         json,
         {},
         json,
         dryRun,
         planned},
        {"POST",
         "/api/v1/wallet/payments/:txid/cancel",
         Access::Spend,
         changing(Deed::Cancel),
         QT_TRANSLATE_NOOP("Routes", "Replaces a payment that waits by one that brings everything back. "
                                     "Optional fee_rate; dry_run tells the price only."),
         nullptr,
         json,
         {},
         json,
         dryRun,
         planned},
        {"POST",
         "/api/v1/wallet/payments/:txid/abandon",
         Access::Spend,
         with(abandonPayment),
         QT_TRANSLATE_NOOP("Routes", "Gives up a payment that is not in the mempool: its coins may be spent "
                                     "again. dry_run tells what that frees."),
         nullptr,
         json,
         {},
         json,
         dryRun,
         {tried}},
        {"GET", "/api/v1/wallet/history", Access::Wallet,
         with(historyAs(wallet::historyJson, "application/json")),
         QT_TRANSLATE_NOOP("Routes", "The whole history of the open wallet, the newest line first."), nullptr,
         json},
        {"GET", "/api/v1/wallet/history.csv", Access::Wallet,
         with(historyAs(wallet::historyCsv, "text/csv; charset=utf-8")),
         QT_TRANSLATE_NOOP("Routes", "The same for spreadsheets."), nullptr, "text/csv"},
        {"GET", "/api/v1/wallet/labels", Access::Wallet, with(labels),
         QT_TRANSLATE_NOOP("Routes", "Notes and labels, a line of JSON each (BIP 329)."), nullptr,
         "application/x-ndjson"},
        {"POST",
         "/api/v1/wallet/labels",
         Access::Spend,
         with(takeLabels),
         QT_TRANSLATE_NOOP("Routes", "Takes notes and labels over (BIP 329)."),
         nullptr,
         json,
         {},
         json,
         "{\"type\":\"addr\",\"ref\":\"ADDRESS\",\"label\":\"Bo\"}"},
    };
}

} // namespace rest
