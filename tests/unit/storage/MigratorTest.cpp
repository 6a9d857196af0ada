#include "storage/Migrator.h"
#include "support/TestProgram.h"

#include "support/Storage.h"

using namespace storage;

namespace {

const std::vector<Migration> kSteps = {
    {"Names.", {"CREATE TABLE names (name TEXT NOT NULL) STRICT"}},
    {"Ages.",
     {"ALTER TABLE names ADD COLUMN age INTEGER NOT NULL DEFAULT 7", "CREATE INDEX ages ON names (age)"}},
};
const std::vector<Migration> kBroken = {
    kSteps[0],
    {"Half of it works.", {"CREATE TABLE more (n INTEGER) STRICT", "CREATE TABLE names (n INTEGER) STRICT"}},
};

Schema schemaOf(std::span<const Migration> steps, std::int32_t id = 0x1234) {
    return {"a test file", id, steps};
}

} // namespace

class MigratorTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("a.sqlite"));
    }

    void runsEveryStepOnANewFile() {
        auto database = openAt(kSteps);
        VERIFY_FINE(database);
        QCOMPARE((*database)->number(QStringLiteral("PRAGMA user_version")).value(), 2);
        QCOMPARE((*database)->number(QStringLiteral("PRAGMA application_id")).value(), 0x1234);
        VERIFY_FINE((*database)->execute(QStringLiteral("INSERT INTO names (name) VALUES ('a')")));
        QCOMPARE((*database)->text(QStringLiteral("PRAGMA journal_mode")).value(), QStringLiteral("wal"));
    }

    void upgradesAndKeepsTheRows() {
        {
            auto database = openAt(std::span(kSteps).first(1));
            VERIFY_FINE((*database)->execute(QStringLiteral("INSERT INTO names (name) VALUES ('a')")));
        }
        auto database = openAt(kSteps);
        VERIFY_FINE(database);
        QCOMPARE((*database)->number(QStringLiteral("SELECT age FROM names WHERE name = 'a'")).value(), 7);
        VERIFY_FINE(checkVersion(**database, schemaOf(kSteps)));
    }

    void undoesAFailedUpgrade() {
        { VERIFY_FINE(openAt(std::span(kSteps).first(1))); }
        auto database = Database::open(m_path, {});
        const auto done = migrate(**database, schemaOf(kBroken), Database::Journal::Wal);
        QVERIFY(!done);
        QCOMPARE((*database)->number(QStringLiteral("PRAGMA user_version")).value(), 1);
        QCOMPARE((*database)->number(QStringLiteral("SELECT count(*) FROM sqlite_schema")).value(), 1);
    }

    void refusesANewerFile() {
        { VERIFY_FINE(openAt(kSteps)); }
        const auto older = openAt(std::span(kSteps).first(1));
        QVERIFY(!older);
        QCOMPARE(older.error().kind, StorageError::Kind::Newer);
        QVERIFY(older.error().what.contains(QStringLiteral("version 2")));
        QVERIFY(older.error().what.contains(QStringLiteral("version 1")));
    }

    void readersRefuseAnOlderFile() {
        auto database = openAt(std::span(kSteps).first(1));
        QVERIFY(!checkVersion(**database, schemaOf(kSteps)));
    }

    void refusesFilesOfOthers_data() {
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("another program's") << QStringList{QStringLiteral("CREATE TABLE songs (title TEXT)")};
        QTest::newRow("our other kind") << QStringList{QStringLiteral("PRAGMA application_id = 99"),
                                                       QStringLiteral("PRAGMA user_version = 1")};
        QTest::newRow("version without id") << QStringList{QStringLiteral("PRAGMA user_version = 1")};
        QTest::newRow("negative version") << QStringList{QStringLiteral("PRAGMA application_id = 4660"),
                                                         QStringLiteral("PRAGMA user_version = -5")};
    }
    void refusesFilesOfOthers() {
        QFETCH(QStringList, statements);
        {
            auto database = Database::open(m_path, {});
            for (const QString& sql : statements)
                VERIFY_FINE((*database)->execute(sql));
        }
        const auto before = readFile();
        const auto opened = openAt(kSteps);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, StorageError::Kind::Damaged);
        QCOMPARE(readFile(), before);
    }

    void refusesAFileThatIsNoDatabase() {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("no database, but long enough to be taken for one. ").repeated(50));
        file.close();
        const auto before = readFile();
        const auto opened = openAt(kSteps);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, StorageError::Kind::Damaged);
        QCOMPARE(readFile(), before);
    }

    void tellsAFolderFromAFile() {
        QVERIFY(QDir().mkpath(m_path));
        const auto opened = openAt(kSteps);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, StorageError::Kind::Io);
    }

    void tellsThatAnotherWriterHoldsTheFile() {
        auto first = openAt(kSteps);
        auto transaction = Transaction::begin(**first);
        auto second = Database::open(m_path, {});
        VERIFY_FINE((*second)->execute(QStringLiteral("PRAGMA busy_timeout = 10")));
        const auto done = Transaction::begin(**second);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, StorageError::Kind::Busy);
    }

private:
    Result<std::unique_ptr<Database>, StorageError> openAt(std::span<const Migration> steps) {
        return openMigrated(m_path, {}, schemaOf(steps), Database::Journal::Wal);
    }
    QByteArray readFile() {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

CAIRN_TEST(MigratorTest)
#include "MigratorTest.moc"
