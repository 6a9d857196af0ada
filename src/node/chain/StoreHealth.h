#pragma once

#include "chain/StoreError.h"
#include "node/chain/ChainFeed.h"

namespace node {

/// Whether the chain's disk takes what it is given. The first failure stops the chain, is logged and told
/// once. A full disk is left when there is room again, everything else by a new start. Owned by Engine.
/// Thread: node.
class StoreHealth {
public:
    /// `path`: of the database; empty: in memory.
    StoreHealth(ChainFeed& feed, QString path) : m_feed(feed), m_path(std::move(path)) {}

    /// Nothing can be stored now: no blocks, no payments, no templates.
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    /// There is no room; otherwise the disk or the file is broken.
    [[nodiscard]] bool isFull() const { return m_failed && m_kind == chain::StoreError::Kind::Full; }
    void fail(const chain::StoreError& error);
    /// For results that say nothing when all is well. True when it is.
    template <class T>
    bool check(const Result<T, chain::StoreError>& result) {
        if (!result) fail(result.error());
        return result.has_value();
    }
    /// It was full and has room again: writing may be tried again.
    bool comesBack();
    /// Nothing while all is well.
    [[nodiscard]] std::optional<DiskProblem> problem() const;

private:
    ChainFeed& m_feed;
    QString m_path;
    chain::StoreError::Kind m_kind = chain::StoreError::Kind::Io;
    bool m_failed = false;
};

} // namespace node
