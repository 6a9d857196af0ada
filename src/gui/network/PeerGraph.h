#pragma once

#include "gui/network/PeerModel.h"
#include "gui/widgets/Picture.h"

#include <QVector>

namespace gui {

class RowsModel;

/// Who talks to whom: this node in the middle, its peers around it. Item 0 is this node.
class PeerGraph : public Picture {
    Q_OBJECT
public:
    explicit PeerGraph(QWidget* parent = nullptr);
    void setPeers(const PeerModel::Peers& peers, std::int32_t ownHeight);

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_spots.size()); }
    [[nodiscard]] QRectF itemRect(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QString itemText(int item) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Spot {
        QString name;
        QString height;
        QString words;
        net::PeerState state = net::PeerState::InStep;
        bool operator==(const Spot&) const = default;
    };
    void showSpots(QVector<Spot> spots);
    [[nodiscard]] QRectF spotRect(int item) const;
    [[nodiscard]] QPointF centreOf(int item) const;
    [[nodiscard]] double radiusOf(int item) const;
    void paintSpot(QPainter& painter, int item) const;
    QVector<Spot> m_spots;
    RowsModel* m_table;
};

} // namespace gui
