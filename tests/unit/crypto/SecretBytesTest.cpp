#include "crypto/SecretBytes.h"
#include "support/Hex.h"
#include "support/TestProgram.h"

#include <algorithm>
#include <array>

using support::unhex;

namespace {

/// Memory that the test owns: what was given back stays as it is and can be looked at.
struct Pool {
    static inline std::array<std::uint8_t, 1 << 16> memory{};
    static inline std::size_t used = 0;
    static inline std::size_t givenBack = 0;

    static void* take(std::size_t size) {
        void* const taken = memory.data() + used;
        used += (size + 15) / 16 * 16;
        return used <= memory.size() ? taken : nullptr;
    }
    static void giveBack(void*, std::size_t size) { givenBack += size; }
    static void empty() {
        memory.fill(0);
        used = givenBack = 0;
    }
};

using Bytes = crypto::SecretBytesIn<Pool>;
using String = crypto::SecretStringIn<Pool>;

constexpr std::uint8_t kSecret = 0xa7;

Bytes secretBytes(std::size_t count) {
    return Bytes(count, kSecret);
}

/// How often a byte of the secret is in the pool, in use or not.
std::ptrdiff_t traces() {
    return std::ranges::count(Pool::memory, kSecret);
}

} // namespace

class SecretBytesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { Pool::empty(); }
    void wipesWhatIsFreed();
    void wipesWhatItLeavesWhenItGrows();
    void leavesNothingWhereItMovedFrom();
    void wipesWhatIsReplaced();
    void wipesWhatLiesBehindItsEnd();
    void wipesText();
    void theRealOnesAreOfThisKind();
    void wipesMemory();
    void wipesOnlyWhatItIsGiven();
    void wipesTheStack();
    void comparesBytes();
};

void SecretBytesTest::wipesWhatIsFreed() {
    {
        const Bytes secret = secretBytes(100);
        QCOMPARE(traces(), 100);
    }
    QCOMPARE(Pool::givenBack, std::size_t(100));
    QCOMPARE(traces(), 0);
}

void SecretBytesTest::wipesWhatItLeavesWhenItGrows() {
    Bytes secret = secretBytes(100);
    for (int i = 0; i < 1'000; ++i)
        secret.push_back(kSecret);
    QVERIFY(Pool::givenBack >= 100); // it moved to larger memory
    QCOMPARE(traces(), 1'100);       // and is there once
    secret.resize(10);
    secret.shrink_to_fit();
    QCOMPARE(traces(), 10);
}

void SecretBytesTest::leavesNothingWhereItMovedFrom() {
    Bytes first = secretBytes(100);
    const Bytes second(std::move(first));
    QVERIFY(first.empty());
    QCOMPARE(traces(), 100);
    Bytes third(7, 1);
    third = secretBytes(50); // moved in
    QCOMPARE(traces(), 150);
    std::vector<Bytes> many;
    for (int i = 0; i < 20; ++i)
        many.push_back(secretBytes(10)); // moved again and again as the list grows
    QCOMPARE(traces(), 350);
}

void SecretBytesTest::wipesWhatIsReplaced() {
    Bytes secret = secretBytes(100);
    secret = Bytes(5, 1);
    QCOMPARE(traces(), 0);
    Bytes other = secretBytes(100);
    secret = other; // copied
    QCOMPARE(traces(), 200);
    other = Bytes();
    secret.swap(other);
    secret = {};
    other.clear();
    other.shrink_to_fit();
    QCOMPARE(traces(), 0);
}

void SecretBytesTest::wipesWhatLiesBehindItsEnd() {
    {
        Bytes secret = secretBytes(100);
        secret.resize(3); // the rest is still there, in memory that it keeps
    }
    QCOMPARE(traces(), 0);
    {
        Bytes secret = secretBytes(100);
        secret.clear();
    }
    QCOMPARE(traces(), 0);
}

void SecretBytesTest::wipesText() {
    const char letter = static_cast<char>(kSecret);
    {
        String text(200, letter);
        text += letter;
        text.append(1'000, letter);
        QCOMPARE(traces(), 1'201);
        const String moved(std::move(text));
        QCOMPARE(traces(), 1'201);
    }
    QCOMPARE(traces(), 0);
    {
        String brief;
        brief.reserve(64); // else it lies in the object itself
        brief.append(8, letter);
        QCOMPARE(traces(), 8);
    }
    QCOMPARE(traces(), 0);
}

void SecretBytesTest::theRealOnesAreOfThisKind() {
    static_assert(std::is_same_v<crypto::SecretBytes, crypto::SecretBytesIn<crypto::Heap>>);
    static_assert(std::is_same_v<crypto::SecretString, crypto::SecretStringIn<crypto::Heap>>);
    QCOMPARE(crypto::SecretBytes(3, kSecret).size(), std::size_t(3));
}

void SecretBytesTest::wipesMemory() {
    util::Bytes bytes(64, 0xaa);
    crypto::wipe(bytes.data(), bytes.size());
    QVERIFY(bytes == util::Bytes(64, 0));
}

void SecretBytesTest::wipesOnlyWhatItIsGiven() {
    util::Bytes bytes(4, 0xaa);
    crypto::wipe(bytes.data() + 1, 2);
    QVERIFY(bytes == unhex("aa0000aa"));
    crypto::wipe(bytes.data(), 0);
    QVERIFY(bytes == unhex("aa0000aa"));
}

void SecretBytesTest::comparesBytes() {
    QVERIFY(crypto::equalConstantTime({}, {}));
    QVERIFY(crypto::equalConstantTime(unhex("010203"), unhex("010203")));
    QVERIFY(!crypto::equalConstantTime(unhex("010203"), unhex("010204")));
    QVERIFY(!crypto::equalConstantTime(unhex("010203"), unhex("110203")));
    QVERIFY(!crypto::equalConstantTime(unhex("010203"), unhex("0102")));
    QVERIFY(!crypto::equalConstantTime(unhex("010203"), {}));
}

namespace {

/// Where it left the secret, below the stack of who calls.
[[gnu::noinline]] std::uintptr_t leaveOnTheStack() {
    volatile std::uint8_t left[2'000];
    for (volatile std::uint8_t& byte : left)
        byte = kSecret;
    return reinterpret_cast<std::uintptr_t>(left);
}

/// No function is called while it looks.
int leftAt(std::uintptr_t place) {
    int count = 0;
    for (std::uintptr_t at = place; at < place + 2'000; ++at)
        if (*reinterpret_cast<volatile std::uint8_t*>(at) == kSecret) ++count;
    return count;
}

} // namespace

void SecretBytesTest::wipesTheStack() {
    const std::uintptr_t place = leaveOnTheStack();
    const int before = leftAt(place);
    {
        const crypto::StackWiper wiper;
        (void)leaveOnTheStack();
    }
    const int after = leftAt(place);
    QVERIFY(before > 1'000);
    QCOMPARE(after, 0);
}

CAIRN_TEST(SecretBytesTest)
#include "SecretBytesTest.moc"
