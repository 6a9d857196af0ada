#pragma once

#include <QWidget>

namespace consensus {
struct ChainParams;
}

namespace gui {

/// The Rules tab: who the network is and every rule of its card. Never changes while the program runs.
class RulesView : public QWidget {
    Q_OBJECT
public:
    explicit RulesView(const consensus::ChainParams& params, QWidget* parent = nullptr);
};

} // namespace gui
