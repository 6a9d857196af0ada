#include "Monkey.h"

#include "node/Node.h"
#include "script/Address.h"
#include "script/OutputType.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>
#include <QWheelEvent>

#include <utility>

namespace test {

namespace {

constexpr int kMineMs = 20'000;
constexpr int kMostTries = 60; // of a step of a plan

QString otherAddress(const node::Node& node, std::uint8_t number) {
    const auto script = script::witnessPubKeyHashScript(util::Bytes(20, number));
    return QString::fromStdString(*script::toAddress(script, node.params().addresses));
}

/// Texts that a clipboard should not hold, and some that it should.
QStringList pastes(const node::Node& node) {
    const QString good = otherAddress(node, 7);
    return {QString(16'000, QLatin1Char(':')),
            good,
            QStringLiteral("bitcoin:%1?amount=0.5&label=Bo").arg(good),
            QStringLiteral("bitcoin:%1?req-unknown=1").arg(good),
            QStringLiteral("bitcoin:") + QString(4'000, QLatin1Char('a')),
            QStringLiteral("\u202e1.0 tnuoma \u2066\u05d0\u05d1\u05d2"),
            QStringLiteral("a\x01\x02\x7f\u0085\u2028b"),
            QStringLiteral("<b>bold</b><img src=x><br>"),
            QStringLiteral("%1 %2 %n"),
            QStringLiteral("-1"),
            QStringLiteral("0000000000000000000000000000001000"),
            QStringLiteral("99999999999999999999999999"),
            QStringLiteral("1e9"),
            QStringLiteral("1,5"),
            QString(70'000, QLatin1Char('x')),
            QStringLiteral("one\ntwo\r\nthree\ttabs"),
            QString(3'000, QChar(0x0301))};
}

/// What the user presses between texts, by how often.
const QList<std::pair<int, Qt::KeyboardModifiers>>& keys() {
    static const QList<std::pair<int, Qt::KeyboardModifiers>> all{
        {Qt::Key_Tab, {}},
        {Qt::Key_Tab, {}},
        {Qt::Key_Tab, {}},
        {Qt::Key_Backtab, Qt::ShiftModifier},
        {Qt::Key_Return, {}},
        {Qt::Key_Return, {}},
        {Qt::Key_Space, {}},
        {Qt::Key_Escape, {}},
        {Qt::Key_Escape, {}},
        {Qt::Key_Up, {}},
        {Qt::Key_Down, {}},
        {Qt::Key_Left, {}},
        {Qt::Key_Right, {}},
        {Qt::Key_Home, {}},
        {Qt::Key_End, {}},
        {Qt::Key_PageUp, {}},
        {Qt::Key_PageDown, {}},
        {Qt::Key_Backspace, {}},
        {Qt::Key_Delete, {}},
        {Qt::Key_F1, {}},
        {Qt::Key_F2, {}},
        {Qt::Key_F6, {}},
        {Qt::Key_F11, {}},
        {Qt::Key_Menu, {}},
        {Qt::Key_A, Qt::ControlModifier},
        {Qt::Key_B, Qt::ControlModifier},
        {Qt::Key_C, Qt::ControlModifier},
        {Qt::Key_F, Qt::ControlModifier},
        {Qt::Key_G, Qt::ControlModifier},
        {Qt::Key_K, Qt::ControlModifier},
        {Qt::Key_L, Qt::ControlModifier},
        {Qt::Key_M, Qt::ControlModifier},
        {Qt::Key_N, Qt::ControlModifier},
        {Qt::Key_R, Qt::ControlModifier},
        {Qt::Key_W, Qt::ControlModifier},
        {Qt::Key_Z, Qt::ControlModifier},
        {Qt::Key_Comma, Qt::ControlModifier},
        {Qt::Key_Return, Qt::ControlModifier},
        {Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier},
        {Qt::Key_Left, Qt::AltModifier},
        {Qt::Key_Right, Qt::AltModifier},
    };
    return all;
}

bool isUseful(const QWidget& widget) {
    return widget.focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton*>(&widget);
}

} // namespace

Monkey::Monkey(node::Node& node, QWidget& window, quint32 seed)
    : m_node(node), m_window(window), m_random(seed) {
    planPayment();
}

// --- what can be seen

QWidget* Monkey::top() const {
    if (QWidget* popup = QApplication::activePopupWidget()) return popup;
    if (QWidget* dialog = QApplication::activeModalWidget()) return dialog;
    return &m_window;
}

/// Where keys go.
QWidget* Monkey::target() {
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    QWidget* const focused = QApplication::focusWidget();
    return focused && focused->window() == top()->window() ? focused : top();
}

QList<QWidget*> Monkey::seen(bool onlyUseful) const {
    QList<QWidget*> list;
    for (QWidget* widget : top()->findChildren<QWidget*>()) {
        if (!widget->isVisible() || !widget->isEnabled() || widget->window() != top()->window()) continue;
        if (onlyUseful && !isUseful(*widget)) continue;
        if (!widget->visibleRegion().isEmpty()) list << widget;
    }
    return list;
}

// --- deeds

void Monkey::tell(Deed::Kind kind, QWidget* target, const QString& words) {
    if (m_told) m_told({kind, target, words});
}

void Monkey::act() {
    // What it would do there, it would do to the files of this computer.
    if (auto* files = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) return files->reject();
    if (m_plan.isEmpty()) m_undisturbed = false;
    if (!m_plan.isEmpty() && (m_undisturbed || m_waited > 0 || dice(20) > 0)) return followPlan();
    const int chance = dice(100);
    if (chance < 34) return pressSomething();
    if (chance < 68) return clickSomething();
    if (chance < 78) return turnWheel();
    if (chance < 86) return pasteSomething();
    if (chance < 90) return planPayment();
    changeTheWorld();
}

void Monkey::press(int key, Qt::KeyboardModifiers modifiers) {
    QWidget* const widget = target();
    tell(Deed::Kind::Key, widget,
         QKeySequence(static_cast<int>(modifiers) | key).toString() + QStringLiteral(" on ") +
             QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName());
    QTest::keyClick(widget, static_cast<Qt::Key>(key), modifiers);
}

void Monkey::type(const QString& text) {
    QWidget* const widget = target();
    tell(Deed::Kind::Key, widget, QStringLiteral("types ") + text);
    QTest::keyClicks(widget, text);
}

void Monkey::pressSomething() {
    const int chance = dice(10);
    if (chance < 2) return type(QString::number(dice(5'000)));
    if (chance < 3) return type(QLatin1String(kPassphrase));
    if (chance < 4) return press(Qt::Key_1 + dice(9), Qt::ControlModifier);
    const auto [key, modifiers] = oneOf(keys());
    press(key, modifiers);
}

void Monkey::click(QWidget* widget) {
    const QRect area = widget->visibleRegion().boundingRect();
    if (area.isEmpty()) return;
    tell(Deed::Kind::Click, widget,
         QStringLiteral("click on ") + QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
             widget->objectName());
    const QPoint at = area.topLeft() + QPoint(dice(area.width()), dice(area.height()));
    const auto button = dice(10) == 0 ? Qt::RightButton : Qt::LeftButton;
    if (dice(10) == 0)
        QTest::mouseDClick(widget, button, {}, at);
    else
        QTest::mouseClick(widget, button, {}, at);
}

void Monkey::clickSomething() {
    const QList<QWidget*> list = seen(dice(5) > 0);
    if (!list.isEmpty()) click(oneOf(list));
}

void Monkey::turnWheel() {
    const QList<QWidget*> list = seen(dice(2) > 0);
    if (list.isEmpty()) return;
    QWidget* const widget = oneOf(list);
    tell(Deed::Kind::Wheel, widget,
         QStringLiteral("wheel over ") + QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
             widget->objectName());
    const QPointF at = widget->visibleRegion().boundingRect().center();
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, dice(2) == 0 ? 120 : -120}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

void Monkey::paste(const QString& text) {
    QGuiApplication::clipboard()->setText(text);
    QWidget* const widget = target();
    tell(Deed::Kind::Key, widget,
         QStringLiteral("pastes %1 letters: %2").arg(text.size()).arg(text.left(40)));
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(widget, Qt::Key_V, Qt::ControlModifier);
}

void Monkey::pasteSomething() {
    QList<QWidget*> fields;
    for (QWidget* widget : seen(true))
        if (qobject_cast<QLineEdit*>(widget) || qobject_cast<QPlainTextEdit*>(widget)) fields << widget;
    if (fields.isEmpty()) return;
    click(oneOf(fields));
    paste(oneOf<QString>(pastes(m_node)));
}

/// A step whose moment does not come ends the plan: a person would look for something else to do, too.
void Monkey::followPlan() {
    if (m_plan.first()()) {
        m_waited = 0;
        return void(m_plan.removeFirst());
    }
    if (++m_waited < kMostTries) return;
    m_waited = 0;
    m_plan.clear();
}

/// The way a payment goes, by keys; other deeds come in between.
void Monkey::planPayment() {
    const auto find = [this](const char* name) -> QWidget* {
        for (QWidget* widget : seen(true))
            if (widget->objectName() == QLatin1String(name)) return widget;
        return nullptr;
    };
    const auto into = [this, find](const char* name, const QString& text) {
        return [this, find, name, text] {
            QWidget* const field = find(name);
            if (!field) return false;
            click(field);
            paste(text);
            return true;
        };
    };
    const auto key = [this](int pressed, Qt::KeyboardModifiers modifiers = {}) {
        return [this, pressed, modifiers] {
            press(pressed, modifiers);
            return true;
        };
    };
    const auto whenSeen = [find](const char* name, Step then) {
        return [find, name, then] { return find(name) != nullptr && then(); };
    };
    const QString amount = QStringLiteral("0.%1").arg(1 + dice(999), 3, 10, QLatin1Char('0'));
    m_waited = 0;
    m_plan = {key(Qt::Key_Escape),
              key(Qt::Key_Escape),
              key(Qt::Key_N, Qt::ControlModifier),
              into("addressEdit", otherAddress(m_node, static_cast<std::uint8_t>(1 + dice(200)))),
              into("amountEdit", amount),
              whenSeen("reviewButton", key(Qt::Key_Return, Qt::ControlModifier)),
              whenSeen("sendButton", key(Qt::Key_Return))};
    if (dice(2) == 0) m_plan << into("passphraseEdit", QLatin1String(kPassphrase)) << key(Qt::Key_Return);
    if (dice(4) == 0) m_plan << key(Qt::Key_Escape); // while busy
}

// --- the world

void Monkey::changeTheWorld() {
    const auto say = [this](const char* words) { tell(Deed::Kind::World, nullptr, QLatin1String(words)); };
    switch (dice(9)) {
    case 0:
    case 1:
        say("a block of ours");
        return void(m_node.mining().mineOne({}, kMineMs));
    case 2:
        say("a block of somebody else");
        return void(m_node.mining().mineOne(script::witnessPubKeyHashScript(util::Bytes(20, 9)), kMineMs));
    case 3:
    case 4: {
        say("a reorganisation");
        const auto tip = m_node.chain().status()->tip;
        if (tip.height < 110) return; // coins that can be spent should stay
        (void)m_node.chain().invalidateBlock(tip.hash);
        (void)m_node.mining().mineOne(script::witnessPubKeyHashScript(util::Bytes(20, 8)), kMineMs);
        return void(m_node.mining().mineOne({}, kMineMs));
    }
    case 5:
        say("the wallet locks itself");
        return void(m_node.wallet().lock());
    case 6:
        say("the wallet is unlocked by a program");
        return void(m_node.wallet().unlock(kPassphrase));
    case 7: {
        say("a program opens another wallet");
        const QStringList names = m_node.wallet().names();
        return void(m_node.wallet().open(oneOf<QString>(names)));
    }
    default:
        say("mining ends");
        return void(m_node.mining().change({.enabled = false, .threads = {}, .mode = {}}));
    }
}

} // namespace test
