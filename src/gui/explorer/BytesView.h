#pragma once

#include "gui/explorer/ByteFields.h"
#include "gui/widgets/Picture.h"

namespace gui {

class RowsModel;

/// Every byte of something, in fields that are named and coloured; the one pointed at, or walked to, is
/// explained below. As high as its width asks for. Items: the fields.
class BytesView : public Picture {
    Q_OBJECT
public:
    explicit BytesView(QWidget* parent = nullptr);
    void setFields(const QVector<ByteField>& fields);

    [[nodiscard]] QAbstractItemModel* tableModel() override;
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_places.size()); }
    [[nodiscard]] QRectF itemRect(int item) const override { return m_places.value(item); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] QString itemText(int item) const override;
    [[nodiscard]] int neighbour(int item, int key) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString shownHex(int item) const;
    [[nodiscard]] double widthOf(int item) const;
    void lay();
    void paintField(QPainter& painter, int item) const;
    void paintMeaning(QPainter& painter) const;
    QVector<ByteField> m_fields;
    QVector<QRectF> m_places; ///< one a field, as many as are painted
    RowsModel* m_table;
    int m_height = 0;
};

} // namespace gui
