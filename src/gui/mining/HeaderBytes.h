#pragma once

#include <QWidget>

namespace primitives {
struct BlockHeader;
}

namespace gui {

/// The 80 bytes that are hashed, field by field; those that the miner changes are lit.
class HeaderBytes : public QWidget {
    Q_OBJECT
public:
    explicit HeaderBytes(QWidget* parent = nullptr);
    void setHeader(const primitives::BlockHeader& header, std::uint32_t nonce);
    void clear();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        QString name;
        QString bytes;
        int token = 0; ///< Token as int
        bool strong = false;
    };
    QList<Field> m_fields;
};

} // namespace gui
