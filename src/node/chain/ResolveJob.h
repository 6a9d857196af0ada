#pragma once

#include "node/chain/Engine.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <memory>

namespace node {

/// Asks every peer for its best chain and waits until this node is level with the best of them, or the time
/// is up; reports what changed since the last such job, also what peers brought by themselves in between.
/// Deletes itself. A peer that fails is no failure of the job. Thread: node.
class ResolveJob : public QObject {
    Q_OBJECT
public:
    /// `isConnecting` tells whether a peer has not said hello yet.
    ResolveJob(Engine& engine, std::function<bool()> isConnecting, int timeoutMs,
               std::shared_ptr<QPromise<ResolveReport>> promise);

private:
    void look();
    void finish();
    Engine& m_engine;
    std::function<bool()> m_isConnecting;
    std::shared_ptr<QPromise<ResolveReport>> m_promise;
    primitives::BlockHash m_startTip;
    QTimer m_timer;
    QTimer m_deadline;
    int m_quietLooks = 0;
};

} // namespace node
