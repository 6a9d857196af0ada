#include "gui/dialogs/BackUpDialog.h"

#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "ui_BackUpDialog.h"

namespace gui {

namespace {

constexpr int kColumns = 3;

} // namespace

BackUpDialog::BackUpDialog(node::Node& node, QWidget* parent)
    : FormDialog(tr("Back up the words"),
                 tr("Write them on paper, in this order. Whoever has them has the coins; without them a lost "
                    "computer is a "
                    "lost wallet."),
                 tr("I have written them down"), parent),
      m_node(node), m_ui(std::make_unique<Ui::BackUpDialog>()) {
    addForm(*m_ui);
    acceptButton()->setEnabled(false);
    connect(this, &FormDialog::submitted, this, &BackUpDialog::markDone);
    askWords();
}

BackUpDialog::~BackUpDialog() = default;

void BackUpDialog::askWords() {
    const auto asked = m_node.withWallet([](wallet::Wallet& wallet, std::int32_t) {
        const auto words = wallet.words();
        return words ? QString::fromUtf8(words->data(), static_cast<qsizetype>(words->size())) : QString();
    });
    node::onResult(asked, this, [this](const std::optional<QString>& words) {
        if (!words || words->isEmpty())
            return showProblem(tr("The wallet is locked. Unlock it first (Ctrl+L)."));
        showWords(*words);
    });
}

void BackUpDialog::showWords(const QString& words) {
    const QStringList list = words.split(QLatin1Char(' '));
    const qsizetype rows = (list.size() + kColumns - 1) / kColumns;
    for (qsizetype i = 0; i < list.size(); ++i) {
        QLabel* word = makeLabel(QStringLiteral("%1. %2").arg(i + 1, 2).arg(list[i]), "mono");
        word->setAccessibleName(tr("Word %1: %2").arg(i + 1).arg(list[i]));
        m_ui->wordsGrid->addWidget(word, static_cast<int>(i % rows), static_cast<int>(i / rows));
    }
    acceptButton()->setEnabled(true);
}

void BackUpDialog::markDone() {
    setBusy(true);
    const auto marked = m_node.withWallet(
        [](wallet::Wallet& wallet, std::int32_t) { return wallet.setBackedUp(true).has_value(); }, true);
    node::onResult(marked, this, [this](std::optional<bool> done) {
        if (done.value_or(false)) return accept();
        showProblem(tr("The wallet could not note this. The words are right all the same."));
    });
}

} // namespace gui
