#include "GalleryPages.h"

#include "gui/frame/Page.h"
#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/RowsModel.h"
#include "gui/widgets/SearchField.h"
#include "gui/widgets/SegmentedControl.h"
#include "gui/widgets/Stepper.h"
#include "gui/widgets/TabBar.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/ToggleSwitch.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

using namespace gui;

namespace {

QHBoxLayout* line(std::initializer_list<QWidget*> widgets) {
    auto* layout = new QHBoxLayout;
    layout->setSpacing(px(10));
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return layout;
}

template <typename T>
T* disabled(T* widget) {
    widget->setEnabled(false);
    return widget;
}

QMenu* exportMenu(QWidget* parent) {
    auto* menu = new QMenu(parent);
    menu->addAction(icon(QStringLiteral("copy")), QStringLiteral("Copy as text"))
        ->setShortcut(QKeySequence::Copy);
    menu->addAction(icon(QStringLiteral("download")), QStringLiteral("Save as file …"));
    menu->addSeparator();
    QAction* whole = menu->addAction(QStringLiteral("With notes"));
    whole->setCheckable(true);
    whole->setChecked(true);
    menu->addAction(icon(QStringLiteral("print")), QStringLiteral("Print"))->setEnabled(false);
    return menu;
}

void askToRemove(QWidget* parent) {
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, QStringLiteral("Remove the peer?"),
        QStringLiteral("bo will be disconnected and not be dialled again. You can add it again at any time."),
        QMessageBox::Cancel, parent);
    box->addButton(QStringLiteral("Remove"), QMessageBox::AcceptRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

Card* buttonsCard() {
    using Kind = Button::Kind;
    auto* card = new Card(QStringLiteral("Buttons and tags"));
    card->body()->setSpacing(px(12));
    auto* icon = new Button(QStringLiteral("Send"), Kind::Primary);
    icon->setIconName(QStringLiteral("send"));
    auto* hint = new Button(QStringLiteral("Mine one block now"));
    hint->setKeyHint(QStringLiteral("Ctrl B"));
    auto* menu = new Button(QStringLiteral("Export"));
    menu->setChevron(true);
    menu->setMenu(exportMenu(menu));
    card->body()->addLayout(line(
        {icon, new Button(QStringLiteral("Normal")), new Button(QStringLiteral("Start mining"), Kind::Work),
         new Button(QStringLiteral("Remove"), Kind::Danger), new Button(QStringLiteral("Quiet"), Kind::Quiet),
         new Button(QStringLiteral("a link →"), Kind::Link)}));
    auto* small = new Button(QStringLiteral("Small"));
    small->setSmall(true);
    card->body()->addLayout(
        line({hint, menu, small,
              Button::iconOnly(QStringLiteral("refresh"), QStringLiteral("Refresh"), Kind::Normal),
              Button::iconOnly(QStringLiteral("dots"), QStringLiteral("More"))}));
    card->body()->addLayout(line({disabled(new Button(QStringLiteral("Primary"), Kind::Primary)),
                                  disabled(new Button(QStringLiteral("Normal"))),
                                  disabled(new Button(QStringLiteral("Danger"), Kind::Danger)),
                                  disabled(new Button(QStringLiteral("Quiet"), Kind::Quiet)),
                                  new QPushButton(QStringLiteral("QPushButton"))}));
    card->body()->addLayout(line(
        {new Tag(QStringLiteral("neutral"), TagKind::Neutral),
         new Tag(QStringLiteral("2 of 6"), TagKind::Accent),
         new Tag(QStringLiteral("matures in 9"), TagKind::Work),
         new Tag(QStringLiteral("yours"), TagKind::Own), new Tag(QStringLiteral("valid"), TagKind::Good),
         new Tag(QStringLiteral("lost to a fork"), TagKind::Bad), new KeyHint(QStringLiteral("Ctrl K"))}));
    return card;
}

Card* choicesCard() {
    auto* card = new Card(QStringLiteral("Choices"));
    card->body()->setSpacing(px(12));
    auto* on = new ToggleSwitch;
    on->setChecked(true);
    on->setAccessibleName(QStringLiteral("On"));
    auto* work = new ToggleSwitch;
    work->setToken(Token::Work);
    work->setChecked(true);
    work->setAccessibleName(QStringLiteral("Mining"));
    auto* off = new ToggleSwitch;
    off->setAccessibleName(QStringLiteral("Off"));
    auto* never = disabled(new ToggleSwitch);
    never->setAccessibleName(QStringLiteral("Never"));
    auto* small =
        new SegmentedControl({QStringLiteral("Fee rate"), QStringLiteral("Age"), QStringLiteral("Type")});
    small->setSmall(true);
    card->body()->addLayout(line({new SegmentedControl({QStringLiteral("Tree"), QStringLiteral("Strip"),
                                                        QStringLiteral("List"), QStringLiteral("Charts")}),
                                  small}));
    auto* tabs = new TabBar({QStringLiteral("Answer"), QStringLiteral("Headers"), QStringLiteral("curl"),
                             QStringLiteral("Python")});
    tabs->setAccessibleName(QStringLiteral("What to show"));
    tabs->setTabEnabled(2, false);
    auto* smallTabs = new TabBar({QStringLiteral("Answer"), QStringLiteral("Headers")});
    smallTabs->setAccessibleName(QStringLiteral("What to show, small"));
    smallTabs->setSmall(true);
    card->body()->addLayout(line({tabs, smallTabs}));
    auto* checked = new QCheckBox(QStringLiteral("Checked"));
    checked->setChecked(true);
    auto* partial = new QCheckBox(QStringLiteral("Partly"));
    partial->setTristate(true);
    partial->setCheckState(Qt::PartiallyChecked);
    auto* disabledCheck = disabled(new QCheckBox(QStringLiteral("Disabled")));
    disabledCheck->setChecked(true);
    card->body()->addLayout(
        line({on, work, off, never, checked, new QCheckBox(QStringLiteral("Not")), partial, disabledCheck}));
    auto* radio = new QRadioButton(QStringLiteral("Automatic"));
    radio->setChecked(true);
    auto* stepper = new Stepper;
    stepper->setAccessibleName(QStringLiteral("Threads"));
    stepper->setValue(2);
    card->body()->addLayout(line({radio, new QRadioButton(QStringLiteral("Exact")), stepper}));
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    auto* fee = new QSlider(Qt::Horizontal);
    fee->setProperty("kind", QStringLiteral("fee"));
    fee->setValue(58);
    auto* progress = new QProgressBar;
    progress->setValue(54);
    card->body()->addWidget(slider);
    card->body()->addWidget(fee);
    card->body()->addWidget(progress);
    return card;
}

Card* fieldsCard() {
    auto* card = new Card(QStringLiteral("Fields"));
    card->body()->setSpacing(px(10));
    auto* empty = new QLineEdit;
    empty->setPlaceholderText(QStringLiteral("Name of the wallet"));
    auto* wrong = new QLineEdit(QStringLiteral("cairn1qv4m3k8w2s7hm3tx"));
    setStyleProperty(wrong, "mono", QStringLiteral("true"));
    setStyleProperty(wrong, "invalid", QStringLiteral("true"));
    card->body()->addWidget(makeFieldName(QStringLiteral("&Name"), empty));
    card->body()->addWidget(empty);
    card->body()->addWidget(makeFieldName(QStringLiteral("&To"), wrong));
    card->body()->addWidget(wrong);
    card->body()->addWidget(
        makeLabel(QStringLiteral("The last letters do not fit: a digit is wrong."), "bad"));
    auto* combo = new QComboBox;
    combo->addItems({QStringLiteral("English"), QStringLiteral("Deutsch")});
    auto* spin = new QSpinBox;
    spin->setRange(0, 100);
    spin->setValue(6);
    spin->setSuffix(QStringLiteral(" blocks"));
    card->body()->addLayout(line({combo, spin, disabled(new QComboBox), disabled(new QSpinBox)}));
    auto* search = new SearchField(QStringLiteral("Filter this list"));
    search->setKeyHint(QStringLiteral("Ctrl F"));
    card->body()->addWidget(search);
    auto* copy = new CopyField;
    copy->setText(QStringLiteral("cairn1qv4m3k8w2s7d90lz2x6c5v4b3n2m1asdfgh7hm3te"));
    card->body()->addWidget(copy);
    auto* text = new QPlainTextEdit(QStringLiteral("Several lines\nof text"));
    text->setMaximumHeight(px(70));
    card->body()->addWidget(text);
    card->body()->addStretch(1);
    return card;
}

Card* iconsCard() {
    auto* card = new Card(QStringLiteral("Icons"));
    auto* grid = new QGridLayout;
    grid->setSpacing(px(10));
    int at = 0;
    for (const QString& name : iconNames()) {
        auto* picture = new QToolButton;
        picture->setIcon(icon(name));
        picture->setIconSize(QSize(px(18), px(18)));
        picture->setToolTip(name);
        picture->setAccessibleName(name);
        grid->addWidget(picture, at / 16, at % 16);
        ++at;
    }
    card->body()->addLayout(grid);
    card->body()->addStretch(1);
    return card;
}

} // namespace

Page* makeControlsSample() {
    auto* page = new Page(QStringLiteral("Network"));
    page->header()->setTitle(QStringLiteral("Controls"));
    page->header()->setTabs({QStringLiteral("Peers"), QStringLiteral("Near you"), QStringLiteral("Rules"),
                             QStringLiteral("Blocked")});
    auto* doctor = new Button(QStringLiteral("Doctor"));
    doctor->setToolTip(QStringLiteral("Looks for what keeps you from the others"));
    QObject::connect(doctor, &Button::clicked, doctor, [doctor] { askToRemove(doctor->window()); });
    page->header()->addAction(doctor);
    page->header()->addAction(new Button(QStringLiteral("Invite"), Button::Kind::Primary));
    auto* grid = new QGridLayout;
    grid->setSpacing(px(16));
    grid->addWidget(buttonsCard(), 0, 0);
    grid->addWidget(choicesCard(), 1, 0);
    grid->addWidget(fieldsCard(), 0, 1, 2, 1);
    grid->addWidget(iconsCard(), 2, 0, 1, 2);
    grid->setColumnStretch(0, 11);
    grid->setColumnStretch(1, 10);
    page->body()->addLayout(grid);
    page->body()->addStretch(1);
    return page;
}

Page* makeNoticesSample() {
    auto* page = new Page(QStringLiteral("API"));
    auto* banner = new Banner(
        Banner::Kind::Warning,
        QStringLiteral(
            "The words of <b>Savings</b> are not backed up. If this computer is lost, so are the coins."));
    banner->setAction(QStringLiteral("Back up words"));
    banner->setClosable(true);
    auto* error =
        new Banner(Banner::Kind::Error, QStringLiteral("Port 5000 is taken by another program. The API is "
                                                       "off; the chain and your coins are not affected."));
    error->setAction(QStringLiteral("Choose a port"));
    page->header();
    page->body()->addWidget(banner);
    page->body()->addWidget(error);
    page->body()->addWidget(new Banner(
        Banner::Kind::Info,
        QStringLiteral("You are alone on this network. Blocks are valid, but nobody else sees them.")));
    auto* code = new Card(QStringLiteral("As API call"));
    auto* block = new CodeBlock;
    block->setCode(
        QStringLiteral("curl -s http://127.0.0.1:5000/transactions/new \\\n  -H 'Content-Type: "
                       "application/json' \\\n  -d '{\"to\": \"cairn1qv4…m3te\", \"amount\": \"60\"}'"));
    code->body()->addWidget(block);
    code->body()->addWidget(makeLabel(QStringLiteral("Answers with the id of the payment."), "muted"));
    code->body()->addStretch(1);
    auto* qr = new Card(QStringLiteral("Receive"));
    auto* view = new QrView;
    view->setText(QStringLiteral("cairn:cairn1qv4m3k8w2s7d90lz2x6c5v4b3n2m1asdfgh7hm3te?amount=12"));
    qr->body()->addWidget(view);
    auto* empty = new Card(QStringLiteral("Peers"));
    auto* model = new RowsModel(page);
    model->setColumns({{QStringLiteral("Peer"), TextStyle::Normal, false},
                       {QStringLiteral("Address"), TextStyle::Mono, false},
                       {QStringLiteral("Height"), TextStyle::Normal, true}});
    auto* table = new DataTable;
    table->setModel(model);
    table->setColumnStretch(0);
    table->setEmptyState(QStringLiteral("peers"),
                         QStringLiteral("You are alone; blocks are valid but nobody sees them."),
                         QStringLiteral("Invite"));
    empty->body()->addWidget(table);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    row->addWidget(code, 2);
    row->addWidget(qr, 1);
    page->body()->addLayout(row);
    page->body()->addWidget(empty, 1);
    auto* choice = new Card;
    choice->setTitle(QStringLiteral("Try it on my own"));
    choice->addTitleWidget(new Tag(QStringLiteral("recommended"), TagKind::Accent));
    choice->setClickable(true);
    choice->setEmphasis(Card::Emphasis::Accent);
    choice->body()->addWidget(new SentenceLabel(
        QStringLiteral("A private chain on this computer. Your first block within a minute.")));
    page->body()->addWidget(choice);
    return page;
}
