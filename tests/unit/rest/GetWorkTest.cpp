#include "rest/rpc/GetWork.h"
#include "support/TestProgram.h"

#include "consensus/ChainParams.h"
#include "consensus/Target.h"

class GetWorkTest : public QObject {
    Q_OBJECT
private slots:
    void turnsTheHeaderRound();
    void readsItBack();
};

void GetWorkTest::turnsTheHeaderRound() {
    const auto header = consensus::regtestParams().genesis->header;
    const QByteArray data = QByteArray::fromStdString(rest::getWorkData(header));
    QCOMPARE(data.size(), 256);
    QVERIFY(data.startsWith("00000001"));               // version 1 as a big endian word
    QCOMPARE(data.mid(160, 8), QByteArray("00000080")); // the padding's first byte, turned
    QVERIFY(data.endsWith("80020000"));                 // 640 bits, turned
    QCOMPARE(data.mid(168, 80), QByteArray(80, '0'));
    QVERIFY(QByteArray::fromStdString(rest::getWorkTarget(consensus::regtestParams().powLimit))
                .endsWith("ffff7f"));
}

void GetWorkTest::readsItBack() {
    const auto header = consensus::regtestParams().genesis->header;
    const auto bytes = util::fromHex(rest::getWorkData(header));
    QVERIFY(rest::headerFromGetWork(*bytes) == header);
    QVERIFY(!rest::headerFromGetWork(util::Bytes(127)));
    QVERIFY(!rest::headerFromGetWork({}));
}

CAIRN_TEST(GetWorkTest)
#include "GetWorkTest.moc"
