#include "gui/models/ActivityModel.h"

#include "gui/Format.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QDateTime>
#include <QSaveFile>
#include <QTextStream>

#include <algorithm>

namespace gui {

namespace {

constexpr int kPage = 100;
constexpr int kKept = 5'000;         // rows in memory
constexpr int kMostMatches = 10'000; // of a filter

ActivityRow rowOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& from,
                  const script::AddressFormat& addresses) {
    ActivityRow row;
    row.other = counterpartyOf(wallet, from, addresses);
    row.txid = from.transaction->txid();
    row.state = from.state;
    row.height = from.height;
    row.time = from.time;
    row.net = from.net();
    row.isCoinbase = from.isCoinbase;
    row.isInternal = from.fee && from.net() == -*from.fee;
    row.note = QString::fromStdString(from.note);
    return row;
}

bool matches(const ActivityRow& row, const ActivityFilter& filter) {
    using Kind = ActivityFilter::Kind;
    const bool in = row.net.satoshi() >= 0;
    if (filter.kind == Kind::Mined && !row.isCoinbase) return false;
    if (filter.kind == Kind::Received && (!in || row.isCoinbase)) return false;
    if (filter.kind == Kind::Sent && in) return false;
    if (filter.text.isEmpty()) return true;
    return row.note.contains(filter.text, Qt::CaseInsensitive) ||
           row.other.address.contains(filter.text, Qt::CaseInsensitive) ||
           row.other.label.contains(filter.text, Qt::CaseInsensitive) ||
           QString::number(row.height) == filter.text ||
           QString::fromStdString(row.txid.toHex()).contains(filter.text, Qt::CaseInsensitive);
}

QString quoted(QString text) {
    // A leading sign would be read as a formula by spreadsheets.
    if (!text.isEmpty() && QStringLiteral("=+-@").contains(text[0])) text.prepend(QLatin1Char('\''));
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

bool writeCsv(const wallet::Wallet& wallet, const QString& path, const script::AddressFormat& addresses) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return false;
    QTextStream out(&file);
    out << "time,block,amount,note,transaction\n";
    for (std::size_t at = 0; at < wallet.historySize(); at += 500) {
        for (const auto& entry : wallet.history(at, 500)) {
            const ActivityRow row = rowOf(wallet, entry, addresses);
            out << QDateTime::fromSecsSinceEpoch(row.time, Qt::UTC).toString(Qt::ISODate) << ','
                << (row.height >= 0 ? QString::number(row.height) : QString()) << ','
                << QString::fromStdString(primitives::toDecimal(row.net)) << ',' << quoted(row.note) << ','
                << QString::fromStdString(row.txid.toHex()) << '\n';
        }
    }
    out.flush();
    return file.commit();
}

} // namespace

ActivityModel::ActivityModel(node::Node& node, QObject* parent) : QAbstractTableModel(parent), m_node(node) {
    connect(&format(), &Format::changed, this, &ActivityModel::allChanged);
}

void ActivityModel::renew() {
    const auto status = m_node.walletStatus();
    const bool sameWallet = status->name == m_wallet;
    if (sameWallet && status->revision == m_revision) return allChanged(); // confirmations grew
    m_revision = status->revision;
    m_wallet = status->name;
    ++m_question;
    m_asked.clear();
    if (!sameWallet) changeSize(0);
    if (!m_filter.isEmpty()) return askFiltered();
    changeSize(status->isOpen ? static_cast<int>(status->historySize) : 0);
    allChanged();
}

void ActivityModel::setFilter(const ActivityFilter& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    ++m_question;
    m_asked.clear();
    if (!filter.isEmpty()) return askFiltered();
    beginResetModel();
    m_rows.clear();
    m_size = static_cast<int>(m_node.walletStatus()->historySize);
    endResetModel();
}

/// New lines come at the top: selection and scroll position stay with theirs.
void ActivityModel::changeSize(int size) {
    if (size == m_size) return;
    const int more = size - m_size;
    if (more > 0 && m_size > 0) {
        beginInsertRows({}, 0, more - 1);
        QHash<int, ActivityRow> moved;
        for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it)
            moved.insert(it.key() + more, it.value());
        m_rows = moved;
        m_size = size;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_rows.clear();
    m_size = size;
    endResetModel();
}

void ActivityModel::askPage(int page) {
    if (m_asked.contains(page) || !m_filter.isEmpty()) return;
    m_asked.insert(page);
    const auto read = [page, addresses = m_node.params().addresses](wallet::Wallet& wallet, std::int32_t) {
        QVector<ActivityRow> rows;
        for (const auto& entry : wallet.history(static_cast<std::size_t>(page) * kPage, kPage))
            rows << rowOf(wallet, entry, addresses);
        return rows;
    };
    node::onResult(m_node.withWallet(read), this,
                   [this, page, question = m_question](const std::optional<QVector<ActivityRow>>& rows) {
                       if (rows && question == m_question) takePage(page, *rows);
                   });
}

void ActivityModel::takePage(int page, const QVector<ActivityRow>& rows) {
    if (m_rows.size() > kKept) { // far away by now: asked for again when looked at
        m_rows.clear();
        m_asked = {page};
    }
    const int first = page * kPage;
    for (int i = 0; i < rows.size() && first + i < m_size; ++i)
        m_rows.insert(first + i, rows[i]);
    if (first < m_size)
        emit dataChanged(index(first, 0), index(std::min(first + kPage, m_size) - 1, ColumnCount - 1));
}

void ActivityModel::askFiltered() {
    const auto read = [filter = m_filter, addresses = m_node.params().addresses](wallet::Wallet& wallet,
                                                                                 std::int32_t) {
        QVector<ActivityRow> found;
        for (std::size_t at = 0; at < wallet.historySize() && found.size() < kMostMatches; at += 500) {
            for (const auto& entry : wallet.history(at, 500)) {
                if (const ActivityRow row = rowOf(wallet, entry, addresses); matches(row, filter))
                    found << row;
            }
        }
        return found;
    };
    node::onResult(m_node.withWallet(read), this,
                   [this, question = m_question](const std::optional<QVector<ActivityRow>>& found) {
                       if (question != m_question) return;
                       beginResetModel();
                       m_rows.clear();
                       m_size = found ? static_cast<int>(found->size()) : 0;
                       for (int i = 0; i < m_size; ++i)
                           m_rows.insert(i, (*found)[i]);
                       endResetModel();
                   });
}

void ActivityModel::allChanged() {
    if (m_size > 0) emit dataChanged(index(0, 0), index(m_size - 1, ColumnCount - 1));
}

const ActivityRow* ActivityModel::row(int row) const {
    const auto found = m_rows.constFind(row);
    return found == m_rows.constEnd() ? nullptr : &*found;
}

int ActivityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_size;
}

int ActivityModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

ActivityModel::Look ActivityModel::stateOf(const ActivityRow& row) const {
    if (row.state == wallet::TxState::Waiting) return {tr("waiting"), static_cast<int>(TagKind::Work)};
    if (row.state == wallet::TxState::Lost)
        return {row.isCoinbase ? tr("lost to a fork") : tr("replaced"), static_cast<int>(TagKind::Bad)};
    const int confirmations = m_node.chainStatus()->tip.height - row.height + 1;
    const int maturity = m_node.params().rules().coinbaseMaturity;
    if (row.isCoinbase && confirmations < maturity)
        return {tr("matures in %n", nullptr, maturity - confirmations), static_cast<int>(TagKind::Work)};
    const auto wanted = static_cast<int>(m_node.settings().number(QStringLiteral("confirmation_blocks")));
    if (confirmations < wanted)
        return {tr("%1 of %2").arg(confirmations).arg(wanted), static_cast<int>(TagKind::Accent)};
    return {tr("confirmed"), static_cast<int>(TagKind::Neutral)};
}

QString ActivityModel::textOf(const ActivityRow& row, int column) const {
    switch (column) {
    case Date:
        return format().day(row.time);
    case What:
        if (row.isCoinbase) {
            return row.height >= 0 ? tr("Mined block %1").arg(Format::count(row.height))
                                   : tr("Mined a block");
        }
        if (row.isInternal) return tr("Moved to yourself");
        if (row.other.address.isEmpty()) return row.net.satoshi() < 0 ? tr("Sent") : tr("Received");
        return row.net.satoshi() < 0 ? tr("Sent to %1").arg(row.other.text())
                                     : tr("Received on %1").arg(row.other.text());
    case Note:
        return row.note;
    case Amount:
        return format().signedAmount(row.net);
    case State:
        return stateOf(row).text;
    default:
        return {};
    }
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::DisplayRole && m_filter.isEmpty() && !m_asked.contains(index.row() / kPage)) {
        QMetaObject::invokeMethod(
            const_cast<ActivityModel*>(this),
            [self = const_cast<ActivityModel*>(this), page = index.row() / kPage] { self->askPage(page); },
            Qt::QueuedConnection);
    }
    const ActivityRow* line = row(index.row());
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (!line)
        return role == Qt::DisplayRole && index.column() == What ? QVariant(QStringLiteral("…")) : QVariant();
    const bool mine = line->isCoinbase;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*line, index.column());
    case Qt::EditRole:
        return line->note;
    case Qt::ToolTipRole:
        return index.column() == Date   ? format().exactTime(line->time)
               : index.column() == Note ? line->note
                                        : QString();
    case CopyRole:
        if (index.column() == Amount) return QString::fromStdString(primitives::toDecimal(line->net));
        return index.column() == What ? QVariant(QString::fromStdString(line->txid.toHex())) : QVariant();
    case IconNameRole:
        if (index.column() != What) return {};
        return mine                      ? QStringLiteral("mining")
               : line->net.satoshi() < 0 ? QStringLiteral("arrow-up")
                                         : QStringLiteral("arrow-down");
    case TagKindRole:
        return index.column() == State ? QVariant(stateOf(*line).tag) : QVariant();
    case RowToneRole:
        return static_cast<int>(line->state == wallet::TxState::Lost ? RowTone::Faded : RowTone::None);
    case TextStyleRole:
        if (index.column() == Amount) return static_cast<int>(TextStyle::Amount);
        return static_cast<int>(index.column() == What ? TextStyle::Strong : TextStyle::Muted);
    default:
        return {};
    }
}

bool ActivityModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto found = m_rows.find(index.row());
    if (role != Qt::EditRole || index.column() != Note || found == m_rows.end()) return false;
    const QString note = value.toString().trimmed();
    if (note == found->note) return true;
    found->note = note;
    const auto write = [txid = found->txid, text = note.toStdString()](wallet::Wallet& wallet, std::int32_t) {
        return wallet.setNote(txid, text).has_value();
    };
    (void)m_node.withWallet(write, true);
    emit dataChanged(index, index);
    return true;
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Date:
        return tr("When");
    case What:
        return tr("What");
    case Note:
        return tr("Note");
    case Amount:
        return tr("Amount");
    case State:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags ActivityModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Note && row(index.row()) ? flags | Qt::ItemIsEditable : flags;
}

void ActivityModel::exportCsv(const QString& path) {
    const auto write = [path, addresses = m_node.params().addresses](wallet::Wallet& wallet, std::int32_t) {
        return writeCsv(wallet, path, addresses);
    };
    node::onResult(m_node.withWallet(write), this, [this, path](std::optional<bool> written) {
        emit exported(written.value_or(false), path);
    });
}

} // namespace gui
