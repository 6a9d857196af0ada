#include "gui/models/PagedModel.h"

#include <utility>

namespace gui {

namespace {

constexpr int kMostLoading = 2;
constexpr std::size_t kMostWanted = 6;
constexpr std::size_t kSeenAtOnce = 3; ///< pages that a table may show

} // namespace

PagedModel::PagedModel(QObject* parent) : QAbstractTableModel(parent) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &PagedModel::loadMore);
}

int PagedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_size;
}

void PagedModel::restart(int size) {
    if (size == 0 && m_size == 0 && m_pages.empty()) return;
    beginResetModel();
    ++m_generation;
    m_loading = 0;
    m_size = size;
    m_pages.clear();
    m_wanted.clear();
    forgetPages();
    endResetModel();
}

void PagedModel::change(int kept, int size) {
    kept = std::clamp(kept, 0, std::min(m_size, size));
    if (kept == 0 && m_size > 0) return restart(size);
    if (kept < m_size) {
        beginRemoveRows({}, 0, m_size - kept - 1);
        ++m_generation;
        m_loading = 0;
        m_size = kept;
        for (auto& [page, state] : m_pages) // what was asked for is dropped
            if (std::exchange(state.loading, false)) state.old = true;
        std::erase_if(m_pages, [&](const auto& entry) {
            const bool gone = entry.first >= kept / kPageRows;
            if (gone) forgetPage(entry.first);
            return gone;
        });
        endRemoveRows();
    }
    if (size > m_size) {
        beginInsertRows({}, 0, size - m_size - 1);
        m_size = size;
        endInsertRows();
    }
}

void PagedModel::renewPages() {
    std::vector<std::pair<std::uint64_t, int>> seen;
    for (auto& [page, state] : m_pages) {
        state.old = true;
        seen.emplace_back(state.used, page);
    }
    std::ranges::sort(seen);
    if (seen.size() > kSeenAtOnce) seen.erase(seen.begin(), seen.end() - kSeenAtOnce);
    for (const auto& [used, page] : seen)
        want(page);
}

void PagedModel::look(int page, bool isHere) const {
    const auto found = m_pages.find(page);
    if (found != m_pages.end()) {
        found->second.used = ++m_uses;
        if (found->second.loading || (isHere && !found->second.old)) return;
    }
    want(page);
}

void PagedModel::want(int page) const {
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > kMostWanted) m_wanted.erase(m_wanted.begin()); // scrolled past long ago
    if (!m_timer.isActive()) m_timer.start();
}

void PagedModel::loadMore() {
    while (m_loading < kMostLoading && !m_wanted.empty()) {
        const int page = m_wanted.back();
        m_wanted.pop_back();
        const int first = page * kPageRows;
        if (first >= m_size) continue;
        Page& state = m_pages[page];
        if (state.loading) continue;
        state.loading = true;
        state.old = false;
        state.used = ++m_uses;
        ++m_loading;
        ask(page, first, std::min(kPageRows, m_size - first), m_generation);
    }
}

bool PagedModel::isAwaited(int page, quint64 ticket) {
    if (ticket != m_generation) return false;
    const auto found = m_pages.find(page);
    if (found == m_pages.end() || !found->second.loading) return false;
    found->second.loading = false;
    --m_loading;
    if (found->second.old) want(page); // it changed once more meanwhile
    return true;
}

void PagedModel::placesChanged(int first, int last, int firstColumn, int lastColumn) {
    const int top = std::max(rowOf(last), 0);
    const int bottom = std::min(rowOf(first), m_size - 1);
    const int right = lastColumn < 0 ? columnCount() - 1 : lastColumn;
    if (top <= bottom) emit dataChanged(index(top, firstColumn), index(bottom, right));
}

void PagedModel::dropOldPages() {
    while (m_pages.size() > kMostPages) {
        const auto oldest = std::ranges::min_element(m_pages, {}, [](const auto& entry) {
            return entry.second.loading ? ~std::uint64_t{0} : entry.second.used;
        });
        forgetPage(oldest->first);
        m_pages.erase(oldest);
    }
}

} // namespace gui

#include "moc_PagedModel.cpp"
