#include "gui/dialogs/CopiesDialog.h"

#include "gui/Format.h"
#include "gui/NetworkWords.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/WalletProblemWords.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/RowsModel.h"
#include "node/Node.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace gui {

namespace {

QString copiesSentence(const node::WalletStatus& status) {
    return status.encrypted
               ? CopiesDialog::tr(
                     "Before its passphrase changes, keys are added or labels are taken over, a copy of the "
                     "file is put aside. A copy opens with the passphrase of its day.")
               : CopiesDialog::tr(
                     "Copies are put aside by themselves only of an encrypted wallet: of this one they would "
                     "leave its keys in the open. Encrypt it, or save a copy where only you can read it.");
}

} // namespace

CopiesDialog::CopiesDialog(node::Node& node, QWidget* parent)
    : FormDialog(tr("Copies of %1").arg(walletTitle(node.wallet().status()->name)),
                 copiesSentence(*node.wallet().status()), tr("Open the copy"), parent),
      m_node(node), m_copies(node.wallet().copies()), m_rows(new RowsModel(this)), m_table(new DataTable) {
    setObjectName(QStringLiteral("copiesDialog"));
    keepMeasured(this, [this] { setMinimumWidth(px(520)); });
    m_rows->setColumns({{tr("Put aside"), TextStyle::Normal, false, Thing::None},
                        {tr("Size"), TextStyle::Muted, true, Thing::None}});
    QVector<QStringList> rows;
    for (const node::WalletCopy& copy : m_copies)
        rows << QStringList{format().exactTime(copy.time), Format::size(copy.bytes)};
    m_rows->setRows(rows);
    m_table->setObjectName(QStringLiteral("copiesTable"));
    m_table->setAccessibleName(tr("Copies of the wallet"));
    m_table->setModel(m_rows);
    m_table->setColumnStretch(0);
    m_table->setColumnFixed(1, 110);
    m_table->setFitRows(6);
    m_table->setEmptyState(QStringLiteral("snapshot"), tr("No copy has been put aside yet."));
    body()->addWidget(m_table);
    m_name = addField(tr("&Name of the wallet that it becomes; the open one stays as it is"));
    m_name->setObjectName(QStringLiteral("copyNameEdit"));
    m_name->setMaxLength(40);
    auto* elsewhere = new QWidget;
    auto* row = new FlowLayout(elsewhere);
    const auto add = [row](const QString& words, const char* name, const char* iconName) {
        auto* button = Button::small(words, QLatin1String(name), QLatin1String(iconName));
        row->addWidget(button);
        return button;
    };
    connect(add(tr("Save a copy…"), "saveCopyButton", "download"), &Button::clicked, this,
            &CopiesDialog::askSave);
    connect(add(tr("Open one from elsewhere…"), "openCopyFileButton", "folder"), &Button::clicked, this,
            &CopiesDialog::askRestore);
    body()->addWidget(elsewhere);
    cancelButton()->setText(tr("Close"));
    connect(this, &FormDialog::submitted, this, &CopiesDialog::restoreChosen);
    acceptButton()->setEnabled(!m_copies.empty());
    if (!m_copies.empty()) m_table->selectRow(0);
}

void CopiesDialog::restoreChosen() {
    const auto row = static_cast<std::size_t>(m_table->currentIndex().row());
    if (!m_table->currentIndex().isValid() || row >= m_copies.size())
        return showProblem(tr("Choose one of the copies first."));
    restore(m_copies[row].path);
}

void CopiesDialog::restore(const QString& path) {
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) return showProblem(tr("Give the wallet a name."));
    await(
        m_node.wallet().restore(name, path), tr("Opening…"),
        [this, name](const Result<void, node::WalletProblem>& done) {
            if (!done) return showProblem(walletProblemWords(done.error()));
            emit told(tr("%1 is open.").arg(walletTitle(name)));
            accept();
        },
        [name](const Result<void, node::WalletProblem>& done) {
            return done ? tr("%1 is open.").arg(walletTitle(name)) : walletProblemWords(done.error());
        });
}

void CopiesDialog::askRestore() {
    auto* dialog = new QFileDialog(this, tr("Open a copy of a wallet file"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Wallet files (%1);;All files (*)").arg(QStringLiteral("*.sqlite")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CopiesDialog::restore);
    dialog->open();
}

void CopiesDialog::askSave() {
    auto* dialog = new QFileDialog(this, tr("Save a copy of the wallet file"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Wallet files (%1)").arg(QStringLiteral("*.sqlite")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // none is overwritten
    dialog->setDefaultSuffix(QStringLiteral("sqlite"));
    dialog->selectFile(m_node.wallet().status()->name + QStringLiteral("-copy.sqlite"));
    connect(dialog, &QFileDialog::fileSelected, this, &CopiesDialog::save);
    dialog->open();
}

void CopiesDialog::save(const QString& path) {
    using Saved = std::optional<Result<void, storage::StorageError>>;
    if (QFile::exists(path))
        return showProblem(tr("There is a file named %1 already. Choose another name.").arg(path));
    await(m_node.wallet().current().backUp(path), tr("Writing…"), [this, path](const Saved& saved) {
        if (!saved || !*saved)
            return showProblem(tr("%1 could not be written. Choose another place.").arg(path));
        emit told(tr("Written to %1.").arg(path));
        accept();
    });
}

} // namespace gui

#include "moc_CopiesDialog.cpp"
