#include "gui/wallet/ImportDialog.h"

#include "gui/dialogs/Secrets.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/models/AddressListModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/WalletProblemWords.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/SentenceLabel.h"
#include "node/Node.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gui {

namespace {

QString importTextProblem(ImportTextError error) {
    switch (error) {
    case ImportTextError::Empty:
        return ImportDialog::tr("Enter a descriptor, an extended key, a private key or an address.");
    case ImportTextError::BadKey:
        return ImportDialog::tr("This looks like a private key, but no key has this number.");
    case ImportTextError::OtherNetwork:
        return ImportDialog::tr("This is a key of another network. Nothing was changed.");
    case ImportTextError::Descriptor:
        return ImportDialog::tr("This descriptor cannot be read: a bracket, a key or its checksum is wrong.");
    case ImportTextError::Unknown:
        break;
    }
    return ImportDialog::tr(
        "This is no descriptor, no key and no address of this network. Check that you have "
        "copied all of it.");
}

QString importTrouble(wallet::ImportError error) {
    switch (error) {
    case wallet::ImportError::NoPrivateKeys:
        return ImportDialog::tr("This wallet takes only what it can sign for. Watch it in a wallet that only "
                                "watches.");
    case wallet::ImportError::PrivateKeys:
        return ImportDialog::tr(
            "This wallet only watches and takes no private keys. Open another one for them.");
    case wallet::ImportError::Hardened:
        return ImportDialog::tr(
            "Its addresses can be made with its private key only. Bring in the key of the "
            "account instead.");
    case wallet::ImportError::CannotBeActive:
        return ImportDialog::tr(
            "It makes no addresses one after the other, so it cannot be given away from.");
    case wallet::ImportError::Malformed:
        break;
    }
    return importTextProblem(ImportTextError::Descriptor);
}

QString seenWords(const ReadImport& what) {
    switch (what.kind) {
    case ReadImport::Kind::Address:
        return ImportDialog::tr(
            "One address, to be watched: what comes to it is shown, nothing can be spent.");
    case ReadImport::Kind::Key:
        return ImportDialog::tr(
            "A private key: what it holds can be spent from this wallet. The words of the "
            "wallet do not bring it back; make a copy of the wallet file.");
    case ReadImport::Kind::Account:
        return what.hasKeys ? ImportDialog::tr("The private key of an account, with all its addresses.")
                            : ImportDialog::tr("The public key of an account: all its addresses are watched, "
                                               "nothing can be spent.");
    case ReadImport::Kind::Descriptor:
        break;
    }
    return what.hasKeys ? ImportDialog::tr("A descriptor with private keys.")
                        : ImportDialog::tr("A descriptor without private keys: it is watched.");
}

} // namespace

ImportDialog::ImportDialog(node::Node& node, QWidget* parent)
    : FormDialog(tr("Add keys, or watch"),
                 tr("A descriptor, the key of an account (xpub, xprv), a private key or an address."),
                 tr("Add"), parent),
      m_node(node) {
    setObjectName(QStringLiteral("importDialog"));
    addFields();
    keepMeasured(this, [this] { setMinimumWidth(px(520)); });
    connect(m_text, &QLineEdit::textChanged, this, &ImportDialog::lookAtText);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ImportDialog::lookAtText);
    connect(this, &FormDialog::submitted, this, &ImportDialog::submit);
    lookAtText();
    m_text->setFocus();
}

void ImportDialog::addFields() {
    m_text = addField(tr("&What"));
    m_text->setObjectName(QStringLiteral("importEdit"));
    m_seen = new SentenceLabel;
    m_seen->setObjectName(QStringLiteral("importSeen"));
    body()->addWidget(m_seen);
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("importKindCombo"));
    m_kind->addItem(tr("Every kind that it may have"));
    using wallet::AddressType;
    for (const AddressType type :
         {AddressType::Bech32, AddressType::Bech32m, AddressType::P2shSegwit, AddressType::Legacy})
        m_kind->addItem(addressKindName(type), static_cast<int>(type));
    m_kindName = makeFieldName(tr("&Kind of its addresses"), m_kind);
    m_past = new QComboBox;
    m_past->setObjectName(QStringLiteral("importPastCombo"));
    m_past->addItem(tr("Look for its payments in the whole chain"));
    m_past->addItem(tr("It is new: only from now on"));
    m_wallet = new QLineEdit;
    m_wallet->setObjectName(QStringLiteral("importWalletEdit"));
    m_walletName = makeFieldName(tr("&Name of the new wallet that watches it"), m_wallet);
    for (QWidget* part : std::initializer_list<QWidget*>{m_kindName, m_kind, m_walletName, m_wallet})
        body()->addWidget(part);
    m_label = addField(tr("&Label, may be empty"));
    m_label->setObjectName(QStringLiteral("importLabelEdit"));
    m_label->setMaxLength(static_cast<int>(wallet::kMaxLabelBytes / 4));
    body()->addWidget(makeFieldName(tr("&Past"), m_past));
    body()->addWidget(m_past);
}

Result<ReadImport, ImportTextError> ImportDialog::read() const {
    std::optional<wallet::AddressType> type;
    if (m_kind->currentIndex() > 0) type = static_cast<wallet::AddressType>(m_kind->currentData().toInt());
    return readImport(secretFrom(m_text->text()), type, m_node.params().addresses);
}

/// What has no private keys is watched apart: in a wallet with keys nobody would know what can be spent.
bool ImportDialog::wantsNewWallet(const ReadImport& what) const {
    const auto status = m_node.wallet().status();
    return !what.hasKeys && !(status->isOpen && status->watchOnly);
}

void ImportDialog::lookAtText() {
    const auto what = read();
    const bool hasChoice =
        what && (what->kind == ReadImport::Kind::Key || what->kind == ReadImport::Kind::Account);
    m_kindName->setVisible(hasChoice);
    m_kind->setVisible(hasChoice);
    const bool isNew = what && wantsNewWallet(*what);
    m_walletName->setVisible(isNew);
    m_wallet->setVisible(isNew);
    m_seen->setSentence(what ? seenWords(*what) : QString());
    m_seen->setVisible(what.has_value());
    showProblem({});
}

void ImportDialog::submit() {
    const auto what = read();
    if (!what) return showProblem(importTextProblem(what.error()));
    if (wantsNewWallet(*what)) return makeWallet(*what);
    const node::WalletAccess into = m_node.wallet().current(); // whatever is selected meanwhile
    const auto status = into.status();
    if (!status->isOpen) return showProblem(tr("No wallet is open. Create one first."));
    if (!status->locked) return import(into, *what, false);
    auto* unlock = new UnlockDialog(into, this);
    connect(unlock, &QDialog::accepted, this,
            [this, into, brought = *what] { import(into, brought, false); });
    unlock->open();
}

void ImportDialog::makeWallet(const ReadImport& what) {
    const QString name = m_wallet->text().trimmed();
    if (name.isEmpty()) return showProblem(tr("Give the wallet a name."));
    wallet::NewWallet start;
    start.isBlank = start.isWatchOnly = true;
    await(m_node.wallet().create(name, start), tr("Creating…"),
          [this, name, what](const Result<void, node::WalletProblem>& made) {
              if (!made) return showProblem(walletProblemWords(made.error()));
              import(m_node.wallet().named(name), what, what.isRanged);
          });
}

void ImportDialog::import(const node::WalletAccess& into, const ReadImport& what, bool isActive) {
    wallet::DescriptorImport wanted;
    wanted.text = what.text;
    wanted.isActive = isActive;
    wanted.label = m_label->text().trimmed().toStdString();
    const std::optional<std::int64_t> past =
        m_past->currentIndex() == 0 ? std::optional<std::int64_t>(0) : std::nullopt;
    if (!past) wanted.birth = m_node.clock().now();
    using Made = node::WalletAccess::Reply<std::vector<wallet::ImportOutcome>>;
    await(into.importDescriptors({wanted}, past), past ? tr("Looking through the chain…") : tr("Adding…"),
          [this](const Made& made) {
              if (!made) return showProblem(tr("No wallet is open. Create one first."));
              if (*made) return take(**made);
              showProblem(made->error().error == wallet::WalletError::Locked
                              ? tr("The wallet is locked. Unlock it first.")
                              : tr("It was not kept: the wallet file cannot be written."));
          });
}

void ImportDialog::take(const std::vector<wallet::ImportOutcome>& outcomes) {
    if (outcomes.empty()) return showProblem(importTextProblem(ImportTextError::Descriptor));
    if (outcomes.front().error) return showProblem(importTrouble(*outcomes.front().error));
    emit imported(outcomes.front().lacksKeys
                      ? tr("Added. Others have to sign too before anything of it can be spent.")
                      : tr("Added. What has come to it is in the activity."));
    m_text->clear();
    accept();
}

} // namespace gui

#include "moc_ImportDialog.cpp"
