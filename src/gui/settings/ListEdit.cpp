#include "gui/settings/ListEdit.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gui {

ListEdit::ListEdit(const QString& placeholder, QWidget* parent)
    : QWidget(parent), m_rows(new QWidget), m_field(new QLineEdit) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_column = new QVBoxLayout(m_rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    column->addWidget(m_rows);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    m_field->setPlaceholderText(placeholder);
    m_field->setMinimumWidth(px(220));
    m_field->setAccessibleName(tr("One more"));
    m_add = Button::iconOnly(QStringLiteral("plus"), tr("Add it to the list"), Button::Kind::Normal);
    row->addWidget(m_field, 1);
    row->addWidget(m_add);
    column->addLayout(row);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, &ListEdit::add);
    connect(m_add, &Button::clicked, this, &ListEdit::add);
    render();
}

void ListEdit::setItems(const QStringList& items) {
    if (items == m_items) return;
    m_items = items;
    render();
}

void ListEdit::add() {
    bool any = false;
    for (const QString& part : m_field->text().split(QLatin1Char(','))) {
        const QString item = part.trimmed();
        if (item.isEmpty() || m_items.contains(item)) continue;
        m_items << item;
        any = true;
    }
    m_field->clear();
    if (!any) return;
    render();
    emit edited();
}

void ListEdit::render() {
    while (QLayoutItem* old = m_column->takeAt(0)) {
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
    for (const QString& item : std::as_const(m_items)) {
        auto* line = new QWidget(m_rows);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        QLabel* text = makeLabel(item, "mono");
        text->setTextFormat(Qt::PlainText);
        Button* remove = Button::iconOnly(QStringLiteral("close"), tr("Take %1 out of the list").arg(item));
        remove->setSmall(true);
        row->addWidget(text, 1);
        row->addWidget(remove);
        m_column->addWidget(line);
        connect(remove, &Button::clicked, this, [this, item] {
            m_items.removeAll(item);
            m_field->setFocus();
            render();
            emit edited();
        });
    }
    m_rows->setVisible(!m_items.isEmpty());
}

} // namespace gui

#include "moc_ListEdit.cpp"
