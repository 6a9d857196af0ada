#pragma once

#include "gui/dialogs/FormDialog.h"
#include "gui/models/PeopleLines.h"

class QPlainTextEdit;

namespace node {
class Node;
}

namespace gui {

/// Somebody for the address book: a name, and the addresses that are theirs.
class PersonDialog : public FormDialog {
    Q_OBJECT
public:
    /// `known`: to be changed; nothing: somebody new. `address`: one to begin with.
    PersonDialog(node::Node& node, const std::optional<PersonLine>& known, const QString& address,
                 QWidget* parent);
    [[nodiscard]] QLineEdit* nameEdit() const { return m_name; }
    [[nodiscard]] QPlainTextEdit* addressesEdit() const { return m_addresses; }

signals:
    void kept(const QString& name);

private:
    void keep();
    /// What is typed, one a line, each once.
    [[nodiscard]] QStringList typedAddresses() const;
    /// Empty: nothing is wrong.
    [[nodiscard]] QString problemOf(const QString& name, const QStringList& addresses) const;

    node::Node& m_node;
    std::optional<PersonLine> m_known;
    QLineEdit* m_name;
    QPlainTextEdit* m_addresses;
};

/// Asks whether to forget somebody, and does.
void askToForget(node::Node& node, const PersonLine& person, QWidget* parent);

} // namespace gui
