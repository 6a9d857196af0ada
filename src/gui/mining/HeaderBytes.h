#pragma once

#include "gui/widgets/Picture.h"

namespace primitives {
struct BlockHeader;
}

namespace gui {

class RowsModel;

/// The 80 bytes that are hashed, field by field; those that the miner changes are lit.
class HeaderBytes : public Picture {
    Q_OBJECT
public:
    explicit HeaderBytes(QWidget* parent = nullptr);
    void setHeader(const primitives::BlockHeader& header, std::uint32_t nonce);
    void clear();
    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Field {
        QString name;
        QString all;   ///< its bytes in hex
        QString bytes; ///< … shortened
        QString who;   ///< changes it
        int token = 0; ///< Token as int
        bool strong = false;
    };
    struct Laid {
        QFont font;
        QVector<QPointF> places; ///< left end and middle, one a field
        int height = 0;
    };
    [[nodiscard]] Laid lay(int width) const;
    RowsModel* m_table;
    int m_height = 0; ///< that was told to the layout
    QList<Field> m_fields;
    QVector<QStringList> m_rows; ///< of the table
};

} // namespace gui
