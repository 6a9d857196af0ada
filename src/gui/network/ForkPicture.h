#pragma once

#include "gui/network/BranchComparison.h"
#include "gui/widgets/Picture.h"

#include <functional>

namespace gui {

class RowsModel;

/// Two branches from their last common block on: ours above, theirs below, a tick a block, tall where it is
/// the user's own. Its items are the blocks that are drawn as boxes, then the ticks of ours, then of theirs.
class ForkPicture : public Picture {
    Q_OBJECT
public:
    explicit ForkPicture(QWidget* parent = nullptr);
    void setComparison(const BranchComparison& comparison, const QString& theirName,
                       std::function<bool(const BranchBlock&)> isOwn);
    /// The block of an item; null: the fork.
    [[nodiscard]] const BranchBlock* blockOf(int item) const;

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] int itemCount() const override;
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QString itemText(int item) const override;
    [[nodiscard]] int itemAt(const QPointF& position) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum Box { Fork, OurFirst, OurTip, TheirFirst, TheirTip, BoxCount };
    [[nodiscard]] int ourTicks() const;
    [[nodiscard]] int theirTicks() const;
    [[nodiscard]] QRectF boxRect(int box) const;
    [[nodiscard]] double lineY(bool ours) const;
    /// Where ticks may stand, and how wide one is.
    [[nodiscard]] double ticksFrom() const;
    [[nodiscard]] double tickStep() const;
    [[nodiscard]] bool isOurs(int item) const;
    void paintBranch(QPainter& painter, bool ours) const;
    void paintBox(QPainter& painter, int box) const;
    void paintWords(QPainter& painter, bool ours) const;
    void renewTable();

    BranchComparison m_comparison;
    QString m_theirName;
    std::function<bool(const BranchBlock&)> m_isOwn;
    RowsModel* m_table;
};

} // namespace gui
