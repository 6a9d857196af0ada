#pragma once

#include "gui/network/Firewall.h"
#include "net/PeerInfo.h"
#include "node/NodeTypes.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>
#include <vector>

namespace gui {

/// What the doctor looks at, in the order in which it is shown.
enum class CheckId { Clock, Disk, Version, Network, Port, Reached, Peers, Rules, Branch };
inline constexpr int kCheckCount = static_cast<int>(CheckId::Branch) + 1;

/// NotKnown: nothing to compare with yet; Running: the answer is awaited.
enum class CheckMark { Well, Better, Broken, NotKnown, Running };

/// What the button of a check does.
enum class Repair {
    None,
    SetClock,     ///< by the internet, as administrator
    OpenFolder,   ///< where the chain lies, to make room
    OpenPort,     ///< listen where the setting, or the card, says
    OtherPort,    ///< the free one
    OpenFirewall, ///< at our port, as administrator
    DialAgain,
    Invite,
    ShowRules,
    Compare, ///< the two chains
    AskOthers
};

struct CheckFact {
    QString name;
    QString value;
    bool operator==(const CheckFact&) const = default;
};

/// What one look found.
struct Check {
    CheckId id = CheckId::Clock;
    CheckMark mark = CheckMark::NotKnown;
    QString title;            ///< "The clock is right"
    QString detail;           ///< "0.4 s behind your peers"
    QVector<CheckFact> facts; ///< what was tried, and what came of it
    Repair repair = Repair::None;
    QString button;  ///< "Open port 5001"
    QString meaning; ///< what it means, and what the button does
    QString command; ///< the same to be typed
};

/// Everything that the checks are judged by. What the system tells is read by DoctorView.
struct DoctorFacts {
    std::vector<net::PeerInfo> peers;
    std::int32_t height = 0;
    std::int64_t now = 0;
    node::ApiEndpoints endpoints;
    quint16 usualPort = 5001;
    QStringList addresses; ///< under which others could dial this computer
    std::optional<Firewall> firewall;
    bool canAskAdministrator = false;
    std::int64_t freeBytes = -1; ///< of the chain's disk; -1: not known
    std::int64_t chainBytes = 0;
    std::optional<bool> portAnswers; ///< dialled from this computer itself; nothing: not tried, or not open
    bool isProbing = false;
    QString networkName;
    QString networkWords; ///< its fingerprint
    QString version;      ///< of this program
    bool branchHeld = false;
    std::int32_t replaces = 0; ///< … how many of our blocks it would replace
};

/// One a CheckId, in their order. Pure.
std::vector<Check> diagnose(const DoctorFacts& facts);

/// What all of it comes to.
struct Verdict {
    CheckMark mark = CheckMark::Well;
    QString title;
    QString rest;
    int well = 0, better = 0, broken = 0;
};
Verdict verdictOf(const std::vector<Check>& checks);

/// For a report, in English and without addresses: "clock: well".
QString reportOf(const std::vector<Check>& checks);

} // namespace gui
