#include "script/ScriptError.h"
#include "support/TestProgram.h"

using script::ScriptError;

class ScriptErrorTest : public QObject {
    Q_OBJECT
private slots:
    void namesEveryErrorOnce();
    void spellsNamesAsTheVectors();
};

void ScriptErrorTest::namesEveryErrorOnce() {
    QSet<QByteArray> names;
    QSet<QByteArray> sentences;
    const int count = static_cast<int>(ScriptError::SigFindAndDelete) + 1;
    for (int i = 0; i < count; ++i) {
        names.insert(script::toString(static_cast<ScriptError>(i)));
        sentences.insert(script::describe(static_cast<ScriptError>(i)));
    }
    QCOMPARE(names.size(), count);
    QCOMPARE(sentences.size(), count);
}

void ScriptErrorTest::spellsNamesAsTheVectors() {
    QCOMPARE(script::toString(ScriptError::UnknownError), "UNKNOWN_ERROR");
    QCOMPARE(script::toString(ScriptError::SigNullDummy), "SIG_NULLDUMMY");
    QCOMPARE(script::toString(ScriptError::SigNullFail), "NULLFAIL");
    QCOMPARE(script::toString(ScriptError::SigFindAndDelete), "SIG_FINDANDDELETE");
}

CAIRN_TEST(ScriptErrorTest)
#include "ScriptErrorTest.moc"
