#include "gui/settings/SettingEditor.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/ToggleSwitch.h"
#include "node/Node.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QSpinBox>

namespace gui {

namespace {

using Type = node::SettingRow::Type;
using node::SettingSource;

QString choiceName(const QString& value) {
    if (value == QLatin1String("system")) return SettingEditor::tr("as the desktop");
    if (value == QLatin1String("light")) return SettingEditor::tr("light");
    if (value == QLatin1String("dark")) return SettingEditor::tr("dark");
    if (value == QLatin1String("contrast")) return SettingEditor::tr("high contrast");
    if (value == QLatin1String("en")) return QStringLiteral("English");
    if (value == QLatin1String("de")) return QStringLiteral("Deutsch");
    if (value == QLatin1String("always")) return SettingEditor::tr("always");
    if (value == QLatin1String("when-waiting")) return SettingEditor::tr("while payments wait");
    if (value == QLatin1String("best")) return SettingEditor::tr("the fastest");
    if (value == QLatin1String("off")) return SettingEditor::tr("never");
    if (value == QLatin1String("on")) return SettingEditor::tr("always");
    if (value == QLatin1String("as-left")) return SettingEditor::tr("if it mined when it ended");
    if (value == QLatin1String("debug")) return SettingEditor::tr("everything");
    if (value == QLatin1String("info")) return SettingEditor::tr("what happens");
    if (value == QLatin1String("warning")) return SettingEditor::tr("warnings");
    if (value == QLatin1String("error")) return SettingEditor::tr("errors only");
    return value;
}

bool isFixed(SettingSource source) {
    return source == SettingSource::CommandLine || source == SettingSource::Environment;
}

} // namespace

QString settingHelp(const node::SettingRow& row) {
    return QCoreApplication::translate("Settings", row.help);
}

QString settingGroup(const node::SettingRow& row) {
    return QCoreApplication::translate("Settings", row.group);
}

SettingEditor::SettingEditor(node::Node& node, const node::SettingRow& row, QWidget* parent)
    : QWidget(parent), m_node(node), m_row(row) {
    setObjectName(key());
    m_control = makeControl();
    m_control->setObjectName(key() + QStringLiteral("Control"));
    m_control->setAccessibleName(settingHelp(row));
    m_mark = makeLabel(QString(), "smallMuted");
    m_problem = makeLabel(QString(), "bad");
    m_problem->setObjectName(key() + QStringLiteral("Problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_reset = Button::iconOnly(QStringLiteral("refresh"), tr("Back to the standard value"));
    m_reset->setSmall(true);
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    auto* help = new SentenceLabel(settingHelp(row).toHtmlEscaped());
    help->setStrong(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, px(8), 0, px(9));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(2));
    grid->setColumnStretch(0, 1);
    grid->addWidget(help, 0, 0);
    grid->addWidget(m_mark, 1, 0);
    grid->addWidget(m_control, 0, 1, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_reset, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_problem, 2, 0, 1, 3);
    connect(m_reset, &Button::clicked, this, [this] { apply(QString::fromLatin1(m_row.standard)); });
    renew();
}

QString SettingEditor::key() const {
    return QString::fromLatin1(m_row.key);
}

bool SettingEditor::matches(const QString& words) const {
    const QString all =
        key() + QLatin1Char(' ') + settingHelp(m_row) + QLatin1Char(' ') + settingGroup(m_row);
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!all.contains(word, Qt::CaseInsensitive)) return false;
    }
    return true;
}

QWidget* SettingEditor::makeControl() {
    switch (m_row.type) {
    case Type::Bool:
        return makeSwitch();
    case Type::Choice:
        return makeChoice();
    case Type::Integer:
        return makeNumber();
    default:
        return makeText();
    }
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
        box->addItem(choiceName(value), value);
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
    m_show = [spin](const QString& text) {
        const QSignalBlocker quiet(spin);
        spin->setValue(text.toInt());
    };
    connect(spin, &QSpinBox::valueChanged, this, [this](int value) { apply(QString::number(value)); });
    return spin;
}

QWidget* SettingEditor::makeText() {
    auto* edit = new QLineEdit;
    edit->setFixedWidth(px(m_row.type == Type::Amount ? 190 : 300));
    edit->setProperty("mono", m_row.type != Type::Amount);
    edit->setPlaceholderText(m_row.type == Type::List || m_row.type == Type::Text ? tr("none") : QString());
    m_show = [edit](const QString& text) {
        if (!edit->isModified()) edit->setText(text);
    };
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
        if (!edit->isModified()) return;
        apply(edit->text());
        if (!m_problem->isHidden()) return; // stays as typed, with the sentence below
        edit->setModified(false);
        renew();
    });
    connect(edit, &QLineEdit::textEdited, this, [this] { m_problem->hide(); });
    return edit;
}

void SettingEditor::apply(const QString& text) {
    const auto ok = m_node.changeSetting(key(), text);
    m_problem->setText(ok ? QString() : ok.error().sentence);
    m_problem->setVisible(!ok);
    m_control->setAccessibleDescription(m_problem->text());
    m_changed = m_changed || (ok && m_row.effect == node::SettingRow::Effect::AfterRestart);
    auto* edit = qobject_cast<QLineEdit*>(m_control);
    if (edit) setStyleProperty(edit, "invalid", ok ? QStringLiteral("false") : QStringLiteral("true"));
    if (ok && edit) edit->setModified(false);
    if (ok || !edit) renew();
}

void SettingEditor::renew() {
    const node::Settings settings = m_node.settings();
    const SettingSource source = settings.source(key());
    m_show(settings.text(key()));
    const bool fixed = isFixed(source);
    m_control->setEnabled(!fixed);
    m_reset->setVisible(!fixed && settings.text(key()) != QLatin1String(m_row.standard));
    QStringList marks{QStringLiteral("<span style=\"font-family:'JetBrains Mono'\">%1</span>").arg(key())};
    if (source == SettingSource::CommandLine) marks << tr("set on the command line");
    if (source == SettingSource::Environment)
        marks << tr("set by %1 in the environment").arg(QString::fromLatin1(m_row.environment));
    if (source == SettingSource::Card) marks << tr("advice of the network card");
    if (m_row.effect == node::SettingRow::Effect::AfterRestart) {
        marks << (m_changed ? QStringLiteral("<b style=\"color:%1\">%2</b>")
                                  .arg(color(Token::Work).name(), tr("takes effect after a restart"))
                            : tr("after a restart"));
    }
    m_mark->setText(marks.join(QStringLiteral(" · ")));
}

void SettingEditor::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Token::Line));
}

} // namespace gui
