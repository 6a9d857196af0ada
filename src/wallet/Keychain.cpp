#include "wallet/Keychain.h"

#include "crypto/Ripemd160.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "util/Require.h"

#include <algorithm>
#include <cstring>

namespace wallet {

namespace {

/// More indexes than this without a row are no honest wallet's, to bound what a damaged file can ask for.
constexpr std::size_t kMaxUnstored = 1'000'000;
/// Of a range that an import may name.
constexpr std::uint32_t kMaxIndex = crypto::kHardened - 1;

/// The forms of scripts that `markOf` tells apart.
enum ScriptForm : std::uint8_t { KeyHash, ScriptHash, WitnessKeyHash, WitnessScriptHash, TaprootKey, Other };

/// Where the hash or key of a form lies.
struct FormPlace {
    ScriptForm form;
    std::size_t start;
};

FormPlace formOf(util::ByteView script) {
    const auto size = script.size();
    const auto begins = [&](std::uint8_t a, std::uint8_t b) { return script[0] == a && script[1] == b; };
    if (size == 22 && begins(0x00, 20)) return {WitnessKeyHash, 2};
    if (size == 34 && begins(0x00, 32)) return {WitnessScriptHash, 2};
    if (size == 34 && begins(0x51, 32)) return {TaprootKey, 2};
    if (size == 25 && begins(0x76, 0xa9) && script[2] == 20 && script[23] == 0x88 && script[24] == 0xac)
        return {KeyHash, 3};
    if (size == 23 && begins(0xa9, 20) && script[22] == 0x87) return {ScriptHash, 2};
    return {Other, 0};
}

} // namespace

std::optional<AddressType> addressTypeOf(const script::Descriptor& descriptor) {
    using script::DescriptorKind;
    const script::DescriptorNode& root = descriptor.root();
    switch (root.kind) {
    case DescriptorKind::Pkh:
        return AddressType::Legacy;
    case DescriptorKind::Sh: {
        const DescriptorKind inner = root.children.front().kind;
        const bool isWitness = inner == DescriptorKind::Wpkh || inner == DescriptorKind::Wsh;
        return isWitness ? AddressType::P2shSegwit : AddressType::Legacy;
    }
    case DescriptorKind::Wpkh:
    case DescriptorKind::Wsh:
        return AddressType::Bech32;
    case DescriptorKind::Tr:
    case DescriptorKind::RawTr:
        return AddressType::Bech32m;
    default:
        return std::nullopt;
    }
}

std::size_t Keychain::MarkHash::operator()(const Mark& mark) const {
    // Only scripts that this user chose are stored, so nobody else can make them collide.
    std::size_t out = 0;
    std::memcpy(&out, mark.data() + 1, sizeof out);
    return out;
}

Keychain::Mark Keychain::markOf(util::ByteView script) {
    Mark out{};
    const FormPlace place = formOf(script);
    out[0] = place.form;
    if (place.form != Other) {
        std::copy_n(script.begin() + static_cast<std::ptrdiff_t>(place.start), out.size() - 1,
                    out.begin() + 1);
    } else if (!script::isUnspendable(script)) {
        std::ranges::copy(crypto::hash160(script), out.begin() + 1);
    }
    return out;
}

Keychain::Keychain(script::DescriptorFormat format, std::uint32_t lookAhead)
    : m_format(std::move(format)), m_lookAhead(std::max<std::uint32_t>(lookAhead, 1)) {}

// --- descriptors ---

/// Without its addresses; nothing where the text is no descriptor that can be derived from.
std::optional<Keychain::Branch> Keychain::branchFrom(StoredDescriptor row) const {
    auto parsed = script::Descriptor::parse(row.text, m_format);
    if (!parsed || parsed->size() != 1 || row.rangeEnd > kMaxIndex || row.next > kMaxIndex)
        return std::nullopt;
    script::Descriptor& descriptor = parsed->front();
    const bool isCombo = descriptor.root().kind == script::DescriptorKind::Combo;
    if (descriptor.hasPrivateKeys() || isCombo || !descriptor.normalised()) return std::nullopt;
    row.text = descriptor.toString();
    const auto type = addressTypeOf(descriptor);
    const auto size = script::spendSizeOf(descriptor);
    return Branch{std::move(row), std::move(descriptor), type, size, {}, {}, false};
}

bool Keychain::restore(const std::vector<StoredDescriptor>& descriptors,
                       const std::vector<WalletAddress>& rows) {
    m_branches.clear();
    m_texts.clear();
    m_paths.clear();
    m_own.clear();
    for (const StoredDescriptor& row : descriptors) {
        auto made = branchFrom(row);
        if (!made || m_branches.contains(row.id)) return false;
        m_texts.emplace(made->row.text, row.id);
        m_branches.emplace(row.id, std::move(*made));
    }
    StoredRows stored;
    for (const WalletAddress& row : rows) {
        const auto found = m_branches.find(row.path.descriptor);
        if (found == m_branches.end() || row.path.index >= kMaxIndex) return false;
        if (!found->second.descriptor.isRanged() && row.path.index != 0) return false;
        StoredDescriptor& of = found->second.row;
        of.next = std::max(of.next, row.path.index + 1);
        stored[row.path] = &row;
    }
    noteActive();
    for (auto& [id, each] : m_branches) {
        if (!fill(each, stored)) return false;
    }
    ++m_revision;
    accept();
    return true;
}

/// The addresses of a branch: those that are stored, and between and behind them derived ones.
bool Keychain::fill(Branch& branch, const StoredRows& stored) {
    const std::uint32_t id = branch.row.id;
    const std::uint32_t count = branch.descriptor.isRanged() ? branch.row.next : 1;
    const auto first = stored.lower_bound({id, 0});
    const auto last = stored.upper_bound({id, kMaxIndex});
    if (count > static_cast<std::size_t>(std::distance(first, last)) + kMaxUnstored) return false;
    const WalletAddress sample = derive(branch, 0);
    branch.addresses.reserve(count + std::size_t{m_lookAhead});
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto row = stored.find({id, i});
        if (row == stored.end()) {
            branch.addresses.push_back(derive(branch, i));
        } else {
            if (markOf(row->second->scriptPubKey)[0] != markOf(sample.scriptPubKey)[0]) return false;
            branch.addresses.push_back(*row->second);
            branch.addresses.back().chain = branch.row.chain;
        }
        const WalletAddress& address = branch.addresses.back();
        index(address);
        if (address.handedOut != 0 || address.used) m_own.push_back(address.path);
    }
    lookAhead(branch);
    return true;
}

std::optional<std::uint32_t> Keychain::add(StoredDescriptor row) {
    auto made = branchFrom(std::move(row));
    if (!made) return std::nullopt;
    const auto known = m_texts.find(made->row.text);
    const StoredDescriptor wanted = made->row;
    std::uint32_t id = m_branches.empty() ? 0 : m_branches.rbegin()->first + 1;
    if (known != m_texts.end()) {
        id = known->second;
        StoredDescriptor& changed = editableRow(branch(id));
        changed.chain = wanted.chain;
        changed.isActive = wanted.isActive;
        changed.rangeEnd = std::max(changed.rangeEnd, wanted.rangeEnd);
        changed.birth = std::min(changed.birth, wanted.birth);
        changed.canSign = changed.canSign || wanted.canSign;
        moveNext(branch(id), std::max(changed.next, wanted.next));
        for (WalletAddress& address : branch(id).addresses)
            address.chain = wanted.chain;
    } else {
        made->row.id = id;
        made->isNew = true;
        m_texts.emplace(made->row.text, id);
        m_branches.emplace(id, std::move(*made));
    }
    for (auto& [other, each] : m_branches) {
        if (wanted.isActive && other != id && each.row.isActive && each.type == branch(id).type &&
            each.row.chain == wanted.chain)
            editableRow(each).isActive = false;
    }
    noteActive();
    lookAhead(branch(id));
    ++m_revision;
    return id;
}

void Keychain::rewrite(std::uint32_t descriptor, const std::string& text) {
    Branch& changed = branch(descriptor);
    StoredDescriptor row;
    row.id = descriptor;
    row.text = text;
    auto made = branchFrom(std::move(row));
    require(made.has_value() && derive(*made, 0).scriptPubKey == derive(changed, 0).scriptPubKey);
    m_texts.erase(changed.row.text);
    editableRow(changed).text = made->row.text;
    changed.descriptor = std::move(made->descriptor);
    m_texts[changed.row.text] = descriptor;
}

std::vector<StoredDescriptor> Keychain::descriptors() const {
    std::vector<StoredDescriptor> out;
    for (const auto& [id, each] : m_branches) {
        out.push_back(each.row);
        out.back().rangeEnd = static_cast<std::uint32_t>(each.addresses.size());
    }
    return out;
}

const StoredDescriptor* Keychain::row(std::uint32_t descriptor) const {
    const auto found = m_branches.find(descriptor);
    return found == m_branches.end() ? nullptr : &found->second.row;
}

const StoredDescriptor* Keychain::rowOf(std::string_view text) const {
    const auto found = m_texts.find(text);
    return found == m_texts.end() ? nullptr : row(found->second);
}

const script::Descriptor& Keychain::descriptor(std::uint32_t descriptor) const {
    return branch(descriptor).descriptor;
}

std::optional<std::uint32_t> Keychain::active(AddressType type, KeyChain chain) const {
    return m_active[static_cast<std::size_t>(type)][static_cast<std::size_t>(chain)];
}

std::size_t Keychain::lookedAhead(std::uint32_t descriptor) const {
    const Branch& of = branch(descriptor);
    return of.addresses.size() - std::min<std::size_t>(of.row.next, of.addresses.size());
}

std::optional<std::uint32_t> Keychain::usual() const {
    for (const AddressType type :
         {kUsualType, AddressType::Bech32m, AddressType::P2shSegwit, AddressType::Legacy}) {
        if (const auto found = active(type, KeyChain::Receive)) return found;
    }
    return std::nullopt;
}

void Keychain::noteActive() {
    m_active = {};
    for (const auto& [id, each] : m_branches) {
        if (each.row.isActive && each.type && each.descriptor.isRanged())
            m_active[static_cast<std::size_t>(*each.type)][static_cast<std::size_t>(each.row.chain)] = id;
    }
}

void Keychain::watchAhead(std::uint32_t count) {
    for (auto& [id, each] : m_branches) {
        const std::uint32_t end = std::min(kMaxIndex - count, each.row.next) + count;
        if (!each.descriptor.isRanged() || each.addresses.size() >= end) continue;
        editableRow(each).rangeEnd = end;
        lookAhead(each);
    }
}

// --- addresses ---

const WalletAddress* Keychain::find(util::ByteView scriptPubKey) const {
    const auto found = m_paths.find(markOf(scriptPubKey));
    if (found == m_paths.end()) return nullptr;
    const WalletAddress& address = at(found->second);
    return std::ranges::equal(address.scriptPubKey, scriptPubKey) ? &address : nullptr;
}

const WalletAddress* Keychain::findByText(const std::string& address) const {
    const auto script = script::scriptFromAddress(address, m_format.addresses);
    return script ? find(*script) : nullptr;
}

const WalletAddress& Keychain::next(std::uint32_t descriptor) const {
    const Branch& from = branch(descriptor);
    std::uint32_t i = from.row.next;
    while (i + 1 < from.addresses.size() && from.addresses[i].scriptPubKey.empty())
        ++i;
    return from.addresses[i];
}

const WalletAddress* Keychain::current(const std::function<bool(const std::string&)>& isGiven) const {
    const auto from = usual();
    if (!from) return nullptr;
    for (const WalletAddress& address : branch(*from).addresses) {
        if (address.handedOut == 0 || address.used || !address.label.empty()) continue;
        if (!isGiven || !isGiven(address.address)) return &address;
    }
    return nullptr;
}

std::vector<WalletAddress> Keychain::handedOutOrUsed() const {
    std::vector<WalletAddress> out;
    for (const auto& [id, from] : m_branches) {
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
    for (const auto& [id, from] : m_branches) {
        for (const WalletAddress& address : from.addresses) {
            if (address.handedOut == 0 && !address.used) continue;
            const AddressGroup group = address.chain == KeyChain::Change ? AddressGroup::Change
                                       : address.label == kRewardLabel   ? AddressGroup::Mining
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
        out.push_back(at(paths[i - 1]));
    return out;
}

std::size_t Keychain::groupSize(AddressGroup group) const {
    return groups()[static_cast<std::size_t>(group)].size();
}

AddressUse Keychain::useOf(const WalletAddress& address) const {
    if (!branch(address.path.descriptor).descriptor.isRanged()) return AddressUse::Imported;
    if (address.chain == KeyChain::Change) return AddressUse::Change;
    return address.label == kRewardLabel ? AddressUse::Mining : AddressUse::Receive;
}

void Keychain::visitOwn(
    const std::function<void(const WalletAddress&, AddressUse, std::optional<AddressType>)>& visit) const {
    for (const auto& [id, from] : m_branches) {
        for (const WalletAddress& address : from.addresses)
            if (address.handedOut != 0 || address.used) visit(address, useOf(address), from.type);
    }
}

std::optional<AddressFacts> Keychain::factsAt(const KeyPath& path) const {
    const auto found = m_branches.find(path.descriptor);
    if (found == m_branches.end() || path.index >= found->second.addresses.size()) return std::nullopt;
    const WalletAddress& address = found->second.addresses[path.index];
    return AddressFacts{address, useOf(address), found->second.type, {}};
}

std::vector<util::Bytes> Keychain::ownScripts(std::size_t from) const {
    std::vector<util::Bytes> out;
    for (std::size_t i = from; i < m_own.size(); ++i)
        out.push_back(at(m_own[i]).scriptPubKey);
    return out;
}

Keychain::Counts Keychain::watched() const {
    Counts out;
    for (const auto& [id, each] : m_branches)
        out[id] = static_cast<std::uint32_t>(each.addresses.size());
    return out;
}

Keychain::Counts Keychain::handedOut() const {
    Counts out;
    for (const auto& [id, each] : m_branches)
        out[id] = each.row.next;
    return out;
}

std::vector<util::Bytes> Keychain::watchedSince(const Counts& from) const {
    std::vector<util::Bytes> out;
    for (const auto& [id, each] : m_branches) {
        const auto begin = from.find(id);
        for (std::size_t i = begin != from.end() ? begin->second : 0; i < each.addresses.size(); ++i)
            out.push_back(each.addresses[i].scriptPubKey);
    }
    return out;
}

const WalletAddress* Keychain::unusedForMining() const {
    for (const KeyPath& path : groups()[static_cast<std::size_t>(AddressGroup::Mining)]) {
        if (!at(path).used) return &at(path);
    }
    return nullptr;
}

const script::DescriptorKey* Keychain::onlyKey(std::uint32_t descriptor) const {
    const auto found = m_branches.find(descriptor);
    if (found == m_branches.end()) return nullptr;
    const script::DescriptorNode* node = &found->second.descriptor.root();
    while (node->keys.empty() && node->children.size() == 1)
        node = &node->children.front();
    return node->keys.size() == 1 && node->children.empty() ? &node->keys.front() : nullptr;
}

std::optional<crypto::PublicKey> Keychain::publicKey(const KeyPath& path) const {
    const script::DescriptorKey* const key = onlyKey(path.descriptor);
    const auto point = key ? key->pointAt(path.index) : std::nullopt;
    return point ? crypto::PublicKey::parse(*point) : std::nullopt;
}

util::Bytes Keychain::scriptAt(const KeyPath& path) const {
    const auto found = m_branches.find(path.descriptor);
    const bool isHere = found != m_branches.end() && path.index < found->second.addresses.size();
    return isHere ? found->second.addresses[path.index].scriptPubKey : util::Bytes();
}

script::SpendSize Keychain::spendSize(const KeyPath& path) const {
    const auto found = m_branches.find(path.descriptor);
    return found == m_branches.end() ? script::kKeyHashSpend : found->second.size;
}

WalletAddress Keychain::handOut(std::uint32_t descriptor, std::int64_t now, const std::string& label) {
    const KeyPath path = next(descriptor).path;
    handOut(path, now);
    editable(path).label = label;
    return at(path);
}

void Keychain::handOut(const KeyPath& path, std::int64_t now) {
    if (const WalletAddress& address = at(path); address.handedOut == 0) {
        if (!address.used) m_own.push_back(path);
        editable(path).handedOut = std::max<std::int64_t>(now, 1);
    }
    moveNext(branch(path.descriptor), path.index + 1);
    lookAhead(branch(path.descriptor));
}

bool Keychain::markUsed(const KeyPath& path) {
    if (at(path).used) return false;
    if (at(path).handedOut == 0) m_own.push_back(path);
    editable(path).used = true;
    moveNext(branch(path.descriptor), path.index + 1);
    return lookAhead(branch(path.descriptor));
}

void Keychain::setLabel(const KeyPath& path, const std::string& label) {
    editable(path).label = label;
}

// --- changes ---

void Keychain::collect(WalletBatch& batch) const {
    for (const auto& [id, each] : m_branches) {
        if (each.isNew || each.before) batch.descriptors.push_back(each.row);
    }
    for (const auto& [path, before] : m_before)
        batch.addresses.push_back(at(path));
}

void Keychain::accept() {
    m_before.clear();
    for (auto& [id, each] : m_branches) {
        each.before.reset();
        each.isNew = false;
    }
}

void Keychain::rollback() {
    // Addresses derived further ahead stay: watching more than needed does no harm.
    for (auto& [path, before] : m_before)
        branch(path.descriptor).addresses[path.index] = std::move(before);
    m_before.clear();
    std::vector<std::uint32_t> fresh;
    for (auto& [id, each] : m_branches) {
        if (each.isNew) fresh.push_back(id);
        if (each.before) {
            m_texts.erase(each.row.text);
            each.row = std::move(*each.before);
            m_texts[each.row.text] = id;
            for (WalletAddress& address : each.addresses)
                address.chain = each.row.chain;
        }
        each.before.reset();
    }
    for (const std::uint32_t id : fresh)
        forget(id);
    noteActive();
    ++m_revision;
}

void Keychain::forget(std::uint32_t descriptor) {
    m_texts.erase(branch(descriptor).row.text);
    std::erase_if(m_paths, [&](const auto& entry) { return entry.second.descriptor == descriptor; });
    std::erase_if(m_own, [&](const KeyPath& path) { return path.descriptor == descriptor; });
    m_branches.erase(descriptor);
}

StoredDescriptor& Keychain::editableRow(Branch& branch) {
    if (!branch.before && !branch.isNew) branch.before = branch.row;
    return branch.row;
}

WalletAddress& Keychain::editable(const KeyPath& path) {
    WalletAddress& address = branch(path.descriptor).addresses[path.index];
    m_before.emplace(path, address);
    ++m_revision;
    return address;
}

void Keychain::moveNext(Branch& branch, std::uint32_t next) {
    if (branch.row.next < next) editableRow(branch).next = next;
}

WalletAddress Keychain::derive(const Branch& branch, std::uint32_t index) const {
    WalletAddress out;
    out.path = {branch.row.id, index};
    out.chain = branch.row.chain;
    auto scripts = branch.descriptor.scriptsAt(index);
    if (!scripts) return out; // BIP 32: go on with the next index
    out.scriptPubKey = std::move(scripts->front());
    out.address = script::toAddress(out.scriptPubKey, m_format.addresses).value_or(std::string());
    return out;
}

bool Keychain::lookAhead(Branch& branch) {
    const std::size_t ahead = std::min<std::size_t>(kMaxIndex, branch.row.next + std::size_t{m_lookAhead});
    const std::size_t wanted =
        branch.descriptor.isRanged() ? std::max<std::size_t>(ahead, branch.row.rangeEnd) : 1;
    if (branch.addresses.size() >= wanted) return false;
    while (branch.addresses.size() < wanted) {
        branch.addresses.push_back(derive(branch, static_cast<std::uint32_t>(branch.addresses.size())));
        index(branch.addresses.back());
    }
    return true;
}

void Keychain::index(const WalletAddress& address) {
    if (!address.scriptPubKey.empty()) m_paths.try_emplace(markOf(address.scriptPubKey), address.path);
}

} // namespace wallet
