#include "rest/rpc/TemplateFeed.h"

#include "node/OnResult.h"
#include "script/Opcode.h"

#include <QPointer>

namespace rest {

namespace {

constexpr qint64 kFreshMs = 5'000;        ///< as long as waiting payments may miss it
constexpr qint64 kMempoolPollMs = 10'000; ///< a long poll ends for new payments after this
constexpr int kFeedLookMs = 1'000;
constexpr std::size_t kMaxWaiting = 200;
constexpr std::size_t kMaxGiven = 64;

} // namespace

QByteArray MiningWork::longPollId() const {
    return QByteArray::fromStdString(work->block.header.previous.toHex()) +
           QByteArray::number(quint64(work->mempoolSequence));
}

MiningWorkRef makeWork(const Result<mining::BlockTemplateRef, consensus::Rejection>& made,
                       std::int64_t nowMs) {
    if (!made) return nullptr;
    auto out = std::make_shared<MiningWork>();
    out->madeMs = nowMs;
    out->work = *made;
    std::map<primitives::TxId, std::size_t> numbers;
    const auto& transactions = out->work->block.transactions;
    for (std::size_t i = 1; i < transactions.size(); ++i) {
        std::vector<std::size_t> depends;
        for (const primitives::TxIn& input : transactions[i]->inputs()) {
            if (const auto parent = numbers.find(input.previous.txid); parent != numbers.end())
                depends.push_back(parent->second);
        }
        out->depends.push_back(std::move(depends));
        numbers[transactions[i]->txid()] = i;
    }
    return out;
}

TemplateFeed::TemplateFeed(node::Node& node) : m_node(node), m_timer(this) {
    connect(&node.chain().feed(), &node::ChainFeed::tipChanged, this, [this] {
        if (!m_waiting.empty()) renew(); // no template for nobody
    });
    connect(&m_timer, &QTimer::timeout, this, &TemplateFeed::look);
}

TemplateFeed::~TemplateFeed() {
    for (auto& [ticket, waiting] : std::exchange(m_waiting, {}))
        waiting.give(nullptr);
}

void TemplateFeed::current(Give give) {
    const auto status = m_node.chain().status();
    if (m_work && m_work->work->block.header.previous == status->tip.hash &&
        m_node.clock().steadyMs() - m_work->madeMs < kFreshMs) {
        return give(m_work);
    }
    node::onResult(
        m_node.chain().makeTemplate(util::Bytes{std::uint8_t(script::Opcode::Op1)}, std::string()), this,
        [this, give](const Result<mining::BlockTemplateRef, consensus::Rejection>& made) {
            m_work = makeWork(made, m_node.clock().steadyMs());
            give(m_work);
        },
        [give] { give(nullptr); });
}

quint64 TemplateFeed::wait(const QByteArray& longPollId, Give give) {
    if (m_waiting.size() >= kMaxWaiting) return 0;
    const quint64 ticket = m_nextTicket++;
    m_waiting[ticket] = {longPollId, m_node.clock().steadyMs(), std::move(give)};
    if (!m_timer.isActive()) m_timer.start(kFeedLookMs);
    look(); // it may be out of date already
    return ticket;
}

void TemplateFeed::cancel(quint64 ticket) {
    m_waiting.erase(ticket);
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
    if (m_waiting.empty()) m_timer.stop();
    for (const Give& give : ready)
        give(work);
}

/// New payments release a poll once it has waited a while; a tip that came between two calls does so at once.
void TemplateFeed::look() {
    const auto status = m_node.chain().status();
    const auto mempool = m_node.chain().mempool();
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
    if (due) renew();
}

void TemplateFeed::renew() {
    m_work.reset();
    current([self = QPointer<TemplateFeed>(this)](const MiningWorkRef& work) {
        if (self && work) self->release(work);
    });
}

} // namespace rest

#include "moc_TemplateFeed.cpp"
