#pragma once

#include "gui/theme/Tokens.h"

#include <QString>

namespace gui {

/// The colour of a fee rate (sat/vB), low to high: the same steps wherever payments are shown.
Token feeToken(double satPerVByte);
/// The steps of the scale, low to high.
constexpr int kFeeSteps = 5;
Token feeStepToken(int step);
/// "below 2", "2 to 5", … "60 and more": sat/vB.
QString feeStepText(int step);

} // namespace gui
