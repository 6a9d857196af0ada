#pragma once

#include "gui/dialogs/FormDialog.h"
#include "node/api/ApiTokens.h"

#include <vector>

class QCheckBox;

namespace node {
class Node;
}

namespace gui {

/// Makes a token: its name and what it may do.
class NewTokenDialog : public FormDialog {
    Q_OBJECT
public:
    NewTokenDialog(node::Node& node, QWidget* parent);

signals:
    /// `secret` is known only now.
    void made(const QString& name, const QString& secret);

private:
    void create();
    [[nodiscard]] static QString problemWords(node::TokenProblem problem);
    struct Choice {
        QString scope;
        QCheckBox* box;
    };
    node::Node& m_node;
    QLineEdit* m_name;
    std::vector<Choice> m_scopes;
};

} // namespace gui
