#include "rest/http/AnswerCache.h"

#include "rest/esplora/EsploraText.h"
#include "rest/http/ForwardingResponder.h"

namespace rest {

namespace {

constexpr qsizetype kMostBytesEach = 64 * 1024;
constexpr qsizetype kOverhead = 300; ///< of one entry, about

} // namespace

class AnswerCache::Keeper final : public ForwardingResponder {
public:
    Keeper(AnswerCache& cache, QByteArray target, ResponderRef inner)
        : ForwardingResponder(std::move(inner)), m_cache(cache), m_target(std::move(target)),
          m_generation(cache.m_generation) {}
    void send(HttpResponse response) override {
        if (m_generation == m_cache.m_generation) m_cache.keep(m_target, response);
        forward(std::move(response));
    }

private:
    AnswerCache& m_cache;
    QByteArray m_target;
    quint64 m_generation;
};

const HttpResponse* AnswerCache::find(const QByteArray& target) const {
    const auto found = m_answers.constFind(target);
    return found == m_answers.constEnd() ? nullptr : &*found;
}

ResponderRef AnswerCache::keeping(const QByteArray& target, ResponderRef responder) {
    return std::make_shared<Keeper>(*this, target, std::move(responder));
}

void AnswerCache::keep(const QByteArray& target, const HttpResponse& response) {
    const qsizetype size = response.body.size() + target.size() + kOverhead;
    const bool lasts =
        response.branchTip.isEmpty() ? response.cacheControl == kCacheForever : response.branchTip == m_tip;
    if (response.status != 200 || response.stream || !lasts || size > kMostBytesEach) return;
    if (m_answers.contains(target)) return;
    if (m_bytes + size > m_mostBytes) clear();
    m_answers.insert(target, response);
    m_bytes += size;
}

void AnswerCache::clear() {
    m_answers.clear();
    m_bytes = 0;
    ++m_generation;
}

} // namespace rest
