#include "support/MoneyNode.h"
#include "support/TestProgram.h"

#include "node/wallet/WalletCopies.h"

#include <QDirIterator>

using primitives::Amount;
using primitives::TransactionRef;
using support::MoneyNode;

/// Wallet files that are opened, looked through again, locked and encrypted.
class WalletServiceTest : public QObject {
    Q_OBJECT
private slots:
    void findsWhatAnOldBackupMisses();
    void findsEveryCoinFromAnOldBackupAndFromTheWords();
    void looksAtEveryBlockAgainOnRequest();
    void locksAfterItsTime();
    void leavesNoPlainSecretInItsFiles();
    void putsCopiesOfSealedWalletsAside();
};

namespace {

util::Bytes handOut(MoneyNode& node) {
    return node.wallet(0)->newReceiveAddress("customer")->scriptPubKey;
}

/// A stranger's coin of block `height` to a script, in a block of its own.
void payTo(MoneyNode& node, const primitives::BlockRef& from, const util::Bytes& script) {
    const auto payment = support::spend({support::coinbaseOf(from)}, {{Amount(1'000'000), script}});
    require(node.engine()
                .blocks()
                .submit(node.maker.mineOn(node.tip().hash(), {.transactions = {payment}}))
                .kind == node::BlockSubmission::Kind::Accepted);
    node.run();
}

std::vector<primitives::BlockRef> mine(MoneyNode& node, int count) {
    const auto blocks = node.maker.mineMany(node.tip().hash(), count);
    for (const auto& block : blocks)
        require(node.engine().blocks().submit(block).kind == node::BlockSubmission::Kind::Accepted);
    node.run();
    return blocks;
}

Amount total(MoneyNode& node) {
    return node.wallet(0)->balance(node.service(0).chainHeight()).total();
}

/// Whether the bytes lie in any file below the folder.
bool lies(const QByteArray& secret, const QString& folder) {
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) qFatal("a file cannot be read");
        if (file.readAll().contains(secret)) return true;
    }
    return false;
}

} // namespace

/// A shop whose customers paid out of order: the copy knows the first of sixty addresses, and watches twenty
/// ahead. The fiftieth was paid before the others brought it within sight.
void WalletServiceTest::findsWhatAnOldBackupMisses() {
    MoneyNode node(1);
    const auto blocks = mine(node, 20);
    const QString name = QStringLiteral("shop");
    const QString backup = node.folder.filePath(QStringLiteral("backup"));
    QVERIFY(node.service(0).create(name, {}, {}, {}, true));
    node.run();
    QVERIFY(node.service(0).backUpTo(backup)->has_value());
    std::vector<util::Bytes> scripts;
    for (int i = 0; i < 60; ++i)
        scripts.push_back(handOut(node));
    payTo(node, blocks[0], scripts[50]);
    payTo(node, blocks[1], scripts[18]);
    payTo(node, blocks[2], scripts[35]);
    QCOMPARE(total(node), Amount(3'000'000));
    node.service(0).close();
    QVERIFY(QFile::remove(node.paths.wallet(name)) && QFile::copy(backup, node.paths.wallet(name)));
    QVERIFY(node.service(0).open(name, {}, false));
    node.run();
    QCOMPARE(total(node), Amount(3'000'000));
    QVERIFY(node.wallet(0)->isMine(scripts[59]));
    QCOMPARE(node.wallet(0)->historySize(), std::size_t(3));
}

/// 300 addresses later, the last ones paid first: from a copy of before, and from the words alone.
void WalletServiceTest::findsEveryCoinFromAnOldBackupAndFromTheWords() {
    MoneyNode node(1);
    const auto blocks = mine(node, 30);
    const crypto::SecretString words = "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong";
    const QString name = QStringLiteral("shop");
    const QString backup = node.folder.filePath(QStringLiteral("backup"));
    QVERIFY(node.service(0).create(name, words, {}, {}, true));
    node.run();
    QVERIFY(node.service(0).backUpTo(backup)->has_value());
    std::vector<util::Bytes> scripts;
    for (int i = 0; i < 300; ++i)
        scripts.push_back(handOut(node));
    for (std::size_t i = 0; i < 16; ++i) // every nineteenth: each brings the next within sight
        payTo(node, blocks[i], scripts[std::min<std::size_t>(299, 18 + 19 * (15 - i))]);
    const Amount all(16'000'000);
    QCOMPARE(total(node), all);
    for (const bool isFromWords : {false, true}) {
        node.service(0).close();
        QVERIFY(QFile::remove(node.paths.wallet(name)));
        if (isFromWords) {
            QVERIFY(node.service(0).create(name, words, {}, {}, true));
        } else {
            QVERIFY(QFile::copy(backup, node.paths.wallet(name)) && node.service(0).open(name, {}, false));
        }
        node.run();
        QCOMPARE(total(node), all);
        QCOMPARE(node.wallet(0)->historySize(), std::size_t(16));
        QCOMPARE(node.wallet(0)->coins().size(), std::size_t(16));
        QCOMPARE(std::ranges::count(scripts, handOut(node)), 0); // none is handed out twice
    }
}

void WalletServiceTest::looksAtEveryBlockAgainOnRequest() {
    MoneyNode node(1);
    const auto blocks = mine(node, 20);
    QVERIFY(node.service(0).create(QStringLiteral("w"), {}, {}, {}, true));
    node.run();
    payTo(node, blocks[0], handOut(node));
    const auto history = node.wallet(0)->historyRevision();
    std::vector<std::optional<std::int32_t>> ended;
    const auto done = [&ended](std::optional<std::int32_t> height) { ended.push_back(height); };
    node.service(0).rescan(0, 1'000, done);
    QVERIFY(ended.empty() && node.service(0).published().get()->isOpen);
    node.run();
    QVERIFY(ended == std::vector<std::optional<std::int32_t>>{21});
    QVERIFY(node.wallet(0)->historyRevision() > history); // it was seen again
    QCOMPARE(node.wallet(0)->historySize(), std::size_t(1));
    QCOMPARE(total(node), Amount(1'000'000));
    node.service(0).rescan(3, 7, done);
    QVERIFY(node.service(0).abortRescan());
    QVERIFY(!node.service(0).abortRescan());
    node.run();
    QVERIFY(ended.size() == 2 && !ended.back());
    QCOMPARE(total(node), Amount(1'000'000));
}

void WalletServiceTest::locksAfterItsTime() {
    MoneyNode node(1);
    const crypto::SecretString passphrase = "a long enough one";
    QVERIFY(node.service(0).create(QStringLiteral("w"), {}, {}, passphrase, true));
    QVERIFY(!node.wallet(0)->isLocked());
    node.service(0).setAutoLock(3);
    const auto timers = node.service(0).findChildren<QTimer*>(QStringLiteral("autoLock"));
    QCOMPARE(timers.size(), 1);
    QVERIFY(timers[0]->isActive());
    QCOMPARE(timers[0]->interval(), 180'000);
    timers[0]->start(0);
    QTRY_VERIFY(node.wallet(0)->isLocked());
    QVERIFY(node.service(0).published().get()->locked);
    QVERIFY(node.wallet(0)->unlock(passphrase));
    node.service(0).changed();
    QVERIFY(timers[0]->isActive() && timers[0]->interval() == 180'000);
    node.service(0).setAutoLock(0);
    QVERIFY(!timers[0]->isActive());
    // A time that was asked for holds whatever the setting says.
    QVERIFY(!node.service(0).unlockFor("a wrong one", 60));
    QVERIFY(node.service(0).unlockFor(passphrase, 60));
    node.service(0).publishPending();
    QCOMPARE(node.service(0).published().get()->locksAt.value(), node.clock->now() + 60);
    node.service(0).setAutoLock(5);
    QCOMPARE(timers[0]->interval(), 60'000);
    timers[0]->start(0);
    QTRY_VERIFY(node.wallet(0)->isLocked());
    QVERIFY(!node.service(0).published().get()->locksAt);
    // A time longer than a timer can count is not cut short.
    QVERIFY(node.service(0).unlockFor(passphrase, 50'000'000));
    timers[0]->start(0);
    QTRY_COMPARE(timers[0]->interval(), 1'000'000'000);
    QVERIFY(!node.wallet(0)->isLocked());
    node.clock->advance(49'999'990);
    timers[0]->start(0);
    QTRY_VERIFY(node.wallet(0)->isLocked());
}

/// Pages that became free, the journal, what an earlier step left: all of it counts.
void WalletServiceTest::leavesNoPlainSecretInItsFiles() {
    MoneyNode node(1);
    QVERIFY(node.service(0).create(QStringLiteral("w"), {}, {}, {}, true));
    const auto words = node.wallet(0)->words();
    const QByteArray secret(words->data(), qsizetype(words->size()));
    for (int i = 0; i < 200; ++i)
        (void)handOut(node); // the file grows
    QVERIFY(lies(secret, node.folder.path()));
    QVERIFY(node.wallet(0)->changePassphrase({}, "a passphrase"));
    QVERIFY(!lies(secret, node.folder.path()));
    QVERIFY(!lies(secret.left(secret.indexOf(' ', 30)), node.folder.path())); // nor the half of it
    QVERIFY(node.wallet(0)->changePassphrase("a passphrase", {}));
    QVERIFY(lies(secret, node.folder.path()));
    QVERIFY(node.wallet(0)->changePassphrase({}, "another one"));
    node.service(0).close();
    QVERIFY(!lies(secret, node.folder.path()));
}

void WalletServiceTest::putsCopiesOfSealedWalletsAside() {
    MoneyNode node(1);
    const QString name = QStringLiteral("savings");
    QVERIFY(node.service(0).create(name, {}, {}, {}, true));
    node.run();
    QVERIFY(node.service(0).keepCopy());
    QVERIFY(node::walletCopies(node.paths, name).empty()); // its secrets would lie in the open
    QVERIFY(node.wallet(0)->changePassphrase({}, "of its day"));
    for (std::size_t i = 0; i < node::kMostCopies + 3; ++i) {
        QVERIFY(node.service(0).keepCopy());
        node.clock->advance(60);
    }
    const auto copies = node::walletCopies(node.paths, name);
    QCOMPARE(copies.size(), node::kMostCopies); // the oldest went
    QCOMPARE(copies[0].time - copies[1].time, qint64(60));
    QVERIFY(node::walletCopies(node.paths, QStringLiteral("sav")).empty());
    node.clock->setNow(node.clock->now() - 86'400); // a clock that was set back: the newest is not the oldest
    QVERIFY(node.service(0).keepCopy());
    const auto later = node::walletCopies(node.paths, name);
    QCOMPARE(later.size(), node::kMostCopies);
    QVERIFY(later.back().time < copies.back().time);
    QVERIFY(node.service(0).drillCopy(later.back().path)->isThisWallet);
    QVERIFY(node.service(0).restore(QStringLiteral("again"), later.back().path));
    QVERIFY(node.wallet(0)->isLocked() && node.wallet(0)->unlock("of its day"));
}

CAIRN_TEST(WalletServiceTest)
#include "WalletServiceTest.moc"
