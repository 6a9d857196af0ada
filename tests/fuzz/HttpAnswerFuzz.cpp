// A stranger's answer over HTTP, whole and byte by byte: the same comes out, within its bounds.
#include "net/link/HttpAnswer.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr qint64 kMaxBody = 2'000;
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    net::HttpAnswerReader whole(kMaxBody);
    whole.feed(bytes);
    whole.close();
    net::HttpAnswerReader dripping(kMaxBody);
    for (const char c : bytes)
        if (dripping.feed(QByteArray(1, c))) break;
    dripping.close();
    if (!whole.isDone() || whole.fault().has_value() != dripping.fault().has_value()) std::abort();
    if (whole.fault()) return 0;
    if (whole.status() != dripping.status() || whole.body() != dripping.body() ||
        whole.body().size() > kMaxBody)
        std::abort();
    return 0;
}
