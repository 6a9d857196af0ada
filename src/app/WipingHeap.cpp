// Every block of memory is overwritten when it is given back, in the whole program. Passphrases, words and
// keys pass through many hands on their way (the socket, the JSON parser, Qt's texts, SQLite's pages): none
// of these copies outlives its owner. `free` and `realloc` of this file stand before those of the C library
// (or of whatever was loaded in their place), for every library of the process. Sanitizers bring a heap of
// their own, which must not be stood before.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include "crypto/SecretBytes.h"

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <malloc.h>

namespace {

using Free = void (*)(void*);
using Realloc = void* (*)(void*, std::size_t);

// Resolved by each call that finds them empty, and to the same: no guard, which might itself need memory.
std::atomic<Free> nextFree{nullptr};
std::atomic<Realloc> nextRealloc{nullptr};

template <class Function>
Function resolved(std::atomic<Function>& kept, const char* name) {
    Function found = kept.load(std::memory_order_relaxed);
    if (found == nullptr) {
        found = reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
        kept.store(found, std::memory_order_relaxed);
    }
    return found;
}

} // namespace

extern "C" {

void free(void* block) noexcept {
    if (block == nullptr) return;
    crypto::wipe(block, ::malloc_usable_size(block));
    resolved(nextFree, "free")(block);
}

/// What grows moves: the old place is wiped. What shrinks stays, without the rest.
void* realloc(void* block, std::size_t size) noexcept {
    if (block == nullptr) return std::malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const std::size_t held = ::malloc_usable_size(block);
    if (size <= held) {
        crypto::wipe(static_cast<char*>(block) + size, held - size);
        return resolved(nextRealloc, "realloc")(block, size);
    }
    void* const moved = std::malloc(size);
    if (moved == nullptr) return nullptr;
    std::memcpy(moved, block, held);
    free(block);
    return moved;
}
}

#endif
