#pragma once

#include "primitives/Hash256.h"

#include <atomic>
#include <cstring>

namespace mining {

/// The lowest hash of one mining thread and the template it belongs to, for readers on other threads. One
/// writer, which never waits.
class ClosestHash {
public:
    struct Value {
        std::uint64_t templateId = 0;
        primitives::BlockHash hash; ///< null: none yet
    };

    void set(const Value& value) {
        std::array<std::uint64_t, 4> words{};
        std::memcpy(words.data(), value.hash.bytes().data(), sizeof words);
        const std::uint32_t version = m_version.load(std::memory_order_relaxed);
        m_version.store(version + 1, std::memory_order_relaxed);
        m_templateId.store(value.templateId, std::memory_order_release);
        for (std::size_t i = 0; i < words.size(); ++i)
            m_words[i].store(words[i], std::memory_order_release);
        m_version.store(version + 2, std::memory_order_release);
    }
    [[nodiscard]] Value get() const {
        for (;;) {
            const std::uint32_t version = m_version.load(std::memory_order_acquire);
            std::array<std::uint64_t, 4> words{};
            const std::uint64_t templateId = m_templateId.load(std::memory_order_acquire);
            for (std::size_t i = 0; i < words.size(); ++i)
                words[i] = m_words[i].load(std::memory_order_acquire);
            // Odd, or changed meanwhile: the writer was at it.
            if (version % 2 != 0 || m_version.load(std::memory_order_relaxed) != version) continue;
            util::ByteArray<32> bytes;
            std::memcpy(bytes.data(), words.data(), sizeof words);
            return {templateId, primitives::BlockHash(bytes)};
        }
    }

private:
    std::atomic<std::uint32_t> m_version = 0;
    std::atomic<std::uint64_t> m_templateId = 0;
    std::array<std::atomic<std::uint64_t>, 4> m_words{};
};

} // namespace mining
