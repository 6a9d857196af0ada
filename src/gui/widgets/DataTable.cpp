#include "gui/widgets/DataTable.h"

#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/TableDelegate.h"
#include "gui/widgets/TableRoles.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <utility>

namespace gui {

namespace {

/// Faint heads on the baseline of their columns, with a chevron where the table is sorted.
class Heads : public QHeaderView {
public:
    explicit Heads(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
        setHighlightSections(false);
        setSectionsClickable(false);
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        setFocusPolicy(Qt::NoFocus);
    }
    QHash<int, Qt::Alignment> alignments;

    [[nodiscard]] QSize sizeHint() const override { return {QHeaderView::sizeHint().width(), px(30)}; }

protected:
    void paintSection(QPainter* painter, const QRect& area, int section) const override {
        painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), color(Token::Line));
        const QVariant fromModel = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
        Qt::Alignment side = fromModel.isValid() ? Qt::Alignment(fromModel.toInt()) : Qt::AlignLeft;
        if (alignments.contains(section)) side = alignments[section];
        const QFont textFont = roleFont(TextRole::TableHead);
        const QFontMetricsF metrics(textFont);
        const QString text = model()->headerData(section, Qt::Horizontal).toString();
        const QRectF inner = QRectF(area).adjusted(px(8), 0, -px(8), 0);
        const QString shown = fittingWords(textFont, text, inner.width() + 0.5);
        const double width = wordsWidth(textFont, shown);
        double x = side & Qt::AlignRight ? inner.right() - width : inner.left();
        if (side & Qt::AlignHCenter) x = inner.center().x() - width / 2;
        painter->setFont(textFont);
        painter->setPen(color(Token::Text3));
        drawWords(*painter, QPointF(x, area.center().y() + (metrics.ascent() - metrics.descent()) / 2),
                  shown);
        if (isSortIndicatorShown() && sortIndicatorSection() == section) paintArrow(painter, x + width, area);
    }
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override {
        const QString text = model()->headerData(section, Qt::Horizontal).toString();
        return {static_cast<int>(wordsWidth(roleFont(TextRole::TableHead), text)) + 2 * px(8) + 2, px(30)};
    }

private:
    void paintArrow(QPainter* painter, double x, const QRect& area) const {
        const double y = area.center().y() + 1;
        const double rise = sortIndicatorOrder() == Qt::AscendingOrder ? -2.0 : 2.0;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(color(Token::Text2), 1.4));
        painter->drawPolyline(QPolygonF{{x + 5, y - rise}, {x + 9, y + rise}, {x + 13, y - rise}});
    }
};

/// What is copied of a cell: more than is shown, where the model has more.
QString wholeText(const QModelIndex& cell) {
    const QVariant whole = cell.data(CopyRole);
    return whole.isValid() ? whole.toString() : cell.data().toString();
}

Heads* headsOf(const QTableView* table) {
    return static_cast<Heads*>(table->horizontalHeader());
}

} // namespace

DataTable::DataTable(QWidget* parent) : QTableView(parent), m_delegate(new TableDelegate(this)) {
    setHorizontalHeader(new Heads(this));
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Table"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(px(24));
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit rowActivated(index.row()); });
    applyMeasures();
}

void DataTable::setModel(QAbstractItemModel* next) {
    if (model()) disconnect(model(), nullptr, this, nullptr);
    QTableView::setModel(next);
    if (next) {
        const auto renew = [this] {
            updateEmptyState();
            hideCutRows();
            const QSize hint = sizeHint();
            if (hint != std::exchange(m_lastHint, hint)) updateGeometry();
        };
        connect(next, &QAbstractItemModel::rowsInserted, this, renew);
        connect(next, &QAbstractItemModel::rowsRemoved, this, renew);
        connect(next, &QAbstractItemModel::modelReset, this, renew);
        connect(next, &QAbstractItemModel::rowsInserted, this, &DataTable::placePane);
        connect(next, &QAbstractItemModel::rowsRemoved, this, &DataTable::placePane);
        connect(next, &QAbstractItemModel::modelReset, this, &DataTable::closeRow);
    }
    applyMeasures();
    updateEmptyState();
}

void DataTable::setColumnFixed(int column, int width) {
    m_fixed[column] = width;
    applyMeasures();
}

void DataTable::setColumnStretch(int column) {
    m_stretch = column;
    applyMeasures();
}

void DataTable::setColumnAlignment(int column, Qt::Alignment alignment) {
    m_delegate->setAlignment(column, alignment);
    headsOf(this)->alignments[column] = alignment;
}

void DataTable::applyMeasures() {
    verticalHeader()->setMinimumSectionSize(px(24));
    verticalHeader()->setDefaultSectionSize(px(36));
    horizontalHeader()->setResizeContentsPrecision(40);       // rows looked at for a column's width
    horizontalHeader()->setStretchLastSection(m_stretch < 0); // hairlines reach the right edge
    const int columns = model() ? model()->columnCount() : 0;
    for (int column = 0; column < columns; ++column) {
        if (m_fixed.contains(column)) {
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
            setColumnWidth(column, px(m_fixed[column]));
        } else {
            horizontalHeader()->setSectionResizeMode(
                column, column == m_stretch ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
        }
    }
    updateGeometry();
}

void DataTable::setEmptyState(const QString& iconName, const QString& text, const QString& action) {
    if (!m_empty) {
        m_empty = new EmptyState(viewport());
        m_empty->hide();
        connect(m_empty, &EmptyState::actionTriggered, this, &DataTable::emptyActionTriggered);
    }
    m_empty->setIconName(iconName);
    m_empty->setText(text);
    m_empty->setAction(action);
    updateEmptyState();
    updateGeometry();
}

void DataTable::updateEmptyState() {
    if (!m_empty) return;
    const bool empty = !model() || model()->rowCount() == 0;
    m_empty->setGeometry(viewport()->rect());
    if (empty != m_empty->isHidden()) return;
    m_empty->setVisible(empty);
    // Without rows there is nothing to scroll to, and the bar would take from the sentence's room.
    setHorizontalScrollBarPolicy(empty || m_wholeRows ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateGeometry();
}

void DataTable::setFitRows(int rows) {
    m_fitRows = rows;
    setSizePolicy(QSizePolicy::Expanding, rows > 0 ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void DataTable::setWholeRows(bool whole) {
    m_wholeRows = whole;
    setVerticalScrollBarPolicy(whole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    const bool empty = m_empty && !m_empty->isHidden();
    setHorizontalScrollBarPolicy(whole || empty ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    updateGeometry();
    hideCutRows();
}

void DataTable::hideCutRows() {
    if (!m_wholeRows || !model()) return; // only for tables of a few rows
    const int fit = std::max(1, viewport()->height() / px(36));
    for (int row = 0; row < model()->rowCount(); ++row)
        if (isRowHidden(row) != (row >= fit)) setRowHidden(row, row >= fit);
}

void DataTable::setHeadsVisible(bool visible) {
    horizontalHeader()->setVisible(visible);
    updateGeometry();
}

void DataTable::openRow(int row, QWidget* pane) {
    closeRow();
    m_opened = model()->index(row, 0);
    m_pane = pane;
    pane->setParent(viewport());
    placePane();
    pane->show();
    showWholePane();
}

/// All of it, as far as there is room.
void DataTable::showWholePane() {
    if (!m_pane || !m_opened.isValid()) return;
    const QRect line = visualRect(m_opened);
    const int below = std::min(line.bottom() - viewport()->height() + 1, line.top());
    if (below > 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + below);
}

void DataTable::closeRow() {
    if (!m_pane) return;
    if (m_opened.isValid()) setRowHeight(m_opened.row(), px(36));
    m_opened = QModelIndex();
    m_pane->hide();
    std::exchange(m_pane, nullptr)->deleteLater(); // it may be the one that asks
    emit rowClosed();
}

void DataTable::placePane() {
    if (!m_pane) return;
    if (!m_opened.isValid()) return closeRow();
    const int width = viewport()->width() - 2 * px(8);
    const int height =
        m_pane->hasHeightForWidth() ? m_pane->heightForWidth(width) : m_pane->sizeHint().height();
    const int row = px(36) + height + px(10);
    const bool grows = rowHeight(m_opened.row()) < row;
    if (rowHeight(m_opened.row()) != row) setRowHeight(m_opened.row(), row);
    if (grows && m_pane->isVisible()) // what it says came later
        QMetaObject::invokeMethod(this, &DataTable::showWholePane, Qt::QueuedConnection);
    m_pane->setGeometry(px(8), rowViewportPosition(m_opened.row()) + px(36), width, height);
}

void DataTable::updateGeometries() {
    QTableView::updateGeometries();
    placePane();
}

void DataTable::scrollContentsBy(int dx, int dy) {
    QTableView::scrollContentsBy(dx, dy);
    placePane();
}

QSize DataTable::sizeHint() const {
    const int head = horizontalHeader()->isHidden() ? 0 : px(30);
    const bool holdsRows = model() && model()->rowCount() > 0;
    if (m_fitRows <= 0) return {px(320), head + (holdsRows ? 3 : 4) * px(36)};
    int rows = model() ? std::min(model()->rowCount(), m_fitRows) : 0;
    if (rows == 0) rows = m_empty ? 4 : 1;
    return {px(320), head + rows * px(36)};
}

QSize DataTable::minimumSizeHint() const {
    return {px(160), m_fitRows > 0 ? sizeHint().height() : px(m_wholeRows ? 0 : 30) + 2 * px(36)};
}

/// While it is empty: the sentence breaks where the table is narrow, and has a button below it.
bool DataTable::hasHeightForWidth() const {
    return m_empty && !m_empty->isHidden();
}

int DataTable::heightForWidth(int width) const {
    if (!hasHeightForWidth()) return -1;
    const int head = horizontalHeader()->isHidden() ? 0 : px(30);
    return std::max(minimumSizeHint().height(), head + m_empty->heightForWidth(width - 2 * frameWidth()));
}

void DataTable::copyCurrent() {
    copyCell(currentIndex());
}

void DataTable::copyCell(const QModelIndex& cell) {
    if (!cell.isValid()) return;
    const QString text = wholeText(cell);
    QGuiApplication::clipboard()->setText(text);
    emit copied(text);
}

void DataTable::setEditable(int column, const QString& words) {
    m_editColumn = column;
    m_editWords = words;
    m_delegate->setPencilColumn(column);
    auto* key = new QShortcut(QKeySequence(Qt::Key_F2), this);
    key->setWhatsThis(words);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, [this] { editRow(currentIndex().row()); });
}

void DataTable::editRow(int row) {
    if (m_editColumn < 0 || !model()) return;
    const QModelIndex cell = model()->index(row, m_editColumn);
    if (!cell.isValid() || !(cell.flags() & Qt::ItemIsEditable)) return;
    setCurrentIndex(cell);
    edit(cell);
}

void DataTable::addRowAction(const QString& words, const QString& iconName, const QKeySequence& key,
                             std::function<void(int)> act, std::function<bool(int)> may) {
    if (!may) may = [](int) { return true; };
    m_actions.push_back({words, iconName, key, act, may});
    if (key.isEmpty()) return;
    auto* shortcut = new QShortcut(key, this);
    shortcut->setWhatsThis(words);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, act = std::move(act), may = std::move(may)] {
        const int row = currentIndex().row();
        if (row >= 0 && may(row)) act(row);
    });
}

/// What the cells of a row stand for, each once.
Things DataTable::thingsOf(int row) const {
    Things things;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QModelIndex cell = model()->index(row, column);
        Things more = cell.data(ThingsRole).value<Things>();
        const QVariant thing = cell.data(ThingRole);
        if (more.isEmpty() && thing.isValid() && thing.toInt() != static_cast<int>(Thing::None))
            more << ThingText{static_cast<Thing>(thing.toInt()), wholeText(cell)};
        for (const ThingText& each : more)
            if (!each.text.isEmpty() && !things.contains(each)) things << each;
    }
    return things;
}

QMenu* DataTable::makeMenu(const QModelIndex& cell) {
    auto* menu = new QMenu(this);
    if (!cell.isValid()) return menu;
    const QPersistentModelIndex chosen(cell); // rows may come and go while the menu is open
    const auto onRow = [chosen](const std::function<void(int)>& act) {
        return [act, chosen] {
            if (chosen.isValid()) act(chosen.row());
        };
    };
    const auto add = [menu](const QString& words, const QString& iconName, const QString& key) {
        return menu->addAction(icon(iconName), key.isEmpty() ? words : words + QLatin1Char('\t') + key);
    };
    const bool opens = isSignalConnected(QMetaMethod::fromSignal(&DataTable::rowActivated));
    if (opens)
        connect(add(tr("Open"), QStringLiteral("external"), tr("Enter")), &QAction::triggered, this,
                onRow([this](int row) { emit rowActivated(row); }));
    for (const RowAction& action : m_actions) {
        QAction* entry = add(action.words, action.iconName, action.key.toString(QKeySequence::NativeText));
        entry->setEnabled(action.may(cell.row()));
        connect(entry, &QAction::triggered, this, onRow(action.act));
    }
    const bool writable =
        m_editColumn >= 0 && (model()->index(cell.row(), m_editColumn).flags() & Qt::ItemIsEditable);
    if (writable)
        connect(add(m_editWords, QStringLiteral("edit"), QKeySequence(Qt::Key_F2).toString()),
                &QAction::triggered, this, onRow([this](int row) { editRow(row); }));
    const Things things = thingsOf(cell.row());
    addThingActions(*menu, things, m_navigator, opens);
    const QString text = wholeText(cell);
    const bool isNamed =
        std::ranges::any_of(things, [&](const ThingText& each) { return each.text == text; });
    if (!text.isEmpty() && !isNamed) {
        if (things.isEmpty() && !menu->isEmpty()) menu->addSeparator();
        connect(add(tr("Copy what is written here"), QStringLiteral("copy"),
                    QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)),
                &QAction::triggered, this, [this, chosen] { copyCell(chosen); });
    }
    return menu;
}

void DataTable::contextMenuEvent(QContextMenuEvent* event) {
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex cell = byMouse ? indexAt(event->pos()) : currentIndex();
    if (!cell.isValid()) return QTableView::contextMenuEvent(event);
    setCurrentIndex(cell);
    QMenu* menu = makeMenu(cell);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (menu->isEmpty()) return menu->deleteLater();
    const QRect place = visualRect(cell);
    menu->popup(byMouse ? event->globalPos()
                        : viewport()->mapToGlobal(QPoint(place.left() + px(8), place.bottom())));
    event->accept();
}

void DataTable::mouseReleaseEvent(QMouseEvent* event) {
    const QModelIndex cell = indexAt(event->position().toPoint());
    const bool onPencil =
        event->button() == Qt::LeftButton && cell.isValid() && cell.column() == m_editColumn &&
        (cell.flags() & Qt::ItemIsEditable) &&
        m_delegate->pencilRect(TableDelegate::lineOf(visualRect(cell)), cell).contains(event->position());
    QTableView::mouseReleaseEvent(event);
    if (onPencil && state() != EditingState) editRow(cell.row());
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    const bool plainC = event->key() == Qt::Key_C && event->modifiers() == Qt::NoModifier;
    if (event->matches(QKeySequence::Copy) || plainC) return copyCurrent();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid() && state() != EditingState) {
        emit activated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::setHoveredRow(int row) {
    if (row == m_hovered) return;
    m_hovered = row;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void DataTable::mouseMoveEvent(QMouseEvent* event) {
    setHoveredRow(indexAt(event->position().toPoint()).row());
    QTableView::mouseMoveEvent(event);
}

bool DataTable::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) setHoveredRow(-1);
    if (event->type() == QEvent::LayoutRequest) placePane(); // it says more, or less
    return QTableView::viewportEvent(event);
}

void DataTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    updateEmptyState();
    hideCutRows();
}

void DataTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) {
        applyMeasures();
        hideCutRows();
        placePane();
    }
    QTableView::changeEvent(event);
}

void DataTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) emit currentRowChanged(current.row());
}

} // namespace gui

#include "moc_DataTable.cpp"
