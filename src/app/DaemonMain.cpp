#include "app/Manual.h"
#include "app/Session.h"
#include "app/SignalWatch.h"
#include "app/StoredTask.h"
#include "util/Log.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

void print(const QString& text) {
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}

int failWith(const app::Ending& error) {
    std::fprintf(stderr, "cairnd: %s\n", error.sentence.toUtf8().constData());
    return error.exitCode;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cairnd"));
    auto options = app::readOptions(QCoreApplication::arguments().mid(1));
    if (!options) return failWith(options.error());
    if (const auto answer = app::printedAnswer(*options, QStringLiteral("cairnd"))) {
        print(*answer);
        return 0;
    }
    auto prepared = app::prepare(*options);
    if (!prepared) return failWith(prepared.error());
    if (options->printSettings) {
        print(prepared->config.settings.print());
        return 0;
    }
    if (app::isStoredTask(*options, *prepared)) {
        const app::TaskOutcome outcome = app::runStoredTask(*options, *prepared);
        print(outcome.printed);
        if (!outcome.sentence.isEmpty())
            std::fprintf(stderr, "cairnd: %s\n", outcome.sentence.toUtf8().constData());
        return outcome.exitCode;
    }
    int exitCode = 0;
    {
        app::Session session(std::move(*prepared), *options);
        const app::SignalWatch signalWatch([&] { session.stop(); });
        QObject::connect(&session, &app::Session::ready, &application,
                         [](const QString& line) { print(line); });
        QObject::connect(&session, &app::Session::printed, &application,
                         [](const QString& line) { print(line); });
        QObject::connect(&session, &app::Session::ended, &application, [&](const app::Ending& how) {
            if (!how.sentence.isEmpty())
                std::fprintf(stderr, "cairnd: %s\n", how.sentence.toUtf8().constData());
            exitCode = how.exitCode;
            QCoreApplication::quit();
        });
        session.start();
        QCoreApplication::exec();
    }
    return exitCode;
}
