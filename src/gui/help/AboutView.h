#pragma once

#include <QWidget>

namespace node {
class Node;
}

namespace gui {

class CodeBlock;

/// About the program: version and licences, where its files are, and a report for somebody who helps.
class AboutView : public QWidget {
    Q_OBJECT
public:
    explicit AboutView(node::Node& node, QWidget* parent = nullptr);
    /// The report as things are now.
    void refresh();

private:
    [[nodiscard]] QWidget* makeProgram();
    [[nodiscard]] QWidget* makePlaces();
    [[nodiscard]] QWidget* makeReport();

    node::Node& m_node;
    CodeBlock* m_report = nullptr;
};

} // namespace gui
