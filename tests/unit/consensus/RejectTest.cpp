#include "consensus/Reject.h"
#include "support/TestProgram.h"

#include <set>

using consensus::Reject;
using consensus::Rejection;

class RejectTest : public QObject {
    Q_OBJECT
private slots:
    void usesCoresWords_data();
    void usesCoresWords();
    void hasWordsForEveryReason();
    void putsDetailIntoTheReasonWhereCoreDoes();
    void tellsMutations();
};

void RejectTest::usesCoresWords_data() {
    QTest::addColumn<int>("reason");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](Reject reason, const char* words) {
        QTest::addRow("%d %s", static_cast<int>(reason), words)
            << static_cast<int>(reason) << QByteArray(words);
    };
    row(Reject::HighHash, "high-hash");
    row(Reject::BadDiffBits, "bad-diffbits");
    row(Reject::TimeTooOld, "time-too-old");
    row(Reject::TimeTooNew, "time-too-new");
    row(Reject::PreviousUnknown, "prev-blk-not-found");
    row(Reject::BadPrevious, "bad-prevblk");
    row(Reject::DuplicateInvalid, "duplicate-invalid");
    row(Reject::CoinbaseAmount, "bad-cb-amount");
    row(Reject::Bip30, "bad-txns-BIP30");
    row(Reject::AccumulatedFeeRange, "bad-txns-accumulated-fee-outofrange");
    row(Reject::MissingOrSpent, "bad-txns-inputs-missingorspent");
    row(Reject::SequenceLocks, "bad-txns-nonfinal");
    row(Reject::SequenceLocksMempool, "non-BIP68-final");
    row(Reject::NonFinalMempool, "non-final");
    row(Reject::MempoolCoinbase, "coinbase");
    row(Reject::AlreadyInMempool, "txn-already-in-mempool");
    row(Reject::AlreadyKnown, "txn-already-known");
    row(Reject::MempoolConflict, "txn-mempool-conflict");
    row(Reject::MempoolMinFee, "mempool min fee not met");
    row(Reject::MinRelayFee, "min relay fee not met");
    row(Reject::Dust, "dust");
    row(Reject::TooLongChain, "too-long-mempool-chain");
    row(Reject::InsufficientFee, "insufficient fee");
    row(Reject::MempoolFull, "mempool full");
    row(Reject::SigOpsPolicy, "bad-txns-too-many-sigops");
    row(Reject::TxSize, "tx-size");
    row(Reject::MissingInputs, "bad-txns-inputs-missingorspent");
    row(Reject::SameNonWitnessData, "txn-same-nonwitness-data-in-mempool");
    row(Reject::TooManyReplacements, "too many potential replacements");
    row(Reject::ReplacementAddsUnconfirmed, "replacement-adds-unconfirmed");
    row(Reject::SpendsConflicting, "bad-txns-spends-conflicting-tx");
    row(Reject::TrucViolation, "TRUC-violation");
    row(Reject::InsufficientFeeSibling, "insufficient fee (including sibling eviction)");
    row(Reject::EphemeralSpends, "missing-ephemeral-spends");
    row(Reject::DiskFailed, "the disk is full or failed");
}

void RejectTest::usesCoresWords() {
    QFETCH(int, reason);
    QFETCH(QByteArray, words);
    QCOMPARE(QByteArray(consensus::reasonOf(static_cast<Reject>(reason))), words);
}

void RejectTest::hasWordsForEveryReason() {
    std::set<std::string> seen;
    for (int i = 0; i <= static_cast<int>(Reject::EphemeralSpends); ++i)
        seen.insert(consensus::reasonOf(static_cast<Reject>(i)));
    // Two reasons share "bad-txns-nonfinal", two "bad-cb-missing" and two "bad-txns-inputs-missingorspent".
    QCOMPARE(seen.size(), static_cast<std::size_t>(Reject::EphemeralSpends) + 1 - 3);
}

void RejectTest::putsDetailIntoTheReasonWhereCoreDoes() {
    const auto text = [](Reject reason, const char* detail) {
        return consensus::toString(Rejection{reason, detail});
    };
    QCOMPARE(
        text(Reject::Script,
             "Script evaluated without error but finished with a false/empty top stack element"),
        std::string("block-script-verify-flag-failed (Script evaluated without error but finished with a "
                    "false/empty top stack element)"));
    QCOMPARE(text(Reject::ScriptPolicy, "x"), std::string("mempool-script-verify-flag-failed (x)"));
    QCOMPARE(text(Reject::BadVersion, "0x00000001"), std::string("bad-version(0x00000001)"));
    QCOMPARE(text(Reject::NotStandard, "scriptpubkey"), std::string("scriptpubkey"));
    const Rejection below{Reject::InputsBelowOutputs, "value in (1.00000000) < value out (2.00000000)"};
    QCOMPARE(consensus::toString(below), std::string("bad-txns-in-belowout"));
    QCOMPARE(consensus::describe(below),
             std::string("bad-txns-in-belowout, value in (1.00000000) < value out (2.00000000)"));
    QCOMPARE(consensus::describe(Rejection{Reject::BadVersion, "0x00000001"}),
             std::string("bad-version(0x00000001)"));
    QCOMPARE(consensus::describe(Rejection{Reject::Dust}), std::string("dust"));
    QCOMPARE(consensus::toTestString(Rejection{Reject::MissingInputs}), std::string("missing-inputs"));
    QCOMPARE(consensus::toTestString(below), std::string("bad-txns-in-belowout"));
}

void RejectTest::tellsMutations() {
    const std::set<Reject> mutations = {Reject::BadMerkleRoot,         Reject::DuplicateTransaction,
                                        Reject::CoinbaseMissingForged, Reject::WitnessNonceSize,
                                        Reject::WitnessCommitment,     Reject::UnexpectedWitness};
    for (int i = 0; i <= static_cast<int>(Reject::EphemeralSpends); ++i) {
        const auto reason = static_cast<Reject>(i);
        QCOMPARE(consensus::isMutation(reason), mutations.contains(reason));
    }
}

CAIRN_TEST(RejectTest)
#include "RejectTest.moc"
