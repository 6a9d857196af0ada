#pragma once

#include "node/Node.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace rest {

/// A block to be mined by others, with what getblocktemplate tells of it.
struct MiningWork {
    mining::BlockTemplateRef work;
    std::vector<std::vector<std::size_t>>
        depends; ///< numbers of earlier transactions, from 1; one a transaction after the coinbase
    std::int64_t madeMs = 0; ///< steady clock
    [[nodiscard]] QByteArray longPollId() const;
};
using MiningWorkRef = std::shared_ptr<const MiningWork>;
/// Null where there is no template.
MiningWorkRef makeWork(const Result<mining::BlockTemplateRef, consensus::Rejection>& made,
                       std::int64_t nowMs);

/// Work for miners outside, and the long polls that wait for newer work: a new tip releases them at once.
/// Owned by ApiService. Thread: io.
class TemplateFeed : public QObject {
    Q_OBJECT
public:
    explicit TemplateFeed(node::Node& node);
    ~TemplateFeed() override;

    using Give = std::function<void(const MiningWorkRef&)>; ///< null: the node is stopping
    /// Work on the tip, at most a few seconds old.
    void current(Give give);
    /// What was made last, for the tip or one before; null: nothing yet.
    [[nodiscard]] const MiningWorkRef& latest() const { return m_work; }
    /// Work as soon as it differs from the one of that id. Gives a ticket; 0: too many wait already, `give`
    /// will not be called.
    quint64 wait(const QByteArray& longPollId, Give give);
    void cancel(quint64 ticket);
    /// Work given out by getwork, found again by its Merkle root; the last ones are kept.
    void remember(const MiningWorkRef& work);
    [[nodiscard]] MiningWorkRef remembered(const primitives::MerkleRoot& root) const;
    /// A coinbase tag of its own for every work, so that no two miners do the same.
    [[nodiscard]] std::string nextWorkTag();

private:
    void release(const MiningWorkRef& work);
    void look();
    void renew();

    struct Waiting {
        QByteArray longPollId;
        qint64 sinceMs;
        Give give;
    };
    node::Node& m_node;
    MiningWorkRef m_work;
    std::map<quint64, Waiting> m_waiting;
    quint64 m_nextTicket = 1;
    std::deque<MiningWorkRef> m_given;
    quint64 m_nextTag = 1;
    QTimer m_timer;
};

} // namespace rest
