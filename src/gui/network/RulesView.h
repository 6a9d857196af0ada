#pragma once

#include <QString>
#include <QWidget>

#include <string_view>

namespace consensus {
struct ChainParams;
}

namespace gui {

/// What a rule of the card is called: "Reward of a block"; its key where there are no words for it.
QString ruleTitle(std::string_view key);

/// The Rules tab: who the network is and every rule of its card. Never changes while the program runs.
class RulesView : public QWidget {
    Q_OBJECT
public:
    explicit RulesView(const consensus::ChainParams& params, QWidget* parent = nullptr);
};

} // namespace gui
