#include "script/descriptor/Descriptor.h"
#include "script/descriptor/DescriptorChecksum.h"
#include "util/Require.h"

using script::Descriptor;

/// A descriptor that is read prints as one that is read to the same; its scripts are those of what is
/// printed, but where that lacks a private key; one that is refused says where.
static void check(std::string_view text, const script::DescriptorFormat& format) {
    const auto parsed = Descriptor::parse(text, format);
    if (!parsed) {
        require(parsed.error().sentence.ends_with('.') && parsed.error().position <= text.size());
        return;
    }
    require(!parsed->empty());
    for (const Descriptor& descriptor : *parsed) {
        const std::string printed = descriptor.toString();
        // An address may print longer than it was given; nothing else may.
        const auto again = Descriptor::parse(printed, format, Descriptor::Checksum::Required);
        if (!again && printed.size() > Descriptor::kMaxLength) continue;
        require(again && again->size() == 1 && again->front().toString() == printed);
        require(!again->front().hasPrivateKeys() && again->front().isRanged() == descriptor.isRanged());
        for (const std::uint32_t index : {0U, 7U}) {
            const auto scripts = descriptor.scriptsAt(index);
            const auto fromPublic = again->front().scriptsAt(index);
            require(!fromPublic || fromPublic == scripts);
            require(descriptor.hasPrivateKeys() || fromPublic == scripts);
        }
    }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    const script::DescriptorFormat main{
        {.bech32Prefix = "bc", .pubKeyHash = 0, .scriptHash = 5, .privateKey = 128},
        {0x0488b21e, 0x0488ade4}};
    const script::DescriptorFormat regtest{{.bech32Prefix = "bcrt"}, {}};
    check(util::asText(bytes), main);
    check(util::asText(bytes), regtest);
    // Any bytes are a script, and what they show is a descriptor of it, unless it shows a key that is no
    // point.
    const std::string inferred = script::inferDescriptor(bytes, regtest.addresses);
    const auto text = std::string_view(inferred).substr(0, inferred.find('#'));
    require(script::descriptorChecksum(text) == inferred.substr(text.size() + 1));
    const auto parsed = Descriptor::parse(inferred, regtest);
    const std::vector<util::Bytes> scripts{{bytes.begin(), bytes.end()}};
    require(!parsed || parsed->front().scriptsAt(0) == scripts);
    return 0;
}
