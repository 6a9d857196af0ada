#pragma once

#include <QString>

class QWidget;

namespace node {
class Node;
}

namespace gui {

/// What somebody who helps has to know: versions, screen, network, chain, settings. No key, no word, no
/// passphrase, no address, no amount, no name of a file or a computer. In English, whatever the window
/// speaks.
QString helpReport(const node::Node& node, const QWidget& window);

} // namespace gui
