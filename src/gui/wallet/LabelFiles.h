#pragma once

#include <QString>

class QWidget;

namespace node {
class Node;
class WalletAccess;
} // namespace node

namespace gui {

class Navigator;

/// Asks for a file, and writes notes and labels of the open wallet into it (BIP 329).
void askToSaveLabels(node::Node& node, Navigator& navigator, QWidget* parent);
void saveLabels(const QString& path, const node::WalletAccess& access, Navigator& navigator, QWidget* parent);
/// Asks for such a file, and takes over what it says of this wallet.
void askForLabels(node::Node& node, Navigator& navigator, QWidget* parent);
void takeLabels(const QString& path, const node::WalletAccess& access, Navigator& navigator, QWidget* parent);

} // namespace gui
