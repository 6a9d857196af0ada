#pragma once

#include "support/PseudoTranslator.h"

#include "gui/frame/Page.h"
#include "gui/widgets/Tag.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QWidget>

/// What must hold of everything that can be seen. Each check gives sentences that say what is wrong; none
/// when all is well.
namespace test {

inline QString described(const QWidget& widget) {
    QString text = widget.accessibleName();
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) text = label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) text = button->text();
    const int needed = widget.hasHeightForWidth() ? widget.heightForWidth(widget.width())
                                                  : widget.minimumSizeHint().height();
    return QStringLiteral("%1 %2 “%3” (%4 × %5, needs %6)")
        .arg(QLatin1String(widget.metaObject()->className()), widget.objectName(), text.left(40))
        .arg(widget.width())
        .arg(widget.height())
        .arg(needed);
}

/// The widgets that are seen, without the insides of Qt's own controls.
inline QList<QWidget*> seenWidgets(QWidget& root) {
    QList<QWidget*> out;
    for (QWidget* widget : root.findChildren<QWidget*>()) {
        const QWidget* parent = widget->parentWidget();
        const bool inner = qobject_cast<const QAbstractSpinBox*>(parent) ||
                           qobject_cast<const QComboBox*>(parent) || qobject_cast<const QLineEdit*>(parent) ||
                           qobject_cast<const QScrollBar*>(widget);
        if (widget->isVisible() && !widget->isWindow() && !inner) out << widget;
    }
    return out;
}

/// Labels and buttons whose text has less room than it needs. A text that ends in dots must say the whole in
/// its tool tip, and those that are made for it do.
inline QStringList cutTexts(QWidget& root) {
    QStringList out;
    for (const QWidget* widget : seenWidgets(root)) {
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            if (label->text().isEmpty()) continue;
            const bool wraps = label->wordWrap();
            const int high = wraps ? label->heightForWidth(label->width()) : label->sizeHint().height();
            const bool givesWay = label->minimumWidth() == 1; // says the whole when the mouse rests on it
            const bool narrow = !wraps && !givesWay && label->width() + 1 < label->sizeHint().width();
            if (narrow || label->height() + 1 < high)
                out << QStringLiteral("cut: %1, needs %2 × %3")
                           .arg(described(*label))
                           .arg(label->sizeHint().width())
                           .arg(high);
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            const QSize least = button->minimumSizeHint();
            if (button->text().isEmpty()) continue;
            if (button->width() < least.width() || button->height() < least.height())
                out << QStringLiteral("cut: %1, needs %2 × %3")
                           .arg(described(*button))
                           .arg(least.width())
                           .arg(least.height());
        }
    }
    return out;
}

/// Controls and texts of which a part lies outside of what holds them, where nobody can scroll to it.
inline QStringList outOfReach(QWidget& root) {
    QStringList out;
    for (QWidget* widget : seenWidgets(root)) {
        const bool counts = (widget->focusPolicy() & Qt::TabFocus) || qobject_cast<QLabel*>(widget) ||
                            qobject_cast<gui::Tag*>(widget);
        if (!counts || widget->size().isEmpty()) continue;
        QRect area = widget->rect();
        for (QWidget* at = widget; at != &root && at->parentWidget(); at = at->parentWidget()) {
            QWidget* const parent = at->parentWidget();
            area.translate(at->pos());
            auto* scroll = qobject_cast<QAbstractScrollArea*>(parent->parentWidget());
            if (scroll && scroll->viewport() == parent)
                break; // it can be scrolled to, its own place is looked at too
            if (parent->rect().adjusted(-1, -1, 1, 1).contains(area)) continue;
            out << QStringLiteral("out of reach: %1 in %2").arg(described(*widget), described(*parent));
            break;
        }
    }
    return out;
}

/// Pages that scroll sideways; lists of data are left out.
inline QStringList scrolledSideways(const QWidget& root) {
    QStringList out;
    for (const QScrollArea* area : root.findChildren<QScrollArea*>()) {
        const int more = area->horizontalScrollBar()->maximum();
        if (!area->isVisible() || more <= 0) continue;
        QString widest; // that cannot become narrower
        int most = 0;
        for (const QWidget* widget : area->widget()->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->minimumSizeHint().width() <= most) continue;
            if (widget->layout() && widget->layout()->count() > 0) continue;
            most = widget->minimumSizeHint().width();
            widest = described(*widget);
        }
        out << QStringLiteral("%1 is %2 px too wide (%3)")
                   .arg(area->widget()->objectName())
                   .arg(more)
                   .arg(widest);
    }
    return out;
}

/// All words that a widget shows or tells, its lists included.
inline QStringList wordsOf(const QWidget& widget) {
    QStringList out{widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) out << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) out << button->text();
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) out << edit->placeholderText();
    if (const auto* tag = qobject_cast<const gui::Tag*>(&widget)) out << tag->text();
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) out << box->currentText();
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view && view->model()) {
        const QAbstractItemModel& model = *view->model();
        for (int column = 0; column < model.columnCount(); ++column) {
            out << model.headerData(column, Qt::Horizontal).toString();
            for (int row = 0; row < std::min(model.rowCount(), 30); ++row)
                out << model.index(row, column).data().toString()
                    << model.index(row, column).data(Qt::AccessibleTextRole).toString()
                    << model.index(row, column).data(Qt::ToolTipRole).toString();
        }
    }
    return out;
}

/// Words that the translator was never asked for, under the pseudo language. `known`: what stays as it is in
/// every language.
inline QStringList untranslated(QWidget& root, const QRegularExpression& known) {
    static const QRegularExpression word(QStringLiteral("\\p{L}{3,}"));
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    QStringList out;
    for (const QWidget* widget : seenWidgets(root)) {
        QStringList words = wordsOf(*widget);
        // Rows are data: only their heads are words of the program.
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model()) {
            words = {widget->toolTip(), widget->accessibleName()};
            for (int column = 0; column < view->model()->columnCount(); ++column)
                words << view->model()->headerData(column, Qt::Horizontal).toString();
        }
        for (const QString& text : words) {
            QString rest = PseudoTranslator::outside(QString(text).remove(tags));
            rest.remove(known);
            if (rest.contains(word))
                out << QStringLiteral("untranslated: “%1” in %2").arg(text.left(80), described(*widget));
        }
    }
    out.removeDuplicates();
    return out;
}

/// Controls without a name or with a role that says nothing.
inline QStringList namelessControls(QWidget& root) {
    QStringList out;
    for (QWidget* widget : seenWidgets(root)) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || qobject_cast<QScrollBar*>(widget)) continue;
        QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
        if (!told || !told->isValid()) {
            out << QStringLiteral("not told: %1").arg(described(*widget));
            continue;
        }
        if (told->text(QAccessible::Name).isEmpty())
            out << QStringLiteral("nameless: %1").arg(described(*widget));
        if (told->role() == QAccessible::NoRole)
            out << QStringLiteral("without role: %1").arg(described(*widget));
        if (widget->isEnabled() == told->state().disabled || !told->state().focusable)
            out << QStringLiteral("wrong state: %1").arg(described(*widget));
    }
    return out;
}

/// Where `figure` is told although amounts are hidden.
inline QStringList leaks(QWidget& root, const QRegularExpression& figure) {
    QStringList out;
    QList<QWidget*> widgets = seenWidgets(root);
    widgets << &root;
    for (const QWidget* widget : widgets) {
        for (const QString& text : wordsOf(*widget))
            if (text.contains(figure))
                out << QStringLiteral("told: “%1” by %2").arg(text.left(80), described(*widget));
    }
    return out;
}

} // namespace test
