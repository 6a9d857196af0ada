#include "crypto/HmacSha512.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

using support::hexOf;
using support::unhex;

class HmacSha512Test : public QObject {
    Q_OBJECT
private slots:
    void agreesWithPublishedVectors();
    void acceptsAnEmptyKeyAndMessage();
    void forgetsTheLastKey();
};

void HmacSha512Test::agreesWithPublishedVectors() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_hash_vectors.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : vectors->at("hmac_sha512")) {
        const util::Bytes key = unhex(row.at("key").get<std::string>());
        const util::Bytes message = unhex(row.at("data").get<std::string>());
        QCOMPARE(hexOf(crypto::hmacSha512(key, message)),
                 QByteArray::fromStdString(row.at("mac").get<std::string>()));
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 9);
}

constexpr auto kOfNothing = "b936cee86c9f87aa5d3c6f2e84cb5a4239a5fe50480a6ec66b70ab5b1f4ac673"
                            "0c6c515421b327ec1d69402e53dfb49ad7381eb067b338fd7b0cb22247225d47";

void HmacSha512Test::acceptsAnEmptyKeyAndMessage() {
    QCOMPARE(hexOf(crypto::hmacSha512({}, {})), QByteArray(kOfNothing));
}

void HmacSha512Test::forgetsTheLastKey() {
    crypto::hmacSha512(unhex("0102"), unhex("03"));
    QCOMPARE(hexOf(crypto::hmacSha512({}, {})), QByteArray(kOfNothing));
}

CAIRN_TEST(HmacSha512Test)
#include "HmacSha512Test.moc"
