#include "GuiTest.h"
#include "PageFixture.h"

#include "gui/api/ApiPage.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/DataTable.h"

#include <QAbstractItemModel>

class ApiPageTest : public QObject {
    Q_OBJECT

private slots:
    void showsAddressAndRequests() {
        failOnWarnings();
        (void)gui::theme();
        test::MemoryNode node(false);
        QVERIFY(node.start());
        test::NotedNavigator navigator;
        gui::ApiPage page(*node, navigator);
        page.resize(1244, 784);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto* code = page.findChild<gui::CodeBlock*>(QStringLiteral("curlBlock"));
        QVERIFY(!code->isVisible()); // off
        test::shoot(page, QStringLiteral("api-off-light"));
        node->setApiEndpoints({QStringLiteral("http://127.0.0.1:5000"), {}, QStringLiteral("/tmp/api.cookie"),
                                {{QStringLiteral("Tutorial"), QStringLiteral("GET"), QStringLiteral("/chain"), {}, QStringLiteral("BASE/chain")}}});
        QTRY_VERIFY(code->isVisible());
        QVERIFY(code->code().contains(QStringLiteral("curl -s http://127.0.0.1:5000/chain")));
        auto* table = page.findChild<gui::DataTable*>(QStringLiteral("requestTable"));
        QCOMPARE(table->model()->rowCount(), 0);
        node->logRequest({1'700'000'000'000, QStringLiteral("GET"), QStringLiteral("/chain"), 200, 840, 4'210, QStringLiteral("127.0.0.1")});
        node->logRequest({1'700'000'001'000, QStringLiteral("GET"), QStringLiteral("/nothing"), 404, 90, 60, QStringLiteral("127.0.0.1")});
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 2).data().toString(), QStringLiteral("/nothing")); // newest first
        test::shoot(page, QStringLiteral("api-light"));
    }
};

QTEST_MAIN(ApiPageTest)
#include "ApiPageTest.moc"
