#include "gui/wallet/NewAddressDialog.h"

#include "gui/models/AddressListModel.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"
#include "wallet/Wallet.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gui {

NewAddressDialog::NewAddressDialog(node::Node& node, QWidget* parent, const QString& label)
    : FormDialog(tr("New address"), tr("A label helps to see later who paid. Only you can read it."),
                 tr("Make the address"), parent),
      m_node(node) {
    setObjectName(QStringLiteral("newAddressDialog"));
    m_label = addField(tr("&Label, may be empty"));
    m_label->setObjectName(QStringLiteral("labelEdit"));
    m_label->setMaxLength(static_cast<int>(wallet::kMaxLabelBytes / 4));
    m_label->setText(label);
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("newAddressKindCombo"));
    using wallet::AddressType;
    const auto add = [this](AddressType type, const QString& words) {
        m_kind->addItem(QStringLiteral("%1, %2").arg(addressKindName(type), words), static_cast<int>(type));
    };
    add(AddressType::Bech32, tr("the usual one"));
    add(AddressType::Bech32m, tr("newest, costs least to spend"));
    add(AddressType::P2shSegwit, tr("for older programs"));
    add(AddressType::Legacy, tr("for very old programs"));
    body()->addWidget(makeFieldName(tr("&Kind"), m_kind));
    body()->addWidget(m_kind);
    connect(this, &FormDialog::submitted, this, &NewAddressDialog::make);
}

void NewAddressDialog::make() {
    const auto type = static_cast<wallet::AddressType>(m_kind->currentData().toInt());
    using Made = node::WalletAccess::Reply<wallet::WalletAddress>;
    await(m_node.wallet().newReceiveAddress(m_label->text().trimmed().toStdString(), type),
          tr("Making the address…"), [this](const Made& answer) {
              if (!answer) return showProblem(tr("No wallet is open."));
              if (*answer) {
                  emit made(**answer);
                  return accept();
              }
              showProblem(answer->error().error == wallet::WalletError::NoAddress
                              ? tr("This wallet makes no addresses of that kind. Choose another kind.")
                              : tr("No address could be made: the wallet file cannot be written."));
          });
}

} // namespace gui

#include "moc_NewAddressDialog.cpp"
