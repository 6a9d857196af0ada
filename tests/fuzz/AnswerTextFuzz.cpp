// Whatever an answer's body is, the window's lines of it stay within their limit.
#include "gui/api/AnswerText.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const qsizetype limit = data[0] * 16;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), qsizetype(size) - 1);
    if (gui::indentedJson(bytes, limit).size() > limit) std::abort();
    constexpr qsizetype kOneLine = 3 * 32;
    if (gui::hexLines(bytes, limit).size() > limit + kOneLine) std::abort();
    return 0;
}
