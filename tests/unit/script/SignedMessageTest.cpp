#include "script/SignedMessage.h"
#include "crypto/Ripemd160.h"
#include "script/Wif.h"
#include "support/TestProgram.h"

class SignedMessageTest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithBitcoinCore() {
        const auto key = script::keyFromWif("cUeKHd5orzT3mz8P9pxyREHfsWtVfgsfDjiZZBcjUBAaGk1BTj7N", {});
        QVERIFY(key && key->isCompressed);
        const auto signature = script::signMessage(key->key, true, kText);
        const QByteArray bytes(reinterpret_cast<const char*>(signature.data()), qsizetype(signature.size()));
        QCOMPARE(bytes.toBase64(),
                 "INbVnW4e6PeRmsv2Qgu8NuopvrVjkcxob+sX8OcZG0SALhWybUjzMLPdAsXI46YZGb0KQTRii+"
                 "wWIQzRpG/U+S0=");
        QVERIFY(script::signerOf(kText, signature) == crypto::hash160(key->publicKey()));
    }

    void tellsWhichFormOfTheKeySigned() {
        const auto key = crypto::PrivateKey::generate();
        const auto signature = script::signMessage(key, false, kText);
        QVERIFY(signature[0] >= 27 && signature[0] < 31);
        QVERIFY(script::signerOf(kText, signature) == crypto::hash160(key.publicKey().uncompressed()));
        QVERIFY(script::signerOf("another text", signature) !=
                crypto::hash160(key.publicKey().uncompressed()));
    }

    void refusesWhatIsNoSignature() {
        QVERIFY(!script::signerOf(kText, {}));
        util::Bytes bytes(65);
        QVERIFY(!script::signerOf(kText, bytes));
        bytes[0] = 31;
        QVERIFY(!script::signerOf(kText, bytes)); // r and s are 0
        bytes[0] = 35;
        QVERIFY(!script::signerOf(kText, bytes));
    }

    void readsKeysAsTheyAreWritten() {
        using script::WifError;
        QVERIFY(script::keyFromWif("nonsense", {}).error() == WifError::Malformed);
        QVERIFY(script::keyFromWif("", {}).error() == WifError::Malformed);
        script::AddressFormat other;
        other.privateKey = 128;
        QVERIFY(script::keyFromWif("cMahea7zqjxrtgAbB7LSGbcQUr1uX1ojuat9jZodMN87JcbXMTcA", other).error() ==
                WifError::WrongNetwork);
        const auto long65 = script::keyFromWif("91avARGdfge8E4tZfYLoxeJ5sGBdNJQH4kvjJoQFacbgwmaKkrx", {});
        QVERIFY(long65 && !long65->isCompressed && long65->publicKey().size() == 65);
    }

private:
    static constexpr std::string_view kText = "This is just a test message";
};

CAIRN_TEST(SignedMessageTest)
#include "SignedMessageTest.moc"
