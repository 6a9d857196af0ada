#include "gui/models/PagedModel.h"
#include "support/TestProgram.h"

#include "GuiTest.h"

#include "gui/widgets/DataTable.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>

namespace {

/// Numbers, answered when the test says so.
class NumbersModel : public gui::PagedRows<QString> {
public:
    NumbersModel() : PagedRows(nullptr) {}
    struct Question {
        int page, first, count;
        quint64 ticket;
    };
    QVector<Question> questions;
    QString prefix = QStringLiteral("row ");

    using gui::PagedModel::change;
    using gui::PagedModel::renewPages;
    using gui::PagedModel::restart;

    void answerAll() {
        for (const Question& question : std::exchange(questions, {})) {
            std::vector<QString> rows;
            for (int i = 0; i < question.count; ++i)
                rows.push_back(prefix + QString::number(question.first + i));
            answer(question.page, question.ticket, std::move(rows));
        }
    }
    [[nodiscard]] QString text(int row) const { return index(row, 0).data().toString(); }

    [[nodiscard]] int columnCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : 1;
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (role != Qt::DisplayRole || !index.isValid()) return {};
        const QString* row = rowAt(index.row());
        return row ? *row : QStringLiteral("…");
    }

private:
    void ask(int page, int first, int count, quint64 ticket) override {
        questions << Question{page, first, count, ticket};
    }
};

} // namespace

class PagedModelTest : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnWarnings(); }
    void asksForWhatIsLookedAt();
    void keepsItsRowsWhenOthersCome();
    void paintsOnlyWhatChanged();
    void asksAgainForWhatIsSeen();
    void changesTheUpperPart();
    void dropsAnswersToAnotherList();
    void keepsSomePagesOnly();
};

void PagedModelTest::asksForWhatIsLookedAt() {
    NumbersModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.restart(20'000);
    QCOMPARE(model.rowCount(), 20'000);
    model.answerAll();
    QCOMPARE(model.text(0), QStringLiteral("…"));
    QTRY_COMPARE(model.questions.size(), 1);
    QCOMPARE(model.questions[0].first, 19'950);
    QCOMPARE(model.questions[0].count, 50);
    model.answerAll();
    QCOMPARE(model.text(0), QStringLiteral("row 19999"));
    QCOMPARE(model.text(49), QStringLiteral("row 19950"));
    QTest::qWait(20);
    QVERIFY(model.questions.isEmpty()); // what is here is not asked for again
    QCOMPARE(model.pagesInMemory(), std::size_t{1});
}

void PagedModelTest::keepsItsRowsWhenOthersCome() {
    NumbersModel model;
    model.restart(100);
    (void)model.text(0);
    QTRY_VERIFY(!model.questions.isEmpty());
    model.answerAll();
    const QPersistentModelIndex newest = model.index(0, 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.change(100, 103);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(newest.row(), 3);
    QCOMPARE(newest.data().toString(), QStringLiteral("row 99")); // without being asked for again
    QCOMPARE(model.text(0), QStringLiteral("…"));
    QTRY_VERIFY(!model.questions.isEmpty());
    model.answerAll();
    QCOMPARE(model.text(0), QStringLiteral("row 102"));
}

void PagedModelTest::paintsOnlyWhatChanged() {
    NumbersModel model;
    model.restart(50);
    (void)model.text(0);
    QTRY_VERIFY(!model.questions.isEmpty());
    model.answerAll();
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.renewPages();
    QTRY_COMPARE(model.questions.size(), 1);
    model.answerAll();
    QCOMPARE(changed.count(), 0); // the same rows
    model.prefix = QStringLiteral("other ");
    model.renewPages();
    QTRY_COMPARE(model.questions.size(), 1);
    model.answerAll();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.text(0), QStringLiteral("other 49"));
}

void PagedModelTest::asksAgainForWhatIsSeen() {
    NumbersModel model;
    model.restart(5'000);
    for (const int row : {0, 1'000, 2'000, 3'000, 4'000}) {
        (void)model.text(row);
        QTRY_COMPARE(model.questions.size(), 1);
        model.answerAll();
    }
    model.renewPages();
    QTRY_COMPARE(model.questions.size(), 2);
    model.answerAll();
    model.answerAll();
    QTest::qWait(20);
    QVERIFY(model.questions.isEmpty());                  // three of the five: the ones looked at last
    QCOMPARE(model.text(0), QStringLiteral("row 4999")); // shown as it was …
    QTRY_COMPARE(model.questions.size(), 1);             // … and asked for, now that somebody looks
    model.renewPages();                                  // it changes once more meanwhile
    model.answerAll();
    QTRY_VERIFY(!model.questions.isEmpty());
}

void PagedModelTest::changesTheUpperPart() {
    NumbersModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.restart(200);
    for (const int row : {0, 199}) {
        (void)model.text(row);
        QTRY_VERIFY(!model.questions.isEmpty());
        model.answerAll();
    }
    const QPersistentModelIndex oldest = model.index(199, 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.prefix = QStringLiteral("new ");
    model.change(120, 180); // the 120 oldest stay
    QCOMPARE(reset.count(), 0);
    QCOMPARE(model.rowCount(), 180);
    QCOMPARE(oldest.row(), 179);
    QCOMPARE(oldest.data().toString(), QStringLiteral("row 0"));
    QCOMPARE(model.text(0), QStringLiteral("…"));
    QTRY_VERIFY(!model.questions.isEmpty());
    model.answerAll();
    QCOMPARE(model.text(0), QStringLiteral("new 179"));
    model.change(0, 10);
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.rowCount(), 10);
}

void PagedModelTest::dropsAnswersToAnotherList() {
    NumbersModel model;
    model.restart(100);
    (void)model.text(0);
    QTRY_VERIFY(!model.questions.isEmpty());
    model.restart(60);
    model.answerAll(); // to the first list
    QCOMPARE(model.text(0), QStringLiteral("…"));
    QTRY_COMPARE(model.questions.size(), 1);
    model.answerAll();
    QCOMPARE(model.text(0), QStringLiteral("row 59"));
}

void PagedModelTest::keepsSomePagesOnly() {
    NumbersModel model;
    model.restart(20'000);
    for (int row = 0; row < 20'000; row += 100) {
        (void)model.text(row);
        QTRY_VERIFY(!model.questions.isEmpty());
        model.answerAll();
    }
    QVERIFY(model.pagesInMemory() <= gui::PagedModel::kMostPages);
    QCOMPARE(model.text(19'900), QStringLiteral("row 99")); // the last ones are here
}

CAIRN_GUI_TEST(PagedModelTest)
#include "PagedModelTest.moc"
