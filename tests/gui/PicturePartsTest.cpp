#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/explorer/BlockCells.h"
#include "gui/explorer/ByteFields.h"
#include "gui/explorer/BytesView.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/FeeScale.h"
#include "gui/widgets/TreeMap.h"
#include "primitives/BlockHeader.h"
#include "primitives/Transaction.h"
#include "util/Hex.h"

#include <QAbstractItemModel>
#include <QTest>

/// What pictures of blocks and bytes are made of.
class PicturePartsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); }
    void init() { failOnWarnings(); }
    void mapFillsTheAreaInProportion_data();
    void mapFillsTheAreaInProportion();
    void feeScaleRises();
    void fieldsAreTheWholeTransaction_data();
    void fieldsAreTheWholeTransaction();
    void fieldsAreTheWholeHeader();
    void bytesAreWalkedAndHaveATwin();
    void cellsLieTheLargestFirst();
};

void PicturePartsTest::mapFillsTheAreaInProportion_data() {
    QTest::addColumn<QVector<double>>("weights");
    QTest::newRow("one") << QVector<double>{5};
    QTest::newRow("even") << QVector<double>{1, 1, 1, 1, 1, 1, 1};
    QTest::newRow("falling") << QVector<double>{40, 20, 10, 5, 5, 3, 1, 1};
    QTest::newRow("rising") << QVector<double>{1, 2, 3, 50};
    QTest::newRow("one large") << QVector<double>{10'000, 1, 1, 1};
}

void PicturePartsTest::mapFillsTheAreaInProportion() {
    QFETCH(QVector<double>, weights);
    const QRectF area(10, 20, 300, 120);
    const QVector<QRectF> places = gui::treeMap(weights, area);
    QCOMPARE(places.size(), weights.size());
    double whole = 0;
    for (const double weight : weights)
        whole += weight;
    for (int i = 0; i < places.size(); ++i) {
        QVERIFY(area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(places[i]));
        const double share = places[i].width() * places[i].height() / (area.width() * area.height());
        QVERIFY(qAbs(share - weights[i] / whole) < 1e-9);
        for (int other = 0; other < i; ++other) {
            const QRectF both = places[i].intersected(places[other]);
            QVERIFY(both.width() * both.height() < 1e-6);
        }
    }
}

void PicturePartsTest::feeScaleRises() {
    QCOMPARE(gui::feeToken(0), gui::feeStepToken(0));
    QCOMPARE(gui::feeToken(1e6), gui::feeStepToken(gui::kFeeSteps - 1));
    int last = 0;
    for (const double rate : {0.0, 1.9, 2.0, 4.9, 5.0, 19.9, 20.0, 59.9, 60.0, 1000.0}) {
        const int step = static_cast<int>(gui::feeToken(rate)) - static_cast<int>(gui::feeStepToken(0));
        QVERIFY(step >= last);
        last = step;
    }
    QCOMPARE(last, gui::kFeeSteps - 1);
}

void PicturePartsTest::fieldsAreTheWholeTransaction_data() {
    QTest::addColumn<bool>("witness");
    QTest::addColumn<int>("outputs");
    QTest::newRow("legacy") << false << 1;
    QTest::newRow("witness") << true << 2;
    QTest::newRow("many outputs") << true << 300; // their number takes three bytes
}

void PicturePartsTest::fieldsAreTheWholeTransaction() {
    QFETCH(bool, witness);
    QFETCH(int, outputs);
    primitives::TransactionParts parts;
    parts.lockTime = 2148;
    for (std::uint32_t i = 0; i < 3; ++i) {
        primitives::TxIn input;
        input.previous = {primitives::TxId(), i};
        input.scriptSig = util::Bytes(witness ? 0 : 107, 0x48);
        input.sequence = 0xfffffffd - i;
        if (witness) input.witness = {util::Bytes(72, 0x30), util::Bytes(33, 0x02)};
        parts.inputs.push_back(input);
    }
    for (int i = 0; i < outputs; ++i)
        parts.outputs.push_back({primitives::Amount(1'000 + i), util::Bytes(22, 0x14)});
    const primitives::Transaction transaction(parts);
    QString whole;
    qsizetype witnessBytes = 0;
    for (const gui::ByteField& field : gui::fieldsOf(transaction)) {
        whole += field.hex;
        if (field.isWitness) witnessBytes += field.size();
        QVERIFY(!field.name.isEmpty() && !field.meaning.isEmpty());
    }
    QCOMPARE(whole, QString::fromStdString(util::toHex(transaction.serialize())));
    QCOMPARE(witnessBytes, static_cast<qsizetype>(transaction.size() - transaction.strippedSize()));
}

void PicturePartsTest::fieldsAreTheWholeHeader() {
    primitives::BlockHeader header;
    header.version = 0x20000000;
    header.time = 1'760'000'000;
    header.bits = 0x1f00ffff;
    header.nonce = 4'000'000'000;
    QString whole;
    for (const gui::ByteField& field : gui::fieldsOf(header))
        whole += field.hex;
    QCOMPARE(whole, QString::fromStdString(util::toHex(header.serialize())));
    QCOMPARE(whole.size(), 160);
}

void PicturePartsTest::bytesAreWalkedAndHaveATwin() {
    gui::BytesView view;
    view.resize(500, 300);
    view.setFields(gui::fieldsOf(primitives::BlockHeader()));
    view.show();
    QCOMPARE(view.itemCount(), 6);
    QCOMPARE(view.tableModel()->rowCount(), 6);
    QCOMPARE(view.tableModel()->index(5, 1).data().toString(),
             QStringLiteral("76")); // where the nonce begins
    view.setCurrentItem(0);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.currentItem(), 1);
    QVERIFY(view.accessibleDescription().contains(QLatin1String("32 byte")));
    for (int item = 0; item < view.itemCount(); ++item)
        QVERIFY(view.itemRect(item).right() <= view.width());
    QVERIFY(view.heightForWidth(260) > view.heightForWidth(500)); // fewer fields side by side
}

void PicturePartsTest::cellsLieTheLargestFirst() {
    gui::BlockCells cells;
    cells.resize(400, 260);
    cells.setCells({{QStringLiteral("aa"), QStringLiteral("reward"), 500, 0, true, false},
                    {QStringLiteral("bb"), QStringLiteral("payment"), 2'000, 12, false, true}});
    QCOMPARE(cells.cell(0).txid, QStringLiteral("bb"));
    QCOMPARE(cells.tableModel()->rowCount(), 2);
    const QRectF large = cells.itemRect(0), small = cells.itemRect(1);
    QVERIFY(large.width() * large.height() > 3.9 * small.width() * small.height());
}

CAIRN_GUI_TEST(PicturePartsTest)
#include "PicturePartsTest.moc"
