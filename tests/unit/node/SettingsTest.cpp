#include "node/settings/Settings.h"
#include "support/TestProgram.h"

using namespace node;

class SettingsTest : public QObject {
    Q_OBJECT
private slots:
    void theTableIsSound();
    void strongerSourcesWin();
    void refusesWhatIsNotAllowed_data();
    void refusesWhatIsNotAllowed();
    void keepsWhatIsStored();
    void reportsADamagedFile();
    void readsRulesFromTheEnvironment();
};

void SettingsTest::theTableIsSound() {
    QSet<QString> keys;
    for (const SettingRow& row : settingRows()) {
        const QString key = QString::fromLatin1(row.key);
        QVERIFY2(!keys.contains(key), row.key);
        keys.insert(key);
        Settings settings;
        QVERIFY2(settings.set(key, QString::fromLatin1(row.standard), SettingSource::CommandLine).has_value(),
                 row.key);
        QVERIFY2(QByteArray(row.help).endsWith('.'), row.key);
    }
    QVERIFY(keys.size() > 15);
}

void SettingsTest::strongerSourcesWin() {
    const QString key = QStringLiteral("confirmation_blocks");
    Settings settings;
    QCOMPARE(settings.number(key), 6);
    QVERIFY(settings.set(key, QStringLiteral("9"), SettingSource::CommandLine));
    QVERIFY(settings.set(key, QStringLiteral("7"), SettingSource::Environment));
    QVERIFY(settings.set(key, QStringLiteral("8"), SettingSource::File));
    QCOMPARE(settings.number(key), 9);
    QVERIFY(settings.source(key) == SettingSource::CommandLine);
    settings.clear(SettingSource::CommandLine);
    QCOMPARE(settings.number(key), 7);
    QVERIFY(settings.print().contains(QStringLiteral("confirmation_blocks=7   (environment)")));
}

void SettingsTest::refusesWhatIsNotAllowed_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::newRow("number") << "confirmation_blocks"
                            << "many";
    QTest::newRow("range") << "text_scale"
                           << "500";
    QTest::newRow("amount") << "transaction_fee"
                            << "0.0001 BTC";
    QTest::newRow("amount range") << "transaction_fee"
                                  << "2";
    QTest::newRow("choice") << "theme"
                            << "pink";
    QTest::newRow("flag") << "reduce_motion"
                          << "maybe";
    QTest::newRow("endpoint") << "api_bind"
                              << "nowhere:80";
    QTest::newRow("port") << "api_bind"
                          << "127.0.0.1:99999";
    QTest::newRow("old-style address") << "api_bind"
                                       << "6189";
    QTest::newRow("wallet's name") << "wallet"
                                   << "../x";
    QTest::newRow("no wallet's name") << "wallet"
                                      << "";
    QTest::newRow("peer") << "connect"
                          << "10.0.0.1:5001,file:///etc/passwd";
    QTest::newRow("every origin") << "api_origins"
                                  << "*";
    QTest::newRow("origin with a path") << "api_origins"
                                        << "http://a.test/";
    QTest::newRow("host") << "api_hosts"
                          << "a b";
}

void SettingsTest::refusesWhatIsNotAllowed() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    Settings settings;
    const auto done = settings.set(key, text, SettingSource::File);
    QVERIFY(!done.has_value());
    QCOMPARE(done.error().kind, SettingError::Kind::NotAllowed);
    QCOMPARE(done.error().key, key);
    QCOMPARE(done.error().text, text);
    QCOMPARE(settings.text(key), Settings().text(key));
    const auto unknown = settings.set(QStringLiteral("nonsense"), text, SettingSource::File);
    QVERIFY(!unknown && unknown.error().kind == SettingError::Kind::Unknown);
}

void SettingsTest::keepsWhatIsStored() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.ini"));
    Settings first;
    QVERIFY(first.store(path, QStringLiteral("transaction_fee"), QStringLiteral("0.0002")));
    QVERIFY(first.store(path, QStringLiteral("connect"), QStringLiteral("a:1, b:2")));
    QVERIFY(!first.store(path, QStringLiteral("transaction_fee"), QStringLiteral("x")));
    Settings second;
    QVERIFY(second.readFile(path, SettingRow::Scope::Network));
    QCOMPARE(second.amount(QStringLiteral("transaction_fee")).satoshi(), 20'000);
    QCOMPARE(second.list(QStringLiteral("connect")),
             (QStringList{QStringLiteral("a:1"), QStringLiteral("b:2")}));
    QVERIFY(second.readFile(folder.filePath(QStringLiteral("missing.ini")), SettingRow::Scope::Network));
}

void SettingsTest::reportsADamagedFile() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[General]\nconfirmation_blocks=\"six\"\n");
    file.close();
    Settings settings;
    const auto read = settings.readFile(path, SettingRow::Scope::Network);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().path, path);
    QCOMPARE(read.error().key, QStringLiteral("confirmation_blocks"));
    QCOMPARE(settings.number(QStringLiteral("confirmation_blocks")), 6);
}

void SettingsTest::readsRulesFromTheEnvironment() {
    qputenv("BLOCK_REWARD", "25");
    qputenv("TARGET_BLOCK_TIME", "5");
    const auto overrides = ruleOverridesFromEnvironment();
    QVERIFY(overrides && overrides->size() == 2);
    const consensus::Rules rules = withOverrides({}, *overrides);
    QCOMPARE(rules.blockReward.satoshi(), 25 * primitives::Amount::kCoin);
    QCOMPARE(rules.targetBlockTime, 5);
    qputenv("BLOCK_REWARD", "abc");
    const auto wrong = ruleOverridesFromEnvironment();
    QVERIFY(!wrong.has_value());
    QCOMPARE(wrong.error().variable, QStringLiteral("BLOCK_REWARD"));
    QVERIFY(wrong.error().rule.has_value());
    QCOMPARE(wrong.error().rule->key, std::string("block_reward"));
    QCOMPARE(wrong.error().rule->value, std::string("\"abc\""));
    qunsetenv("BLOCK_REWARD");
    qunsetenv("TARGET_BLOCK_TIME");
}

CAIRN_TEST(SettingsTest)
#include "SettingsTest.moc"
