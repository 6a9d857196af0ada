#include "gui/network/InviteDialog.h"

#include "gui/Navigator.h"
#include "gui/NetworkWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "node/Node.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

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
    : QDialog(parent), m_node(node), m_navigator(navigator), m_card(cardFor(node)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("inviteDialog"));
    setWindowTitle(tr("Invite somebody"));
    setMinimumWidth(px(560));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(24), px(22), px(24), px(20));
    layout->setSpacing(px(10));
    layout->addWidget(makeLabel(tr("Invite somebody"), "title"));
    const bool builtIn = node.params().isRegtest; // not made from a card: a card would name another network
    if (builtIn) {
        layout->addWidget(new SentenceLabel(tr("Every copy of this program knows <b>regtest</b>: it needs no card. Start the other one with "
                                               "<b>--network regtest</b> and connect the two.")));
    } else {
        addCard(layout);
    }
    const QString address = node.apiEndpoints().peer;
    if (address.isEmpty()) {
        layout->addWidget(new Banner(Banner::Kind::Info, tr("Others cannot dial this node: it does not listen. Set <b>peer_bind</b> in the "
                                                            "settings, or dial them from here.")));
    } else {
        auto* field = new CopyField;
        field->setText(address);
        layout->addWidget(makeFieldName(tr("Address to connect to"), field));
        layout->addWidget(field);
    }
    auto* close = new Button(tr("Close"));
    auto* saveButton = new Button(tr("Save as file"), Button::Kind::Primary);
    saveButton->setIconName(QStringLiteral("download"));
    saveButton->setVisible(!builtIn);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(saveButton);
    layout->addLayout(buttons);
    connect(close, &Button::clicked, this, &QDialog::accept);
    connect(saveButton, &Button::clicked, this, &InviteDialog::askPath);
}

void InviteDialog::addCard(QVBoxLayout* layout) {
    layout->addWidget(new SentenceLabel(tr("Give them this card. Who opens it joins <b>%1</b>, and sees the same three words: <b>%2</b>.")
                                            .arg(QString::fromStdString(m_node.params().name()).toHtmlEscaped(),
                                                 fingerprintText(m_node.params().genesisHash))));
    auto* code = new CodeBlock;
    code->setCode(QString::fromUtf8(m_card));
    code->setMaximumLines(11);
    code->setAccessibleName(tr("The network card"));
    layout->addWidget(code);
}

void InviteDialog::askPath() {
    auto* dialog = new QFileDialog(this, tr("Save the network card"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Network card (*.cairn)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("cairn"));
    dialog->selectFile(node::folderNameOf(QString::fromStdString(m_node.params().name())) + QStringLiteral(".cairn"));
    connect(dialog, &QFileDialog::fileSelected, this, &InviteDialog::save);
    dialog->open();
}

void InviteDialog::save(const QString& path) {
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && file.write(m_card) == m_card.size() && file.commit();
    m_navigator.showNotice(ok ? tr("Written to %1.").arg(path) : tr("%1 could not be written. Choose another place.").arg(path));
    if (ok) accept();
}

} // namespace gui
