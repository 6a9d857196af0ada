#pragma once

#include "gui/frame/Page.h"

#include <QMap>
#include <QVector>

namespace node {
class Node;
}

namespace gui {

class Card;
class EmptyState;
class Navigator;
class SearchField;
class SettingEditor;

/// Every setting by group, found by typing, applied at once.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

protected:
    void refresh() override;

private:
    void build();
    void filter(const QString& words);
    node::Node& m_node;
    SearchField* m_search;
    EmptyState* m_nothing;
    QVector<SettingEditor*> m_editors;
    QMap<Card*, QVector<SettingEditor*>> m_groups;
};

} // namespace gui
