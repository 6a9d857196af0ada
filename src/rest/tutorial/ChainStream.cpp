#include "rest/tutorial/ChainStream.h"

#include "consensus/Target.h"
#include "node/OnResult.h"
#include "rest/json/ChainJson.h"

namespace rest {

namespace {

constexpr std::int32_t kChainPage = 20;
constexpr qsizetype kPageBytes = 512 * 1024; ///< a page ends early beyond this

/// What stands before a block: its parent, and the work up to there.
struct Place {
    primitives::BlockHash hash;
    consensus::Uint256 work;
};

/// A page of blocks as JSON, each with a comma before it but the array's first.
struct Page {
    QByteArray json;
    std::int32_t next = 0;
    Place last;
    bool broken = false;
};

Page makePage(explorer::ExplorerQueries& queries, const ChainSpan& span, std::int32_t from,
              const Place& before) {
    Page page;
    page.next = from;
    page.last = before;
    JsonWriter json;
    QByteArray& out = page.json;
    for (; page.next <= span.to && page.next < from + kChainPage && out.size() < kPageBytes; ++page.next) {
        const auto block = queries.blockAt(page.next);
        if (!block || !*block || (!page.last.hash.isNull() && (*block)->header.previous != page.last.hash)) {
            page.broken = true;
            return page;
        }
        json.beginObject();
        page.last = {(*block)->row.hash, page.last.work + consensus::workOf((*block)->header.bits)};
        writeBlockFields(json, **block, page.last.work);
        json.key("transactions").beginArray();
        if (span.transactions) {
            const auto transactions =
                queries.blockTransactions((*block)->row.hash, 0, std::size_t((*block)->row.transactionCount));
            if (!transactions) {
                page.broken = true;
                return page;
            }
            for (const auto& transaction : *transactions)
                writeTransaction(json, transaction);
        }
        json.endArray().endObject();
        QByteArray text = json.take();
        if (text.startsWith(',')) text.remove(0, 1);
        if (page.next != span.from) out += ',';
        out += text;
    }
    return page;
}

} // namespace

ChainStream::ChainStream(node::Node& node, QObject* context, ChainSpan span)
    : m_node(node), m_context(context), m_span(std::move(span)), m_next(m_span.from) {}

void ChainStream::next(std::function<void(Piece)> give) {
    QByteArray before;
    if (!m_started) {
        m_started = true;
        before = m_span.head + '[';
    }
    if (m_next > m_span.to) {
        give({before + ']' + m_span.tail, true, false});
        return;
    }
    if (before.isEmpty() || m_next == 0) return nextPage(before, give);
    // What lies below the first block is known to the tree in memory alone.
    auto place = m_node.chain().ask([height = m_next - 1](const node::ChainView& view) {
        const chain::HeaderEntry* entry = view.chain().at(height);
        return entry == nullptr ? Place{} : Place{entry->hash(), entry->chainWork};
    });
    node::onResult(
        place, m_context,
        [this, self = shared_from_this(), give, before](const Place& below) {
            if (below.hash.isNull()) return give({{}, true, true}); // the chain became shorter meanwhile
            m_lastHash = below.hash;
            m_work = below.work;
            nextPage(before, give);
        },
        [give] {
            give({{}, true, true});
        });
}

void ChainStream::nextPage(const QByteArray& before, const std::function<void(Piece)>& give) {
    auto page = m_node.chain().query(
        [span = m_span, from = m_next, last = Place{m_lastHash, m_work}](explorer::ExplorerQueries& queries) {
            return makePage(queries, span, from, last);
        });
    node::onResult(
        page, m_context,
        [this, self = shared_from_this(), give, before](const Page& made) {
            m_next = made.next;
            m_lastHash = made.last.hash;
            m_work = made.last.work;
            const bool last = m_next > m_span.to;
            give({before + made.json + (last ? ']' + m_span.tail : QByteArray()), last, made.broken});
        },
        [give] {
            give({{}, true, true});
        });
}

} // namespace rest
