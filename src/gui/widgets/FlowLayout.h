#pragma once

#include <QLayout>
#include <QVector>

#include <vector>

namespace gui {

/// Items side by side that go on in the next line where the width ends, as words do: buttons, tags, a label
/// with its control. What comes after addStretch() stands at the right end of its line, and of
/// those that it goes on in.
///
/// Its height follows from the width alone (hasHeightForWidth), never from how it lay before: a layout that
/// asked its own result could ask for ever. Gaps are measures of the design and follow the text scale by
/// themselves.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    /// Between items, and between lines, at 100 % text.
    void setGaps(int between, int lines);
    /// No line is lower than this, at 100 % text.
    void setLineHeight(int height);
    void addStretch();
    /// Stands in a line of its own below the others where one line has no room for all.
    void setGivesWay(QWidget* widget);
    void insertWidget(int index, QWidget* widget);
    /// Items that stay together.
    void addLayout(QLayout* inner);

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    /// Horizontal where one of its items is.
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] int minimumHeightForWidth(int width) const override { return heightForWidth(width); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

private:
    struct Place {
        QLayoutItem* item = nullptr;
        QRect area;
    };
    struct Line;
    [[nodiscard]] std::vector<QLayoutItem*> shownItems(bool parted) const;
    [[nodiscard]] std::vector<Place> places(int width, int& height) const;
    void closeLine(Line& line, int width, std::vector<Place>& out) const;

    QVector<QLayoutItem*> m_items; ///< owned
    QWidget* m_givesWay = nullptr; ///< one of the items, or none
    int m_between = 8;
    int m_lines = 8;
    int m_lineHeight = 0;
};

} // namespace gui
