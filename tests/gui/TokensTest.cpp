#include "gui/theme/Tokens.h"
#include "support/TestProgram.h"

#include <QTest>

using gui::ThemeKind;
using gui::Token;

/// Text can be read in every theme.                                                   Source: WCAG 2.1, 1.4.3
/// and 1.4.11.
class TokensTest : public QObject {
    Q_OBJECT
private slots:
    void hasEnoughContrast_data();
    void hasEnoughContrast();
    void knowsContrastOfBlackAndWhite();
    void mixesColours();
};

void TokensTest::hasEnoughContrast_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("ink");
    QTest::addColumn<int>("ground");
    QTest::addColumn<double>("least");
    const auto add = [](ThemeKind kind, Token ink, Token ground, double least) {
        QTest::addRow("theme %d: %d on %d", static_cast<int>(kind), static_cast<int>(ink),
                      static_cast<int>(ground))
            << static_cast<int>(kind) << static_cast<int>(ink) << static_cast<int>(ground) << least;
    };
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        const double text = kind == ThemeKind::HighContrast ? 7 : 4.5;
        const double sign = kind == ThemeKind::HighContrast ? 4.5 : 3;
        for (const Token ground :
             {Token::Bg, Token::Surface, Token::Sunken, Token::Hover, Token::AccentSoft}) {
            add(kind, Token::Text, ground, text);
            add(kind, Token::Text2, ground, text);
        }
        for (const Token ground : {Token::Bg, Token::Surface, Token::Sunken})
            for (const Token ink :
                 {Token::Text3, Token::Accent, Token::Work, Token::Own, Token::Good, Token::Bad, Token::Net})
                add(kind, ink, ground, sign);
        // Filled buttons and banners carry text.
        add(kind, Token::OnAccent, Token::Accent, 4.5);
        add(kind, Token::OnWork, Token::Work, 4.5);
        add(kind, Token::OnBad, Token::Bad, 4.5);
        for (const Token ground : {Token::WorkSoft, Token::BadSoft, Token::OwnSoft, Token::GoodSoft})
            add(kind, Token::Text, ground, text);
        // Tags: small, bold, and their words are always repeated elsewhere.
        add(kind, Token::Accent, Token::AccentSoft, 4);
        add(kind, Token::Work, Token::WorkSoft, 4);
        add(kind, Token::Own, Token::OwnSoft, 4);
        add(kind, Token::Good, Token::GoodSoft, 4);
        add(kind, Token::Bad, Token::BadSoft, 4);
    }
}

void TokensTest::hasEnoughContrast() {
    QFETCH(int, kind);
    QFETCH(int, ink);
    QFETCH(int, ground);
    QFETCH(double, least);
    const QColor front = gui::tokenColor(static_cast<ThemeKind>(kind), static_cast<Token>(ink));
    const QColor back = gui::tokenColor(static_cast<ThemeKind>(kind), static_cast<Token>(ground));
    const double ratio = gui::contrastRatio(front, back);
    QVERIFY2(ratio >= least,
             qPrintable(QStringLiteral("%1 on %2: %3").arg(front.name(), back.name()).arg(ratio)));
}

void TokensTest::knowsContrastOfBlackAndWhite() {
    QCOMPARE(gui::contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(gui::contrastRatio(Qt::white, Qt::white), 1.0);
}

void TokensTest::mixesColours() {
    QCOMPARE(gui::mixed(Qt::black, Qt::white, 0).name(), QStringLiteral("#000000"));
    QCOMPARE(gui::mixed(Qt::black, Qt::white, 1).name(), QStringLiteral("#ffffff"));
    QCOMPARE(gui::faded(Qt::white, 0.5).alpha(), 128);
}

CAIRN_GUI_TEST(TokensTest)
#include "TokensTest.moc"
