#include "gui/welcome/WelcomePage.h"

#include "gui/Languages.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/CreatePanel.h"
#include "gui/welcome/JoinPanel.h"
#include "gui/welcome/LogoMark.h"
#include "gui/welcome/RestorePanel.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Tag.h"

#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kColumn = 880;
constexpr int kPanel = 680;
constexpr int kJoin = 1100;
constexpr int kWelcomeTwoColumns = 660;

QLabel* heading(const QString& text, const char* role) {
    QLabel* label = makeLabel(text, role);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

/// In the middle of the window, scrolling when the window is small.
QWidget* centred(QWidget* inner, int width) {
    inner->setMaximumWidth(px(width));
    auto* ground = new QWidget;
    auto* row = new QHBoxLayout(ground);
    row->setContentsMargins(px(24), px(24), px(24), px(24));
    row->addStretch(1);
    row->addWidget(inner, 1000);
    row->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(ground);
    scroll->viewport()->setAutoFillBackground(false);
    ground->setAutoFillBackground(false);
    return scroll;
}

/// A quiet button that opens a menu of names; the chosen one is written on it.
Button* menuButton(const QString& what, const QList<QPair<QString, QString>>& choices, const QString& current,
                   QWidget* receiver, const std::function<void(const QString&)>& choose) {
    auto* button = new Button(QString(), Button::Kind::Link);
    button->setChevron(true);
    button->setAccessibleName(what);
    auto* menu = new QMenu(button);
    for (const auto& [code, name] : choices) {
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(code == current);
        if (code == current) button->setText(name);
        QObject::connect(action, &QAction::triggered, receiver, [button, choose, code, name] {
            button->setText(name);
            choose(code);
        });
    }
    QObject::connect(button, &Button::clicked, menu, [button, menu] {
        menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    });
    return button;
}

} // namespace

WelcomePage::WelcomePage(const QString& dataRoot, const Look& look, QWidget* parent)
    : QWidget(parent), m_dataRoot(dataRoot), m_cancel(nullptr) {
    setAcceptDrops(true);
    setAccessibleName(tr("Welcome"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_ways = new QStackedWidget;
    outer->addWidget(m_ways);
    auto* choice = new QWidget;
    auto* column = new QVBoxLayout(choice);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStretch(1);
    column->addWidget(makeChoice());
    column->addWidget(makeFoot(look));
    column->addStretch(1);
    m_ways->addWidget(centred(choice, kColumn));
    m_join = new JoinPanel(dataRoot);
    m_ways->addWidget(centred(m_join, kJoin));
    connect(m_join, &JoinPanel::backRequested, this, &WelcomePage::goBack);
    connect(m_join, &JoinPanel::chosen, this, &WelcomePage::chosen);
    for (WelcomePanel* panel : {static_cast<WelcomePanel*>(new CreatePanel(dataRoot, look.nodeName)),
                                static_cast<WelcomePanel*>(new RestorePanel(dataRoot))}) {
        m_ways->addWidget(centred(panel, kPanel));
        connect(panel, &WelcomePanel::backRequested, this, &WelcomePage::goBack);
        connect(panel, &WelcomePanel::chosen, this, &WelcomePage::chosen);
    }
}

QWidget* WelcomePage::makeChoice() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new LogoMark(px(72)), 0, Qt::AlignHCenter);
    column->addSpacing(px(12));
    column->addWidget(heading(tr("A blockchain of your own"), "hero"));
    column->addSpacing(px(4));
    column->addWidget(heading(tr("What brings you here?"), "heroMuted"));
    column->addSpacing(px(34));
    QWidget* first = makeWay(tr("Try it on my own"),
                             tr("A private chain on this computer. Your first block within a minute."),
                             color(Token::Accent), tr("recommended"), Way::Choice);
    auto* upper = new CardRow(kWelcomeTwoColumns);
    upper->add(first);
    upper->add(makeWay(tr("Join a network"),
                       tr("With the link or card that its owner gave you. You see its rules first."),
                       color(Token::Net), QString(), Way::Join));
    auto* lower = new CardRow(kWelcomeTwoColumns);
    lower->add(makeWay(tr("Create a network"), tr("Choose its rules, then invite others with one card."),
                       color(Token::Work), QString(), Way::Create));
    lower->add(makeWay(tr("I have a wallet"),
                       tr("Restore it from its words; the chain is searched for its coins."),
                       color(Token::Own), QString(), Way::Restore));
    column->addWidget(upper);
    column->addSpacing(px(16));
    column->addWidget(lower);
    first->setFocus();
    return box;
}

QWidget* WelcomePage::makeWay(const QString& title, const QString& sentence, const QColor& swatch,
                              const QString& tag, Way way) {
    auto* card = new Card;
    card->setClickable(true);
    card->setAccessibleName(title);
    card->setAccessibleDescription(sentence);
    if (way == Way::Choice) card->setEmphasis(Card::Emphasis::Accent);
    card->setMinimumHeight(px(112));
    card->setCursor(Qt::PointingHandCursor);
    auto* head = new QHBoxLayout;
    head->setSpacing(px(10));
    head->addWidget(new Swatch(swatch, px(12)));
    head->addWidget(makeLabel(title, "wayTitle"));
    if (!tag.isEmpty()) head->addWidget(new Tag(tag, TagKind::Accent));
    head->addStretch(1);
    card->body()->setContentsMargins(px(6), px(4), px(6), px(4));
    card->body()->setSpacing(px(8));
    card->body()->addLayout(head);
    auto* text = new SentenceLabel(sentence);
    text->setProperty("role", "wayText");
    card->body()->addWidget(text);
    card->body()->addStretch(1);
    for (QWidget* child : card->findChildren<QWidget*>())
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(card, &Card::clicked, this, [this, way] {
        if (way != Way::Choice) return showWay(way);
        FirstStart start;
        start.network = QStringLiteral("sandbox");
        start.mine = true;
        emit chosen(start);
    });
    return card;
}

QWidget* WelcomePage::makeFoot(const Look& look) {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, px(16), 0, 0);
    row->setSpacing(px(8));
    QList<QPair<QString, QString>> choices = {{QStringLiteral("system"), tr("Language of the computer")}};
    for (const Language& language : languages())
        choices.append({language.code, language.name});
    const QList<QPair<QString, QString>> themes = {{QStringLiteral("system"), tr("Colours of the computer")},
                                                   {QStringLiteral("light"), tr("Light")},
                                                   {QStringLiteral("dark"), tr("Dark")},
                                                   {QStringLiteral("contrast"), tr("High contrast")}};
    row->addWidget(menuButton(tr("Language"), choices, look.language, this,
                              [this](const QString& code) { emit languageChosen(code); }));
    row->addWidget(menuButton(tr("Theme"), themes, look.theme, this,
                              [this](const QString& name) { emit themeChosen(name); }));
    m_cancel = new Button(tr("Back to my network"), Button::Kind::Link);
    m_cancel->hide();
    row->addWidget(m_cancel);
    connect(m_cancel, &Button::clicked, this, &WelcomePage::cancelled);
    QLabel* promise = makeLabel(tr("Nothing leaves this computer until you invite or join."), "muted");
    promise->setWordWrap(true);
    promise->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(promise, 1);
    return box;
}

void WelcomePage::showWay(Way way) {
    m_ways->setCurrentIndex(static_cast<int>(way));
    if (way == Way::Join) return m_join->focusFirst();
    if (auto* panel = m_ways->currentWidget()->findChild<WelcomePanel*>()) panel->focusFirst();
}

void WelcomePage::setCancellable(bool cancellable) {
    m_cancel->setVisible(cancellable);
}

void WelcomePage::setOneWay(Way way) {
    m_oneWay = way;
    showWay(way);
}

void WelcomePage::goBack() {
    if (m_oneWay) return emit cancelled();
    showWay(Way::Choice);
}

void WelcomePage::openText(const QString& text) {
    showWay(Way::Join);
    m_join->openText(text);
}

void WelcomePage::openFile(const QString& path) {
    showWay(Way::Join);
    m_join->openFile(path);
}

void WelcomePage::dragEnterEvent(QDragEnterEvent* event) {
    const QMimeData* mime = event->mimeData();
    if (mime->hasUrls() || mime->hasText() || mime->hasImage()) event->acceptProposedAction();
}

void WelcomePage::dropEvent(QDropEvent* event) {
    showWay(Way::Join);
    m_join->openData(event->mimeData());
}

} // namespace gui

#include "moc_WelcomePage.cpp"
