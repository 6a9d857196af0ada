#include "gui/models/PeopleLines.h"

#include "wallet/Wallet.h"

#include <algorithm>
#include <set>
#include <utility>

namespace gui {

using primitives::Amount;

namespace {

constexpr std::size_t kPeopleStep = 500;

} // namespace

PeopleLines::PeopleLines(const script::AddressFormat& addresses)
    : m_addresses(std::make_unique<script::AddressFormat>(addresses)) {}

PeopleLines::~PeopleLines() = default;

PeopleLines::Lines PeopleLines::follow(const wallet::Wallet& wallet) {
    const wallet::HistoryChanges changes = wallet.historyChangesSince(m_historyRevision);
    const bool isNew = !m_lines || m_addressRevision != wallet.addressRevision();
    if (!isNew && !changes.isWhole && changes.txids.empty()) return m_lines;
    m_historyRevision = changes.revision;
    m_addressRevision = wallet.addressRevision();
    if (isNew || changes.isWhole) {
        judgeAll(wallet);
    } else {
        for (const primitives::TxId& txid : changes.txids) {
            m_entries.erase(txid);
            if (const auto entry = wallet.transaction(txid)) judge(wallet, *entry);
        }
    }
    makeLines();
    return m_lines;
}

void PeopleLines::judgeAll(const wallet::Wallet& wallet) {
    m_people = wallet.people();
    m_known.clear();
    m_entries.clear();
    for (const wallet::KnownAddress& each : m_people->all())
        m_known[each.name].push_back(each.address);
    if (m_known.empty()) return;
    for (std::size_t at = 0; at < wallet.historySize(); at += kPeopleStep)
        for (const wallet::WalletTransaction& entry : wallet.history(at, kPeopleStep))
            judge(wallet, entry);
}

void PeopleLines::judge(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry) {
    if (entry.state == wallet::TxState::Lost || entry.isProposal || entry.isCoinbase) return;
    std::vector<Part> parts = partsOf(wallet, entry);
    if (parts.empty()) return;
    const primitives::TxId txid = entry.transaction->txid();
    m_entries[txid] = {{txid,
                        entry.sequence,
                        entry.time,
                        entry.state == wallet::TxState::Waiting,
                        {},
                        QString::fromStdString(entry.note)},
                       std::move(parts)};
}

std::vector<PeopleLines::Part> PeopleLines::partsOf(const wallet::Wallet& wallet,
                                                    const wallet::WalletTransaction& entry) const {
    std::vector<Part> parts;
    const bool isPaid = entry.net() < Amount();
    for (const primitives::TxOut& output : entry.transaction->outputs()) {
        if (isPaid == wallet.isMine(output.scriptPubKey)) continue;
        if (isPaid) {
            const auto address = script::toAddress(output.scriptPubKey, *m_addresses);
            const std::string name = address ? m_people->nameOf(*address) : std::string();
            if (!name.empty()) parts.push_back({name, *address, Amount() - output.value});
        } else if (const auto own = wallet.addressOf(output.scriptPubKey)) {
            if (m_known.contains(own->label)) parts.push_back({own->label, {}, output.value});
        }
    }
    return parts;
}

PersonPayment PeopleLines::paymentOf(const Entry& entry, const std::string& name) {
    PersonPayment payment = entry.payment;
    for (const Part& part : entry.parts)
        if (part.name == name) payment.net += part.net;
    return payment;
}

void PeopleLines::makeLines() {
    std::map<std::string, PersonLine> byName;
    std::set<std::string> paidTo;
    for (const auto& [txid, entry] : m_entries) {
        for (const Part& part : entry.parts) {
            PersonLine& line = byName[part.name];
            (part.net < Amount() ? line.paid : line.received) +=
                part.net < Amount() ? Amount() - part.net : part.net;
            if (!part.address.empty()) paidTo.insert(part.address);
            if (!line.last || line.last->sequence < entry.payment.sequence)
                line.last = paymentOf(entry, part.name);
        }
    }
    std::vector<PersonLine> lines;
    for (const auto& [name, addresses] : m_known) {
        PersonLine line = byName[name];
        line.name = QString::fromStdString(name);
        for (const std::string& address : addresses)
            line.addresses << QString::fromStdString(address);
        const auto fresh = std::find_if(addresses.rbegin(), addresses.rend(),
                                        [&](const std::string& each) { return !paidTo.contains(each); });
        line.next = QString::fromStdString(fresh == addresses.rend() ? addresses.back() : *fresh);
        lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(lines, std::greater(), [](const PersonLine& line) {
        return line.last ? line.last->sequence : std::numeric_limits<std::int64_t>::min();
    });
    m_lines = std::make_shared<const std::vector<PersonLine>>(std::move(lines));
}

std::optional<PersonFacts> PeopleLines::factsOf(const QString& name, std::size_t most) const {
    if (!m_lines) return std::nullopt;
    const auto line = std::ranges::find(*m_lines, name, &PersonLine::name);
    if (line == m_lines->end()) return std::nullopt;
    PersonFacts facts;
    facts.line = *line;
    const std::string key = name.toStdString();
    std::map<std::string, int> times;
    for (const auto& [txid, entry] : m_entries) {
        bool isTheirs = false;
        for (const Part& part : entry.parts) {
            if (part.name != key) continue;
            isTheirs = true;
            if (!part.address.empty()) ++times[part.address];
        }
        if (isTheirs) facts.payments.push_back(paymentOf(entry, key));
    }
    facts.paymentCount = facts.payments.size();
    std::ranges::sort(facts.payments, std::greater(), &PersonPayment::sequence);
    if (facts.payments.size() > most) facts.payments.resize(most);
    for (auto address = line->addresses.rbegin(); address != line->addresses.rend(); ++address)
        facts.addresses.push_back({*address, times[address->toStdString()]});
    return facts;
}

} // namespace gui
