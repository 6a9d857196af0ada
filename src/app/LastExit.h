#pragma once

#include <functional>

namespace app {

/// Qt ends the program with exit() from the middle of its event loop when the display goes: the node's
/// threads would then run on while everything global is being destroyed. While this lives, exit() calls
/// `stop` first and leaves the program right after it. One a program; made after the QApplication.  Thread:
/// main.
class LastExit {
public:
    explicit LastExit(std::function<void()> stop);
    ~LastExit();
    LastExit(const LastExit&) = delete;
    LastExit& operator=(const LastExit&) = delete;
};

} // namespace app
