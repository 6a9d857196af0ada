#include "app/LastExit.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>
#include <utility>

namespace app {

namespace {

constexpr int kDisplayLost = 1;

std::function<void()>& stopAtExit() {
    static std::function<void()> stop;
    return stop;
}

void onExit() {
    const std::function<void()> stop = std::exchange(stopAtExit(), nullptr);
    if (!stop) return; // the ordinary end
    stop();
    std::fflush(nullptr);
    ::_exit(kDisplayLost);
}

} // namespace

LastExit::LastExit(std::function<void()> stop) {
    stopAtExit() = std::move(stop);
    std::atexit(onExit);
}

LastExit::~LastExit() {
    stopAtExit() = nullptr;
}

} // namespace app
