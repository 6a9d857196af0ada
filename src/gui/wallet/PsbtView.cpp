#include "gui/wallet/PsbtView.h"

#include "gui/ErrorText.h"
#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/PsbtQrDialog.h"
#include "gui/wallet/PsbtWords.h"
#include "gui/welcome/DropPlace.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/FlowDiagram.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/IconView.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/RowsModel.h"
#include "gui/widgets/SentenceLabel.h"
#include "gui/widgets/ViewStack.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "wallet/Wallet.h"
#include "wallet/psbt/PsbtRoles.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace gui {

namespace {

constexpr int kPsbtSideBySide = 860;
constexpr int kFlowHeight = 190;

double partOf(primitives::Amount part, double whole) {
    return whole > 0 ? static_cast<double>(part.satoshi()) / whole : 0;
}

Button* addTo(FlowLayout* row, const QString& words, const char* name, const char* iconName,
              Button::Kind kind = Button::Kind::Normal) {
    auto* button = new Button(words, kind);
    button->setObjectName(QLatin1String(name));
    if (*iconName != '\0') button->setIconName(QLatin1String(iconName));
    row->addWidget(button);
    return button;
}

} // namespace

PsbtView::PsbtView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_stack(new ViewStack) {
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack, 1);
    m_empty = buildEmpty();
    m_payment = buildPayment();
    m_stack->addView(m_empty);
    m_stack->addView(m_payment);
    m_stack->setCurrentView(m_empty);
    connect(&format(), &Format::changed, this, [this] {
        if (m_report) render();
    });
}

QWidget* PsbtView::buildEmpty() {
    auto* card = new Card(tr("A payment to sign"));
    m_drop = new DropPlace;
    auto* column = new QVBoxLayout(m_drop);
    auto* words = new SentenceLabel(
        tr("Somebody prepared a payment and needs your signature, or you prepared one on a computer that "
           "has no keys? <b>Drop the file here</b>, open it, or paste its text (PSBT). Pictures of its QR "
           "codes do as well."));
    words->setAlignment(Qt::AlignCenter);
    auto* actions = new QWidget;
    auto* row = new FlowLayout(actions);
    connect(addTo(row, tr("Open a file…"), "openPsbtButton", "folder", Button::Kind::Primary),
            &Button::clicked, this, &PsbtView::askFile);
    connect(addTo(row, tr("Paste"), "pastePsbtButton", "copy"), &Button::clicked, this, &PsbtView::paste);
    m_emptyProblem = new SentenceLabel;
    m_emptyProblem->setObjectName(QStringLiteral("psbtProblem"));
    m_emptyProblem->setAlignment(Qt::AlignCenter);
    m_emptyProblem->hide();
    column->addStretch(1);
    column->addWidget(words);
    column->addWidget(actions, 0, Qt::AlignHCenter);
    column->addWidget(m_emptyProblem);
    column->addStretch(1);
    keepMeasured(m_drop, [column] {
        column->setContentsMargins(px(24), px(24), px(24), px(24));
        column->setSpacing(px(14));
    });
    card->body()->addWidget(m_drop, 1);
    return card;
}

QWidget* PsbtView::buildPayment() {
    auto* row = new CardRow(kPsbtSideBySide);
    row->add(buildWhat(), 62);
    row->add(buildWho(), 38);
    return row;
}

Card* PsbtView::buildWhat() {
    auto* card = new Card(tr("What it does"));
    m_sentence = new SentenceLabel;
    m_sentence->setObjectName(QStringLiteral("psbtSentence"));
    m_sentence->setStrong(true);
    m_warning = new Banner(Banner::Kind::Warning, {});
    m_warning->setObjectName(QStringLiteral("psbtWarning"));
    m_flow = new FlowDiagram;
    m_flow->setAccessibleName(tr("Where the money comes from and where it goes"));
    m_twin = new PictureWithTable(m_flow);
    card->addHeaderWidget(m_twin->toggle());
    m_twin->toggle()->show();
    m_next = new SentenceLabel;
    m_next->setObjectName(QStringLiteral("psbtNext"));
    m_notice = new Banner(Banner::Kind::Good, {});
    m_notice->setObjectName(QStringLiteral("psbtNotice"));
    m_notice->hide();
    auto* actions = new QWidget;
    auto* buttons = new FlowLayout(actions);
    connect(addTo(buttons, tr("Put it away"), "closePsbtButton", ""), &Button::clicked, this,
            &PsbtView::close);
    buttons->addStretch();
    m_sign = addTo(buttons, tr("Sign"), "signPsbtButton", "key", Button::Kind::Primary);
    m_send = addTo(buttons, tr("Send"), "sendPsbtButton", "send", Button::Kind::Primary);
    connect(m_sign, &Button::clicked, this, &PsbtView::askSign);
    connect(m_send, &Button::clicked, this, &PsbtView::send);
    QVBoxLayout* column = card->body();
    for (QWidget* part : std::initializer_list<QWidget*>{m_sentence, m_warning})
        column->addWidget(part);
    column->addWidget(m_twin, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_notice, m_next, actions})
        column->addWidget(part);
    keepMeasured(card, [this, column] {
        column->setSpacing(px(12));
        m_twin->setMinimumHeight(px(kFlowHeight));
    });
    return card;
}

Card* PsbtView::buildWho() {
    auto* card = new Card(tr("Who has signed"));
    m_signers = new RowsModel(this);
    m_signers->setColumns(
        {{tr("Key"), TextStyle::Mono}, {tr("Whose")}, {tr("Signed"), TextStyle::Normal, true}});
    m_signerTable = new DataTable;
    m_signerTable->setObjectName(QStringLiteral("psbtSigners"));
    m_signerTable->setAccessibleName(tr("Who can sign, and who has"));
    m_signerTable->setModel(m_signers);
    m_signerTable->setColumnStretch(1);
    m_signerTable->setFitRows(6);
    m_signerTable->setEmptyState(QStringLiteral("key"), tr("It does not say whose keys sign."));
    m_facts = new FactsList(FactsList::Values::Trailing);
    m_facts->setCompact(true);
    auto* together =
        new SentenceLabel(tr("Has somebody else signed a copy? Drop it anywhere on this page, open "
                             "or paste it: the signatures are brought together."));
    auto* actions = new QWidget;
    auto* buttons = new FlowLayout(actions);
    const auto small = [buttons](const QString& words, const char* name, const char* iconName) {
        Button* const button = addTo(buttons, words, name, iconName);
        button->setSmall(true);
        return button;
    };
    connect(small(tr("Save…"), "savePsbtButton", "download"), &Button::clicked, this, &PsbtView::save);
    connect(small(tr("As QR code"), "qrPsbtButton", "qr"), &Button::clicked, this, &PsbtView::showCode);
    connect(small(tr("Copy as text"), "copyPsbtButton", "copy"), &Button::clicked, this, &PsbtView::copyText);
    connect(small(tr("Open a copy…"), "openCopyButton", "folder"), &Button::clicked, this,
            &PsbtView::askFile);
    connect(small(tr("Paste a copy"), "pasteCopyButton", ""), &Button::clicked, this, &PsbtView::paste);
    QVBoxLayout* column = card->body();
    column->addWidget(m_signerTable);
    column->addWidget(m_facts);
    column->addStretch(1);
    column->addWidget(together);
    column->addWidget(actions);
    keepMeasured(card, [column] { column->setSpacing(px(12)); });
    return card;
}

// --- how it comes

void PsbtView::dragEnterEvent(QDragEnterEvent* event) {
    const QMimeData& brought = *event->mimeData();
    if (!brought.hasUrls() && !brought.hasText() && !brought.hasImage()) return;
    event->acceptProposedAction();
    m_drop->setLit(true);
}

void PsbtView::dragLeaveEvent(QDragLeaveEvent*) {
    m_drop->setLit(false);
}

void PsbtView::dropEvent(QDropEvent* event) {
    m_drop->setLit(false);
    event->acceptProposedAction();
    takeFrom(*event->mimeData());
}

void PsbtView::askFile() {
    auto* dialog =
        new QFileDialog(this, tr("Open a payment to sign"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                        tr("Prepared payment, or pictures of its code (*.psbt *.txt *.png *.jpg *.jpeg *.gif "
                           "*.bmp *.webp);;Every file (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        for (const QString& path : paths)
            takeFile(path);
    });
    dialog->open();
}

void PsbtView::takeFile(const QString& path) {
    node::onResult(readBroughtFile(path), this, [this, path](const BroughtFile& file) {
        if (!file.isReadable) return say(tr("%1 could not be read.").arg(path.toHtmlEscaped()), true);
        takeOutcome(file.isPicture ? m_intake.takeCodes(file.codes) : m_intake.take(file.bytes));
    });
}

void PsbtView::takePicture(const QImage& picture) {
    node::onResult(readBroughtPicture(picture), this,
                   [this](const BroughtFile& file) { takeOutcome(m_intake.takeCodes(file.codes)); });
}

void PsbtView::takeFrom(const QMimeData& brought) {
    if (brought.hasImage()) return takePicture(qvariant_cast<QImage>(brought.imageData()));
    if (!brought.hasUrls()) return take(brought.text().toUtf8());
    for (const QUrl& url : brought.urls())
        if (url.isLocalFile()) takeFile(url.toLocalFile());
}

void PsbtView::paste() {
    takeFrom(*QGuiApplication::clipboard()->mimeData());
}

void PsbtView::take(const QByteArray& bytes) {
    takeOutcome(m_intake.take(bytes));
}

void PsbtView::takeOutcome(PsbtIntake::Outcome outcome) {
    if (const auto* problem = std::get_if<QString>(&outcome)) return say(*problem, true);
    if (const auto* waiting = std::get_if<PsbtIntake::Waiting>(&outcome))
        return say(tr("%1 of %2 parts are here. Bring the others, in whatever order.")
                       .arg(waiting->have)
                       .arg(waiting->total),
                   false);
    auto& psbt = std::get<wallet::Psbt>(outcome);
    if (m_psbt) return combineWith(std::move(psbt));
    open(std::move(psbt));
}

void PsbtView::combineWith(wallet::Psbt other) {
    const std::array both{*m_psbt, std::move(other)};
    const auto made = both[0].uniqueId() == both[1].uniqueId() ? wallet::combined(both) : std::nullopt;
    if (!made)
        return say(
            tr("That is a copy of another payment, so it was not taken. Put this one away first to look "
               "at it."),
            true);
    const bool isNew = wallet::toBase64(*made) != wallet::toBase64(*m_psbt);
    m_psbt = *made;
    look(true);
    say(isNew ? tr("Brought together: what the copy has is here now.")
              : tr("There was nothing new in that copy."),
        false);
}

void PsbtView::open(wallet::Psbt psbt) {
    m_psbt = std::move(psbt);
    m_report.reset();
    m_notice->hide();
    m_emptyProblem->hide();
    look(true);
}

void PsbtView::say(const QString& sentence, bool isBad) {
    if (!m_psbt) {
        m_emptyProblem->setSentence(isBad ? QStringLiteral("<bad>%1</bad>").arg(sentence) : sentence);
        return m_emptyProblem->show();
    }
    m_notice->setKind(isBad ? Banner::Kind::Error : Banner::Kind::Good);
    m_notice->setSentence(sentence);
    m_notice->show();
}

// --- what it is

void PsbtView::refresh() {
    const auto status = m_node.wallet().status();
    const bool isSame = status->name == m_wallet && status->revision == m_revision;
    m_wallet = status->name;
    m_revision = status->revision;
    if (isSame || !m_psbt) return;
    if (m_asking)
        m_lookAgain = true;
    else
        look(false);
}

/// Asks the wallet what it knows of it; `fills`: and lets it write that in, without signing.
void PsbtView::look(bool fills) {
    using Looked = std::pair<wallet::Psbt, wallet::PsbtReport>;
    auto read = [psbt = *m_psbt, fills](const wallet::Wallet& wallet, std::int32_t) mutable {
        if (fills) (void)wallet::fillPsbt(psbt, wallet, {{}, true, true, false});
        auto report = wallet::reportOf(psbt, wallet);
        return Looked(std::move(psbt), std::move(report));
    };
    const quint64 question = begin();
    const auto answered = [this, question](const std::optional<Looked>& looked) {
        if (question == m_question && looked) showReport(looked->first, looked->second);
        end(question);
    };
    node::onResult(m_node.wallet().ask(std::move(read)), this, answered,
                   [answered] { answered(std::nullopt); });
}

quint64 PsbtView::begin() {
    m_asking = true;
    return ++m_question;
}

/// News of the wallet neither hide an answer nor are lost.
void PsbtView::end(quint64 question) {
    if (question != m_question) return;
    m_asking = false;
    if (std::exchange(m_lookAgain, false) && m_psbt) look(false);
}

void PsbtView::showReport(wallet::Psbt psbt, wallet::PsbtReport report) {
    m_psbt = std::move(psbt);
    m_report = std::move(report);
    render();
    m_stack->setCurrentView(m_payment);
}

void PsbtView::render() {
    m_sentence->setSentence(psbtSentence(*m_report, m_node.params().addresses));
    m_next->setSentence(psbtNext(*m_report));
    const QString warning = psbtWarning(*m_report);
    m_warning->setVisible(!warning.isEmpty());
    if (!warning.isEmpty()) m_warning->setSentence(warning);
    renderFlow();
    renderWho();
    renderActions();
}

void PsbtView::renderFlow() {
    double whole = 0;
    for (const wallet::PsbtCoin& coin : m_report->coins)
        if (coin.output) whole += static_cast<double>(coin.output->value.satoshi());
    if (whole <= 0)
        for (const primitives::TxOut& output : m_report->payments)
            whole += static_cast<double>(output.value.satoshi());
    QVector<FlowEnd> from, to;
    for (const wallet::PsbtCoin& coin : m_report->coins) {
        FlowEnd end;
        end.title = !coin.output ? tr("a coin nobody knows")
                    : coin.isOwn ? tr("this wallet")
                                 : tr("somebody");
        end.detail = coin.isSigned ? tr("signed") : tr("not signed yet");
        end.amountText = coin.output ? format().trimmed(coin.output->value) : tr("unknown");
        end.share = coin.output ? partOf(coin.output->value, whole) : 1.0 / double(m_report->coins.size());
        end.kind = coin.isOwn ? FlowEnd::Kind::Own : FlowEnd::Kind::Other;
        from << end;
    }
    for (std::size_t i = 0; i < m_report->payments.size(); ++i) {
        const primitives::TxOut& output = m_report->payments[i];
        const auto address = script::toAddress(output.scriptPubKey, m_node.params().addresses);
        FlowEnd end;
        end.title = m_report->isOwn[i] ? tr("to this wallet")
                    : address          ? Format::shortened(QString::fromStdString(*address))
                                       : tr("a script");
        end.amountText = format().trimmed(output.value);
        end.share = partOf(output.value, whole);
        end.kind = m_report->isOwn[i] ? FlowEnd::Kind::Own : FlowEnd::Kind::Other;
        to << end;
    }
    if (m_report->analysis.fee && m_report->analysis.fee->satoshi() >= 0) {
        FlowEnd fee;
        fee.title = tr("miner");
        fee.amountText = format().trimmed(*m_report->analysis.fee);
        fee.share = partOf(*m_report->analysis.fee, whole);
        fee.kind = FlowEnd::Kind::Fee;
        to.prepend(fee);
    }
    m_flow->setEnds(from, to);
}

void PsbtView::renderWho() {
    QVector<QStringList> rows;
    for (const wallet::PsbtCosigner& each : m_report->cosigners) {
        const QString done = each.signedOf == each.inputs ? tr("signed")
                             : each.signedOf == 0         ? tr("not yet")
                                                  : tr("%1 of %2").arg(each.signedOf).arg(each.inputs);
        rows << QStringList{fingerprintText(each.fingerprint),
                            each.isOwn ? tr("this wallet") : tr("somebody"), done};
    }
    m_signers->setRows(rows);
    m_signerTable->setEmptyState(QStringLiteral("key"), m_report->isComplete
                                                            ? tr("All signatures are here.")
                                                            : tr("It does not say whose keys sign."));
    const auto& analysis = m_report->analysis;
    m_facts->setFact(tr("Coins"), Format::count(static_cast<qint64>(m_report->coins.size())));
    m_facts->setFact(tr("This wallet's"), Format::count(static_cast<qint64>(m_report->ownCoins)));
    m_facts->setFact(tr("Fee"), analysis.fee ? format().withUnit(*analysis.fee) : tr("not known"));
    m_facts->setFact(tr("Fee rate"), analysis.feePerKvB
                                         ? Format::feeRate(static_cast<double>(*analysis.feePerKvB) / 1'000)
                                         : tr("not known"));
}

void PsbtView::renderActions() {
    const bool isGood = !m_report->analysis.defect;
    m_send->setVisible(m_report->isComplete);
    m_sign->setVisible(!m_report->isComplete);
    m_sign->setEnabled(isGood && m_report->ownOpen > 0 && !m_busy);
    m_send->setEnabled(!m_busy);
}

// --- what is done with it

void PsbtView::askSign() {
    const node::WalletAccess wallet = m_node.wallet().current(); // whatever is selected meanwhile
    if (!wallet.status()->locked) return sign(wallet);
    auto* unlock = new UnlockDialog(wallet, this);
    connect(unlock, &QDialog::accepted, this, [this, wallet] { sign(wallet); });
    unlock->open();
}

void PsbtView::sign(const node::WalletAccess& access) {
    if (!m_psbt) return;
    auto read = [psbt = *m_psbt](const wallet::Wallet& wallet, std::int32_t) mutable -> Signed {
        if (!wallet::fillPsbt(psbt, wallet, {})) return std::nullopt;
        auto report = wallet::reportOf(psbt, wallet);
        return std::pair(std::move(psbt), std::move(report));
    };
    m_busy = true;
    renderActions();
    const quint64 question = begin();
    const auto answered = [this, question](const std::optional<Signed>& answer) {
        m_busy = false;
        if (question == m_question && m_psbt) showSigned(answer.value_or(std::nullopt));
        end(question);
    };
    node::onResult(access.ask(std::move(read)), this, answered, [answered] { answered(std::nullopt); });
}

void PsbtView::showSigned(Signed answer) {
    if (!answer) {
        renderActions();
        return say(tr("The wallet is locked, so nothing was signed."), true);
    }
    const bool isNew = wallet::toBase64(answer->first) != wallet::toBase64(*m_psbt);
    showReport(std::move(answer->first), std::move(answer->second));
    say(isNew ? tr("Signed with this wallet's keys.")
              : tr("This wallet has no key that is missing here, so nothing was signed."),
        !isNew);
}

void PsbtView::send() {
    if (!m_psbt || !m_report || !m_report->isComplete) return;
    wallet::Psbt copy = *m_psbt;
    const auto transaction =
        std::make_shared<const primitives::Transaction>(wallet::PsbtSigner(copy).extract());
    m_busy = true;
    renderActions();
    using Sent = Result<primitives::TxId, consensus::Rejection>;
    node::onResult(m_node.chain().submitTransaction(transaction), this, [this](const Sent& sent) {
        m_busy = false;
        if (!m_report) return;
        renderActions();
        if (!sent) return say(errorText(sent.error()).toHtmlEscaped(), true);
        close();
        m_navigator.showNotice(tr("The payment is on its way."));
        m_navigator.openActivity();
    });
}

void PsbtView::close() {
    ++m_question;
    m_intake.clear();
    m_psbt.reset();
    m_report.reset();
    m_emptyProblem->hide();
    m_notice->hide();
    m_stack->setCurrentView(m_empty);
}

void PsbtView::copyText() {
    if (!m_psbt) return;
    QGuiApplication::clipboard()->setText(QString::fromStdString(wallet::toBase64(*m_psbt)));
    m_navigator.showNotice(tr("Copied. Paste it into a message, or into another wallet."));
}

void PsbtView::showCode() {
    if (m_psbt) (new PsbtQrDialog(*m_psbt, this))->open();
}

void PsbtView::save() {
    if (!m_psbt) return;
    auto* dialog = new QFileDialog(this, tr("Save the payment"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   tr("Prepared payment (*.psbt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("psbt"));
    const auto id = m_psbt->uniqueId();
    dialog->selectFile(QString::fromStdString(id ? id->toHex().substr(0, 12) : "payment") +
                       QStringLiteral(".psbt"));
    const util::Bytes bytes = wallet::serialize(*m_psbt);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString& path) {
        QSaveFile file(path);
        const bool isWritten =
            file.open(QIODevice::WriteOnly) &&
            file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size())) >= 0 &&
            file.commit();
        m_navigator.showNotice(isWritten ? tr("Written to %1.").arg(path)
                                         : tr("%1 could not be written. Choose another place.").arg(path));
    });
    dialog->open();
}

} // namespace gui

#include "moc_PsbtView.cpp"
