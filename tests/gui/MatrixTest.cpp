#include "EventCounter.h"
#include "EveryView.h"
#include "GuiTest.h"
#include "PageFixture.h"
#include "ViewChecks.h"
#include "support/TestProgram.h"

#include "consensus/ChainParams.h"
#include "gui/Format.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/theme/Theme.h"

#include <QApplication>
#include <QTranslator>

namespace {

constexpr int kMatrixBlocks = 7; // 350 coins
constexpr int kMostPasses = 3;   // layouts of one widget for one change of the window's size
constexpr int kMatrixHeight = 720;
constexpr int kSidewaysBelow = 640; // units of the design: narrower than this a page may scroll sideways

/// The languages of the program, and two that nobody speaks.
enum class MatrixSpeech { English, German, Pseudo, Mirrored };

struct MatrixLook {
    MatrixSpeech speech = MatrixSpeech::English;
    int scale = 100;
    const char* theme = "light";
};

bool isWholeMatrix() {
    return qEnvironmentVariableIntValue("CAIRN_MATRIX") > 0;
}

QString lookName(const MatrixLook& look) {
    const char* const names[] = {"English", "German", "pseudo", "mirrored"};
    return QStringLiteral("%1, %2 %, %3")
        .arg(QLatin1String(names[static_cast<int>(look.speech)]))
        .arg(look.scale)
        .arg(QLatin1String(look.theme));
}

/// A figure of an amount. What letters, more digits or dots for left out ones touch is a part of a hash, an
/// address, a count, a time; those are never hidden.
QRegularExpression figureOf(const QString& digits) {
    return QRegularExpression(
        QStringLiteral("(?<![\\p{L}\\d.,:…]|\\d\u00a0)%1(?![\\p{L}\\d:…]|\u00a0\\d)").arg(digits));
}

QStringList walletWords(node::Node& node) {
    const auto asked = node.wallet().ask([](const wallet::Wallet& wallet, std::int32_t) {
        const auto words = wallet.words();
        return words ? QString::fromUtf8(words->data(), static_cast<qsizetype>(words->size())) : QString();
    });
    return test::MemoryNode::answer(asked).value().split(QLatin1Char(' '));
}

/// Names, units, hashes, addresses, paths, program text: the same in every language.
QRegularExpression sameEverywhere(node::Node& node) {
    const consensus::ChainParams& params = node.params();
    QStringList parts;
    const auto add = [&parts](const QString& text, const char* around) {
        parts << QString::fromLatin1(around).arg(QRegularExpression::escape(text));
    };
    for (const QString& word : walletWords(node))
        add(word, "^%1$");
    for (const net::LobbyEntry& near : test::sampleLobby(params.genesisHash, 0).entries) // its own, too
        for (const std::string& word : consensus::fingerprintWords(near.news.network))
            add(QString::fromStdString(word), "\\b%1\\b");
    add(QString::fromStdString(params.rules().genesisMessage), "%1");
    // What the program is made with, and its licences.
    parts << QStringLiteral("^expected\\b");
    for (const char* name : {"Boost Software License", "SIL Open Font License", "JetBrains Mono",
                             "nlohmann/json", "libsecp256k1", "public domain", "libqrencode", "OpenSSL",
                             "Apache", "SQLite", "Boost", "Inter", "LGPL", "CC0", "MIT"})
        add(QLatin1String(name), "\\b%1\\b");
    parts << QStringLiteral(
        "\\bCairn\\b|\\bregtest\\b|\\bREGT\\b|\\bAPI\\b|\\bEnglish\\b|\\bDeutsch\\b|sat/vB|"
        "\\b[kMG]?i?B/s\\b|\\b[kMGT]?H/s\\b|\\bbcrt:\\S+|\\b[0-9a-f]{4,}\\b|\\bbcrt1[0-9a-z…]+|\\bbcrt\\b|"
        "\\bcairn_…|/[\\w./:{}-]+|\\b(GET|POST|PUT|DELETE|JSON|CSV|curl)\\b|#[0-9a-fA-F]{6}|"
        "\\b[a-z]+(_[a-z]+)+\\b|"
        "\\btpub\\w+|^B\\$[0-9A-Z]+$|^x+$"); // keys, and what codes are made of
    return QRegularExpression(parts.join(QLatin1Char('|')));
}

} // namespace

/// Walks through everything the real window can show, in many looks and widths. Short as a part of the suite;
/// whole with CAIRN_MATRIX=1.
class MatrixTest : public QObject {
    Q_OBJECT
public:
    MatrixTest() {
        if (isWholeMatrix()) qputenv("QTEST_FUNCTION_TIMEOUT", "7200000"); // a look at a time takes minutes
    }
private slots:
    void initTestCase();
    void cleanupTestCase() { m_node.reset(); }
    void init() { failOnWarnings(); }
    void cleanup();
    void everyViewHasRoom_data() { addLooks(); }
    void everyViewHasRoom();
    void everyWidthSettles_data();
    void everyWidthSettles();
    void dialogsHaveRoom_data() { addLooks(); }
    void dialogsHaveRoom();
    void problemsAreReadWhole();
    void firstRunHasRoom_data() { addLooks(); }
    void firstRunHasRoom();
    void hiddenAmountsStayHidden();
    void everyTextIsTranslated();
    void everyControlIsTold();

private:
    static void addLooks();
    static void addRow(const MatrixLook& look);
    void wear(const MatrixLook& look);
    std::unique_ptr<gui::MainWindow> open();
    static void note(QStringList& problems, const QString& where, const QStringList& found);
    /// Resizes and says which widget was laid out too often.
    void resizeTo(QWidget& window, const QSize& size, const QString& where, QStringList& problems);

    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<QTranslator> m_translator;
    std::unique_ptr<test::EventCounter> m_counter;
};

void MatrixTest::initTestCase() {
    (void)gui::theme();
    gui::theme().setReducedMotion(true);
    m_counter = std::make_unique<test::EventCounter>();
    m_node = std::make_unique<test::MemoryNode>();
    QVERIFY(m_node->start());
    QVERIFY(m_node->mine(kMatrixBlocks));
}

void MatrixTest::cleanup() {
    gui::format().setAmountsHidden(false);
    wear({});
}

void MatrixTest::addLooks() {
    QTest::addColumn<int>("speech");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QByteArray>("theme");
    std::vector<MatrixLook> looks{{MatrixSpeech::German, 100, "light"},
                                  {MatrixSpeech::Pseudo, 125, "dark"},
                                  {MatrixSpeech::German, 200, "light"},
                                  {MatrixSpeech::Mirrored, 125, "contrast"}};
    if (isWholeMatrix()) {
        looks.clear();
        for (const MatrixSpeech speech :
             {MatrixSpeech::English, MatrixSpeech::German, MatrixSpeech::Pseudo, MatrixSpeech::Mirrored})
            for (const int scale : {100, 125, 150, 200})
                for (const char* theme : {"light", "dark", "contrast"})
                    looks.push_back({speech, scale, theme});
    }
    for (const MatrixLook& look : looks)
        addRow(look);
}

void MatrixTest::addRow(const MatrixLook& look) {
    QTest::newRow(qPrintable(lookName(look)))
        << static_cast<int>(look.speech) << look.scale << QByteArray(look.theme);
}

void MatrixTest::wear(const MatrixLook& look) {
    if (m_translator) QCoreApplication::removeTranslator(m_translator.get());
    m_translator.reset();
    if (look.speech == MatrixSpeech::German) {
        m_translator = std::make_unique<QTranslator>();
        QVERIFY(m_translator->load(QStringLiteral(":/i18n/cairn_de.qm")));
    } else if (look.speech != MatrixSpeech::English) {
        m_translator = std::make_unique<test::PseudoTranslator>();
    }
    if (m_translator) QCoreApplication::installTranslator(m_translator.get());
    QApplication::setLayoutDirection(look.speech == MatrixSpeech::Mirrored ? Qt::RightToLeft
                                                                           : Qt::LeftToRight);
    if (!m_node) return;
    // Through the settings, as a user does: the window follows them.
    (void)(*m_node)->changeSetting(QStringLiteral("text_scale"), QString::number(look.scale));
    (void)(*m_node)->changeSetting(QStringLiteral("theme"), QLatin1String(look.theme));
    gui::theme().setTextScale(look.scale);
}

std::unique_ptr<gui::MainWindow> MatrixTest::open() {
    auto window = std::make_unique<gui::MainWindow>(**m_node);
    window->resize(1280, kMatrixHeight);
    window->show();
    (void)test::settle(*m_counter);
    return window;
}

void MatrixTest::note(QStringList& problems, const QString& where, const QStringList& found) {
    for (const QString& problem : found) {
        problems << where + QStringLiteral(": ") + problem;
        qInfo().noquote() << problems.last(); // the last word of a test is cut where it is long
    }
}

void MatrixTest::resizeTo(QWidget& window, const QSize& size, const QString& where, QStringList& problems) {
    m_counter->clear();
    window.resize(size);
    for (int turn = 0; turn < 12; ++turn)
        QCoreApplication::processEvents();
    if (m_counter->mostLayouts() > kMostPasses)
        note(problems, QStringLiteral("%1 at %2").arg(where).arg(size.width()),
             {QStringLiteral("laid out too often\n") + m_counter->words()});
}

#define FETCH_LOOK()                                                                                         \
    QFETCH(int, speech);                                                                                     \
    QFETCH(int, scale);                                                                                      \
    QFETCH(QByteArray, theme);                                                                               \
    wear({static_cast<MatrixSpeech>(speech), scale, theme.constData()})

void MatrixTest::everyViewHasRoom() {
    FETCH_LOOK();
    const auto window = open();
    const QList<int> widths = isWholeMatrix() ? QList<int>{760, 900, 1024, 1100, 1280, 1366, 1440, 1600, 2560}
                                              : QList<int>{760, 1024, 1366};
    QStringList problems;
    for (const test::View& view : test::everyPage(*window, *m_node)) {
        view.open();
        QVERIFY2(test::settle(*m_counter), qPrintable(view.name + QLatin1Char('\n') + m_counter->words()));
        for (const int width : widths) {
            const QString where = QStringLiteral("%1 at %2").arg(view.name).arg(width);
            resizeTo(*window, QSize(width, kMatrixHeight), view.name, problems);
            QCOMPARE(window->size(), QSize(width, kMatrixHeight));
            note(problems, where, test::cutTexts(*window));
            note(problems, where, test::outOfReach(*window));
            if (width * 100 / scale >= kSidewaysBelow) note(problems, where, test::scrolledSideways(*window));
            test::shoot(*window, QStringLiteral("%1-%2-%3")
                                     .arg(QString::fromLatin1(QTest::currentDataTag()), view.name)
                                     .arg(width)
                                     .remove(QLatin1Char(' ')));
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
}

/// Colours change no measure: the long run takes every language in every size, in one theme.
void MatrixTest::everyWidthSettles_data() {
    if (!isWholeMatrix()) return addLooks();
    QTest::addColumn<int>("speech");
    QTest::addColumn<int>("scale");
    QTest::addColumn<QByteArray>("theme");
    for (const MatrixSpeech speech :
         {MatrixSpeech::English, MatrixSpeech::German, MatrixSpeech::Pseudo, MatrixSpeech::Mirrored})
        for (const int scale : {100, 125, 150, 200})
            addRow({speech, scale, "light"});
}

void MatrixTest::everyWidthSettles() {
    FETCH_LOOK();
    const auto window = open();
    // Where a row breaks differs from look to look; the short run goes by a prime, the long one by single
    // pixels: ten minutes.
    const int step = isWholeMatrix() ? 1 : 41;
    QStringList problems;
    for (const test::View& view : test::everyPage(*window, *m_node)) {
        view.open();
        QVERIFY2(test::settle(*m_counter), qPrintable(view.name));
        for (int width = 1000; width <= 1500; width += step)
            resizeTo(*window, QSize(width, kMatrixHeight), view.name, problems);
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
}

void MatrixTest::dialogsHaveRoom() {
    FETCH_LOOK();
    const auto window = open();
    QStringList problems;
    for (const test::View& view : test::everyDialog(*window, *m_node)) {
        QWidget* const dialog = view.open();
        (void)test::settle(*m_counter);
        note(problems, view.name, test::cutTexts(*dialog));
        note(problems, view.name, test::outOfReach(*dialog));
        const QSize room = dialog->screen()->availableGeometry().size();
        if (dialog->width() > room.width() || dialog->height() > room.height())
            note(problems, view.name, {QStringLiteral("larger than the screen")});
        test::shoot(*dialog, QStringLiteral("%1-%2")
                                 .arg(QString::fromLatin1(QTest::currentDataTag()), view.name)
                                 .remove(QLatin1Char(' ')));
        dialog->close();
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
}

/// A sentence that comes while the dialog is open makes it higher instead of being cut.
void MatrixTest::problemsAreReadWhole() {
    for (const int scale : {100, 200}) {
        wear({MatrixSpeech::English, scale, "light"});
        const auto window = open();
        const QString sentence =
            QStringLiteral("Something went wrong that takes many words to explain. ").repeated(6);
        for (const test::View& view : test::everyDialog(*window, *m_node)) {
            QWidget* const dialog = view.open();
            auto* form = qobject_cast<gui::FormDialog*>(dialog);
            (void)test::settle(*m_counter);
            const int before = dialog->height();
            if (form) form->showProblem(sentence);
            (void)test::settle(*m_counter);
            const QStringList cut = test::cutTexts(*dialog) + test::outOfReach(*dialog);
            QVERIFY2(cut.isEmpty(), qPrintable(view.name + cut.join(QLatin1Char('\n'))));
            QVERIFY(!form || dialog->height() > before || scale == 200);
            dialog->close();
        }
    }
}

void MatrixTest::firstRunHasRoom() {
    FETCH_LOOK();
    const QTemporaryDir root;
    gui::WelcomePage page(root.path(), {QStringLiteral("system"), QStringLiteral("system")});
    page.resize(1280, kMatrixHeight);
    page.show();
    QStringList problems;
    for (const test::View& view : test::everyWelcome(page)) {
        view.open();
        (void)test::settle(*m_counter);
        for (const int width : {760, 1024, 1366}) {
            resizeTo(page, QSize(width, kMatrixHeight), view.name, problems);
            const QString where = QStringLiteral("%1 at %2").arg(view.name).arg(width);
            note(problems, where, test::cutTexts(page));
            note(problems, where, test::outOfReach(page));
            if (width * 100 / scale >= kSidewaysBelow) note(problems, where, test::scrolledSideways(page));
            test::shoot(page, QStringLiteral("%1-%2-%3")
                                  .arg(QString::fromLatin1(QTest::currentDataTag()), view.name)
                                  .arg(width)
                                  .remove(QLatin1Char(' ')));
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
}

void MatrixTest::hiddenAmountsStayHidden() {
    const auto window = open();
    const primitives::Amount sum(350 * primitives::Amount::kCoin); // of all rewards: nothing else here is 350
    const QRegularExpression balance = figureOf(QStringLiteral("350"));
    for (const QString& shown : {gui::format().amount(sum), gui::format().trimmed(sum),
                                 gui::format().rounded(sum), gui::format().withUnit(sum)})
        QVERIFY2(shown.contains(balance), qPrintable(shown)); // it would be found
    gui::format().setAmountsHidden(true);
    QStringList problems;
    for (const test::View& view : test::everyPage(*window, *m_node)) {
        view.open();
        (void)test::settle(*m_counter);
        note(problems, view.name, test::leaks(*window, balance));
    }
    for (const test::View& view : test::everyDialog(*window, *m_node)) {
        QWidget* const dialog = view.open();
        (void)test::settle(*m_counter);
        note(problems, view.name, test::leaks(*dialog, balance));
        dialog->close();
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
}

void MatrixTest::everyTextIsTranslated() {
    wear({MatrixSpeech::Pseudo, 100, "light"});
    const auto window = open();
    const QRegularExpression known = sameEverywhere(**m_node);
    QStringList problems;
    for (const test::View& view : test::everyPage(*window, *m_node)) {
        view.open();
        (void)test::settle(*m_counter);
        note(problems, view.name, test::untranslated(*window, known));
    }
    for (const test::View& view : test::everyDialog(*window, *m_node)) {
        QWidget* const dialog = view.open();
        (void)test::settle(*m_counter);
        note(problems, view.name, test::untranslated(*dialog, known));
        dialog->close();
    }
    problems.removeDuplicates();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
}

void MatrixTest::everyControlIsTold() {
    const auto window = open();
    QStringList problems;
    for (const test::View& view : test::everyPage(*window, *m_node)) {
        view.open();
        (void)test::settle(*m_counter);
        note(problems, view.name, test::namelessControls(*window));
    }
    for (const test::View& view : test::everyDialog(*window, *m_node)) {
        QWidget* const dialog = view.open();
        (void)test::settle(*m_counter);
        note(problems, view.name, test::namelessControls(*dialog));
        dialog->close();
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
}

CAIRN_GUI_TEST(MatrixTest)
#include "MatrixTest.moc"
