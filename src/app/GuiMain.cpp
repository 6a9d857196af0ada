#include "app/CommandLine.h"
#include "app/GuiRun.h"
#include "app/LanguageSetup.h"
#include "app/SignalWatch.h"
#include "app/Version.h"

#include <QApplication>

#include <cstdio>

namespace {

void print(const QString& text) {
    std::fputs(text.toUtf8().constData(), stdout);
    std::fflush(stdout);
}

int failWith(const node::StartError& error) {
    std::fprintf(stderr, "cairn: %s\n", error.sentence.toUtf8().constData());
    return error.exitCode;
}

/// What needs no window; nothing when a window is wanted.
std::optional<int> answerWithoutWindow(const app::Options& options) {
    if (options.showHelp) {
        print(app::helpText(QStringLiteral("cairn")));
        return 0;
    }
    if (options.showVersion) {
        print(QStringLiteral("cairn %1\n").arg(QLatin1String(app::kVersion)));
        return 0;
    }
    if (!options.printSettings) return std::nullopt;
    const auto prepared = app::prepare(options);
    if (!prepared) return failWith(prepared.error());
    print(prepared->config.settings.print());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    auto options = app::readOptions(arguments);
    if (!options) return failWith(options.error());
    if (const auto done = answerWithoutWindow(*options)) return *done;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("cairn"));
    QApplication::setApplicationDisplayName(QStringLiteral("Cairn"));
    QApplication::setQuitOnLastWindowClosed(false);
    app::LanguageSetup language(nullptr);
    app::GuiRun run(std::move(*options), language);
    const app::SignalWatch signalWatch([&run] { run.quit(); });
    run.begin();
    const int code = QApplication::exec();
    return run.exitCode() != 0 ? run.exitCode() : code;
}
