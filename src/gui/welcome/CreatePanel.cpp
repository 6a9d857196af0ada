#include "gui/welcome/CreatePanel.h"

#include "consensus/CardText.h"
#include "consensus/RuleTable.h"
#include "crypto/Random.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/CardFile.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "node/DataFolder.h"
#include "node/OnResult.h"
#include "node/mining/Calibration.h"
#include "ui_CreatePanel.h"
#include "util/Hex.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPromise>
#include <QSaveFile>

#include <thread>

namespace gui {

namespace {

enum Template { FastClass, LikeBitcoin, Custom };

/// The rules that people decide on; the others follow from them.
struct RuleField {
    const char* rule;
    QString name;
};

QList<RuleField> ruleFields() {
    return {{"target_block_time", CreatePanel::tr("Seconds between blocks")},
            {"block_reward", CreatePanel::tr("Reward of a block, in coins")},
            {"halving_interval", CreatePanel::tr("Reward halves after blocks (0: never)")},
            {"difficulty_adjustment_interval", CreatePanel::tr("Difficulty adjusts every blocks")},
            {"coinbase_maturity", CreatePanel::tr("Rewards can be spent after blocks")},
            {"max_block_transactions", CreatePanel::tr("Transactions in a block, at most")},
            {"min_difficulty_after", CreatePanel::tr("Easiest difficulty after seconds (0: never)")},
            {"bech32_hrp", CreatePanel::tr("Addresses begin with")}};
}

consensus::Rules rulesOf(int index) {
    consensus::Rules rules;
    if (index != LikeBitcoin) return rules;
    rules.targetBlockTime = 600;
    rules.difficultyAdjustmentInterval = 2'016;
    rules.coinbaseMaturity = 100;
    rules.minDifficultyAfter = 0;
    return rules;
}

bool writeCard(const QString& path, const consensus::NetworkCard& card) {
    QSaveFile file(path);
    const QByteArray text = QByteArray::fromStdString(consensus::writeNetworkCard(card));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

} // namespace

CreatePanel::CreatePanel(const QString& dataRoot, QWidget* parent)
    : WelcomePanel(
          tr("Create a network"),
          tr("Its rules become part of its first block: everyone who joins has the same ones, for good."),
          tr("Create"), parent),
      m_dataRoot(dataRoot), m_card(std::make_unique<consensus::NetworkCard>()),
      m_ui(std::make_unique<Ui::CreatePanel>()), m_save(new Button(tr("Save the card for others…"))) {
    addForm(*m_ui);
    m_ui->templatesControl->setSegments({tr("Fast, for a class"), tr("Like Bitcoin"), tr("My own rules")});
    m_ui->templatesControl->setAccessibleName(tr("Rules"));
    m_ui->cardView->hide();
    addRules();
    m_save->hide();
    addSecondAction(m_save);
    connect(m_save, &Button::clicked, this, &CreatePanel::saveCopy);
    connect(m_ui->templatesControl, &SegmentedControl::currentChanged, this, &CreatePanel::useTemplate);
    useTemplate(FastClass);
}

CreatePanel::~CreatePanel() = default;

/// One field a rule, from the table of rules.
void CreatePanel::addRules() {
    int at = 0;
    for (const RuleField& field : ruleFields()) {
        const consensus::RuleInfo* rule = consensus::findRule(field.rule);
        auto* edit = new QLineEdit;
        edit->setToolTip(tr("Allowed: %1.").arg(QString::fromStdString(consensus::allowedText(*rule))));
        m_rules.insert(QLatin1String(field.rule), edit);
        m_ui->rulesGrid->addWidget(makeFieldName(field.name, edit), at / 2 * 2, at % 2);
        m_ui->rulesGrid->addWidget(edit, at / 2 * 2 + 1, at % 2);
        connect(edit, &QLineEdit::textEdited, this,
                [this] { m_ui->templatesControl->setCurrentIndex(Custom); });
        ++at;
    }
}

void CreatePanel::useTemplate(int index) {
    if (index == Custom) return;
    const consensus::Rules rules = rulesOf(index);
    for (auto it = m_rules.cbegin(); it != m_rules.cend(); ++it) {
        const consensus::RuleInfo* rule = consensus::findRule(it.key().toStdString());
        it.value()->setText(QString::fromStdString(consensus::valueText(*rule, rules)));
        setStyleProperty(it.value(), "invalid", QString());
    }
}

/// Reads the form into the card. False: it says what is wrong.
bool CreatePanel::fillCard() {
    const std::string name = m_ui->nameEdit->text().trimmed().toStdString();
    if (!consensus::isNetworkName(name)) {
        showProblem(tr("Give the network a name of 1 to 40 letters, digits and spaces."));
        m_ui->nameEdit->setFocus();
        return false;
    }
    const QString folder = node::folderNameOf(QString::fromStdString(name));
    if (folder == QLatin1String("regtest") || folder == QLatin1String("sandbox") ||
        node::knownNetworks(m_dataRoot).contains(folder)) {
        showProblem(tr("There is a network named “%1” on this computer already. Choose another name.")
                        .arg(m_ui->nameEdit->text()));
        m_ui->nameEdit->setFocus();
        return false;
    }
    consensus::Rules rules = rulesOf(m_ui->templatesControl->currentIndex());
    for (auto it = m_rules.cbegin(); it != m_rules.cend(); ++it) {
        const consensus::RuleInfo* rule = consensus::findRule(it.key().toStdString());
        const auto ok = consensus::setRule(*rule, rules, it.value()->text().trimmed().toStdString());
        setStyleProperty(it.value(), "invalid", ok ? QString() : QStringLiteral("true"));
        if (ok) continue;
        showProblem(QString::fromStdString(ok.error().sentence));
        it.value()->setFocus();
        return false;
    }
    rules.genesisTime = QDateTime::currentSecsSinceEpoch();
    rules.genesisMessage = "A blockchain of your own, " + util::toHex(crypto::randomBytes(8));
    if (const auto ok = consensus::checkRules(rules); !ok) {
        showProblem(QString::fromStdString(ok.error().sentence));
        return false;
    }
    showProblem({});
    *m_card = consensus::NetworkCard();
    m_card->name = name;
    m_card->colour = m_ui->colourChoice->colour().toStdString();
    m_card->rules = rules;
    return true;
}

void CreatePanel::act() {
    if (m_made) return start();
    if (!fillCard()) return;
    m_ui->questions->setEnabled(false);
    action()->setEnabled(false);
    action()->setText(tr("Measuring this computer…"));
    measureAndShow();
}

/// The first difficulty is what one computer like this one needs; that takes half a second of hashing.
void CreatePanel::measureAndShow() {
    auto promise = std::make_shared<QPromise<std::uint32_t>>();
    promise->start();
    node::onResult(promise->future(), this, [this](std::uint32_t bits) {
        m_card->rules.initialBits = bits;
        showCard();
    });
    std::thread([promise, rules = m_card->rules] {
        promise->addResult(node::calibratedBits(rules));
        promise->finish();
    }).detach();
}

void CreatePanel::showCard() {
    m_made = true;
    m_ui->questions->hide();
    m_ui->cardView->setCard(*m_card);
    m_ui->cardView->show();
    m_save->show();
    action()->setEnabled(true);
    action()->setText(tr("Start %1").arg(QString::fromStdString(m_card->name)));
    action()->setFocus();
}

void CreatePanel::saveCopy() {
    auto* dialog = new QFileDialog(this, tr("Save the network card"), QString(), cardFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("cairn"));
    dialog->selectFile(node::folderNameOf(QString::fromStdString(m_card->name)) + QStringLiteral(".cairn"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const bool written = writeCard(path, *m_card);
        showProblem(written ? QString() : tr("The card could not be written to %1.").arg(path));
        if (written) m_save->setText(tr("Card saved"));
    });
    dialog->open();
}

void CreatePanel::start() {
    const QString folder = m_dataRoot + QStringLiteral("/cards");
    const QString path =
        QStringLiteral("%1/%2.cairn").arg(folder, node::folderNameOf(QString::fromStdString(m_card->name)));
    if (!QDir().mkpath(folder) || !writeCard(path, *m_card)) {
        return showProblem(tr("The card could not be written to %1. Nothing was created.").arg(path));
    }
    FirstStart first;
    first.network = path;
    emit chosen(first);
}

} // namespace gui
