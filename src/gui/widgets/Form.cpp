#include "gui/widgets/Form.h"

#include "gui/theme/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLayout>

namespace gui {

namespace {

void scale(QLayout* layout) {
    const QMargins margins = layout->contentsMargins();
    layout->setContentsMargins(px(margins.left()), px(margins.top()), px(margins.right()),
                               px(margins.bottom()));
    if (auto* grid = qobject_cast<QGridLayout*>(layout)) {
        grid->setHorizontalSpacing(px(grid->horizontalSpacing()));
        grid->setVerticalSpacing(px(grid->verticalSpacing()));
    } else {
        layout->setSpacing(px(layout->spacing()));
    }
    for (int i = 0; i < layout->count(); ++i) {
        if (QLayout* inner = layout->itemAt(i)->layout()) scale(inner);
    }
}

} // namespace

void finishForm(QWidget* form) {
    QList<QWidget*> parts = form->findChildren<QWidget*>();
    parts << form;
    for (QWidget* part : parts) {
        // Only the form's layouts have names; a card's header row and the like have measured themselves.
        // Once: forms lie in forms.
        if (!part->layout() || part->layout()->objectName().isEmpty() || part->property("finished").toBool())
            continue;
        scale(part->layout());
        part->setProperty("finished", true);
    }
    for (const QLabel* label : form->findChildren<QLabel*>()) {
        QWidget* field = label->buddy();
        if (field && field->accessibleName().isEmpty())
            field->setAccessibleName(QString(label->text()).remove(QLatin1Char('&')));
    }
}

void continueTabs(QWidget* form, QWidget* next) {
    QWidget* last = form;
    for (QWidget* part : form->findChildren<QWidget*>()) {
        if (part->focusPolicy() & Qt::TabFocus) last = part;
    }
    QWidget::setTabOrder(last, next);
}

} // namespace gui
