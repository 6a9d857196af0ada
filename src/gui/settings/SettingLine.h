#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace gui {

class Button;

/// One line of the page of settings: name, sentence, marks, the control, and what was wrong with the last
/// try.
class SettingLine : public QWidget {
    Q_OBJECT
public:
    SettingLine(const QString& label, const QString& sentence, QWidget* parent = nullptr);

    /// Takes it over; it gets the line's name for screen readers.
    void setControl(QWidget* control);
    [[nodiscard]] QWidget* control() const { return m_control; }
    /// Small text below the sentence: where the value comes from, that it waits. Empty: none.
    void setMark(const QString& mark, bool waits = false);
    /// Empty: nothing is wrong.
    void setProblem(const QString& sentence);
    [[nodiscard]] bool hasProblem() const;
    void setResettable(bool resettable);
    /// All words of `text` occur in what the line says, or in `more`.
    [[nodiscard]] bool matches(const QString& text, const QString& more = {}) const;

signals:
    void resetRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();

    QString m_words;
    QGridLayout* m_grid;
    QLabel* m_label;
    QWidget* m_control = nullptr;
    QLabel* m_mark = nullptr;    ///< made when there is something to say, …
    QLabel* m_problem = nullptr; ///< … and so is this
    Button* m_reset;
};

} // namespace gui
