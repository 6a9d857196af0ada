#pragma once

#include "util/Bytes.h"

#include <cstdint>
#include <new>
#include <string>
#include <vector>

namespace crypto {

/// Overwrites memory in a way the compiler keeps.
void wipe(void* data, std::size_t size);

/// Overwrites the part of the stack that functions called earlier, down to some depth, have left behind.
void wipeStack();

/// Stands before anything else in a function whose callees have secrets on their stack, and which cannot be
/// told to wipe them.
class StackWiper {
public:
    StackWiper() = default;
    ~StackWiper() { wipeStack(); }
    StackWiper(const StackWiper&) = delete;
    StackWiper& operator=(const StackWiper&) = delete;
};

/// Where an allocator's memory comes from, and goes back to.
struct Heap {
    static void* take(std::size_t size) { return ::operator new(size); }
    static void giveBack(void* data, std::size_t /*size*/) { ::operator delete(data); }
};

/// An allocator that wipes what it gives back. Tests give it a `Memory` of their own, which they can look at.
template <class T, class Memory = Heap>
struct WipingAllocator {
    static_assert(alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);
    using value_type = T;
    WipingAllocator() = default;
    template <class U>
    WipingAllocator(const WipingAllocator<U, Memory>&) {}
    T* allocate(std::size_t count) {
        if (count > SIZE_MAX / sizeof(T)) throw std::bad_array_new_length();
        return static_cast<T*>(Memory::take(count * sizeof(T)));
    }
    void deallocate(T* data, std::size_t count) {
        wipe(data, count * sizeof(T));
        Memory::giveBack(data, count * sizeof(T));
    }
    template <class U>
    bool operator==(const WipingAllocator<U, Memory>&) const {
        return true;
    }
};

/// Key material and passphrases: wiped when freed, grown or moved away from.
template <class Memory>
using SecretBytesIn = std::vector<std::uint8_t, WipingAllocator<std::uint8_t, Memory>>;
using SecretBytes = SecretBytesIn<Heap>;
/// Text of the same kind (short texts may lie in the object itself: it wipes itself only when longer than 15
/// bytes, so reserve at least 64).
template <class Memory>
using SecretStringIn = std::basic_string<char, std::char_traits<char>, WipingAllocator<char, Memory>>;
using SecretString = SecretStringIn<Heap>;

/// Equal, in time that depends on the lengths only.
bool equalConstantTime(util::ByteView a, util::ByteView b);

} // namespace crypto
