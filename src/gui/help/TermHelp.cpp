#include "gui/help/TermHelp.h"

#include "gui/Navigator.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCursor>
#include <QFrame>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kPopupWidth = 340;
constexpr int kPopupGap = 8;

/// The explanation: a click elsewhere and Escape close it.
class TermPopup : public QFrame {
public:
    TermPopup(const Term& term, QWidget* parent) : QFrame(parent, Qt::Popup) {
        setObjectName(QStringLiteral("termPopup"));
        setAttribute(Qt::WA_DeleteOnClose);
        setAccessibleName(term.title);
        setAccessibleDescription(term.text);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(px(16), px(14), px(16), px(12));
        column->setSpacing(px(6));
        column->addWidget(makeLabel(term.title, "cardTitle"));
        auto* text = new SentenceLabel(term.text.toHtmlEscaped());
        text->setFixedWidth(px(kPopupWidth));
        column->addWidget(text);
        m_more = new Button(TermHelp::tr("More words"), Button::Kind::Link);
        column->addWidget(m_more, 0, Qt::AlignLeft);
    }
    [[nodiscard]] Button* more() const { return m_more; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), color(Token::Surface));
        painter.setPen(color(Token::Line));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    Button* m_more;
};

QString sectionText(const QAbstractItemView& view, const QModelIndex& index) {
    return index.isValid() ? view.model()->headerData(index.column(), Qt::Horizontal).toString() : QString();
}

/// A cell, and the head of its column.
QStringList cellWords(const QAbstractItemView& view, const std::optional<QPoint>& at) {
    if (!view.model()) return {};
    if (const auto* head = qobject_cast<const QHeaderView*>(&view)) {
        const int section = at ? head->logicalIndexAt(*at) : -1;
        return {head->model()->headerData(section, head->orientation()).toString()};
    }
    const QModelIndex index = at ? view.indexAt(*at) : view.currentIndex();
    return {index.data().toString(), sectionText(view, index)};
}

QStringList ownWords(const QWidget& widget) {
    QStringList words;
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) words << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) words << button->text();
    words << widget.property("title").toString() << widget.accessibleName() << widget.toolTip();
    return words;
}

} // namespace

QStringList wordsAround(const QWidget* widget, const std::optional<QPoint>& at) {
    QStringList words;
    for (const QWidget* each = widget; each; each = each->parentWidget()) {
        const auto* view = qobject_cast<const QAbstractItemView*>(each);
        const bool hit = view && (each == widget || view->viewport() == widget);
        if (hit) words << cellWords(*view, at);
        words << ownWords(*each);
        if (each->isWindow()) break;
    }
    words.removeIf([](const QString& text) { return text.isEmpty(); });
    return words;
}

TermHelp::TermHelp(Navigator& navigator, QObject* parent) : QObject(parent), m_navigator(navigator) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool TermHelp::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::MouseButtonPress) m_pointed = true;
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType()) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier) {
        m_pointed = false;
        return false;
    }
    help();
    return true;
}

void TermHelp::help() {
    if (QApplication::activePopupWidget()) return;
    if (m_terms.isEmpty()) m_terms = glossary();
    QWidget* const under = m_pointed ? QApplication::widgetAt(QCursor::pos()) : nullptr;
    QWidget* const focused = QApplication::focusWidget();
    for (QWidget* widget : {under, focused}) {
        if (!widget) continue;
        const auto at = widget == under ? std::optional(widget->mapFromGlobal(QCursor::pos())) : std::nullopt;
        for (const QString& words : wordsAround(widget, at)) {
            const Term* term = termIn(words, m_terms);
            if (!term) continue;
            const QPoint below = at ? QCursor::pos() : widget->mapToGlobal(QPoint(0, widget->height()));
            return explain(*term, below + QPoint(0, px(kPopupGap)), widget);
        }
    }
    if (!QApplication::activeModalWidget()) m_navigator.open(PageId::Help);
}

void TermHelp::explain(const Term& term, const QPoint& at, QWidget* beside) {
    auto* popup = new TermPopup(term, beside->window());
    popup->more()->setVisible(!QApplication::activeModalWidget());
    connect(popup->more(), &Button::clicked, this, [this, popup, id = term.id] {
        popup->close();
        m_navigator.open(TermLink{id});
    });
    popup->adjustSize();
    const QRect room = beside->screen()->availableGeometry();
    popup->move(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - popup->width())),
                std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - popup->height())));
    popup->show();
}

} // namespace gui

#include "moc_TermHelp.cpp"
