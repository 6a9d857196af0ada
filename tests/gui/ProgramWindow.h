#pragma once

#include "app/GuiRun.h"
#include "app/Session.h"
#include "gui/MainWindow.h"
#include "gui/TopWindow.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace test {

/// One start of the program with a window, as main() makes it, in a data root of its own. Keys and clicks go
/// to `window()`. Thread: main.
class ProgramWindow {
public:
    static constexpr int kStartMs = 60'000;

    explicit ProgramWindow(const QString& root, const QStringList& more = {}) : m_language(nullptr) {
        auto options =
            app::readOptions(QStringList{QStringLiteral("--datadir"), root, QStringLiteral("--api-bind"),
                                         QStringLiteral("127.0.0.1:0"), QStringLiteral("--mining-threads"),
                                         QStringLiteral("1")} +
                                 more,
                             app::Face::Window);
        if (!options) qFatal("%s", qPrintable(options.error().sentence));
        m_run = std::make_unique<app::GuiRun>(std::move(*options), m_language);
        m_run->begin();
    }
    ~ProgramWindow() { (void)quit(); }

    [[nodiscard]] gui::TopWindow& window() const { return *m_run->window(); }
    [[nodiscard]] app::GuiRun& run() const { return *m_run; }
    [[nodiscard]] gui::MainWindow* main() const { return qobject_cast<gui::MainWindow*>(window().content()); }
    [[nodiscard]] bool waitForMain() const {
        return QTest::qWaitFor([this] { return main() != nullptr; }, kStartMs);
    }
    [[nodiscard]] node::Node* node() const { return m_run->node(); }
    template <class Widget>
    [[nodiscard]] Widget* find(const char* name) const {
        return window().findChild<Widget*>(QLatin1String(name));
    }
    /// Of several of a name the one that is seen.
    template <class Widget>
    [[nodiscard]] Widget* seen(const char* name) const {
        for (Widget* each : window().findChildren<Widget*>(QLatin1String(name)))
            if (each->isVisible()) return each;
        return nullptr;
    }
    /// A key to whatever has the focus, this window in front.
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) const {
        window().activateWindow();
        (void)QTest::qWaitForWindowActive(&window());
        QWidget* focus = window().focusWidget();
        QTest::keyClick(focus ? focus : &window(), key, with);
    }
    /// Ends it as closing the window does.
    [[nodiscard]] bool quit() {
        if (!m_run) return true;
        const QSignalSpy finished(m_run.get(), &app::GuiRun::finished);
        m_run->quit();
        const bool ended = QTest::qWaitFor([&] { return !finished.isEmpty(); }, kStartMs);
        m_run.reset();
        return ended;
    }

private:
    app::LanguageSetup m_language;
    std::unique_ptr<app::GuiRun> m_run;
};

} // namespace test
