#include "script/SignatureCache.h"
#include "support/TestProgram.h"

#include "crypto/PrivateKey.h"

#include <thread>

using script::CurveChecks;
using script::SignatureCache;

namespace {

crypto::PrivateKey secret() {
    return crypto::PrivateKey::parse(util::Bytes(32, 0x42)).value();
}

/// A check with all it depends on.
struct Check {
    SignatureCache::Kind kind;
    util::Bytes message;
    util::Bytes publicKey;
    util::Bytes signature;

    [[nodiscard]] bool make(const CurveChecks& curve) const {
        switch (kind) {
        case SignatureCache::Kind::Ecdsa:
            return curve.ecdsa(publicKey, signature, message);
        case SignatureCache::Kind::Schnorr:
            return curve.schnorr(publicKey, signature, message);
        case SignatureCache::Kind::TaprootKey:
            break;
        }
        return curve.taprootKey(util::ByteView(signature).first(32), signature[32] != 0, publicKey, message);
    }
};

Check goodCheck(SignatureCache::Kind kind) {
    const util::Bytes message(32, 7);
    const auto key = secret().publicKey().compressed();
    const util::Bytes xOnly(key.begin() + 1, key.end());
    switch (kind) {
    case SignatureCache::Kind::Ecdsa:
        return {kind, message, {key.begin(), key.end()}, secret().signEcdsa(message)};
    case SignatureCache::Kind::Schnorr: {
        const auto signature = secret().signSchnorr(message);
        return {kind, message, xOnly, {signature.begin(), signature.end()}};
    }
    case SignatureCache::Kind::TaprootKey:
        break;
    }
    util::Bytes even{2};
    even.insert(even.end(), xOnly.begin(), xOnly.end());
    const auto output = crypto::PublicKey::parse(even)->tweakAdd(message)->compressed();
    util::Bytes outputKey(output.begin() + 1, output.end());
    outputKey.push_back(output[0] & 1);
    return {kind, message, xOnly, outputKey};
}

} // namespace

class SignatureCacheTest : public QObject {
    Q_OBJECT
private slots:
    void makesEachCheckOnce_data() { kinds(); }
    void makesEachCheckOnce() {
        QFETCH(int, kind);
        const Check check = goodCheck(static_cast<SignatureCache::Kind>(kind));
        SignatureCache cache;
        const CurveChecks curve(cache, CurveChecks::Mode::Remember);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(check.make(curve));
            QCOMPARE(cache.operations(), std::uint64_t(1));
            QCOMPARE(cache.hits(), std::uint64_t(i));
        }
        QVERIFY(check.make(CurveChecks())); // without a cache it holds too
        QCOMPARE(cache.hits(), std::uint64_t(2));
    }

    void missesOnAnyChangedByte_data() { kinds(); }
    void missesOnAnyChangedByte() {
        QFETCH(int, kind);
        const Check good = goodCheck(static_cast<SignatureCache::Kind>(kind));
        SignatureCache cache;
        const CurveChecks remember(cache, CurveChecks::Mode::Remember);
        const CurveChecks look(cache, CurveChecks::Mode::LookOnly);
        QVERIFY(good.make(remember));
        std::uint64_t operations = 1;
        for (util::Bytes Check::*part : {&Check::message, &Check::publicKey, &Check::signature}) {
            for (std::size_t i = 0; i < (good.*part).size(); ++i) {
                Check changed = good;
                (changed.*part)[i] ^= 1;
                if (kind == int(SignatureCache::Kind::TaprootKey) && part == &Check::signature && i == 32)
                    (changed.*part)[i] = good.signature[i] == 0 ? 1 : 0; // the parity
                // (The length of a lax DER sequence may be anything.)
                QCOMPARE(changed.make(look), changed.make(CurveChecks()));
                QCOMPARE(cache.operations(), ++operations);
            }
        }
        QCOMPARE(cache.hits(), std::uint64_t(0));
        QCOMPARE(cache.size(), std::size_t(1)); // looking keeps nothing
    }

    void remembersThatASignatureIsBad() {
        Check check = goodCheck(SignatureCache::Kind::Ecdsa);
        check.message[0] ^= 1;
        SignatureCache cache;
        const CurveChecks curve(cache, CurveChecks::Mode::Remember);
        QVERIFY(!check.make(curve));
        QVERIFY(!check.make(curve));
        QCOMPARE(cache.operations(), std::uint64_t(1));
    }

    void keepsKindsAndPartsApart() {
        const SignatureCache cache;
        const util::Bytes message(32, 1);
        const auto key = [&](SignatureCache::Kind kind, const util::Bytes& publicKey,
                             const util::Bytes& signature) {
            return cache.keyOf(kind, message, publicKey, signature);
        };
        const auto one = key(SignatureCache::Kind::Ecdsa, {1, 2}, {3});
        QVERIFY(one == key(SignatureCache::Kind::Ecdsa, {1, 2}, {3}));
        QVERIFY(one != key(SignatureCache::Kind::Schnorr, {1, 2}, {3}));
        QVERIFY(one != key(SignatureCache::Kind::Ecdsa, {1}, {2, 3}));
        const SignatureCache other; // another salt
        QVERIFY(one != other.keyOf(SignatureCache::Kind::Ecdsa, message, util::Bytes{1, 2}, util::Bytes{3}));
    }

    void staysWithinItsBound() {
        SignatureCache cache(4'096);
        QCOMPARE(cache.capacity(), std::size_t(128));
        for (std::uint8_t i = 0; i < 250; ++i)
            for (std::uint8_t j = 0; j < 8; ++j)
                cache.add(cache.keyOf(SignatureCache::Kind::Ecdsa, util::Bytes(32, i), util::Bytes{j}, {}),
                          true);
        QVERIFY(cache.size() <= cache.capacity());
        QVERIFY(cache.size() > cache.capacity() / 2);
    }

    void answersManyThreads() {
        SignatureCache cache;
        std::vector<Check> checks(24, goodCheck(SignatureCache::Kind::Schnorr));
        for (std::size_t i = 0; i < checks.size(); ++i)
            if (i % 2 == 1) checks[i].message[i] ^= 1; // every second one is bad
        std::atomic<int> wrong{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                const CurveChecks curve(cache, CurveChecks::Mode::Remember);
                for (int round = 0; round < 5; ++round)
                    for (std::size_t i = 0; i < checks.size(); ++i)
                        if (checks[i].make(curve) != (i % 2 == 0)) ++wrong;
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(cache.operations() + cache.hits(), std::uint64_t(4 * 5 * checks.size()));
        QVERIFY(cache.operations() <= 4 * (1 + checks.size() / 2)); // at worst every thread once
        QCOMPARE(cache.size(), 1 + checks.size() / 2);
    }

private:
    static void kinds() {
        QTest::addColumn<int>("kind");
        QTest::newRow("ECDSA") << int(SignatureCache::Kind::Ecdsa);
        QTest::newRow("Schnorr") << int(SignatureCache::Kind::Schnorr);
        QTest::newRow("taproot output key") << int(SignatureCache::Kind::TaprootKey);
    }
};

CAIRN_TEST(SignatureCacheTest)
#include "SignatureCacheTest.moc"
