#include "rest/tutorial/TutorialWalletRoutes.h"

#include "rest/json/FeeRate.h"
#include "rest/json/JsonBody.h"
#include "rest/json/JsonWriter.h"
#include "rest/json/WalletAnswers.h"
#include "util/Hex.h"

namespace rest {

namespace {

/// An answer that the wallet thread made; none when no wallet is open.
void answerFromWallet(const RouteContext& context, const ResponderRef& responder,
                      const QFuture<std::optional<HttpResponse>>& answer) {
    context.answer(answer, responder,
                   [wallet = context.node.wallet()](const std::optional<HttpResponse>& made) {
                       return made ? *made : noWalletResponse(wallet.status()->problem);
                   });
}

// --- GET /wallet/address, /wallet/balance, /balance/:address

HttpResponse addressResponse(const wallet::WalletAddress& address, const wallet::Wallet& wallet) {
    const auto key = wallet.publicKeyOf(address.path);
    const auto origin = wallet.originOf(address.path);
    JsonWriter json;
    json.beginObject()
        .member("address", address.address)
        .member("public_key", key ? util::toHex(*key) : std::string())
        .member("type", "p2wpkh")
        .member("path", origin ? wallet::pathText(origin->path, '\'') : std::string())
        .member("label", address.label)
        .endObject();
    return jsonResponse(json.take());
}

void getAddress(const RouteContext& context, const RouteCall& call) {
    const bool fresh =
        call.request.parameter(QStringLiteral("new")).value_or(QString()) == QLatin1String("1");
    const QString type = call.request.parameter(QStringLiteral("type")).value_or(QStringLiteral("p2wpkh"));
    if (type != QLatin1String("p2wpkh")) {
        return call.responder->send(errorResponse(
            400, QStringLiteral("type must be p2wpkh: the wallet's addresses are all of that kind."),
            QStringLiteral("bad-parameter")));
    }
    const std::string label =
        call.request.parameter(QStringLiteral("label")).value_or(QString()).left(200).toStdString();
    using Address = node::WalletAccess::Reply<wallet::WalletAddress>;
    const auto made = fresh ? context.node.wallet().newReceiveAddress(label)
                            : context.node.wallet().currentReceiveAddress();
    context.then(made, call.responder, [context, responder = call.responder](const Address& address) {
        if (!address) return responder->send(noWalletResponse(context.node.wallet().status()->problem));
        if (!*address) return responder->send(walletFailed(address->error()));
        answerFromWallet(
            context, responder,
            context.node.wallet().ask([given = **address](const wallet::Wallet& wallet, std::int32_t) {
                return addressResponse(given, wallet);
            }));
    });
}

void getBalance(const RouteContext& context, const RouteCall& call) {
    using Address = node::WalletAccess::Reply<wallet::WalletAddress>;
    context.then(context.node.wallet().currentReceiveAddress(), call.responder,
                 [context, responder = call.responder](const Address& address) {
                     if (!address)
                         return responder->send(noWalletResponse(context.node.wallet().status()->problem));
                     // A question: it is answered, too, where no address can be handed out because the disk
                     // is full.
                     answerFromWallet(
                         context, responder,
                         context.node.wallet().ask([own = *address ? (*address)->address : std::string()](
                                                       const wallet::Wallet& wallet, std::int32_t best) {
                             const wallet::WalletBalance balance = wallet.balance(best);
                             JsonWriter json;
                             json.beginObject().member("address", own);
                             json.amount("balance", balance.confirmedTotal)
                                 .amount("spendable", balance.spendable)
                                 .amount("immature", balance.immature)
                                 .amount("unconfirmed", balance.unconfirmed)
                                 .member("utxo_count", balance.coinCount)
                                 .endObject();
                             return jsonResponse(json.take());
                         }));
                 });
}

void getAddressBalance(const RouteContext& context, const RouteCall& call) {
    const std::string text = call.arguments.value(0).toStdString();
    const auto script = script::scriptFromAddress(text, context.node.params().addresses);
    if (!script) {
        return call.responder->send(errorResponse(400, QStringLiteral("This is no address of this network."),
                                                  QStringLiteral("bad-address")));
    }
    auto answer = context.node.chain().query(
        [script = *script](explorer::ExplorerQueries& queries) { return queries.address(script); });
    context.answer(answer, call.responder, [text](const auto& view) {
        if (!view) return RouteContext::databaseFailed(view.error());
        JsonWriter json;
        json.beginObject().member("address", text);
        json.amount("balance", view->confirmed.balance())
            .amount("unconfirmed", view->waiting.balance())
            .member("tx_count", view->confirmed.transactionCount)
            .endObject();
        return jsonResponse(json.take());
    });
}

// --- POST /transactions/new

/// What the body asks for, or the refusal.
struct ParsedPayment {
    wallet::PaymentRequest request;
    QString sender;
    QString recipient;
    primitives::Amount amount;
};

Result<ParsedPayment, HttpResponse> parsePayment(const RouteContext& context, const QByteArray& bytes) {
    const auto body = JsonBody::parse(bytes);
    if (!body) {
        return fail(errorResponse(
            400, QStringLiteral("The body must be a JSON object with sender, recipient and amount."),
            QStringLiteral("bad-json")));
    }
    const QString sender = QStringLiteral("sender"), recipient = QStringLiteral("recipient"),
                  amount = QStringLiteral("amount");
    if (!body->has(sender) || !body->has(recipient) || !body->has(amount)) {
        return fail(textResponse(400, "Missing values", "text/html; charset=utf-8"));
    }
    ParsedPayment out;
    out.sender = body->text(sender).value_or(QString());
    out.recipient = body->text(recipient).value_or(QString());
    const auto script =
        script::scriptFromAddress(out.recipient.toStdString(), context.node.params().addresses);
    if (!script) {
        return fail(errorResponse(400,
                                  QStringLiteral("recipient is no address of the network \"%1\".")
                                      .arg(QString::fromStdString(context.node.params().name())),
                                  QStringLiteral("bad-address")));
    }
    const auto coins = primitives::amountFromDecimal(body->text(amount).value_or(QString()).toStdString());
    if (!coins || coins->satoshi() <= 0) return fail(refused({wallet::PaymentError::AmountZero}));
    out.amount = *coins;
    out.request.recipients = {{*script, *coins}};
    const auto rate = feePerKvBOf(*body);
    if (!rate) return fail(rate.error());
    out.request.feePerKvB =
        rate->value_or(context.node.settings().amount(QStringLiteral("transaction_fee")).satoshi());
    if (body->flag(QStringLiteral("subtract_fee")).value_or(false)) out.request.feeFrom = {0};
    out.request.replaceable = body->flag(QStringLiteral("replaceable")).value_or(true);
    return out;
}

HttpResponse sentResponse(const ParsedPayment& payment, const primitives::Transaction& transaction,
                          primitives::Amount fee, std::int32_t nextHeight) {
    JsonWriter json;
    json.beginObject()
        .member("message", "Transaction will be added to Block " + std::to_string(nextHeight))
        .member("txid", transaction.txid())
        .member("hash", transaction.txid());
    json.amount("fee", fee)
        .member("vsize", transaction.vsize())
        .member("fee_rate", double(fee.satoshi()) / double(transaction.vsize()))
        .member("inputs_selected", transaction.inputs().size());
    json.key("transaction")
        .beginObject()
        .member("sender", payment.sender)
        .member("recipient", payment.recipient);
    json.amount("amount", payment.amount).endObject().endObject();
    return jsonResponse(json.take(), 201);
}

/// A question in the window goes when the one who asked goes.
QFuture<Result<node::SentPayment, node::PayFailure>> startPayment(const RouteContext& context,
                                                                  const wallet::PaymentRequest& request,
                                                                  bool askFirst,
                                                                  const ResponderRef& responder) {
    if (!askFirst) return context.node.wallet().pay(request);
    const node::ApiDesk::AskedPayment asked = context.node.api().payIfAllowed(request);
    responder->onGone([&node = context.node, id = asked.id] { node.api().withdraw(id); });
    return asked.result;
}

void newTransaction(const RouteContext& context, const RouteCall& call) {
    auto parsed = parsePayment(context, call.request.body);
    if (!parsed) return call.responder->send(parsed.error());
    // The sender: one of our addresses, or the wallet as a whole.
    auto limited = context.node.wallet().ask(
        [sender = parsed->sender, params = &context.node.params(),
         name = context.node.wallet().status()->name](
            const wallet::Wallet& wallet, std::int32_t) -> Result<std::optional<util::Bytes>, QString> {
            if (sender.isEmpty() || sender == QLatin1String("wallet") || sender == name)
                return std::optional<util::Bytes>();
            const auto script = script::scriptFromAddress(sender.toStdString(), params->addresses);
            if (!script || !wallet.isMine(*script))
                return fail(QStringLiteral("sender is not in this wallet"));
            return std::optional<util::Bytes>(*script);
        });
    const auto responder = call.responder;
    context.then(
        limited, responder,
        [context, responder, payment = *parsed, askFirst = call.askFirst](const auto& sender) mutable {
            if (!sender) return responder->send(noWalletResponse(context.node.wallet().status()->problem));
            if (!*sender)
                return responder->send(errorResponse(400, sender->error(), QStringLiteral("foreign-sender")));
            payment.request.onlyFromScript = **sender;
            context.answer(startPayment(context, payment.request, askFirst, responder), responder,
                           [context, payment](const auto& paid) {
                               if (!paid) return refused(paid.error());
                               return sentResponse(payment, *paid->transaction, paid->fee,
                                                   context.node.chain().status()->tip.height + 1);
                           });
        });
}

} // namespace

std::vector<Route> tutorialWalletRoutes(RouteContext context) {
    const auto with = [context](auto handler) {
        return [context, handler](const RouteCall& call) { handler(context, call); };
    };
    return {
        {"POST",
         "/transactions/new",
         Access::Spend,
         with(newTransaction),
         QT_TRANSLATE_NOOP("Routes", "Pays from the open wallet: sender (an address of it, or \"wallet\"), "
                                     "recipient, amount; optional "
                                     "fee_rate, subtract_fee, replaceable."),
         "/transactions/new",
         "application/json",
         {},
         "application/json",
         R"({"sender":"wallet","recipient":"ADDRESS","amount":1.5})",
         {{"sender", "string", QT_TRANSLATE_NOOP("Routes", "An address of the wallet, or wallet.")},
          {"recipient", "string", QT_TRANSLATE_NOOP("Routes", "Who is paid.")},
          {"amount", "number", QT_TRANSLATE_NOOP("Routes", "In coins.")},
          {"fee_rate", "number", QT_TRANSLATE_NOOP("Routes", "Satoshi per virtual byte.")},
          {"subtract_fee", "boolean", QT_TRANSLATE_NOOP("Routes", "Whoever is paid bears the fee.")},
          {"replaceable", "boolean",
           QT_TRANSLATE_NOOP("Routes", "It may be replaced while it waits; true if not given.")}}},
        {"GET",
         "/wallet/address",
         Access::Wallet,
         with(getAddress),
         QT_TRANSLATE_NOOP("Routes", "An address to receive at."),
         "/wallet/address",
         "application/json",
         {{"new", "boolean", QT_TRANSLATE_NOOP("Routes", "1: a fresh one.")},
          {"label", "string", QT_TRANSLATE_NOOP("Routes", "Kept with the fresh address.")},
          {"type", "string", "p2wpkh, the one kind there is."}}},
        {"GET", "/wallet/balance", Access::Wallet, with(getBalance),
         QT_TRANSLATE_NOOP("Routes",
                           "The wallet's balance: everything confirmed, and what of it can be spent."),
         "/wallet/balance"},
        {"GET", "/balance/:address", Access::Read, with(getAddressBalance),
         QT_TRANSLATE_NOOP("Routes", "The confirmed balance of any address.")},
    };
}

} // namespace rest
