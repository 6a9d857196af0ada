#include "rest/json/MiningWords.h"
#include "support/TestProgram.h"

#include <QtTest>

using node::MineProblem;
using node::MiningPause;

/// What programs are told of a miner that rests or found nothing: a word each, and a whole sentence.
class MiningWordsTest : public QObject {
    Q_OBJECT
private slots:
    void everyPauseHasAWordAndASentence();
    void everyProblemHasASentence();
};

void MiningWordsTest::everyPauseHasAWordAndASentence() {
    QVERIFY(rest::miningPauseSentence(MiningPause::None).isEmpty() &&
            rest::miningPauseCode(MiningPause::None).isEmpty());
    QStringList codes;
    for (const auto pause : {MiningPause::NoAddress, MiningPause::NothingWaiting, MiningPause::Importing,
                             MiningPause::CatchingUp, MiningPause::OnBattery, MiningPause::UserActive,
                             MiningPause::AheadOfClock, MiningPause::DiskFull, MiningPause::Refused}) {
        QVERIFY(rest::miningPauseSentence(pause).endsWith(QLatin1Char('.')));
        codes << rest::miningPauseCode(pause);
    }
    QCOMPARE(codes.removeDuplicates(), 0);
    QVERIFY(!codes.contains(QString()));
}

void MiningWordsTest::everyProblemHasASentence() {
    node::MinedBlock mined;
    QVERIFY(rest::mineProblemSentence(mined).isEmpty());
    mined.reason = QStringLiteral("bad-cb-amount");
    QStringList sentences;
    for (const auto problem :
         {MineProblem::NoAddress, MineProblem::AheadOfClock, MineProblem::Refused, MineProblem::Stopping}) {
        mined.problem = problem;
        sentences << rest::mineProblemSentence(mined);
        QVERIFY(sentences.last().endsWith(QLatin1Char('.')));
    }
    QCOMPARE(sentences.removeDuplicates(), 0);
    QVERIFY(sentences.at(2).contains(mined.reason));
    mined.problem = MineProblem::DiskFull;
    QCOMPARE(rest::mineProblemSentence(mined), rest::diskProblemSentence(node::DiskProblem::Full));
    mined.problem = MineProblem::DiskFailed;
    QCOMPARE(rest::mineProblemSentence(mined), rest::diskProblemSentence(node::DiskProblem::Failed));
}

CAIRN_TEST(MiningWordsTest)
#include "MiningWordsTest.moc"
