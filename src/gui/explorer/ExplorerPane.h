#pragma once

#include "gui/widgets/Tag.h"
#include "util/Bytes.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace node {
class Node;
}

namespace gui {

class Navigator;

/// One view of the explorer: says what the page's header reads, loads itself, drops answers that come too
/// late.
class ExplorerPane : public QWidget {
    Q_OBJECT
public:
    struct TitleTag {
        QString text;
        TagKind kind = TagKind::Neutral;
        bool operator==(const TitleTag&) const = default;
    };

    ExplorerPane(node::Node& node, Navigator& navigator, QWidget* parent);

    [[nodiscard]] const QString& title() const { return m_title; }
    /// The hash or address behind the title; may be empty.
    [[nodiscard]] const QString& subject() const { return m_subject; }
    [[nodiscard]] const std::vector<TitleTag>& tags() const { return m_tags; }

    /// The chain, the waiting payments or the wallet changed, or the view is shown: loads what it shows anew.
    virtual void reload() = 0;
    /// Once a second while visible: relative times.
    virtual void tick() {}

    [[nodiscard]] node::Node& node() const { return m_node; }
    [[nodiscard]] Navigator& navigator() const { return m_navigator; }
    [[nodiscard]] bool isOwn(const util::Bytes& script) const;

signals:
    void titleChanged();

protected:
    void setHeading(const QString& title, const QString& subject, std::vector<TitleTag> tags);
    [[nodiscard]] QVBoxLayout* rows() const { return m_rows; }

private:
    node::Node& m_node;
    Navigator& m_navigator;
    QVBoxLayout* m_rows;
    QString m_title;
    QString m_subject;
    std::vector<TitleTag> m_tags;
};

} // namespace gui
