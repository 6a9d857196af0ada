#pragma once

#include "gui/network/PeerModel.h"
#include "gui/widgets/Picture.h"

#include <QVector>

namespace gui {

class RowsModel;

/// Who is on which tip: this node in the middle, on the inner ring those on its tip, on the outer ring all
/// others. Arrows lead from who dialled to who was dialled. Everybody keeps their direction as long as nobody
/// comes or goes. Item 0 is this node.
class PeerMap : public Picture {
    Q_OBJECT
public:
    explicit PeerMap(QWidget* parent = nullptr);
    void setPeers(const PeerModel::Peers& peers, std::int32_t ownHeight);
    /// 0: this node.
    [[nodiscard]] net::PeerId peerOf(int item) const;
    [[nodiscard]] bool isOnOurTip(int item) const;

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
        net::PeerId peer = 0;
        QString name;
        QString height;
        QString words;
        net::PeerState state = net::PeerState::InStep;
        bool dialledIn = false;
        bool operator==(const Spot&) const = default;
    };
    void showSpots(QVector<Spot> spots);
    void renewTable();
    [[nodiscard]] bool isCrowded() const;
    [[nodiscard]] QRectF spotRect(int item) const;
    [[nodiscard]] QPointF middle() const;
    [[nodiscard]] QSizeF ring(bool inner) const; ///< half its width and height
    [[nodiscard]] QPointF centreOf(int item) const;
    [[nodiscard]] double radiusOf(int item) const;
    [[nodiscard]] bool isUpper(int item) const;
    void paintName(QPainter& painter, int item) const;
    [[nodiscard]] double gapAngle() const;
    void paintRings(QPainter& painter) const;
    void paintLink(QPainter& painter, int item) const;
    void paintSpot(QPainter& painter, int item) const;

    QVector<Spot> m_spots;
    RowsModel* m_table;
};

} // namespace gui
