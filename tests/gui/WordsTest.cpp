#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/Languages.h"
#include "gui/api/RouteModel.h"
#include "gui/mining/MiningWords.h"
#include "gui/models/Certainty.h"
#include "node/settings/Settings.h"

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
};

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
