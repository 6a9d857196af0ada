#pragma once

#include <QWidget>

class QLabel;

namespace gui {

class Button;
class SentenceLabel;

/// What would be here, and the one action that fills it.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr) : EmptyState(QString(), QString(), parent) {}
    EmptyState(const QString& iconName, const QString& text, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setIconName(const QString& iconName);
    /// Empty: no action.
    void setAction(const QString& text);

signals:
    void actionTriggered();

protected:
private:
    void render();
    QString m_iconName;
    QLabel* m_picture;
    QLabel* m_text;
    Button* m_action;
};

/// One sentence that needs attention, with an action: what happened, what it means, what to do.
class Banner : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Info, Good, Warning, Error };
    explicit Banner(QWidget* parent = nullptr) : Banner(Kind::Info, QString(), parent) {}
    Banner(Kind kind, const QString& sentence, QWidget* parent = nullptr);
    void setKind(Kind kind);
    /// SentenceLabel's marks work.
    void setSentence(const QString& sentence);
    /// Empty: no action.
    void setAction(const QString& text);
    void setClosable(bool closable);

signals:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void render();
    Kind m_kind;
    QLabel* m_picture;
    SentenceLabel* m_sentence;
    Button* m_action;
    Button* m_close;
};

/// A short notice at the bottom centre of a window; leaves by itself. One at a time: a new one replaces the
/// old one.
class Toast : public QWidget {
    Q_OBJECT
public:
    static Toast* show(QWidget* window, const QString& text,
                       const QString& iconName = QStringLiteral("check"));
    [[nodiscard]] QString text() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    explicit Toast(QWidget* window);
    void place();
    QString m_text;
    QString m_iconName;
};

} // namespace gui
