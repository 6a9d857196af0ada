#include "util/Require.h"
#include "support/TestProgram.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

class RequireTest : public QObject {
    Q_OBJECT
private slots:
    void passesWhenTheConditionHolds();
    void stopsTheProgramWithItsPlace();
};

void RequireTest::passesWhenTheConditionHolds() {
    int calls = 0;
    require(++calls == 1);
    QCOMPARE(calls, 1);
}

void RequireTest::stopsTheProgramWithItsPlace() {
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL); // without the test's crash handler
        dup2(ends[1], STDERR_FILENO);
        const int two = 2;
        require(two + two == 5);
        _exit(0);
    }
    close(ends[1]);
    QByteArray text;
    char buffer[256];
    for (ssize_t got = 0; (got = read(ends[0], buffer, sizeof buffer)) > 0;)
        text.append(buffer, got);
    close(ends[0]);
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGABRT);
    QVERIFY2(text.contains("two + two == 5") && text.contains("RequireTest.cpp:"), text);
}

CAIRN_TEST(RequireTest)
#include "RequireTest.moc"
