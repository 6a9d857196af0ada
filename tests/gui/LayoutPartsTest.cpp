#include "EventCounter.h"
#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/dialogs/FormDialog.h"
#include "gui/frame/Seen.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"

#include <QApplication>
#include <QPointer>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace gui;

/// The parts that pages are laid out with: what they do follows from their width alone, and at rest they do
/// nothing.
class LayoutPartsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)theme(); }
    void init() { failOnWarnings(); }
    void cleanup() {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        theme().setTextScale(100);
    }
    void goesOnInTheNextLine();
    void standsAtTheRightAfterAStretch_data();
    void standsAtTheRightAfterAStretch();
    void givesWayToTheOthers();
    void whatIsFixedTakesNoRest();
    void isAsHighAsItsWidthSays();
    void leavesHiddenItemsOut();
    void takesLayoutsAlongWhenItGoes();
    void stacksTheSameWayUpAndDown();
    void stacksBeforeACardIsTooNarrow();
    void aCardWithAHeaderRests();
    void followsTheTextScale();
    void factsAreNotCut();
    void endsShortenedSentencesInDots();
    void ticksOnlyWhileSeen();
    void aDialogGrowsWithWhatItSays();
};

namespace {

/// A row of buttons named by their words.
struct ButtonRow {
    QWidget widget;
    FlowLayout* flow = new FlowLayout(&widget);
    QVector<Button*> buttons;

    explicit ButtonRow(const QStringList& words) {
        for (const QString& word : words) {
            buttons << new Button(word);
            flow->addWidget(buttons.last());
        }
    }
    void show(int width) {
        widget.resize(width, flow->heightForWidth(width));
        widget.show();
        QCoreApplication::processEvents();
    }
};

} // namespace

void LayoutPartsTest::goesOnInTheNextLine() {
    ButtonRow row(
        {QStringLiteral("Send a payment"), QStringLiteral("Receive"), QStringLiteral("Back up words")});
    row.show(1'000);
    QCOMPARE(row.buttons[0]->y(), row.buttons[2]->y());
    const int width = row.buttons[0]->sizeHint().width() + row.buttons[1]->sizeHint().width() + 20;
    row.show(width);
    QCOMPARE(row.buttons[0]->y(), row.buttons[1]->y());
    QVERIFY(row.buttons[2]->y() >= row.buttons[0]->geometry().bottom());
    for (const Button* button : row.buttons)
        QVERIFY(row.widget.rect().contains(button->geometry()));
    // No narrower than its widest button, and that is enough.
    const int least = row.flow->minimumSize().width();
    QCOMPARE(least, std::max(row.buttons[0]->sizeHint().width(), row.buttons[2]->sizeHint().width()));
    row.show(least);
    for (const Button* button : row.buttons)
        QVERIFY(row.widget.rect().contains(button->geometry()));
}

void LayoutPartsTest::standsAtTheRightAfterAStretch_data() {
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("left to right") << false;
    QTest::newRow("right to left") << true;
}

void LayoutPartsTest::standsAtTheRightAfterAStretch() {
    QFETCH(bool, mirrored);
    QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    ButtonRow row({QStringLiteral("First")});
    row.flow->addStretch();
    auto* last = new Button(QStringLiteral("Last"));
    row.flow->addWidget(last);
    row.show(600);
    const Button* left = mirrored ? last : row.buttons[0];
    const Button* right = mirrored ? row.buttons[0] : last;
    QCOMPARE(left->x(), 0);
    QCOMPARE(right->x() + right->width(), 600);
    // In the next line, too.
    const int narrow = row.buttons[0]->sizeHint().width() + last->sizeHint().width();
    row.show(narrow);
    QVERIFY(last->y() > row.buttons[0]->y());
    QCOMPARE(mirrored ? last->x() : last->x() + last->width(), mirrored ? 0 : narrow);
}

/// However it came to its width: a layout that asks how it lay before could go to and fro for ever.
/// A field that would grow, in a widget of fixed width behind a stretch: at the right edge all the same.
/// Title, tabs and actions: where they do not fit in one line, the tabs stand below and the actions stay.
void LayoutPartsTest::givesWayToTheOthers() {
    ButtonRow row({QStringLiteral("My wallet"), QStringLiteral("Activity, Send, Receive, Coins")});
    row.flow->addStretch();
    auto* last = new Button(QStringLiteral("Manage"));
    row.flow->addWidget(last);
    row.flow->setGivesWay(row.buttons[1]);
    row.show(900);
    QCOMPARE(row.buttons[1]->y(), row.buttons[0]->y());
    QCOMPARE(last->geometry().right(), 899);
    const int narrow = row.flow->sizeHint().width() - 1;
    row.show(narrow);
    QCOMPARE(last->y(), row.buttons[0]->y());
    QCOMPARE(last->geometry().right(), narrow - 1);
    QVERIFY(row.buttons[1]->y() > last->geometry().bottom());
    QCOMPARE(row.buttons[1]->x(), 0);
}

void LayoutPartsTest::whatIsFixedTakesNoRest() {
    ButtonRow row({QStringLiteral("left")});
    row.flow->addStretch();
    auto* field = new CopyField;
    field->setFixedWidth(200);
    row.flow->addWidget(field);
    row.widget.resize(900, 60);
    row.widget.show();
    QTRY_COMPARE(field->geometry().right(), row.widget.width() - 1);
    QCOMPARE(field->width(), 200);
}

void LayoutPartsTest::isAsHighAsItsWidthSays() {
    QStringList words;
    for (int i = 0; i < 9; ++i)
        words << QStringLiteral("Button %1").arg(QString(i, QLatin1Char('x')));
    ButtonRow row(words);
    QHash<int, int> heights;
    int before = 1'000'000;
    for (int width = row.flow->minimumSize().width(); width < 1'200; ++width) {
        row.widget.resize(width, 600);
        heights[width] = row.flow->heightForWidth(width);
        QVERIFY(heights[width] <= before); // wider is never higher
        before = heights[width];
    }
    for (int width = 1'199; width >= row.flow->minimumSize().width(); --width) {
        row.widget.resize(width, 40);
        QCOMPARE(row.flow->heightForWidth(width), heights[width]);
    }
}

void LayoutPartsTest::leavesHiddenItemsOut() {
    ButtonRow row({QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")});
    row.show(600);
    const int before = row.buttons[2]->x();
    row.buttons[1]->hide();
    QTRY_VERIFY(row.buttons[2]->x() < before);
    QCOMPARE(row.buttons[2]->x(), row.buttons[1]->x());
}

void LayoutPartsTest::takesLayoutsAlongWhenItGoes() {
    QPointer<QLayout> inner = new FlowLayout;
    {
        QWidget widget;
        auto* flow = new FlowLayout(&widget);
        flow->addWidget(new Button(QStringLiteral("First")));
        flow->addLayout(inner);
        flow->addStretch();
        inner->addWidget(new Button(QStringLiteral("Inner")));
        flow->addWidget(new Button(QStringLiteral("Last")));
        widget.show();
        delete inner; // takes itself out
        QCOMPARE(flow->count(), 3);
        inner = new FlowLayout;
        flow->addLayout(inner);
    }
    QVERIFY(!inner);
}

void LayoutPartsTest::stacksTheSameWayUpAndDown() {
    CardRow row(500);
    for (const char* text :
         {"First sentence that says something", "Second sentence that says more than that"}) {
        auto* card = new Card(QStringLiteral("Title"));
        card->body()->addWidget(new SentenceLabel(QLatin1String(text)));
        row.add(card);
    }
    row.show();
    test::EventCounter counter;
    QVector<QPair<bool, int>> down;
    for (int width = 900; width >= 300; --width) {
        row.resize(width, 400);
        down.prepend({row.isStacked(), row.heightForWidth(width)});
    }
    for (int width = 300; width <= 900; ++width) {
        counter.clear();
        row.resize(width, 400);
        QCoreApplication::processEvents();
        QCOMPARE(qMakePair(row.isStacked(), row.heightForWidth(width)), down[width - 300]);
        QVERIFY2(counter.mostLayouts() <= 2, qPrintable(counter.words()));
    }
}

void LayoutPartsTest::stacksBeforeACardIsTooNarrow() {
    CardRow row(100);
    auto* wide = new QWidget;
    wide->setMinimumWidth(400);
    auto* other = new QWidget;
    other->setMinimumWidth(200);
    row.add(wide, 1);
    row.add(other, 3); // would leave the first one 150
    row.resize(616, 200);
    row.show();
    QVERIFY(!row.isStacked());
    QTRY_COMPARE(wide->width(), 400);
    QCOMPARE(other->width(), 200);
    row.resize(615, 200);
    QVERIFY(row.isStacked());
    QTRY_COMPARE(other->width(), 615);
}

void LayoutPartsTest::aCardWithAHeaderRests() {
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    for (int i = 0; i < 3; ++i) {
        auto* card = new Card(QStringLiteral("Title"));
        card->setNote(QStringLiteral("a note"));
        card->setLink(QStringLiteral("a link"));
        card->body()->addWidget(new SentenceLabel(QStringLiteral("Something.")));
        column->addWidget(card);
    }
    window.resize(500, 400);
    window.show();
    test::EventCounter counter;
    QVERIFY2(test::settle(counter), qPrintable(counter.words()));
    counter.clear();
    QTest::qWait(200);
    QVERIFY2(counter.layouts() == 0, qPrintable(counter.words()));
    QVERIFY2(counter.paints() == 0, qPrintable(counter.words()));
}

void LayoutPartsTest::followsTheTextScale() {
    Card card(QStringLiteral("Title"));
    card.body()->addWidget(new QWidget);
    const int before = card.contentsMargins().left();
    int calls = 0;
    {
        QObject owner;
        keepMeasured(&owner, [&calls] { ++calls; });
        QCOMPARE(calls, 1);
        theme().setTextScale(200);
        QCOMPARE(calls, 2);
    }
    QCOMPARE(card.contentsMargins().left(), 2 * before);
    theme().setTextScale(100);
    QCOMPARE(calls, 2); // its owner has gone
}

void LayoutPartsTest::factsAreNotCut() {
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* facts = new FactsList;
    facts->setFact(QStringLiteral("Name"),
                   QStringLiteral("a value of many words that go on and on ").repeated(6));
    column->addWidget(facts);
    column->addStretch(1);
    window.resize(260, 600);
    window.show();
    for (QLabel* label : facts->findChildren<QLabel*>())
        if (label->wordWrap()) QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
}

void LayoutPartsTest::endsShortenedSentencesInDots() {
    SentenceLabel label;
    label.setWordWrap(false);
    label.setMinimumWidth(1);
    label.setSentence(QStringLiteral("height <b>2 148</b> of the chain, and 17 payments"));
    label.resize(label.sizeHint());
    label.show();
    const QImage whole = label.grab().toImage();
    label.resize(90, label.height());
    const QImage cut = label.grab().toImage();
    // The last letters are dots, not half a word: nothing is painted at the very edge.
    const auto isEmpty = [](const QImage& image, int x) {
        for (int y = 0; y < image.height(); ++y)
            if (image.pixel(x, y) != image.pixel(0, 0)) return false;
        return true;
    };
    QVERIFY(isEmpty(cut, cut.width() - 1));
    QVERIFY(cut != whole.copy(0, 0, cut.width(), cut.height()));
}

void LayoutPartsTest::ticksOnlyWhileSeen() {
    QWidget window;
    auto* inner = new QWidget(&window);
    SeenClock clock(inner, 5);
    QSignalSpy ticks(&clock, &SeenClock::tick);
    QVERIFY(!clock.isTicking());
    window.show();
    QVERIFY(clock.isTicking());
    QCOMPARE(ticks.size(), 1); // what was not said meanwhile
    QTRY_VERIFY(ticks.size() > 3);
    inner->hide();
    QVERIFY(!clock.isTicking());
    inner->show();
    QVERIFY(clock.isTicking());
    window.showMinimized();
    QTRY_VERIFY(!clock.isTicking());
    QVERIFY(!isSeen(*inner));
    window.showNormal();
    QTRY_VERIFY(clock.isTicking());
    window.hide();
    QVERIFY(!clock.isTicking());
}

void LayoutPartsTest::aDialogGrowsWithWhatItSays() {
    QWidget window;
    auto* dialog = new FormDialog(QStringLiteral("Title"), QStringLiteral("One sentence."),
                                  QStringLiteral("Go"), &window);
    dialog->addField(QStringLiteral("Name"));
    dialog->open();
    test::EventCounter counter;
    QVERIFY(test::settle(counter));
    const int before = dialog->height();
    dialog->showProblem(
        QStringLiteral("This went wrong, and here is why, in more words than fit. ").repeated(5));
    QTRY_VERIFY(dialog->height() > before + 40);
    QVERIFY(test::settle(counter));
    auto* sentence = dialog->findChild<Banner*>()->findChild<SentenceLabel*>();
    QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
    QVERIFY(dialog->height() <= dialog->screen()->availableGeometry().height());
    dialog->reject();
}

CAIRN_GUI_TEST(LayoutPartsTest)
#include "LayoutPartsTest.moc"
