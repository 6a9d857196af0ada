#include "gui/welcome/CreatePanel.h"

#include "consensus/CardText.h"
#include "consensus/RuleTable.h"
#include "crypto/Random.h"
#include "gui/Format.h"
#include "gui/StartWords.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/RuleWords.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/ToggleSwitch.h"
#include "net/PeerName.h"
#include "node/DataFolder.h"
#include "node/OnResult.h"
#include "node/Promises.h"
#include "node/mining/Calibration.h"
#include "ui_CreatePanel.h"
#include "util/Hex.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>

#include <array>

namespace gui {

namespace {

enum Template { FastClass, LikeBitcoin, Custom };

/// The rules that people decide on; the others follow from them.
constexpr std::array kRulesAsked = {
    "target_block_time", "block_reward",           "halving_interval",     "difficulty_adjustment_interval",
    "coinbase_maturity", "max_block_transactions", "min_difficulty_after", "bech32_hrp"};

consensus::Rules rulesOf(int index) {
    consensus::Rules rules;
    if (index != LikeBitcoin) return rules;
    rules.targetBlockTime = 600;
    rules.difficultyAdjustmentInterval = 2'016;
    rules.coinbaseMaturity = 100;
    rules.minDifficultyAfter = 0;
    return rules;
}

/// "50" for "50.00000000".
QString withoutLastZeros(QString text) {
    if (!text.contains(QLatin1Char('.'))) return text;
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.'))) text.chop(1);
    return text;
}

} // namespace

CreatePanel::CreatePanel(const QString& dataRoot, const QString& nodeName, QWidget* parent)
    : WelcomePanel(
          tr("Create a network"),
          tr("Its rules become part of its first block: everyone who joins has the same ones, for good."),
          tr("Create"), parent),
      m_dataRoot(dataRoot), m_card(std::make_unique<consensus::NetworkCard>()),
      m_ui(std::make_unique<Ui::CreatePanel>()) {
    addForm(*m_ui);
    m_ui->templatesControl->setSegments({tr("Fast, for a class"), tr("Like Bitcoin"), tr("My own rules")});
    m_ui->templatesControl->setAccessibleName(tr("Rules"));
    m_ui->cardView->hide();
    addRules();
    addSharing(nodeName);
    connect(m_ui->templatesControl, &SegmentedControl::currentChanged, this, &CreatePanel::useTemplate);
    useTemplate(FastClass);
}

CreatePanel::~CreatePanel() = default;

/// One field a rule, from the table of rules.
void CreatePanel::addRules() {
    int at = 0;
    for (const char* name : kRulesAsked) {
        const consensus::RuleInfo* rule = consensus::findRule(name);
        auto* edit = new QLineEdit;
        edit->setObjectName(QLatin1String(name));
        edit->setToolTip(tr("Allowed: %1.").arg(allowedWords(*rule)));
        m_rules.insert(QLatin1String(name), edit);
        QLabel* words = makeFieldName(ruleField(name), edit);
        words->setWordWrap(true); // long ones, with large text
        words->setAlignment(Qt::AlignBottom | Qt::AlignLeading);
        m_ui->rulesGrid->addWidget(words, at / 2 * 2, at % 2);
        m_ui->rulesGrid->addWidget(edit, at / 2 * 2 + 1, at % 2);
        connect(edit, &QLineEdit::returnPressed, action(), &Button::click);
        connect(edit, &QLineEdit::textEdited, this,
                [this] { m_ui->templatesControl->setCurrentIndex(Custom); });
        ++at;
    }
}

/// Who one is to the others, and whether they may come.
void CreatePanel::addSharing(const QString& nodeName) {
    m_givenName = nodeName;
    m_nodeName = new QLineEdit(nodeName);
    m_nodeName->setObjectName(QStringLiteral("nodeNameEdit"));
    m_nodeName->setMaxLength(static_cast<int>(net::kMaxPeerName));
    m_share = new ToggleSwitch;
    m_share->setObjectName(QStringLiteral("shareSwitch"));
    m_share->setAccessibleName(tr("Let others on this network reach this computer"));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addWidget(makeLabel(m_share->accessibleName(), "strong"));
    words->addWidget(
        new SentenceLabel(tr("Computers in the same Wi-Fi or cable network can join then. It can be "
                             "switched at any time.")));
    row->addWidget(m_share, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    QVBoxLayout* column = m_ui->questionsLayout;
    column->addSpacing(px(6));
    column->addWidget(makeFieldName(tr("What others see &you as"), m_nodeName));
    column->addWidget(m_nodeName);
    connect(m_nodeName, &QLineEdit::returnPressed, action(), &Button::click);
    column->addSpacing(px(8));
    column->addLayout(row);
}

void CreatePanel::useTemplate(int index) {
    if (index == Custom) return;
    const consensus::Rules rules = rulesOf(index);
    for (auto it = m_rules.cbegin(); it != m_rules.cend(); ++it) {
        const consensus::RuleInfo* rule = consensus::findRule(it.key().toStdString());
        it.value()->setText(withoutLastZeros(QString::fromStdString(consensus::valueText(*rule, rules))));
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
        showProblem(ruleProblem(*rule, it.value()->text().trimmed()));
        it.value()->setFocus();
        return false;
    }
    rules.genesisTime = QDateTime::currentSecsSinceEpoch();
    rules.genesisMessage = "A blockchain of your own, " + util::toHex(crypto::randomBytes(8));
    if (const auto ok = consensus::checkRules(rules); !ok) {
        const consensus::RuleInfo* rule = consensus::findRule(ok.error().key);
        showProblem(
            ok.error().kind == consensus::CardError::Kind::EasierThanLimit
                ? tr("The first block may not be easier to find than the rules allow any block to be.")
                : ruleProblem(*rule, QString::fromStdString(ok.error().value)));
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
    node::onResult(node::onItsOwnThread([rules = m_card->rules] { return node::calibratedBits(rules); }),
                   this, [this](std::uint32_t bits) {
                       m_card->rules.initialBits = bits;
                       showCard();
                   });
}

void CreatePanel::showCard() {
    m_made = true;
    m_ui->questions->hide();
    m_ui->cardView->setCard(*m_card);
    m_ui->cardView->show();
    action()->setEnabled(true);
    action()->setText(tr("Start %1").arg(QString::fromStdString(m_card->name)));
    action()->setFocus();
}

void CreatePanel::start() {
    const auto path = node::storeCard(m_dataRoot, *m_card);
    if (!path) return showProblem(startProblemWords(path.error()));
    FirstStart first;
    first.network = *path;
    first.share = m_share->isChecked();
    const QString name = m_nodeName->text().trimmed();
    if (name != m_givenName) first.nodeName = name;
    emit chosen(first);
}

} // namespace gui

#include "moc_CreatePanel.cpp"
