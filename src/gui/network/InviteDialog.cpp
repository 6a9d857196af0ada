#include "gui/network/InviteDialog.h"

#include "consensus/CardLink.h"
#include "gui/NetworkWords.h"
#include "gui/dialogs/DialogFit.h"
#include "gui/network/InviteCard.h"
#include "gui/network/SharingControl.h"
#include "gui/print/Printing.h"
#include "gui/print/Sheets.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/ToggleSwitch.h"
#include "net/address/LanAddresses.h"
#include "node/Node.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPainter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kInviteWidth = 920;
constexpr int kCardsSideBySide = 640;
constexpr int kPicturePixels = 10; // a module
constexpr int kInviteChipPad = 12;
constexpr int kChipDot = 11;
constexpr std::size_t kMostSeeds = 8;

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QStringList wordsOf(const node::Node& node) {
    QStringList words;
    for (const std::string& word : consensus::fingerprintWords(node.params().genesisHash))
        words << plain(word);
    return words;
}

/// One of the signs by which a network is known: its colour, or a word.
class IdentityChip : public QLabel {
public:
    explicit IdentityChip(const QString& text, const QColor& dot = {}) : QLabel(text), m_dot(dot) {
        setTextFormat(Qt::PlainText);
        setAlignment(Qt::AlignCenter);
        setStyleProperty(this, "role", "strong");
        const int before = m_dot.isValid() ? px(kInviteChipPad + kChipDot + 8) : px(kInviteChipPad);
        const bool mirrored = QGuiApplication::isRightToLeft();
        setContentsMargins(mirrored ? px(kInviteChipPad) : before, px(7),
                           mirrored ? before : px(kInviteChipPad), px(7));
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        paintRoundBox(painter, rect(), px(8), color(Token::Surface), color(Token::Line));
        if (m_dot.isValid()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_dot);
            const double radius = px(kChipDot) / 2.0;
            const double x = px(kInviteChipPad) + radius;
            const bool mirrored = layoutDirection() == Qt::RightToLeft;
            painter.drawEllipse(QPointF(mirrored ? width() - x : x, height() / 2.0), radius, radius);
        }
        painter.end();
        QLabel::paintEvent(event);
    }

private:
    QColor m_dot;
};

/// A line between the contents and the foot.
class Hairline : public QWidget {
public:
    Hairline() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), color(Token::Line)); }
};

} // namespace

consensus::NetworkCard invitationCard(const node::Node& node) {
    consensus::NetworkCard card = node.params().card;
    std::vector<std::string> seeds;
    const auto add = [&](const std::string& seed) {
        if (seeds.size() < kMostSeeds && std::ranges::find(seeds, seed) == seeds.end()) seeds.push_back(seed);
    };
    const QStringList own =
        net::seedsFor(node.api().endpoints().peer, net::dialableAddresses(net::ownAddresses()));
    for (const QString& seed : own)
        add(seed.toStdString());
    for (const std::string& seed : card.seeds)
        add(seed);
    card.seeds = std::move(seeds);
    return card;
}

InviteDialog::InviteDialog(node::Node& node, QWidget* parent) : QDialog(parent), m_node(node) {
    setObjectName(QStringLiteral("inviteDialog"));
    setWindowTitle(tr("Invite to %1").arg(plain(node.params().name())));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(makeContents());
    refresh();
    const int room = parent ? parent->window()->width() - px(32) : px(kInviteWidth);
    setMinimumWidth(std::min(px(kInviteWidth), room));
    DialogFit::to(*this);
    m_sharing->toggle()->setFocus();
}

InviteDialog::~InviteDialog() = default;

QString InviteDialog::link() const {
    return m_link ? m_link->text() : QString();
}

// --- parts

QWidget* InviteDialog::makeContents() {
    auto* contents = new QWidget;
    auto* column = new QVBoxLayout(contents);
    column->setContentsMargins(px(26), px(22), px(26), px(20));
    column->setSpacing(px(16));
    column->addWidget(makeHead());
    m_sharing = new SharingControl(m_node);
    column->addWidget(m_sharing);
    column->addWidget(m_node.params().isRegtest ? makeBuiltIn() : makeCardRow());
    column->addStretch(1);
    column->addWidget(new Hairline);
    column->addWidget(makeFoot());
    connect(m_sharing, &SharingControl::changed, this, &InviteDialog::refresh);
    return contents;
}

QWidget* InviteDialog::makeHead() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    QLabel* title = makeLabel(windowTitle(), "title");
    title->setTextFormat(Qt::PlainText);
    column->addWidget(title);
    column->addWidget(
        new SentenceLabel(tr("Whoever has this card can join. It holds the rules and where to find you, "
                             "nothing of your wallet.")));
    return box;
}

QWidget* InviteDialog::makeCardRow() {
    auto* row = new CardRow(kCardsSideBySide);
    m_card = new InviteCard;
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    column->addWidget(makeLink());
    column->addWidget(makeIdentity());
    column->addWidget(makeSpeech());
    column->addStretch(1);
    row->add(m_card, 5);
    row->add(side, 9);
    return row;
}

QWidget* InviteDialog::makeLink() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    m_link = new QLineEdit;
    m_link->setObjectName(QStringLiteral("inviteLinkEdit"));
    m_link->setReadOnly(true);
    m_link->setProperty("mono", true);
    m_copy = new Button(tr("Copy link"), Button::Kind::Primary);
    m_copy->setObjectName(QStringLiteral("copyLinkButton"));
    m_copy->setIconName(QStringLiteral("copy"));
    auto* line = new QHBoxLayout;
    line->setSpacing(px(8));
    line->addWidget(m_link, 1);
    line->addWidget(m_copy);
    auto* file = new Button(tr("Save as file"));
    file->setObjectName(QStringLiteral("saveCardButton"));
    file->setIconName(QStringLiteral("download"));
    auto* copyPictureButton = new Button(tr("Copy picture"));
    copyPictureButton->setObjectName(QStringLiteral("copyPictureButton"));
    copyPictureButton->setIconName(QStringLiteral("qr"));
    auto* savePictureButton = new Button(tr("Save picture"));
    savePictureButton->setObjectName(QStringLiteral("savePictureButton"));
    savePictureButton->setIconName(QStringLiteral("download"));
    auto* printButton = new Button(tr("Print"));
    printButton->setObjectName(QStringLiteral("printInviteButton"));
    printButton->setIconName(QStringLiteral("print"));
    auto* more = new FlowLayout;
    more->setGaps(8, 8);
    for (Button* button : {file, copyPictureButton, savePictureButton, printButton})
        more->addWidget(button);
    column->addWidget(makeFieldName(tr("&Link"), m_link));
    column->addLayout(line);
    column->addLayout(more);
    connect(m_copy, &Button::clicked, this, &InviteDialog::copyLink);
    connect(file, &Button::clicked, this, &InviteDialog::askCardPath);
    connect(copyPictureButton, &Button::clicked, this, &InviteDialog::copyPicture);
    connect(savePictureButton, &Button::clicked, this, &InviteDialog::askPicturePath);
    connect(printButton, &Button::clicked, this, &InviteDialog::print);
    return box;
}

QWidget* InviteDialog::makeIdentity() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    column->addWidget(makeLabel(tr("How others know it is yours"), "field"));
    const QColor colour(plain(m_node.params().card.colour));
    auto* chips = new FlowLayout;
    chips->setGaps(8, 8);
    chips->addWidget(new IdentityChip(colourWord(colour), colour));
    for (const QString& word : wordsOf(m_node))
        chips->addWidget(new IdentityChip(word));
    column->addLayout(chips);
    return box;
}

QWidget* InviteDialog::makeSpeech() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    const QString name = plain(m_node.params().name()).toHtmlEscaped();
    m_speech = new SentenceLabel(tr("“Start Cairn, choose <b>Join a network</b>, and paste the link. Check "
                                    "that it shows <b>%1</b> in %2 and "
                                    "says <b>%3</b>.”")
                                     .arg(name, colourWord(QColor(plain(m_node.params().card.colour))),
                                          wordsOf(m_node).join(QStringLiteral(", "))));
    m_speech->setStrong(true);
    auto* copy = Button::iconOnly(QStringLiteral("copy"), tr("Copy what to say, with the link"));
    copy->setObjectName(QStringLiteral("copySpeechButton"));
    copy->setSmall(true);
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("What to say to them"), "field"), 1);
    head->addWidget(copy);
    column->addLayout(head);
    column->addWidget(m_speech);
    connect(copy, &Button::clicked, this, [this, copy] {
        QGuiApplication::clipboard()->setText(m_speech->text() + QLatin1Char('\n') + link());
        showCopied(copy);
    });
    return box;
}

QWidget* InviteDialog::makeBuiltIn() {
    return new SentenceLabel(
        tr("Every copy of this program knows <b>regtest</b>: it needs no card. Start the other one with "
           "<b>--network regtest</b> and add this computer's address there, under Network."));
}

QWidget* InviteDialog::makeFoot() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(12));
    m_note = new SentenceLabel;
    auto* done = new Button(tr("Done"));
    done->setObjectName(QStringLiteral("inviteDoneButton"));
    row->addWidget(m_note, 1);
    row->addWidget(done);
    connect(done, &Button::clicked, this, &QDialog::accept);
    return box;
}

// --- what is shown and done

void InviteDialog::refresh() {
    const bool on = m_sharing->isOn();
    m_note->setSentence(
        on ? tr("Ends when you switch it off, close Cairn or choose another network; it is as you left "
                "it when you come back.")
           : tr("The card can be given away already. Others find you once the switch is on."));
    if (m_card == nullptr) return m_note->setSentence({});
    m_shown = invitationCard(m_node);
    const QString text = plain(consensus::writeCardLink(m_shown));
    const QString name = plain(m_shown.name);
    if (m_link->text() != text) {
        m_link->setText(text);
        m_link->setCursorPosition(0);
    }
    m_card->setCard(name, QColor(plain(m_shown.colour)), text,
                    QByteArray::fromStdString(consensus::writeNetworkCard(m_shown)),
                    node::folderNameOf(name) + QStringLiteral(".cairn"));
    m_card->setFaded(!on);
    m_copy->setKind(on ? Button::Kind::Primary : Button::Kind::Normal);
}

void InviteDialog::copyLink() {
    QGuiApplication::clipboard()->setText(link());
    showCopied(m_copy);
}

void InviteDialog::copyPicture() {
    QGuiApplication::clipboard()->setImage(m_card->code()->toImage(kPicturePixels));
    Toast::show(this, tr("The picture is copied."));
}

void InviteDialog::print() {
    const auto paint = [this](QPainter& painter, const QRectF& page) {
        paintSheet(painter, page,
                   InviteSheet{plain(m_shown.name), QColor(plain(m_shown.colour)), wordsOf(m_node), link(),
                               m_card->code()->toImage(kPicturePixels)});
    };
    printSheet(this, windowTitle(), PrintToFile::Allowed, paint);
}

void InviteDialog::askCardPath() {
    auto* dialog = new QFileDialog(this, tr("Save the network card"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Network card (*.cairn)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("cairn"));
    dialog->selectFile(node::folderNameOf(plain(m_shown.name)) + QStringLiteral(".cairn"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        write(path, QByteArray::fromStdString(consensus::writeNetworkCard(m_shown)));
    });
    dialog->open();
}

void InviteDialog::askPicturePath() {
    auto* dialog = new QFileDialog(this, tr("Save the picture of the QR code"),
                                   QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
                                   tr("Picture (*.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(node::folderNameOf(plain(m_shown.name)) + QStringLiteral(".png"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        QByteArray png;
        QBuffer buffer(&png);
        m_card->code()->toImage(kPicturePixels).save(&buffer, "PNG");
        write(path, png);
    });
    dialog->open();
}

void InviteDialog::write(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (ok) return void(Toast::show(this, tr("Written to %1.").arg(path)));
    Toast::show(this, tr("%1 could not be written. Choose another place.").arg(path),
                QStringLiteral("warning"));
}

} // namespace gui

#include "moc_InviteDialog.cpp"
