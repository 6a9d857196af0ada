#pragma once

#include "gui/explorer/CellsModel.h"
#include "gui/explorer/ExplorerPane.h"

#include "explorer/ExplorerTypes.h"

// How the explorer says things: used by its views.
namespace gui {

QString hexOf(const primitives::BlockHash& hash);
QString hexOf(const primitives::TxId& txid);
/// "2 145"
QString heightText(std::int32_t height);
/// "waiting", "3 confirmations", "not in the best chain".
ExplorerPane::TitleTag confirmationTag(const explorer::TxStatus& status);
/// "pay to witness public key hash", as sentences about an output say it.
QString outputTypeWords(script::OutputType type);
/// The readable text of an OP_RETURN output, else its bytes as hex.
QString messageIn(const util::Bytes& script);
/// What an output without money says: the kind of what it carries, and the content.
struct DataWords {
    QString kind;
    QString content;
};
DataWords dataIn(const util::Bytes& script);
/// A name for whoever an output belongs to: "you" as a pill, the address shortened, or the kind of script.
Cell partyCell(const ExplorerPane& pane, const explorer::OutputView& output);
Cell fromCell(const ExplorerPane& pane, const explorer::TransactionView& transaction);
Cell toCell(const ExplorerPane& pane, const explorer::TransactionView& transaction);
primitives::Amount sumOfOutputs(const explorer::TransactionView& transaction);
bool touchesWallet(const ExplorerPane& pane, const explorer::TransactionView& transaction);
double feeRateOf(const explorer::TransactionView& transaction); ///< satoshi a virtual byte

} // namespace gui
