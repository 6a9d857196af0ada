#include "gui/explorer/ExplorerWords.h"

#include "gui/Format.h"
#include "util/Hex.h"

#include <QCoreApplication>

#include <algorithm>

namespace gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExplorerWords)
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
    if (!status.confirmed && status.firstSeen > 0) return {Words::tr("waiting for a block"), TagKind::Work};
    if (!status.confirmed) return {Words::tr("not in the best chain"), TagKind::Bad};
    const QString text = Words::tr("%n confirmation(s)", nullptr, status.confirmations);
    return {text, TagKind::Accent};
}

QString outputTypeWords(script::OutputType type) {
    using script::OutputType;
    switch (type) {
    case OutputType::Anchor:
        return Words::tr("anchor for fees");
    case OutputType::PubKey:
        return Words::tr("pay to public key");
    case OutputType::PubKeyHash:
        return Words::tr("pay to public key hash");
    case OutputType::ScriptHash:
        return Words::tr("pay to script hash");
    case OutputType::MultiSig:
        return Words::tr("several keys");
    case OutputType::NullData:
        return Words::tr("a message, no money");
    case OutputType::WitnessPubKeyHash:
        return Words::tr("pay to witness public key hash");
    case OutputType::WitnessScriptHash:
        return Words::tr("pay to witness script hash");
    case OutputType::Taproot:
        return Words::tr("pay to taproot");
    case OutputType::WitnessUnknown:
        return Words::tr("a future witness version");
    case OutputType::NonStandard:
        break;
    }
    return Words::tr("a script of its own");
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

Cell partyCell(const ExplorerPane& pane, const explorer::OutputView& output) {
    Cell cell;
    cell.whole = QString::fromStdString(output.address);
    if (pane.isOwn(output.output.scriptPubKey)) {
        cell.text = Words::tr("you");
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
    cell.text = isReward ? Words::tr("new coins") : Words::tr("not known");
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
