#include "gui/network/InviteDialog.h"

#include "gui/Navigator.h"
#include "gui/NetworkWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Form.h"
#include "node/Node.h"
#include "ui_InviteDialog.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace gui {

namespace {

/// The card, with this node's address among the seeds: whoever opens it finds the way here.
QByteArray cardFor(const node::Node& node) {
    consensus::NetworkCard card = node.params().card;
    const std::string own = node.apiEndpoints().peer.toStdString();
    if (!own.empty() && std::ranges::find(card.seeds, own) == card.seeds.end()) card.seeds.push_back(own);
    return QByteArray::fromStdString(consensus::writeNetworkCard(card));
}

} // namespace

InviteDialog::InviteDialog(node::Node& node, Navigator& navigator, QWidget* parent)
    : QDialog(parent), m_node(node), m_navigator(navigator), m_card(cardFor(node)),
      m_ui(std::make_unique<Ui::InviteDialog>()) {
    m_ui->setupUi(this);
    finishForm(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(px(560));
    showCard();
    const QString address = node.apiEndpoints().peer;
    m_ui->unreachableBanner->setVisible(address.isEmpty());
    m_ui->addressLabel->setVisible(!address.isEmpty());
    m_ui->addressField->setVisible(!address.isEmpty());
    m_ui->addressField->setText(address);
    connect(m_ui->closeButton, &Button::clicked, this, &QDialog::accept);
    connect(m_ui->saveButton, &Button::clicked, this, &InviteDialog::askPath);
}

InviteDialog::~InviteDialog() = default;

void InviteDialog::showCard() {
    const bool builtIn = m_node.params().isRegtest; // not made from a card: a card would name another network
    m_ui->cardBlock->setVisible(!builtIn);
    m_ui->saveButton->setVisible(!builtIn);
    if (builtIn) {
        m_ui->cardLabel->setSentence(
            tr("Every copy of this program knows <b>regtest</b>: it needs no card. Start the other one with "
               "<b>--network regtest</b> and connect the two."));
        return;
    }
    m_ui->cardLabel->setSentence(
        tr("Give them this card. Who opens it joins <b>%1</b>, and sees the same three words: <b>%2</b>.")
            .arg(QString::fromStdString(m_node.params().name()).toHtmlEscaped(),
                 fingerprintText(m_node.params().genesisHash)));
    m_ui->cardBlock->setCode(QString::fromUtf8(m_card));
    m_ui->cardBlock->setMaximumLines(11);
}

void InviteDialog::askPath() {
    auto* dialog = new QFileDialog(this, tr("Save the network card"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Network card (*.cairn)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("cairn"));
    dialog->selectFile(node::folderNameOf(QString::fromStdString(m_node.params().name())) +
                       QStringLiteral(".cairn"));
    connect(dialog, &QFileDialog::fileSelected, this, &InviteDialog::save);
    dialog->open();
}

void InviteDialog::save(const QString& path) {
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && file.write(m_card) == m_card.size() && file.commit();
    m_navigator.showNotice(ok ? tr("Written to %1.").arg(path)
                              : tr("%1 could not be written. Choose another place.").arg(path));
    if (ok) accept();
}

} // namespace gui
