#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/SearchField.h"
#include "gui/widgets/SegmentedControl.h"
#include "gui/widgets/Stepper.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/ToggleSwitch.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace gui;

class WidgetsTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void choosesSegmentsByKeyAndMouse();
    void skipsDisabledSegments();
    void slidesTheSwitch();
    void stepsWithinItsRange();
    void copiesAHash();
    void shortensAHash();
    void masksAmounts();
    void copiesFromFields();
    void clearsTheSearchFirst();
    void clicksACard();
    void followsTheLinkOfACard();
    void keepsTitlesOnOneLine();
    void stacksCardsWhereItIsNarrow();
    void changesFacts();
    void asksFromBannerAndEmptyState();
    void leavesToastsAlone();
    void drawsAQrCode();
    void hasAGrammarOfKinds();
    void hasOneHeaderWithTabs();
};

void WidgetsTest::init() {
    failOnWarnings();
    theme().setChoice(Theme::Choice::Light);
    format().setAmountsHidden(false);
}

void WidgetsTest::choosesSegmentsByKeyAndMouse() {
    SegmentedControl control({QStringLiteral("Tree"), QStringLiteral("Strip"), QStringLiteral("List")});
    control.resize(control.sizeHint());
    control.show();
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(control.currentIndex(), 1);
    QTest::keyClick(&control, Qt::Key_End);
    QCOMPARE(control.currentIndex(), 2);
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(control.currentIndex(), 2);
    QTest::mouseClick(&control, Qt::LeftButton, {}, control.segmentRect(0).center());
    QCOMPARE(control.currentIndex(), 0);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(control.accessibleDescription(), QStringLiteral("Tree"));
}

void WidgetsTest::skipsDisabledSegments() {
    SegmentedControl control({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    control.setSegmentEnabled(1, false);
    control.show();
    QTest::keyClick(&control, Qt::Key_Right);
    QCOMPARE(control.currentIndex(), 2);
    QTest::mouseClick(&control, Qt::LeftButton, {}, control.segmentRect(1).center());
    QCOMPARE(control.currentIndex(), 2);
}

void WidgetsTest::slidesTheSwitch() {
    ToggleSwitch toggle;
    toggle.resize(toggle.sizeHint());
    toggle.show();
    QSignalSpy toggled(&toggle, &QAbstractButton::toggled);
    QTest::keyClick(&toggle, Qt::Key_Space);
    QVERIFY(toggle.isChecked());
    QTRY_COMPARE(toggle.grab().toImage().pixelColor(8, 11), color(Token::Accent));
    QTest::mouseClick(&toggle, Qt::LeftButton);
    QTest::keyClick(&toggle, Qt::Key_Return);
    QCOMPARE(toggled.count(), 3);
    theme().setReducedMotion(true);
    toggle.setChecked(false);
    QVERIFY(toggle.grab().toImage().pixelColor(30, 11) != color(Token::Accent));
    theme().setReducedMotion(false);
}

void WidgetsTest::stepsWithinItsRange() {
    Stepper stepper;
    stepper.setRange(1, 4);
    stepper.setValue(2);
    stepper.show();
    QTest::keyClick(&stepper, Qt::Key_Up);
    QCOMPARE(stepper.value(), 3);
    QTest::keyClick(&stepper, Qt::Key_PageUp);
    QCOMPARE(stepper.value(), 4);
    const QList<Button*> buttons = stepper.findChildren<Button*>();
    QVERIFY(!buttons[1]->isEnabled());
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(stepper.value(), 3);
    QTest::keyClick(&stepper, Qt::Key_Home);
    QCOMPARE(stepper.value(), 1);
}

void WidgetsTest::copiesAHash() {
    const QString hash(64, QLatin1Char('a'));
    HashLabel label(hash);
    label.setShortened(8, 4);
    label.resize(label.sizeHint());
    label.show();
    QSignalSpy copied(&label, &HashLabel::copied);
    QTest::keyClick(&label, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), hash);
    QTest::mouseClick(&label, Qt::LeftButton);
    QCOMPARE(copied.count(), 2);
    QCOMPARE(label.toolTip(), hash);
    QCOMPARE(label.accessibleName(), hash);
}

void WidgetsTest::shortensAHash() {
    HashLabel label(QString(64, QLatin1Char('a')));
    const int whole = label.sizeHint().width();
    QVERIFY(label.minimumSizeHint().width() < whole / 3);
    label.setShortened(8, 4);
    QVERIFY(label.sizeHint().width() < whole / 3);
}

void WidgetsTest::masksAmounts() {
    AmountLabel label;
    label.setAmount(primitives::Amount(123'000'000'000));
    BigFigure figure;
    figure.setAmount(primitives::Amount(123'000'000'000));
    QVERIFY(label.text().contains(QLatin1Char('3')));
    QVERIFY(figure.accessibleName().contains(QLatin1Char('3')));
    format().setAmountsHidden(true);
    QVERIFY(!label.text().contains(QLatin1Char('3')));
    QVERIFY(!label.accessibleName().contains(QLatin1Char('3')));
    QVERIFY(!figure.accessibleName().contains(QLatin1Char('3')));
}

void WidgetsTest::copiesFromFields() {
    CopyField field;
    field.setText(QStringLiteral("cairn1qabc"));
    field.show();
    field.findChild<Button*>()->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("cairn1qabc"));
    CodeBlock code;
    code.setCode(QStringLiteral("curl\n-s"));
    const int two = code.height();
    code.findChild<Button*>()->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("curl\n-s"));
    code.setCode(QStringLiteral("1\n2\n3\n4\n5\n6"));
    QVERIFY(code.height() > two);
}

void WidgetsTest::clearsTheSearchFirst() {
    SearchField field(QStringLiteral("Filter"));
    field.setKeyHint(QStringLiteral("Ctrl F"));
    field.show();
    QSignalSpy escaped(&field, &SearchField::escaped);
    QTest::keyClicks(&field, QStringLiteral("abc"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(escaped.count(), 0);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(escaped.count(), 1);
}

void WidgetsTest::clicksACard() {
    Card card(QStringLiteral("Join a network"));
    card.setClickable(true);
    card.resize(300, 120);
    card.show();
    QSignalSpy clicked(&card, &Card::clicked);
    QTest::mouseClick(&card, Qt::LeftButton, {}, QPoint(20, 100));
    QTest::keyClick(&card, Qt::Key_Return);
    QTest::keyClick(&card, Qt::Key_Space);
    QCOMPARE(clicked.count(), 3);
    QCOMPARE(card.focusPolicy(), Qt::StrongFocus);
    QCOMPARE(card.accessibleName(), QStringLiteral("Join a network"));
}

void WidgetsTest::followsTheLinkOfACard() {
    Card card(QStringLiteral("The chain"));
    Button* link = card.setLink(QStringLiteral("open in Explorer →"));
    card.resize(400, 200);
    card.show();
    QSignalSpy followed(&card, &Card::linkActivated);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(followed.count(), 1);
    QVERIFY(link->mapTo(&card, QPoint(link->width(), 0)).x() > 360);
}

void WidgetsTest::keepsTitlesOnOneLine() {
    Card plain(QStringLiteral("Plain"));
    Card rich(QStringLiteral("With a control"));
    rich.addHeaderWidget(new Button(QStringLiteral("Tall")));
    for (Card* card : {&plain, &rich}) {
        card->resize(300, 200);
        card->show();
    }
    const auto titleCentre = [](Card& card) {
        auto* title = card.findChild<QLabel*>();
        return title->mapTo(&card, title->rect().center()).y();
    };
    QVERIFY(qAbs(titleCentre(plain) - titleCentre(rich)) <= 1);
}

void WidgetsTest::stacksCardsWhereItIsNarrow() {
    CardRow row(700);
    auto* first = new Card(QStringLiteral("First"));
    auto* second = new Card(QStringLiteral("Second"));
    row.add(first, 2);
    row.add(second, 1);
    row.resize(900, 300);
    row.show();
    QVERIFY(!row.isStacked());
    QVERIFY(first->width() > second->width());
    row.resize(600, 300);
    QVERIFY(row.isStacked());
    QTRY_COMPARE(first->width(), 600);
    QVERIFY(row.minimumSizeHint().width() < 400);
}

void WidgetsTest::changesFacts() {
    FactsList list;
    list.setFact(QStringLiteral("Fee"), QStringLiteral("1"));
    list.setFact(QStringLiteral("Fee"), QStringLiteral("2"));
    list.setFact(QStringLiteral("Id"), new HashLabel(QStringLiteral("abc")));
    QCOMPARE(list.factText(QStringLiteral("Fee")), QStringLiteral("2"));
    QCOMPARE(list.findChildren<HashLabel*>().size(), 1);
    list.show();
    QVERIFY(list.height() >= 2 * 36);
    list.removeFact(QStringLiteral("Fee"));
    QVERIFY(list.factText(QStringLiteral("Fee")).isEmpty());
    list.clear();
}

void WidgetsTest::asksFromBannerAndEmptyState() {
    Banner banner(Banner::Kind::Warning, QStringLiteral("Not backed up."));
    banner.setAction(QStringLiteral("Back up"));
    banner.setClosable(true);
    banner.show();
    QSignalSpy asked(&banner, &Banner::actionTriggered);
    const QList<Button*> buttons = banner.findChildren<Button*>();
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QVERIFY(!banner.isVisible());
    EmptyState empty(QStringLiteral("peers"), QStringLiteral("Nobody here"));
    empty.setAction(QStringLiteral("Invite"));
    empty.show();
    QSignalSpy invited(&empty, &EmptyState::actionTriggered);
    empty.findChild<Button*>()->click();
    QCOMPARE(invited.count(), 1);
}

void WidgetsTest::leavesToastsAlone() {
    QWidget window;
    window.resize(600, 400);
    window.show();
    Toast* first = Toast::show(&window, QStringLiteral("Copied"));
    QVERIFY(first->isVisible());
    QVERIFY(qAbs(first->geometry().center().x() - 300) <= 1);
    Toast::show(&window, QStringLiteral("Copied again"));
    QVERIFY(!first->isVisible());
    QTRY_COMPARE(window.findChildren<Toast*>().size(), 1);
    window.resize(800, 400);
    QVERIFY(qAbs(window.findChild<Toast*>()->geometry().center().x() - 400) <= 1);
}

void WidgetsTest::drawsAQrCode() {
    QrView view;
    view.setText(QStringLiteral("cairn:cairn1qabc"));
    QVERIFY(!view.isEmpty());
    theme().setChoice(Theme::Choice::Dark);
    view.resize(200, 200);
    const QImage image = view.grab().toImage();
    QCOMPARE(image.pixelColor(100, 4), QColor(Qt::white)); // the quiet zone, in the dark theme too
    const QImage saved = view.toImage(4);
    QCOMPARE(saved.width() % 4, 0);
    QCOMPARE(saved.pixelColor(4 * 4 + 1, 4 * 4 + 1), QColor(Qt::black)); // the corner of the finder
    view.setText(QString(5000, QLatin1Char('a')));
    QVERIFY(view.isEmpty());
}

void WidgetsTest::hasAGrammarOfKinds() {
    Button primary(QStringLiteral("Send"), Button::Kind::Primary);
    QCOMPARE(primary.kind(), Button::Kind::Primary);
    QCOMPARE(primary.property("kind").toString(), QStringLiteral("primary"));
    primary.resize(primary.sizeHint());
    primary.show();
    QCOMPARE(primary.grab().toImage().pixelColor(primary.width() / 2, 3), color(Token::Accent));
    primary.setEnabled(false);
    QCOMPARE(primary.grab().toImage().pixelColor(primary.width() / 2, 3), color(Token::Sunken));
    Button hinted(QStringLiteral("Mine"));
    const int plain = hinted.sizeHint().width();
    hinted.setKeyHint(QStringLiteral("Ctrl B"));
    QVERIFY(hinted.sizeHint().width() > plain);
    hinted.setSmall(true);
    QCOMPARE(hinted.sizeHint().height(), 28);
}

void WidgetsTest::hasOneHeaderWithTabs() {
    PageHeader header(QStringLiteral("Savings"));
    header.addTag(QStringLiteral("encrypted"));
    SegmentedControl* tabs = header.setTabs({QStringLiteral("Activity"), QStringLiteral("Send")});
    QSignalSpy changed(&header, &PageHeader::tabChanged);
    tabs->setCurrentIndex(1);
    QCOMPARE(changed.count(), 1);
    header.showHistory(true, false);
    QSignalSpy back(&header, &PageHeader::backRequested);
    header.show();
    header.findChildren<Button*>().first()->click();
    QCOMPARE(back.count(), 1);
    header.clearTitleWidgets();
    QTRY_VERIFY(header.findChildren<Tag*>().isEmpty());
}

CAIRN_GUI_TEST(WidgetsTest)
#include "WidgetsTest.moc"
