// main() of every program of tests.
#include "support/TestProgram.h"

#include <cstdio>
#include <cstring>

int main(int argc, char** argv) {
    for (const support::TestClass& known : support::testClasses()) {
        if (argc < 2 || std::strcmp(argv[1], known.name) != 0) continue;
        argv[1] = argv[0];
        return known.run(argc - 1, argv + 1);
    }
    std::fprintf(stderr, "usage: %s CLASS [SLOT …]; the classes:\n", argv[0]);
    for (const support::TestClass& known : support::testClasses())
        std::fprintf(stderr, "  %s\n", known.name);
    return 2;
}
