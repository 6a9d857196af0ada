#include "wallet/psbt/Psbt.h"

#include "support/TestProgram.h"
#include "support/Vectors.h"
#include "util/Base64.h"
#include "util/Hex.h"

using wallet::parsePsbt;
using wallet::Psbt;

class PsbtTest : public QObject {
    Q_OBJECT
private slots:
    void readsTheValidOnesOfTheBips();
    void refusesTheInvalidOnesOfTheBips();
    void readsTheValidOnesOfCore();
    void refusesTheInvalidOnesOfCoreInItsWords();
    void findsTheLockTimesOfBip370();
    void keepsWhatItDoesNotKnow();
    void refusesWhatIsCutOffAnywhere();
    void makesOneOfATransaction();
};

namespace {

/// What is read is written so that it reads the same, and the same again.
void checkRoundTrip(const Psbt& psbt, const std::string& name) {
    const util::Bytes once = wallet::serialize(psbt);
    const auto again = parsePsbt(once);
    QVERIFY2(again, name.c_str());
    QVERIFY2(wallet::serialize(*again) == once, name.c_str());
}

constexpr const char* kBips[] = {"bip174_psbt.json", "bip370_psbt2.json", "bip371_psbt_taproot.json"};

std::string smallPsbt() {
    return "cHNidP8BAJoCAAAAAqvNEjSrzRI0q80SNKvNEjSrzRI0q80SNKvNEjSrzRI0AAAAAAD9////"
           "NBLNqzQSzas0Es2rNBLNqzQSzas0Es2rNBLNqzQSzasBAAAAAP3///8CoIYBAAAAAAAWABQVQBGVs/"
           "sqFAmC8HZ8O+g1htqivkANAwAAAAAAFgAUir7MzgyzDnRMjdkVa7d+Dwr07jsAAAAAAAAAAAA=";
}

} // namespace

void PsbtTest::readsTheValidOnesOfTheBips() {
    for (const char* file : kBips) {
        const auto vectors = support::readJsonVectors(QString::fromLatin1(file));
        NEEDS_DATA(vectors);
        for (const auto& row : vectors->at("valid")) {
            const auto name = row.at("case").get<std::string>();
            const auto psbt = wallet::psbtFromBase64(row.at("base64").get<std::string>());
            QVERIFY2(psbt, (name + ": " + (psbt ? "" : psbt.error().words)).c_str());
            checkRoundTrip(*psbt, name);
        }
    }
}

void PsbtTest::refusesTheInvalidOnesOfTheBips() {
    for (const char* file : kBips) {
        const auto vectors = support::readJsonVectors(QString::fromLatin1(file));
        NEEDS_DATA(vectors);
        for (const auto& row : vectors->at("invalid")) {
            const auto bytes = util::fromHex(row.at("hex").get<std::string>());
            QVERIFY2(!parsePsbt(*bytes), row.at("case").get<std::string>().c_str());
        }
    }
}

void PsbtTest::readsTheValidOnesOfCore() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_rpc_psbt.json"));
    NEEDS_DATA(vectors);
    for (const auto& row : vectors->at("valid")) {
        const auto text = row.get<std::string>();
        const auto psbt = wallet::psbtFromBase64(text);
        QVERIFY2(psbt, (text + ": " + (psbt ? "" : psbt.error().words)).c_str());
        checkRoundTrip(*psbt, text);
    }
}

void PsbtTest::refusesTheInvalidOnesOfCoreInItsWords() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_rpc_psbt.json"));
    NEEDS_DATA(vectors);
    for (const auto& row : vectors->at("invalid"))
        QVERIFY2(!wallet::psbtFromBase64(row.get<std::string>()), row.get<std::string>().c_str());
    for (const auto& row : vectors->at("invalid_with_msg")) {
        const auto psbt = wallet::psbtFromBase64(row.at(0).get<std::string>());
        QVERIFY2(!psbt, row.at(0).get<std::string>().c_str());
        const QString said = QString::fromStdString(psbt.error().words);
        QVERIFY2(said.contains(QString::fromStdString(row.at(1).get<std::string>())), qPrintable(said));
    }
}

void PsbtTest::findsTheLockTimesOfBip370() {
    const auto vectors = support::readJsonVectors(QStringLiteral("bip370_psbt2.json"));
    NEEDS_DATA(vectors);
    for (const auto& row : vectors->at("locktime")) {
        const auto psbt = wallet::psbtFromBase64(row.at("base64").get<std::string>());
        QVERIFY(psbt);
        std::optional<std::uint32_t> expected;
        if (!row.at("expected_locktime").is_null())
            expected = row.at("expected_locktime").get<std::uint32_t>();
        QVERIFY2(psbt->lockTime() == expected, row.at("case").get<std::string>().c_str());
        QCOMPARE(psbt->unsignedTransaction().has_value(), expected.has_value());
    }
}

void PsbtTest::keepsWhatItDoesNotKnow() {
    auto psbt = wallet::psbtFromBase64(smallPsbt());
    QVERIFY(psbt);
    const util::Bytes key{0xf0, 1, 2, 3}, value{4, 5};
    const util::Bytes own{0xfc, 1, 'x', 7}; // identifier "x", subtype 7
    for (auto* records : {&psbt->unknown, &psbt->inputs[0].unknown, &psbt->outputs[1].unknown})
        (*records)[key] = value;
    for (auto* records : {&psbt->proprietary, &psbt->inputs[1].proprietary, &psbt->outputs[0].proprietary})
        (*records)[own] = value;
    const auto again = parsePsbt(wallet::serialize(*psbt));
    QVERIFY(again);
    QVERIFY(again->unknown == psbt->unknown && again->proprietary == psbt->proprietary);
    QVERIFY(again->inputs[0].unknown == psbt->inputs[0].unknown);
    QVERIFY(again->inputs[1].proprietary == psbt->inputs[1].proprietary);
    QVERIFY(again->outputs[1].unknown == psbt->outputs[1].unknown);
    QVERIFY(again->outputs[0].proprietary == psbt->outputs[0].proprietary);
}

void PsbtTest::refusesWhatIsCutOffAnywhere() {
    const auto bytes = *util::fromBase64(smallPsbt());
    QVERIFY(parsePsbt(bytes));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QVERIFY2(!parsePsbt(util::ByteView(bytes).first(size)), std::to_string(size).c_str());
    util::Bytes longer = bytes;
    longer.push_back(0);
    QVERIFY(!parsePsbt(longer));
    QVERIFY(!wallet::psbtFromBase64(smallPsbt() + " "));
    QCOMPARE(wallet::psbtFromBase64(";").error().words, std::string("invalid base64"));
}

void PsbtTest::makesOneOfATransaction() {
    const auto psbt = wallet::psbtFromBase64(smallPsbt());
    const auto transaction = psbt->unsignedTransaction();
    QCOMPARE(wallet::toBase64(*psbt), smallPsbt());
    for (const std::uint32_t version : {0U, 2U}) {
        const Psbt made = Psbt::of(*transaction, version);
        const auto again = wallet::psbtFromBase64(wallet::toBase64(made));
        QVERIFY(again && again->version == version);
        QVERIFY(again->unsignedTransaction()->txid() == transaction->txid());
    }
}

CAIRN_TEST(PsbtTest)
#include "PsbtTest.moc"
