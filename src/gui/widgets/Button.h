#pragma once

#include "gui/theme/ButtonPaint.h"

#include <QPushButton>

namespace gui {

/// A push button with a kind, a themed icon and the key that does the same; ControlStyle paints it.
class Button : public QPushButton {
    Q_OBJECT
    Q_PROPERTY(QString iconName READ iconName WRITE setIconName)
    Q_PROPERTY(QString keyHint READ keyHint WRITE setKeyHint)
    Q_PROPERTY(bool chevron READ hasChevron WRITE setChevron)
public:
    using Kind = ButtonKind;

    explicit Button(QWidget* parent = nullptr) : Button(QString(), Kind::Normal, parent) {}
    explicit Button(const QString& text, Kind kind = Kind::Normal, QWidget* parent = nullptr);
    /// An icon alone; `name` is what screen readers and the tool tip say.
    static Button* iconOnly(const QString& iconName, const QString& name, Kind kind = Kind::Quiet,
                            QWidget* parent = nullptr);

    /// A small one with an icon before its words.
    static Button* small(const QString& words, const QString& objectName, const QString& iconName);

    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const;
    void setIconName(const QString& name);
    [[nodiscard]] const QString& iconName() const { return m_iconName; }
    /// "Ctrl B", shown as a key inside the button. Words only: the shortcut itself is set by the page.
    void setKeyHint(const QString& keys);
    [[nodiscard]] const QString& keyHint() const { return m_keyHint; }
    void setSmall(bool small); ///< 28 px high instead of 34
    /// A chevron at the end, for buttons that open a menu.
    void setChevron(bool chevron);
    [[nodiscard]] bool hasChevron() const { return m_chevron; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent* event) override; ///< Enter presses it, in windows as in dialogs

private:
    void changed();
    QString m_iconName;
    QString m_keyHint;
    bool m_chevron = false;
};

} // namespace gui
