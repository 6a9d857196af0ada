#pragma once

#include "gui/frame/Page.h"

#include <QMap>
#include <QTimer>
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

/// Every setting by group, found by typing, applied at once. They are many: the page is filled some at a turn
/// of the event loop.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    [[nodiscard]] bool isComplete() const { return !m_filling.isActive(); }

protected:
    void refresh() override;

private:
    void addNext();
    void addEditor(int row);
    void filter(const QString& words);
    node::Node& m_node;
    SearchField* m_search;
    EmptyState* m_nothing;
    QVector<SettingEditor*> m_editors;
    QMap<Card*, QVector<SettingEditor*>> m_groups;
    QMap<QString, Card*> m_cards; ///< by the name of the group
    QTimer m_filling;
    int m_next = 0; ///< the row that comes next
};

} // namespace gui
