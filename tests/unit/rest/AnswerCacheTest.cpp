#include "rest/http/AnswerCache.h"
#include "support/TestProgram.h"

#include "rest/esplora/EsploraText.h"

#include <QTest>

using namespace rest;

class AnswerCacheTest : public QObject {
    Q_OBJECT
private slots:
    void keepsWhatNeverChanges();
    void keepsWhatStaysOnTheBranch();
    void keepsNothingOfAnotherTip();
    void keepsNothingElse();
    void forgetsWithTheBranch();
    void staysWithinItsRoom();
};

namespace {

class Noted final : public Responder {
public:
    void send(HttpResponse response) override { answers.push_back(std::move(response)); }
    void onGone(std::function<void()>) override {}
    [[nodiscard]] bool isGone() const override { return false; }
    std::vector<HttpResponse> answers;
};

HttpResponse lasting(const QByteArray& body) {
    return esploraJson(body, kCacheForever);
}

} // namespace

void AnswerCacheTest::keepsWhatNeverChanges() {
    AnswerCache cache(10'000);
    const auto client = std::make_shared<Noted>();
    QVERIFY(cache.find("/api/tx/1") == nullptr);
    cache.keeping("/api/tx/1", client)->send(lasting("[1]"));
    QCOMPARE(client->answers.size(), std::size_t(1)); // it went on to the client
    QVERIFY(cache.find("/api/tx/1") != nullptr);
    QCOMPARE(cache.find("/api/tx/1")->body, QByteArray("[1]"));
    QVERIFY(cache.find("/api/tx/1?x") == nullptr);
}

void AnswerCacheTest::keepsWhatStaysOnTheBranch() {
    AnswerCache cache(10'000);
    const auto client = std::make_shared<Noted>();
    HttpResponse young = esploraJson("[2]");
    young.branchTip = "aa";
    cache.setTip("aa");
    cache.keeping("/api/tx/2", client)->send(young);
    QVERIFY(cache.find("/api/tx/2") != nullptr);
    QVERIFY(cache.find("/api/tx/2")->cacheControl != QByteArray(kCacheForever)); // clients ask again
    cache.clear();
    QVERIFY(cache.find("/api/tx/2") == nullptr);
}

/// The store is behind what was told (an import), or the answer is of a branch that has left.
void AnswerCacheTest::keepsNothingOfAnotherTip() {
    AnswerCache cache(10'000);
    const auto client = std::make_shared<Noted>();
    HttpResponse early = esploraJson("[1]");
    early.branchTip = "aa";
    cache.setTip("bb");
    cache.keeping("/api/tx/1", client)->send(early);
    QVERIFY(cache.find("/api/tx/1") == nullptr);
    QCOMPARE(client->answers.size(), std::size_t(1));
    early.branchTip = "bb";
    cache.keeping("/api/tx/1", client)->send(early);
    QVERIFY(cache.find("/api/tx/1") != nullptr);
    cache.setTip("cc"); // the branch grows
    QVERIFY(cache.find("/api/tx/1") != nullptr);
}

void AnswerCacheTest::keepsNothingElse() {
    AnswerCache cache(10'000'000);
    const auto client = std::make_shared<Noted>();
    HttpResponse missing = lasting("{}");
    missing.status = 404;
    for (const HttpResponse& response : {esploraJson("{}"), missing, lasting(QByteArray(1'000'000, ' '))})
        cache.keeping("/a", client)->send(response);
    QVERIFY(cache.find("/a") == nullptr);
    QCOMPARE(client->answers.size(), std::size_t(3));
}

void AnswerCacheTest::forgetsWithTheBranch() {
    AnswerCache cache(10'000);
    const auto client = std::make_shared<Noted>();
    cache.keeping("/a", client)->send(lasting("{}"));
    const ResponderRef beingMade = cache.keeping("/b", client);
    cache.clear();
    beingMade->send(lasting("{}")); // asked of the branch that left
    QVERIFY(cache.find("/a") == nullptr && cache.find("/b") == nullptr);
    QCOMPARE(client->answers.size(), std::size_t(2));
    cache.keeping("/b", client)->send(lasting("{}"));
    QVERIFY(cache.find("/b") != nullptr);
}

void AnswerCacheTest::staysWithinItsRoom() {
    AnswerCache cache(10'000);
    const auto client = std::make_shared<Noted>();
    int kept = 0;
    for (int i = 0; i < 100; ++i)
        cache.keeping(QByteArray::number(i), client)->send(lasting(QByteArray(700, ' ')));
    for (int i = 0; i < 100; ++i)
        kept += cache.find(QByteArray::number(i)) != nullptr ? 1 : 0;
    QVERIFY2(kept >= 1 && kept <= 10, qPrintable(QString::number(kept)));
    QVERIFY(cache.find("99") != nullptr); // the newest is among them
}

CAIRN_TEST(AnswerCacheTest)
#include "AnswerCacheTest.moc"
