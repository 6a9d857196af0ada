#include "gui/mining/TableTwin.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Picture.h"
#include "gui/widgets/ViewStack.h"

#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kMostTwinRows = 8;

QString toggleText(bool table) {
    return table ? PictureWithTable::tr("as picture") : PictureWithTable::tr("as table");
}

} // namespace

TableTwin::TableTwin(QWidget* pictures, const QList<QAbstractItemModel*>& models, QWidget* parent)
    : QWidget(parent), m_stack(new ViewStack), m_pictures(pictures), m_models(models),
      m_toggle(new Button(toggleText(false), Button::Kind::Pill)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addView(m_pictures);
    connect(m_toggle, &Button::clicked, this, [this] {
        if (!m_tables) makeTables();
        m_stack->setCurrentView(showsTables() ? m_pictures : m_tables);
        m_toggle->setText(toggleText(showsTables()));
    });
}

void TableTwin::makeTables() {
    m_tables = new QWidget;
    auto* column = new QVBoxLayout(m_tables);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    for (int index = 0; index < m_models.size(); ++index) {
        auto* table = new DataTable;
        table->setModel(m_models[index]);
        table->setColumnStretch(0);
        table->setFitRows(kMostTwinRows);
        connect(table, &DataTable::rowActivated, this,
                [this, index](int row) { emit rowActivated(index, row); });
        column->addWidget(table);
    }
    m_stack->addView(m_tables);
}

bool TableTwin::showsTables() const {
    return m_tables && m_stack->currentView() == m_tables;
}

} // namespace gui

#include "moc_TableTwin.cpp"
