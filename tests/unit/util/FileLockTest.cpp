#include "util/FileLock.h"
#include "support/TestProgram.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using util::FileLock;
using Kind = util::FileLockError::Kind;

class FileLockTest : public QObject {
    Q_OBJECT
private slots:
    void init() { m_path = m_folder.filePath(QStringLiteral("lock%1").arg(++m_count)).toStdString(); }

    void isHeldOnce() {
        std::optional<FileLock> first;
        {
            auto taken = FileLock::take(m_path, "cairnd");
            QVERIFY(taken.has_value());
            first.emplace(std::move(*taken));
        }
        const auto second = FileLock::take(m_path, "cairn");
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().kind, Kind::Held);
        QCOMPARE(second.error().process, std::int64_t(::getpid()));
        QCOMPARE(second.error().program, std::string("cairnd"));
        first.reset();
        QVERIFY(FileLock::take(m_path, "cairn").has_value());
    }

    void doesNotCareWhatTheFileSays_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("nonsense") << QByteArray(3'000, '\xff');
        QTest::newRow("another program's") << QByteArray("1\ninit\nhost\n");
    }
    void doesNotCareWhatTheFileSays() {
        QFETCH(QByteArray, content);
        QFile file(QString::fromStdString(m_path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto lock = FileLock::take(m_path, "cairnd");
        QVERIFY(lock.has_value());
        QVERIFY(!FileLock::take(m_path, "cairnd").has_value());
    }

    void opensAFileThatNobodyMayRead() {
        { QVERIFY(FileLock::take(m_path, "cairnd").has_value()); }
        QCOMPARE(::chmod(m_path.c_str(), 0), 0);
        QVERIFY(FileLock::take(m_path, "cairnd").has_value());
    }

    void saysWhyThereIsNoFile() {
        const auto missing = FileLock::take(m_path + "/none/lock", "cairnd");
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().kind, Kind::Io);
        QVERIFY(!missing.error().reason.empty());
        const auto proc = FileLock::take("/proc/cairn-lock", "cairnd");
        QVERIFY(!proc.has_value());
        QVERIFY(proc.error().kind != Kind::Held);
    }

private:
    QTemporaryDir m_folder;
    std::string m_path;
    int m_count = 0;
};

CAIRN_TEST(FileLockTest)
#include "FileLockTest.moc"
