#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gui {

class Button;
class SentenceLabel;

/// A surface with rounded corners, a title, and room for a link, a tag or a control at its right.
///
/// In code: card->body()->addWidget(…). In a .ui file: promote a QWidget to gui::Card, give it any layout
/// with margins 0 and the string property "title". The layout is a plain one: the card's contents margins
/// keep the header's room free, and they follow from what the card is, never from how it lies.
class Card : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString title READ title WRITE setTitle)
    Q_PROPERTY(bool bleed READ bleeds WRITE setBleed)
public:
    enum class Emphasis { None, Accent, Own, Bad };

    explicit Card(QWidget* parent = nullptr) : Card(QString(), parent) {}
    explicit Card(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const;
    void setTitle(const QString& title);
    /// A secondary title, as above a big figure.
    void setMutedTitle(bool muted);

    /// At the right of the title, from left to right.
    void addHeaderWidget(QWidget* widget);
    /// Directly behind the title: a tag.
    void addTitleWidget(QWidget* widget);
    /// Secondary text at the right; SentenceLabel's marks work.
    void setNote(const QString& note);
    /// A quiet link at the right: "open in Explorer →". Emits linkActivated().
    Button* setLink(const QString& text);

    /// The contents reach the left, right and lower edge, as pictures do.
    void setBleed(bool bleed);
    [[nodiscard]] bool bleeds() const { return m_bleed; }
    /// Half the padding above and below: for a card of one row.
    void setSlim(bool slim);
    void setEmphasis(Emphasis emphasis);
    /// The whole card can be pressed, by mouse, Enter and Space. Emits clicked().
    void setClickable(bool clickable);

    /// The card's own layout, made on first use; for cards built in code.
    QVBoxLayout* body();

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void linkActivated();
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void measure();
    void placeHeader();
    [[nodiscard]] bool hasHeader() const;

    QWidget* m_header;
    QHBoxLayout* m_headerRow;
    QLabel* m_title;
    SentenceLabel* m_note = nullptr;
    Button* m_link = nullptr;
    QVBoxLayout* m_body = nullptr;
    Emphasis m_emphasis = Emphasis::None;
    int m_titleWidgets = 0;
    bool m_bleed = false;
    bool m_slim = false;
    bool m_clickable = false;
};

} // namespace gui
