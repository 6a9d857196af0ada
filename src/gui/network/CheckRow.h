#pragma once

#include "gui/network/Diagnosis.h"
#include "gui/theme/Tokens.h"

#include <QAbstractButton>

namespace gui {

class Button;
class CheckSign;
class SentenceLabel;

/// What a mark looks like.
struct MarkLook {
    const char* icon;
    Token ink;
    Token ground;
};
MarkLook markLook(CheckMark mark);
/// "well", "could be better" …
QString markWords(CheckMark mark);

/// The round sign of a mark. Says nothing to screen readers: the words beside it do.
class CheckSign : public QWidget {
    Q_OBJECT
public:
    explicit CheckSign(int side, QWidget* parent = nullptr);
    void setMark(CheckMark mark);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CheckMark m_mark = CheckMark::NotKnown;
};

/// One check in the doctor's list: its mark, what was found, and what can be done. Chosen with a click, or
/// with the arrow keys.
class CheckRow : public QAbstractButton {
    Q_OBJECT
public:
    explicit CheckRow(QWidget* parent = nullptr);
    void setCheck(const Check& check);
    [[nodiscard]] Button* repairButton() const { return m_repair; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CheckSign* m_sign;
    SentenceLabel* m_words;
    SentenceLabel* m_nothing;
    Button* m_repair;
};

} // namespace gui
