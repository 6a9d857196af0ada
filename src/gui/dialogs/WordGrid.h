#pragma once

#include <QStringList>
#include <QVector>
#include <QWidget>

class QGridLayout;

namespace gui {

class WordCell;

/// The words of a wallet in their order: shown to be written down, or hidden but for a few that are typed
/// back.
class WordGrid : public QWidget {
    Q_OBJECT
public:
    explicit WordGrid(QWidget* parent = nullptr);
    ~WordGrid() override; ///< wipes them

    void setWords(const QStringList& words);
    [[nodiscard]] const QStringList& words() const { return m_words; }
    [[nodiscard]] int wordCount() const { return static_cast<int>(m_words.size()); }
    void showAll();
    /// Hides all; those at `positions` (from 0, ascending) are to be typed.
    void ask(const QVector<int>& positions);
    [[nodiscard]] int rightCount() const { return m_right; }
    void wipe();

signals:
    /// The word at this position was typed as it is.
    void right(int position);
    /// A word was typed to its end and is another one.
    void wrong(int position);

private:
    void check(int position, const QString& typed, bool finished);
    void clearCells();
    QGridLayout* m_grid;
    QStringList m_words;
    QVector<WordCell*> m_cells;
    QVector<int> m_asked;
    int m_right = 0;
};

/// How much of something is done: a thin bar.
class ProgressLine : public QWidget {
    Q_OBJECT
public:
    explicit ProgressLine(QWidget* parent = nullptr);
    void setShare(double share); ///< 0 … 1

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
};

} // namespace gui
