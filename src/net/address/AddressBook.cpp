#include "net/address/AddressBook.h"

#include "crypto/SipHash.h"
#include "net/address/HostAddress.h"
#include "util/ByteReader.h"
#include "util/ByteWriter.h"

#include <algorithm>
#include <cmath>

namespace net {

namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::uint8_t kBookVersion = 1;
/// An entry in writing at least: kind, host length, port, numbers.
constexpr std::size_t kMinEntryBytes = 40;
constexpr std::size_t kMostHostBytes = 32;

util::Bytes keyOf(const wire::NetAddress& address) {
    util::Bytes out = address.host;
    out.push_back(std::uint8_t(address.kind));
    out.push_back(std::uint8_t(address.port >> 8));
    out.push_back(std::uint8_t(address.port));
    return out;
}

/// How likely an entry that was chosen is taken, of 2^20.
std::uint64_t chanceOf(const AddressBook::Entry& entry, std::int64_t now) {
    double chance = 1;
    if (now - entry.lastTry < 10 * kMinute) chance *= 0.01;
    chance *= std::pow(0.66, std::min(entry.failures, 8));
    return std::uint64_t(chance * (1 << 20));
}

void writeAddress(util::ByteWriter& out, const wire::NetAddress& address) {
    out.u8(std::uint8_t(address.kind));
    out.sized(address.host);
    out.u16(address.port);
}

wire::NetAddress readAddress(util::ByteReader& reader) {
    wire::NetAddress out;
    const std::uint8_t kind = reader.u8();
    if (kind < 1 || kind > 6) reader.setError(util::ReadError::BadFormat);
    out.kind = wire::NetAddress::Kind(kind);
    const util::ByteView host = reader.sized(kMostHostBytes);
    out.host.assign(host.begin(), host.end());
    out.port = reader.u16();
    return out;
}

} // namespace

bool AddressBook::isHopeless(const Entry& entry, std::int64_t now) {
    if (now - entry.lastTry < kMinute) return false; // it is being tried
    if (entry.time > now + 10 * kMinute || now - entry.time > 30 * kDay) return true;
    if (entry.lastSuccess == 0) return entry.failures >= 3;
    return now - entry.lastSuccess > 7 * kDay && entry.failures >= 10;
}

std::uint64_t AddressBook::hashed(std::uint64_t purpose, std::initializer_list<util::Bytes> parts) const {
    crypto::SipHash<2, 4> hash(m_secret, purpose);
    for (const util::Bytes& part : parts) {
        for (const std::uint8_t byte : part)
            hash.add(byte);
        hash.add(0x100 + part.size());
    }
    return hash.finish();
}

AddressBook::Place AddressBook::newPlace(const Entry& entry) const {
    const util::Bytes source = groupOf(entry.source);
    const std::uint64_t ofSource = hashed(1, {groupOf(entry.address), source}) % 16;
    const std::size_t bucket = hashed(2, {source, {std::uint8_t(ofSource)}}) % kNewBuckets;
    return {bucket, hashed(3, {{std::uint8_t(bucket)}, keyOf(entry.address)}) % kBucketSize};
}

AddressBook::Place AddressBook::triedPlace(const Entry& entry) const {
    const std::uint64_t ofGroup = hashed(4, {keyOf(entry.address)}) % 4;
    const std::size_t bucket = hashed(5, {groupOf(entry.address), {std::uint8_t(ofGroup)}}) % kTriedBuckets;
    return {bucket, hashed(6, {{std::uint8_t(bucket)}, keyOf(entry.address)}) % kBucketSize};
}

std::optional<wire::NetAddress>& AddressBook::slotOf(const Entry& entry) {
    const Place place = entry.isTried ? triedPlace(entry) : newPlace(entry);
    return entry.isTried ? m_tried[place.bucket][place.slot] : m_new[place.bucket][place.slot];
}

bool AddressBook::add(const wire::TimedAddress& heard, const wire::NetAddress& source, std::int64_t now,
                      std::int64_t penalty) {
    if (scopeOf(heard.address) == Scope::Nowhere || heard.address.port == 0) return false;
    // A time that cannot be is as good as one of some days ago.
    const bool isOdd = heard.time <= 100'000'000 || heard.time > now + 10 * kMinute;
    const std::int64_t time = (isOdd ? now - 5 * kDay : std::int64_t(heard.time)) - penalty;
    const auto known = m_entries.find(heard.address);
    if (known != m_entries.end()) {
        Entry& entry = known->second;
        // Who is said to be there now is written down often, others seldom.
        const std::int64_t interval = now - heard.time < kDay ? kHour : kDay;
        if (entry.time < time - interval) entry.time = time;
        entry.services |= heard.services;
        return false;
    }
    return placeNew({heard.address, heard.services, std::max<std::int64_t>(0, time), source}, now);
}

bool AddressBook::placeNew(Entry entry, std::int64_t now) {
    entry.isTried = false;
    std::optional<wire::NetAddress>& slot = slotOf(entry);
    if (slot) {
        if (!isHopeless(m_entries.at(*slot), now)) return false;
        m_entries.erase(*slot);
    }
    slot = entry.address;
    m_entries.insert_or_assign(entry.address, std::move(entry));
    return true;
}

void AddressBook::tried(const wire::NetAddress& address, std::int64_t now) {
    const auto known = m_entries.find(address);
    if (known != m_entries.end()) known->second.lastTry = now;
}

void AddressBook::succeeded(const wire::NetAddress& address, std::uint64_t services, std::int64_t now) {
    if (!m_entries.contains(address)) add({std::uint32_t(now), services, address}, address, now);
    const auto known = m_entries.find(address);
    if (known == m_entries.end()) return;
    Entry& entry = known->second;
    entry.services = services;
    entry.lastTry = entry.lastSuccess = now;
    entry.failures = 0;
    if (!entry.isTried) makeTried(entry, now);
}

void AddressBook::makeTried(Entry& entry, std::int64_t now) {
    Entry moved = entry;
    moved.isTried = true;
    std::optional<wire::NetAddress>& place = slotOf(moved);
    std::optional<Entry> displaced;
    if (place) {
        Entry& occupant = m_entries.at(*place);
        if (now - occupant.lastSuccess < 4 * kHour) return; // it was there lately: the newcomer waits
        displaced = occupant;
        m_entries.erase(*place);
    }
    slotOf(entry).reset();
    place = moved.address;
    m_entries.insert_or_assign(moved.address, std::move(moved)); // `entry` means nothing from here on
    if (displaced) placeNew(std::move(*displaced), now);
}

void AddressBook::failed(const wire::NetAddress& address, std::int64_t now) {
    const auto known = m_entries.find(address);
    if (known == m_entries.end()) return;
    known->second.lastTry = now;
    ++known->second.failures;
    if (isHopeless(known->second, now + kMinute)) remove(address);
}

void AddressBook::seen(const wire::NetAddress& address, std::int64_t now) {
    const auto known = m_entries.find(address);
    if (known != m_entries.end() && now - known->second.time > 20 * kMinute) known->second.time = now;
}

void AddressBook::remove(const wire::NetAddress& address) {
    const auto known = m_entries.find(address);
    if (known == m_entries.end()) return;
    slotOf(known->second).reset();
    m_entries.erase(known);
}

std::optional<AddressBook::Entry> AddressBook::select(std::int64_t now, const Random& random) const {
    std::array<std::vector<const Entry*>, 2> kinds;
    for (const auto& [address, entry] : m_entries)
        kinds[entry.isTried ? 1 : 0].push_back(&entry);
    std::size_t kind = random(2);
    if (kinds[kind].empty()) kind = 1 - kind;
    const std::vector<const Entry*>& choice = kinds[kind];
    if (choice.empty()) return std::nullopt;
    for (double favour = 1;; favour *= 1.2) {
        const Entry& entry = *choice[random(choice.size())];
        if (double(random(1 << 20)) < double(chanceOf(entry, now)) * favour) return entry;
    }
}

std::vector<wire::TimedAddress> AddressBook::sample(std::int64_t now, const Random& random) const {
    constexpr std::size_t kSmall = 20;
    std::vector<const Entry*> order;
    for (const auto& [address, entry] : m_entries)
        order.push_back(&entry);
    const std::size_t most = std::min(wire::kMaxAddresses, std::max(order.size() * 23 / 100, kSmall));
    std::vector<wire::TimedAddress> out;
    for (std::size_t i = 0; i < order.size() && out.size() < most; ++i) {
        std::swap(order[i], order[i + random(order.size() - i)]);
        const Entry& entry = *order[i];
        if (isHopeless(entry, now)) continue;
        out.push_back({std::uint32_t(std::clamp<std::int64_t>(entry.time, 0, UINT32_MAX)), entry.services,
                       entry.address});
    }
    return out;
}

std::vector<AddressBook::Entry> AddressBook::all() const {
    std::vector<Entry> out;
    for (const auto& [address, entry] : m_entries)
        out.push_back(entry);
    return out;
}

std::optional<AddressBook::Entry> AddressBook::find(const wire::NetAddress& address) const {
    const auto known = m_entries.find(address);
    if (known == m_entries.end()) return std::nullopt;
    return known->second;
}

util::Bytes AddressBook::serialize() const {
    util::ByteWriter out;
    out.u8(kBookVersion);
    out.u64(m_secret);
    out.compactSize(m_entries.size());
    for (const auto& [address, entry] : m_entries) {
        writeAddress(out, address);
        out.u64(entry.services);
        out.i64(entry.time);
        writeAddress(out, entry.source);
        out.i64(entry.lastTry);
        out.i64(entry.lastSuccess);
        out.i32(entry.failures);
        out.u8(entry.isTried ? 1 : 0);
    }
    return out.take();
}

Result<AddressBook, AddressBook::LoadError> AddressBook::load(util::ByteView bytes) {
    util::ByteReader reader(bytes);
    if (reader.u8() > kBookVersion) return fail(LoadError::NewerVersion);
    AddressBook out(reader.u64());
    const std::uint64_t count = reader.compactSize((kNewBuckets + kTriedBuckets) * kBucketSize);
    if (count > reader.remaining() / kMinEntryBytes) return fail(LoadError::Malformed);
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        Entry entry;
        entry.address = readAddress(reader);
        entry.services = reader.u64();
        entry.time = reader.i64();
        entry.source = readAddress(reader);
        entry.lastTry = reader.i64();
        entry.lastSuccess = reader.i64();
        entry.failures = std::max(0, reader.i32());
        entry.isTried = reader.u8() != 0;
        if (!reader.ok() || scopeOf(entry.address) == Scope::Nowhere) continue;
        std::optional<wire::NetAddress>& slot = out.slotOf(entry);
        if (slot || out.m_entries.contains(entry.address)) continue; // two in one place: no book of ours
        slot = entry.address;
        out.m_entries.emplace(entry.address, std::move(entry));
    }
    if (!reader.ok() || !reader.atEnd()) return fail(LoadError::Malformed);
    return out;
}

} // namespace net
