#include "gui/explorer/TransactionFlow.h"

#include "gui/Format.h"
#include "gui/explorer/ExplorerWords.h"

#include <algorithm>

namespace gui {

namespace {

FlowEnd endOf(const ExplorerPane& pane, const explorer::OutputView& output, double whole) {
    FlowEnd end;
    const QString address = Format::shortened(QString::fromStdString(output.address), 10, 4);
    const bool own = pane.isOwn(output.output.scriptPubKey);
    end.kind = own ? FlowEnd::Kind::Own : FlowEnd::Kind::Other;
    end.title = own ? ExplorerPane::tr("you") : outputTypeWords(output.type);
    end.detail = address;
    if (output.type == script::OutputType::NullData) {
        const DataWords words = dataIn(output.output.scriptPubKey);
        end.title = words.kind;
        end.detail = Format::shortened(words.content, 16, 4);
    } else if (!own && !address.isEmpty()) {
        end.title = ExplorerPane::tr("somebody");
    }
    end.amountText = format().trimmed(output.output.value);
    end.share = format().amountsHidden() ? 1 : static_cast<double>(output.output.value.satoshi()) / whole;
    return end;
}

} // namespace

TransactionFlow flowOf(const ExplorerPane& pane, const explorer::TransactionView& view) {
    TransactionFlow flow;
    const primitives::Amount out = sumOfOutputs(view);
    const double whole = std::max(1.0, static_cast<double>((out + view.fee).satoshi()));
    for (const explorer::InputView& input : view.inputs) {
        if (input.spent) {
            flow.inputs.push_back(endOf(pane, *input.spent, whole));
            continue;
        }
        FlowEnd end;
        end.title = input.isCoinbase ? ExplorerPane::tr("new coins and fees") : ExplorerPane::tr("not known");
        end.amountText = input.isCoinbase ? format().trimmed(out) : QString();
        end.share = format().amountsHidden() ? 1 : 1.0 / static_cast<double>(view.inputs.size());
        end.kind = FlowEnd::Kind::Coinbase;
        flow.inputs.push_back(end);
    }
    if (view.fee.satoshi() > 0) {
        FlowEnd fee;
        fee.title = ExplorerPane::tr("fee");
        fee.detail = Format::feeRate(feeRateOf(view));
        fee.amountText = format().trimmed(view.fee);
        fee.share = static_cast<double>(view.fee.satoshi()) / whole;
        fee.kind = FlowEnd::Kind::Fee;
        flow.outputs.push_back(fee);
    }
    for (const explorer::OutputView& output : view.outputs)
        flow.outputs.push_back(endOf(pane, output, whole));
    return flow;
}

} // namespace gui
