#pragma once

#include "gui/theme/Tokens.h"
#include "gui/theme/Words.h"

#include <QFont>
#include <QObject>
#include <QString>

#include <array>
#include <functional>

class QWidget;

namespace gui {

/// Every kind of text the window knows; sizes are for a text scale of 100 %.
enum class TextRole {
    Body,      ///< 13
    Strong,    ///< 13/600
    Title,     ///< page title, 20/700
    CardTitle, ///< 13/600
    Big,       ///< big figure, 30/700
    BigUnit,   ///< the unit behind a big figure, 15/500
    Lead,      ///< a sentence that matters, 18/500
    TableHead, ///< 12/500
    FieldName, ///< above a field, 12/500
    Small,     ///< 11
    SmallBold, ///< tags, 11/600
    Mono,      ///< hashes, addresses, amounts, 12
    MonoBody,  ///< 13
    MonoLarge, ///< 14
    Hero,      ///< of the first run, 28/700
    HeroText,  ///< below it, 15
    WayTitle,  ///< a way to begin, 16/600
    WayText    ///< 14
};
inline constexpr std::size_t kTextRoleCount = static_cast<std::size_t>(TextRole::WayText) + 1;

/// The look of the application: palette, style, fonts. One object, child of the QApplication, found through
/// theme(); as with QApplication::palette(), there is one look in a process.  Thread: main.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark, HighContrast };
    Q_ENUM(Choice)

    explicit Theme(QObject* parent);

    /// Applies at once, without restart. System follows the desktop's light or dark setting.
    void setChoice(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] ThemeKind kind() const { return m_kind; }
    [[nodiscard]] bool isDark() const { return m_kind != ThemeKind::Light; }

    /// Percent, clamped to 80 … 200. Text and every measure that belongs to it grow together.
    void setTextScale(int percent);
    [[nodiscard]] int textScale() const { return m_scale; }

    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
    /// `milliseconds`, or 0 where the user asked for less motion.
    [[nodiscard]] int duration(int milliseconds) const { return m_reducedMotion ? 0 : milliseconds; }

    [[nodiscard]] QColor color(Token token) const { return tokenColor(m_kind, token); }
    /// A measure of the design at the present text scale, in whole device-independent pixels.
    [[nodiscard]] int px(double measure) const;
    [[nodiscard]] const QFont& font(TextRole role) const { return m_fonts[static_cast<std::size_t>(role)]; }

    /// Texts already laid out.
    [[nodiscard]] WordCache& words() { return m_words; }

    /// The desktop's own setting, as told by the platform. Overrides the guess made at start.
    void setSystemDark(bool dark);

signals:
    /// Colours or measures changed. Painted widgets update themselves on QEvent::StyleChange and need not
    /// connect.
    void changed();

private:
    void apply();
    void applyPalette();
    void loadFonts();
    void makeFonts();
    [[nodiscard]] ThemeKind kindFor(Choice choice) const;

    WordCache m_words;
    std::array<QFont, kTextRoleCount> m_fonts; ///< by role, at the present text scale
    Choice m_choice = Choice::System;
    ThemeKind m_kind = ThemeKind::Light;
    int m_scale = 100;
    bool m_systemDark = false;
    bool m_reducedMotion = false;
};

/// The theme of the running QApplication, made on first use.
Theme& theme();

/// Short forms for painting code.
QColor color(Token token);
int px(double measure);
const QFont& roleFont(TextRole role);
/// Calls `measure` now, and again whenever the text scale or the colours have changed, as long as `owner`
/// lives: for margins, spacings and fixed sizes. What asks px() when it is laid out or painted needs nothing.
void keepMeasured(QObject* owner, const std::function<void()>& measure);
/// For painting in the mono font, which draws its minus as short as a hyphen: its en dash is as wide as its
/// plus.
QString monoGlyphs(QString text);

/// Sets the dynamic property `name` and lets the style look again: setStyleProperty(label, "role", "muted").
void setStyleProperty(QWidget* widget, const char* name, const QString& value);

} // namespace gui
