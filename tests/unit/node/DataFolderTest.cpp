#include "node/DataFolder.h"
#include "support/TestProgram.h"

using namespace node;
using StartKind = StartError::Kind;

class DataFolderTest : public QObject {
    Q_OBJECT
private slots:
    void namesFoldersPlainly();
    void refusesUnknownNetworks();
    void refusesABrokenCard();
    void locksAFolderOnce();
    void keepsRegtestAsItIs();
    void keepsTheCardBesideTheChain();
    void knowsNetworksByTheirCards();
};

void DataFolderTest::namesFoldersPlainly() {
    QCOMPARE(folderNameOf(QStringLiteral("Lab 12")), QStringLiteral("lab-12"));
    QCOMPARE(folderNameOf(QStringLiteral("../../etc")), QStringLiteral("etc"));
    QCOMPARE(folderNameOf(QStringLiteral("sandbox")), QStringLiteral("sandbox"));
    QVERIFY(folderNameOf(QStringLiteral("Åß")).startsWith(QStringLiteral("network-")));
}

void DataFolderTest::refusesUnknownNetworks() {
    QTemporaryDir root;
    const auto choice = chooseNetwork(root.path(), QStringLiteral("nowhere"), {});
    QVERIFY(!choice.has_value());
    QCOMPARE(choice.error().kind, StartKind::UnknownNetwork);
    QCOMPARE(choice.error().known, (QStringList{QStringLiteral("sandbox"), QStringLiteral("regtest")}));
}

void DataFolderTest::refusesABrokenCard() {
    QTemporaryDir root;
    QFile card(root.filePath(QStringLiteral("x.cairn")));
    QVERIFY(card.open(QIODevice::WriteOnly));
    card.write("{\"cairn_network\":1}");
    card.close();
    const auto choice = chooseNetwork(root.path(), card.fileName(), {});
    QVERIFY(!choice.has_value());
    QCOMPARE(choice.error().kind, StartKind::NotACard);
    QCOMPARE(choice.error().path, card.fileName());
    QVERIFY(choice.error().card && choice.error().card->kind == consensus::CardError::Kind::Missing);
}

void DataFolderTest::locksAFolderOnce() {
    QTemporaryDir root;
    const DataPaths paths{root.filePath(QStringLiteral("regtest"))};
    QVERIFY(makeFolders(paths));
    auto first = lockFolder(paths);
    QVERIFY(first.has_value());
    const auto second = lockFolder(paths);
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().kind, StartKind::FolderInUse);
    QCOMPARE(second.error().process, QCoreApplication::applicationPid());
    first->reset();
    QVERIFY(lockFolder(paths).has_value());
}

void DataFolderTest::keepsRegtestAsItIs() {
    QTemporaryDir root;
    qputenv("BLOCK_REWARD", "25");
    const auto overrides = ruleOverridesFromEnvironment();
    qunsetenv("BLOCK_REWARD");
    QVERIFY(overrides.has_value());
    const auto choice = chooseNetwork(root.path(), QStringLiteral("regtest"), *overrides);
    QVERIFY(!choice.has_value());
    QCOMPARE(choice.error().kind, StartKind::FixedRules);
    QCOMPARE(choice.error().differences.size(), std::size_t(1));
    QCOMPARE(choice.error().differences[0].rule, std::string("block_reward"));
    QCOMPARE(choice.error().differences[0].ours, std::string("50.00000000"));
    QVERIFY(chooseNetwork(root.path(), QStringLiteral("regtest"), {}).has_value());
}

void DataFolderTest::keepsTheCardBesideTheChain() {
    QTemporaryDir root;
    const DataPaths paths{root.filePath(QStringLiteral("lab-12"))};
    QVERIFY(makeFolders(paths));
    consensus::NetworkCard card;
    card.name = "Lab 12";
    QVERIFY(keepCard(paths, card));
    const auto choice = chooseNetwork(root.path(), paths.card(), {});
    QVERIFY(choice.has_value());
    QCOMPARE(choice->params.card, card);
    QVERIFY(!keepCard(DataPaths{root.filePath(QStringLiteral("none/there"))}, card));
}

void DataFolderTest::knowsNetworksByTheirCards() {
    QTemporaryDir root;
    QVERIFY(knownNetworkCards(root.path()).empty());
    consensus::NetworkCard card;
    card.name = "Lab 12";
    const auto stored = storeCard(root.path(), card);
    QVERIFY(stored.has_value());
    QVERIFY(knownNetworkCards(root.path()).empty()); // a card alone is no network yet
    for (const char* folder : {"lab-12", "regtest", "broken"}) {
        const DataPaths paths{root.filePath(QLatin1String(folder))};
        QVERIFY(makeFolders(paths));
        QFile chain(paths.chain());
        QVERIFY(chain.open(QIODevice::WriteOnly));
        if (qstrcmp(folder, "lab-12") == 0) QVERIFY(keepCard(paths, card));
    }
    const auto known = knownNetworkCards(root.path());
    QCOMPARE(known.size(), std::size_t{2});
    QCOMPARE(known[0].folder, QStringLiteral("lab-12"));
    QCOMPARE(known[0].name, QStringLiteral("Lab 12"));
    QCOMPARE(known[0].genesis, consensus::paramsFromCard(card).genesisHash);
    QCOMPARE(known[1].genesis, consensus::regtestParams().genesisHash);
}

CAIRN_TEST(DataFolderTest)
#include "DataFolderTest.moc"
