#pragma once

#include "gui/frame/Page.h"
#include "gui/help/Glossary.h"

#include <QHash>

class QLabel;

namespace node {
class Node;
}

namespace gui {

class AboutView;
class Card;
class EmptyState;
class FactsList;
class Navigator;
class SearchField;
class ViewStack;

/// Help: the words of the field, the keys of the window, and about the program.
class HelpPage : public Page {
    Q_OBJECT
public:
    HelpPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    void follow(const PageLink& link) override;

protected:
    void refresh() override;

private:
    enum Tab { Terms, Keys, About };
    struct Entry {
        QWidget* row;
        QLabel* title;
    };
    [[nodiscard]] QWidget* makeTerms();
    [[nodiscard]] QWidget* makeKeys();
    bool addTerms();
    void complete();
    void filter(const QString& words);
    void showTerm(const QString& id);
    void showTab(int tab);
    void collectKeys();

    node::Node& m_node;
    QVector<Term> m_terms;
    QHash<QString, Entry> m_entries; ///< by the term's id
    ViewStack* m_stack;
    SearchField* m_search;
    EmptyState* m_nothing = nullptr;
    Card* m_termCard = nullptr;
    QWidget* m_termView = nullptr;
    QWidget* m_keyView = nullptr;
    QHash<QString, FactsList*> m_keys; ///< by the part of the window where they work
    Late<AboutView> m_about;
    LateRows m_rows; ///< a few terms a turn: they are many labels
    QString m_shown; ///< the term that was asked for
};

} // namespace gui
