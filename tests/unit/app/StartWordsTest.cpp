#include "app/StartWords.h"
#include "support/TestProgram.h"
#include "wallet/Wallet.h"

#include <QTest>

using app::endingOf;
using node::StartError;
using node::WalletProblem;
using StartKind = StartError::Kind;
using DiskKind = storage::StorageError::Kind;

/// What the command line says of a start that failed, and the exit code that scripts look at.
class StartWordsTest : public QObject {
    Q_OBJECT
private slots:
    void endsWithTheCodeOfTheManual_data();
    void endsWithTheCodeOfTheManual();
    void namesWhatDiffers();
    void saysWhatIsWrongWithTheCard();
    void saysWhoHasTheFolder();
    void saysHowToRepair();
    void endsWithTheCodeOfTheWallet();
    void saysWhatIsAllowed_data();
    void saysWhatIsAllowed();
    void saysWhereAValueIsFrom();
    void saysWhyTheApiDoesNotStart();
    void saysWhatVerifyFound();
};

void StartWordsTest::endsWithTheCodeOfTheManual_data() {
    QTest::addColumn<StartKind>("kind");
    QTest::addColumn<DiskKind>("disk");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, StartKind kind, int code, DiskKind disk = DiskKind::Io) {
        QTest::newRow(name) << kind << disk << code;
    };
    row("unknown network", StartKind::UnknownNetwork, 2);
    row("card unreadable", StartKind::CardUnreadable, 2);
    row("no card", StartKind::NotACard, 2);
    row("card not written", StartKind::CardNotWritten, 1);
    row("other rules", StartKind::OtherRules, 4);
    row("other card", StartKind::OtherCard, 4);
    row("fixed rules", StartKind::FixedRules, 4);
    row("card and environment", StartKind::CardAndEnvironment, 2);
    row("no space", StartKind::NoSpace, 1);
    row("folder not made", StartKind::FolderNotMade, 1);
    row("folder read-only", StartKind::FolderReadOnly, 1);
    row("folder in use", StartKind::FolderInUse, 3);
    row("folder not locked", StartKind::FolderNotLocked, 1);
    row("chain newer", StartKind::ChainFile, 4, DiskKind::Newer);
    row("chain damaged", StartKind::ChainFile, 5, DiskKind::Damaged);
    row("chain busy", StartKind::ChainFile, 3, DiskKind::Busy);
    row("chain read-only", StartKind::ChainFile, 1, DiskKind::ReadOnly);
    row("chain fails", StartKind::ChainFile, 1, DiskKind::Io);
    row("rules lost", StartKind::RulesLost, 5);
    row("chain missing", StartKind::ChainMissing, 5);
    row("chain empty", StartKind::ChainEmpty, 5);
    row("chain shortened", StartKind::ChainShortened, 5);
}

void StartWordsTest::endsWithTheCodeOfTheManual() {
    QFETCH(StartKind, kind);
    QFETCH(DiskKind, disk);
    QFETCH(int, code);
    const app::Ending how =
        endingOf(StartError{.kind = kind, .path = QStringLiteral("/data/lab/thing"), .disk = disk});
    QCOMPARE(how.exitCode, code);
    QVERIFY2(how.sentence.size() > 20 && !how.sentence.contains(QStringLiteral("%1")),
             qPrintable(how.sentence));
    QVERIFY(std::get<StartError>(how.why).kind == kind);
}

void StartWordsTest::namesWhatDiffers() {
    StartError error{.kind = StartKind::OtherRules, .path = QStringLiteral("/data/lab")};
    error.differences = {{"block_reward", "50.00000000", "25.00000000"}, {"target_block_time", "10", "5"}};
    const QString said = endingOf(error).sentence;
    for (const char* part :
         {"/data/lab", "block_reward is 50.00000000 in the folder and 25.00000000 as asked for; ",
          "target_block_time is 10", "--datadir"})
        QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
}

void StartWordsTest::saysWhatIsWrongWithTheCard() {
    StartError error{.kind = StartKind::NotACard, .path = QStringLiteral("/data/x.cairn")};
    error.card = consensus::CardError{consensus::CardError::Kind::Missing, "rules"};
    QCOMPARE(endingOf(error).sentence, QStringLiteral("/data/x.cairn is not a network card: The card has no "
                                                      "rules; it must be an object in braces."));
}

void StartWordsTest::saysWhoHasTheFolder() {
    StartError error{.kind = StartKind::FolderInUse,
                     .path = QStringLiteral("/data/lab"),
                     .detail = QStringLiteral("cairnd"),
                     .process = 4711};
    QVERIFY(endingOf(error).sentence.contains(QStringLiteral("in use by cairnd (process 4711)")));
    error.process = 0;
    QVERIFY(endingOf(error).sentence.contains(QStringLiteral("in use by another program")));
}

void StartWordsTest::saysHowToRepair() {
    const StartError error{.kind = StartKind::ChainFile,
                           .path = QStringLiteral("/my data/lab/chain.sqlite"),
                           .disk = DiskKind::Damaged};
    const QString said = endingOf(error).sentence;
    QVERIFY2(said.endsWith(QStringLiteral(" cairnd --datadir '/my data' --network lab --repair")),
             qPrintable(said));
    const StartError lost{.kind = StartKind::ChainShortened,
                          .path = QStringLiteral("/data/lab/chain.sqlite"),
                          .height = 144,
                          .block = QStringLiteral("00ff")};
    QVERIFY(endingOf(lost).sentence.contains(
        QStringLiteral("has lost its newest blocks: this network had reached "
                       "block 144 (00ff)")));
}

void StartWordsTest::endsWithTheCodeOfTheWallet() {
    using Kind = WalletProblem::Kind;
    using Error = wallet::WalletError;
    const auto codeOf = [](WalletProblem problem) {
        problem.name = QStringLiteral("savings");
        problem.path = QStringLiteral("/data/lab/wallets/savings.sqlite");
        const app::Ending how = endingOf(StartError{.kind = StartKind::Wallet, .wallet = problem});
        return how.sentence.endsWith(QLatin1Char('.')) ? how.exitCode : -1;
    };
    QCOMPARE(codeOf({.kind = Kind::BadName}), 1);
    QCOMPARE(codeOf({.kind = Kind::FileMissing}), 5);
    QCOMPARE(codeOf({.kind = Kind::FileEmpty}), 5);
    QCOMPARE(codeOf({.kind = Kind::Disk, .disk = DiskKind::Damaged}), 5);
    QCOMPARE(codeOf({.kind = Kind::Disk, .disk = DiskKind::Newer}), 4);
    QCOMPARE(codeOf({.kind = Kind::Disk, .disk = DiskKind::Busy}), 3);
    QCOMPARE(codeOf({.kind = Kind::Disk, .disk = DiskKind::Full}), 1);
    QCOMPARE(codeOf({.kind = Kind::Wallet, .wallet = Error::WrongPassphrase}), 2);
    QCOMPARE(codeOf({.kind = Kind::Wallet, .wallet = Error::EndsInZero}), 2);
    QCOMPARE(codeOf({.kind = Kind::Wallet, .wallet = Error::WrongNetwork}), 4);
    QCOMPARE(codeOf({.kind = Kind::Wallet, .wallet = Error::Damaged}), 5);
    QCOMPARE(codeOf({.kind = Kind::Wallet, .wallet = Error::NotFound}), 5);
    QCOMPARE(codeOf({.kind = Kind::Wallet, .wallet = Error::Store}), 1);
}

void StartWordsTest::saysWhatIsAllowed_data() {
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

void StartWordsTest::saysWhatIsAllowed() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, words);
    node::Settings settings;
    const auto done = settings.set(key, text, node::SettingSource::File);
    QVERIFY(!done.has_value());
    const QString said = app::settingSentence(done.error());
    QVERIFY2(said.contains(words), qPrintable(said));
    QCOMPARE(endingOf(done.error()).exitCode, 2);
}

void StartWordsTest::saysWhereAValueIsFrom() {
    using Kind = node::SettingError::Kind;
    node::SettingError error{.kind = Kind::NotAllowed,
                             .key = QStringLiteral("confirmation_blocks"),
                             .variable = {},
                             .text = QStringLiteral("six"),
                             .path = QStringLiteral("/data/settings.ini"),
                             .detail = {}};
    QVERIFY(app::settingSentence(error).startsWith(
        QStringLiteral("In /data/settings.ini: confirmation_blocks must be a whole number")));
    error.path.clear();
    error.variable = QStringLiteral("CONFIRMATION_BLOCKS");
    QVERIFY(app::settingSentence(error).startsWith(QStringLiteral("CONFIRMATION_BLOCKS must be")));
    error.variable = QStringLiteral("BLOCK_REWARD");
    error.rule = consensus::CardError{consensus::CardError::Kind::NotAllowed, "block_reward", "\"six\""};
    QVERIFY(app::settingSentence(error).startsWith(QStringLiteral("BLOCK_REWARD must be a decimal number")));
    QVERIFY(app::settingSentence(error).endsWith(QStringLiteral("; it is \"six\".")));
}

void StartWordsTest::saysWhyTheApiDoesNotStart() {
    using Kind = rest::ApiProblem::Kind;
    const node::PortProblem taken{.kind = node::PortProblem::Kind::InUse,
                                  .port = 5000,
                                  .owner = QStringLiteral("python3 (process 4711)"),
                                  .address = QStringLiteral("127.0.0.1")};
    const app::Ending how = endingOf(rest::ApiProblem{.kind = Kind::ApiPort, .port = taken});
    QCOMPARE(how.exitCode, 3);
    QVERIFY(how.sentence.startsWith(QStringLiteral(
        "Port 5000 on 127.0.0.1 is in use by python3 (process 4711). End it, or choose another port "
        "with --api-bind 127.0.0.1:PORT")));
    const app::Ending open =
        endingOf(rest::ApiProblem{.kind = Kind::NotLoopback, .port = {.address = QStringLiteral("0.0.0.0")}});
    QCOMPARE(open.exitCode, 2);
    QVERIFY(open.sentence.contains(QStringLiteral("0.0.0.0 is not a loopback address")));
    QCOMPARE(endingOf(rest::ApiProblem{.kind = Kind::Cookie}).exitCode, 1);
}

void StartWordsTest::saysWhatVerifyFound() {
    using Kind = node::VerifyProblem::Kind;
    const node::DataPaths paths{QStringLiteral("/data/lab")};
    QSet<QString> said;
    for (const Kind kind : {Kind::NoTip, Kind::OtherGenesis, Kind::BlockMissing, Kind::BodyMissing,
                            Kind::BlockInvalid, Kind::CoinsUnread, Kind::CoinsDiffer, Kind::NoRoomToCheck})
        said.insert(app::verifySentence({.kind = kind, .height = 12}, paths));
    QCOMPARE(said.size(), 8);
    QVERIFY(app::verifySentence(
                {.kind = Kind::BlockInvalid, .height = 12, .reject = QStringLiteral("bad-cb-amount")}, paths)
                .startsWith(
                    QStringLiteral("The stored chain is not valid: Block 12 is not valid: bad-cb-amount.")));
    QCOMPARE(app::exportSentence({node::ExportProblem::Kind::NotWritten}, QStringLiteral("/x")),
             QStringLiteral("--export-blocks: /x cannot be written."));
}

CAIRN_TEST(StartWordsTest)
#include "StartWordsTest.moc"
