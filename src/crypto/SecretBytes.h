#pragma once

#include "util/Bytes.h"

#include <memory>
#include <string>

namespace crypto {

/// Overwrites memory in a way the compiler keeps.
void wipe(void* data, std::size_t size);

/// An allocator that wipes what it gives back.
template <class T>
struct WipingAllocator {
    using value_type = T;
    WipingAllocator() = default;
    template <class U>
    WipingAllocator(const WipingAllocator<U>&) {}
    T* allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T* data, std::size_t count) {
        wipe(data, count * sizeof(T));
        std::allocator<T>().deallocate(data, count);
    }
    template <class U>
    bool operator==(const WipingAllocator<U>&) const {
        return true;
    }
};

/// Key material and passphrases: wiped when freed, grown or moved away from.
using SecretBytes = std::vector<std::uint8_t, WipingAllocator<std::uint8_t>>;
/// Text of the same kind (short texts may lie in the object itself: it wipes itself only when longer than 15
/// bytes, so reserve at least 64).
using SecretString = std::basic_string<char, std::char_traits<char>, WipingAllocator<char>>;

/// Equal, in time that depends on the lengths only.
bool equalConstantTime(util::ByteView a, util::ByteView b);

} // namespace crypto
