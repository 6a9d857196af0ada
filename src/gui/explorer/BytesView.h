#pragma once

#include "gui/explorer/ByteFields.h"
#include "gui/widgets/Picture.h"

#include <QHash>

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
    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_laid.places.size()); }
    [[nodiscard]] QRectF itemRect(int item) const override { return m_laid.places.value(item); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    [[nodiscard]] QString itemText(int item) const override;
    [[nodiscard]] int neighbour(int item, int key) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString shownHex(int item) const;
    [[nodiscard]] double widthOf(int item) const;
    struct Laid {
        QVector<QRectF> places; ///< one a field, as many as are painted
        int height = 0;
    };
    [[nodiscard]] Laid lay(int width) const;
    void renew();
    void paintField(QPainter& painter, int item) const;
    void paintMeaning(QPainter& painter) const;
    QVector<ByteField> m_fields;
    Laid m_laid;                       ///< for the present width
    mutable QHash<int, int> m_heights; ///< by width
    RowsModel* m_table;
};

} // namespace gui
