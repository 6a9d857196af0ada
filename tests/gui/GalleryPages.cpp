#include "GalleryPages.h"

#include "gui/Format.h"
#include "gui/frame/FrameWindow.h"
#include "gui/frame/Header.h"
#include "gui/frame/Page.h"
#include "gui/frame/StatusBar.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/AreaChart.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/ChainStrip.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/FlowDiagram.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/MiningPictures.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/RowsModel.h"
#include "gui/widgets/SegmentedControl.h"
#include "gui/widgets/Stepper.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/ToggleSwitch.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSlider>
#include <QStandardItemModel>

using namespace gui;
using primitives::Amount;

namespace {

CardRow* cards(std::initializer_list<std::pair<QWidget*, int>> parts) {
    auto* line = new CardRow;
    for (const auto& [widget, stretch] : parts)
        line->add(widget, stretch);
    return line;
}

QHBoxLayout* row(std::initializer_list<std::pair<QWidget*, int>> parts) {
    auto* layout = new QHBoxLayout;
    layout->setSpacing(px(16));
    for (const auto& [widget, stretch] : parts)
        layout->addWidget(widget, stretch);
    return layout;
}

QVector<AreaChart::Point> series(std::initializer_list<double> values, double factor) {
    QVector<AreaChart::Point> points;
    for (const double value : values)
        points.append({static_cast<double>(points.size()), value * factor,
                       QStringLiteral("10:%1").arg(points.size() + 10)});
    return points;
}

QStandardItem* cell(const QString& text, TextStyle style = TextStyle::Normal, bool right = false) {
    auto* item = new QStandardItem(text);
    item->setData(static_cast<int>(style), TextStyleRole);
    item->setTextAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return item;
}

QStandardItem* tagCell(const QString& text, TagKind kind, bool right = true) {
    auto* item = cell(text, TextStyle::Normal, right);
    item->setData(static_cast<int>(kind), TagKindRole);
    return item;
}

Card* balanceCard() {
    auto* card = new Card(QStringLiteral("Savings"));
    card->setMutedTitle(true);
    auto* figure = new BigFigure;
    figure->setAmount(Amount(120'450'000'000));
    card->body()->setSpacing(px(4));
    card->body()->addWidget(figure);
    card->body()->addWidget(
        new SentenceLabel(QStringLiteral("<b>954.50</b> spendable &nbsp;&nbsp; <work>250.00</work> maturing, "
                                         "next in 2 blocks &nbsp;&nbsp; <b>0</b> on the way")));
    card->body()->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(10));
    buttons->addWidget(new Button(QStringLiteral("Send"), Button::Kind::Primary));
    buttons->addWidget(new Button(QStringLiteral("Receive")));
    buttons->addWidget(new Button(QStringLiteral("Back up words")));
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    return card;
}

Card* chartCard(const QString& title, const QVector<AreaChart::Point>& points, Token token) {
    auto* card = new Card(title);
    auto* chart = new AreaChart;
    chart->setPoints(points);
    chart->setToken(token);
    chart->setCornerRadius(11);
    chart->setAccessibleName(title);
    auto* twin = new PictureWithTable(chart);
    card->setBleed(true);
    card->addHeaderWidget(twin->toggle());
    card->body()->addWidget(twin);
    return card;
}

Card* miningCard() {
    auto* card = new Card(QStringLiteral("Mining"));
    auto* toggle = new ToggleSwitch;
    toggle->setToken(Token::Work);
    toggle->setChecked(true);
    toggle->setAccessibleName(QStringLiteral("Mining"));
    card->addHeaderWidget(toggle);
    auto* figure = new BigFigure;
    figure->setFigure(QStringLiteral("34.2"), QStringLiteral("MH/s on 2 threads"));
    card->body()->setSpacing(px(4));
    card->body()->addWidget(figure);
    card->body()->addWidget(
        new SentenceLabel(QStringLiteral("A block about every <b>41 s</b>; 18 % of the network")));
    card->body()->addStretch(1);
    card->body()->addWidget(new SentenceLabel(QStringLiteral("Found today <b>27</b> · lost to forks 1")));
    return card;
}

ChainStrip* strip() {
    auto* chain = new ChainStrip;
    const auto block = [](const char* title, double fill, const char* what, const char* when,
                          bool own = false) {
        return StripBlock{QString::fromUtf8(title),
                          fill,
                          {QString::fromUtf8(what), QString::fromUtf8(when)},
                          own ? QStringLiteral("you") : QString(),
                          own,
                          QString::fromUtf8(title)};
    };
    chain->setPending({block("next", 0.34, "3 payments", "in about 10 s")});
    chain->setBlocks({block("2\u00a0148", 0.12, "1 + 2 payments", "8 s ago", true),
                      block("2\u00a0147", 0.55, "14 payments", "21 s ago"),
                      block("2\u00a0146", 0.08, "1 payment", "29 s ago"),
                      block("2\u00a0145", 0.78, "31 payments", "44 s ago", true),
                      block("2\u00a0144", 0.2, "4 payments", "53 s ago"),
                      block("2\u00a0143", 0, "no payments", "1 min ago"),
                      block("2\u00a0142", 0.4, "9 payments", "1 min ago"),
                      block("2\u00a0141", 0.12, "2 payments", "1 min ago")});
    return chain;
}

DataTable* paymentsTable(QObject* owner) {
    auto* model = new QStandardItemModel(owner);
    const auto add = [&](const char* when, const char* what, const char* note, qint64 amount,
                         const char* state, TagKind kind) {
        model->appendRow({cell(QString::fromUtf8(when), TextStyle::Faint),
                          cell(QString::fromUtf8(what), TextStyle::Strong),
                          cell(QString::fromUtf8(note), TextStyle::Muted),
                          cell(format().signedAmount(Amount(amount)), TextStyle::Amount, true),
                          tagCell(QString::fromUtf8(state), kind)});
    };
    add("Today 10:42", "Received from Ana", "rent for the projector", 1'200'000'000, "2 of 6",
        TagKind::Accent);
    add("Today 10:31", "Mined block 2\u00a0148", "", 5'000'010'400, "matures in 9", TagKind::Work);
    add("Today 10:28", "Sent to Bo", "lunch", -425'000'000, "confirmed", TagKind::Neutral);
    add("Today 10:11", "Mined block 2\u00a0145", "", 5'000'031'000, "matures in 6", TagKind::Work);
    add("Yesterday 09:10", "Received", "no note yet", 10'000'000'000, "confirmed", TagKind::Neutral);
    auto* table = new DataTable;
    table->setModel(model);
    table->setHeadsVisible(false);
    table->setColumnStretch(2);
    table->setAccessibleName(QStringLiteral("My last payments"));
    return table;
}

DataTable* peersTable(QObject* owner) {
    auto* model = new RowsModel(owner);
    model->setColumns({{QStringLiteral("Peer"), TextStyle::Strong, false},
                       {QStringLiteral("Address"), TextStyle::MonoMuted, false},
                       {QStringLiteral("Height"), TextStyle::Normal, true},
                       {QStringLiteral("Ping"), TextStyle::Faint, true}});
    model->setRows({{QStringLiteral("teacher"), QStringLiteral("192.168.1.20"), QStringLiteral("2\u00a0148"),
                     QStringLiteral("4 ms")},
                    {QStringLiteral("ana-laptop"), QStringLiteral("192.168.1.31"),
                     QStringLiteral("2\u00a0148"), QStringLiteral("9 ms")},
                    {QStringLiteral("bo"), QStringLiteral("192.168.1.44"), QStringLiteral("2\u00a0148"),
                     QStringLiteral("11 ms")},
                    {QStringLiteral("pi-4"), QStringLiteral("192.168.1.9"), QStringLiteral("2\u00a0147"),
                     QStringLiteral("31 ms")}});
    auto* table = new DataTable;
    table->setModel(model);
    table->setHeadsVisible(false);
    table->setColumnStretch(0);
    table->setAccessibleName(QStringLiteral("Peers"));
    return table;
}

QVector<FlowEnd> sampleInputs() {
    using Kind = FlowEnd::Kind;
    return {{QStringLiteral("Savings"), QStringLiteral("cairn1q7h…k2md"), QStringLiteral("40.000"), 0.594,
             Kind::Own},
            {QStringLiteral("Savings"), QStringLiteral("cairn1qzz…04ul"), QStringLiteral("22.500"), 0.334,
             Kind::Own},
            {QStringLiteral("Savings"), QStringLiteral("cairn1q0e…ax9w"), QStringLiteral("4.750"), 0.07,
             Kind::Own}};
}

QVector<FlowEnd> sampleOutputs() {
    using Kind = FlowEnd::Kind;
    return {{QStringLiteral("fee"), QStringLiteral("21 sat/vB"), QStringLiteral("0.000\u00a0052"), 0.0001,
             Kind::Fee},
            {QStringLiteral("Bo"), QStringLiteral("cairn1qv4…m3te"), QStringLiteral("60.000"), 0.892,
             Kind::Other},
            {QStringLiteral("change, Savings"), QStringLiteral("cairn1qk8…j7qd"),
             QStringLiteral("7.249\u00a0948"), 0.108, Kind::Own}};
}

QWidget* field(const QString& name, QWidget* control) {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setSpacing(px(5));
    column->addWidget(makeFieldName(name, control));
    column->addWidget(control);
    return box;
}

Card* sendResult() {
    auto* result = new Card(QStringLiteral("What will happen"));
    auto* sentence = new SentenceLabel(QStringLiteral(
        "Bo gets <b>60</b>; <b>7.249\u00a0948</b> comes back to you; the miner gets <b>0.000\u00a0052</b>."));
    sentence->setProperty("role", QStringLiteral("lead"));
    sentence->setStrong(true);
    result->body()->setSpacing(px(14));
    result->body()->addWidget(sentence);
    auto* flow = new FlowDiagram;
    flow->setCompact(true);
    flow->setEnds(sampleInputs(), sampleOutputs());
    result->body()->addWidget(flow);
    result->body()->addWidget(new Banner(
        Banner::Kind::Good,
        QStringLiteral("<accent>Rehearsed: the network would accept it, in block 2\u00a0149.</accent>")));
    result->body()->addWidget(
        new SentenceLabel(QStringLiteral("Uses 3 of your 14 coins. They came from two people; both will be "
                                         "able to see that the coins belong together.")));
    result->body()->addStretch(1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->setSpacing(px(10));
    buttons->addWidget(new Button(QStringLiteral("Save for signing elsewhere")));
    auto* send = new Button(QStringLiteral("Review and send"), Button::Kind::Primary);
    send->setKeyHint(QStringLiteral("Ctrl ⏎"));
    buttons->addWidget(send);
    result->body()->addLayout(buttons);
    return result;
}

} // namespace

Page* makeHomeSample() {
    auto* page = new Page(QStringLiteral("Home"));
    Card* balance = balanceCard();
    Card* history =
        chartCard(QStringLiteral("Balance, last 7 days"),
                  series({2, 2, 3, 3, 4, 6, 6, 7, 9, 9, 8, 8, 11, 13, 13, 12, 14}, 1), Token::Accent);
    Card* mining = miningCard();
    for (Card* card : {balance, history, mining})
        card->setMinimumHeight(px(212));
    page->body()->addWidget(cards({{balance, 15}, {history, 11}, {mining, 10}}));
    auto* chain = new Card(QStringLiteral("The chain"));
    chain->setLink(QStringLiteral("open in Explorer →"));
    chain->body()->addWidget(strip());
    page->body()->addWidget(chain);
    auto* payments = new Card(QStringLiteral("My last payments"));
    payments->setLink(QStringLiteral("all activity →"));
    payments->body()->addWidget(paymentsTable(page));
    auto* network = new Card(QStringLiteral("Network"));
    auto* invite = new Button(QStringLiteral("Invite"));
    invite->setSmall(true);
    network->addHeaderWidget(invite);
    network->body()->addWidget(
        new SentenceLabel(QStringLiteral("<good>In step.</good> Six peers, all on block 2\u00a0148.")));
    network->body()->addWidget(peersTable(page));
    page->body()->addWidget(cards({{payments, 16}, {network, 10}}), 1);
    return page;
}

Page* makeSendSample() {
    auto* page = new Page(QStringLiteral("Wallet"));
    page->header()->setTitle(QStringLiteral("Savings"));
    page->header()->addTag(QStringLiteral("encrypted"));
    page->header()->setTabs({QStringLiteral("Activity"), QStringLiteral("Send"), QStringLiteral("Receive"),
                             QStringLiteral("Coins"), QStringLiteral("Addresses"), QStringLiteral("People")});
    page->header()->tabs()->setCurrentIndex(1);
    auto* another = new Button(QStringLiteral("Another payment"));
    another->setIconName(QStringLiteral("plus"));
    page->header()->addAction(another);

    auto* form = new Card;
    auto* to = new QLineEdit(QStringLiteral("cairn1qv4m3k8w2s7hm3te"));
    setStyleProperty(to, "mono", QStringLiteral("true"));
    form->body()->setSpacing(px(14));
    form->body()->addLayout(
        row({{field(QStringLiteral("&To"), to), 16},
             {field(QStringLiteral("&Note, only for you"), new QLineEdit(QStringLiteral("lunch"))), 10}}));
    auto* from = new QComboBox;
    from->addItems({QStringLiteral("best coins"), QStringLiteral("choose coins …")});
    form->body()->addLayout(
        row({{field(QStringLiteral("&Amount"), new QLineEdit(QStringLiteral("60.00"))), 16},
             {field(QStringLiteral("&From"), from), 10}}));
    auto* fee = new Card(QStringLiteral("Fee"));
    auto* views = new SegmentedControl(
        {QStringLiteral("Next blocks"), QStringLiteral("Waiting payments"), QStringLiteral("Exact")});
    views->setSmall(true);
    fee->addHeaderWidget(views);
    auto* blocks = new ChainStrip;
    blocks->setPending({{QStringLiteral("2nd"),
                         0.18,
                         {QStringLiteral("2 payments"), QStringLiteral("from 2 sat/vB")},
                         {},
                         false,
                         {}},
                        {QStringLiteral("next"),
                         0.62,
                         {QStringLiteral("12 + yours"), QStringLiteral("from 8 sat/vB")},
                         {},
                         false,
                         {}}});
    blocks->setBlocks({{QStringLiteral("2\u00a0148"),
                        0.12,
                        {QStringLiteral("2 payments"), QStringLiteral("8 s ago")},
                        {},
                        false,
                        {}}});
    blocks->setChosen(1);
    auto* rate = new BigFigure;
    rate->setMedium(true);
    rate->setFigure(QStringLiteral("21"), QStringLiteral("sat/vB"));
    fee->body()->addLayout(row({{blocks, 3}, {rate, 1}}));
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setProperty("kind", QStringLiteral("fee"));
    slider->setValue(58);
    slider->setAccessibleName(QStringLiteral("Fee rate"));
    fee->body()->addWidget(slider);
    auto* words = row({{makeLabel(QStringLiteral("cheap, may wait"), "faint"), 1}});
    words->addWidget(makeLabel(QStringLiteral("in the next block, about 10 s"), "muted"));
    words->addWidget(makeLabel(QStringLiteral("first of all"), "faint"), 1, Qt::AlignRight);
    fee->body()->addLayout(words);

    auto* left = new QVBoxLayout;
    left->setSpacing(px(16));
    left->addWidget(form);
    left->addWidget(fee);
    left->addStretch(1);
    auto* leftSide = new QWidget;
    leftSide->setLayout(left);
    page->body()->addWidget(cards({{leftSide, 125}, {sendResult(), 100}}), 1);
    return page;
}

Page* makeTransactionSample() {
    auto* page = new Page(QStringLiteral("Explorer"));
    page->header()->setTitle(QStringLiteral("Transaction"));
    page->header()->showHistory(true, false);
    auto* id =
        new HashLabel(QStringLiteral("5d1e90c4a7f3b2d1889e04c1b2a39c77d10e44fb0b7a6c2e1f93d5a80cc1be02"));
    id->setShortened(10, 4);
    page->header()->addTitleWidget(id);
    page->header()->addTag(QStringLiteral("2 of 6 confirmations"), TagKind::Accent);
    page->header()->addTag(QStringLiteral("yours"), TagKind::Own);
    for (const char* name : {"Copy id", "as API call", "Speed up"})
        page->header()->addAction(new Button(QString::fromUtf8(name)));
    auto* money = new Card(QStringLiteral("Where the money goes"));
    money->setNote(QStringLiteral("67.250 in = 67.249\u00a0948 out + 0.000\u00a0052 to the miner"));
    auto* flow = new FlowDiagram;
    flow->setEnds(sampleInputs(), sampleOutputs());
    auto* twin = new PictureWithTable(flow);
    twin->setMinimumHeight(px(250));
    money->addHeaderWidget(twin->toggle());
    money->body()->addWidget(twin);
    page->body()->addWidget(money);
    auto* facts = new Card(QStringLiteral("Facts"));
    auto* list = new FactsList;
    list->setFact(QStringLiteral("In block"), QStringLiteral("2\u00a0147 · position 4 of 15"));
    list->setFact(QStringLiteral("First seen"), QStringLiteral("21 s ago, from ana-laptop"));
    list->setFact(QStringLiteral("Fee"), QStringLiteral("0.000\u00a0052\u00a000 · 21.0 sat/vB"));
    list->setFact(QStringLiteral("Size"), QStringLiteral("389 B · 248 vB · 992 WU"));
    list->setFact(QStringLiteral("Replaceable"), QStringLiteral("yes (BIP 125)"));
    list->setFact(QStringLiteral("Signatures"), QStringLiteral("3 × ECDSA, all valid"));
    list->setFact(
        QStringLiteral("Witness id"),
        new HashLabel(QStringLiteral("a0c4e1b2a39c77d10e44fb0b7a6c2e1f93d5a80cc1be025d1e90c4a7f3b2d188")));
    facts->body()->addWidget(list);
    facts->body()->addStretch(1);
    auto* blocks = new Card(QStringLiteral("Blocks"));
    blocks->setNote(QStringLiteral("2\u00a0149 in the best chain · 14 stale"));
    auto* model = new QStandardItemModel(page);
    model->setHorizontalHeaderLabels(
        {QStringLiteral("Height"), QStringLiteral("Hash"), QStringLiteral("Found"), QStringLiteral("By"),
         QStringLiteral("Payments"), QStringLiteral("Fees"), QStringLiteral("Size")});
    const auto add = [&](const char* height, const char* by, bool mine, bool stale, const char* count,
                         qint64 fees) {
        auto* first = cell(QString::fromUtf8(height), TextStyle::Strong);
        auto* who = mine ? tagCell(QStringLiteral("you"), TagKind::Own, false) : cell(QString::fromUtf8(by));
        if (stale) {
            first->setData(static_cast<int>(RowTone::Faded), RowToneRole);
            who->setData(QStringLiteral("stale"), TrailingTagRole);
            who->setData(static_cast<int>(TagKind::Neutral), TagKindRole);
        }
        model->appendRow({first, cell(QStringLiteral("00000041…9e2c"), TextStyle::MonoMuted),
                          cell(QStringLiteral("8 s ago"), TextStyle::Muted), who,
                          cell(QString::fromUtf8(count), TextStyle::Normal, true),
                          cell(format().amount(Amount(fees)), TextStyle::Amount, true),
                          cell(QStringLiteral("871 B"), TextStyle::Muted, true)});
    };
    add("2\u00a0148", "", true, false, "2", 10'400);
    add("2\u00a0147", "teacher", false, false, "14", 73'000);
    add("2\u00a0146", "pi-4", false, false, "1", 5'200);
    add("2\u00a0146′", "bo", false, true, "1", 5'200);
    add("2\u00a0145", "", true, false, "31", 131'000);
    add("2\u00a0144", "ana", false, false, "4", 21'000);
    auto* table = new DataTable;
    table->setModel(model);
    table->setColumnStretch(1);
    table->setColumnAlignment(4, Qt::AlignRight);
    table->setColumnAlignment(5, Qt::AlignRight);
    table->setColumnAlignment(6, Qt::AlignRight);
    table->selectRow(4);
    table->setAccessibleName(QStringLiteral("Blocks"));
    blocks->body()->addWidget(table);
    page->body()->addWidget(cards({{facts, 100}, {blocks, 175}}), 1);
    return page;
}

Page* makeMiningSample() {
    auto* page = new Page(QStringLiteral("Mining"));
    page->header()->addAction(
        new SegmentedControl({QStringLiteral("Always"), QStringLiteral("When payments wait")}));
    auto* one = new Button(QStringLiteral("Mine one block now"));
    one->setKeyHint(QStringLiteral("Ctrl B"));
    page->header()->addAction(one);
    page->header()->addAction(new Button(QStringLiteral("Stop mining"), Button::Kind::Work));
    Card* rate = chartCard(
        QStringLiteral("Hash rate"),
        series({3, 9, 11, 11.2, 11, 11.3, 10.8, 11.1, 11.4, 11.2, 7, 11, 11.3, 11.1, 11.2, 11.4, 11.2, 11.3},
               3.1),
        Token::Work);
    rate->setMinimumHeight(px(236));
    auto* chance = new Card(QStringLiteral("Chance"));
    chance->setMutedTitle(true);
    auto* figure = new BigFigure;
    figure->setFigure(QStringLiteral("41 s"));
    chance->body()->addWidget(figure);
    chance->body()->addWidget(
        new SentenceLabel(QStringLiteral("expected to the next block of yours.<br>Half the time sooner than "
                                         "28 s, one time in ten later than 94 s.")));
    chance->body()->addWidget(makeLabel(QStringLiteral("Luck since start"), "muted"));
    auto* luck = new LuckBar;
    luck->setLuck(27, 25);
    chance->body()->addWidget(luck);
    chance->body()->addWidget(makeLabel(QStringLiteral("27 found, 25.0 expected"), "faint"));
    chance->body()->addStretch(1);
    page->body()->addWidget(cards({{rate, 17}, {chance, 10}}));
    auto* block = new Card(QStringLiteral("This block"));
    block->setNote(QStringLiteral("height 2\u00a0149 · reward <b>50.000\u00a0417\u00a000</b> · 3 payments"));
    auto* bar = new TargetBar;
    bar->setBits(23.4, 26);
    auto* line = row({{makeLabel(QStringLiteral("Closest miss so far"), "muted"), 0},
                      {bar, 1},
                      {makeLabel(QStringLiteral("23.4 bits"), "monoMuted"), 0}});
    block->body()->addLayout(line);
    page->body()->addWidget(block);
    auto* found = new Card(QStringLiteral("Blocks found"));
    found->body()->addWidget(paymentsTable(page));
    auto* hard = new Card(QStringLiteral("How hard"));
    auto* cells = new IntervalCells;
    cells->setProgress(7, 10);
    hard->body()->addWidget(cells);
    hard->body()->addWidget(new SentenceLabel(
        QStringLiteral("Next adjustment after block 2\u00a0150, in about 25 s.<br>Blocks took 8.1 s instead "
                       "of 10 s: difficulty will rise by about <b>23\u00a0%</b>.")));
    auto* facts = new FactsList(FactsList::Values::Trailing);
    facts->setFact(QStringLiteral("Whole network"), QStringLiteral("190 MH/s"));
    facts->setFact(QStringLiteral("Your share"), QStringLiteral("18 %"));
    auto* threads = new Stepper;
    threads->setRange(1, 2);
    threads->setValue(2);
    facts->setFact(QStringLiteral("Threads"), threads);
    hard->body()->addWidget(facts);
    hard->body()->addStretch(1);
    page->body()->addWidget(cards({{found, 15}, {hard, 10}}), 1);
    return page;
}

void fillFrame(FrameWindow& window) {
    format().setUnit(QStringLiteral("LAB"));
    window.header()->setNetwork(QStringLiteral("Lab 12"), QStringLiteral("maple · river · otter"),
                                color(Token::Net));
    window.header()->setHeight(2148);
    window.header()->setMining(true, 34'200'000);
    window.header()->setWallet(QStringLiteral("Savings"), Amount(120'450'000'000));
    window.statusBar()->setSync(StatusBar::State::Good, QStringLiteral("In step"),
                                QStringLiteral("with 6 peers"));
    window.statusBar()->setItem(StatusBar::Item::Mempool, QStringLiteral("3 payments waiting"));
    window.statusBar()->setItem(StatusBar::Item::LastBlock, QStringLiteral("Last block 8 s ago by you"));
    window.statusBar()->setItem(StatusBar::Item::Api, QStringLiteral("API on 127.0.0.1:5000"));
    window.statusBar()->setItem(StatusBar::Item::Unit, QStringLiteral("LAB"));
}
