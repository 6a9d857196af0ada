#include "storage/BulkInsert.h"
#include "support/TestProgram.h"

#include "support/Storage.h"

using namespace storage;

class BulkInsertTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open(m_folder->filePath(QStringLiteral("a.sqlite")), {});
        VERIFY_FINE(opened);
        m_database = std::move(*opened);
        VERIFY_FINE(m_database->execute(
            QStringLiteral("CREATE TABLE t (n INTEGER PRIMARY KEY, b BLOB NOT NULL) STRICT")));
    }
    void cleanup() { m_database.reset(); }

    void writesEveryRow_data() {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 7, 8, 9, 16, 100})
            QTest::addRow("%d rows", count) << count;
    }
    void writesEveryRow() {
        QFETCH(int, count);
        BulkInsert insert(*m_database, QStringLiteral("INSERT INTO t (n, b)"), 2);
        BulkInsert::Writer writer(insert);
        for (int number = 0; number < count; ++number)
            VERIFY_FINE(writer.add(number, bytesOf(number))); // the bytes are gone before they are written
        VERIFY_FINE(writer.finish());
        Statement all(*m_database, QStringLiteral("SELECT n, b FROM t ORDER BY n"));
        auto rows = all.select();
        VERIFY_FINE(rows);
        for (int number = 0; number < count; ++number) {
            QVERIFY(rows->next().value());
            QCOMPARE(rows->integer(0), std::int64_t(number));
            QVERIFY(std::ranges::equal(viewOf(rows->bytes(1)), bytesOf(number)));
        }
        QVERIFY(!rows->next().value());
    }

    void forgetsRowsThatWereNotFinished() {
        BulkInsert insert(*m_database, QStringLiteral("INSERT INTO t (n, b)"), 2);
        {
            BulkInsert::Writer writer(insert);
            VERIFY_FINE(writer.add(1, bytesOf(1)));
        }
        BulkInsert::Writer writer(insert);
        VERIFY_FINE(writer.add(2, bytesOf(2)));
        VERIFY_FINE(writer.finish());
        QCOMPARE(m_database->number(QStringLiteral("SELECT sum(n) FROM t")).value(), std::int64_t(2));
    }

    void tellsOfARowThatDoesNotFit() {
        BulkInsert insert(*m_database, QStringLiteral("INSERT INTO t (n, b)"), 2);
        BulkInsert::Writer alone(insert);
        VERIFY_FINE(alone.add(5, bytesOf(5)));
        VERIFY_FINE(alone.finish());
        BulkInsert::Writer again(insert);
        bool failed = false;
        for (int number = 0; number < 8; ++number)
            failed = !again.add(number, bytesOf(number)) || failed;
        QVERIFY(failed);
        BulkInsert::Writer after(insert); // the statement is of use again
        for (int number = 10; number < 18; ++number)
            VERIFY_FINE(after.add(number, bytesOf(number)));
        VERIFY_FINE(after.finish());
        QCOMPARE(m_database->number(QStringLiteral("SELECT count(*) FROM t")).value(), std::int64_t(9));
    }

private:
    static util::Bytes bytesOf(int number) { return util::Bytes(static_cast<std::size_t>(number % 5), 7); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

CAIRN_TEST(BulkInsertTest)
#include "BulkInsertTest.moc"
