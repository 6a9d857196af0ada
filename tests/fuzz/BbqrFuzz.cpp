#include "util/Require.h"
#include "wallet/text/Bbqr.h"

/// What is written is read again; lines that strangers write are put together without harm.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    std::string_view text = util::asText(bytes);
    wallet::bbqr::Joiner strange;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        (void)strange.take(line);
    }
    require(strange.have() <= strange.total() && strange.total() <= wallet::bbqr::kMostParts);
    if (const auto all = strange.data()) require(all->size() <= wallet::bbqr::kMostBytes);
    const std::size_t longest = size == 0 ? 24 : 24 + data[0];
    wallet::bbqr::Joiner own;
    for (const std::string& part : wallet::bbqr::split(bytes, wallet::bbqr::kPsbt, longest))
        require(part.size() <= longest && own.take(part) == wallet::bbqr::Joiner::Taken::New);
    if (own.total() > 0) require(own.data() == util::Bytes(bytes.begin(), bytes.end()));
    return 0;
}
