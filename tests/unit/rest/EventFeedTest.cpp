#include "rest/cairn/EventFeed.h"

#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include <atomic>
#include <thread>

using test::MemoryNode;

class EventFeedTest : public QObject {
    Q_OBJECT
private slots:
    /// The node goes on telling while the API comes and goes.
    void leavesWhileTheNodeTells() {
        MemoryNode node(false);
        QVERIFY(node.start());
        constexpr std::int64_t kNewsAFeed = 100; // not more: on a busy computer they would pile up
        std::atomic<bool> isDone = false;
        std::atomic<std::int64_t> feeds = 0;
        const auto told = node->chain().engine().ask([&](node::Engine& engine) {
            std::int64_t count = 0;
            while (!isDone) {
                if (count > kNewsAFeed * (feeds + 1)) {
                    std::this_thread::yield();
                    continue;
                }
                emit engine.feed().transactionRemoved({}, chain::MempoolLeave::Expired);
                ++count;
            }
            return count;
        });
        node->ioThread()
            .call([&] {
                for (; feeds < 20'000; ++feeds)
                    const rest::EventFeed feed(*node);
            })
            .waitForFinished();
        isDone = true;
        QVERIFY(MemoryNode::answer(told) > 0);
    }
};

CAIRN_TEST(EventFeedTest)
#include "EventFeedTest.moc"
