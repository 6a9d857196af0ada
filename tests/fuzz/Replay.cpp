// Reads the committed corpus again through every target's entry function, without libFuzzer: what was found
// once stays found. The only argument is the folder with a folder a target.
#include "Targets.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#define CAIRN_TARGET(name) extern "C" int name(const std::uint8_t* data, std::size_t size);
CAIRN_TARGETS
#undef CAIRN_TARGET

namespace {

struct Target {
    const char* name;
    int (*run)(const std::uint8_t*, std::size_t);
};

constexpr Target kTargets[] = {
#define CAIRN_TARGET(name) {#name, name},
    CAIRN_TARGETS
#undef CAIRN_TARGET
};

std::vector<std::uint8_t> bytesOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The number of inputs. A finding ends the program, as it does under libFuzzer.
int replay(const Target& target, const std::filesystem::path& folder) {
    int inputs = 0;
    if (!std::filesystem::is_directory(folder)) return 0;
    for (const auto& item : std::filesystem::directory_iterator(folder)) {
        std::printf("%s\n", item.path().c_str()); // the last line is the one that failed
        std::fflush(stdout);
        const auto bytes = bytesOf(item.path());
        target.run(bytes.data(), bytes.size());
        ++inputs;
    }
    return inputs;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: %s CORPUS\n", arguments[0]);
        return 2;
    }
    bool missing = false;
    for (const Target& target : kTargets) {
        const int inputs = replay(target, std::filesystem::path(arguments[1]) / target.name);
        std::printf("%s: %d inputs\n", target.name, inputs);
        missing = missing || inputs == 0;
    }
    if (missing) std::fprintf(stderr, "a target has no corpus\n");
    return missing ? 1 : 0;
}
