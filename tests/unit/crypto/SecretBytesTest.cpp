#include "crypto/SecretBytes.h"
#include "support/Hex.h"
#include "support/TestProgram.h"

using support::unhex;

class SecretBytesTest : public QObject {
    Q_OBJECT
private slots:
    void wipesMemory();
    void wipesOnlyWhatItIsGiven();
    void comparesBytes();
};

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

CAIRN_TEST(SecretBytesTest)
#include "SecretBytesTest.moc"
