#include "rest/cairn/MiningRoutes.h"

#include "mining/NonceScanner.h"
#include "node/Node.h"
#include "rest/json/JsonBody.h"
#include "rest/json/JsonWriter.h"
#include "rest/json/MiningWords.h"

namespace rest {

namespace {

HttpResponse miningState(const node::MiningStatus& status) {
    JsonWriter json;
    json.beginObject()
        .member("enabled", status.enabled)
        .member("working", status.working)
        .member("threads", status.threads)
        .member("mode", status.mode == mining::MiningMode::WhenWaiting ? "when-waiting" : "always")
        .member("percent", status.limits.percent)
        .member("pause_on_battery", status.limits.pauseOnBattery)
        .member("idle_minutes", status.limits.idleMinutes)
        .member("kernel", status.kernel);
    json.key("kernels").beginArray();
    for (const mining::Kernel& kernel : mining::allKernels()) {
        if (kernel.isSupported()) json.value(std::string(kernel.name));
    }
    json.endArray()
        .member("hashes_per_second", status.statistics.hashesPerSecond)
        .member("hashes", status.statistics.hashes)
        .member("found", status.foundBlocks)
        .member("expected_seconds", status.expectedSeconds);
    if (status.work) json.member("height", status.work->height);
    json.member("paused", miningPauseSentence(status.pause))
        .member("pause", miningPauseCode(status.pause))
        .member("paused_until", status.pauseUntil)
        .endObject();
    return jsonResponse(json.take());
}

void getMining(const RouteContext& context, const RouteCall& call) {
    call.responder->send(miningState(*context.node.mining().status()));
}

/// A number of the body in its range; nothing when it is absent. `problem` is the sentence when it is
/// neither.
std::optional<int> numberIn(const JsonBody& body, const char* name, int lowest, int highest,
                            QString& problem) {
    if (!body.text(QLatin1String(name))) return std::nullopt;
    if (const auto number = body.whole(QLatin1String(name), lowest, highest))
        return static_cast<int>(*number);
    problem = QStringLiteral("%1 must be from %2 to %3.").arg(QLatin1String(name)).arg(lowest).arg(highest);
    return std::nullopt;
}

void setMining(const RouteContext& context, const RouteCall& call) {
    const auto refuse = [&](const QString& sentence, const char* code) {
        call.responder->send(errorResponse(400, sentence, QLatin1String(code)));
    };
    const auto body = JsonBody::parse(call.request.body);
    if (!body) return refuse(QStringLiteral("The body must be a JSON object."), "bad-json");
    QString problem;
    node::MiningRequest request;
    request.enabled = body->flag(QStringLiteral("enabled"));
    request.threads = numberIn(*body, "threads", 1, 256, problem);
    request.percent = numberIn(*body, "percent", 1, 100, problem);
    request.pauseOnBattery = body->flag(QStringLiteral("pause_on_battery"));
    request.idleMinutes = numberIn(*body, "idle_minutes", 0, 1440, problem);
    if (const auto mode = body->text(QStringLiteral("mode"))) {
        if (*mode == QLatin1String("always"))
            request.mode = mining::MiningMode::Always;
        else if (*mode == QLatin1String("when-waiting"))
            request.mode = mining::MiningMode::WhenWaiting;
        else
            problem = QStringLiteral("mode must be always or when-waiting.");
    }
    if (!problem.isEmpty()) return refuse(problem, "bad-parameter");
    context.then(context.node.mining().change(request), call.responder,
                 [context, responder = call.responder] {
                     responder->send(miningState(*context.node.mining().status()));
                 });
}

} // namespace

std::vector<Route> miningRoutes(RouteContext context) {
    const auto with = [context](auto handler) {
        return [context, handler](const RouteCall& call) { handler(context, call); };
    };
    const char* json = "application/json";
    return {
        {"GET", "/api/v1/mining", Access::Read, with(getMining),
         QT_TRANSLATE_NOOP("Routes", "What the miner does, and why it rests."), "/api/v1/mining"},
        {"POST",
         "/api/v1/mining",
         Access::Change,
         with(setMining),
         QT_TRANSLATE_NOOP(
             "Routes",
             "Switches mining: enabled, threads, mode (always, when-waiting), percent, pause_on_battery, "
             "idle_minutes."),
         "/api/v1/mining",
         json,
         {},
         json,
         R"({"enabled":false})",
         {{"enabled", "boolean", QT_TRANSLATE_NOOP("Routes", "Mine or rest.")},
          {"threads", "integer", QT_TRANSLATE_NOOP("Routes", "From 1 to 256.")},
          {"mode", "string", QT_TRANSLATE_NOOP("Routes", "always or when-waiting.")},
          {"percent", "integer", QT_TRANSLATE_NOOP("Routes", "Of each thread's time, from 1 to 100.")},
          {"pause_on_battery", "boolean",
           QT_TRANSLATE_NOOP("Routes", "Rest while the computer runs on its battery.")},
          {"idle_minutes", "integer",
           QT_TRANSLATE_NOOP("Routes", "Mine only when nobody used the computer for so long; 0: always.")}}},
    };
}

} // namespace rest
