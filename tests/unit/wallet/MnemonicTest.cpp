#include "wallet/Mnemonic.h"
#include "support/TestProgram.h"

#include "crypto/ExtendedKey.h"
#include "support/Hex.h"
#include "support/Vectors.h"

#include <array>
#include <set>

using support::hexOf;
using support::unhex;
using wallet::MnemonicError;

class MnemonicTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithThePublishedVectors();
    void agreesWithTheExtraVectors();
    void agreesWithTheJapaneseVectors();
    void knowsTheWordsOfEveryLanguage();
    void namesTheLanguageThatKnowsMost();
    void hasThePublishedWords();
    void makesNewWordsOfEveryLength();
    void normalisesSpacesAndCase();
    void refuses_data();
    void refuses();
    void suggestsNearWords_data();
    void suggestsNearWords();
    void refusesMostChangedWords();
};

namespace {

using Language = wallet::MnemonicLanguage;
constexpr std::array<std::pair<Language, const char*>, wallet::kMnemonicLanguages> kLanguages = {{
    {Language::English, "english"},
    {Language::ChineseSimplified, "chinese_simplified"},
    {Language::ChineseTraditional, "chinese_traditional"},
    {Language::Czech, "czech"},
    {Language::French, "french"},
    {Language::Italian, "italian"},
    {Language::Japanese, "japanese"},
    {Language::Korean, "korean"},
    {Language::Portuguese, "portuguese"},
    {Language::Russian, "russian"},
    {Language::Spanish, "spanish"},
    {Language::Turkish, "turkish"},
}};

std::string nfkd(const std::string& text) {
    return QString::fromStdString(text).normalized(QString::NormalizationForm_KD).toStdString();
}

std::string textOf(const crypto::SecretString& secret) {
    return {secret.begin(), secret.end()};
}

std::string repeated(const std::string& word, int count, const std::string& last) {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += word + ' ';
    return out + last;
}

} // namespace

void MnemonicTest::agreesWithThePublishedVectors() {
    const auto vectors = support::readJsonVectors("bip39_vectors.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& [language, name] : kLanguages) {
        for (const auto& row : (*vectors)[name]) {
            const std::string words = nfkd(row[1].get<std::string>());
            QCOMPARE(textOf(wallet::mnemonicFromEntropy(unhex(row[0].get<std::string>()), language)), words);
            QCOMPARE(textOf(wallet::checkMnemonic(row[1].get<std::string>()).value()), words);
            const auto seed = wallet::seedFromMnemonic(words, "TREZOR");
            QCOMPARE(hexOf(seed), QByteArray::fromStdString(row[2].get<std::string>()));
            const auto master = crypto::ExtendedPrivateKey::fromSeed(seed).value();
            QCOMPARE(master.toBase58({0x0488b21e, 0x0488ade4}), row[3].get<std::string>());
            ++cases;
        }
    }
    QCOMPARE(cases, 288);
}

void MnemonicTest::agreesWithTheExtraVectors() {
    const auto vectors = support::readJsonVectors("bip39_extra.json");
    NEEDS_DATA(vectors);
    for (const auto& row : (*vectors)["checksum_valid"]) {
        QCOMPARE(wallet::checkMnemonic(row["mnemonic"].get<std::string>()).has_value(),
                 row["valid"].get<bool>());
    }
    const auto seedOf = [](const auto& row) {
        const auto text = [&row](const char* name) {
            const auto bytes = unhex(row[name].template get<std::string>());
            return nfkd({bytes.begin(), bytes.end()});
        };
        return hexOf(wallet::seedFromMnemonic(text("mnemonic_utf8_hex"), text("passphrase_utf8_hex")));
    };
    for (const auto& row : (*vectors)["seed_from_utf8"]) {
        const auto bytes = unhex(row["mnemonic_utf8_hex"].get<std::string>());
        const auto words = wallet::checkMnemonic(nfkd({bytes.begin(), bytes.end()}));
        QVERIFY(words.has_value());
        const auto extra = unhex(row["passphrase_utf8_hex"].get<std::string>());
        QCOMPARE(hexOf(wallet::seedFromMnemonic(*words, nfkd({extra.begin(), extra.end()}))),
                 QByteArray::fromStdString(row["seed"].get<std::string>()));
    }
    const auto& equal = (*vectors)["normalization_equal"];
    for (const auto& form : equal["forms"])
        QCOMPARE(seedOf(form), QByteArray::fromStdString(equal["seed"].get<std::string>()));
}

void MnemonicTest::agreesWithTheJapaneseVectors() {
    const auto vectors = support::readJsonVectors("bip39_japanese_nfkd.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        const auto words = wallet::checkMnemonic(nfkd(row[1].get<std::string>()));
        QVERIFY(words.has_value());
        const auto seed = wallet::seedFromMnemonic(*words, nfkd(row[2].get<std::string>()));
        QCOMPARE(hexOf(seed), QByteArray::fromStdString(row[3].get<std::string>()));
        ++cases;
    }
    QCOMPARE(cases, 24);
}

void MnemonicTest::knowsTheWordsOfEveryLanguage() {
    for (const auto& [language, name] : kLanguages) {
        const auto published = support::readVectors(QStringLiteral("bip39_wordlist_%1.txt").arg(name));
        NEEDS_DATA(published);
        std::string text;
        for (const auto word : wallet::wordList(language).words())
            text += std::string(word) + '\n';
        QVERIFY2(QByteArray::fromStdString(text) == *published, name);
        for (const int count : {12, 24}) {
            const auto made = wallet::newMnemonic(count, language);
            QVERIFY(wallet::checkMnemonic(made).value() == made);
        }
    }
}

void MnemonicTest::namesTheLanguageThatKnowsMost() {
    std::string words = textOf(wallet::newMnemonic(12, wallet::MnemonicLanguage::Spanish));
    const auto end = words.rfind(' ');
    const auto failure = wallet::checkMnemonic(words.substr(0, end) + " abejar").error();
    QVERIFY(failure.error == MnemonicError::UnknownWord);
    QCOMPARE(failure.wordIndex, std::size_t(11));
    QVERIFY(std::ranges::find(failure.suggestions, "abeja") != failure.suggestions.end());
}

void MnemonicTest::hasThePublishedWords() {
    const auto& words = wallet::mnemonicWords();
    QCOMPARE(words.size(), std::size_t(2048));
    QVERIFY(std::is_sorted(words.begin(), words.end()));
    std::set<std::string> starts;
    for (const auto& word : words)
        starts.insert(word.substr(0, 4));
    QCOMPARE(starts.size(), words.size());
    const auto published = support::readVectors("bip39_wordlist_english.txt");
    NEEDS_DATA(published);
    std::string text;
    for (const auto& word : words)
        text += word + '\n';
    QCOMPARE(QByteArray::fromStdString(text), *published);
}

void MnemonicTest::makesNewWordsOfEveryLength() {
    std::set<std::string> seen;
    for (const int count : {12, 15, 18, 21, 24}) {
        for (int i = 0; i < 20; ++i) {
            const std::string words = textOf(wallet::newMnemonic(count));
            QCOMPARE(std::count(words.begin(), words.end(), ' '), std::ptrdiff_t(count - 1));
            QVERIFY(wallet::checkMnemonic(words).has_value());
            QVERIFY(seen.insert(words).second);
        }
    }
}

void MnemonicTest::normalisesSpacesAndCase() {
    const std::string words = repeated("abandon", 11, "about");
    const std::string untidy = "\n\t Abandon  ABANDON\r\n" + repeated("abandon", 9, "about  \n");
    QCOMPARE(textOf(wallet::checkMnemonic(untidy).value()), words);
}

void MnemonicTest::refuses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("error");
    QTest::addColumn<int>("wordIndex");
    const auto row = [](const char* name, const std::string& text, MnemonicError error, int wordIndex = 0) {
        QTest::newRow(name) << QString::fromStdString(text) << int(error) << wordIndex;
    };
    row("nothing", "", MnemonicError::WordCount);
    row("only spaces", "   \n", MnemonicError::WordCount);
    row("eleven words", repeated("abandon", 10, "about"), MnemonicError::WordCount);
    row("thirteen words", repeated("abandon", 12, "about"), MnemonicError::WordCount);
    row("twenty-seven words", repeated("abandon", 26, "about"), MnemonicError::WordCount);
    row("a whole page", std::string(5000, 'a'), MnemonicError::WordCount);
    row("wrong checksum", repeated("abandon", 12, "").substr(0, 95), MnemonicError::Checksum);
    row("unknown first word", "abandonx " + repeated("abandon", 10, "about"), MnemonicError::UnknownWord, 0);
    row("unknown last word", repeated("abandon", 11, "abuot"), MnemonicError::UnknownWord, 11);
    row("another alphabet", repeated("abandon", 11, "ábaco"), MnemonicError::UnknownWord, 11);
}

void MnemonicTest::refuses() {
    QFETCH(QString, text);
    QFETCH(int, error);
    QFETCH(int, wordIndex);
    const auto result = wallet::checkMnemonic(text.toStdString());
    QVERIFY(!result.has_value());
    QCOMPARE(int(result.error().error), error);
    QCOMPARE(int(result.error().wordIndex), wordIndex);
}

void MnemonicTest::suggestsNearWords_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("suggestion");
    QTest::newRow("transposed letters") << "abuot"
                                        << "about";
    QTest::newRow("missing letter") << "abndon"
                                    << "abandon";
    QTest::newRow("additional letter") << "zooo"
                                       << "zoo";
    QTest::newRow("beginning only") << "aban"
                                    << "abandon";
    QTest::newRow("right beginning, wrong end") << "abanding"
                                                << "abandon";
    QTest::newRow("nothing near") << "qqqqqqqqqq"
                                  << "";
}

void MnemonicTest::suggestsNearWords() {
    QFETCH(QString, typed);
    QFETCH(QString, suggestion);
    const auto result = wallet::checkMnemonic(repeated("abandon", 11, typed.toStdString()));
    QVERIFY(!result.has_value());
    const auto& suggestions = result.error().suggestions;
    QVERIFY(suggestions.size() <= 3);
    if (suggestion.isEmpty()) {
        QVERIFY(suggestions.empty());
    } else {
        QVERIFY(std::find(suggestions.begin(), suggestions.end(), suggestion.toStdString()) !=
                suggestions.end());
    }
}

void MnemonicTest::refusesMostChangedWords() {
    // 4 bits of checksum: of all words in the last place, 1 in 16 fits.
    int accepted = 0;
    for (const auto& word : wallet::mnemonicWords()) {
        if (wallet::checkMnemonic(repeated("abandon", 11, word))) ++accepted;
    }
    QCOMPARE(accepted, 128);
}

CAIRN_TEST(MnemonicTest)
#include "MnemonicTest.moc"
