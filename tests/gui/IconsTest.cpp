#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

class IconsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnWarnings(); }
    void paintsEveryIcon();
    void hasWhatThePagesNeed();
    void takesTheColourOfTheTheme();
    void isCrispAtEveryScale();
    void isFaintWhenDisabled();
    void warnsOfAnUnknownName();
    void paintsTheLogo();
};

namespace {

int inked(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 60) ++count;
    return count;
}

QColor strongest(const QImage& image) {
    QRgb best = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > qAlpha(best)) best = image.pixel(x, y);
    return QColor::fromRgb(best);
}

} // namespace

void IconsTest::paintsEveryIcon() {
    const QStringList names = gui::iconNames();
    QVERIFY(names.size() > 40);
    for (const QString& name : names) {
        const QImage image = gui::iconPixmap(name, Qt::black, 18, 2).toImage();
        QVERIFY2(inked(image) > 8, qPrintable(name));
        QVERIFY2(inked(image) < image.width() * image.height() / 2,
                 qPrintable(name + QStringLiteral(" is no line icon")));
    }
}

void IconsTest::hasWhatThePagesNeed() {
    const QStringList needed{
        "home",     "wallet",     "explorer", "mining",  "network", "api",      "settings",   "search",
        "lock",     "eye",        "copy",     "check",   "plus",    "minus",    "arrow-left", "arrow-right",
        "arrow-up", "arrow-down", "send",     "receive", "refresh", "trash",    "edit",       "key",
        "words",    "qr",         "link",     "peers",   "invite",  "download", "upload",     "warning",
        "info",     "play",       "stop",     "moon",    "sun",     "filter",   "block",      "dots"};
    const QStringList names = gui::iconNames();
    for (const QString& name : needed)
        QVERIFY2(names.contains(name), qPrintable(name));
}

void IconsTest::takesTheColourOfTheTheme() {
    const QIcon icon = gui::icon(QStringLiteral("stop"), gui::Token::Accent);
    for (const auto choice : {gui::Theme::Choice::Light, gui::Theme::Choice::Dark}) {
        gui::theme().setChoice(choice);
        QCOMPARE(strongest(icon.pixmap(48).toImage()), gui::color(gui::Token::Accent));
    }
}

void IconsTest::isCrispAtEveryScale() {
    for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0}) {
        const QPixmap pixmap = gui::iconPixmap(QStringLiteral("home"), Qt::black, 18, ratio);
        QCOMPARE(pixmap.width(), static_cast<int>(std::ceil(18 * ratio)));
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
    }
}

void IconsTest::isFaintWhenDisabled() {
    const QIcon icon = gui::icon(QStringLiteral("stop"));
    QCOMPARE(strongest(icon.pixmap(QSize(48, 48), QIcon::Disabled).toImage()), gui::color(gui::Token::Text3));
}

void IconsTest::warnsOfAnUnknownName() {
    QTest::ignoreMessage(QtWarningMsg, "There is no icon 'nothing'.");
    QCOMPARE(inked(gui::iconPixmap(QStringLiteral("nothing"), Qt::black, 18, 1).toImage()), 0);
}

void IconsTest::paintsTheLogo() {
    QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    gui::paintLogo(painter, image.rect());
    QVERIFY(inked(image) > 300);
}

CAIRN_GUI_TEST(IconsTest)
#include "IconsTest.moc"
