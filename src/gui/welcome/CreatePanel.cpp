#include "gui/welcome/CreatePanel.h"

#include "consensus/CardText.h"
#include "consensus/RuleTable.h"
#include "crypto/Random.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/CardFile.h"
#include "gui/welcome/CardView.h"
#include "gui/welcome/ColourChoice.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/SegmentedControl.h"
#include "node/Calibration.h"
#include "node/DataFolder.h"
#include "node/OnResult.h"
#include "util/Hex.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPromise>
#include <QSaveFile>
#include <QVBoxLayout>

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
    : WelcomePanel(tr("Create a network"),
                   tr("Its rules become part of its first block: everyone who joins has the same ones, for good."),
                   tr("Create"), parent),
      m_dataRoot(dataRoot), m_card(std::make_unique<consensus::NetworkCard>()) {
    m_form = new QWidget;
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    m_name = new QLineEdit;
    m_name->setPlaceholderText(tr("Lab 12"));
    m_name->setMaxLength(40);
    m_templates = new SegmentedControl({tr("Fast, for a class"), tr("Like Bitcoin"), tr("My own rules")});
    m_templates->setAccessibleName(tr("Rules"));
    column->addWidget(makeFieldName(tr("&Name"), m_name));
    column->addWidget(m_name);
    column->addSpacing(px(6));
    column->addWidget(makeLabel(tr("Colour"), "field"));
    column->addWidget(makeColours());
    column->addSpacing(px(6));
    column->addWidget(makeLabel(tr("Rules"), "field"));
    column->addWidget(m_templates, 0, Qt::AlignLeft);
    column->addSpacing(px(6));
    column->addWidget(makeRules());
    body()->addWidget(m_form);
    m_view = new CardView;
    m_view->hide();
    body()->addWidget(m_view);
    m_save = new Button(tr("Save the card for others…"));
    m_save->hide();
    addSecondAction(m_save);
    connect(m_save, &Button::clicked, this, &CreatePanel::saveCopy);
    connect(m_templates, &SegmentedControl::currentChanged, this, &CreatePanel::useTemplate);
    useTemplate(FastClass);
}

CreatePanel::~CreatePanel() = default;

QWidget* CreatePanel::makeColours() {
    auto* colours = new ColourChoice;
    m_colour = colours->colour();
    connect(colours, &ColourChoice::colourChosen, this, [this](const QString& colour) { m_colour = colour; });
    return colours;
}

QWidget* CreatePanel::makeRules() {
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(px(4));
    int at = 0;
    for (const RuleField& field : ruleFields()) {
        const consensus::RuleInfo* rule = consensus::findRule(field.rule);
        auto* edit = new QLineEdit;
        edit->setToolTip(tr("Allowed: %1.").arg(QString::fromStdString(consensus::allowedText(*rule))));
        m_rules.insert(QLatin1String(field.rule), edit);
        grid->addWidget(makeFieldName(field.name, edit), at / 2 * 2, at % 2);
        grid->addWidget(edit, at / 2 * 2 + 1, at % 2);
        connect(edit, &QLineEdit::textEdited, this, [this] { m_templates->setCurrentIndex(Custom); });
        ++at;
    }
    return box;
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
    const std::string name = m_name->text().trimmed().toStdString();
    if (!consensus::isNetworkName(name)) {
        showProblem(tr("Give the network a name of 1 to 40 letters, digits and spaces."));
        m_name->setFocus();
        return false;
    }
    const QString folder = node::folderNameOf(QString::fromStdString(name));
    if (folder == QLatin1String("regtest") || folder == QLatin1String("sandbox") ||
        node::knownNetworks(m_dataRoot).contains(folder)) {
        showProblem(tr("There is a network named “%1” on this computer already. Choose another name.").arg(m_name->text()));
        m_name->setFocus();
        return false;
    }
    consensus::Rules rules = rulesOf(m_templates->currentIndex());
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
    m_card->colour = m_colour.toStdString();
    m_card->rules = rules;
    return true;
}

void CreatePanel::act() {
    if (m_made) return start();
    if (!fillCard()) return;
    m_form->setEnabled(false);
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
    m_form->hide();
    m_view->setCard(*m_card);
    m_view->show();
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
    const QString path = QStringLiteral("%1/%2.cairn").arg(folder, node::folderNameOf(QString::fromStdString(m_card->name)));
    if (!QDir().mkpath(folder) || !writeCard(path, *m_card)) {
        return showProblem(tr("The card could not be written to %1. Nothing was created.").arg(path));
    }
    FirstStart first;
    first.network = path;
    emit chosen(first);
}

} // namespace gui
