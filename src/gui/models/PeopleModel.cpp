#include "gui/models/PeopleModel.h"

#include "gui/Format.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/Things.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <utility>

namespace gui {

namespace {

bool isSumOfPerson(int column) {
    return column == PeopleModel::Last || column == PeopleModel::Received || column == PeopleModel::Paid;
}

bool fitsPerson(const PersonLine& line, const QString& text) {
    return line.name.contains(text, Qt::CaseInsensitive) ||
           !line.addresses.filter(text, Qt::CaseInsensitive).isEmpty();
}

} // namespace

PeopleModel::PeopleModel(node::Node& node, QObject* parent) : RowList(parent), m_node(node) {
    connect(&format(), &Format::changed, this, [this] { columnsChanged(Last, Paid); });
}

void PeopleModel::renew() {
    const WalletMark::Now now = m_mark.look(*m_node.wallet().status());
    if (now == WalletMark::Now::Level) return;
    if (now == WalletMark::Now::Another) {
        m_lines = std::make_shared<PeopleLines>(m_node.params().addresses);
        m_asking = false;
    }
    ask();
}

void PeopleModel::ask() {
    if (std::exchange(m_asking, true)) {
        m_askAgain = true;
        return;
    }
    const auto answered = [this, lines = m_lines](const std::optional<PeopleLines::Lines>& all) {
        if (lines != m_lines) return; // another wallet meanwhile
        m_asking = false;
        m_all = all.value_or(nullptr);
        showFound();
        emit followed();
        if (std::exchange(m_askAgain, false)) ask();
    };
    node::onResult(m_node.wallet().ask([lines = m_lines](const wallet::Wallet& wallet, std::int32_t) {
        return lines->follow(wallet);
    }),
                   this, answered, [answered] { answered(std::nullopt); });
}

void PeopleModel::askFacts(const QString& name, std::size_t most, QObject* owner,
                           std::function<void(const std::optional<PersonFacts>&)> take) {
    if (!m_lines) return take(std::nullopt);
    const auto read = [lines = m_lines, name, most](const wallet::Wallet& wallet, std::int32_t) {
        (void)lines->follow(wallet);
        return lines->factsOf(name, most);
    };
    node::onResult(m_node.wallet().ask(read), owner,
                   [take](const Facts& facts) { take(facts.value_or(std::nullopt)); });
}

void PeopleModel::setSearch(const QString& text) {
    if (std::exchange(m_search, text) != text) showFound();
}

void PeopleModel::showFound() {
    std::vector<PersonLine> found;
    if (m_all)
        for (const PersonLine& line : *m_all)
            if (m_search.isEmpty() || fitsPerson(line, m_search)) found.push_back(line);
    followRows(std::move(found), [](const PersonLine& line) { return line.name; });
}

const PersonLine* PeopleModel::row(int row) const {
    return row >= 0 && row < rowCount() ? &rowAt(row) : nullptr;
}

int PeopleModel::rowOf(const QString& name) const {
    for (int row = 0; row < rowCount(); ++row)
        if (rowAt(row).name == name) return row;
    return -1;
}

int PeopleModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString PeopleModel::textOf(const PersonLine& line, int column) {
    switch (column) {
    case Person:
        return line.name;
    case Last:
        return line.last ? format().signedAmount(line.last->net) : QString();
    case When:
        return !line.last             ? tr("no payment yet")
               : line.last->isWaiting ? tr("waiting")
                                      : format().day(line.last->time);
    case Received:
        return format().amount(line.received);
    case Paid:
        return format().amount(line.paid);
    default:
        return {};
    }
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int column = index.column();
    const PersonLine& line = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(line, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((isSumOfPerson(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TextStyleRole:
        return static_cast<int>(column == Person        ? TextStyle::Strong
                                : isSumOfPerson(column) ? TextStyle::Amount
                                                        : TextStyle::Muted);
    case TagKindRole:
        return column == When && line.last && line.last->isWaiting ? QVariant(static_cast<int>(TagKind::Work))
                                                                   : QVariant();
    case FaceRole:
        return column == Person;
    case ThingsRole:
        return column == Person ? QVariant::fromValue(Things{{Thing::Address, line.next}}) : QVariant();
    case Qt::ToolTipRole:
        return column == When && line.last ? QVariant(format().exactTime(line.last->time)) : QVariant();
    default:
        return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isSumOfPerson(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Person:
        return tr("Person");
    case Last:
        return tr("Last payment");
    case When:
        return tr("When");
    case Received:
        return tr("They paid you");
    case Paid:
        return tr("You paid them");
    default:
        return {};
    }
}

} // namespace gui

#include "moc_PeopleModel.cpp"
