#include "node/chain/Engine.h"

#include "support/EngineBench.h"
#include "support/TestProgram.h"

#include <QTest>

using support::EngineBench;
using support::hashOf;

class EngineTest : public QObject {
    Q_OBJECT
private slots:
    /// Whoever said to stay is not asked again for that fork, also after a restart; for another one he is.
    void staysOnOurChainOverARestart() {
        node::Settings settings;
        QVERIFY(settings.set(QStringLiteral("reorganisation_brake"), QStringLiteral("2"),
                             node::SettingSource::CommandLine));
        EngineBench bench(4, settings);
        QVERIFY(bench.engine.state().put(QStringLiteral("was_in_step"), "1").has_value());
        bench.engine.close();
        std::unique_ptr<node::Engine> engine;
        const auto open = [&] {
            if (engine) engine->close();
            engine = std::make_unique<node::Engine>(
                node::Engine::Config{bench.params, bench.folder.filePath(QStringLiteral("chain.sqlite")),
                                     settings, bench.clock},
                bench.feed);
            QVERIFY(engine->open().has_value());
        };
        const auto offer = [&](const std::vector<primitives::BlockRef>& blocks) {
            for (const auto& block : blocks)
                static_cast<void>(engine->blocks().submit(block));
            QCOMPARE(engine->view().chain().tip().height(), 4);
        };
        open();
        QVERIFY(!engine->heldBranch());
        engine->declineHeldBranch(); // nothing to decline
        const auto branch = bench.maker.mineMany(hashOf(bench.blocks[0]), 5);
        offer(branch);
        QVERIFY(engine->heldBranch());
        QCOMPARE(engine->heldBranch()->replaces, 3);
        QVERIFY(!engine->heldBranch()->isDeclined);
        engine->declineHeldBranch();
        QVERIFY(engine->heldBranch()->isDeclined);
        open();
        offer({bench.maker.mineOn(branch.back())});
        QVERIFY(engine->heldBranch());
        QCOMPARE(engine->heldBranch()->height, 7);
        QVERIFY(engine->heldBranch()->isDeclined);
        offer(bench.maker.mineMany(bench.params.genesisHash, 9));
        QCOMPARE(engine->heldBranch()->height, 9);
        QVERIFY(!engine->heldBranch()->isDeclined);
        engine->close();
    }
};

CAIRN_TEST(EngineTest)
#include "EngineTest.moc"
