#include "primitives/Transaction.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

#include <atomic>
#include <cstdlib>
#include <new>

using primitives::Amount;
using primitives::Transaction;
using primitives::TransactionParts;
using primitives::TxId;
using support::hexOf;
using support::unhex;
using util::ReadError;

namespace {
/// The largest piece of memory asked for since it was set to 0.
std::atomic<std::size_t> largestAllocation{0};
} // namespace

void* operator new(std::size_t size) {
    if (size > largestAllocation) largestAllocation = size;
    if (void* const memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

class TransactionTest : public QObject {
    Q_OBJECT
private slots:
    void readsPublishedTransactions_data();
    void readsPublishedTransactions();
    void readsLegacyTransactionsOfBothKinds();
    void knowsTheFirstCoinbase();
    void knowsASegwitTransaction();
    void writesBothForms();
    void measuresItself();
    void readsAnEmptyTransaction();
    void readsBytesWithoutInputsAsLegacy();
    void refusesAWitnessFormWithoutWitness();
    void refusesUnknownFlags();
    void refusesNonCanonicalSizes();
    void failsOnEveryCut();
    void refusesTrailingData();
    void takesNoMemoryForAnnouncedCounts_data();
    void takesNoMemoryForAnnouncedCounts();
    void keepsAmountsOfAnyValue();
    void tellsCoinbases();
};

/// One input with a witness of two items, one output.
static TransactionParts smallParts() {
    TransactionParts parts;
    parts.version = 2;
    parts.inputs.push_back(
        {{TxId::fromHex(std::string(64, 'a')).value(), 1}, unhex("5152"), 0xfffffffd, {unhex("aabb"), {}}});
    parts.outputs.push_back({Amount(1000), unhex("0014")});
    parts.lockTime = 9;
    return parts;
}

const QByteArray kVersion = "02000000";
const QByteArray kInput = "01" + QByteArray(64, 'a') +
                          "01000000"
                          "025152"
                          "fdffffff";
const QByteArray kOutput = "01"
                           "e803000000000000"
                           "020014";
const QByteArray kWitness = "02"
                            "02aabb"
                            "00";
const QByteArray kLockTime = "09000000";

void TransactionTest::readsPublishedTransactions_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("expected");
    QTest::newRow("valid") << QStringLiteral("core_tx_valid.json") << 121;
    QTest::newRow("invalid") << QStringLiteral("core_tx_invalid.json") << 93; // by rules above this layer
}

void TransactionTest::readsPublishedTransactions() {
    QFETCH(QString, file);
    QFETCH(int, expected);
    const auto vectors = support::readJsonVectors(file);
    NEEDS_DATA(vectors);
    int cases = 0;
    int witnesses = 0;
    for (const auto& row : *vectors) {
        if (!row[0].is_array()) continue;
        const auto hex = row[1].get<std::string>();
        const util::Bytes bytes = unhex(hex);
        const auto transaction = Transaction::parse(bytes);
        QVERIFY2(transaction, hex.c_str());
        QCOMPARE(hexOf(transaction->serialize()), QByteArray::fromStdString(hex).toLower());
        QCOMPARE(transaction->size(), bytes.size());
        witnesses += transaction->hasWitness();
        ++cases;
    }
    QCOMPARE(cases, expected);
    QVERIFY(witnesses > 0);
}

void TransactionTest::readsLegacyTransactionsOfBothKinds() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_sighash.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        if (row.size() == 1) continue; // the names of the columns
        const util::Bytes bytes = unhex(row[0].get<std::string>());
        const auto transaction = Transaction::parse(bytes);
        const auto legacy = Transaction::parseLegacy(bytes);
        QVERIFY(transaction && legacy);
        QVERIFY(!transaction->hasWitness());
        QCOMPARE(hexOf(transaction->serialize()), hexOf(bytes));
        QCOMPARE(legacy->txid().toHex(), transaction->txid().toHex());
        QCOMPARE(legacy->wtxid().toHex(), transaction->txid().toHex());
        ++cases;
    }
    QCOMPARE(cases, 500);
}

void TransactionTest::knowsTheFirstCoinbase() {
    const auto transaction = Transaction::parse(
        unhex("01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d"
              "0104455468652054"
              "696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e6420"
              "6261696c6f757420"
              "666f722062616e6b73ffffffff0100f2052a01000000434104678afdb0fe5548271967f1a67130b7105cd6a828e039"
              "09a67962e0ea1f61"
              "deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000"));
    QVERIFY(transaction);
    QCOMPARE(transaction->txid().toHex(),
             std::string("4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"));
    QVERIFY(transaction->isCoinbase());
    QVERIFY(transaction->outputs().at(0).value == Amount(50 * Amount::kCoin));
    QCOMPARE(transaction->size(), std::size_t{204});
    QCOMPARE(transaction->weight(), std::int64_t{816});
}

void TransactionTest::knowsASegwitTransaction() { // BIP 143's P2WPKH example
    const auto transaction =
        Transaction::parse(unhex("01000000000102fff7f7881a8099afa6940d42d1e7f6362bec38171ea3edf433541db4e4ad9"
                                 "69f00000000494830450221008b9d1dc26b"
                                 "a6a9cb62127b02742fa9d754cd3bebf337f7a55d114c8e5cdd30be022040529b194ba3f9281"
                                 "a99f2b1c0a19c0489bc22ede944ccf4ecba"
                                 "b4cc618ef3ed01eeffffffef51e1b804cc89d182d279655c3aa89e815b1b309fe287d9b2b55"
                                 "d57b90ec68a0100000000ffffffff02202c"
                                 "b206000000001976a9148280b37df378db99f66f85c95a783a76ac7a6d5988ac9093510d000"
                                 "000001976a9143bde42dbee7e4dbe6a21b2"
                                 "d50ce2f0167faa815988ac000247304402203609e17b84f6a7d30c80bfa610b5b4542f32a8a"
                                 "0d5447a12fb1366d7f01cc44a0220573a95"
                                 "4c4518331561406f90300e8f3358f51928d43c212a8caed02de67eebee0121025476c2e8318"
                                 "8368da1ff3e292e7acafcdb3566bb0ad253"
                                 "f62fc70f07aeee635711000000"));
    QVERIFY(transaction);
    QVERIFY(transaction->hasWitness());
    QCOMPARE(transaction->txid().toHex(),
             std::string("e8151a2af31c368a35053ddd4bdb285a8595c769a3ad83e0fa02314a602d4609"));
    QCOMPARE(transaction->wtxid().toHex(),
             std::string("c36c38370907df2324d9ce9d149d191192f338b37665a82e78e76a12c909b762"));
    QVERIFY(transaction->inputs().at(0).witness.empty());
    QCOMPARE(transaction->inputs().at(1).witness.size(), std::size_t{2});
    QCOMPARE(transaction->lockTime(), std::uint32_t{17});
}

void TransactionTest::writesBothForms() {
    const Transaction transaction(smallParts());
    QCOMPARE(hexOf(transaction.serialize()), kVersion + "0001" + kInput + kOutput + kWitness + kLockTime);
    util::ByteWriter legacy;
    transaction.writeLegacy(legacy);
    QCOMPARE(hexOf(legacy.view()), kVersion + kInput + kOutput + kLockTime);

    TransactionParts bare = smallParts();
    bare.inputs[0].witness.clear();
    const Transaction withoutWitness(std::move(bare));
    QCOMPARE(hexOf(withoutWitness.serialize()), hexOf(legacy.view()));
    QVERIFY(withoutWitness.txid() == transaction.txid()); // the witness is no part of the id
    QVERIFY(withoutWitness.wtxid().bytes() == transaction.txid().bytes());
    QVERIFY(transaction.wtxid().bytes() != transaction.txid().bytes());
}

void TransactionTest::measuresItself() {
    const Transaction transaction(smallParts());
    QCOMPARE(transaction.strippedSize(), std::size_t{4 + 1 + 36 + 3 + 4 + 1 + 8 + 3 + 4});
    QCOMPARE(transaction.size(), transaction.strippedSize() + 2 + 1 + 3 + 1);
    QCOMPARE(transaction.weight(), std::int64_t{4 * 64 + 7});
    QCOMPARE(transaction.vsize(), std::int64_t{66}); // 65.75 rounded up
    TransactionParts large = smallParts();
    large.outputs[0].scriptPubKey.resize(0x10000);
    large.inputs[0].witness[0].resize(0xfd);
    large.inputs[0].witness.resize(0xfe);
    const Transaction other(std::move(large));
    QCOMPARE(other.size(), other.serialize().size());
    QVERIFY(Transaction::parse(other.serialize()));
}

void TransactionTest::readsAnEmptyTransaction() {
    const auto transaction = Transaction::parse(unhex("02000000"
                                                      "00"
                                                      "00"
                                                      "09000000"));
    QVERIFY(transaction);
    QVERIFY(transaction->inputs().empty() && transaction->outputs().empty());
    QCOMPARE(transaction->lockTime(), std::uint32_t{9});
    QCOMPARE(hexOf(transaction->serialize()), QByteArray("02000000000009000000"));
}

void TransactionTest::readsBytesWithoutInputsAsLegacy() {
    const QByteArray hex = kVersion + "00" + kOutput + kLockTime; // read as a marker: flag 1, then nonsense
    const util::Bytes bytes = unhex(hex.toStdString());
    QVERIFY(!Transaction::parse(bytes));
    const auto legacy = Transaction::parseLegacy(bytes);
    QVERIFY(legacy);
    QVERIFY(legacy->inputs().empty());
    QCOMPARE(legacy->outputs().size(), std::size_t{1});
    const QByteArray witnessForm = kVersion + "0001" + kInput + kOutput + kWitness + kLockTime;
    QVERIFY(!Transaction::parseLegacy(unhex(witnessForm.toStdString())));
}

void TransactionTest::refusesAWitnessFormWithoutWitness() {
    for (const QByteArray& hex : {kVersion + "0001" + kInput + kOutput + "00" + kLockTime, // no items
                                  kVersion + "0001" + "00" + kOutput + kLockTime}) {       // no inputs either
        const auto transaction = Transaction::parse(unhex(hex.toStdString()));
        QVERIFY(!transaction);
        QCOMPARE(transaction.error(), ReadError::BadFormat);
    }
}

void TransactionTest::refusesUnknownFlags() {
    for (const char* flag : {"02", "03", "80", "ff"}) {
        const QByteArray hex = kVersion + "00" + flag + kInput + kOutput + kWitness + kLockTime;
        const auto transaction = Transaction::parse(unhex(hex.toStdString()));
        QVERIFY(!transaction);
        QCOMPARE(transaction.error(), ReadError::BadFormat);
    }
}

void TransactionTest::refusesNonCanonicalSizes() {
    const QByteArray hex = kVersion + "fd0100" + kInput.mid(2) + kOutput + kLockTime;
    const auto transaction = Transaction::parse(unhex(hex.toStdString()));
    QVERIFY(!transaction);
    QCOMPARE(transaction.error(), ReadError::NonCanonicalSize);
}

void TransactionTest::failsOnEveryCut() {
    const util::Bytes bytes = Transaction(smallParts()).serialize();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto transaction = Transaction::parse(util::ByteView(bytes).first(size));
        QVERIFY(!transaction);
        QCOMPARE(transaction.error(), ReadError::EndOfData);
    }
}

void TransactionTest::refusesTrailingData() {
    util::Bytes bytes = Transaction(smallParts()).serialize();
    bytes.push_back(0);
    const auto transaction = Transaction::parse(bytes);
    QVERIFY(!transaction);
    QCOMPARE(transaction.error(), ReadError::TrailingData);
    util::ByteReader reader(bytes); // a reader may go on behind the transaction
    QVERIFY(Transaction::read(reader).hasWitness());
    QVERIFY(reader.ok());
    QCOMPARE(reader.remaining(), std::size_t{1});
}

void TransactionTest::takesNoMemoryForAnnouncedCounts_data() {
    QTest::addColumn<QByteArray>("hex");
    for (const char* count :
         {"fdffff", "feffffff01", "feffffffff", "ff0000000000000001", "ffffffffffffffffff"}) {
        QTest::addRow("inputs %s", count) << kVersion + count;
        QTest::addRow("outputs %s", count) << kVersion + kInput + count;
        QTest::addRow("script %s", count) << kVersion + "01" + QByteArray(72, 'a') + count;
        QTest::addRow("witness items %s", count) << kVersion + "0001" + kInput + kOutput + count;
        QTest::addRow("witness item %s", count) << kVersion + "0001" + kInput + kOutput + "01" + count;
    }
}

void TransactionTest::takesNoMemoryForAnnouncedCounts() {
    QFETCH(QByteArray, hex);
    const util::Bytes bytes = unhex((hex + QByteArray(64, '0')).toStdString());
    largestAllocation = 0;
    const bool read = Transaction::parse(bytes).has_value();
    const std::size_t largest = largestAllocation;
    QVERIFY(!read);
    QVERIFY2(largest < 10'000, QByteArray::number(quint64{largest}));
}

void TransactionTest::keepsAmountsOfAnyValue() {
    for (const std::int64_t satoshi :
         {std::int64_t{-1}, std::numeric_limits<std::int64_t>::min(), Amount::kMax + 1}) {
        TransactionParts parts = smallParts();
        parts.outputs[0].value = Amount(satoshi);
        const auto back = Transaction::parse(Transaction(std::move(parts)).serialize());
        QVERIFY(back && back->outputs().at(0).value == Amount(satoshi)); // rules judge it, not the parser
    }
}

void TransactionTest::tellsCoinbases() {
    TransactionParts parts = smallParts();
    QVERIFY(!Transaction(parts).isCoinbase());
    parts.inputs[0].previous = {};
    QVERIFY(Transaction(parts).isCoinbase());
    parts.inputs.push_back(parts.inputs[0]);
    QVERIFY(!Transaction(parts).isCoinbase());
    parts.inputs.pop_back();
    parts.inputs[0].previous.index = 0;
    QVERIFY(!Transaction(parts).isCoinbase());
}

CAIRN_TEST(TransactionTest)
#include "TransactionTest.moc"
