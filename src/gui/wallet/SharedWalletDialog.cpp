#include "gui/wallet/SharedWalletDialog.h"

#include "gui/NetworkWords.h"
#include "gui/dialogs/Secrets.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/wallet/WalletProblemWords.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/ViewStack.h"
#include "node/Node.h"
#include "wallet/Accounts.h"
#include "wallet/Wallet.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr qint64 kMostKeyFile = 100'000; ///< bytes
constexpr int kOwnQrSide = 170;

QString keyProblem(wallet::SharedKeyError error, int line) {
    const QString where = SharedWalletDialog::tr("Line %1:").arg(line) + QLatin1Char(' ');
    switch (error) {
    case wallet::SharedKeyError::PrivateKey:
        return where + SharedWalletDialog::tr(
                           "this is a private key. Whoever sent it must never do that: everybody who saw it "
                           "can take their money. Ask for the public key (xpub).");
    case wallet::SharedKeyError::CannotDerive:
        return where + SharedWalletDialog::tr(
                           "no addresses can be made with this key. Ask for the key of an account (xpub).");
    case wallet::SharedKeyError::NotAKey:
        break;
    }
    return where + SharedWalletDialog::tr("this is no key of an account (xpub) of this network. Check that "
                                          "all of it was copied.");
}

QString fingerprintWords(const std::string& fingerprint) {
    const QString hex = QString::fromStdString(fingerprint);
    return hex.left(4) + QLatin1Char(' ') + hex.mid(4);
}

/// The name of a field, with a button at its end.
QWidget* fieldHead(QLabel* name, Button* button) {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    name->setWordWrap(true);
    row->addWidget(name, 1);
    row->addWidget(button, 0, Qt::AlignBottom);
    return head;
}

/// The wallet's thread gives a copy that is wiped with the dialog.
struct OwnKey {
    crypto::SecretString secret; ///< empty: none
};

} // namespace

SharedWalletDialog* SharedWalletDialog::start(node::Node& node, QWidget* parent) {
    auto* dialog = new SharedWalletDialog(node, parent);
    if (!node.wallet().status()->locked) {
        dialog->open();
        return dialog;
    }
    auto* unlock = new UnlockDialog(node.wallet(), parent);
    connect(unlock, &QDialog::accepted, dialog, [dialog] {
        dialog->askOwnKey();
        dialog->open();
    });
    connect(unlock, &QDialog::rejected, dialog, &QObject::deleteLater);
    unlock->open();
    return dialog;
}

SharedWalletDialog::SharedWalletDialog(node::Node& node, QWidget* parent)
    : FormDialog(tr("Start a shared wallet"), {}, tr("Next"), parent), m_node(node), m_steps(new ViewStack) {
    setObjectName(QStringLiteral("sharedWalletDialog"));
    keepMeasured(this, [this] { setMinimumWidth(px(640)); });
    m_keysStep = m_steps->add(makeKeysStep());
    m_compareStep = m_steps->add(makeCompareStep());
    body()->addWidget(m_steps);
    connect(m_keys, &QPlainTextEdit::textChanged, this, &SharedWalletDialog::look);
    connect(m_threshold, &QSpinBox::valueChanged, this, &SharedWalletDialog::look);
    connect(this, &FormDialog::submitted, this, &SharedWalletDialog::goOn);
    disconnect(cancelButton(), &Button::clicked, this, nullptr);
    connect(cancelButton(), &Button::clicked, this, &SharedWalletDialog::goBack);
    showStep(Step::Keys);
    look();
    askOwnKey();
}

// --- the steps

void SharedWalletDialog::showStep(Step step) {
    m_step = step;
    const bool isLast = step == Step::Compare;
    m_steps->setCurrentView(isLast ? m_compareStep : m_keysStep);
    setSentence(
        isLast ? tr("Step 2 of 2: all of you must see the same first address. Compare it by telephone, or "
                    "side by side: otherwise somebody may have put in another key, and the money is "
                    "theirs.")
               : tr("Step 1 of 2: several people, or several computers of yours, hold a key each; so many "
                    "of them have to sign before anything moves. One alone can do nothing, and one may "
                    "be lost."));
    setAcceptText(isLast ? tr("Make the wallet") : tr("Next"));
    cancelButton()->setText(isLast ? tr("Back") : tr("Cancel"));
    (isLast ? static_cast<QWidget*>(m_same) : m_keys)->setFocus();
}

void SharedWalletDialog::goOn() {
    if (m_step == Step::Compare) return create();
    const auto plan = typedPlan();
    if (!plan)
        return showProblem(plan.error().isEmpty() ? tr("Put in the keys of the others first.")
                                                  : plan.error());
    showProblem({});
    showStep(Step::Compare);
}

void SharedWalletDialog::goBack() {
    if (m_step == Step::Keys) return reject();
    showProblem({});
    showStep(Step::Keys);
}

QWidget* SharedWalletDialog::makeKeysStep() {
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    addOwnKey(*column);
    addOthers(*column);
    addThreshold(*column);
    column->addStretch();
    return step;
}

QWidget* SharedWalletDialog::makeCompareStep() {
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    m_address = makeLabel({}, "mono");
    m_address->setObjectName(QStringLiteral("sharedFirstAddress"));
    m_address->setWordWrap(true);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_same = new QCheckBox(tr("All of us see this &address"));
    m_same->setObjectName(QStringLiteral("sameAddressCheck"));
    column->addWidget(makeLabel(tr("Its first address"), "field"));
    column->addWidget(m_address);
    column->addWidget(m_same);
    column->addSpacing(px(8));
    addFile(*column);
    column->addStretch();
    return step;
}

void SharedWalletDialog::addOwnKey(QVBoxLayout& column) {
    m_ownField = new CopyField;
    m_ownField->setObjectName(QStringLiteral("ownSharedKey"));
    m_ownName = makeFieldName(tr("Your key: give it to the others. It moves no money by itself"), m_ownField);
    m_ownHint = new SentenceLabel;
    m_ownQr = new QrView;
    m_ownQr->setAccessibleName(tr("Code of your key, to be scanned"));
    auto* show = Button::small(tr("As a code"), QStringLiteral("ownKeyQrButton"), QStringLiteral("qr"));
    show->setCheckable(true);
    connect(show, &Button::toggled, m_ownQr, &QWidget::setVisible);
    auto* words = new QVBoxLayout;
    words->addWidget(fieldHead(m_ownName, show));
    words->addWidget(m_ownField);
    words->addWidget(m_ownHint);
    words->addStretch();
    auto* both = new QHBoxLayout;
    both->addLayout(words, 1);
    both->addWidget(m_ownQr, 0, Qt::AlignTop);
    column.addLayout(both);
    m_ownQr->hide();
    keepMeasured(m_ownQr, [this] { m_ownQr->setFixedSize(px(kOwnQrSide), px(kOwnQrSide)); });
}

void SharedWalletDialog::addOthers(QVBoxLayout& column) {
    m_keys = new QPlainTextEdit;
    m_keys->setObjectName(QStringLiteral("sharedKeysEdit"));
    m_keys->setProperty("mono", true);
    m_keys->setTabChangesFocus(true);
    keepMeasured(m_keys, [this] { m_keys->setFixedHeight(px(86)); });
    auto* open =
        Button::small(tr("Open a file…"), QStringLiteral("openKeysButton"), QStringLiteral("folder"));
    connect(open, &Button::clicked, this, &SharedWalletDialog::askFile);
    m_seen = new SentenceLabel;
    m_seen->setObjectName(QStringLiteral("sharedKeysSeen"));
    column.addWidget(
        fieldHead(makeFieldName(tr("&Keys of the others, one a line; or the whole plan"), m_keys), open));
    column.addWidget(m_keys);
    column.addWidget(m_seen);
}

void SharedWalletDialog::addThreshold(QVBoxLayout& column) {
    m_threshold = new QSpinBox;
    m_threshold->setObjectName(QStringLiteral("thresholdSpin"));
    m_threshold->setRange(1, static_cast<int>(wallet::SharedPlan::kMostKeys));
    m_threshold->setValue(2);
    m_thresholdOf = makeLabel({}, "muted");
    auto* row = new QHBoxLayout;
    row->addWidget(makeFieldName(tr("So many have to &sign"), m_threshold));
    row->addWidget(m_threshold);
    row->addWidget(m_thresholdOf, 1);
    column.addLayout(row);
}

void SharedWalletDialog::addFile(QVBoxLayout& column) {
    const auto add = [&column](const QString& name, const char* objectName) {
        auto* edit = new QLineEdit;
        edit->setObjectName(QLatin1String(objectName));
        column.addWidget(makeFieldName(name, edit));
        column.addWidget(edit);
        return edit;
    };
    m_name = add(tr("&Name of the shared wallet"), "sharedNameEdit");
    m_name->setMaxLength(40);
    m_passphrase = add(tr("&Passphrase of its file; empty: not encrypted"), "sharedPassphraseEdit");
    m_again = add(tr("Passphrase a&gain"), "sharedAgainEdit");
    for (QLineEdit* edit : {m_passphrase, m_again})
        edit->setEchoMode(QLineEdit::Password);
}

void SharedWalletDialog::askOwnKey() {
    const auto read = [](const wallet::Wallet& wallet, std::int32_t) {
        const auto key = wallet.sharedKey();
        return OwnKey{key ? wallet::secretText(*key) : crypto::SecretString()};
    };
    node::onResult(m_node.wallet().ask(read), this, [this](const std::optional<OwnKey>& key) {
        m_secret = key ? wallet::secretText(key->secret) : crypto::SecretString();
        const auto shown = wallet::publicSharedKey(m_secret, m_node.params().addresses);
        m_own = shown ? QString::fromStdString(*shown) : QString();
        m_ownField->setText(m_own);
        m_ownQr->setText(m_own);
        m_ownHint->setSentence(
            m_own.isEmpty()
                ? tr("The wallet that is open has no words to make a key from, so the shared one will only "
                     "watch. Open another wallet first to sign with it.")
                : tr("It belongs to the words of <b>%1</b>: they and the plan bring your part back.")
                      .arg(walletTitle(m_node.wallet().status()->name).toHtmlEscaped()));
        look();
    });
}

void SharedWalletDialog::askFile() {
    auto* dialog = new QFileDialog(this, tr("Open keys, or a plan"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Texts (*.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        for (const QString& path : paths) {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly) || file.size() > kMostKeyFile)
                return showProblem(tr("%1 cannot be read, or is too long.").arg(path));
            m_keys->appendPlainText(QString::fromUtf8(file.readAll()).trimmed());
        }
    });
    dialog->open();
}

// --- what it comes to

Result<wallet::SharedPlan, QString> SharedWalletDialog::typedPlan() const {
    const auto& addresses = m_node.params().addresses;
    const QString text = m_keys->toPlainText();
    if (text.size() > kMostKeyFile) return fail(tr("This is too long for the keys of a shared wallet."));
    if (text.contains(QLatin1Char('('))) {
        auto plan = wallet::readPlan(text.toStdString(), addresses);
        if (!plan)
            return fail(tr("This is no plan of a shared wallet. Such a plan begins with "
                           "“wsh(sortedmulti(”, and its last eight characters check the others."));
        return std::move(*plan);
    }
    wallet::SharedPlan plan{static_cast<std::size_t>(m_threshold->value()), {}};
    if (!m_own.isEmpty()) plan.keys.push_back(m_own.toStdString());
    int line = 0;
    for (const QString& each : text.split(QLatin1Char('\n'))) {
        ++line;
        if (each.trimmed().isEmpty()) continue;
        auto key = wallet::readSharedKey(each.toStdString(), addresses);
        if (!key) return fail(keyProblem(key.error(), line));
        if (std::ranges::find(plan.keys, *key) != plan.keys.end())
            return fail(tr("Line %1: this key is here twice.").arg(line));
        plan.keys.push_back(std::move(*key));
    }
    if (plan.keys.size() < 2) return fail(QString());
    if (plan.keys.size() > wallet::SharedPlan::kMostKeys)
        return fail(tr("More than %1 keys do not fit.").arg(wallet::SharedPlan::kMostKeys));
    plan.threshold = std::min(plan.threshold, plan.keys.size());
    if (!plan.isWhole()) return fail(tr("A key is here twice."));
    return plan;
}

bool SharedWalletDialog::hasOwnKey(const wallet::SharedPlan& plan) const {
    return wallet::signingText(plan, m_secret, m_node.params().addresses).has_value();
}

QString SharedWalletDialog::keysSentence(const wallet::SharedPlan& plan) const {
    QStringList names;
    for (const std::string& key : plan.keys) {
        const QString words = fingerprintWords(wallet::fingerprintOf(key, m_node.params().addresses));
        names << (key == m_own.toStdString() ? tr("%1 (yours)").arg(words) : words);
    }
    return tr("%n key(s): %1.", nullptr, static_cast<int>(names.size()))
        .arg(names.join(QStringLiteral(", ")));
}

void SharedWalletDialog::look() {
    showProblem({});
    const auto plan = typedPlan();
    const bool isPlan = m_keys->toPlainText().contains(QLatin1Char('('));
    m_threshold->setEnabled(!isPlan);
    const bool hasOwn = plan && hasOwnKey(*plan);
    for (QWidget* part : std::initializer_list<QWidget*>{m_passphrase, m_again})
        part->setEnabled(!plan || hasOwn);
    if (plan) return showPlan(*plan);
    m_thresholdOf->clear();
    m_same->setChecked(false);
    m_address->clear();
    m_seen->setSentence(plan.error().isEmpty()
                            ? tr("Nothing to see yet: at least two keys are needed.")
                            : QStringLiteral("<bad>%1</bad>").arg(plan.error().toHtmlEscaped()));
}

void SharedWalletDialog::showPlan(const wallet::SharedPlan& plan) {
    QString seen = keysSentence(plan);
    if (!hasOwnKey(plan))
        seen += QLatin1Char(' ') + tr("Yours is not among them: this wallet would only watch.");
    m_seen->setSentence(seen);
    const QSignalBlocker quiet(m_threshold);
    m_threshold->setValue(static_cast<int>(plan.threshold));
    m_thresholdOf->setText(tr("of %n key(s)", nullptr, static_cast<int>(plan.keys.size())));
    const QString address =
        groupedAddress(QString::fromStdString(wallet::firstAddressOf(plan, m_node.params().addresses)));
    if (address == m_address->text()) return;
    m_address->setText(address);
    m_same->setChecked(false); // it is another one now
}

QString SharedWalletDialog::firstAddress() const {
    return m_address->text().remove(QLatin1Char(' '));
}

// --- what is made

void SharedWalletDialog::create() {
    const auto plan = typedPlan();
    if (!plan) return showStep(Step::Keys);
    if (!m_same->isChecked())
        return showProblem(tr("Compare the first address with the others, and say that all see the same. "
                              "Otherwise somebody may have put in another key, and the money is theirs."));
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) return showProblem(tr("Give the wallet a name."));
    if (m_passphrase->text() != m_again->text()) return showProblem(tr("The two passphrases differ."));
    wallet::NewWallet start;
    start.isBlank = true;
    start.isWatchOnly = !hasOwnKey(*plan);
    const crypto::SecretString passphrase = takeSecret(m_passphrase);
    m_again->clear();
    if (!start.isWatchOnly) start.passphrase = wallet::secretText(passphrase);
    await(m_node.wallet().create(name, std::move(start)), tr("Creating…"),
          [this, name, plan = *plan](const Result<void, node::WalletProblem>& made) {
              if (!made) return showProblem(walletProblemWords(made.error()));
              import(name, m_node.wallet().named(name), plan);
          });
}

void SharedWalletDialog::import(const QString& name, const node::WalletAccess& into,
                                const wallet::SharedPlan& plan) {
    wallet::DescriptorImport wanted;
    const auto text = wallet::signingText(plan, m_secret, m_node.params().addresses);
    const std::string publicText = wallet::planText(plan);
    wanted.text = text ? wallet::secretText(*text) : wallet::secretText(publicText);
    wanted.isActive = true;
    using Made = node::WalletAccess::Reply<std::vector<wallet::ImportOutcome>>;
    // Others may have begun: what came to it already is looked for.
    await(into.importDescriptors({wanted}, 0), tr("Looking through the chain…"),
          [this, name, plan = QString::fromStdString(publicText)](const Made& made) {
              if (!made || !*made || (*made)->front().error)
                  return showProblem(tr("The wallet was made, but the plan was not kept: its file cannot be "
                                        "written. Put the plan into it on the page that adds keys."));
              emit this->made(name, plan);
              accept();
          });
}

// --- the plan

PlanDialog::PlanDialog(const QString& walletName, const QString& plan, QWidget* parent)
    : FormDialog(tr("The plan of %1").arg(walletTitle(walletName)),
                 tr("Keep it with your words: the words alone do not bring this wallet back. Give it to the "
                    "others, too. Whoever has it sees what is in the wallet, but can move nothing."),
                 tr("Save…"), parent),
      m_name(walletName), m_plan(plan) {
    setObjectName(QStringLiteral("planDialog"));
    keepMeasured(this, [this] { setMinimumWidth(px(560)); });
    acceptButton()->setIconName(QStringLiteral("download"));
    cancelButton()->setText(tr("Close"));
    auto* code = new CopyField;
    code->setText(plan);
    code->setAccessibleName(tr("The plan"));
    auto* qr = new QrView;
    qr->setText(plan);
    qr->setAccessibleName(tr("Code of the plan, to be scanned"));
    qr->setVisible(!qr->isEmpty());
    keepMeasured(qr, [qr] { qr->setFixedSize(px(240), px(240)); });
    body()->addWidget(code);
    body()->addWidget(qr, 0, Qt::AlignHCenter);
    connect(this, &FormDialog::submitted, this, &PlanDialog::askFile);
}

void PlanDialog::askFile() {
    auto* dialog = new QFileDialog(this, tr("Save the plan"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Texts (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(m_name + QStringLiteral("-plan.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &PlanDialog::save);
    dialog->open();
}

void PlanDialog::save(const QString& path) {
    QSaveFile file(path);
    const QByteArray text = m_plan.toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return showProblem(tr("%1 could not be written. Choose another place.").arg(path));
    accept();
}

} // namespace gui

#include "moc_SharedWalletDialog.cpp"
