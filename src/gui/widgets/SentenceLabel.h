#pragma once

#include "gui/widgets/Sentence.h"

#include <QHash>
#include <QLabel>
#include <QTextLayout>

namespace gui {

/// A secondary sentence in which the important words stand out: "A block about every <b>41 s</b>; 18 % of the
/// network". Marks as in readSentence(); foreign text must be escaped by the caller (QString::toHtmlEscaped).
/// Wraps. A link is followed with a click, or with Enter when the label has the focus: linkActivated().
///
/// One that does not wrap and lacks room ends in dots, and says the whole when the mouse rests on it.
///
/// Laid out once for each width, not at each repaint as QLabel's rich text. As a QLabel it holds the plain
/// text, for screen readers and tests.
class SentenceLabel : public QLabel {
    Q_OBJECT
    Q_PROPERTY(QString sentence READ sentence WRITE setSentence)
public:
    explicit SentenceLabel(QWidget* parent = nullptr) : SentenceLabel(QString(), parent) {}
    explicit SentenceLabel(const QString& sentence, QWidget* parent = nullptr);
    [[nodiscard]] const QString& sentence() const { return m_marked; }
    void setSentence(const QString& sentence);
    /// Main text instead of secondary.
    void setStrong(bool strong);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return wordWrap(); }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Extent {
        int width;
        int height;
    };
    void setUp(const QString& text) const;
    [[nodiscard]] Extent layOut(int width) const;
    [[nodiscard]] bool isShortened() const;
    [[nodiscard]] Extent extentFor(int width) const;
    void prepare() const;
    void forget();
    [[nodiscard]] QList<QTextLayout::FormatRange> formats() const;
    [[nodiscard]] int lineHeight() const;
    [[nodiscard]] int lift() const;
    [[nodiscard]] QPointF textCorner() const;
    [[nodiscard]] bool isOnLink(const QPointF& at) const;

    QString m_marked;
    Sentence m_sentence;
    mutable QTextLayout m_layout;         ///< for m_laidOutFor
    mutable QHash<int, Extent> m_extents; ///< by width, of the present text
    mutable int m_laidOutFor = -1;
    mutable bool m_isWhole = false;   ///< m_layout holds the text of the sentence, none that was shortened
    mutable double m_leastWidth = -1; ///< of the longest word
    bool m_strong = false;
};

} // namespace gui
