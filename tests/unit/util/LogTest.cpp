#include "util/Log.h"
#include "support/TestProgram.h"

#include <thread>
#include <unistd.h>

class LogTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void writesTimeLevelAreaAndText();
    void dropsLinesBelowTheLevel();
    void keepsForeignTextOnOneLine();
    void appendsToAnExistingFile();
    void keepsTheFileWhenAnotherCannotBeOpened();
    void stopsWritingWithoutAFile();
    void rotatesAboveTenMebibytes();
    void countsWhatTheFileHeldBefore();
    void keepsLinesWholeAcrossThreads();
    void writesToStandardError();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("test.log")); }
    static QByteArray read(const QString& name);
    std::unique_ptr<QTemporaryDir> m_folder;
};

void LogTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    util::setLogToStandardError(false);
    util::setLogLevel(util::LogLevel::Info);
    QVERIFY(util::setLogFile(path().toStdString()));
}

void LogTest::cleanup() {
    QVERIFY(util::setLogFile({}));
}

QByteArray LogTest::read(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void LogTest::writesTimeLevelAreaAndText() {
    util::logWarning("net", "peer 7 left");
    const QString line = QString::fromUtf8(read(path()));
    const QRegularExpression form(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z) warning net: peer 7 left\n$"));
    const auto match = form.match(line);
    QVERIFY2(match.hasMatch(), qPrintable(line));
    const auto time = QDateTime::fromString(match.captured(1), Qt::ISODateWithMs);
    QVERIFY(time.isValid());
    QVERIFY(qAbs(time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void LogTest::dropsLinesBelowTheLevel() {
    util::logDebug("util", "unseen");
    util::logInfo("util", "seen");
    util::setLogLevel(util::LogLevel::Error);
    util::logWarning("util", "unseen");
    util::logError("util", "seen");
    util::setLogLevel(util::LogLevel::Debug);
    util::logDebug("util", "seen");
    QCOMPARE(read(path()).count("unseen"), 0);
    QCOMPARE(read(path()).count("util: seen\n"), 3);
}

void LogTest::keepsForeignTextOnOneLine() {
    using namespace std::string_view_literals;
    util::logInfo("net", "a\nb\r\0\x1b\x7f\xc3\xbc"sv);
    const QByteArray text = read(path());
    QCOMPARE(text.count('\n'), 1);
    QVERIFY2(text.endsWith("net: a\\x0ab\\x0d\\x00\\x1b\\x7f\xc3\xbc\n"), text); // letters beyond ASCII stay
}

void LogTest::appendsToAnExistingFile() {
    util::logInfo("util", "first");
    QVERIFY(util::setLogFile({}));
    QVERIFY(util::setLogFile(path().toStdString()));
    util::logInfo("util", "second");
    const QByteArray text = read(path());
    QVERIFY(text.contains("first"));
    QVERIFY(text.contains("second"));
}

void LogTest::keepsTheFileWhenAnotherCannotBeOpened() {
    QVERIFY(!util::setLogFile((m_folder->path() + QStringLiteral("/missing/test.log")).toStdString()));
    util::logInfo("util", "still here");
    QVERIFY(read(path()).contains("still here"));
}

void LogTest::stopsWritingWithoutAFile() {
    QVERIFY(util::setLogFile({}));
    util::logInfo("util", "nowhere");
    QVERIFY(!read(path()).contains("nowhere"));
}

void LogTest::rotatesAboveTenMebibytes() {
    const std::string mebibyte(1024 * 1024, 'x');
    for (int i = 0; i < 9; ++i)
        util::logInfo("util", mebibyte);
    QVERIFY(!QFile::exists(path() + QStringLiteral(".1")));
    for (int i = 0; i < 3; ++i)
        util::logInfo("util", mebibyte);
    QVERIFY(QFile::exists(path() + QStringLiteral(".1")));
    constexpr qint64 kLimit = 10 * 1024 * 1024;
    const qint64 old = QFileInfo(path() + QStringLiteral(".1")).size();
    const qint64 current = QFileInfo(path()).size();
    QVERIFY(old <= kLimit && old > kLimit / 2);
    QVERIFY(old + current > 12 * 1024 * 1024); // no line is lost
    for (int i = 0; i < 9; ++i)
        util::logInfo("util", mebibyte);
    QVERIFY(QFileInfo(path()).size() <= kLimit); // the second rotation replaces the first
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
}

void LogTest::countsWhatTheFileHeldBefore() {
    QVERIFY(util::setLogFile({}));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10 * 1024 * 1024, 'x'));
    file.close();
    QVERIFY(util::setLogFile(path().toStdString()));
    util::logInfo("util", "fresh");
    QVERIFY(QFile::exists(path() + QStringLiteral(".1")));
    QVERIFY(QFileInfo(path()).size() < 1000);
}

void LogTest::keepsLinesWholeAcrossThreads() {
    constexpr int kThreads = 4;
    constexpr int kLines = 500;
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t)
        threads.emplace_back([] {
            for (int i = 0; i < kLines; ++i)
                util::logInfo("util", "a line of some length that stays whole");
        });
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(read(path()).count(" info util: a line of some length that stays whole\n"), kThreads * kLines);
}

void LogTest::writesToStandardError() {
    const QString target = m_folder->filePath(QStringLiteral("stderr"));
    std::fflush(stderr);
    const int saved = dup(STDERR_FILENO);
    QVERIFY(std::freopen(target.toLocal8Bit().constData(), "w", stderr));
    util::logInfo("util", "silent");
    util::setLogToStandardError(true);
    util::logInfo("util", "loud");
    util::setLogToStandardError(false);
    std::fflush(stderr);
    dup2(saved, STDERR_FILENO);
    close(saved);
    QVERIFY(read(target).endsWith("info util: loud\n"));
    QVERIFY(!read(target).contains("silent"));
    QVERIFY(read(path()).contains("loud"));
}

CAIRN_TEST(LogTest)
#include "LogTest.moc"
