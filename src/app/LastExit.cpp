#include "app/LastExit.h"

#include <cstdio>
#include <unistd.h>
#include <utility>

namespace app {

namespace {

constexpr int kDisplayLost = 1;

/// Goes with its thread: exit() destroys what belongs to the calling thread before anything global, and
/// before what atexit() was told, whenever that was made.  Source: C++20 [basic.start.term].
struct StopAtExit {
    std::function<void()> stop;
    ~StopAtExit() {
        const std::function<void()> last = std::exchange(stop, nullptr);
        if (!last) return; // the ordinary end
        last();
        std::fflush(nullptr);
        ::_exit(kDisplayLost);
    }
};

StopAtExit& stopAtExit() {
    thread_local StopAtExit instance;
    return instance;
}

} // namespace

LastExit::LastExit(std::function<void()> stop) {
    stopAtExit().stop = std::move(stop);
}

LastExit::~LastExit() {
    stopAtExit().stop = nullptr;
}

} // namespace app
