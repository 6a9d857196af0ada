#pragma once

#include <QCache>
#include <QFont>
#include <QGlyphRun>
#include <QPointF>
#include <QRect>
#include <QString>

class QPainter;

namespace gui {

/// Texts as glyphs at their places. Finding those takes several times as long as drawing them, and a window
/// draws the same few hundred texts again and again: they are kept. One object, owned by the Theme, which
/// forgets everything when the fonts change.
class WordCache {
public:
    struct Key {
        QFont font;
        QString text;
        int width; ///< to wrap at; kOneLine: not at all
        bool operator==(const Key&) const = default;
    };
    struct Line {
        QList<QGlyphRun> runs;
        double width = 0;  ///< of its text
        double top = 0;    ///< below the first line's top
        double ascent = 0; ///< from its top to its baseline
    };
    struct Words {
        QList<Line> lines;
        double height = 0;
    };
    static constexpr int kOneLine = -1;

    const Words& find(const QFont& font, const QString& text, int width = kOneLine);
    /// `text` shortened to `room`.
    const QString& fitting(const QFont& font, const QString& text, double room, Qt::TextElideMode mode);
    void clear() {
        m_known.clear();
        m_fitting.clear();
    }
    struct Shortened {
        QFont font;
        QString text;
        double room;
        Qt::TextElideMode mode;
        bool operator==(const Shortened&) const = default;
    };

private:
    QCache<Key, Words> m_known{2'000};
    QCache<Shortened, QString> m_fitting{500};
};

size_t qHash(const WordCache::Key& key, size_t seed);
size_t qHash(const WordCache::Shortened& key, size_t seed);

/// Draws one line in the font and the pen of `painter`; `at` is the left end of its baseline.
void drawWords(QPainter& painter, const QPointF& at, const QString& text);
/// Draws `text` into `area`, aligned, wrapped at its width when asked for.
void drawWords(QPainter& painter, const QRect& area, Qt::Alignment alignment, bool wrap, const QString& text);
double wordsWidth(const QFont& font, const QString& text);
/// `text`, or as much of it as fits into `room` with an ellipsis.
QString fittingWords(const QFont& font, const QString& text, double room,
                     Qt::TextElideMode mode = Qt::ElideRight);

} // namespace gui
