#include "storage/SqliteWaitingStore.h"

#include "storage/ChainDatabase.h"
#include "storage/ChainSchema.h"
#include "support/Storage.h"

#include "support/TestProgram.h"

using namespace storage;

namespace {

WaitingTransaction waitingNumber(std::uint32_t number, std::size_t size = 20) {
    primitives::TransactionParts parts;
    parts.inputs.push_back(
        {{primitives::TxId(), number}, {}, primitives::kSequenceFinal, {util::Bytes(size, 7)}});
    parts.outputs.push_back({primitives::Amount(number), {0x51}});
    return {std::make_shared<const primitives::Transaction>(std::move(parts)), 1'000 + number};
}

primitives::TxId idOf(const WaitingTransaction& waiting) {
    return waiting.transaction->txid();
}

/// The list of version 1.
QByteArray oldList(const std::vector<WaitingTransaction>& transactions) {
    util::ByteWriter writer;
    writer.compactSize(transactions.size());
    for (const WaitingTransaction& waiting : transactions) {
        writer.i64(waiting.time);
        waiting.transaction->write(writer);
    }
    const util::Bytes bytes = writer.take();
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

} // namespace

class SqliteWaitingStoreTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("chain.sqlite"));
        open();
    }
    void cleanup() {
        m_store.reset();
        m_database.reset();
    }

    void keepsRowsInTheirOrder() {
        const std::vector all = {waitingNumber(3), waitingNumber(1), waitingNumber(2)};
        VERIFY_FINE(m_store->update(all, {}));
        VERIFY_FINE(m_store->update(std::vector{waitingNumber(0, 100'000)}, {}));
        open(); // again
        const auto loaded = m_store->load();
        VERIFY_FINE(loaded);
        QCOMPARE(loaded->size(), std::size_t(4));
        for (std::size_t i = 0; i < all.size(); ++i) {
            QVERIFY((*loaded)[i].transaction->serialize() == all[i].transaction->serialize());
            QCOMPARE((*loaded)[i].time, all[i].time);
        }
        QCOMPARE(idOf(loaded->back()), idOf(waitingNumber(0)));
    }

    void changesNothingThatIsSo() {
        VERIFY_FINE(m_store->update(std::vector{waitingNumber(1), waitingNumber(2)}, {}));
        VERIFY_FINE(m_store->update(std::vector{waitingNumber(2), waitingNumber(3)},
                                    std::vector{idOf(waitingNumber(1)), idOf(waitingNumber(7))}));
        QCOMPARE(ids(), (std::vector{idOf(waitingNumber(2)), idOf(waitingNumber(3))}));
        const qint64 changes = totalChanges();
        VERIFY_FINE(m_store->update({}, {}));
        QCOMPARE(totalChanges(), changes);
    }

    void writesAllOrNothing() {
        VERIFY_FINE(m_store->update(std::vector{waitingNumber(1)}, {}));
        VERIFY_FINE(m_database->execute(QStringLiteral("PRAGMA max_page_count = 1"))); // it stays as it is
        const auto full = m_store->update(std::vector{waitingNumber(2), waitingNumber(3, 1'000'000)},
                                          std::vector{idOf(waitingNumber(1))});
        QVERIFY(!full);
        QCOMPARE(full.error().kind, StorageError::Kind::Full);
        QCOMPARE(ids(), std::vector{idOf(waitingNumber(1))});
    }

    void dropsWhatCannotBeRead() {
        VERIFY_FINE(m_store->update(std::vector{waitingNumber(1), waitingNumber(2), waitingNumber(3)}, {}));
        VERIFY_FINE(
            m_database->execute(QStringLiteral("UPDATE waiting SET bytes = x'0102' WHERE sequence = 2")));
        QCOMPARE(ids(), (std::vector{idOf(waitingNumber(1)), idOf(waitingNumber(3))}));
        QCOMPARE(m_database->number(QStringLiteral("SELECT count(*) FROM waiting")).value(), qint64(2));
    }

    // A file of the first version: two lists among the named values, and no table.
    void bringsOverTheListsOfVersion1() {
        cleanup();
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::copy(support::dataFile(QStringLiteral("chain-version1.sqlite")), m_path));
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
        {
            const auto old = Database::open(m_path, {});
            VERIFY_FINE(old);
            Statement put(**old, QStringLiteral("INSERT INTO state (key, value) VALUES (?, ?)"));
            QByteArray cutOff = oldList({waitingNumber(1), waitingNumber(2), waitingNumber(9)});
            cutOff.chop(3);
            VERIFY_FINE(put.run(QStringLiteral("waiting"), viewOf(cutOff)));
            VERIFY_FINE(put.run(QStringLiteral("waiting_recent"),
                                viewOf(oldList({waitingNumber(2), waitingNumber(4)}))));
        }
        {
            const auto database = ChainDatabase::open(m_path);
            VERIFY_FINE(database);
            const auto loaded = (*database)->waiting().load();
            VERIFY_FINE(loaded);
            QCOMPARE(loaded->size(), std::size_t(3));
            QCOMPARE(loaded->front().time, waitingNumber(1).time);
            QVERIFY(!(*database)->state().get(QStringLiteral("waiting")).value());
            QVERIFY(!(*database)->state().get(QStringLiteral("waiting_recent")).value());
            QVERIFY((*database)->state().get(QStringLiteral("card")).value()); // and nothing else went
        }
        open();
        QCOMPARE(ids(),
                 (std::vector{idOf(waitingNumber(1)), idOf(waitingNumber(2)), idOf(waitingNumber(4))}));
    }

private:
    void open() {
        cleanup();
        auto opened = openMigrated(m_path, {}, chainSchema(), Database::Journal::Wal);
        VERIFY_FINE(opened);
        m_database = std::move(*opened);
        m_store = std::make_unique<SqliteWaitingStore>(*m_database);
    }
    std::vector<primitives::TxId> ids() {
        const auto loaded = m_store->load();
        std::vector<primitives::TxId> out;
        if (!loaded) return out;
        for (const WaitingTransaction& waiting : *loaded)
            out.push_back(idOf(waiting));
        return out;
    }
    qint64 totalChanges() { return m_database->number(QStringLiteral("SELECT total_changes()")).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SqliteWaitingStore> m_store;
};

CAIRN_TEST(SqliteWaitingStoreTest)
#include "SqliteWaitingStoreTest.moc"
