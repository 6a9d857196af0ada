#include "gui/widgets/FeeScale.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gui {

namespace {

struct FeeWords {
    Q_DECLARE_TR_FUNCTIONS(gui::FeeScale)
};

constexpr std::array<int, kFeeSteps - 1> kBounds{2, 5, 20, 60}; // where the next step begins, sat/vB
constexpr std::array<Token, kFeeSteps> kTokens{Token::F1, Token::F2, Token::F3, Token::F4, Token::F5};

} // namespace

Token feeStepToken(int step) {
    return kTokens[static_cast<std::size_t>(std::clamp(step, 0, kFeeSteps - 1))];
}

Token feeToken(double satPerVByte) {
    return feeStepToken(
        static_cast<int>(std::ranges::count_if(kBounds, [&](int bound) { return satPerVByte >= bound; })));
}

QString feeStepText(int step) {
    if (step <= 0) return FeeWords::tr("below %1").arg(kBounds.front());
    if (step >= kFeeSteps - 1) return FeeWords::tr("%1 and more").arg(kBounds.back());
    const auto at = static_cast<std::size_t>(step);
    return FeeWords::tr("%1 to %2").arg(kBounds[at - 1]).arg(kBounds[at]);
}

} // namespace gui
