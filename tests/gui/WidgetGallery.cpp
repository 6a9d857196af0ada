// Shows every widget of the window with invented figures, on the screen or into a picture:
//   WidgetGallery --shot FILE --theme light|dark|contrast --scale 1.25 --page
//   home|send|tx|mining|controls|notices
#include "GalleryPages.h"

#include "gui/frame/FrameWindow.h"
#include "gui/frame/Page.h"
#include "gui/theme/Theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QKeyEvent>
#include <QTimer>

#include <cstdio>

namespace {

gui::Theme::Choice themeNamed(const QString& name) {
    if (name == QLatin1String("dark")) return gui::Theme::Choice::Dark;
    if (name == QLatin1String("contrast")) return gui::Theme::Choice::HighContrast;
    if (name == QLatin1String("light")) return gui::Theme::Choice::Light;
    return gui::Theme::Choice::System;
}

void pressKeys(QWidget& window, const QString& keys) {
    for (const QString& name : keys.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
        const auto combined = QKeySequence::fromString(name)[0];
        QKeyEvent press(QEvent::KeyPress, combined.key(), combined.keyboardModifiers());
        QCoreApplication::sendEvent(target, &press);
        QCoreApplication::processEvents();
    }
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("shot"), QStringLiteral("Renders into FILE and ends."), QStringLiteral("FILE")},
         {QStringLiteral("theme"), QStringLiteral("light, dark or contrast."), QStringLiteral("NAME")},
         {QStringLiteral("scale"), QStringLiteral("Text scale, 0.8 to 2."), QStringLiteral("FACTOR"),
          QStringLiteral("1")},
         {QStringLiteral("page"), QStringLiteral("Page to show."), QStringLiteral("NAME"),
          QStringLiteral("home")},
         {QStringLiteral("keys"), QStringLiteral("Keys to press first: \"Tab Tab Right\"."),
          QStringLiteral("KEYS")},
         {QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WxH"),
          QStringLiteral("1440x900")}});
    parser.process(app);
    gui::theme().setChoice(themeNamed(parser.value(QStringLiteral("theme"))));
    gui::theme().setTextScale(qRound(parser.value(QStringLiteral("scale")).toDouble() * 100));

    gui::FrameWindow window;
    const QStringList names{QStringLiteral("home"),   QStringLiteral("send"),     QStringLiteral("tx"),
                            QStringLiteral("mining"), QStringLiteral("controls"), QStringLiteral("notices")};
    const QStringList icons{QStringLiteral("home"),   QStringLiteral("wallet"),  QStringLiteral("explorer"),
                            QStringLiteral("mining"), QStringLiteral("network"), QStringLiteral("api")};
    int index = 0;
    for (gui::Page* page : {makeHomeSample(), makeSendSample(), makeTransactionSample(), makeMiningSample(),
                            makeControlsSample(), makeNoticesSample()}) {
        window.addPage(page, icons[index]);
        ++index;
    }
    window.addPage(new gui::Page(QStringLiteral("Settings")), QStringLiteral("settings"), true);
    fillFrame(window);
    window.setCurrentPage(static_cast<int>(names.indexOf(parser.value(QStringLiteral("page")))));
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    window.activateWindow();

    const QString file = parser.value(QStringLiteral("shot"));
    if (!file.isEmpty()) {
        QTimer::singleShot(400, &window, [&] {
            pressKeys(window, parser.value(QStringLiteral("keys")));
            QTimer::singleShot(300, &window, [&] {
                const bool saved = window.grab().save(file);
                if (!saved)
                    std::fprintf(stderr, "The picture could not be written to %s.\n", qPrintable(file));
                QApplication::exit(saved ? 0 : 1);
            });
        });
    }
    return QApplication::exec();
}
