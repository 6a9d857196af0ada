#pragma once

#include <QLineEdit>

namespace gui {

/// A field for an address. Text that comes at once (pasted, dropped) or has been typed to its end is told as
/// a whole, once; what is set is not told. While nobody works on the text, one that is too long for the field
/// is shown with its beginning and its end, and whole in the tool tip.
class AddressEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit AddressEdit(QWidget* parent = nullptr);
    /// Nobody works on the text any more, although the field has the focus.
    void settle();
    /// What is painted: the text, or its two ends.
    [[nodiscard]] QString shownText() const;

signals:
    /// The user's text, whole.
    void arrived(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void take(const QString& text);
    [[nodiscard]] QRect textArea() const;
    qsizetype m_length = 0; ///< before the last edit
    bool m_working = false;
};

} // namespace gui
