#pragma once

#include "util/Bytes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallet {

/// Data that is too large for one QR code, as a row of codes that are shown one after the other. Each part is
/// letters and figures only, which QR codes hold most densely, and says how many there are and which it is,
/// so that they may be seen in any order, and again.
///
/// Chosen before UR (BC-UR 2) because its parts are read without a fountain decoder, CBOR and a second
/// alphabet: less that strangers' bytes pass through. Both are read by the usual wallets and signers.
/// Source: BBQr 1.0.0, https://bbqr.org.
namespace bbqr {

constexpr char kPsbt = 'P';
constexpr std::size_t kMostParts = 1'295; ///< two digits of base 36
constexpr std::size_t kMostBytes = 10'000'000;
constexpr std::size_t kMostPartText = 4'296; ///< what the largest QR code holds

/// The parts of `data`, none longer than `longest`; one alone where it fits. Empty: it takes too many.
/// Needs: `longest` of 24 at least.
std::vector<std::string> split(util::ByteView data, char kind, std::size_t longest);
/// Looks like a part.
bool isPart(std::string_view text);

/// Puts parts together again, in whatever order they come.
class Joiner {
public:
    enum class Taken {
        New,
        Known,     ///< it was here already
        OfAnother, ///< of other data: the parts of before stay
        Wrong,     ///< no part, or a damaged one
    };
    [[nodiscard]] Taken take(std::string_view part);
    [[nodiscard]] std::size_t have() const { return m_have; }
    [[nodiscard]] std::size_t total() const { return m_parts.size(); } ///< 0: none has come yet
    [[nodiscard]] bool isWhole() const { return m_have > 0 && m_have == m_parts.size(); }
    [[nodiscard]] bool hasPart(std::size_t index) const { return !m_parts[index].empty(); }
    [[nodiscard]] char kind() const { return m_kind; }
    /// Nothing before all are here, or where they are no data.
    [[nodiscard]] std::optional<util::Bytes> data() const;
    void clear();

private:
    std::vector<util::Bytes> m_parts; ///< empty: not here yet
    std::size_t m_have = 0;
    std::size_t m_bytes = 0;
    char m_encoding = 0;
    char m_kind = 0;
};

} // namespace bbqr

} // namespace wallet
