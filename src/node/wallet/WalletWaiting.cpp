// WalletService: what waits, in the mempool or in the outbox, and what can be done to it.
#include "node/wallet/Absences.h"
#include "node/wallet/WalletService.h"

namespace node {

/// The outbox: not what the mempool is being asked about already.
void WalletService::offerAbsent(bool isNewBlock) {
    if (!m_file.wallet) return;
    auto absent = m_file.wallet->absentTransactions();
    for (const auto& proposal : m_file.wallet->proposals())
        absent.push_back(proposal);
    std::erase_if(absent, [&](const auto& transaction) { return transaction->txid() == m_sending; });
    for (const auto& transaction : m_outbox.due(absent, m_config.clock->now(), isNewBlock))
        emit wantsBroadcast({transaction, m_file.wallet->rivalsOf(*transaction)}, m_opening);
}

void WalletService::offerAnswered(quint64 opening, const primitives::TxId& txid,
                                  std::optional<consensus::Reject> refusal) {
    const bool isInBlock = refusal == consensus::Reject::AlreadyKnown;
    if (!m_file.wallet || opening != m_opening || isInBlock) return; // the wallet will see it there
    if (!refusal || meansThere(*refusal)) {
        noteTaken(txid, opening);
    } else {
        m_file.wallet->setAbsent(txid, absenceOf(*refusal));
    }
    schedulePublish();
}

/// The mempool has it. Where that cannot be written down the whole list tells of it again, and the outbox
/// until then.
void WalletService::noteTaken(const primitives::TxId& txid, quint64 opening) {
    if (!m_file.wallet || m_opening != opening) return;
    if (const auto done = m_file.wallet->setPresent(txid); !done) return tryAgain(done.error());
    schedulePublish();
}

Result<void, wallet::WalletFailure> WalletService::abandon(const primitives::TxId& txid) {
    const auto known = m_file.wallet->transaction(txid);
    const bool isThere = known && known->state == wallet::TxState::Waiting && !known->absence;
    if (isThere || txid == m_sending)
        return fail(wallet::WalletFailure{wallet::WalletError::NotFound, "it is in the mempool"});
    auto done = m_file.wallet->abandon(txid);
    changed();
    follow(); // what it had taken the place of waits again
    return done;
}

std::optional<WaitSituation> WalletService::situationOf(const primitives::TxId& txid) const {
    const auto entry = m_file.wallet ? m_file.wallet->transaction(txid) : std::nullopt;
    if (!entry || entry->state != wallet::TxState::Waiting) return std::nullopt;
    WaitSituation out;
    out.transaction = entry->transaction;
    out.absence = entry->absence;
    if (entry->absence) out.nextOffer = m_outbox.nextOffer(txid);
    for (const primitives::TxIn& input : entry->transaction->inputs()) {
        const auto parent = m_file.wallet->transaction(input.previous.txid);
        if (parent && parent->absence) out.absentParent = input.previous.txid;
    }
    return out;
}

wallet::SpeedUpResult WalletService::planSpeedUp(const wallet::SpeedUpRequest& request) const {
    if (!m_file.wallet) return fail(wallet::SpeedUpFailure{wallet::SpeedUpError::NoWallet, {}, {}, {}});
    return m_file.wallet->planSpeedUp(request, chainHeight());
}

} // namespace node
