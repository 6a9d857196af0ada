#include "storage/Statement.h"
#include "support/TestProgram.h"

#include "support/Storage.h"

using namespace storage;

static_assert(Bindable<std::int64_t> && Bindable<std::int32_t> && Bindable<std::uint32_t> && Bindable<bool>);
static_assert(Bindable<util::ByteView> && Bindable<util::Bytes> && Bindable<util::ByteArray<32>> &&
              Bindable<QString>);
static_assert(!Bindable<std::uint64_t>, "QtSql would bind it as text");
static_assert(!Bindable<double> && !Bindable<const char*>);

class StatementTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(m_folder->filePath(QStringLiteral("a.sqlite")), {});
        VERIFY_FINE(opened);
        m_database = std::move(*opened);
        VERIFY_FINE(m_database->execute(QStringLiteral("CREATE TABLE t (n INTEGER, b BLOB, s TEXT) STRICT")));
    }
    void cleanup() { m_database.reset(); }

    void givesBackWhatWasBound() {
        Statement put(*m_database, QStringLiteral("INSERT INTO t VALUES (?, ?, ?)"));
        Statement get(*m_database, QStringLiteral("SELECT n, b, s FROM t WHERE n = ?"));
        const std::int64_t numbers[] = {0, -1, std::numeric_limits<std::int64_t>::max(),
                                        std::numeric_limits<std::int64_t>::min(), 4'294'967'295};
        for (const std::int64_t number : numbers) {
            const util::Bytes bytes{0, 255, 0, 7};
            const auto changed = put.run(number, bytes, QStringLiteral("äß\u00a0x"));
            VERIFY_FINE(changed);
            QCOMPARE(*changed, 1);
            auto rows = get.select(number);
            VERIFY_FINE(rows);
            QVERIFY(rows->next().value());
            QCOMPARE(rows->integer(0), number);
            QCOMPARE(rows->bytes(1), QByteArray("\0\xff\0\x07", 4));
            QCOMPARE(rows->text(2), QStringLiteral("äß\u00a0x"));
            QVERIFY(!rows->next().value());
        }
    }

    void keepsEmptyApartFromMissing() {
        Statement put(*m_database, QStringLiteral("INSERT INTO t VALUES (?, ?, ?)"));
        VERIFY_FINE(put.run(1, util::Bytes(), QString()));
        VERIFY_FINE(put.run(std::optional<int>(), std::optional<util::ByteView>(), QStringLiteral("x")));
        QCOMPARE(m_database->number(QStringLiteral("SELECT count(*) FROM t WHERE length(b) = 0 AND s = ''"))
                     .value(),
                 1);
        QCOMPARE(m_database->number(QStringLiteral("SELECT count(*) FROM t WHERE n IS NULL AND b IS NULL"))
                     .value(),
                 1);
    }

    void bindsLargestUnsigned32AsNumber() {
        Statement put(*m_database, QStringLiteral("INSERT INTO t (n) VALUES (?)"));
        VERIFY_FINE(put.run(std::uint32_t{0xffffffff}));
        QCOMPARE(m_database->number(QStringLiteral("SELECT n + 1 FROM t")).value(), 4'294'967'296);
    }

    void saysWhenANumberDoesNotFit() {
        VERIFY_FINE(m_database->execute(QStringLiteral("INSERT INTO t (n) VALUES (4294967296)")));
        Statement get(*m_database, QStringLiteral("SELECT n FROM t"));
        auto rows = get.select();
        QVERIFY(rows->next().value());
        QVERIFY(!rows->fitting<std::uint32_t>(0));
        QCOMPARE(rows->fitting<std::int64_t>(0).value(), 4'294'967'296);
    }

    void worksAgainAfterAnError() {
        VERIFY_FINE(m_database->execute(QStringLiteral("CREATE TABLE u (n INTEGER PRIMARY KEY) STRICT")));
        Statement put(*m_database, QStringLiteral("INSERT INTO u VALUES (?)"));
        VERIFY_FINE(put.run(1));
        const auto again = put.run(1);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, StorageError::Kind::Damaged);
        VERIFY_FINE(put.run(2));
    }

    void refusesSqlThatDoesNotFitTheFile() {
        Statement wrong(*m_database, QStringLiteral("SELECT x FROM nowhere"));
        const auto rows = wrong.select();
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, StorageError::Kind::Damaged);
    }

    void endsAHalfReadSelect() {
        VERIFY_FINE(m_database->setJournal(Database::Journal::Wal));
        for (int i = 0; i < 100; ++i)
            VERIFY_FINE(m_database->execute(QStringLiteral("INSERT INTO t (n) VALUES (%1)").arg(i)));
        Statement all(*m_database, QStringLiteral("SELECT n FROM t ORDER BY n"));
        {
            auto rows = all.select();
            QVERIFY(rows->next().value());
            // A running SELECT is a read transaction: the log cannot be emptied beneath it.
            QVERIFY(!m_database->number(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")) ||
                    m_database->number(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")).value() != 0);
        }
        QCOMPARE(m_database->number(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")).value(), 0);
    }

    void rollsBackATransactionThatDies() {
        {
            auto transaction = Transaction::begin(*m_database);
            VERIFY_FINE(transaction);
            VERIFY_FINE(m_database->execute(QStringLiteral("INSERT INTO t (n) VALUES (1)")));
        }
        QCOMPARE(m_database->number(QStringLiteral("SELECT count(*) FROM t")).value(), 0);
        {
            auto transaction = Transaction::begin(*m_database);
            VERIFY_FINE(transaction);
            VERIFY_FINE(m_database->execute(QStringLiteral("INSERT INTO t (n) VALUES (1)")));
            VERIFY_FINE(transaction->commit());
        }
        QCOMPARE(m_database->number(QStringLiteral("SELECT count(*) FROM t")).value(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

CAIRN_TEST(StatementTest)
#include "StatementTest.moc"
