#pragma once

#include "gui/widgets/Picture.h"

#include <QVector>

namespace gui {

class RowsModel;

/// Bits of a miss and of a target, such that a miss never reads as much as its target: "27.1", "27.5".
QString bitsBelow(double bits);
QString bitsAtLeast(double bits);

/// How close the best hash so far came to the target, in zero bits.
class TargetBar : public Picture {
    Q_OBJECT
public:
    explicit TargetBar(QWidget* parent = nullptr);
    /// `bestBits` below 0: nothing hashed yet.
    void setBits(double bestBits, double targetBits);

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] double placeOf(double bits) const;
    RowsModel* m_table;
    double m_best = -1;
    double m_target = 32;
};

/// The blocks of one difficulty interval: done, the last one, the one being worked on, those to come.
/// More blocks than cells are put together, so that a cell stays wide enough to see.
class IntervalCells : public Picture {
    Q_OBJECT
public:
    explicit IntervalCells(QWidget* parent = nullptr);
    /// `done` of `length` blocks of the interval are in the chain.
    void setProgress(int done, int length);

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RowsModel* m_table;
    int m_done = 0;
    int m_length = 10;
};

/// What was found against what was to be expected: a bar with a mark at the expectation.
class LuckBar : public Picture {
    Q_OBJECT
public:
    explicit LuckBar(QWidget* parent = nullptr);
    void setLuck(double found, double expected);

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RowsModel* m_table;
    double m_found = 0;
    double m_expected = 0;
};

} // namespace gui
