#include "crypto/Sha256.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

#include <thread>

using support::hexOf;
using support::unhex;

class Sha256Test : public QObject {
    Q_OBJECT
private slots:
    void agreesWithPublishedVectors();
    void hashesInPieces();
    void startsAnewAfterFinish();
    void hashesTwice();
    void agreesWithBip341OnTaggedHashes();
    void compressesLikeOpenSsl_data();
    void compressesLikeOpenSsl();
    void hashesInManyThreads();
};

void Sha256Test::agreesWithPublishedVectors() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_hash_vectors.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : vectors->at("sha256")) {
        const std::string text = support::messageOf(row);
        QCOMPARE(hexOf(crypto::sha256(util::asBytes(text))),
                 QByteArray::fromStdString(row.at("digest").get<std::string>()));
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 10);
}

static util::Bytes someBytes(std::size_t size) {
    util::Bytes out;
    for (std::size_t i = 0; i < size; ++i)
        out.push_back(static_cast<std::uint8_t>(i * 131 + (i >> 8)));
    return out;
}

void Sha256Test::hashesInPieces() {
    const util::Bytes bytes = someBytes(1000);
    const util::ByteView view(bytes);
    const auto whole = crypto::sha256(bytes);
    for (const std::size_t piece : {1, 7, 63, 64, 65, 999}) {
        crypto::Sha256 hasher;
        for (std::size_t from = 0; from < view.size(); from += piece)
            hasher.add(view.subspan(from, std::min(piece, view.size() - from)));
        QCOMPARE(hexOf(hasher.finish()), hexOf(whole));
    }
}

void Sha256Test::startsAnewAfterFinish() {
    crypto::Sha256 hasher;
    const auto ofNothing = hasher.finish();
    QCOMPARE(hexOf(ofNothing), hexOf(crypto::sha256({})));
    hasher.add(unhex("01"));
    hasher.add({});
    QCOMPARE(hexOf(hasher.finish()), hexOf(crypto::sha256(unhex("01"))));
    QCOMPARE(hexOf(hasher.finish()), hexOf(ofNothing));
}

void Sha256Test::hashesTwice() {
    QCOMPARE(hexOf(crypto::sha256d({})),
             QByteArray("5df6e0e2761359d30a8275058e299fcc0381534545f55cf43e41983f5d4c9456"));
    QCOMPARE(hexOf(crypto::sha256d(util::asBytes("hello"))),
             QByteArray("9595c9df90075148eb06860365df33584b75bff782a510c6cd4883a419833d50"));
}

void Sha256Test::agreesWithBip341OnTaggedHashes() {
    const auto vectors = support::readJsonVectors(QStringLiteral("bip341_wallet.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : vectors->at("scriptPubKey")) {
        const auto& known = row.at("intermediary");
        util::Bytes message = unhex(row.at("given").at("internalPubkey").get<std::string>());
        if (!known.at("merkleRoot").is_null()) {
            const util::Bytes root = unhex(known.at("merkleRoot").get<std::string>());
            message.insert(message.end(), root.begin(), root.end());
        }
        QCOMPARE(hexOf(crypto::taggedHash("TapTweak", message)),
                 QByteArray::fromStdString(known.at("tweak").get<std::string>()));
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 7);
}

void Sha256Test::compressesLikeOpenSsl_data() {
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 55, 56, 63, 64, 65, 80, 119, 120, 128, 1000})
        QTest::addRow("%d bytes", size) << size;
}

/// SHA-256 by the compression function alone: padding and length written here.
static crypto::Hash256Bytes hashByCompression(util::Bytes message) {
    const std::uint64_t bits = message.size() * 8;
    message.push_back(0x80);
    while (message.size() % 64 != 56)
        message.push_back(0);
    for (int shift = 56; shift >= 0; shift -= 8)
        message.push_back(static_cast<std::uint8_t>(bits >> shift));
    crypto::Sha256Midstate state = crypto::kSha256Start;
    for (std::size_t from = 0; from < message.size(); from += 64)
        state = crypto::sha256Compress(state, util::ByteView(message).subspan(from).first<64>());
    crypto::Hash256Bytes out;
    for (std::size_t i = 0; i < 32; ++i)
        out[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
    return out;
}

void Sha256Test::compressesLikeOpenSsl() {
    QFETCH(int, size);
    const util::Bytes message = someBytes(static_cast<std::size_t>(size));
    QCOMPARE(hexOf(hashByCompression(message)), hexOf(crypto::sha256(message)));
}

void Sha256Test::hashesInManyThreads() {
    const auto expected = crypto::sha256d(someBytes(80));
    std::atomic<int> good{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 1000; ++i)
                good += crypto::sha256d(someBytes(80)) == expected;
        });
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(good.load(), 4000);
}

CAIRN_TEST(Sha256Test)
#include "Sha256Test.moc"
