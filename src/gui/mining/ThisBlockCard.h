#pragma once

#include "gui/widgets/Card.h"

class QLabel;

namespace node {
struct MiningStatus;
}

namespace gui {

class HeaderBytes;
class TargetBar;

/// The block being worked on: its header, and how close the best hash came.
class ThisBlockCard : public Card {
    Q_OBJECT
public:
    explicit ThisBlockCard(QWidget* parent = nullptr);
    void render(const node::MiningStatus& status);

private:
    HeaderBytes* m_header;
    TargetBar* m_bar;
    QLabel* m_bits;
};

} // namespace gui
