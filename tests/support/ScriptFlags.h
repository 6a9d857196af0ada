#pragma once

#include "script/Interpreter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace support {

struct NamedFlag {
    const char* name;
    script::VerifyFlag flag;
};

/// Every flag by its name in the published vectors.
inline constexpr std::array<NamedFlag, 21> kNamedFlags = {{
    {"P2SH", script::VerifyP2sh},
    {"STRICTENC", script::VerifyStrictEncoding},
    {"DERSIG", script::VerifyDerSignature},
    {"LOW_S", script::VerifyLowS},
    {"NULLDUMMY", script::VerifyNullDummy},
    {"SIGPUSHONLY", script::VerifySigPushOnly},
    {"MINIMALDATA", script::VerifyMinimalData},
    {"DISCOURAGE_UPGRADABLE_NOPS", script::VerifyDiscourageUpgradableNops},
    {"CLEANSTACK", script::VerifyCleanStack},
    {"CHECKLOCKTIMEVERIFY", script::VerifyCheckLockTime},
    {"CHECKSEQUENCEVERIFY", script::VerifyCheckSequence},
    {"WITNESS", script::VerifyWitness},
    {"DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM", script::VerifyDiscourageUpgradableWitnessProgram},
    {"MINIMALIF", script::VerifyMinimalIf},
    {"NULLFAIL", script::VerifyNullFail},
    {"WITNESS_PUBKEYTYPE", script::VerifyWitnessPubKeyType},
    {"CONST_SCRIPTCODE", script::VerifyConstScriptCode},
    {"TAPROOT", script::VerifyTaproot},
    {"DISCOURAGE_UPGRADABLE_TAPROOT_VERSION", script::VerifyDiscourageUpgradableTaprootVersion},
    {"DISCOURAGE_OP_SUCCESS", script::VerifyDiscourageOpSuccess},
    {"DISCOURAGE_UPGRADABLE_PUBKEYTYPE", script::VerifyDiscourageUpgradablePubKeyType},
}};
inline constexpr script::VerifyFlags kAllFlags = (1U << kNamedFlags.size()) - 1;

/// From "P2SH,WITNESS"; nothing for a name not in the list.
inline std::optional<script::VerifyFlags> flagsFromText(const std::string& text) {
    script::VerifyFlags flags = script::VerifyNone;
    std::istringstream names(text);
    for (std::string name; std::getline(names, name, ',');) {
        if (name == "NONE") continue;
        const auto* found = std::find_if(kNamedFlags.begin(), kNamedFlags.end(),
                                         [&name](const NamedFlag& named) { return name == named.name; });
        if (found == kNamedFlags.end()) return std::nullopt;
        flags |= found->flag;
    }
    return flags;
}

/// Without the flags whose needs are not met: CLEANSTACK needs WITNESS, TAPROOT needs it too, WITNESS needs
/// P2SH.
inline script::VerifyFlags trimmed(script::VerifyFlags flags) {
    if ((flags & script::VerifyP2sh) == 0) flags &= ~script::VerifyFlags{script::VerifyWitness};
    if ((flags & script::VerifyWitness) == 0)
        flags &= ~script::VerifyFlags{script::VerifyCleanStack | script::VerifyTaproot};
    return flags;
}

/// With the flags that others of them need.
inline script::VerifyFlags filled(script::VerifyFlags flags) {
    if ((flags & (script::VerifyCleanStack | script::VerifyTaproot)) != 0) flags |= script::VerifyWitness;
    if ((flags & script::VerifyWitness) != 0) flags |= script::VerifyP2sh;
    return flags;
}

/// Each flag alone, and `count` seeded random sets: what to take off a valid case, or to add to an invalid
/// one.
inline std::vector<script::VerifyFlags> flagChanges(std::mt19937& random, int count) {
    std::vector<script::VerifyFlags> sets;
    for (const NamedFlag& named : kNamedFlags)
        sets.push_back(named.flag);
    for (int i = 0; i < count; ++i)
        sets.push_back(static_cast<script::VerifyFlags>(random()) & kAllFlags);
    return sets;
}

} // namespace support
