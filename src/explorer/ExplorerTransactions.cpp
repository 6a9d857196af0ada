// The part of ExplorerQueries that shows transactions.
#include "explorer/ExplorerQueries.h"

#include "explorer/ExplorerViews.h"

namespace explorer {
namespace {

TxStatus waitingStatus(const chain::MempoolSnapshot::Item& item) {
    TxStatus status;
    status.firstSeen = item.time;
    return status;
}

storage::StorageError contradiction(const primitives::BlockHash& hash) {
    return {storage::StorageError::Kind::Damaged,
            QStringLiteral("block %1 and its undo data do not belong together")
                .arg(QString::fromStdString(hash.toHex()))};
}

primitives::Amount sumOf(const std::vector<primitives::TxOut>& outputs) {
    primitives::Amount sum;
    for (const primitives::TxOut& output : outputs)
        sum += output.value;
    return sum;
}

} // namespace

ExplorerQueries::Answer<const chain::MempoolSnapshot::Item*>
ExplorerQueries::waiting(const primitives::TxId& txid) {
    const auto found = m_mempool->byTxid.find(txid);
    if (found == m_mempool->byTxid.end()) return nullptr;
    const auto place = m_reader.place(txid);
    if (!place) return fail(place.error());
    return *place ? nullptr : &m_mempool->items[found->second];
}

ExplorerQueries::Answer<TxStatus> ExplorerQueries::statusAt(const storage::TxPlace& place) {
    auto known = m_statusByHeight.find(place.height);
    if (known == m_statusByHeight.end()) {
        const auto stored = m_reader.blockAt(place.height);
        if (!stored) return fail(stored.error());
        if (!*stored) return fail(contradiction({}));
        const auto top = tip();
        if (!top) return fail(top.error());
        TxStatus status;
        status.confirmed = true;
        status.height = place.height;
        status.block = (*stored)->record.hash;
        status.blockTime = (*stored)->record.header.time;
        status.confirmations = top->height - place.height + 1;
        known = m_statusByHeight.emplace(place.height, status).first;
    }
    TxStatus status = known->second;
    status.position = place.position;
    return status;
}

ExplorerQueries::Answer<TxStatus> ExplorerQueries::status(const primitives::TxId& txid) {
    const auto place = m_reader.place(txid);
    if (!place) return fail(place.error());
    if (*place) return statusAt(**place);
    const auto found = m_mempool->byTxid.find(txid);
    if (found == m_mempool->byTxid.end()) return TxStatus{};
    return waitingStatus(m_mempool->items[found->second]);
}

ExplorerQueries::Answer<std::optional<SpentBy>>
ExplorerQueries::spentBy(const primitives::OutPoint& outpoint) {
    const auto spender = m_reader.spender(outpoint);
    if (!spender) return fail(spender.error());
    if (*spender) {
        const auto where = statusAt((*spender)->place);
        if (!where) return fail(where.error());
        return SpentBy{(*spender)->txid, (*spender)->input, *where};
    }
    const auto found = m_mempool->spenders.find(outpoint);
    if (found == m_mempool->spenders.end()) return std::nullopt;
    const auto& [item, input] = found->second;
    return SpentBy{m_mempool->items[item].transaction->txid(), input, waitingStatus(m_mempool->items[item])};
}

ExplorerQueries::Answer<ExplorerQueries::SpentOutputs>
ExplorerQueries::spentOutputs(const primitives::BlockHash& block, std::uint32_t position) {
    SpentOutputs out;
    if (position == 0) return out;
    if (m_undoBlock != block || !m_undo) {
        auto undo = m_reader.readUndo(block);
        if (!undo) return fail(undo.error());
        m_undoBlock = block;
        m_undo = std::move(*undo);
    }
    if (!m_undo) return out; // never connected
    if (position > m_undo->spent.size()) return fail(contradiction(block));
    for (const consensus::Coin& coin : m_undo->spent[position - 1])
        out.push_back(coin.output);
    return out;
}

ExplorerQueries::Answer<TransactionView>
ExplorerQueries::viewOf(const primitives::TransactionRef& transaction, TxStatus status,
                        const SpentOutputs& spent) {
    if (!spent.empty() && spent.size() != transaction->inputs().size())
        return fail(contradiction(status.block));
    TransactionView view;
    view.transaction = transaction;
    view.status = status;
    if (!spent.empty()) view.fee = sumOf(spent) - sumOf(transaction->outputs());
    for (std::size_t i = 0; i < transaction->inputs().size(); ++i) {
        InputView input;
        input.input = transaction->inputs()[i];
        input.isCoinbase = transaction->isCoinbase();
        if (!spent.empty()) input.spent = explorer::viewOf(spent[i], input.input.previous.index, m_params);
        view.inputs.push_back(std::move(input));
    }
    std::uint32_t index = 0;
    for (const primitives::TxOut& output : transaction->outputs()) {
        OutputView shown = explorer::viewOf(output, index, m_params);
        auto spender = spentBy({transaction->txid(), index});
        if (!spender) return fail(spender.error());
        shown.spentBy = std::move(*spender);
        view.outputs.push_back(std::move(shown));
        ++index;
    }
    return view;
}

ExplorerQueries::Answer<std::optional<TransactionView>>
ExplorerQueries::transaction(const primitives::TxId& txid) {
    const auto place = m_reader.place(txid);
    if (!place) return fail(place.error());
    if (!*place) {
        const auto found = m_mempool->byTxid.find(txid);
        if (found == m_mempool->byTxid.end()) return std::nullopt;
        const auto& item = m_mempool->items[found->second];
        return viewOf(item.transaction, waitingStatus(item), item.spent);
    }
    const auto where = statusAt(**place);
    if (!where) return fail(where.error());
    const auto transaction = m_reader.readTransaction(**place);
    if (!transaction) return fail(transaction.error());
    if (!*transaction || (*transaction)->txid() != txid) return fail(contradiction(where->block));
    const auto spent = spentOutputs(where->block, where->position);
    if (!spent) return fail(spent.error());
    return viewOf(*transaction, *where, *spent);
}

ExplorerQueries::Answer<std::optional<primitives::TxOut>>
ExplorerQueries::outputAt(const primitives::OutPoint& outpoint) {
    const auto in = [&](const primitives::Transaction& maker) -> std::optional<primitives::TxOut> {
        if (outpoint.index >= maker.outputs().size()) return std::nullopt;
        return maker.outputs()[outpoint.index];
    };
    const auto place = m_reader.place(outpoint.txid);
    if (!place) return fail(place.error());
    if (*place) {
        const auto maker = m_reader.readTransaction(**place);
        if (!maker) return fail(maker.error());
        return *maker ? in(**maker) : std::nullopt;
    }
    const auto found = m_mempool->byTxid.find(outpoint.txid);
    return found == m_mempool->byTxid.end() ? std::nullopt : in(*m_mempool->items[found->second].transaction);
}

ExplorerQueries::Answer<TransactionView>
ExplorerQueries::outside(const primitives::TransactionRef& transaction) {
    SpentOutputs spent;
    for (const primitives::TxIn& input : transaction->inputs()) {
        if (transaction->isCoinbase()) break;
        const auto output = outputAt(input.previous);
        if (!output) return fail(output.error());
        if (!*output) {
            spent.clear();
            break;
        }
        spent.push_back(**output);
    }
    return viewOf(transaction, TxStatus{}, spent);
}

ExplorerQueries::Answer<std::vector<TransactionView>>
ExplorerQueries::blockTransactions(const primitives::BlockHash& hash, std::size_t from, std::size_t count) {
    std::vector<TransactionView> out;
    const auto stored = m_reader.block(hash);
    if (!stored) return fail(stored.error());
    if (!*stored || !(*stored)->hasBody) return out;
    const auto body = m_reader.readBlock(hash);
    if (!body) return fail(body.error());
    if (!*body) return fail(contradiction(hash));

    const auto& transactions = (*body)->transactions;
    const std::size_t end =
        from >= transactions.size() ? from : from + std::min(count, transactions.size() - from);
    for (std::size_t i = from; i < end; ++i) {
        const auto position = static_cast<std::uint32_t>(i);
        const auto where = (*stored)->inBestChain ? statusAt({(*stored)->record.height, position})
                                                  : status(transactions[i]->txid());
        if (!where) return fail(where.error());
        const auto spent = spentOutputs(hash, position);
        if (!spent) return fail(spent.error());
        auto view = viewOf(transactions[i], *where, *spent);
        if (!view) return fail(view.error());
        out.push_back(std::move(*view));
    }
    return out;
}

} // namespace explorer
