#include "gui/settings/SettingEditor.h"

#include "gui/ErrorText.h"
#include "gui/Format.h"
#include "gui/Languages.h"
#include "gui/settings/EndpointEdit.h"
#include "gui/settings/ListEdit.h"
#include "gui/settings/SettingWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/ToggleSwitch.h"
#include "node/Node.h"
#include "script/Address.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace gui {

namespace {

using SettingType = node::SettingRow::Type;
using node::SettingSource;

constexpr int kTextWidth = 300;
constexpr int kAmountWidth = 130;

bool isFixed(SettingSource source) {
    return source == SettingSource::CommandLine || source == SettingSource::Environment;
}

} // namespace

SettingEditor::SettingEditor(node::Node& node, const node::SettingRow& row, QWidget* parent)
    : SettingLine(settingWords(row).label, settingWords(row).sentence, parent), m_node(node), m_row(row) {
    setObjectName(key());
    QWidget* control = makeControl();
    control->setObjectName(key() + QStringLiteral("Control"));
    setControl(control);
    connect(this, &SettingLine::resetRequested, this, [this] { apply(QString::fromLatin1(m_row.standard)); });
    renew();
}

QString SettingEditor::key() const {
    return QString::fromLatin1(m_row.key);
}

bool SettingEditor::waits() const {
    return m_row.effect == node::SettingRow::Effect::AfterRestart &&
           m_node.settings().text(key()) != m_node.settingsAtStart().text(key());
}

// --- controls

QWidget* SettingEditor::makeControl() {
    switch (m_row.type) {
    case SettingType::Bool:
        return makeSwitch();
    case SettingType::Choice:
        return makeChoice();
    case SettingType::Integer:
        return makeNumber();
    case SettingType::Amount:
        return makeAmount();
    case SettingType::Endpoint:
        return makeEndpoint();
    case SettingType::List:
        return makeList();
    case SettingType::Text:
    case SettingType::Address:
        break;
    }
    return makeText();
}

QWidget* SettingEditor::makeSwitch() {
    auto* toggle = new ToggleSwitch;
    m_show = [toggle](const QString& text) {
        toggle->setChecked(text == QLatin1String("on")); // not a click: nothing is stored
    };
    connect(toggle, &QAbstractButton::clicked, this,
            [this](bool on) { apply(on ? QStringLiteral("on") : QStringLiteral("off")); });
    return toggle;
}

QWidget* SettingEditor::makeChoice() {
    auto* box = new QComboBox;
    for (const QString& value : QString::fromLatin1(m_row.choices).split(QLatin1Char(',')))
        box->addItem(choiceWords(m_row, value), value);
    box->setMinimumWidth(px(190));
    m_show = [box](const QString& text) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(box->findData(text));
    };
    connect(box, &QComboBox::activated, this, [this, box] { apply(box->currentData().toString()); });
    return box;
}

QWidget* SettingEditor::makeNumber() {
    auto* spin = new QSpinBox;
    spin->setRange(static_cast<int>(m_row.lowest), static_cast<int>(m_row.highest));
    spin->setKeyboardTracking(false);
    spin->setMinimumWidth(px(130));
    const QString unit = unitWords(m_row.unit);
    if (!unit.isEmpty()) spin->setSuffix(QChar(0x00a0) + unit);
    if (m_row.lowest == 0) spin->setSpecialValueText(settingWords(m_row).zero);
    m_show = [spin](const QString& text) {
        const QSignalBlocker quiet(spin);
        spin->setValue(text.toInt());
    };
    connect(spin, &QSpinBox::valueChanged, this, [this](int value) { apply(QString::number(value)); });
    return spin;
}

void SettingEditor::applyWhenDone(QLineEdit* edit) {
    const bool isAmount = m_row.type == SettingType::Amount;
    m_show = [edit, isAmount](const QString& text) {
        if (!edit->isModified()) edit->setText(isAmount ? Format::forTyping(text) : text);
    };
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, isAmount] {
        if (!edit->isModified()) return;
        const QString text = edit->text();
        apply(isAmount ? Format::typedNumber(text).value_or(text) : text);
        setStyleProperty(edit, "invalid", hasProblem() ? QStringLiteral("true") : QStringLiteral("false"));
        if (hasProblem()) return; // stays as typed, with the sentence below
        edit->setModified(false);
        renew();
    });
    connect(edit, &QLineEdit::textEdited, this, [this, edit] {
        setProblem({});
        setStyleProperty(edit, "invalid", QStringLiteral("false"));
    });
    connect(this, &SettingLine::resetRequested, edit, [edit] { edit->setModified(false); });
}

QWidget* SettingEditor::makeAmount() {
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    auto* edit = new QLineEdit;
    edit->setObjectName(key() + QStringLiteral("Edit"));
    edit->setAccessibleName(settingWords(m_row).label);
    edit->setAlignment(Qt::AlignRight);
    edit->setFixedWidth(px(kAmountWidth));
    row->addWidget(edit);
    row->addWidget(makeLabel(unitWords(m_row.unit), "muted"));
    both->setFocusProxy(edit);
    applyWhenDone(edit);
    return both;
}

QWidget* SettingEditor::makeEndpoint() {
    const auto& card = m_node.params().card;
    const bool isPeers = key() == QLatin1String("peer_bind");
    auto* edit = new EndpointEdit(isPeers ? card.peerPort : card.apiPort);
    m_show = [edit](const QString& text) { edit->setText(text); };
    connect(edit, &EndpointEdit::edited, this, [this, edit] { apply(edit->text()); });
    return edit;
}

QWidget* SettingEditor::makeList() {
    auto* list = new ListEdit(tr("one more"));
    m_show = [this, list](const QString&) { list->setItems(m_node.settings().list(key())); };
    connect(list, &ListEdit::edited, this, [this, list] { apply(list->items().join(QLatin1Char(','))); });
    return list;
}

QWidget* SettingEditor::makeText() {
    auto* edit = new QLineEdit;
    edit->setFixedWidth(px(kTextWidth));
    edit->setProperty("mono", true);
    edit->setPlaceholderText(tr("none"));
    applyWhenDone(edit);
    return edit;
}

// --- values

QString SettingEditor::addressProblem(const QString& text) const {
    if (m_row.type != SettingType::Address || text.trimmed().isEmpty()) return {};
    const auto read = script::scriptFromAddress(text.trimmed().toStdString(), m_node.params().addresses);
    return read ? QString() : errorText(read.error(), QString::fromStdString(m_node.params().name()));
}

void SettingEditor::apply(const QString& text) {
    if (const QString problem = addressProblem(text); !problem.isEmpty()) return setProblem(problem);
    const auto ok = m_node.changeSetting(key(), text);
    setProblem(ok ? QString() : settingProblem(m_row, ok.error()));
    renew();
}

void SettingEditor::renew() {
    const node::Settings settings = m_node.settings();
    m_show(settings.text(key()));
    const bool fixed = isFixed(settings.source(key()));
    control()->setEnabled(!fixed);
    setResettable(!fixed && settings.text(key()) != QLatin1String(m_row.standard));
    renewMark();
}

void SettingEditor::renewMark() {
    if (waits()) return setMark(tr("Works after the node was started again."), true);
    switch (m_node.settings().source(key())) {
    case SettingSource::CommandLine:
        return setMark(tr("Set by the command that started Cairn; it counts more than this page."));
    case SettingSource::Environment:
        return setMark(tr("Set by the variable %1 of the environment; it counts more than this page.")
                           .arg(QString::fromLatin1(m_row.environment)));
    case SettingSource::Card:
        return setMark(tr("As the network's card advises."));
    case SettingSource::Standard:
    case SettingSource::File:
        return setMark({});
    }
}

} // namespace gui

#include "moc_SettingEditor.cpp"
