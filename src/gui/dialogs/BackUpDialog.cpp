#include "gui/dialogs/BackUpDialog.h"

#include "crypto/Random.h"
#include "gui/NetworkWords.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/print/Printing.h"
#include "gui/print/Sheets.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "node/Node.h"
#include "ui_BackUpDialog.h"

#include <algorithm>

namespace gui {

namespace {

constexpr int kWordsAsked = 3;
constexpr int kMostWrong = 3;

struct ShownWords {
    QString words; ///< empty: locked
    std::string account;
};

} // namespace

void BackUpDialog::start(node::Node& node, QWidget* parent) {
    if (!node.wallet().status()->locked) return (new BackUpDialog(node, parent))->open();
    auto* unlock = new UnlockDialog(node.wallet(), parent);
    connect(unlock, &QDialog::accepted, parent,
            [&node, parent] { (new BackUpDialog(node, parent))->open(); });
    unlock->open();
}

BackUpDialog::BackUpDialog(node::Node& node, QWidget* parent)
    : FormDialog(tr("Back up %1").arg(walletTitle(node.wallet().status()->name)), {},
                 tr("I have written them down"), parent),
      m_node(node), m_wallet(node.wallet().status()->name), m_ui(std::make_unique<Ui::BackUpDialog>()) {
    setObjectName(QStringLiteral("backUpDialog"));
    addForm(*m_ui);
    setMinimumWidth(px(560));
    acceptButton()->setObjectName(QStringLiteral("goOnButton"));
    acceptButton()->setEnabled(false);
    cancelButton()->setText(tr("Later"));
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_ui->stateLabel, m_ui->showAgainButton, m_ui->printButton,
                                         m_ui->progressLine, m_ui->adviceBanner})
        part->hide();
    m_ui->adviceBanner->setSentence(
        tr("<b>Who has the words has the money.</b> No photo, no cloud, no message. Two papers in two places "
           "are better than one. Cairn never asks for all of them, and nobody else should."));
    connect(m_ui->wordGrid, &WordGrid::right, this, &BackUpDialog::wordRight);
    connect(m_ui->wordGrid, &WordGrid::wrong, this, &BackUpDialog::wordWrong);
    connect(m_ui->showAgainButton, &Button::clicked, this, &BackUpDialog::showWords);
    connect(m_ui->printButton, &Button::clicked, this, &BackUpDialog::print);
    connect(this, &FormDialog::submitted, this, &BackUpDialog::goOn);
    connect(&node, &node::Node::walletChanged, this, &BackUpDialog::watchWallet);
    askWords();
}

BackUpDialog::~BackUpDialog() = default;

void BackUpDialog::askWords() {
    const auto asked = m_node.wallet().ask([](const wallet::Wallet& wallet, std::int32_t) {
        const auto words = wallet.words();
        return ShownWords{words ? QString::fromUtf8(words->data(), static_cast<qsizetype>(words->size()))
                                : QString(),
                          wallet.accountXpub()};
    });
    node::onResult(asked, this, [this](const std::optional<ShownWords>& shown) {
        if (!shown || shown->words.isEmpty()) {
            showProblem(tr("The wallet is locked, so its words cannot be shown. Unlock it first (Ctrl+L)."));
            return acceptButton()->setEnabled(false);
        }
        m_account = shown->account;
        m_ui->wordGrid->setWords(shown->words.split(QLatin1Char(' ')));
        showWords();
    });
}

void BackUpDialog::showWords() {
    m_step = Step::Words;
    m_wrong = 0;
    setSentence(tr("Step 1 of 2: write them on paper, in this order. Whoever has them has the coins; without "
                   "them a lost computer is a lost wallet."));
    setAcceptText(tr("I have written them down"));
    acceptButton()->setEnabled(true);
    m_ui->wordGrid->showAll();
    m_ui->stateLabel->hide();
    m_ui->showAgainButton->hide();
    m_ui->progressLine->hide();
    m_ui->printButton->show();
    m_ui->adviceBanner->show();
}

/// The words go to the printer as they are in the grid: none are kept for it.
void BackUpDialog::print() {
    const auto paint = [this](QPainter& painter, const QRectF& page) {
        paintSheet(painter, page,
                   WordSheet{walletTitle(m_wallet), QString::fromStdString(m_node.params().name()),
                             m_ui->wordGrid->words()});
    };
    printSheet(this, tr("Words of a wallet"), PrintToFile::Never, paint); // a title that spoolers may show
}

void BackUpDialog::checkWords() {
    m_step = Step::Check;
    setSentence(tr("Step 2 of 2: look at your paper and type <b>%n of the words</b>.", nullptr, kWordsAsked));
    setAcceptText(tr("Continue"));
    acceptButton()->setEnabled(false);
    m_ui->printButton->hide();
    m_ui->stateLabel->setSentence(tr("Cairn chose them by chance."));
    m_ui->progressLine->setShare(0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->stateLabel, m_ui->showAgainButton,
                                                         m_ui->progressLine, m_ui->adviceBanner})
        part->show();
    m_ui->wordGrid->ask(somePositions());
}

QVector<int> BackUpDialog::somePositions() const {
    QVector<int> out;
    while (out.size() < kWordsAsked) {
        const auto count = static_cast<std::uint64_t>(m_ui->wordGrid->wordCount());
        const int position = static_cast<int>(crypto::randomBelow(count));
        if (!out.contains(position)) out << position;
    }
    std::ranges::sort(out);
    return out;
}

void BackUpDialog::wordRight(int position) {
    const int left = kWordsAsked - m_ui->wordGrid->rightCount();
    m_ui->progressLine->setShare(1.0 * (kWordsAsked - left) / kWordsAsked);
    const QString right = tr("<good>Word %1 is right.</good>").arg(position + 1);
    m_ui->stateLabel->setSentence(right + QLatin1Char(' ') +
                                  (left > 0 ? tr("%n to go.", nullptr, left) : tr("That is all.")));
    acceptButton()->setEnabled(left == 0);
    if (left == 0) acceptButton()->setFocus();
}

void BackUpDialog::wordWrong(int position) {
    if (++m_wrong >= kMostWrong) {
        showWords();
        showProblem(
            tr("Three words were not the right ones. Compare your paper with these, then try again."));
        return;
    }
    m_ui->stateLabel->setSentence(
        tr("<bad>This is not word %1.</bad> Look at your paper again.").arg(position + 1));
}

void BackUpDialog::goOn() {
    if (m_step == Step::Words) {
        showProblem({});
        return checkWords();
    }
    if (m_step == Step::Check && m_ui->wordGrid->rightCount() == kWordsAsked) confirm();
}

void BackUpDialog::confirm() {
    using Outcome = node::WalletAccess::Reply<void>;
    await(m_node.wallet().confirmBackup(m_account), {}, [this](const Outcome& outcome) {
        if (outcome && *outcome) return accept();
        const bool isOther = !outcome || outcome->error().error == wallet::WalletError::NotFound;
        showProblem(isOther
                        ? tr("These are not the words of the wallet that is open now. Nothing was noted.")
                        : tr("The wallet could not note this: its file could not be written. Check the disk "
                             "and try again; the words are right all the same."));
    });
}

/// The words are not left on the screen of a locked wallet, nor beside another one.
void BackUpDialog::watchWallet() {
    const auto status = m_node.wallet().status();
    if (m_step == Step::Waiting || isBusy()) return;
    if (status->locked || !status->isOpen || status->name != m_wallet) {
        m_ui->wordGrid->wipe();
        reject();
    }
}

} // namespace gui

#include "moc_BackUpDialog.cpp"
