#include "crypto/Ripemd160.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

using support::hexOf;
using support::unhex;

class Ripemd160Test : public QObject {
    Q_OBJECT
private slots:
    void agreesWithPublishedVectors();
    void hashesAPublicKeyForItsAddress();
};

void Ripemd160Test::agreesWithPublishedVectors() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_hash_vectors.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : vectors->at("ripemd160")) {
        const std::string text = support::messageOf(row);
        QCOMPARE(hexOf(crypto::ripemd160(util::asBytes(text))),
                 QByteArray::fromStdString(row.at("digest").get<std::string>()));
        ++cases;
    }
    qInfo("%d cases", cases);
    QCOMPARE(cases, 9);
}

void Ripemd160Test::hashesAPublicKeyForItsAddress() { // BIP 173's example
    const auto key = unhex("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
    QCOMPARE(hexOf(crypto::hash160(key)), QByteArray("751e76e8199196d454941c45d1b3a323f1433bd6"));
}

CAIRN_TEST(Ripemd160Test)
#include "Ripemd160Test.moc"
