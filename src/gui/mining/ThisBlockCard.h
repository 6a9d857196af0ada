#pragma once

#include "gui/widgets/Card.h"
#include "primitives/Transaction.h"

class QLabel;

namespace node {
struct MiningStatus;
}

namespace gui {

class HeaderBytes;
class TargetBar;
class TableTwin;
class TemplateStrip;

/// The block being worked on: its header, what it contains, and how close the best hash came.
class ThisBlockCard : public Card {
    Q_OBJECT
public:
    explicit ThisBlockCard(QWidget* parent = nullptr);
    void render(const node::MiningStatus& status);

signals:
    void paymentOpened(const primitives::TxId& txid);

private:
    QWidget* makePictures();
    HeaderBytes* m_header;
    TemplateStrip* m_strip;
    TargetBar* m_bar;
    QLabel* m_bits;
    TableTwin* m_twin;
};

} // namespace gui
