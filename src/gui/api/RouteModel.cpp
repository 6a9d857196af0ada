#include "gui/api/RouteModel.h"

#include "gui/api/ApiWords.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace gui {

namespace {

/// The tables of rest mark their texts; they are said in the language of the window here.
QString inOurLanguage(const QString& text) {
    return text.isEmpty() ? text : QCoreApplication::translate("Routes", text.toUtf8().constData());
}

} // namespace

RouteModel::RouteModel(QObject* parent) : QAbstractTableModel(parent) {}

void RouteModel::setRoutes(std::vector<node::ApiRoute> routes) {
    m_routes = std::move(routes);
    for (node::ApiRoute& route : m_routes) {
        route.family = inOurLanguage(route.family);
        route.summary = inOurLanguage(route.summary);
        for (node::ApiParameter& parameter : route.parameters)
            parameter.text = inOurLanguage(parameter.text);
    }
    arrange();
}

void RouteModel::setFilter(const QString& words) {
    m_filter = words.simplified();
    arrange();
}

bool RouteModel::fits(const node::ApiRoute& route) const {
    const QString text = route.method + QLatin1Char(' ') + route.path + QLatin1Char(' ') + route.summary +
                         QLatin1Char(' ') + route.family;
    const QStringList words = m_filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(words,
                               [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

void RouteModel::arrange() {
    QStringList families;
    for (const node::ApiRoute& route : m_routes) {
        if (!families.contains(route.family)) families << route.family;
    }
    beginResetModel();
    m_rows.clear();
    for (const QString& family : families) {
        const std::size_t before = m_rows.size();
        m_rows.push_back({family, 0});
        for (std::size_t i = 0; i < m_routes.size(); ++i) {
            if (m_routes[i].family == family && fits(m_routes[i])) m_rows.push_back({{}, i});
        }
        if (m_rows.size() == before + 1) m_rows.pop_back();
    }
    endResetModel();
}

bool RouteModel::isFamily(int row) const {
    return row >= 0 && row < rowCount() && !m_rows[static_cast<std::size_t>(row)].family.isEmpty();
}

const node::ApiRoute* RouteModel::route(int row) const {
    if (row < 0 || row >= rowCount() || isFamily(row)) return nullptr;
    return &m_routes[m_rows[static_cast<std::size_t>(row)].route];
}

int RouteModel::rowOf(const QString& method, const QString& path) const {
    for (int row = 0; row < rowCount(); ++row) {
        const node::ApiRoute* each = route(row);
        if (each && each->method == method && each->path == path) return row;
    }
    return -1;
}

int RouteModel::firstRoute() const {
    return m_rows.size() > 1 ? 1 : -1;
}

int RouteModel::shownRoutes() const {
    return static_cast<int>(
        std::ranges::count_if(m_rows, [](const Row& row) { return row.family.isEmpty(); }));
}

int RouteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RouteModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

Qt::ItemFlags RouteModel::flags(const QModelIndex& index) const {
    return isFamily(index.row()) ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QVariant RouteModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (!row.family.isEmpty()) {
        if (role == Qt::AccessibleTextRole) return row.family; // a heading across the row
        if (role == TextStyleRole) return static_cast<int>(TextStyle::Strong);
        if (role == Qt::AccessibleTextRole) return cellName(index);
        return role == Qt::DisplayRole && index.column() == Method ? QVariant(row.family) : QVariant();
    }
    const node::ApiRoute& route = m_routes[row.route];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Method ? route.method : route.path;
    case Qt::ToolTipRole:
        return index.column() == Path ? QVariant(route.path + QLatin1Char('\n') + route.summary) : QVariant();
    case TagKindRole:
        return index.column() == Method ? QVariant(static_cast<int>(methodKind(route.method))) : QVariant();
    case TextStyleRole:
        return static_cast<int>(TextStyle::Mono);
    default:
        return {};
    }
}

QVariant RouteModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Method ? tr("Method") : tr("Path");
}

} // namespace gui

#include "moc_RouteModel.cpp"
