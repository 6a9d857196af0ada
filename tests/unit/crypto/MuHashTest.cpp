#include "crypto/MuHash.h"
#include "support/Hex.h"
#include "support/TestProgram.h"

#include <algorithm>

class MuHashTest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithBitcoinCore() {
        QCOMPARE(shown({}), "dd5ad2a105c2d29495f577245c357409002329b9f4d6182c0af3dc2f462555c8");
        QCOMPARE(shown({element(0), element(1)}),
                 "9c96c6aa15a783f3e6c3d61634e5b9579118f92e0bf562ca3506ddf6b43ac647");
    }

    void asksForNoOrder() {
        std::vector<util::Bytes> elements;
        for (std::uint8_t i = 0; i < 40; ++i)
            elements.push_back(util::Bytes(i + 1U, i));
        const QByteArray first = shown(elements);
        std::reverse(elements.begin(), elements.end());
        QCOMPARE(shown(elements), first);
        elements.pop_back();
        QVERIFY(shown(elements) != first);
    }

    void goesOnAfterItWasAsked() {
        crypto::MuHash hash;
        hash.add(element(0));
        const auto one = hash.finish();
        hash.add(element(1));
        QVERIFY(hash.finish() != one);
        QCOMPARE(QByteArray::fromStdString(util::toReversedHex(hash.finish())),
                 shown({element(1), element(0)}));
    }

private:
    static util::Bytes element(std::uint8_t first) {
        util::Bytes out(32);
        out[0] = first;
        return out;
    }
    static QByteArray shown(const std::vector<util::Bytes>& elements) {
        crypto::MuHash hash;
        for (const util::Bytes& each : elements)
            hash.add(each);
        return QByteArray::fromStdString(util::toReversedHex(hash.finish()));
    }
};

CAIRN_TEST(MuHashTest)
#include "MuHashTest.moc"
