#pragma once

#include "gui/frame/Page.h"
#include "node/settings/Settings.h"

#include <QMap>
#include <QVector>

namespace node {
class Node;
}

namespace gui {

class AutostartLine;
class Banner;
class Card;
class EmptyState;
class Navigator;
class SearchField;
class SettingEditor;
class SettingLine;

/// Every setting by group, found by typing, applied at once; what needs a new start of the node says so and
/// offers it. They are many: one a turn of the event loop.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    [[nodiscard]] bool isComplete() const { return m_rows.isMade(); }
    void follow(const PageLink& link) override;

signals:
    /// Of the node, so that what waits for it works.
    void restartRequested();

protected:
    void refresh() override;

private:
    bool addNext();
    void complete();
    void addEditor(int row);
    void addAutostart();
    void addLine(node::SettingRow::Group group, SettingLine* line);
    void filter(const QString& words);
    void showSetting(const QString& key);
    void showWaiting();

    node::Node& m_node;
    SearchField* m_search;
    EmptyState* m_nothing;
    Banner* m_waiting;
    AutostartLine* m_autostart = nullptr;
    QVector<SettingEditor*> m_editors;
    QMap<node::SettingRow::Group, Card*> m_cards; ///< in the order of the groups
    QMap<Card*, QVector<SettingLine*>> m_lines;
    LateRows m_rows;
    int m_next = 0;   ///< the row that comes next
    QString m_wanted; ///< the setting that a link led to, until it is there
};

} // namespace gui
