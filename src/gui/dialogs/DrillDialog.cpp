#include "gui/dialogs/DrillDialog.h"

#include "gui/Format.h"
#include "gui/NetworkWords.h"
#include "gui/dialogs/Secrets.h"
#include "gui/dialogs/WordsEdit.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/WalletProblemWords.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/IconView.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace gui {

DrillDialog::DrillDialog(node::Node& node, QWidget* parent)
    : FormDialog(tr("Try your backup of %1").arg(walletTitle(node.wallet().status()->name)),
                 tr("Type the words from your paper, not from memory, or open a copy of the wallet file. You "
                    "are told what would come back. <b>Nothing is changed.</b>"),
                 tr("Try the words"), parent),
      m_node(node), m_wallet(std::make_unique<node::WalletAccess>(node.wallet().current())),
      m_words(new WordsEdit), m_result(new QWidget), m_lines(new QVBoxLayout(m_result)) {
    setObjectName(QStringLiteral("drillDialog"));
    keepMeasured(this, [this] {
        setMinimumWidth(px(560));
        m_lines->setSpacing(px(6));
    });
    m_words->setObjectName(QStringLiteral("drillWordsEdit"));
    body()->addWidget(makeFieldName(tr("&Words"), m_words));
    body()->addWidget(m_words);
    m_extra = addField(tr("&Extra word, if you chose one"));
    m_extra->setObjectName(QStringLiteral("drillExtraEdit"));
    m_extra->setEchoMode(QLineEdit::Password);
    auto* open = Button::small(tr("Try a copy of the file…"), QStringLiteral("drillFileButton"),
                               QStringLiteral("folder"));
    body()->addWidget(open, 0, Qt::AlignLeft);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_result->setObjectName(QStringLiteral("drillResult"));
    m_result->hide();
    body()->addWidget(m_result);
    cancelButton()->setText(tr("Close"));
    connect(open, &Button::clicked, this, &DrillDialog::askFile);
    connect(this, &FormDialog::submitted, this, &DrillDialog::tryWords);
    connect(&format(), &Format::changed, this, &DrillDialog::clearLines);
    m_words->setFocus();
}

DrillDialog::~DrillDialog() = default;

void DrillDialog::askFile() {
    auto* dialog = new QFileDialog(this, tr("Try a copy of the wallet file"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Wallet files (%1);;All files (*)").arg(QStringLiteral("*.sqlite")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DrillDialog::tryFile);
    dialog->open();
}

/// The words stay in the field while they are wrong, and no longer.
void DrillDialog::tryWords() {
    clearLines();
    if (const QString problem = m_words->problem(); !problem.isEmpty()) return showProblem(problem);
    using Tried = std::optional<std::optional<wallet::DrillReport>>;
    const auto read = [words = m_words->words(),
                       extra = takeWordPassphrase(m_extra)](const wallet::Wallet& wallet, std::int32_t) {
        return wallet::drillWords(wallet, words, extra);
    };
    await(m_wallet->ask(read), tr("Trying…"), [this](const Tried& tried) {
        if (!tried) return showProblem(tr("No wallet is open."));
        if (!*tried) return showProblem(tr("These are no words of a wallet."));
        if (!(*tried)->isThisWallet)
            return showProblem(
                tr("These are the words of another wallet, or the extra word is missing or another one. They "
                   "bring nothing of this wallet back."));
        m_words->clear();
        showReport(**tried, false);
    });
}

void DrillDialog::tryFile(const QString& path) {
    clearLines();
    using Tried = std::optional<Result<wallet::DrillReport, node::WalletProblem>>;
    await(m_wallet->drillCopy(path), tr("Trying…"), [this](const Tried& tried) {
        if (!tried) return showProblem(tr("No wallet is open."));
        if (!*tried) return showProblem(walletProblemWords(tried->error()));
        if (!(*tried)->isThisWallet)
            return showProblem(tr("This is a copy of another wallet. It brings nothing of this one back."));
        showReport(**tried, true);
    });
}

// --- what would come back

void DrillDialog::clearLines() {
    showProblem({});
    m_result->hide();
    for (QWidget* line : m_result->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        delete line;
}

void DrillDialog::addLine(bool comes, const QString& words) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    row->addWidget(new IconView(comes ? QStringLiteral("check") : QStringLiteral("close"), 16,
                                comes ? Token::Good : Token::Bad),
                   0, Qt::AlignTop);
    auto* label = new SentenceLabel(words);
    label->setStrong(true);
    label->setObjectName(comes ? QStringLiteral("comesBack") : QStringLiteral("staysAway"));
    row->addWidget(label, 1);
    m_lines->addWidget(line);
}

void DrillDialog::showReport(const wallet::DrillReport& report, bool isCopy) {
    m_lines->addWidget(
        makeLabel(isCopy ? tr("This copy brings back") : tr("These words bring back"), "cardTitle"));
    addLine(true,
            tr("<b>%1</b>, all that lies on %n address(es)", nullptr, static_cast<int>(report.addresses))
                .arg(format().withUnit(report.coins)));
    if (report.blocksMined > 0)
        addLine(true, tr("what you mined, %n block(s)", nullptr, static_cast<int>(report.blocksMined)));
    if (isCopy) addLine(true, tr("its notes, labels and names, if you know its passphrase"));
    const auto missing = m_lines->count();
    if (report.otherSources > 0)
        addLine(false, tr("%n key(s), address(es) or plan(s) that were brought in, with <b>%1</b>", nullptr,
                          static_cast<int>(report.otherSources))
                           .arg(format().withUnit(report.otherCoins)));
    if (report.texts > 0)
        addLine(false, tr("%n note(s) and label(s)", nullptr, static_cast<int>(report.texts)));
    if (report.people > 0)
        addLine(false, tr("%n address(es) of your address book", nullptr, static_cast<int>(report.people)));
    if (report.requests > 0)
        addLine(false, tr("%n payment request(s)", nullptr, static_cast<int>(report.requests)));
    if (report.frozen > 0)
        addLine(false, tr("that %n coin(s) are frozen", nullptr, static_cast<int>(report.frozen)));
    const QString head = m_lines->count() == missing
                             ? tr("Nothing is missing.")
                             : tr("It does not bring back; for these, keep a copy of the whole file");
    m_lines->insertWidget(missing, makeLabel(head, "cardTitle"));
    m_result->show();
}

} // namespace gui

#include "moc_DrillDialog.cpp"
