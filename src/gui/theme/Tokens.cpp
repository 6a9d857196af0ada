#include "gui/theme/Tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gui {

namespace {

struct Row {
    Token token;
    QRgb light;
    QRgb dark;
    QRgb highContrast;
};

constexpr std::array<Row, kTokenCount> kTable{{
    {Token::Bg, 0xfff4f6f8, 0xff10161c, 0xff000000},
    {Token::Surface, 0xffffffff, 0xff18212a, 0xff000000},
    {Token::Sunken, 0xffeaeef2, 0xff121a21, 0xff1c1c1c},
    {Token::Line, 0xffdbe1e8, 0xff293643, 0xffb8b8b8},
    {Token::Hover, 0xfff3f6f9, 0xff1e2933, 0xff262626},
    {Token::Text, 0xff18222d, 0xffe6edf3, 0xffffffff},
    {Token::Text2, 0xff51606f, 0xffa3b2c0, 0xfff0f0f0},
    {Token::Text3, 0xff768492, 0xff778795, 0xffcfcfcf},
    {Token::Accent, 0xff0f766e, 0xff2bb8a8, 0xff2ff0dc},
    {Token::AccentSoft, 0xffd7efec, 0xff123a38, 0xff00443e},
    {Token::OnAccent, 0xffffffff, 0xff06211f, 0xff000000},
    {Token::Work, 0xffb45f06, 0xfff0a13c, 0xffffc04d},
    {Token::WorkSoft, 0xfffdeed9, 0xff3a2a12, 0xff4a3000},
    {Token::OnWork, 0xffffffff, 0xff2a1a04, 0xff000000},
    {Token::Own, 0xff6d4bd0, 0xffa68cf5, 0xffc9b8ff},
    {Token::OwnSoft, 0xffe9e3fb, 0xff2a2347, 0xff33266b},
    {Token::Good, 0xff15803d, 0xff4cc27a, 0xff5cf08f},
    {Token::GoodSoft, 0xffddf3e4, 0xff153626, 0xff004a1c},
    {Token::Bad, 0xffc0342b, 0xfff0746a, 0xffff8f86},
    {Token::BadSoft, 0xfffbe4e2, 0xff3d1f1d, 0xff5c1410},
    {Token::OnBad, 0xffffffff, 0xff2b0705, 0xff000000},
    {Token::Net, 0xff2f7ed8, 0xff5aa2ee, 0xff8cc4ff},
    {Token::F0, 0xffdfe7ee, 0xff22303b, 0xff3a3a3a},
    {Token::F1, 0xffb9d8d2, 0xff1f4a48, 0xff0c5c55},
    {Token::F2, 0xff7fc0b4, 0xff1f6f68, 0xff129185},
    {Token::F3, 0xff3f9f90, 0xff2bb8a8, 0xff2ff0dc},
    {Token::F4, 0xffc8a13a, 0xffd9b54a, 0xffffe07a},
    {Token::F5, 0xffc2680a, 0xfff0a13c, 0xffffa92e},
    {Token::Shadow, 0x12101e2c, 0x4d000000, 0x00000000},
}};

double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor tokenColor(ThemeKind kind, Token token) {
    const Row& row = kTable[static_cast<std::size_t>(token)];
    switch (kind) {
    case ThemeKind::Light:
        return QColor::fromRgba(row.light);
    case ThemeKind::Dark:
        return QColor::fromRgba(row.dark);
    case ThemeKind::HighContrast:
        break;
    }
    return QColor::fromRgba(row.highContrast);
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    const auto [low, high] = std::minmax(first, second);
    return (high + 0.05) / (low + 0.05);
}

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto s = static_cast<float>(share);
    const auto mix = [s](float x, float y) { return x + (y - x) * s; };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()),
                            mix(a.alphaF(), b.alphaF()));
}

QColor faded(QColor color, double opacity) {
    color.setAlphaF(color.alphaF() * static_cast<float>(opacity));
    return color;
}

} // namespace gui
