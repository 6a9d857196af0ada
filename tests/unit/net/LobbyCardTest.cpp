#include "net/lobby/LobbyCard.h"
#include "consensus/ChainParams.h"
#include "net/address/HostAddress.h"
#include "support/HttpStub.h"
#include "support/TestProgram.h"

using namespace net;

namespace {

consensus::NetworkCard labCard() {
    consensus::NetworkCard card;
    card.name = "Lab 12";
    card.rules.genesisMessage = "for tests";
    card.seeds = {"http://10.0.0.1:5001", "http://10.0.0.2:5001", "http://10.0.0.3:5001",
                  "http://10.0.0.4:5001"};
    return card;
}

LobbyEntry entryOf(const consensus::NetworkCard& card, quint16 port = 5001) {
    LobbyEntry entry;
    entry.news = {consensus::paramsFromCard(card).genesisHash, port, QString::fromStdString(card.name)};
    entry.address = netAddressOf(QHostAddress(QHostAddress::LocalHost), port);
    return entry;
}

HttpResult answerWith(const QByteArray& body, int status = 200) {
    HttpResult out;
    out.status = status;
    out.body = body;
    return out;
}

QByteArray cardText(const consensus::NetworkCard& card) {
    return QByteArray::fromStdString(consensus::writeNetworkCard(card));
}

} // namespace

class LobbyCardTest : public QObject {
    Q_OBJECT
private slots:
    void takesTheCardOfTheNetworkThatWasTold() {
        const auto card = checkedCard(answerWith(cardText(labCard())), entryOf(labCard()));
        QVERIFY(card);
        QCOMPARE(card->rules, labCard().rules);
        QCOMPARE(card->seeds.front(), std::string("http://127.0.0.1:5001")); // whom we know to be there
        QCOMPARE(card->seeds.size(), std::size_t{4});
    }
    void refusesAnyOther() {
        consensus::NetworkCard other = labCard();
        other.rules.coinbaseMaturity = 7;
        QCOMPARE(checkedCard(answerWith(cardText(other)), entryOf(labCard())).error(),
                 LobbyCardFault::OtherNetwork);
        QCOMPARE(checkedCard(answerWith("{}"), entryOf(labCard())).error(), LobbyCardFault::NotACard);
        QCOMPARE(checkedCard(answerWith(cardText(labCard()), 404), entryOf(labCard())).error(),
                 LobbyCardFault::NotACard);
        QCOMPARE(checkedCard(HttpResult(), entryOf(labCard())).error(), LobbyCardFault::NoAnswer);
    }
    void isAskedOverHttp() {
        support::HttpStub stub;
        stub.answers["/p2p/v1/card"] = cardText(labCard());
        std::optional<HttpResult> result;
        QObject parent;
        askCard(
            entryOf(labCard(), stub.port()).address, [&](const HttpResult& how) { result = how; }, &parent);
        QTRY_VERIFY(result.has_value());
        QVERIFY(checkedCard(*result, entryOf(labCard(), stub.port())));
    }
    /// More than a card can have is not read to its end.
    void isBounded() {
        support::HttpStub stub;
        stub.answers["/p2p/v1/card"] = QByteArray(qsizetype(consensus::kMaxCardSize) + 1, ' ');
        std::optional<HttpResult> result;
        QObject parent;
        askCard(
            entryOf(labCard(), stub.port()).address, [&](const HttpResult& how) { result = how; }, &parent);
        QTRY_VERIFY(result.has_value());
        QVERIFY(result->wasTooLong() && !checkedCard(*result, entryOf(labCard())));
    }
};

CAIRN_TEST(LobbyCardTest)
#include "LobbyCardTest.moc"
