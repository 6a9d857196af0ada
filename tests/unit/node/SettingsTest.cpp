#include "node/settings/Settings.h"
#include "support/TestProgram.h"

using namespace node;

class SettingsTest : public QObject {
    Q_OBJECT
private slots:
    void theTableIsSound();
    void strongerSourcesWin();
    void saysWhatIsAllowed_data();
    void saysWhatIsAllowed();
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

void SettingsTest::saysWhatIsAllowed_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("number") << "confirmation_blocks"
                            << "many"
                            << "a whole number from 1 to 1000";
    QTest::newRow("range") << "text_scale"
                           << "500"
                           << "from 80 to 200";
    QTest::newRow("amount") << "transaction_fee"
                            << "0.0001 BTC"
                            << "at most 8 places";
    QTest::newRow("amount range") << "transaction_fee"
                                  << "2"
                                  << "from 0.00001000 to 1.00000000";
    QTest::newRow("choice") << "theme"
                            << "pink"
                            << "system, light, dark, contrast";
    QTest::newRow("flag") << "reduce_motion"
                          << "maybe"
                          << "on or off";
    QTest::newRow("endpoint") << "api_bind"
                              << "nowhere:80"
                              << "127.0.0.1:5000";
    QTest::newRow("port") << "api_bind"
                          << "127.0.0.1:99999"
                          << "127.0.0.1:5000";
    QTest::newRow("old-style address") << "api_bind"
                                       << "6189"
                                       << "127.0.0.1:5000";
    QTest::newRow("wallet's name") << "wallet"
                                   << "../x"
                                   << "at most 64 letters";
    QTest::newRow("no wallet's name") << "wallet"
                                      << ""
                                      << "or off";
    QTest::newRow("peer") << "connect"
                          << "10.0.0.1:5001,file:///etc/passwd"
                          << "HOST:PORT";
    QTest::newRow("every origin") << "api_origins"
                                  << "*"
                                  << "https://HOST:PORT";
    QTest::newRow("origin with a path") << "api_origins"
                                        << "http://a.test/"
                                        << "https://HOST:PORT";
    QTest::newRow("host") << "api_hosts"
                          << "a b"
                          << "host names";
    QTest::newRow("unknown") << "nonsense"
                             << "1"
                             << "no setting named";
}

void SettingsTest::saysWhatIsAllowed() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, words);
    Settings settings;
    const auto done = settings.set(key, text, SettingSource::File);
    QVERIFY(!done.has_value());
    QVERIFY2(done.error().sentence.contains(words), qPrintable(done.error().sentence));
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
    QVERIFY(read.error().sentence.contains(path));
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
    QVERIFY2(wrong.error().sentence.contains(QStringLiteral("BLOCK_REWARD must be")),
             qPrintable(wrong.error().sentence));
    qunsetenv("BLOCK_REWARD");
    qunsetenv("TARGET_BLOCK_TIME");
}

CAIRN_TEST(SettingsTest)
#include "SettingsTest.moc"
