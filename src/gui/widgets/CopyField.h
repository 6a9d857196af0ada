#pragma once

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace gui {

class Button;

/// Text to take away: an address, a link, an id. Read-only, with a button that copies it and says so.
class CopyField : public QWidget {
    Q_OBJECT
public:
    explicit CopyField(QWidget* parent = nullptr);
    void setText(const QString& text);
    [[nodiscard]] QString text() const;
    void setMono(bool mono); ///< on by default

public slots:
    void copy();

signals:
    void copied(const QString& text);

private:
    QLineEdit* m_edit;
    Button* m_button;
};

/// A block of code or a command with a copy button in its corner; scrolls when it is long.
class CodeBlock : public QWidget {
    Q_OBJECT
public:
    explicit CodeBlock(QWidget* parent = nullptr);
    void setCode(const QString& code);
    [[nodiscard]] QString code() const;
    /// The height follows the number of lines, up to this many; 12 by default. 0: it takes the height that
    /// there is.
    void setMaximumLines(int lines);

public slots:
    void copy();

signals:
    void copied(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitHeight();
    QPlainTextEdit* m_edit;
    Button* m_button;
    int m_maximumLines = 12;
};

/// Turns the icon of `button` into a check for a moment.
void showCopied(Button* button);

} // namespace gui
