#include "rest/rpc/TemplateFeed.h"

#include "node/OnResult.h"
#include "script/Opcode.h"

#include <QPointer>

namespace rest {

namespace {

constexpr qint64 kFreshMs = 5'000;        ///< as long as waiting payments may miss it
constexpr qint64 kMempoolPollMs = 10'000; ///< a long poll ends for new payments after this
constexpr int kLookMs = 1'000;
constexpr std::size_t kMaxWaiting = 200;
constexpr std::size_t kMaxGiven = 64;

} // namespace

QByteArray MiningWork::longPollId() const {
    return QByteArray::fromStdString(work->block.header.previous.toHex()) +
           QByteArray::number(quint64(work->mempoolSequence));
}

MiningWorkRef makeWork(node::Engine& engine, const util::Bytes& script, std::string_view tag,
                       std::int64_t nowMs) {
    auto out = std::make_shared<MiningWork>();
    out->madeMs = nowMs;
    const auto made = engine.makeTemplate(script, tag, true);
    if (!made) return nullptr;
    out->work = *made;
    std::map<primitives::TxId, std::size_t> numbers;
    const auto& transactions = out->work->block.transactions;
    for (std::size_t i = 1; i < transactions.size(); ++i) {
        const auto* entry = engine.mempool().find(transactions[i]->txid());
        std::vector<std::size_t> depends;
        for (const primitives::TxIn& input : transactions[i]->inputs()) {
            if (const auto parent = numbers.find(input.previous.txid); parent != numbers.end())
                depends.push_back(parent->second);
        }
        out->sigOpCosts.push_back(entry == nullptr ? 0 : entry->sigOpCost);
        out->depends.push_back(std::move(depends));
        numbers[transactions[i]->txid()] = i;
    }
    return out;
}

/// Both threads read it: how many wait, so that a new tip makes no template for nobody.
struct TemplateFeed::Shared {
    std::atomic<int> waiting = 0;
};

TemplateFeed::TemplateFeed(node::Node& node)
    : m_node(node), m_shared(std::make_shared<Shared>()), m_timer(this) {
    node::Engine* const engine = node.engineNews();
    const QPointer<TemplateFeed> self(this);
    // On the node thread: the work is made and posted before the submission that brought the tip is answered.
    m_connection = connect(
        engine, &node::Engine::tipChanged, engine,
        [self, engine, shared = m_shared, &clock = node.clock(), &io = node.ioThread()] {
            if (shared->waiting == 0) return;
            const auto work =
                makeWork(*engine, util::Bytes{std::uint8_t(script::Opcode::Op1)}, {}, clock.steadyMs());
            io.post([self, work] {
                if (self) self->release(work);
            });
        },
        Qt::DirectConnection);
    connect(&m_timer, &QTimer::timeout, this, &TemplateFeed::look);
}

TemplateFeed::~TemplateFeed() {
    disconnect(m_connection);
    for (auto& [ticket, waiting] : std::exchange(m_waiting, {}))
        waiting.give(nullptr);
}

void TemplateFeed::current(Give give) {
    const auto status = m_node.chainStatus();
    if (m_work && m_work->work->block.header.previous == status->tip.hash &&
        m_node.clock().steadyMs() - m_work->madeMs < kFreshMs) {
        return give(m_work);
    }
    auto made = m_node.withEngine([now = m_node.clock().steadyMs()](node::Engine& engine) {
        return makeWork(engine, util::Bytes{std::uint8_t(script::Opcode::Op1)}, {}, now);
    });
    node::onResult(
        made, this,
        [this, give](const MiningWorkRef& work) {
            m_work = work;
            give(work);
        },
        [give] { give(nullptr); });
}

quint64 TemplateFeed::wait(const QByteArray& longPollId, Give give) {
    if (m_waiting.size() >= kMaxWaiting) return 0;
    const quint64 ticket = m_nextTicket++;
    m_waiting[ticket] = {longPollId, m_node.clock().steadyMs(), std::move(give)};
    m_shared->waiting = int(m_waiting.size());
    if (!m_timer.isActive()) m_timer.start(kLookMs);
    look(); // it may be out of date already
    return ticket;
}

void TemplateFeed::cancel(quint64 ticket) {
    m_waiting.erase(ticket);
    m_shared->waiting = int(m_waiting.size());
    if (m_waiting.empty()) m_timer.stop();
}

void TemplateFeed::remember(const MiningWorkRef& work) {
    m_given.push_back(work);
    if (m_given.size() > kMaxGiven) m_given.pop_front();
}

MiningWorkRef TemplateFeed::remembered(const primitives::MerkleRoot& root) const {
    for (const MiningWorkRef& work : m_given) {
        if (work->work->block.header.merkleRoot == root) return work;
    }
    return nullptr;
}

std::string TemplateFeed::nextWorkTag() {
    return "/Cairn/" + std::to_string(m_nextTag++);
}

/// Everybody whose work is not this one.
void TemplateFeed::release(const MiningWorkRef& work) {
    if (!work) return;
    m_work = work;
    const QByteArray id = work->longPollId();
    std::vector<Give> ready;
    std::erase_if(m_waiting, [&](auto& item) {
        if (item.second.longPollId == id) return false;
        ready.push_back(std::move(item.second.give));
        return true;
    });
    m_shared->waiting = int(m_waiting.size());
    if (m_waiting.empty()) m_timer.stop();
    for (const Give& give : ready)
        give(work);
}

/// New payments release a poll once it has waited a while; a tip that came between two calls does so at once.
void TemplateFeed::look() {
    const auto status = m_node.chainStatus();
    const auto mempool = m_node.mempool();
    const QByteArray tip = QByteArray::fromStdString(status->tip.hash.toHex());
    const QByteArray sequence = QByteArray::number(quint64(mempool->sequence));
    const qint64 now = m_node.clock().steadyMs();
    bool due = false;
    for (const auto& [ticket, waiting] : m_waiting) {
        const bool otherTip = !waiting.longPollId.startsWith(tip);
        const bool newPayments =
            waiting.longPollId != tip + sequence && now - waiting.sinceMs >= kMempoolPollMs;
        due = due || otherTip || newPayments;
    }
    if (!due) return;
    m_work.reset(); // made anew
    const QPointer<TemplateFeed> self(this);
    current([self](const MiningWorkRef& work) {
        if (self && work) self->release(work);
    });
}

} // namespace rest
