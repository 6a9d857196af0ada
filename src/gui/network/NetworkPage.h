#pragma once

#include "gui/frame/Page.h"

namespace node {
class Node;
}

namespace gui {

class BansView;
class BrakeBanner;
class BrakeFeed;
class Button;
class ChainCompare;
class DoctorView;
class MapView;
class Navigator;
class NearView;
class PeersView;
class RulesView;
class ViewStack;

/// The Network page: peers, who is on which tip, networks near, who is blocked, the rules everybody here
/// agrees on, and the doctor; above them what the brake asks, and behind that the comparison of the two
/// chains.
class NetworkPage : public Page {
    Q_OBJECT
public:
    enum Tab { Peers, Map, Near, Blocked, Rules, Doctor };

    NetworkPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

    void follow(const PageLink& link) override;
    bool stepBack() override;
    void openInvite();
    /// The two chains side by side; nothing where none is held back.
    void openCompare();

protected:
    void refresh() override;

private:
    void buildHead();
    MapView* makeMap();
    DoctorView* makeDoctor();
    ChainCompare* makeCompare();
    void showTab();
    void closeCompare();
    void showBanner();
    [[nodiscard]] QWidget* viewOf(int tab);
    void refreshView();

    node::Node& m_node;
    Navigator& m_navigator;
    BrakeFeed& m_brake;
    ViewStack* m_stack;
    BrakeBanner* m_banner;
    Button* m_add = nullptr;
    Button* m_invite = nullptr;
    PeersView* m_peers;
    Late<MapView> m_map;
    Late<NearView> m_near;
    Late<BansView> m_bans;
    Late<RulesView> m_rules;
    Late<DoctorView> m_doctor;
    Late<ChainCompare> m_compare;
};

} // namespace gui
