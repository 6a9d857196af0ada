#pragma once

#include "node/wallet/WaitingReason.h"
#include "wallet/SpeedUp.h"

#include <QString>

namespace gui {

/// Why a payment waits, in one or two sentences, with SentenceLabel's marks.
QString waitingSentence(const node::WaitReason& reason);
/// What a plan does beside its price: "Then it pays 97 sat/vB and goes next."
QString speedUpSentence(const wallet::SpeedUpPlan& plan);
/// "12 sat/vB"
QString rateText(std::int64_t feePerKvB);

} // namespace gui
