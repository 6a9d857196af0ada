#pragma once

#include "gui/models/AddressLines.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QComboBox;

namespace node {
class Node;
}

namespace gui {

class AddressListModel;
class Button;
class DataTable;
class Navigator;
class OwnAddressPane;
class SearchField;

/// The Addresses tab: all that the wallet has handed out, by what they are for, and the chosen one beside
/// them.
class AddressesView : public QWidget {
    Q_OBJECT
public:
    AddressesView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    /// Needs to be called when the wallet changed and the view can be seen.
    void refresh();
    /// Chooses an address that was just made.
    void take(const wallet::WalletAddress& made);
    [[nodiscard]] AddressListModel* model() const { return m_model; }
    [[nodiscard]] DataTable* table() const { return m_table; }
    [[nodiscard]] OwnAddressPane* pane() const { return m_pane; }

private:
    QWidget* buildBar();
    QWidget* buildTable();
    QWidget* buildFoot();
    void buildChips();
    void applyFilter();
    void nameEmptyState();
    void showCounts(const AddressLines::Counts& counts);
    void showCurrent();
    void askNewAddress();
    void chooseWanted();
    void openMessages(const QString& address);

    node::Node& m_node;
    Navigator& m_navigator;
    AddressListModel* m_model;
    QButtonGroup* m_uses = nullptr;
    Button* m_withCoins = nullptr;
    QComboBox* m_kind = nullptr;
    SearchField* m_search = nullptr;
    Button* m_new = nullptr;
    Button* m_messages = nullptr;
    DataTable* m_table = nullptr;
    OwnAddressPane* m_pane = nullptr;
    std::optional<wallet::KeyPath> m_wanted; ///< chosen as soon as its row is there
    QString m_wallet;
};

} // namespace gui
