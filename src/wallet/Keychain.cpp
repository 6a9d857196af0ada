#include "wallet/Keychain.h"

#include "crypto/Ripemd160.h"
#include "script/OutputType.h"
#include "util/Require.h"
#include "wallet/Properties.h"

#include <algorithm>
#include <cstring>

namespace wallet {

namespace {

constexpr std::size_t kProgramStart = 2; ///< behind OP_0 and the length

/// Between two addresses that have rows no honest wallet passes over so many: it bounds what a damaged file
/// can ask for, and not how many addresses a wallet may have.
constexpr std::uint64_t kMostWithoutRow = 100'000;
constexpr std::uint32_t kMaxIndex = 0x7fffffff - 1'000'000; ///< BIP 32, less any look-ahead

bool isKeyHashScript(util::ByteView script) {
    return script.size() == 22 && script[0] == 0 && script[1] == 20;
}

util::ByteArray<20> programOf(util::ByteView script) {
    util::ByteArray<20> out{};
    std::copy_n(script.begin() + kProgramStart, out.size(), out.begin());
    return out;
}

} // namespace

const std::vector<std::uint32_t>& accountPath() {
    static const std::vector<std::uint32_t> path{84 | crypto::kHardened, 1 | crypto::kHardened,
                                                 0 | crypto::kHardened};
    return path;
}

std::size_t Keychain::ProgramHash::operator()(const Program& program) const {
    // Only our own keys' hashes are stored, so nobody else can make them collide.
    std::size_t out = 0;
    std::memcpy(&out, program.data(), sizeof out);
    return out;
}

Keychain::Keychain(crypto::ExtendedPublicKey account, script::AddressFormat format, std::uint32_t lookAhead)
    : m_account(account), m_format(std::move(format)), m_lookAhead(std::max<std::uint32_t>(lookAhead, 1)) {
    for (const KeyChain chain : {KeyChain::Receive, KeyChain::Change}) {
        const auto key = m_account.child(static_cast<std::uint32_t>(chain));
        require(key.has_value()); // the chance of a key without children is 2^-127
        m_branches.push_back({*key, {}, 0});
        this->lookAhead(chain);
    }
}

bool Keychain::restore(const std::vector<WalletAddress>& rows, std::array<std::uint32_t, 2> next) {
    for (const KeyChain chain : {KeyChain::Receive, KeyChain::Change})
        branch(chain).next = next[static_cast<std::size_t>(chain)];
    std::map<KeyPath, const WalletAddress*> stored;
    for (const WalletAddress& row : rows) {
        if (row.path.chain > KeyChain::Change || row.path.index > kMaxIndex) return false;
        if (!isKeyHashScript(row.scriptPubKey)) return false;
        stored[row.path] = &row;
        Branch& rowBranch = branch(row.path.chain);
        rowBranch.next = std::max(rowBranch.next, row.path.index + 1);
    }
    for (const Branch& each : m_branches) {
        if (each.next > kMaxIndex || each.next > (rows.size() + 1) * kMostWithoutRow) return false;
    }
    m_paths.clear();
    m_own.clear();
    for (const KeyChain chain : {KeyChain::Receive, KeyChain::Change}) {
        Branch& restored = branch(chain);
        restored.addresses.clear();
        restored.addresses.reserve(restored.next + m_lookAhead);
        for (std::uint32_t i = 0; i < restored.next; ++i) {
            const auto row = stored.find(KeyPath{chain, i});
            restored.addresses.push_back(row != stored.end() ? *row->second : derive({chain, i}));
            index(restored.addresses.back());
            const WalletAddress& address = restored.addresses.back();
            if (address.handedOut != 0 || address.used) m_own.push_back(address.path);
        }
        lookAhead(chain);
    }
    ++m_revision;
    accept();
    return true;
}

const WalletAddress* Keychain::find(util::ByteView scriptPubKey) const {
    if (!isKeyHashScript(scriptPubKey)) return nullptr;
    const auto found = m_paths.find(programOf(scriptPubKey));
    if (found == m_paths.end()) return nullptr;
    return &branch(found->second.chain).addresses[found->second.index];
}

const WalletAddress* Keychain::findByText(const std::string& address) const {
    const auto script = script::scriptFromAddress(address, m_format);
    return script ? find(*script) : nullptr;
}

const WalletAddress& Keychain::next(KeyChain chain) const {
    const Branch& from = branch(chain);
    std::uint32_t i = from.next;
    while (i + 1 < from.addresses.size() && from.addresses[i].scriptPubKey.empty())
        ++i;
    return from.addresses[i];
}

const WalletAddress* Keychain::current() const {
    for (const WalletAddress& address : branch(KeyChain::Receive).addresses) {
        if (address.handedOut != 0 && !address.used && address.label.empty()) return &address;
    }
    return nullptr;
}

std::vector<WalletAddress> Keychain::handedOutOrUsed() const {
    std::vector<WalletAddress> out;
    for (const Branch& from : m_branches) {
        std::copy_if(from.addresses.begin(), from.addresses.end(), std::back_inserter(out),
                     [](const WalletAddress& address) { return address.handedOut != 0 || address.used; });
    }
    return out;
}

/// One pass over all addresses, and only after one of them changed.
const Keychain::Groups& Keychain::groups() const {
    if (m_groupsAt == m_revision) return m_groups;
    m_groupsAt = m_revision;
    for (std::vector<KeyPath>& paths : m_groups)
        paths.clear();
    for (const Branch& from : m_branches) {
        for (const WalletAddress& address : from.addresses) {
            if (address.handedOut == 0 && !address.used) continue;
            const AddressGroup group = address.path.chain == KeyChain::Change ? AddressGroup::Change
                                       : address.label == kRewardLabel        ? AddressGroup::Mining
                                                                              : AddressGroup::Given;
            m_groups[static_cast<std::size_t>(group)].push_back(address.path);
        }
    }
    return m_groups;
}

std::vector<WalletAddress> Keychain::group(AddressGroup group, std::size_t offset, std::size_t count) const {
    const std::vector<KeyPath>& paths = groups()[static_cast<std::size_t>(group)];
    std::vector<WalletAddress> out;
    if (offset >= paths.size()) return out;
    const std::size_t newest = paths.size() - offset;
    for (std::size_t i = newest; i > newest - std::min(count, newest); --i)
        out.push_back(branch(paths[i - 1].chain).addresses[paths[i - 1].index]);
    return out;
}

std::size_t Keychain::groupSize(AddressGroup group) const {
    return groups()[static_cast<std::size_t>(group)].size();
}

std::vector<util::Bytes> Keychain::ownScripts(std::size_t from) const {
    std::vector<util::Bytes> out;
    for (std::size_t i = from; i < m_own.size(); ++i)
        out.push_back(branch(m_own[i].chain).addresses[m_own[i].index].scriptPubKey);
    return out;
}

Keychain::Counts Keychain::watched() const {
    return {static_cast<std::uint32_t>(m_branches[0].addresses.size()),
            static_cast<std::uint32_t>(m_branches[1].addresses.size())};
}

Keychain::Counts Keychain::handedOut() const {
    return {m_branches[0].next, m_branches[1].next};
}

std::vector<util::Bytes> Keychain::watchedSince(const Counts& from) const {
    std::vector<util::Bytes> out;
    for (std::size_t chain = 0; chain < from.size(); ++chain) {
        const auto& addresses = m_branches[chain].addresses;
        for (std::size_t i = from[chain]; i < addresses.size(); ++i)
            out.push_back(addresses[i].scriptPubKey);
    }
    return out;
}

const WalletAddress* Keychain::unusedForMining() const {
    for (const KeyPath& path : groups()[static_cast<std::size_t>(AddressGroup::Mining)]) {
        const WalletAddress& address = branch(path.chain).addresses[path.index];
        if (!address.used) return &address;
    }
    return nullptr;
}

std::optional<crypto::PublicKey> Keychain::publicKey(const KeyPath& path) const {
    if (path.chain > KeyChain::Change) return std::nullopt;
    const auto key = branch(path.chain).key.child(path.index);
    if (!key) return std::nullopt;
    return key->key;
}

WalletAddress Keychain::handOut(KeyChain chain, std::int64_t now, const std::string& label) {
    const KeyPath path = next(chain).path;
    handOut(path, now);
    editable(path).label = label;
    return branch(chain).addresses[path.index];
}

void Keychain::handOut(const KeyPath& path, std::int64_t now) {
    if (const WalletAddress& address = branch(path.chain).addresses[path.index]; address.handedOut == 0) {
        if (!address.used) m_own.push_back(path);
        editable(path).handedOut = std::max<std::int64_t>(now, 1);
    }
    Branch& changed = branch(path.chain);
    changed.next = std::max(changed.next, path.index + 1);
    lookAhead(path.chain);
}

bool Keychain::markUsed(const KeyPath& path) {
    Branch& changed = branch(path.chain);
    if (changed.addresses[path.index].used) return false;
    if (changed.addresses[path.index].handedOut == 0) m_own.push_back(path);
    editable(path).used = true;
    changed.next = std::max(changed.next, path.index + 1);
    return lookAhead(path.chain);
}

void Keychain::setLabel(const KeyPath& path, const std::string& label) {
    editable(path).label = label;
}

void Keychain::collect(WalletBatch& batch) const {
    for (const auto& [path, before] : m_before) {
        batch.addresses.push_back(branch(path.chain).addresses[path.index]);
    }
    for (const KeyChain chain : {KeyChain::Receive, KeyChain::Change}) {
        if (branch(chain).next == m_nextBefore[static_cast<std::size_t>(chain)]) continue;
        batch.properties.push_back(
            numberProperty(chain == KeyChain::Receive ? kNextReceive : kNextChange, branch(chain).next));
    }
}

void Keychain::accept() {
    m_before.clear();
    for (std::size_t i = 0; i < m_branches.size(); ++i)
        m_nextBefore[i] = m_branches[i].next;
}

void Keychain::rollback() {
    // Addresses derived further ahead stay: watching more than needed does no harm.
    for (auto& [path, before] : m_before)
        branch(path.chain).addresses[path.index] = std::move(before);
    for (std::size_t i = 0; i < m_branches.size(); ++i)
        m_branches[i].next = m_nextBefore[i];
    m_before.clear();
    ++m_revision;
}

WalletAddress& Keychain::editable(const KeyPath& path) {
    WalletAddress& address = branch(path.chain).addresses[path.index];
    m_before.emplace(path, address);
    ++m_revision;
    return address;
}

WalletAddress Keychain::derive(const KeyPath& path) const {
    WalletAddress out;
    out.path = path;
    const auto key = publicKey(path);
    if (!key) return out; // BIP 32: go on with the next index
    out.scriptPubKey = script::witnessPubKeyHashScript(crypto::hash160(key->compressed()));
    out.address = script::toAddress(out.scriptPubKey, m_format).value_or(std::string());
    return out;
}

bool Keychain::lookAhead(KeyChain chain) {
    Branch& growing = branch(chain);
    const std::size_t wanted = growing.next + std::size_t{m_lookAhead};
    if (growing.addresses.size() >= wanted) return false;
    while (growing.addresses.size() < wanted) {
        growing.addresses.push_back(derive({chain, static_cast<std::uint32_t>(growing.addresses.size())}));
        index(growing.addresses.back());
    }
    return true;
}

void Keychain::index(const WalletAddress& address) {
    if (!address.scriptPubKey.empty()) m_paths[programOf(address.scriptPubKey)] = address.path;
}

} // namespace wallet
