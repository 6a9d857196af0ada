#pragma once

#include "net/wire/Messages.h"
#include "util/Result.h"

#include <array>
#include <functional>
#include <map>
#include <optional>

namespace net {

/// Addresses of nodes that were heard of. Those that were tried with success are kept apart from the new
/// ones, and both in buckets that a secret chooses by group: who tells many addresses fills a few buckets
/// only, and pushes nobody out of the others.   Source: Bitcoin Core's addrman, in the size of our networks.
/// Pure: time and randomness are passed in. Owned by PeerManager. Thread: io.
class AddressBook {
public:
    static constexpr std::size_t kNewBuckets = 64;
    static constexpr std::size_t kTriedBuckets = 16;
    static constexpr std::size_t kBucketSize = 64;
    /// Even over 0 … bound - 1.
    using Random = std::function<std::uint64_t(std::uint64_t bound)>;

    struct Entry {
        wire::NetAddress address;
        std::uint64_t services = 0;
        std::int64_t time = 0; ///< unix seconds, when somebody saw it last
        wire::NetAddress source;
        std::int64_t lastTry = 0, lastSuccess = 0; ///< unix seconds
        std::int32_t failures = 0;                 ///< since the last success
        bool isTried = false;
        bool operator==(const Entry&) const = default;
    };

    explicit AddressBook(std::uint64_t secret) : m_secret(secret) {}

    /// Heard from `source`, which makes it older by `penalty` seconds. False: nothing new, or no place.
    bool add(const wire::TimedAddress& heard, const wire::NetAddress& source, std::int64_t now,
             std::int64_t penalty = 0);
    void tried(const wire::NetAddress& address, std::int64_t now);
    /// It shook hands when we dialled it.
    void succeeded(const wire::NetAddress& address, std::uint64_t services, std::int64_t now);
    void failed(const wire::NetAddress& address, std::int64_t now);
    /// Its link ended after it had been good: it was there until now.
    void seen(const wire::NetAddress& address, std::int64_t now);
    void remove(const wire::NetAddress& address);

    /// One to dial: a tried or a new one as likely, those that failed or were tried lately less so.
    [[nodiscard]] std::optional<Entry> select(std::int64_t now, const Random& random) const;
    /// For who asks for addresses: at most 1 000 and 23 % of them (but up to 20 of a small book), no hopeless
    /// ones.
    [[nodiscard]] std::vector<wire::TimedAddress> sample(std::int64_t now, const Random& random) const;
    [[nodiscard]] std::vector<Entry> all() const;
    [[nodiscard]] std::optional<Entry> find(const wire::NetAddress& address) const;
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    /// Nobody would miss it.
    static bool isHopeless(const Entry& entry, std::int64_t now);

    [[nodiscard]] util::Bytes serialize() const;
    enum class LoadError { Malformed, NewerVersion };
    static Result<AddressBook, LoadError> load(util::ByteView bytes);

private:
    struct Place {
        std::size_t bucket = 0, slot = 0;
    };
    template <std::size_t kBuckets>
    using Table = std::array<std::array<std::optional<wire::NetAddress>, kBucketSize>, kBuckets>;

    [[nodiscard]] std::uint64_t hashed(std::uint64_t purpose, std::initializer_list<util::Bytes> parts) const;
    [[nodiscard]] Place newPlace(const Entry& entry) const;
    [[nodiscard]] Place triedPlace(const Entry& entry) const;
    bool placeNew(Entry entry, std::int64_t now);
    void makeTried(Entry& entry, std::int64_t now);
    [[nodiscard]] std::optional<wire::NetAddress>& slotOf(const Entry& entry);

    std::uint64_t m_secret;
    std::map<wire::NetAddress, Entry> m_entries;
    Table<kNewBuckets> m_new;
    Table<kTriedBuckets> m_tried;
};

} // namespace net
