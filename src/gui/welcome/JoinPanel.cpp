#include "gui/welcome/JoinPanel.h"

#include "consensus/CardLink.h"
#include "consensus/ChainParams.h"
#include "gui/StartWords.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/CardView.h"
#include "gui/welcome/DropPlace.h"
#include "gui/welcome/NearCard.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/IconView.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "node/DataFolder.h"
#include "node/OnResult.h"
#include "node/Promises.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QShortcut>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kJoinSideBySide = 820;

/// What this computer has of a network.
struct Acquaintance {
    QString folder; ///< of the same network; empty: it is new
    bool nameTaken = false;
};

/// Off the main thread: an old folder's database may have to be asked.
QFuture<Acquaintance> lookUp(const QString& root, const consensus::NetworkCard& card) {
    return node::onItsOwnThread([root, card] {
        Acquaintance out;
        const auto genesis = consensus::paramsFromCard(card).genesisHash;
        const QString folder = node::folderNameOf(QString::fromStdString(card.name));
        for (const node::KnownNetwork& known : node::knownNetworkCards(root)) {
            if (known.genesis == genesis) out.folder = known.folder;
            if (known.folder == folder) out.nameTaken = true;
        }
        return out;
    });
}

bool isOfUse(const QMimeData* mime) {
    return mime->hasUrls() || mime->hasText() || mime->hasImage();
}

} // namespace

JoinPanel::JoinPanel(const QString& dataRoot, QWidget* parent) : QWidget(parent), m_dataRoot(dataRoot) {
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(10));
    column->addStretch(2);
    auto* back = new Button(tr("Back"), Button::Kind::Link);
    back->setIconName(QStringLiteral("arrow-left"));
    column->addWidget(back, 0, Qt::AlignLeft);
    column->addWidget(makeLabel(tr("Join a network"), "title"));
    column->addWidget(new SentenceLabel(
        tr("Choose one near you, or use the link or the card that somebody gave you. You see its rules "
           "before you join.")));
    auto* row = new CardRow(kJoinSideBySide);
    row->add(makeSources(), 11);
    row->add(makeResult(), 9);
    column->addWidget(row);
    QLabel* wallets = makeLabel(tr("Your wallets on other networks stay as they are. Until you join, nobody "
                                   "learns more than that a computer looked."),
                                "smallMuted");
    wallets->setWordWrap(true);
    column->addWidget(wallets);
    column->addStretch(3);
    connect(back, &Button::clicked, this, &JoinPanel::backRequested);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this,
            &JoinPanel::backRequested);
    setTabOrder(m_join, back);
}

JoinPanel::~JoinPanel() = default;

QWidget* JoinPanel::makeSources() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_near = new NearCard(m_dataRoot);
    column->addWidget(m_near);
    connect(m_near, &NearCard::cardCame, this, [this](const consensus::NetworkCard& card) {
        ++m_reading; // what is still being read comes too late
        take(card);
    });
    auto* card = new Card;
    m_link = new QLineEdit;
    m_link->setObjectName(QStringLiteral("joinLinkEdit"));
    m_link->setPlaceholderText(QStringLiteral("cairn:…"));
    m_link->setMaxLength(static_cast<int>(consensus::kMaxLinkSize));
    m_link->setClearButtonEnabled(true);
    auto* paste = new Button(tr("Paste"));
    paste->setObjectName(QStringLiteral("pasteButton"));
    auto* line = new QHBoxLayout;
    line->setSpacing(px(8));
    line->addWidget(m_link, 1);
    line->addWidget(paste);
    m_problem = makeLabel(QString(), "bad");
    m_problem->setObjectName(QStringLiteral("joinProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    card->body()->addWidget(makeFieldName(tr("&Link, or the text of a card"), m_link));
    card->body()->addLayout(line);
    card->body()->addWidget(m_problem);
    card->body()->addSpacing(px(4));
    card->body()->addWidget(makeDropPlace());
    column->addWidget(card);
    auto* hint = new QHBoxLayout;
    hint->setSpacing(px(8));
    hint->addWidget(new IconView(QStringLiteral("info"), 16), 0, Qt::AlignTop);
    hint->addWidget(
        new SentenceLabel(tr("Both computers must be on the same Wi-Fi or cable network, and the other "
                             "one must let others reach it.")),
        1);
    column->addLayout(hint);
    column->addStretch(1);
    connect(m_link, &QLineEdit::textEdited, this, [this](const QString& text) {
        const bool pasted = text.size() > std::exchange(m_typed, text.size()) + 1;
        if (pasted || readCardText(text)) return openText(text);
        showProblem({}); // still being typed: Enter says what is wrong
    });
    connect(m_link, &QLineEdit::returnPressed, this, [this] {
        if (m_card && m_join->isEnabled() && m_problem->isHidden()) return m_join->click();
        openText(m_link->text());
    });
    connect(paste, &Button::clicked, this, &JoinPanel::paste);
    return box;
}

QWidget* JoinPanel::makeDropPlace() {
    m_drop = new DropPlace;
    m_drop->setMinimumHeight(px(84));
    auto* row = new QHBoxLayout(m_drop);
    row->setContentsMargins(px(22), px(10), px(18), px(10));
    row->setSpacing(px(12));
    row->addWidget(new IconView(QStringLiteral("folder"), 24));
    row->addWidget(new IconView(QStringLiteral("qr"), 24));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addStretch(1);
    words->addWidget(makeLabel(tr("Or drop it here"), "strong"));
    words->addWidget(new SentenceLabel(tr("The card as a file, or a picture of its QR code")));
    words->addStretch(1);
    row->addLayout(words, 1);
    auto* open = new Button(tr("Open…"));
    open->setObjectName(QStringLiteral("openCardButton"));
    row->addWidget(open);
    connect(open, &Button::clicked, this, &JoinPanel::askForFile);
    return m_drop;
}

QWidget* JoinPanel::makeResult() {
    auto* card = new Card;
    m_nothing =
        new EmptyState(QStringLiteral("network"),
                       tr("The network of the link or card appears here, with its rules. Nothing is joined "
                          "before you say so."));
    m_result = new QWidget;
    auto* column = new QVBoxLayout(m_result);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    m_view = new CardView;
    m_match = new Banner(Banner::Kind::Good, QString());
    m_note = new SentenceLabel;
    m_note->setObjectName(QStringLiteral("joinNote"));
    m_note->hide();
    m_join = new Button(tr("Join"), Button::Kind::Primary);
    m_join->setObjectName(QStringLiteral("joinButton"));
    m_join->setEnabled(false);
    column->addWidget(m_view);
    column->addWidget(m_match);
    column->addWidget(m_note);
    column->addStretch(1);
    m_result->hide();
    card->body()->addWidget(m_nothing, 1);
    card->body()->addWidget(m_result, 1);
    auto* actions = new QHBoxLayout;
    actions->addStretch(1);
    actions->addWidget(m_join);
    card->body()->addLayout(actions);
    connect(m_join, &Button::clicked, this, &JoinPanel::join);
    return card;
}

void JoinPanel::focusFirst() {
    if (m_card && m_join->isEnabled()) return m_join->setFocus(Qt::OtherFocusReason);
    m_link->setFocus(Qt::OtherFocusReason);
}

// --- what is given

void JoinPanel::paste() {
    const QMimeData* mime = QApplication::clipboard()->mimeData();
    if (mime == nullptr || !isOfUse(mime))
        return showProblem(tr("Nothing was copied that could be a link, a card or a picture."));
    if (!mime->hasUrls() && !mime->hasImage()) m_link->setText(mime->text().simplified());
    openData(mime);
}

void JoinPanel::askForFile() {
    auto* dialog = new QFileDialog(this, tr("Open a network card"), QString(), cardOrPictureFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &JoinPanel::openFile);
    dialog->open();
}

void JoinPanel::openFile(const QString& path) {
    follow(cardFromFile(path));
}

void JoinPanel::openText(const QString& text) {
    m_near->forgetChoice();
    ++m_reading; // what is still being read comes too late
    take(readCardText(text));
}

bool JoinPanel::openData(const QMimeData* mime) {
    const QList<QUrl> urls = mime->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) {
        openFile(urls.first().toLocalFile());
        return true;
    }
    if (mime->hasImage()) {
        follow(cardFromPicture(qvariant_cast<QImage>(mime->imageData())));
        return true;
    }
    if (!mime->hasText()) return false;
    openText(mime->text());
    return true;
}

void JoinPanel::follow(const QFuture<CardOrSentence>& reading) {
    const quint64 number = ++m_reading;
    m_near->forgetChoice();
    showProblem({});
    node::onResult(reading, this, [this, number](const CardOrSentence& card) {
        if (number == m_reading) take(card);
    });
}

void JoinPanel::take(const CardOrSentence& card) {
    showProblem(card ? QString() : card.error());
    if (!card) return; // a card that is shown already stays
    m_card = *card;
    showCard();
}

void JoinPanel::showProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_link->setAccessibleDescription(sentence);
    setStyleProperty(m_link, "invalid",
                     sentence.isEmpty() ? QStringLiteral("false") : QStringLiteral("true"));
}

void JoinPanel::showCard() {
    m_view->setCard(*m_card);
    m_match->setSentence(tr("These words and this colour must be what the other person sees: <b>%1</b>.")
                             .arg(m_view->identity()));
    m_note->hide();
    m_nothing->hide();
    m_result->show();
    m_join->setText(tr("Join %1").arg(QString::fromStdString(m_card->name)));
    m_join->setEnabled(false);
    m_known.clear();
    const quint64 number = m_reading;
    node::onResult(lookUp(m_dataRoot, *m_card), this, [this, number](const Acquaintance& found) {
        if (number != m_reading) return;
        QString otherName;
        if (found.folder.isEmpty() && found.nameTaken) {
            const auto words = consensus::fingerprintWords(consensus::paramsFromCard(*m_card).genesisHash);
            otherName = QString::fromStdString(m_card->name).left(40 - 1 - qsizetype(words[0].size())) +
                        QLatin1Char(' ') + QString::fromStdString(words[0]);
        }
        showKnown(found.folder, otherName);
    });
}

/// `folder`: of the network, if it is here; `otherName`: what it must be called here, if its name is taken.
void JoinPanel::showKnown(const QString& folder, const QString& otherName) {
    m_known = folder;
    const QString name = QString::fromStdString(m_card->name);
    if (!folder.isEmpty()) {
        m_note->setSentence(tr("You are in this network already."));
        m_join->setText(tr("Open %1").arg(name));
    } else if (!otherName.isEmpty()) {
        m_note->setSentence(tr("Another network named <b>%1</b> is on this computer. This one will be called "
                               "<b>%2</b> here.")
                                .arg(name.toHtmlEscaped(), otherName.toHtmlEscaped()));
        m_card->name = otherName.toStdString();
    }
    m_note->setVisible(!folder.isEmpty() || !otherName.isEmpty());
    m_join->setEnabled(true);
    if (isVisible()) m_join->setFocus();
}

void JoinPanel::join() {
    if (!m_card) return;
    FirstStart start;
    if (m_known.isEmpty()) {
        const auto path = node::storeCard(m_dataRoot, *m_card);
        if (!path) return showProblem(startProblemWords(path.error()));
        start.network = *path;
    } else {
        start.network = m_known;
        for (const std::string& seed : m_card->seeds) // perhaps the others moved
            start.seeds << QString::fromStdString(seed);
    }
    emit chosen(start);
}

// --- drag and drop

void JoinPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (!isOfUse(event->mimeData())) return;
    m_drop->setLit(true);
    event->acceptProposedAction();
}

void JoinPanel::dragLeaveEvent(QDragLeaveEvent*) {
    m_drop->setLit(false);
}

void JoinPanel::dropEvent(QDropEvent* event) {
    m_drop->setLit(false);
    if (openData(event->mimeData())) event->acceptProposedAction();
}

} // namespace gui

#include "moc_JoinPanel.cpp"
