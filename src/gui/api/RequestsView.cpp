#include "gui/api/RequestsView.h"

#include "gui/Format.h"
#include "gui/api/RequestModel.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/SegmentedControl.h"
#include "node/Node.h"

#include <QVBoxLayout>

#include <algorithm>

namespace gui {

RequestsView::RequestsView(node::Node& node, QWidget* parent)
    : QWidget(parent), m_node(node), m_model(new RequestModel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_card = new Card(tr("Last requests"));
    m_which = new SegmentedControl({tr("All"), tr("Refused")});
    m_which->setObjectName(QStringLiteral("requestFilter"));
    m_which->setAccessibleName(tr("Which requests"));
    m_which->setSmall(true);
    m_card->addHeaderWidget(m_which);
    m_table = new DataTable;
    m_table->setObjectName(QStringLiteral("requestTable"));
    m_table->setAccessibleName(tr("Last requests"));
    m_table->setModel(m_model);
    m_table->setColumnStretch(RequestModel::Path);
    m_table->setColumnFixed(RequestModel::Time, 84);
    m_table->setColumnFixed(RequestModel::Status, 76);
    m_table->setColumnFixed(RequestModel::Duration, 90);
    m_table->setColumnFixed(RequestModel::Size, 90);
    m_table->setEmptyState(
        QStringLiteral("terminal"),
        tr("No program has asked anything yet. Requests appear here while they are answered."));
    m_card->body()->addWidget(m_table, 1);
    layout->addWidget(m_card, 1);
    connect(m_which, &SegmentedControl::currentChanged, this, &RequestsView::refresh);
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (const node::RequestEntry* entry = m_model->entry(row))
            emit openRequested(entry->method, entry->path);
    });
}

void RequestsView::refresh() {
    const auto requests = m_node.api().requests();
    const auto refused =
        std::ranges::count_if(requests, [](const node::RequestEntry& entry) { return entry.status >= 400; });
    const auto slowest = std::ranges::max_element(requests, {}, &node::RequestEntry::microseconds);
    m_card->setNote(requests.empty()
                        ? QString()
                        : tr("%1 requests, %2 refused, the slowest took %3")
                              .arg(Format::count(static_cast<qint64>(requests.size())),
                                   Format::count(refused),
                                   Format::milliseconds(static_cast<double>(slowest->microseconds) / 1000)));
    m_model->setRequests(requests, m_which->currentIndex() == 1);
}

} // namespace gui

#include "moc_RequestsView.cpp"
