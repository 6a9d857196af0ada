#pragma once

#include "gui/Navigator.h"

#include <QString>
#include <QVector>

#include <functional>

namespace node {
class Node;
}

namespace gui {

class MainWindow;
class Page;

/// One page of the window. A new page is a row of pageTable() and its value in PageId.
struct PageRow {
    PageId id;
    QString name; ///< in window.ini: "wallet"; never shown
    QString title;
    QString icon;
    bool last = false; ///< at the lower end of the rail
    std::function<Page*()> make;
};

/// All pages, in the order of the rail and of Ctrl+1 … 9.
QVector<PageRow> pageTable(node::Node& node, MainWindow& window);

} // namespace gui
