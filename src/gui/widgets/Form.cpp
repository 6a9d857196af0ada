#include "gui/widgets/Form.h"

#include "gui/theme/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLayout>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kAboveName = 4; // a field's name is nearer to its field than to the one above

/// Names of fields among the parts of a column, but for one at its top.
void keepApart(QVBoxLayout* column) {
    for (int i = 1; i < column->count(); ++i) {
        auto* name = qobject_cast<QLabel*>(column->itemAt(i)->widget());
        if (name && name->property("role").toByteArray() == "field")
            keepMeasured(name, [name] { name->setContentsMargins(0, px(kAboveName), 0, 0); });
    }
}

/// The measures of the form are those of a text scale of 100 %.
void keepScaled(QLayout* layout) {
    auto* grid = qobject_cast<QGridLayout*>(layout);
    const QMargins margins = layout->contentsMargins();
    const int across = grid ? grid->horizontalSpacing() : layout->spacing();
    const int down = grid ? grid->verticalSpacing() : layout->spacing();
    keepMeasured(layout, [layout, grid, margins, across, down] {
        layout->setContentsMargins(px(margins.left()), px(margins.top()), px(margins.right()),
                                   px(margins.bottom()));
        if (!grid) return layout->setSpacing(px(across));
        grid->setHorizontalSpacing(px(across));
        grid->setVerticalSpacing(px(down));
    });
    if (auto* column = qobject_cast<QVBoxLayout*>(layout)) keepApart(column);
    for (int i = 0; i < layout->count(); ++i) {
        if (QLayout* inner = layout->itemAt(i)->layout()) keepScaled(inner);
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
        keepScaled(part->layout());
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
