// Random keys, clicks, wheel and pastes on the real window over a real node, while blocks, reorganisations,
// locks and other wallets come in between, and the node is stopped in the middle. With a conscience: no
// setting changes but by a key or a click in its own control, nothing is paid that was not shown, no turn of
// the event loop is long, and nothing crashes.
//   CAIRN_MONKEY_SEED      the run to repeat; every run prints its own
//   CAIRN_MONKEY_SECONDS   how long it plays; the suite has a short run
#include "Monkey.h"
#include "GuiTest.h"
#include "Measure.h"
#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/MainWindow.h"
#include "gui/TopWindow.h"
#include "gui/frame/Page.h"
#include "gui/settings/SettingEditor.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/WaitView.h"
#include "gui/widgets/Labels.h"
#include "script/Address.h"

#include <QAbstractEventDispatcher>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace {

constexpr int kSuiteMs = 20'000;
constexpr int kRoundMs = 10'000; // then another node and another window
constexpr int kPauseMs = 6;      // between deeds
constexpr int kMature = 108;     // blocks that give coins to pay with
constexpr double kLongestTurnMs = 100;

using test::Deed;

/// Measures turns of the event loop: everything between two moments in which it waits.
class TurnWatch : public QObject {
public:
    TurnWatch() {
        const auto* loop = QAbstractEventDispatcher::instance();
        // Waiting costs no processor time: every such moment ends a turn and begins the next.
        connect(loop, &QAbstractEventDispatcher::awake, this, &TurnWatch::next);
        connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, &TurnWatch::next);
    }
    QString deed;     ///< the last one; empty: nothing is measured
    double worst = 0; ///< milliseconds
    QString worstDeed;
    int turns = 0;

private:
    void next() {
        const double took = test::threadMs() - std::exchange(m_start, test::threadMs());
        if (deed.isEmpty()) return;
        ++turns;
        if (took <= worst) return;
        worst = took;
        worstDeed = deed;
    }
    double m_start = test::threadMs();
};

/// Knows which settings the user has touched.
class SettingConscience {
public:
    void note(const Deed& deed) {
        m_last = deed.kind;
        const QString key = keyOf(deed.target);
        if (key.isEmpty()) return;
        // The wheel counts where the focus is; elsewhere it turns the page.
        const bool focused = keyOf(QApplication::focusWidget()) == key;
        if (deed.kind != Deed::Kind::Wheel || focused) m_touched.insert(key);
    }
    /// What is wrong with a change of `key` now; empty: nothing.
    QString judge(const QString& key) {
        if (m_touched.remove(key) || key == QLatin1String("wallet")) return {};
        // These have controls on other pages, too: a key or a click there.
        const bool elsewhere = key == QLatin1String("hide_amounts") || key == QLatin1String("first_steps") ||
                               key.startsWith(QLatin1String("min"));
        const bool byUser = m_last == Deed::Kind::Key || m_last == Deed::Kind::Click;
        return elsewhere && byUser ? QString() : QStringLiteral("the setting %1 changed by itself").arg(key);
    }

private:
    static QString keyOf(const QWidget* widget) {
        for (; widget; widget = widget->parentWidget())
            if (const auto* editor = qobject_cast<const gui::SettingEditor*>(widget)) return editor->key();
        return {};
    }
    QSet<QString> m_touched;
    Deed::Kind m_last = Deed::Kind::World;
};

/// Remembers what the review of a payment has shown, as a reader sees it, and finds every new payment in it.
class PaymentConscience {
public:
    explicit PaymentConscience(node::Node& node) : m_node(node) {}
    void look() {
        for (const QWidget* top : QApplication::topLevelWidgets()) {
            if (top->isVisible() && top->objectName() == QLatin1String("reviewDialog")) lookAt(*top);
        }
    }
    /// What is wrong with a transaction that came into the mempool; empty: nothing.
    QString judge(const primitives::TransactionRef& transaction) {
        const QString id = QString::fromStdString(transaction->txid().toHex());
        if (m_known.contains(id)) return {}; // back from a block that was taken off
        m_known.insert(id);
        ++paid;
        for (const Shown& shown : std::as_const(m_shown))
            if (isShown(*transaction, shown)) return {};
        return QStringLiteral("a payment was sent that was not shown: ") + id;
    }
    int paid = 0;
    int shownOften = 0;

private:
    struct Shown {
        QString letters; ///< everything without spaces
        QSet<qint64> amounts;
        bool hidden = false;
        bool operator==(const Shown&) const = default;
    };
    void lookAt(const QWidget& dialog) {
        QStringList texts;
        for (const QWidget* part : dialog.findChildren<QWidget*>()) {
            if (!part->isVisibleTo(&dialog)) continue;
            if (const auto* label = qobject_cast<const QLabel*>(part)) texts << label->text();
            if (const auto* amount = qobject_cast<const gui::AmountLabel*>(part)) texts << amount->text();
            if (const auto* hash = qobject_cast<const gui::HashLabel*>(part)) texts << hash->text();
        }
        Shown shown;
        static const QRegularExpression figure(QStringLiteral("[0-9][0-9\\s\u00a0]*(\\.[0-9\\s\u00a0]+)?"));
        static const QRegularExpression space(QStringLiteral("[\\s\u00a0]"));
        for (QString text : texts) {
            for (auto all = figure.globalMatch(text); all.hasNext();) {
                const QString digits = all.next().captured().remove(space);
                if (const auto amount = primitives::amountFromDecimal(digits.toStdString()))
                    shown.amounts.insert(amount->satoshi());
            }
            shown.hidden = shown.hidden || text.contains(QChar(0x2022));
            shown.letters += text.remove(space);
        }
        if (m_shown.isEmpty() || m_shown.last() != shown) m_shown << shown;
        ++shownOften;
    }
    [[nodiscard]] bool isShown(const primitives::Transaction& transaction, const Shown& shown) const {
        primitives::Amount out;
        for (const primitives::TxOut& output : transaction.outputs()) {
            out = out + output.value;
            if (m_node.wallet().ownScripts()->contains(output.scriptPubKey)) continue; // change
            const auto address = script::toAddress(output.scriptPubKey, m_node.params().addresses);
            if (!address || !shown.letters.contains(QString::fromStdString(*address))) return false;
            if (!shown.hidden && !shown.amounts.contains(output.value.satoshi())) return false;
        }
        const auto waiting = m_node.chain().mempool();
        const auto at = waiting->byTxid.find(transaction.txid());
        if (at == waiting->byTxid.end() || shown.hidden) return true; // it is in a block already
        return shown.amounts.contains(waiting->items[at->second].fee.satoshi());
    }

    node::Node& m_node;
    QList<Shown> m_shown;
    QSet<QString> m_known;
};

} // namespace

class MonkeyTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void doesNoHarm();

public slots:
    void swallow(const QUrl&) {} ///< what would be opened outside the window

private:
    void blame(const QString& wrong) {
        if (!wrong.isEmpty() && m_wrong.isEmpty())
            m_wrong = wrong + QStringLiteral(", after: ") + m_turns->deed;
    }
    [[nodiscard]] bool fillWallets(test::MemoryNode& node);
    void play(quint32 seed, int milliseconds);

    QTemporaryDir m_folder;
    QString m_before;
    TurnWatch* m_turns = nullptr;
    QVector<double> m_references;
    QString m_wrong; ///< the first thing that should not have been
    int m_deeds = 0;
    int m_paid = 0;
    int m_shown = 0;
};

void MonkeyTest::initTestCase() {
    (void)gui::theme(); // before the first widget, as the program does
    QStandardPaths::setTestModeEnabled(true);
    qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8()); // the start at login is a file there
    m_before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder.path()));
    for (const char* scheme : {"file", "http", "https"})
        QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "swallow");
}

void MonkeyTest::cleanupTestCase() {
    for (const char* scheme : {"file", "http", "https"})
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    QDir::setCurrent(m_before);
}

/// An encrypted wallet with coins to pay with, and the one that was there before.
bool MonkeyTest::fillWallets(test::MemoryNode& node) {
    const crypto::SecretString passphrase(test::Monkey::kPassphrase);
    if (!test::MemoryNode::answer(node->wallet().create(QStringLiteral("banana"), {}, {}, passphrase, false)))
        return false;
    return node.mine(kMature);
}

void MonkeyTest::play(quint32 seed, int milliseconds) {
    test::MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(fillWallets(node));
    gui::TopWindow window((QString()));
    auto* main = new gui::MainWindow(*node);
    window.setContent(main);
    window.resize(1280, 720);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    test::Monkey monkey(*node, window, seed);
    SettingConscience settings;
    PaymentConscience payments(*node);
    monkey.setTold([&](const Deed& deed) {
        ++m_deeds;
        m_turns->deed = deed.words;
        settings.note(deed);
        payments.look();
    });
    connect(&node->chain().feed(), &node::ChainFeed::transactionAdded, main,
            [&](const primitives::TransactionRef& transaction) { blame(payments.judge(transaction)); });
    connect(&*node, &node::Node::settingChanged, main,
            [&](const QString& key) { blame(settings.judge(key)); });
    QElapsedTimer played;
    played.start();
    bool ended = false;
    // A timer of its own for each deed: a menu has its own event loop, in which the next one comes.
    std::function<void()> next = [&] {
        if (!m_wrong.isEmpty() || played.elapsed() >= milliseconds) {
            // The end comes in the middle of whatever is open, as GuiRun does it.
            m_turns->deed.clear();
            window.setContent(
                new gui::WaitView(gui::WaitView::Kind::Busy, QStringLiteral("Stopping"), QString()));
            ended = true;
            return;
        }
        QTimer::singleShot(kPauseMs, &window, next);
        monkey.act();
    };
    QTimer::singleShot(kPauseMs, &window, next);
    while (!ended) {
        QTest::qWait(250);
        m_references << test::referenceMs();
    }
    m_paid += payments.paid;
    m_shown += payments.shownOften;
    node.stop();
}

void MonkeyTest::doesNoHarm() {
    failOnWarnings();
    const int milliseconds = qEnvironmentVariableIsSet("CAIRN_MONKEY_SECONDS")
                                 ? 1'000 * qEnvironmentVariableIntValue("CAIRN_MONKEY_SECONDS")
                                 : kSuiteMs;
    const auto seed = qEnvironmentVariableIsSet("CAIRN_MONKEY_SEED")
                          ? qEnvironmentVariable("CAIRN_MONKEY_SEED").toUInt()
                          : static_cast<quint32>(QDateTime::currentSecsSinceEpoch());
    qInfo("CAIRN_MONKEY_SEED=%u", seed);
    TurnWatch turns;
    m_turns = &turns;
    for (int round = 0; round * kRoundMs < milliseconds && m_wrong.isEmpty(); ++round) {
        play(seed + static_cast<quint32>(round), std::min(kRoundMs, milliseconds));
        if (QTest::currentTestFailed()) return;
    }
    QVERIFY2(m_wrong.isEmpty(), qPrintable(m_wrong));
    QVERIFY(m_deeds > milliseconds / 100);
    QVERIFY(m_paid > 0); // else nothing was judged
    std::ranges::sort(m_references);
    const double slowness = std::max(1.0, m_references[m_references.size() / 2] / test::kReferenceMs);
    qInfo("%d payments, %d looks at a review", m_paid, m_shown);
    qInfo("%d deeds, %d turns; the longest took %.1f ms of %.0f, after: %s", m_deeds, turns.turns,
          turns.worst, slowness * kLongestTurnMs, qPrintable(turns.worstDeed));
    QVERIFY2(turns.worst <= slowness * kLongestTurnMs, qPrintable(turns.worstDeed));
}

CAIRN_GUI_TEST(MonkeyTest)
#include "MonkeyTest.moc"
