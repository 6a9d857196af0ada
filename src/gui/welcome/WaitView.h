#pragma once

#include <QWidget>

class QLabel;

namespace gui {

class Button;

/// The window while it starts, stops, or could not start: the mark, one line, one sentence, perhaps a button.
class WaitView : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Busy, Problem };
    WaitView(Kind kind, const QString& title, const QString& sentence, QWidget* parent = nullptr);
    void setSentence(const QString& sentence);
    /// A button below; emits actionTriggered().
    void setAction(const QString& text);
    /// A quieter one beside it; emits secondActionTriggered().
    void setSecondAction(const QString& text);

signals:
    void actionTriggered();
    void secondActionTriggered();

private:
    QLabel* m_sentence;
    Button* m_action;
    Button* m_secondAction;
};

} // namespace gui
