#include "gui/theme/FocusRing.h"

#include "gui/theme/Theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>

#include <utility>

namespace gui {

namespace {

constexpr int kGap = 2;   // between the control and the ring
constexpr int kWidth = 2; // of the ring

class RingFrame : public QWidget {
public:
    explicit RingFrame(QWidget* parent) : QWidget(parent) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
        setFocusPolicy(Qt::NoFocus);
    }
    double radius = 8;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(Token::Accent), kWidth));
        const double half = kWidth / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), radius + kGap,
                                radius + kGap);
    }
};

bool isTextField(const QWidget* widget) {
    return widget->inherits("QLineEdit") || widget->inherits("QAbstractSpinBox") ||
           widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit");
}

/// The part of a control that the ring goes around: the whole spin box, not its inner line edit.
QWidget* wholeControl(QWidget* widget) {
    QWidget* parent = widget->parentWidget();
    const bool inner =
        parent && (qobject_cast<QAbstractSpinBox*>(parent) || qobject_cast<QComboBox*>(parent) ||
                   parent->property("ringForChild").toBool());
    return inner ? parent : widget;
}

/// Where the ring lies: the nearest scrolled area, which also clips it, or else the window.
QWidget* ringHost(QWidget* widget) {
    for (QWidget* at = widget->parentWidget(); at; at = at->parentWidget()) {
        auto* area = qobject_cast<QAbstractScrollArea*>(at->parentWidget());
        if (at->isWindow() || (area && area->viewport() == at)) return at;
    }
    return nullptr;
}

} // namespace

FocusRing::FocusRing(QObject* parent) : QObject(parent) {
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

FocusRing::~FocusRing() {
    release();
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
        noteKey(*static_cast<QKeyEvent*>(event));
        break;
    case QEvent::MouseButtonPress:
        m_keyboard = false;
        if (m_target && watched == m_target && !isTextField(m_target)) release();
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::ZOrderChange:
        if (m_target && watched != m_frame && m_watched.contains(qobject_cast<QWidget*>(watched))) place();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

/// Tab and F6 walk through the controls. A shortcut that opens a page leaves the focus somewhere, and that is
/// no news.
void FocusRing::noteKey(const QKeyEvent& key) {
    const int code = key.key();
    if (code == Qt::Key_Tab || code == Qt::Key_Backtab || code == Qt::Key_F6)
        m_keyboard = true;
    else if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        m_keyboard = false;
}

void FocusRing::follow(QWidget* now) {
    release();
    if (!now || now->isWindow() || now->focusPolicy() == Qt::NoFocus || qobject_cast<QMenu*>(now) ||
        qobject_cast<QMenuBar*>(now))
        return;
    if (now->property("ownFocusRing").toBool() || (!m_keyboard && !isTextField(now))) return;
    QWidget* target = wholeControl(now);
    QWidget* host = ringHost(target);
    if (!host) return;
    m_target = target;
    for (QWidget* at = target; at && at != host; at = at->parentWidget())
        m_watched.append(at);
    m_frame = new RingFrame(host);
    place();
}

void FocusRing::release() {
    m_watched.clear();
    m_target = nullptr;
    if (m_frame) {
        m_frame->hide();
        m_frame->deleteLater();
    }
    m_frame = nullptr;
}

void FocusRing::place() {
    if (!m_target || !m_frame) return;
    const QPoint corner = m_target->mapTo(m_frame->parentWidget(), QPoint(0, 0));
    const int out = kGap + kWidth;
    const QRect around(corner, m_target->size());
    // Never wider than the host: at an edge the ring moves inside instead of being cut off.
    m_frame->setGeometry(around.adjusted(-out, -out, out, out).intersected(m_frame->parentWidget()->rect()));
    const QVariant radius = m_target->property("ringRadius");
    static_cast<RingFrame*>(m_frame.data())->radius = px(radius.isValid() ? radius.toDouble() : 8);
    m_frame->setVisible(m_target->isVisible());
    m_frame->raise();
}

} // namespace gui
