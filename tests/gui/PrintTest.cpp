#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/dialogs/BackUpDialog.h"
#include "gui/dialogs/WordGrid.h"
#include "gui/print/PrintQueue.h"
#include "gui/print/Printing.h"
#include "gui/print/Sheets.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/Receipt.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Notices.h"
#include "script/OutputType.h"
#include "wallet/Wallet.h"

#include <QDirIterator>
#include <QPageLayout>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QtEndian>

namespace {

/// Paper that remembers what was written on it, and where.
class NotedPaper : public QPaintDevice, private QPaintEngine {
public:
    NotedPaper() : QPaintEngine(AllFeatures) {}
    [[nodiscard]] QPaintEngine* paintEngine() const override { return const_cast<NotedPaper*>(this); }
    QStringList words;
    QRectF written;
    int pictures = 0;

protected:
    int metric(PaintDeviceMetric what) const override {
        if (what == PdmWidth) return 595;
        if (what == PdmHeight) return 842;
        if (what == PdmDepth) return 32;
        if (what == PdmDevicePixelRatio || what == PdmNumColors) return 1;
        if (what == PdmDevicePixelRatioScaled) return 0x10000;
        return 72;
    }

private:
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawImage(const QRectF& area, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {
        ++pictures;
        written |= area;
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        words << item.text();
        written |= QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
    }
    [[nodiscard]] Type type() const override { return User; }
};

/// A print service that takes every document and keeps it in memory.         Source: RFC 8010, RFC 8011.
class PrintService : public QTcpServer {
public:
    PrintService() {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        });
    }
    QByteArray document;

private:
    static constexpr quint16 kCreateJob = 5, kSendDocument = 6, kGetPrinter = 11;
    struct Incoming {
        QByteArray bytes;
        bool continued = false;
    };

    void read(QTcpSocket& socket) {
        Incoming& in = m_in[&socket];
        in.bytes += socket.readAll();
        while (true) {
            const qsizetype end = in.bytes.indexOf("\r\n\r\n");
            if (end < 0) return;
            const QByteArray head = in.bytes.left(end).toLower();
            if (!in.continued && head.contains("expect: 100-continue")) {
                in.continued = true;
                socket.write("HTTP/1.1 100 Continue\r\n\r\n");
            }
            const auto body = bodyAt(in.bytes, head, end + 4);
            if (!body) return;
            in.continued = false;
            answer(socket, *body);
        }
    }

    /// Takes a whole request out of what came; null: more is to come.
    static std::optional<QByteArray> bodyAt(QByteArray& in, const QByteArray& head, qsizetype at) {
        QByteArray body;
        if (!head.contains("transfer-encoding: chunked")) {
            const qsizetype name = head.indexOf("content-length:");
            const qsizetype size = head.mid(name + 15).split('\r').first().trimmed().toLongLong();
            if (in.size() < at + size) return std::nullopt;
            body = in.mid(at, size);
            in.remove(0, at + size);
            return body;
        }
        while (true) {
            const qsizetype line = in.indexOf("\r\n", at);
            if (line < 0) return std::nullopt;
            const qsizetype size = in.mid(at, line - at).toLongLong(nullptr, 16);
            if (in.size() < line + 2 + size + 2) return std::nullopt;
            body += in.mid(line + 2, size);
            at = line + 2 + size + 2;
            if (size > 0) continue;
            in.remove(0, at);
            return body;
        }
    }

    static QByteArray attribute(char tag, const QByteArray& name, const QByteArray& value) {
        const auto sized = [](const QByteArray& text) {
            QByteArray size(2, '\0');
            qToBigEndian(static_cast<quint16>(text.size()), size.data());
            return size + text;
        };
        return tag + sized(name) + sized(value);
    }

    void answer(QTcpSocket& socket, const QByteArray& request) {
        const auto operation = qFromBigEndian<quint16>(request.constData() + 2);
        if (operation == kSendDocument) document = request.mid(request.indexOf("%PDF"));
        QByteArray reply = request.left(2) + QByteArray(2, '\0') + request.mid(4, 4);
        reply += '\x01' + attribute(0x47, "attributes-charset", "utf-8") +
                 attribute(0x48, "attributes-natural-language", "en");
        if (operation == kCreateJob) reply += '\x02' + attribute(0x21, "job-id", QByteArray("\0\0\0\x07", 4));
        if (operation == kGetPrinter)
            reply += '\x04' + attribute(0x42, "printer-name", "paper") +
                     attribute(0x45, "printer-uri-supported",
                               "ipp://127.0.0.1:" + QByteArray::number(serverPort()) + "/printers/paper");
        reply += '\x03';
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: " +
                     QByteArray::number(reply.size()) + "\r\n\r\n" + reply);
    }

    QHash<QTcpSocket*, Incoming> m_in;
};

QStringList filesIn(const QString& folder) {
    QStringList out;
    for (QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();)
        out << each.next();
    return out;
}

} // namespace

/// What is put on paper, and that nothing of it is put elsewhere.
class PrintTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void theWordsStandOnOneSheet_data();
    void theWordsStandOnOneSheet();
    void theInvitationStandsOnOneSheet();
    void theReceiptStandsOnOneSheet();
    void tellsWhatWasPaidAndNoSecret();
    void theSheetIsHandedOverWithoutAFile();
    void saysWhenThereIsNoPrinter();
    void wordsThatAreCheckedAreNotPrinted();

private:
    static constexpr QRectF kPage{0, 0, 493, 740}; // of A4, in points
    QTemporaryDir m_temporary;
    PrintService m_service;
};

/// libcups looks once where the print service is.
void PrintTest::initTestCase() {
    (void)gui::theme();
    QVERIFY(m_service.listen(QHostAddress::LocalHost));
    qputenv("CUPS_SERVER", "127.0.0.1:" + QByteArray::number(m_service.serverPort()));
    qputenv("TMPDIR", m_temporary.path().toLocal8Bit());
    qputenv("HOME", m_temporary.path().toLocal8Bit());
}

void PrintTest::theWordsStandOnOneSheet_data() {
    QTest::addColumn<int>("count");
    QTest::newRow("twelve") << 12;
    QTest::newRow("twenty-four") << 24;
}

void PrintTest::theWordsStandOnOneSheet() {
    QFETCH(int, count);
    gui::WordSheet sheet{QStringLiteral("Savings"), QStringLiteral("Lab 12"), {}};
    for (int i = 0; i < count; ++i)
        sheet.words << QStringLiteral("word%1").arg(i);
    NotedPaper paper;
    QPainter painter(&paper);
    paintSheet(painter, kPage, sheet);
    painter.end();
    qsizetype last = -1;
    for (int i = 0; i < count; ++i) { // in their order, each with its number before it
        const qsizetype at = paper.words.indexOf(sheet.words[i]);
        QVERIFY2(at > last, qPrintable(sheet.words[i]));
        QCOMPARE(paper.words[at - 1], QString::number(i + 1));
        last = at;
    }
    QVERIFY2(paper.written.bottom() <= kPage.bottom() + 1,
             qPrintable(QString::number(paper.written.bottom())));
    QVERIFY(paper.written.right() <= kPage.right() + 1);
}

void PrintTest::theInvitationStandsOnOneSheet() {
    const gui::InviteSheet sheet{QStringLiteral("Lab 12"),
                                 QColor(QStringLiteral("#2a7de1")),
                                 {QStringLiteral("maple"), QStringLiteral("river"), QStringLiteral("otter")},
                                 QStringLiteral("cairn:lab-12?") + QString(700, QLatin1Char('a')),
                                 QImage(200, 200, QImage::Format_Mono)};
    NotedPaper paper;
    QPainter painter(&paper);
    paintSheet(painter, kPage, sheet);
    painter.end();
    QCOMPARE(paper.pictures, 1);
    QVERIFY(paper.words.join(QString()).contains(sheet.link));
    QVERIFY(paper.words.join(QLatin1Char(' ')).contains(QStringLiteral("blue · maple · river · otter")));
    QVERIFY(paper.written.bottom() <= kPage.bottom() + 1 && paper.written.right() <= kPage.right() + 1);
}

void PrintTest::theReceiptStandsOnOneSheet() {
    gui::ReceiptSheet sheet{
        QStringLiteral("Receipt"), QStringLiteral("Lab 12"), QStringLiteral("2.5 LAB"), {}};
    for (int i = 0; i < 60; ++i) // more than there is room for
        sheet.facts.push_back({QStringLiteral("name%1").arg(i), QStringLiteral("value%1").arg(i)});
    sheet.facts[0].second = QString(300, QLatin1Char('a')) + QStringLiteral("\nsecond line");
    NotedPaper paper;
    QPainter painter(&paper);
    paintSheet(painter, kPage, sheet);
    painter.end();
    const QString all = paper.words.join(QString());
    for (const QString& word : {sheet.amount, sheet.facts[0].second.left(300), QStringLiteral("second line"),
                                QStringLiteral("name7"), QStringLiteral("value7")})
        QVERIFY2(all.contains(word), qPrintable(word));
    QVERIFY(paper.written.bottom() <= kPage.bottom() + 1 && paper.written.right() <= kPage.right() + 1);
}

void PrintTest::tellsWhatWasPaidAndNoSecret() {
    test::MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(node->params().rules().coinbaseMaturity + 1));
    const auto script = [](std::uint8_t first) {
        return script::witnessPubKeyHashScript(util::ByteArray<20>{first});
    };
    const std::string bo = script::toAddress(script(1), node->params().addresses).value();
    QVERIFY(test::MemoryNode::answer(node->wallet().setPeople({{bo, "Bo"}})));
    wallet::PaymentRequest request;
    request.recipients = {{script(1), primitives::Amount(150'000'000)},
                          {script(2), primitives::Amount(25'000'000)}};
    const auto sent = test::MemoryNode::answer(node->wallet().pay(request, QStringLiteral("bread")));
    QVERIFY(sent);
    const auto txid = sent->transaction->txid();
    const auto told = [&] {
        const auto facts = test::MemoryNode::answer(node->wallet().ask(
            [txid, addresses = node->params().addresses](const wallet::Wallet& wallet, std::int32_t) {
                return gui::receiptFactsOf(wallet, txid, addresses);
            }));
        const gui::ReceiptSheet sheet = gui::receiptOf(**facts, QStringLiteral("Lab 12"));
        QString out = sheet.title + QLatin1Char('\n') + sheet.amount;
        for (const auto& [name, value] : sheet.facts)
            out += QLatin1Char('\n') + name + QStringLiteral(": ") + value;
        return out;
    };
    const QString waiting = told();
    for (const QString& word :
         {QStringLiteral("Receipt for a payment sent\n1.75"),
          QStringLiteral("To: Bo\n") + QString::fromStdString(bo), QStringLiteral("1.50"),
          QStringLiteral("Note: bread"), QStringLiteral("none yet"), QString::fromStdString(txid.toHex())})
        QVERIFY2(waiting.contains(word), qPrintable(word + QStringLiteral(" in ") + waiting));
    QVERIFY(node.mine(1));
    QTRY_VERIFY(!told().contains(QStringLiteral("none yet")));
    const QString words =
        test::MemoryNode::answer(node->wallet().ask([](const wallet::Wallet& wallet, std::int32_t) {
            const auto secret = wallet.words();
            return QString::fromUtf8(secret->data(), static_cast<qsizetype>(secret->size()));
        })).value();
    QVERIFY(!told().contains(words));
    QVERIFY(!told().contains(QStringLiteral("Change"))); // nothing of the rest of the wallet
}

void PrintTest::theSheetIsHandedOverWithoutAFile() {
    const QPageLayout layout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(51, 51, 51, 51));
    const gui::WordSheet sheet{
        QStringLiteral("Savings"), QStringLiteral("Lab 12"), {QStringLiteral("lantern")}};
    const QByteArray pdf =
        gui::sheetPdf(layout, QStringLiteral("Words"),
                      [&](QPainter& painter, const QRectF& page) { paintSheet(painter, page, sheet); });
    QVERIFY(pdf.startsWith("%PDF"));
    std::atomic<bool> taken = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        taken = gui::sendToPrinter({QStringLiteral("paper"), QStringLiteral("Words"), 1, pdf});
    }));
    thread->start();
    QTRY_VERIFY(thread->isFinished());
    QVERIFY(taken);
    QCOMPARE(m_service.document, pdf);
    QCOMPARE(filesIn(m_temporary.path()), QStringList());
}

void PrintTest::saysWhenThereIsNoPrinter() {
    test::MemoryNode node;
    QVERIFY(node.start());
    QWidget parent;
    parent.show();
    gui::BackUpDialog dialog(*node, &parent);
    dialog.open();
    auto* print = dialog.findChild<gui::Button*>(QStringLiteral("printButton"));
    QTRY_VERIFY(print->isVisible());
    print->click();
    QTRY_VERIFY(dialog.findChild<gui::Toast*>());
    const auto* toast = dialog.findChild<gui::Toast*>();
    QCOMPARE(toast->text(), QStringLiteral("No printer is set up on this computer."));
    dialog.close();
}

/// Not what one is to know from the paper.
void PrintTest::wordsThatAreCheckedAreNotPrinted() {
    test::MemoryNode node;
    QVERIFY(node.start());
    QWidget parent;
    parent.show();
    gui::BackUpDialog dialog(*node, &parent);
    dialog.open();
    auto* print = dialog.findChild<gui::Button*>(QStringLiteral("printButton"));
    QTRY_VERIFY(print->isVisible());
    dialog.acceptButton()->click();
    QVERIFY(!print->isVisible());
    dialog.close();
}

CAIRN_GUI_TEST(PrintTest)
#include "PrintTest.moc"
