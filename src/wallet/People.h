#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wallet {

/// An address of somebody else, and whose it is.
struct KnownAddress {
    std::string address;
    std::string name;
    bool operator==(const KnownAddress&) const = default;
};

/// The address book: whose the addresses are that are not this wallet's, in the order in which they were
/// written down. Those of one name are one person's.
class People {
public:
    static constexpr std::size_t kMost = 10'000;

    /// Reads what `lines` wrote. Lines that are none, and those beyond `kMost`, are left out.
    static People read(std::string_view lines);
    /// "address<tab>name", one a line.
    [[nodiscard]] std::string lines() const;

    /// Empty: nobody's that is known.
    [[nodiscard]] const std::string& nameOf(const std::string& address) const;
    /// Without a name the address is forgotten. Names are one line, cut at kMaxLabelBytes. False: there is no
    /// room for one more.
    /// Needs:  an address that could be one: no blanks in it.
    [[nodiscard]] bool set(const KnownAddress& entry);
    [[nodiscard]] const std::vector<KnownAddress>& all() const { return m_all; }

private:
    void forget(std::size_t place);
    std::vector<KnownAddress> m_all;
    std::unordered_map<std::string, std::size_t> m_places; ///< in m_all, by address
};

/// A name as it is kept: one line, cut at kMaxLabelBytes, without blanks around it.
std::string cleanName(std::string_view name);

} // namespace wallet
