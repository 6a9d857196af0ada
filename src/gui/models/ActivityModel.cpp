#include "gui/models/ActivityModel.h"

#include "gui/Format.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/Things.h"
#include "wallet/text/HistoryLines.h"

#include <QSaveFile>

#include <utility>

namespace gui {

QString whatHappened(const ActivityRow& row) {
    if (row.isCoinbase) {
        return row.height >= 0 ? ActivityModel::tr("Mined block %1").arg(Format::count(row.height))
                               : ActivityModel::tr("Mined a block");
    }
    const bool came = row.net.satoshi() >= 0;
    if (row.isInternal) return ActivityModel::tr("Moved to yourself");
    if (row.other.address.isEmpty()) return came ? ActivityModel::tr("Received") : ActivityModel::tr("Sent");
    return came ? ActivityModel::tr("Received on %1").arg(row.other.text())
                : ActivityModel::tr("Sent to %1").arg(row.other.text());
}

ActivityModel::ActivityModel(node::Node& node, QObject* parent) : FollowedRows(node, parent) {
    connect(&format(), &Format::changed, this, [this] { columnsChanged(Date, Balance); });
}

void ActivityModel::renew() {
    const WalletMark::Now now = m_mark.look(*node().wallet().status());
    const std::int32_t height = node().chain().status()->tip.height;
    const bool moved = std::exchange(m_height, height) != height;
    if (now == WalletMark::Now::Another) {
        restart(0);
        return startAnew();
    }
    if (moved) columnsChanged(State, State);
    if (now == WalletMark::Now::Further) follow();
}

void ActivityModel::setFilter(const ActivityFilter& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    startAnew();
}

void ActivityModel::startAnew() {
    startWith(std::make_shared<ActivityLines>(m_filter, node().params().addresses));
}

void ActivityModel::followed(const Step& step) {
    if (std::exchange(m_waiting, step.waiting) != step.waiting) emit waitingCountChanged(step.waiting);
}

int ActivityModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

Certainty ActivityModel::stateOf(const ActivityRow& row) const {
    const CertaintyRules rules{
        node().chain().status()->tip.height, node().params().rules().coinbaseMaturity,
        static_cast<int>(node().settings().number(QStringLiteral("confirmation_blocks")))};
    Certainty out = certaintyOf(row.state, row.isCoinbase, row.height, rules);
    if (row.isAbandoned) out.text = tr("given up");
    if (row.state == wallet::TxState::Lost && !row.isCoinbase && !row.isReplaced && !row.isAbandoned)
        out.text = tr("lost");
    if (row.state != wallet::TxState::Waiting) return out;
    const qint64 waited = node().clock().now() - row.time;
    if (row.isAbsent)
        out = {tr("held back"), TagKind::Bad};
    else if (waited >= 60)
        out.text = tr("waiting %1").arg(format().duration(double(waited)));
    return out;
}

QString ActivityModel::textOf(const ActivityRow& row, int column) const {
    switch (column) {
    case Date:
        return format().day(row.time);
    case What:
        return whatHappened(row);
    case Note:
        return row.note;
    case Amount:
        return format().signedAmount(row.net);
    case Balance:
        return row.balance ? format().amount(*row.balance) : QString();
    case State:
        return stateOf(row).text;
    default:
        return {};
    }
}

/// What is hidden on the screen is not copied either.
QVariant ActivityModel::copyOf(const ActivityRow& row, int column) const {
    if (column == Amount && !format().amountsHidden())
        return QString::fromStdString(primitives::toDecimal(row.net));
    if (column == Balance && row.balance && !format().amountsHidden())
        return QString::fromStdString(primitives::toDecimal(*row.balance));
    return column == What ? QVariant(QString::fromStdString(row.txid.toHex())) : QVariant();
}

QVariant ActivityModel::lookOf(const ActivityRow& row, int column, int role) {
    if (role == RowToneRole)
        return static_cast<int>(row.state == wallet::TxState::Lost ? RowTone::Lost : RowTone::None);
    if (role == TextStyleRole) {
        if (column == Amount) return static_cast<int>(TextStyle::Amount);
        if (column == Balance) return static_cast<int>(TextStyle::MonoMuted);
        return static_cast<int>(column == What ? TextStyle::Strong : TextStyle::Muted);
    }
    if (role != IconNameRole || column != What) return {};
    return row.isCoinbase          ? QStringLiteral("mining")
           : row.net.satoshi() < 0 ? QStringLiteral("arrow-up")
                                   : QStringLiteral("arrow-down");
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int column = index.column();
    const bool isFigure = column == Amount || column == Balance;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const ActivityRow* line = rowAt(index.row());
    if (!line) return role == Qt::DisplayRole && column == What ? QVariant(QStringLiteral("…")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*line, column);
    case Qt::EditRole:
        return line->note;
    case Qt::ToolTipRole:
        return column == Date ? format().exactTime(line->time) : column == Note ? line->note : QString();
    case PlaceholderRole:
        return column == Note ? QVariant(tr("add a note")) : QVariant();
    case CopyRole:
        return copyOf(*line, column);
    case ThingsRole:
        if (column == What)
            return QVariant::fromValue(
                Things{{Thing::Transaction, QString::fromStdString(line->txid.toHex())},
                       {Thing::Address, line->other.address}});
        return column == Amount && !format().amountsHidden()
                   ? QVariant::fromValue(Things{{Thing::Amount, copyOf(*line, Amount).toString()}})
                   : QVariant();
    case TagKindRole:
        return column == State ? QVariant(static_cast<int>(stateOf(*line).kind)) : QVariant();
    default:
        return lookOf(*line, column, role);
    }
}

bool ActivityModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const ActivityRow* line = index.isValid() ? rowAt(index.row()) : nullptr;
    if (role != Qt::EditRole || index.column() != Note || !line) return false;
    const QString note = value.toString().trimmed();
    if (note == line->note) return true;
    node::onResult(
        node().wallet().setNote(line->txid, note.toStdString()), this,
        [this](const node::WalletAccess::Reply<void>& written) {
            if (!written || !*written) emit noteRefused();
            renewPages();
        },
        [this] { emit noteRefused(); });
    return true;
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const bool isFigure = section == Amount || section == Balance;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
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
    case Balance:
        return tr("Balance after");
    case State:
        return tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags ActivityModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Note && rowAt(index.row()) ? flags | Qt::ItemIsEditable : flags;
}

void ActivityModel::exportTo(const QString& path, FileKind kind) {
    const auto write = [path, kind, addresses = node().params().addresses](const wallet::Wallet& wallet,
                                                                           std::int32_t) {
        const auto lines = wallet::historyLinesOf(wallet, addresses);
        const std::string text =
            kind == FileKind::Csv ? wallet::historyCsv(lines) : wallet::historyJson(lines);
        QSaveFile file(path);
        return file.open(QIODevice::WriteOnly) &&
               file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.commit();
    };
    node::onResult(node().wallet().ask(write), this, [this, path](std::optional<bool> written) {
        emit exported(written.value_or(false), path);
    });
}

} // namespace gui

#include "moc_ActivityModel.cpp"
