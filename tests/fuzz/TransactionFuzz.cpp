#include "primitives/Transaction.h"
#include "util/Require.h"

#include <algorithm>

static bool same(util::ByteView a, util::ByteView b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

static util::Bytes legacyOf(const primitives::Transaction& transaction) {
    util::ByteWriter writer;
    transaction.writeLegacy(writer);
    return writer.take();
}

/// What was read comes out as it went in, and measures what it says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    if (const auto transaction = primitives::Transaction::parse(bytes)) {
        require(same(transaction->serialize(), bytes));
        require(transaction->size() == size);
        require(transaction->strippedSize() == legacyOf(*transaction).size());
        require(transaction->hasWitness() == (transaction->strippedSize() != size));
    }
    if (const auto transaction = primitives::Transaction::parseLegacy(bytes)) {
        require(same(legacyOf(*transaction), bytes));
        require(!transaction->hasWitness() && transaction->strippedSize() == size);
    }
    return 0;
}
