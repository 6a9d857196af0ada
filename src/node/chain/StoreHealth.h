#pragma once

#include "chain/StoreError.h"
#include "node/chain/ChainFeed.h"

namespace node {

/// Whether the chain's disk still takes what it is given. The first failure stops the chain, is logged and
/// told once. Owned by Engine. Thread: node.
class StoreHealth {
public:
    /// `path`: of the database, for the sentence.
    StoreHealth(ChainFeed& feed, QString path) : m_feed(feed), m_path(std::move(path)) {}

    [[nodiscard]] bool hasFailed() const { return m_failed; }
    void fail(const chain::StoreError& error);
    /// For results that say nothing when all is well. True when it is.
    template <class T>
    bool check(const Result<T, chain::StoreError>& result) {
        if (!result) fail(result.error());
        return result.has_value();
    }

private:
    ChainFeed& m_feed;
    QString m_path;
    bool m_failed = false;
};

} // namespace node
