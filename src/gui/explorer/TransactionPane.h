#pragma once

#include "gui/explorer/ExplorerPane.h"

#include "primitives/Transaction.h"
#include "wallet/WalletTypes.h"

#include <optional>

namespace explorer {
struct InputView;
struct OutputView;
struct TransactionView;
} // namespace explorer

namespace gui {

class Banner;
class Card;
class CardRow;
class CellsModel;
class BytesView;
class DataTable;
class EmptyState;
class FactsList;
class FlowDiagram;

/// One transaction: where the money goes, its facts, its inputs and outputs, its bytes.
class TransactionPane : public ExplorerPane {
    Q_OBJECT
public:
    TransactionPane(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

    void showTransaction(const primitives::TxId& txid);
    void reload() override;

private:
    static QString lockTimeWords(std::uint32_t lockTime);
    Card* makeFlowCard();
    Card* makeEndsCard(const QString& title, DataTable*& table, CellsModel*& model);
    void show(const explorer::TransactionView& view);
    void showNothing();
    void askWallet();
    [[nodiscard]] bool isLost() const;
    void showFate();
    void showTags(const explorer::TransactionView& view);
    void showFlow(const explorer::TransactionView& view);
    void showFacts(const explorer::TransactionView& view);
    void showInputs(const explorer::TransactionView& view);
    void showOutputs(const explorer::TransactionView& view);
    void openInput(std::size_t input);
    void openOutput(std::size_t output);

    /// What the wallet remembers of one that the chain does not know.
    struct Kept {
        primitives::TransactionRef transaction;
        wallet::TxState state = wallet::TxState::Waiting;
        std::int64_t time = 0;
        std::optional<primitives::TxId> replacedBy;
    };

    std::optional<primitives::TxId> m_txid;
    std::optional<Kept> m_kept;
    std::shared_ptr<const explorer::TransactionView> m_view;
    EmptyState* m_nothing;
    QWidget* m_all;
    Banner* m_fate = nullptr;
    Card* m_flowCard = nullptr;
    FlowDiagram* m_flow = nullptr;
    FactsList* m_facts = nullptr;
    DataTable* m_inputs = nullptr;
    DataTable* m_outputs = nullptr;
    CellsModel* m_inputModel = nullptr;
    CellsModel* m_outputModel = nullptr;
    BytesView* m_bytes = nullptr;
    primitives::WtxId m_bytesOf; ///< whose bytes are shown
    quint64 m_ticket = 0;
};

} // namespace gui
