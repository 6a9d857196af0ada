#include "gui/mining/TableTwin.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Picture.h"
#include "gui/widgets/ViewStack.h"

#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kMostRows = 8;

QString toggleText(bool table) {
    return table ? PictureWithTable::tr("as picture") : PictureWithTable::tr("as table");
}

} // namespace

TableTwin::TableTwin(QWidget* pictures, const QList<QAbstractItemModel*>& models, QWidget* parent)
    : QWidget(parent), m_stack(new ViewStack), m_toggle(new Button(toggleText(false), Button::Kind::Pill)) {
    auto* tables = new QWidget;
    auto* column = new QVBoxLayout(tables);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    for (QAbstractItemModel* model : models) {
        auto* table = new DataTable;
        table->setModel(model);
        table->setColumnStretch(0);
        table->setFitRows(kMostRows);
        column->addWidget(table);
        m_tables.append(table);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addView(pictures);
    m_stack->addView(tables);
    connect(m_toggle, &Button::clicked, this, [this] {
        m_stack->setCurrentIndex(showsTables() ? 0 : 1);
        m_toggle->setText(toggleText(showsTables()));
    });
}

bool TableTwin::showsTables() const {
    return m_stack->currentIndex() == 1;
}

} // namespace gui
