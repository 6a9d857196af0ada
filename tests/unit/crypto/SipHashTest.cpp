#include "crypto/SipHash.h"
#include "support/TestProgram.h"

#include "support/Hex.h"
#include "support/Vectors.h"

class SipHashTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithThePublishedVectors();
};

namespace {

std::uint64_t numberOf(const nlohmann::json& hex) {
    return std::stoull(hex.get<std::string>(), nullptr, 16);
}

/// Little endian words, the last one with the rest and the length in its highest byte.
std::vector<std::uint64_t> wordsOf(const util::Bytes& bytes) {
    std::vector<std::uint64_t> words(bytes.size() / 8 + 1);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        words[i / 8] |= std::uint64_t{bytes[i]} << (8 * (i % 8));
    words.back() |= static_cast<std::uint64_t>(bytes.size()) << 56;
    return words;
}

} // namespace

void SipHashTest::agreesWithThePublishedVectors() {
    const auto vectors = support::readJsonVectors("core_siphash.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        crypto::SipHash<2, 4> hash(numberOf(row["key"][0]), numberOf(row["key"][1]));
        util::Bytes input;
        for (const auto& piece : row["input"]) {
            const util::Bytes bytes = support::unhex(piece.get<std::string>());
            input.insert(input.end(), bytes.begin(), bytes.end());
        }
        for (const std::uint64_t word : wordsOf(input))
            hash.add(word);
        QVERIFY2(hash.finish() == numberOf(row["expected"]["siphash24"]), row.dump().c_str());
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 146);
}

CAIRN_TEST(SipHashTest)
#include "SipHashTest.moc"
