#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/SentenceLabel.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace gui;

namespace {

bool shows(SentenceLabel& label, const QColor& wanted) {
    const QImage image = label.grab().toImage();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == wanted) return true;
    return false;
}

} // namespace

class SentenceTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void readsMarks();
    void readsEntitiesAndBreaks();
    void leavesWhatItDoesNotKnow();
    void paintsInTheColoursOfTheTheme();
    void growsWhereItIsNarrow();
    void followsItsLink();
    void tellsScreenReadersThePlainText();
};

void SentenceTest::init() {
    failOnWarnings();
    theme().setChoice(Theme::Choice::Light);
    theme().setTextScale(100);
}

void SentenceTest::readsMarks() {
    const Sentence read = readSentence(QStringLiteral("every <b>41 s</b>, <own>yours <bad>lost</bad></own>"));
    QCOMPARE(read.text, QStringLiteral("every 41 s, yours lost"));
    QCOMPARE(read.marks.size(), 3);
    QCOMPARE(read.text.mid(read.marks[0].start, read.marks[0].length), QStringLiteral("41 s"));
    QVERIFY(read.marks[0].token == Token::Text);
    QCOMPARE(read.text.mid(read.marks[1].start, read.marks[1].length), QStringLiteral("lost"));
    QVERIFY(read.marks[1].token == Token::Bad);
    QCOMPARE(read.text.mid(read.marks[2].start, read.marks[2].length), QStringLiteral("yours lost"));
    QVERIFY(read.marks[2].token == Token::Own);
}

void SentenceTest::readsEntitiesAndBreaks() {
    const QString foreign = QStringLiteral("a<b>&\"c\" &amp;");
    QCOMPARE(readSentence(foreign.toHtmlEscaped()).text, foreign);
    QCOMPARE(readSentence(QStringLiteral("one<br>two&nbsp;three")).text,
             QStringLiteral("one\u2028two\u00a0three"));
}

void SentenceTest::leavesWhatItDoesNotKnow() {
    for (const char* text : {"a < b", "<i>x</i>", "5 & 6", "&euro;", "<", "&"}) {
        const Sentence read = readSentence(QLatin1String(text));
        QVERIFY(read.marks.isEmpty());
        QCOMPARE(read.text, QLatin1String(text));
    }
    QVERIFY(readSentence(QStringLiteral("<b>never closed")).marks.isEmpty());
    QCOMPARE(readSentence(QStringLiteral("never opened</b>")).text, QStringLiteral("never opened"));
}

void SentenceTest::paintsInTheColoursOfTheTheme() {
    SentenceLabel label(QStringLiteral("every <own>████</own>"));
    label.resize(label.sizeHint());
    QVERIFY(shows(label, color(Token::Own)));
    QVERIFY(!shows(label, color(Token::Bad)));
    theme().setChoice(Theme::Choice::Dark);
    QVERIFY(shows(label, tokenColor(ThemeKind::Dark, Token::Own)));
    label.setEnabled(false);
    QVERIFY(!shows(label, tokenColor(ThemeKind::Dark, Token::Own)));
}

void SentenceTest::growsWhereItIsNarrow() {
    SentenceLabel label(QStringLiteral(
        "Its rules become part of its <b>first block</b>: everyone who joins has the same ones, for good."));
    const int wide = label.heightForWidth(2'000);
    QVERIFY(label.heightForWidth(200) >= 2 * wide);
    QCOMPARE(label.heightForWidth(2'000), wide); // a width seen before
    QVERIFY(label.minimumSizeHint().width() < 200);
    label.setSentence(QStringLiteral("short"));
    QCOMPARE(label.heightForWidth(200), wide);
    theme().setTextScale(200);
    QVERIFY(label.heightForWidth(400) > wide);
    label.setWordWrap(false);
    QVERIFY(!label.hasHeightForWidth());
}

void SentenceTest::followsItsLink() {
    SentenceLabel label(QStringLiteral("no link"));
    QCOMPARE(label.focusPolicy(), Qt::NoFocus);
    label.setSentence(QStringLiteral("<a href=\"there\">MMMMMMMM</a> behind it a long rest"));
    QVERIFY(label.focusPolicy() & Qt::TabFocus);
    label.resize(label.sizeHint());
    label.show();
    QSignalSpy followed(&label, &QLabel::linkActivated);
    QTest::mouseClick(&label, Qt::LeftButton, {}, QPoint(label.width() - 3, label.height() / 2));
    QCOMPARE(followed.count(), 0);
    QTest::mouseClick(&label, Qt::LeftButton, {}, QPoint(20, label.height() / 2));
    QTest::keyClick(&label, Qt::Key_Return);
    QCOMPARE(followed.count(), 2);
    QCOMPARE(followed.first().first().toString(), QStringLiteral("there"));
}

void SentenceTest::tellsScreenReadersThePlainText() {
    const SentenceLabel label(QStringLiteral("<good>In step.</good> Six peers"));
    QCOMPARE(label.text(), QStringLiteral("In step. Six peers"));
}

CAIRN_GUI_TEST(SentenceTest)
#include "SentenceTest.moc"
