#pragma once

#include "gui/widgets/Picture.h"
#include "net/PeerInfo.h"

#include <vector>

namespace gui {

class RowsModel;

/// What was said on a link, the latest last: two lifelines, and an arrow a message. As many of the latest as
/// there is room for; the table has all that are known. Its items are the messages that are seen.
class MessageSequence : public Picture {
    Q_OBJECT
public:
    explicit MessageSequence(QWidget* parent = nullptr);
    /// `isHeld`: the brake holds its branch back, which is marked behind the headers that told of it.
    void setMessages(const std::vector<net::PeerMessageNote>& messages, const QString& peerName, bool isHeld);
    [[nodiscard]] int messageCount() const { return static_cast<int>(m_messages.size()); }

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] int itemCount() const override;
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QString itemText(int item) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A message, or the mark of the brake.
    struct Line {
        net::PeerMessageNote message;
        bool isMark = false;
    };
    [[nodiscard]] const Line& lineOf(int item) const;
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] double top() const;
    [[nodiscard]] double leftLine() const;
    [[nodiscard]] double rightLine() const;
    [[nodiscard]] double rowY(int item) const; ///< of the arrow
    void renewTable();
    void paintHeads(QPainter& painter) const;
    void paintArrow(QPainter& painter, int item) const;
    void paintMark(QPainter& painter, int item) const;

    std::vector<Line> m_messages;
    QString m_peerName;
    RowsModel* m_table;
};

} // namespace gui
