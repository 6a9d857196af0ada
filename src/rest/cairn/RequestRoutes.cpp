#include "rest/cairn/RequestRoutes.h"

#include "rest/json/JsonBody.h"
#include "rest/json/JsonWriter.h"
#include "rest/json/WalletAnswers.h"
#include "wallet/PaymentLink.h"

namespace rest {

namespace {

constexpr qint64 kMostRequestSeconds = 10LL * 366 * 24 * 3'600;

const char* stateName(wallet::InvoiceState state) {
    using enum wallet::InvoiceState;
    switch (state) {
    case Open:
        return "open";
    case Expired:
        return "expired";
    case Partly:
        return "partly";
    case Seen:
        return "seen";
    case Paid:
        break;
    }
    return "paid";
}

struct RequestWriter {
    script::AddressFormat addresses;
    std::int64_t now = 0;

    void write(JsonWriter& json, const wallet::InvoiceFacts& facts) const {
        const wallet::Invoice& invoice = facts.invoice;
        json.beginObject()
            .member("address", invoice.address)
            .member("link", wallet::paymentLinkText(facts.link(), wallet::paymentLinkFormat(addresses)))
            .member("state", stateName(facts.stateAt(now)));
        if (invoice.amount)
            json.amount("amount", *invoice.amount);
        else
            json.key("amount").null().key("amount_sat").null();
        json.amount("confirmed", facts.confirmed)
            .amount("waiting", facts.waiting)
            .amount("missing", facts.missing())
            .member("message", invoice.message)
            .member("label", facts.label)
            .member("created", invoice.created);
        if (invoice.expires != 0)
            json.member("expires", invoice.expires);
        else
            json.key("expires").null();
        json.endObject();
    }
};

RequestWriter writerOf(const RouteContext& context) {
    return {context.node.params().addresses, context.node.clock().now()};
}

HttpResponse noSuchRequest() {
    return errorResponse(404, QStringLiteral("The wallet asks for no payment at that address."),
                         QStringLiteral("not-found"));
}

HttpResponse badRequestBody(const QString& sentence, const char* code = "bad-parameter") {
    return errorResponse(400, sentence, QLatin1String(code));
}

// --- GET

void listRequests(const RouteContext& context, const RouteCall& call) {
    const auto read = [writer = writerOf(context)](const wallet::Wallet& wallet, std::int32_t) {
        JsonWriter json;
        json.beginArray();
        const auto& all = wallet.invoices().all();
        for (auto each = all.rbegin(); each != all.rend(); ++each)
            writer.write(json, wallet.factsOf(*each));
        return json.endArray().take();
    };
    context.answer(context.node.wallet().ask(read), call.responder,
                   [](const std::optional<QByteArray>& text) {
                       return text ? jsonResponse(*text) : noWalletResponse();
                   });
}

QFuture<std::optional<HttpResponse>> described(const RouteContext& context, std::string address, int status) {
    return context.node.wallet().ask([writer = writerOf(context), address = std::move(address),
                                      status](const wallet::Wallet& wallet, std::int32_t) {
        const wallet::Invoice* const invoice = wallet.invoices().find(address);
        if (invoice == nullptr) return noSuchRequest();
        JsonWriter json;
        writer.write(json, wallet.factsOf(*invoice));
        return jsonResponse(json.take(), status);
    });
}

HttpResponse orNoWallet(const std::optional<HttpResponse>& made) {
    return made ? *made : noWalletResponse();
}

void showRequest(const RouteContext& context, const RouteCall& call) {
    context.answer(described(context, call.arguments.value(0).toStdString(), 200), call.responder,
                   orNoWallet);
}

// --- POST

struct RequestWish {
    wallet::Invoice invoice;
    std::string label;
};

Result<RequestWish, HttpResponse> requestWishOf(const RouteContext& context, const QByteArray& bytes) {
    RequestWish out;
    if (bytes.trimmed().isEmpty()) return out;
    const auto body = JsonBody::parse(bytes);
    if (!body)
        return fail(badRequestBody(QStringLiteral("The body must be a JSON object, or empty."), "bad-json"));
    const auto text = [&body](const char* name) {
        return body->text(QLatin1String(name)).value_or(QString()).toStdString();
    };
    out.invoice.message = text("message");
    out.label = text("label");
    if (out.invoice.message.size() > wallet::kMaxMessageBytes || out.label.size() > wallet::kMaxLabelBytes)
        return fail(badRequestBody(QStringLiteral("Message and label have 200 bytes at most.")));
    if (body->has(QStringLiteral("amount"))) {
        out.invoice.amount = primitives::amountFromDecimal(text("amount"));
        if (!out.invoice.amount || *out.invoice.amount <= primitives::Amount() ||
            !out.invoice.amount->inRange())
            return fail(badRequestBody(QStringLiteral("The amount is no number of coins that can be paid."),
                                       "bad-amount"));
    }
    if (body->has(QStringLiteral("expires_in"))) {
        const auto seconds = body->whole(QStringLiteral("expires_in"), 1, kMostRequestSeconds);
        if (!seconds)
            return fail(
                badRequestBody(QStringLiteral("expires_in is a number of seconds, at most ten years.")));
        out.invoice.expires = context.node.clock().now() + *seconds;
    }
    return out;
}

void addRequest(const RouteContext& context, const RouteCall& call) {
    auto wish = requestWishOf(context, call.request.body);
    if (!wish) return call.responder->send(wish.error());
    context.then(
        context.node.wallet().addInvoice(std::move(wish->invoice), std::move(wish->label)), call.responder,
        [context, responder = call.responder](const node::WalletAccess::Reply<wallet::Invoice>& made) {
            if (!made) return responder->send(noWalletResponse());
            if (!*made) return responder->send(walletFailed(made->error()));
            context.answer(described(context, (*made)->address, 201), responder, orNoWallet);
        });
}

// --- DELETE

void removeRequest(const RouteContext& context, const RouteCall& call) {
    context.answer(context.node.wallet().removeInvoice(call.arguments.value(0).toStdString()), call.responder,
                   [](const node::WalletAccess::Reply<void>& done) {
                       if (!done) return noWalletResponse();
                       if (*done) return jsonResponse(R"({"removed":true})");
                       return done->error().error == wallet::WalletError::NotFound
                                  ? noSuchRequest()
                                  : walletFailed(done->error());
                   });
}

} // namespace

std::vector<Route> requestRoutes(RouteContext context) {
    const auto with = [context](auto handler) {
        return [context, handler](const RouteCall& call) { handler(context, call); };
    };
    const char* json = "application/json";
    return {
        {"GET", "/api/v1/wallet/requests", Access::Wallet, with(listRequests),
         QT_TRANSLATE_NOOP("Routes", "The payments that the open wallet asks for, the newest first, and what "
                                     "came of each."),
         "/api/v1/wallet/requests"},
        {"POST",
         "/api/v1/wallet/requests",
         Access::Wallet,
         with(addRequest),
         QT_TRANSLATE_NOOP("Routes",
                           "Asks for a payment, to a fresh address. Optional amount, message (whoever "
                           "pays reads it), label (only the wallet does), expires_in in seconds."),
         nullptr,
         json,
         {},
         json,
         R"({"amount":1.5,"message":"bread","expires_in":3600})",
         {{"amount", "number", QT_TRANSLATE_NOOP("Routes", "In coins; any if not given.")},
          {"message", "string", QT_TRANSLATE_NOOP("Routes", "What for; whoever pays reads it.")},
          {"label", "string",
           QT_TRANSLATE_NOOP("Routes", "Kept with the address; only the wallet reads it.")},
          {"expires_in", "integer", QT_TRANSLATE_NOOP("Routes", "In seconds; never if not given.")}}},
        {"GET", "/api/v1/wallet/requests/:address", Access::Wallet, with(showRequest),
         QT_TRANSLATE_NOOP("Routes", "One of them.")},
        {"DELETE", "/api/v1/wallet/requests/:address", Access::Wallet, with(removeRequest),
         QT_TRANSLATE_NOOP("Routes", "Asks for that payment no more. Its address stays the wallet's.")},
    };
}

} // namespace rest
