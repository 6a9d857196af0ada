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
#include "gui/widgets/TabBar.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/ToggleSwitch.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace gui;

class WidgetsTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void choosesSegmentsByKeyAndMouse();
    void stopsAtTheChosenSegmentOnly();
    void walksTabsByKeyAndMouse();
    void reachesTabsWithoutRoom();
    void slidesTheSwitch();
    void stepsWithinItsRange();
    void tellsScreenReadersWhatItIs();
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
    void changesFactsInPlace();
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
    control.show();
    QVERIFY(QTest::qWaitForWindowActive(&control));
    control.setFocus();
    QCOMPARE(QApplication::focusWidget(), control.segment(0));
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    press(Qt::Key_Right);
    QCOMPARE(control.currentIndex(), 1);
    press(Qt::Key_End);
    QCOMPARE(control.currentIndex(), 2);
    QCOMPARE(QApplication::focusWidget(), control.segment(2));
    press(Qt::Key_Right);
    QCOMPARE(control.currentIndex(), 2);
    QTest::mouseClick(control.segment(0), Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(control.currentIndex(), 0);
    QCOMPARE(changed.count(), 3);
    control.setSegments({QStringLiteral("Map"), QStringLiteral("List")});
    QCOMPARE(control.segments(), QStringList({QStringLiteral("Map"), QStringLiteral("List")}));
    QCOMPARE(control.currentIndex(), 0);
    QCOMPARE(changed.count(), 3); // nobody chose
}

void WidgetsTest::stopsAtTheChosenSegmentOnly() {
    QWidget window;
    auto* row = new QVBoxLayout(&window);
    auto* before = new QLineEdit;
    auto* control = new SegmentedControl({QStringLiteral("Tree"), QStringLiteral("Strip")});
    auto* behind = new QLineEdit;
    for (QWidget* widget : std::initializer_list<QWidget*>{before, control, behind})
        row->addWidget(widget);
    control->setCurrentIndex(1);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), control->segment(1));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), behind);
}

void WidgetsTest::walksTabsByKeyAndMouse() {
    TabBar tabs({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    QSignalSpy changed(&tabs, &QTabBar::currentChanged);
    QCOMPARE(tabs.sizeHint().height(), px(34));
    tabs.resize(tabs.sizeHint());
    tabs.show();
    tabs.setTabEnabled(1, false);
    QTest::keyClick(&tabs, Qt::Key_Right);
    QCOMPARE(tabs.currentIndex(), 2);
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(1).center());
    QCOMPARE(tabs.currentIndex(), 2);
    QTest::keyClick(&tabs, Qt::Key_End);
    QCOMPARE(tabs.currentIndex(), 3);
    QTest::keyClick(&tabs, Qt::Key_Home);
    QCOMPARE(tabs.currentIndex(), 0);
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(2).center());
    QCOMPARE(tabs.currentIndex(), 2);
    QCOMPARE(changed.count(), 4);
    tabs.setNames({QStringLiteral("e"), QStringLiteral("f")});
    QCOMPARE(tabs.currentIndex(), 0);
    QCOMPARE(changed.count(), 4); // nobody chose
}

void WidgetsTest::reachesTabsWithoutRoom() {
    TabBar tabs({QStringLiteral("Activity"), QStringLiteral("Addresses"), QStringLiteral("Coins"),
                 QStringLiteral("People"), QStringLiteral("Several keys")});
    const int whole = tabs.sizeHint().width();
    QVERIFY(tabs.minimumSizeHint().width() < whole / 2);
    tabs.resize(whole / 2, tabs.sizeHint().height());
    tabs.show();
    QTest::keyClick(&tabs, Qt::Key_End);
    QCOMPARE(tabs.currentIndex(), 4);
    QVERIFY(tabs.rect().contains(tabs.tabRect(4)));
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
    stepper.setRange(1, 20);
    stepper.setValue(2);
    stepper.resize(stepper.sizeHint());
    stepper.show();
    QVERIFY(QTest::qWaitForWindowActive(&stepper));
    QSignalSpy changed(&stepper, &QSpinBox::valueChanged);
    const QPoint less(px(10), stepper.height() / 2);
    const QPoint more(stepper.width() - px(10), stepper.height() / 2);
    const auto valueAfter = [&](Qt::Key key) {
        QTest::keyClick(&stepper, key);
        return stepper.value();
    };
    QCOMPARE(valueAfter(Qt::Key_Up), 3);
    QCOMPARE(valueAfter(Qt::Key_Plus), 4);
    QCOMPARE(valueAfter(Qt::Key_Down), 3);
    QCOMPARE(valueAfter(Qt::Key_Minus), 2);
    QCOMPARE(valueAfter(Qt::Key_PageUp), 12);
    QCOMPARE(valueAfter(Qt::Key_PageDown), 2);
    QCOMPARE(valueAfter(Qt::Key_End), 20);
    QTest::mouseClick(&stepper, Qt::LeftButton, {}, more); // there is no more
    QCOMPARE(stepper.value(), 20);
    QTest::mouseClick(&stepper, Qt::LeftButton, {}, less);
    QCOMPARE(stepper.value(), 19);
    QCOMPARE(valueAfter(Qt::Key_Home), 1);
    QTest::mouseClick(&stepper, Qt::LeftButton, {}, more);
    QCOMPARE(stepper.value(), 2);
    QCOMPARE(changed.count(), 10);
    stepper.selectAll();
    QTest::keyClicks(&stepper, QStringLiteral("17"));
    QCOMPARE(changed.count(), 10); // being typed
    QTest::keyClick(&stepper, Qt::Key_Return);
    QCOMPARE(stepper.value(), 17);
    QCOMPARE(changed.count(), 11);
}

void WidgetsTest::tellsScreenReadersWhatItIs() {
    const auto told = [](QWidget& widget) { return QAccessible::queryAccessibleInterface(&widget); };
    TabBar tabs({QStringLiteral("Activity"), QStringLiteral("Send")});
    tabs.setCurrentIndex(1);
    QCOMPARE(told(tabs)->role(), QAccessible::PageTabList);
    QAccessibleInterface* send = told(tabs)->child(1);
    QCOMPARE(send->role(), QAccessible::PageTab);
    QCOMPARE(send->text(QAccessible::Name), QStringLiteral("Send"));
    const auto isChosen = [](QAccessibleInterface* tab) { // as Qt tells it, from one version to the next
        return tab->state().selected || tab->state().focused;
    };
    QVERIFY(isChosen(send));
    QVERIFY(!isChosen(told(tabs)->child(0)));

    SegmentedControl modes({QStringLiteral("Always"), QStringLiteral("When payments wait")});
    QAccessibleInterface* always = told(*modes.segment(0));
    QCOMPARE(always->role(), QAccessible::RadioButton);
    QCOMPARE(always->text(QAccessible::Name), QStringLiteral("Always"));
    QVERIFY(always->state().checked);

    ToggleSwitch toggle;
    toggle.setAccessibleName(QStringLiteral("Mining"));
    toggle.setChecked(true);
    QCOMPARE(told(toggle)->role(), QAccessible::CheckBox);
    QCOMPARE(told(toggle)->text(QAccessible::Name), QStringLiteral("Mining"));
    QVERIFY(told(toggle)->state().checked);

    Stepper stepper;
    stepper.setRange(1, 4);
    stepper.setValue(3);
    QCOMPARE(told(stepper)->role(), QAccessible::SpinBox);
    QVERIFY(told(stepper)->valueInterface());
    QCOMPARE(told(stepper)->valueInterface()->currentValue().toInt(), 3);
    QCOMPARE(told(stepper)->valueInterface()->maximumValue().toInt(), 4);
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

void WidgetsTest::changesFactsInPlace() {
    FactsList list(FactsList::Values::Trailing);
    int opened = 0;
    const auto lead = [&](int to) { return [&opened, to] { opened = to; }; };
    list.setLink(QStringLiteral("Next"), QStringLiteral("Block 7"), lead(7));
    list.setHash(QStringLiteral("Hash"), {Thing::Block, QStringLiteral("00aa")}, nullptr);
    list.setFact(QStringLiteral("Seen"), QStringLiteral("now"));
    list.resize(400, 200);
    list.show();
    QVERIFY(QTest::qWaitForWindowActive(&list));
    const QList<QWidget*> before = list.findChildren<QWidget*>();
    auto* link = list.findChild<SentenceLabel*>();
    link->setFocus();
    QTest::mousePress(link, Qt::LeftButton, {}, QPoint(link->width() - 8, link->height() / 2));
    list.setLink(QStringLiteral("Next"), QStringLiteral("Block 8"), lead(8));
    list.setHash(QStringLiteral("Hash"), {Thing::Block, QStringLiteral("00bb")}, nullptr);
    list.setFact(QStringLiteral("Seen"), QStringLiteral("2 s ago"));
    QCOMPARE(list.findChildren<QWidget*>(), before);
    QVERIFY(link->hasFocus());
    QCOMPARE(link->text(), QStringLiteral("Block 8"));
    QCOMPARE(list.findChild<HashLabel*>()->text(), QStringLiteral("00bb"));
    QTest::mouseRelease(link, Qt::LeftButton, {}, QPoint(link->width() - 8, link->height() / 2));
    QTRY_COMPARE(opened, 8);
    list.setFact(QStringLiteral("Next"), QStringLiteral("not found yet")); // another kind of value
    QTRY_COMPARE(list.findChildren<SentenceLabel*>().size(), 0);
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
    TabBar* tabs = header.setTabs({QStringLiteral("Activity"), QStringLiteral("Send")});
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
