#include "gui/theme/Words.h"

#include "gui/theme/Theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace gui {

namespace {

constexpr QChar kEllipsis(0x2026);

constexpr double kNoLineEnd = 1e6;

WordCache::Words layOut(const WordCache::Key& key) {
    QTextLayout layout(key.text, key.font);
    QTextOption option;
    option.setWrapMode(key.width == WordCache::kOneLine ? QTextOption::NoWrap : QTextOption::WordWrap);
    layout.setTextOption(option);
    WordCache::Words words{{}, 0};
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(key.width == WordCache::kOneLine ? kNoLineEnd : key.width);
        words.lines.append({{}, line.naturalTextWidth(), words.height, line.ascent()});
        words.height += line.height();
    }
    layout.endLayout();
    for (int i = 0; i < layout.lineCount(); ++i)
        words.lines[i].runs = layout.lineAt(i).glyphRuns();
    return words;
}

QString shortenedTo(const WordCache::Shortened& key) {
    qsizetype gap = key.mode == Qt::ElideMiddle ? key.text.indexOf(kEllipsis) : -1;
    if (gap < 0) return QFontMetricsF(key.font).elidedText(key.text, key.mode, key.room);
    QString shorter = key.text; // it has a gap already, which grows
    while (shorter.size() > 1 && wordsWidth(key.font, shorter) > key.room) {
        if (gap > shorter.size() - 1 - gap)
            shorter.remove(--gap, 1);
        else
            shorter.remove(gap + 1, 1);
    }
    return shorter;
}

/// `at`: the left end of the baseline. The runs lie below and behind their layout's corner.
void drawLine(QPainter& painter, const QPointF& at, const WordCache::Line& line) {
    for (const QGlyphRun& run : line.runs)
        painter.drawGlyphRun(at - QPointF(0, line.ascent), run);
}

} // namespace

size_t qHash(const WordCache::Key& key, size_t seed) {
    return qHashMulti(seed, key.font, key.text, key.width);
}

size_t qHash(const WordCache::Shortened& key, size_t seed) {
    return qHashMulti(seed, key.font, key.text, key.room, static_cast<int>(key.mode));
}

const QString& WordCache::fitting(const QFont& font, const QString& text, double room,
                                  Qt::TextElideMode mode) {
    const Shortened key{font, text, room, mode};
    if (const QString* known = m_fitting.object(key)) return *known;
    auto* shortened = new QString(shortenedTo(key));
    m_fitting.insert(key, shortened); // the cache owns it
    return *shortened;
}

const WordCache::Words& WordCache::find(const QFont& font, const QString& text, int width) {
    const Key key{font, text, width};
    if (const Words* known = m_known.object(key)) return *known;
    auto* words = new Words(layOut(key));
    m_known.insert(key, words); // the cache owns it
    return *words;
}

void drawWords(QPainter& painter, const QPointF& at, const QString& text) {
    if (text.isEmpty()) return;
    drawLine(painter, at, theme().words().find(painter.font(), text).lines.first());
}

void drawWords(QPainter& painter, const QRect& area, Qt::Alignment alignment, bool wrap,
               const QString& text) {
    if (text.isEmpty()) return;
    const WordCache::Words& words =
        theme().words().find(painter.font(), text, wrap ? area.width() : WordCache::kOneLine);
    const double left = area.height() - words.height;
    const double top = area.top() + std::floor(alignment & Qt::AlignBottom    ? left
                                               : alignment & Qt::AlignVCenter ? left / 2
                                                                              : 0);
    for (const WordCache::Line& line : words.lines) {
        const double room = area.width() - line.width;
        const double x = area.left() + (alignment & Qt::AlignRight     ? room
                                        : alignment & Qt::AlignHCenter ? room / 2
                                                                       : 0);
        drawLine(painter, {x, top + line.top + line.ascent}, line);
    }
}

double wordsWidth(const QFont& font, const QString& text) {
    return text.isEmpty() ? 0 : theme().words().find(font, text).lines.first().width;
}

QString fittingWords(const QFont& font, const QString& text, double room, Qt::TextElideMode mode) {
    return wordsWidth(font, text) <= room ? text : theme().words().fitting(font, text, room, mode);
}

} // namespace gui
