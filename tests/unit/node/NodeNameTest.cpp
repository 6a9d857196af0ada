#include "node/NodeName.h"

#include "support/TestProgram.h"

#include <QtTest>

class NodeNameTest : public QObject {
    Q_OBJECT
private slots:
    void prefersWhatTheUserSays_data();
    void prefersWhatTheUserSays();
    void isNeverEmpty();
};

void NodeNameTest::prefersWhatTheUserSays_data() {
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("computer");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* what, const char* chosen, const char* login, const char* computer,
                        const char* name) {
        QTest::newRow(what) << QString::fromUtf8(chosen) << QString::fromUtf8(login)
                            << QString::fromUtf8(computer) << QString::fromUtf8(name);
    };
    row("chosen", "Mia", "anna", "pc-7", "Mia");
    row("login", "", "anna", "pc-7", "anna");
    row("blank", "  ", "anna", "pc-7", "anna");
    row("root", "", "root", "pc-7.school.lan", "pc-7");
    row("shared login", "", "Student", "pc-7", "pc-7");
    row("nothing but a shared login", "", "student", "localhost", "student");
    row("nothing", "", "", "", "Cairn");
    row("control signs", "a\nb", "", "", "a b");
}

void NodeNameTest::prefersWhatTheUserSays() {
    QFETCH(QString, chosen);
    QFETCH(QString, login);
    QFETCH(QString, computer);
    QTEST(node::nodeName(chosen, login, computer), "name");
}

void NodeNameTest::isNeverEmpty() {
    QVERIFY(!node::nodeName(node::Settings()).isEmpty());
}

CAIRN_TEST(NodeNameTest)
#include "NodeNameTest.moc"
