#include "gui/explorer/ExplorerWords.h"

#include "gui/Format.h"
#include "util/Hex.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gui {

namespace {

struct ExplorerWords {
    Q_DECLARE_TR_FUNCTIONS(gui::ExplorerWords)
};

QString shortAddress(const std::string& address) {
    return Format::shortened(QString::fromStdString(address), 10, 4);
}

bool goesBack(const ExplorerPane& pane, const explorer::TransactionView& transaction,
              const explorer::OutputView& output) {
    const auto& script = output.output.scriptPubKey;
    const bool ownInputs = std::ranges::any_of(transaction.inputs, [&](const explorer::InputView& input) {
        return input.spent && pane.isOwn(input.spent->output.scriptPubKey);
    });
    return (ownInputs && pane.isOwn(script)) ||
           std::ranges::any_of(transaction.inputs, [&](const explorer::InputView& input) {
               return input.spent && input.spent->output.scriptPubKey == script;
           });
}

/// The first of several, and how many more there are.
Cell summary(const ExplorerPane& pane, const std::vector<const explorer::OutputView*>& ends) {
    Cell cell = partyCell(pane, *ends.front());
    const auto more = std::ranges::count_if(ends, [&](const explorer::OutputView* end) {
        return end->output.scriptPubKey != ends.front()->output.scriptPubKey &&
               !(cell.tag && pane.isOwn(end->output.scriptPubKey));
    });
    if (more > 0 && !cell.tag) {
        cell.trailing = QStringLiteral("+%1").arg(more);
        cell.tag = TagKind::Neutral;
    }
    return cell;
}

} // namespace

QString hexOf(const primitives::BlockHash& hash) {
    return QString::fromStdString(hash.toHex());
}

QString hexOf(const primitives::TxId& txid) {
    return QString::fromStdString(txid.toHex());
}

QString heightText(std::int32_t height) {
    return Format::count(height);
}

ExplorerPane::TitleTag confirmationTag(const explorer::TxStatus& status) {
    if (!status.confirmed && status.firstSeen > 0)
        return {ExplorerWords::tr("waiting for a block"), TagKind::Work};
    if (!status.confirmed) return {ExplorerWords::tr("not in the best chain"), TagKind::Bad};
    const QString text = ExplorerWords::tr("%n confirmation(s)", nullptr, status.confirmations);
    return {text, TagKind::Accent};
}

QString outputTypeWords(script::OutputType type) {
    using script::OutputType;
    switch (type) {
    case OutputType::Anchor:
        return ExplorerWords::tr("anchor for fees");
    case OutputType::PubKey:
        return ExplorerWords::tr("pay to public key");
    case OutputType::PubKeyHash:
        return ExplorerWords::tr("pay to public key hash");
    case OutputType::ScriptHash:
        return ExplorerWords::tr("pay to script hash");
    case OutputType::MultiSig:
        return ExplorerWords::tr("several keys");
    case OutputType::NullData:
        return ExplorerWords::tr("a message, no money");
    case OutputType::WitnessPubKeyHash:
        return ExplorerWords::tr("pay to witness public key hash");
    case OutputType::WitnessScriptHash:
        return ExplorerWords::tr("pay to witness script hash");
    case OutputType::Taproot:
        return ExplorerWords::tr("pay to taproot");
    case OutputType::WitnessUnknown:
        return ExplorerWords::tr("a future witness version");
    case OutputType::NonStandard:
        break;
    }
    return ExplorerWords::tr("a script of its own");
}

QString messageIn(const util::Bytes& script) {
    if (script.size() < 3) return {};
    const std::size_t start = script[1] <= 75 ? 2 : 3; // OP_RETURN and one push
    const util::ByteView data = util::ByteView(script).subspan(std::min(start, script.size()));
    const bool readable =
        std::ranges::all_of(data, [](std::uint8_t byte) { return byte >= 0x20 && byte < 0x7f; });
    if (!data.empty() && readable)
        return QStringLiteral("“%1”").arg(QString::fromLatin1(reinterpret_cast<const char*>(data.data()),
                                                              static_cast<qsizetype>(data.size())));
    return QString::fromStdString(util::toHex(data));
}

DataWords dataIn(const util::Bytes& script) {
    // BIP 141: what a block's reward says about the signatures in the block.
    static constexpr std::array<std::uint8_t, 6> kCommitment{0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed};
    constexpr std::size_t kCommitmentSize = 38;
    if (script.size() >= kCommitmentSize && std::ranges::equal(kCommitment, util::ByteView(script).first(6)))
        return {ExplorerWords::tr("witness commitment"),
                QString::fromStdString(
                    util::toHex(util::ByteView(script).subspan(kCommitment.size(), kCommitmentSize - 6)))};
    return {ExplorerWords::tr("message"), messageIn(script)};
}

Cell partyCell(const ExplorerPane& pane, const explorer::OutputView& output) {
    Cell cell;
    cell.whole = QString::fromStdString(output.address);
    cell.thing = output.address.empty() ? Thing::None : Thing::Address;
    if (pane.isOwn(output.output.scriptPubKey)) {
        cell.text = ExplorerWords::tr("you");
        cell.tag = TagKind::Own;
    } else if (!output.address.empty()) {
        cell.text = shortAddress(output.address);
        cell.style = TextStyle::Mono;
    } else {
        cell.text = outputTypeWords(output.type);
        cell.style = TextStyle::Muted;
    }
    return cell;
}

Cell fromCell(const ExplorerPane& pane, const explorer::TransactionView& transaction) {
    std::vector<const explorer::OutputView*> ends;
    for (const explorer::InputView& input : transaction.inputs)
        if (input.spent) ends.push_back(&*input.spent);
    if (!ends.empty()) return summary(pane, ends);
    Cell cell;
    const bool isReward = !transaction.inputs.empty() && transaction.inputs.front().isCoinbase;
    cell.text = isReward ? ExplorerWords::tr("new coins") : ExplorerWords::tr("not known");
    cell.style = TextStyle::Muted;
    return cell;
}

Cell toCell(const ExplorerPane& pane, const explorer::TransactionView& transaction) {
    std::vector<const explorer::OutputView*> ends;
    for (const explorer::OutputView& output : transaction.outputs) {
        const bool isMessage = output.type == script::OutputType::NullData;
        if (!isMessage && !goesBack(pane, transaction, output)) ends.push_back(&output);
    }
    if (ends.empty() && !transaction.outputs.empty()) ends.push_back(&transaction.outputs.front());
    return ends.empty() ? Cell() : summary(pane, ends);
}

primitives::Amount sumOfOutputs(const explorer::TransactionView& transaction) {
    primitives::Amount sum;
    for (const explorer::OutputView& output : transaction.outputs)
        sum += output.output.value;
    return sum;
}

bool touchesWallet(const ExplorerPane& pane, const explorer::TransactionView& transaction) {
    return std::ranges::any_of(
               transaction.outputs,
               [&](const explorer::OutputView& output) { return pane.isOwn(output.output.scriptPubKey); }) ||
           std::ranges::any_of(transaction.inputs, [&](const explorer::InputView& input) {
               return input.spent && pane.isOwn(input.spent->output.scriptPubKey);
           });
}

double feeRateOf(const explorer::TransactionView& transaction) {
    const auto vsize = static_cast<double>(std::max<std::int64_t>(transaction.transaction->vsize(), 1));
    return static_cast<double>(transaction.fee.satoshi()) / vsize;
}

} // namespace gui
