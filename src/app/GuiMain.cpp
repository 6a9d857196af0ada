#include "app/GuiRun.h"
#include "app/LanguageSetup.h"
#include "app/LastExit.h"
#include "app/Manual.h"
#include "app/SignalWatch.h"
#include "app/SingleInstance.h"
#include "app/StoredTask.h"
#include "util/Version.h"

#include <QApplication>

#include <cstdio>

namespace {

void print(const QString& text) {
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}

int failWith(const app::Ending& error) {
    std::fprintf(stderr, "cairn: %s\n", error.sentence.toUtf8().constData());
    return error.exitCode;
}

/// What needs no window; nothing when a window is wanted.
std::optional<int> answerWithoutWindow(const app::Options& options) {
    if (const auto answer = app::printedAnswer(options, QStringLiteral("cairn"))) {
        print(*answer);
        return 0;
    }
    if (!options.printSettings && !options.repair) return std::nullopt;
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    const auto prepared = app::prepare(options);
    if (!prepared) return failWith(prepared.error());
    if (options.printSettings) {
        print(prepared->config.settings.print());
        return 0;
    }
    const app::TaskOutcome outcome = app::runStoredTask(options, *prepared);
    print(outcome.printed);
    return failWith({outcome.exitCode, outcome.sentence, {}});
}

} // namespace

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    auto options = app::readOptions(arguments, app::Face::Window);
    if (!options) return failWith(options.error());
    if (const auto done = answerWithoutWindow(*options)) return *done;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("cairn"));
    QApplication::setApplicationDisplayName(QStringLiteral("Cairn"));
    QApplication::setApplicationVersion(QLatin1String(util::kProgramVersion));
    // The desktop knows the window by this name: its icon, its place in the dock (cairn.desktop).
    QApplication::setDesktopFileName(QStringLiteral("cairn"));
    QApplication::setQuitOnLastWindowClosed(false);
    app::SingleInstance instance(options->dataRoot);
    const bool task = app::isTask(*options);
    if (!task && instance.handOver({options->network, options->open})) return 0;
    app::LanguageSetup language(nullptr);
    app::GuiRun run(std::move(*options), language);
    QObject::connect(&run, &app::GuiRun::finished, &application,
                     [](int exit) { QCoreApplication::exit(exit); });
    if (!task) instance.listen([&run](const app::SecondStart& start) { return run.takeOver(start); });
    const app::SignalWatch signalWatch([&run] { run.quit(); });
    const app::LastExit lastExit([&run] { run.stopAtOnce(); });
    run.begin();
    const int code = QApplication::exec();
    return run.exitCode() != 0 ? run.exitCode() : code;
}
