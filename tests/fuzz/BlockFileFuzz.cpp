#include "chain/BlockFile.h"
#include "util/Require.h"

#include <sys/mman.h>
#include <unistd.h>

/// The input as a file in memory; every block that is read must be one that could be written, and the counts
/// must fit.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const int file = ::memfd_create("blocks", 0);
    require(file >= 0 && ::write(file, data, size) == static_cast<ssize_t>(size));
    std::int64_t visited = 0;
    std::int64_t last = 0;
    const auto summary = chain::readBlockFile(
        "/proc/self/fd/" + std::to_string(file), {0xfa, 0xbf, 0xb5, 0xda},
        [&](const primitives::BlockRef& block, std::int64_t bytesRead, std::int64_t bytesTotal) {
            require(bytesTotal == static_cast<std::int64_t>(size) && bytesRead > last &&
                    bytesRead <= bytesTotal);
            const auto again = primitives::Block::parse(block->serialize());
            require(again && again->header == block->header);
            last = bytesRead;
            return ++visited < 100;
        });
    require(summary.has_value() && summary->records == visited && (visited < 100) != summary->stoppedEarly);
    ::close(file);
    return 0;
}
