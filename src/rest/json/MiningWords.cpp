#include "rest/json/MiningWords.h"

#include <algorithm>

namespace rest {

namespace {

struct PauseWords {
    node::MiningPause pause;
    const char* code;
    const char* sentence;
};
constexpr PauseWords kPauseWords[] = {
    {node::MiningPause::NoAddress, "no-address",
     "There is no address that rewards could go to: open a wallet or set one."},
    {node::MiningPause::NothingWaiting, "nothing-waiting",
     "Nothing is waiting; mining starts with the next payment."},
    {node::MiningPause::Importing, "importing", "Paused: blocks are being read from a file."},
    {node::MiningPause::CatchingUp, "catching-up", "Paused: catching up with the network."},
    {node::MiningPause::OnBattery, "on-battery", "Paused: on battery."},
    {node::MiningPause::UserActive, "user-active", "Paused: the window is in use."},
    {node::MiningPause::AheadOfClock, "ahead-of-clock",
     "Paused: blocks came faster than one a second, and the next one's time has not come yet."},
    {node::MiningPause::DiskFull, "disk-full",
     "Paused: the disk takes no more blocks. When it was full and has space again, mining goes on by "
     "itself."},
    {node::MiningPause::Refused, "refused",
     "Paused for some seconds: the last block that was found was refused."},
};

const PauseWords* wordsOf(node::MiningPause pause) {
    const auto found = std::ranges::find(kPauseWords, pause, &PauseWords::pause);
    return found == std::end(kPauseWords) ? nullptr : found;
}

} // namespace

QString miningPauseCode(node::MiningPause pause) {
    const PauseWords* words = wordsOf(pause);
    return words == nullptr ? QString() : QLatin1String(words->code);
}

QString miningPauseSentence(node::MiningPause pause) {
    const PauseWords* words = wordsOf(pause);
    return words == nullptr ? QString() : QLatin1String(words->sentence);
}

QString diskProblemSentence(node::DiskProblem problem) {
    switch (problem) {
    case node::DiskProblem::Full:
        return QStringLiteral(
            "The disk is full: blocks and payments cannot be stored. Nothing accepted before was "
            "lost. Free some space; then everything goes on by itself.");
    case node::DiskProblem::Damaged:
        return QStringLiteral(
            "The chain database is damaged: the chain stops here. Wallets are separate files and are safe. "
            "Start again: the sentence then says how to repair it.");
    case node::DiskProblem::Failed:
        break;
    }
    return QStringLiteral(
        "The chain database cannot be written: the chain stops here. Nothing accepted before was "
        "lost. Look at the disk and start Cairn again.");
}

QString mineProblemSentence(const node::MinedBlock& mined) {
    switch (mined.problem) {
    case node::MineProblem::None:
        break;
    case node::MineProblem::NoAddress:
        return QStringLiteral(
            "There is no wallet open and no address given, so the reward would go nowhere.");
    case node::MineProblem::AheadOfClock:
        return QStringLiteral(
            "The chain is ahead of this computer's clock: the next block would be refused as too new.");
    case node::MineProblem::Refused:
        return QStringLiteral("The block that was found was refused: %1.").arg(mined.reason);
    case node::MineProblem::DiskFull:
        return diskProblemSentence(node::DiskProblem::Full);
    case node::MineProblem::DiskFailed:
        return diskProblemSentence(node::DiskProblem::Failed);
    case node::MineProblem::Stopping:
        return QStringLiteral("The node is stopping.");
    }
    return {};
}

} // namespace rest
