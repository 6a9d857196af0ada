#pragma once

#include "gui/theme/Theme.h"
#include "gui/widgets/SentenceLabel.h"
#include "gui/widgets/Things.h"
#include "primitives/Amount.h"

#include <QLabel>
#include <QWidget>

#include <functional>

namespace gui {

class Navigator;

/// A plain label with a role ("muted", "faint", "title", "mono" …; see LabelRoles.h).
QLabel* makeLabel(const QString& text, const char* role = nullptr, QWidget* parent = nullptr);

/// The name above a field, bound to it for the mnemonic and for screen readers.
QLabel* makeFieldName(const QString& text, QWidget* field, QWidget* parent = nullptr);

/// A figure of 30 px with its unit: "34.2 MH/s on 2 threads".
class BigFigure : public QWidget {
    Q_OBJECT
public:
    explicit BigFigure(QWidget* parent = nullptr);
    /// `faint` follows `figure` in the same size, less present: the trailing zeros of an amount.
    void setFigure(const QString& figure, const QString& unit = QString(), const QString& faint = QString());
    /// Follows the formatter: hides itself and changes its unit when asked.
    void setAmount(primitives::Amount amount);
    void setMedium(bool medium); ///< 22 px

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont figureFont() const;
    QString m_figure;
    QString m_faint;
    QString m_unit;
    std::function<void()> m_refresh;
    bool m_medium = false;
};

/// One amount, trailing zero groups faint, masked when asked. Copies its figure with Ctrl+C when it has the
/// focus.
class AmountLabel : public QWidget {
    Q_OBJECT
public:
    enum class Style { Full, Signed, Trimmed, Rounded };
    explicit AmountLabel(QWidget* parent = nullptr);
    void setAmount(primitives::Amount amount, Style style = Style::Full);
    void setTextRole(TextRole role); ///< default TextRole::MonoBody
    void setToken(Token token);      ///< default Token::Text
    void setWithUnit(bool withUnit);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void renew();
    primitives::Amount m_amount;
    Style m_style = Style::Full;
    TextRole m_role = TextRole::MonoBody;
    Token m_token = Token::Text;
    bool m_withUnit = false;
};

/// A hash or an address: shortened in the middle as far as the room demands, whole on hover, copied with a
/// click or Ctrl+C.
class HashLabel : public QWidget {
    Q_OBJECT
public:
    explicit HashLabel(QWidget* parent = nullptr) : HashLabel(QString(), parent) {}
    explicit HashLabel(const QString& text, QWidget* parent = nullptr);
    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }
    /// Never shows more than these; 0 and 0: as much as fits.
    void setShortened(int head, int tail);
    void setToken(Token token);
    /// What the text stands for, and whom the menu asks to show it; null: it can be copied only.
    void setThing(Thing thing, Navigator* navigator);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    void copy();

signals:
    void copied(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] QString shown(int width) const;
    QString m_text;
    int m_head = 0;
    int m_tail = 0;
    Token m_token = Token::Text2;
    Thing m_thing = Thing::None;
    Navigator* m_navigator = nullptr;
};

} // namespace gui
