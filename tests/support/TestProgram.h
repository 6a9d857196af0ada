#pragma once

#include "support/LongWaits.h"

#include <vector>

namespace support {

/// A test class that a program holds. `unit_wallet WalletTest` runs it, `unit_wallet WalletTest
/// locksAndUnlocks` one slot of it; everything after the name goes to Qt Test.
struct TestClass {
    const char* name;
    int (*run)(int argc, char** argv);
};

/// All of this program, in no order.
inline std::vector<TestClass>& testClasses() {
    static std::vector<TestClass> classes;
    return classes;
}

struct Registered {
    Registered(const char* name, int (*run)(int, char**)) { testClasses().push_back({name, run}); }
};

template <typename Test, typename Application>
int runTest(int argc, char** argv) {
    Application application(argc, argv);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace support

/// At the end of a test's file: it belongs to the program, and runs under an application object of its own.
#define CAIRN_TEST_UNDER(Application, Test)                                                                  \
    static const support::Registered registered##Test(#Test, support::runTest<Test, Application>);
#define CAIRN_TEST(Test) CAIRN_TEST_UNDER(QCoreApplication, Test)
#define CAIRN_GUI_TEST(Test) CAIRN_TEST_UNDER(QApplication, Test)
