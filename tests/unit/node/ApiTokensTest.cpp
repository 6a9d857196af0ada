#include "node/api/ApiTokens.h"
#include "support/TestProgram.h"

using node::ApiTokens;

class ApiTokensTest : public QObject {
    Q_OBJECT
private slots:
    void findsATokenByItsSecretAlone();
    void keepsHashesOnly();
    void refusesBadNamesAndScopes();
    void revokes();
    void readsNothingFromDamagedText();
};

void ApiTokensTest::findsATokenByItsSecretAlone() {
    ApiTokens tokens;
    const auto one = tokens.create(QStringLiteral("till"), {QStringLiteral("wallet")}, 5);
    const auto two = tokens.create(QStringLiteral("boss"), {QStringLiteral("control")}, 6);
    QVERIFY(one && two && *one != *two);
    QCOMPARE(tokens.find(one->toLatin1())->name, QStringLiteral("till"));
    QCOMPARE(tokens.find(two->toLatin1())->scopes, QStringList{QStringLiteral("control")});
    QVERIFY(tokens.find("till") == nullptr && tokens.find("") == nullptr &&
            tokens.find(one->toLatin1() + 'x') == nullptr);
}

void ApiTokensTest::keepsHashesOnly() {
    ApiTokens tokens;
    const auto secret =
        tokens.create(QStringLiteral("till"), {QStringLiteral("wallet"), QStringLiteral("spend")}, 5);
    const QByteArray json = tokens.toJson();
    QVERIFY(!json.contains(secret->toLatin1()) && !json.contains(secret->mid(6).toLatin1()));
    const ApiTokens again = ApiTokens::fromJson(json);
    QCOMPARE(again.all().size(), std::size_t(1));
    QVERIFY(again.all() == tokens.all());
    QVERIFY(again.find(secret->toLatin1()) != nullptr);
}

void ApiTokensTest::refusesBadNamesAndScopes() {
    ApiTokens tokens;
    const QStringList wallet{QStringLiteral("wallet")};
    const auto refused = [&](const QString& name, const QStringList& scopes) {
        return tokens.create(name, scopes, 1).error();
    };
    for (const QString& name : {QString(), QStringLiteral("  "), QString(61, QLatin1Char('x'))})
        QCOMPARE(refused(name, wallet), node::TokenProblem::Name);
    QCOMPARE(refused(QStringLiteral("a"), {}), node::TokenProblem::Scopes);
    QCOMPARE(refused(QStringLiteral("a"), {QStringLiteral("everything")}), node::TokenProblem::Scopes);
    QVERIFY(tokens.create(QStringLiteral("a"), wallet, 1));
    QCOMPARE(refused(QStringLiteral(" a "), wallet), node::TokenProblem::Taken);
    QVERIFY(tokens.all().size() == 1);
    for (std::size_t i = 1; i < node::kMaxTokens; ++i)
        QVERIFY(tokens.create(QString::number(i), wallet, 1));
    QCOMPARE(refused(QStringLiteral("b"), wallet), node::TokenProblem::Many);
}

void ApiTokensTest::revokes() {
    ApiTokens tokens;
    const auto secret = tokens.create(QStringLiteral("a"), {QStringLiteral("wallet")}, 1);
    QVERIFY(!tokens.revoke(QStringLiteral("b")));
    QVERIFY(tokens.revoke(QStringLiteral("a")));
    QVERIFY(tokens.find(secret->toLatin1()) == nullptr);
}

void ApiTokensTest::readsNothingFromDamagedText() {
    for (const char* text : {"", "{", "{}", "[1,2]", R"([{"name":"x","hash":"00","scopes":["control"]}])",
                             R"([{"name":"x","scopes":["control"]}])"}) {
        QVERIFY2(ApiTokens::fromJson(text).all().empty(), text);
    }
}

CAIRN_TEST(ApiTokensTest)
#include "ApiTokensTest.moc"
