#include "gui/wallet/PeopleCompleter.h"

#include "gui/Format.h"
#include "wallet/People.h"

#include <QStandardItemModel>

#include <utility>

namespace gui {

PeopleCompleter::PeopleCompleter(QObject* parent) : QCompleter(parent) {
    setModel(new QStandardItemModel(this));
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
}

void PeopleCompleter::setPeople(const std::shared_ptr<const wallet::People>& people) {
    if (std::exchange(m_people, people) == people) return;
    auto* list = static_cast<QStandardItemModel*>(model());
    list->clear();
    for (const wallet::KnownAddress& each : people->all()) {
        const QString address = QString::fromStdString(each.address);
        auto* item = new QStandardItem(QString::fromStdString(each.name) + QStringLiteral("  ") +
                                       Format::shortened(address, 10, 4));
        item->setData(address, Qt::UserRole);
        list->appendRow(item);
    }
    list->sort(0);
}

QString PeopleCompleter::pathFromIndex(const QModelIndex& index) const {
    return index.data(Qt::UserRole).toString();
}

QString addressOfPerson(const wallet::People& people, const QString& name) {
    QString found;
    if (name.isEmpty()) return found;
    for (const wallet::KnownAddress& each : people.all())
        if (QString::fromStdString(each.name).compare(name, Qt::CaseInsensitive) == 0)
            found = QString::fromStdString(each.address);
    return found;
}

} // namespace gui

#include "moc_PeopleCompleter.cpp"
