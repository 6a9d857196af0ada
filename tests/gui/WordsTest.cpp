#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/Languages.h"
#include "gui/StartWords.h"
#include "gui/api/RouteModel.h"
#include "gui/mining/MiningWords.h"
#include "gui/models/Certainty.h"
#include "gui/wallet/WalletProblemWords.h"
#include "node/NodeTypes.h"
#include "node/StartError.h"
#include "node/settings/Settings.h"
#include "wallet/Wallet.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTranslator>

#include <algorithm>

namespace {

/// Puts what is asked for in one context into brackets.
class Brackets : public QTranslator {
public:
    explicit Brackets(QString context) : m_context(std::move(context)) {
        QCoreApplication::installTranslator(this);
    }
    ~Brackets() override { QCoreApplication::removeTranslator(this); }
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char*, int) const override {
        return m_context == QLatin1String(context)
                   ? QLatin1Char('[') + QString::fromUtf8(text) + QLatin1Char(']')
                   : QString();
    }

private:
    QString m_context;
};

} // namespace

/// The words of the window in its languages. That each sentence is there is a matter of tests/lint/words.py
/// and sentences.py; here the running program asks for them.
class WordsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnWarnings(); }
    void saysTagsInGerman();
    void hasTheLanguagesThatAreThere();
    void translatesRoutes();
    void saysWhyAStartFailed_data();
    void saysWhyAStartFailed();
};

namespace {

/// Everything that can keep Cairn from starting, a wallet from being open, or the chain from going on.
QStringList allProblems() {
    using node::StartError, node::WalletProblem;
    using DiskKind = storage::StorageError::Kind;
    QStringList out;
    const QString name = QStringLiteral("Lab"), path = QStringLiteral("/data/Lab");
    for (int kind = 0; kind < static_cast<int>(StartError::Kind::Wallet); ++kind)
        out << gui::startProblemWords(StartError{.kind = static_cast<StartError::Kind>(kind),
                                                 .path = path,
                                                 .detail = name,
                                                 .process = kind % 2,
                                                 .height = 7});
    for (int disk = 0; disk <= static_cast<int>(DiskKind::Busy); ++disk) {
        out << gui::startProblemWords(StartError{.path = path, .disk = static_cast<DiskKind>(disk)});
        out << gui::walletProblemWords({.name = name, .disk = static_cast<DiskKind>(disk)});
    }
    for (int kind = 0; kind <= static_cast<int>(WalletProblem::Kind::Wallet); ++kind)
        out << gui::walletProblemWords({.kind = static_cast<WalletProblem::Kind>(kind), .name = name});
    for (int inside = 0; inside <= static_cast<int>(wallet::WalletError::NoAddress); ++inside)
        out << gui::walletProblemWords({.kind = WalletProblem::Kind::Wallet,
                                        .name = name,
                                        .wallet = static_cast<wallet::WalletError>(inside)});
    for (const auto problem :
         {node::DiskProblem::Full, node::DiskProblem::Damaged, node::DiskProblem::Failed})
        out << gui::diskProblemWords(problem);
    for (int kind = 0; kind <= static_cast<int>(node::PortProblem::Kind::NoFace); ++kind)
        out << gui::startProblemWords(
            node::PortProblem{.kind = static_cast<node::PortProblem::Kind>(kind), .port = 5000});
    out << gui::startProblemWords(
        node::SettingError{.kind = node::SettingError::Kind::Damaged, .path = path});
    return out;
}

} // namespace

void WordsTest::saysWhyAStartFailed_data() {
    QTest::addColumn<bool>("inGerman");
    QTest::newRow("English") << false;
    QTest::newRow("German") << true;
}

/// In whole sentences, and without options of the command line: nobody has one in front of a window.
void WordsTest::saysWhyAStartFailed() {
    QFETCH(bool, inGerman);
    const QStringList english = allProblems();
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/cairn_de.qm")));
    if (inGerman) QVERIFY(QCoreApplication::installTranslator(&german));
    const QStringList said = allProblems();
    QCOMPARE(said.size(), english.size());
    for (qsizetype i = 0; i < said.size(); ++i) {
        const QString& sentence = said[i];
        const bool isWhole = sentence.size() > 10 && sentence.endsWith(QLatin1Char('.')) &&
                             !sentence.contains(QLatin1Char('%'));
        QVERIFY2(isWhole && !sentence.contains(QStringLiteral("--")), qPrintable(sentence));
        QVERIFY2((sentence != english[i]) == inGerman, qPrintable(sentence));
    }
}

void WordsTest::saysTagsInGerman() {
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/cairn_de.qm")));
    QVERIFY(QCoreApplication::installTranslator(&german));
    const gui::CertaintyRules rules{.chainHeight = 20, .maturity = 10, .confirmationBlocks = 6};
    using wallet::TxState;
    QCOMPARE(gui::certaintyOf(TxState::Waiting, false, -1, rules).text, QStringLiteral("wartet"));
    QCOMPARE(gui::certaintyOf(TxState::Confirmed, false, 2, rules).text, QStringLiteral("bestätigt"));
    QCOMPARE(gui::certaintyOf(TxState::Confirmed, true, 18, rules).text, QStringLiteral("reif in 7"));
    QVERIFY(gui::miningPauseWords(node::MiningPause::OnBattery).contains(QStringLiteral("Akku")));
}

/// A language is one file: the setting takes it, the window offers it by its own name.
void WordsTest::hasTheLanguagesThatAreThere() {
    const QStringList allowed =
        QString::fromLatin1(node::settingRow(QStringLiteral("language"))->choices).split(QLatin1Char(','));
    const QList<gui::Language> languages = gui::languages();
    QCOMPARE(allowed.size(), languages.size() + 1);
    QCOMPARE(allowed.first(), QStringLiteral("system"));
    for (const gui::Language& language : languages)
        QVERIFY(allowed.contains(language.code));
    QCOMPARE(gui::languageName(QStringLiteral("en")), QStringLiteral("English"));
    QCOMPARE(gui::languageName(QStringLiteral("de")), QStringLiteral("Deutsch"));
    QVERIFY(gui::languageName(QStringLiteral("system")).isEmpty());
}

void WordsTest::translatesRoutes() {
    const Brackets brackets(QStringLiteral("Routes"));
    node::ApiRoute route;
    route.family = QStringLiteral("Peers");
    route.method = QStringLiteral("GET");
    route.path = QStringLiteral("/nodes");
    route.summary = QStringLiteral("The addresses of the peers.");
    route.parameters = {{QStringLiteral("new"), QStringLiteral("boolean"), QStringLiteral("1: a fresh one.")},
                        {QStringLiteral("hash"), QStringLiteral("string"), {}, true}};
    gui::RouteModel model;
    model.setRoutes({route});
    const node::ApiRoute* shown = model.route(model.firstRoute());
    QVERIFY(shown);
    QCOMPARE(shown->summary, QStringLiteral("[The addresses of the peers.]"));
    QCOMPARE(shown->parameters[0].text, QStringLiteral("[1: a fresh one.]"));
    QVERIFY(shown->parameters[1].text.isEmpty());
    QCOMPARE(model.index(0, gui::RouteModel::Method).data().toString(), QStringLiteral("[Peers]"));
}

CAIRN_GUI_TEST(WordsTest)
#include "WordsTest.moc"
