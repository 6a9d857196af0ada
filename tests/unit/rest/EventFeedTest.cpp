#include "rest/cairn/EventFeed.h"

#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include <atomic>

using test::MemoryNode;

class EventFeedTest : public QObject {
    Q_OBJECT
private slots:
    /// The node goes on telling while the API comes and goes.
    void leavesWhileTheNodeTells() {
        MemoryNode node(false);
        QVERIFY(node.start());
        std::atomic<bool> isDone = false;
        const auto told = node->chain().engine().ask([&isDone](node::Engine& engine) {
            std::int64_t count = 0;
            for (; !isDone; ++count)
                emit engine.feed().transactionRemoved({}, chain::MempoolLeave::Expired);
            return count;
        });
        node->ioThread()
            .call([&node] {
                for (int i = 0; i < 20'000; ++i)
                    const rest::EventFeed feed(*node);
            })
            .waitForFinished();
        isDone = true;
        QVERIFY(MemoryNode::answer(told) > 0);
    }
};

CAIRN_TEST(EventFeedTest)
#include "EventFeedTest.moc"
