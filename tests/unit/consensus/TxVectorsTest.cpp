#include "consensus/TxRules.h"
#include "support/Hex.h"
#include "support/MadeBlocks.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

/// The published transactions, as far as the rules without scripts go.
class TxVectorsTest : public QObject {
    Q_OBJECT
private slots:
    void acceptsValidTransactions();
    void refusesBrokenTransactions();
};

void TxVectorsTest::acceptsValidTransactions() {
    const auto vectors = support::readJsonVectors("core_tx_valid.json");
    NEEDS_DATA(vectors);
    int count = 0;
    for (const auto& row : *vectors) {
        if (!row[0].is_array()) continue;
        const auto hex = row[1].get<std::string>();
        const auto transaction = primitives::Transaction::parse(support::unhex(hex));
        QVERIFY2(transaction, hex.c_str());
        QCOMPARE(support::reasonText(consensus::checkTransaction(*transaction)), std::string());
        ++count;
    }
    qInfo("%d transactions", count);
    QCOMPARE(count, 121);
}

void TxVectorsTest::refusesBrokenTransactions() {
    const auto vectors = support::readJsonVectors("core_tx_invalid.json");
    NEEDS_DATA(vectors);
    std::map<std::string, int> reasons;
    int count = 0;
    for (const auto& row : *vectors) {
        if (!row[0].is_array()) continue;
        ++count;
        const bool isBroken = row[2].get<std::string>() == "BADTX";
        const util::Bytes bytes = support::unhex(row[1].get<std::string>());
        auto transaction = primitives::Transaction::parse(bytes);
        if (!transaction) transaction = primitives::Transaction::parseLegacy(bytes); // without inputs
        QVERIFY(transaction);
        const auto checked = consensus::checkTransaction(*transaction);
        QCOMPARE(!checked.has_value(), isBroken);
        if (isBroken) ++reasons[support::reasonText(checked)];
    }
    const std::map<std::string, int> expected = {
        {"bad-txns-vout-empty", 1},          {"bad-txns-vout-negative", 1},    {"bad-txns-vout-toolarge", 1},
        {"bad-txns-txouttotal-toolarge", 1}, {"bad-txns-inputs-duplicate", 1}, {"bad-cb-length", 2},
        {"bad-txns-prevout-null", 2}};
    QVERIFY(reasons == expected);
    qInfo("%d transactions", count);
    QCOMPARE(count, 93);
}

CAIRN_TEST(TxVectorsTest)
#include "TxVectorsTest.moc"
