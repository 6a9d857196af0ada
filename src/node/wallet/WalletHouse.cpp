#include "node/wallet/WalletHouse.h"

#include "node/wallet/WalletsAtStart.h"
#include "util/Log.h"

#include <algorithm>
#include <utility>

namespace node {

namespace {

using Select = WalletOpening::Select;

QString nameOf(const WalletService& service) {
    return service.published().get()->name;
}

} // namespace

WalletHouse::WalletHouse(WalletService::Config config, Outside outside)
    : m_config(std::move(config)), m_outside(std::move(outside)) {
    m_config.givesRewards = false; // the selected one is asked for them
}

/// What they still tell while they close is for nobody.
WalletHouse::~WalletHouse() {
    m_isOpening = true;
    m_rooms.clear();
}

// --- opening and closing

WalletHouse::Done WalletHouse::openAtStart(const QString& name, const crypto::SecretString& passphrase) {
    removeUnfinishedWallets(m_config.paths);
    Done first;
    if (!name.isEmpty())
        first = enter(name, {Select::Yes, {}},
                      [&](WalletService& service) { return service.open(name, passphrase, true); });
    for (const QString& other : walletsAtStart(m_config.paths)) {
        if (find(other) != nullptr || other == name) continue;
        // None takes the place of the one that was asked for: the miner and who names no wallet would use it.
        const auto opened = open(other, {}, {first ? Select::IfNone : Select::No, {}});
        if (!opened) util::logWarning("wallet", toString(opened.error()));
    }
    return first;
}

WalletHouse::Done WalletHouse::open(const QString& name, const crypto::SecretString& passphrase,
                                    const WalletOpening& how) {
    WalletService* const known = find(name);
    if (known == nullptr)
        return enter(name, how,
                     [&](WalletService& service) { return service.open(name, passphrase, false); });
    if (how.isFresh) return fail(WalletProblem{WalletProblem::Kind::AlreadyOpen, name});
    if (!passphrase.empty() && known->wallet()->isEncrypted()) {
        const auto unlocked = known->wallet()->unlock(passphrase);
        known->changed();
        if (!unlocked) return fail(problemOf(unlocked.error(), name, m_config.paths.wallet(name)));
    }
    if (const auto noted = note(name, how.atStart); !noted) return noted;
    if (isToSelect(how))
        select(std::ranges::find_if(m_rooms, [&](const Room& room) {
                   return room.service.get() == known;
               })->number);
    return {};
}

WalletHouse::Done WalletHouse::create(const QString& name, const wallet::NewWallet& start,
                                      bool scanFromGenesis, const WalletOpening& how) {
    return enter(name, how,
                 [&](WalletService& service) { return service.create(name, start, scanFromGenesis); });
}

WalletHouse::Done WalletHouse::restore(const QString& name, const QString& backup, const WalletOpening& how) {
    return enter(name, how, [&](WalletService& service) { return service.restore(name, backup); });
}

WalletHouse::Done WalletHouse::note(const QString& name, std::optional<bool> atStart) const {
    if (!atStart || !isWalletName(name) || setWalletAtStart(m_config.paths, name, *atStart)) return {};
    return fail(WalletProblem{WalletProblem::Kind::NotNoted, name});
}

WalletHouse::Done WalletHouse::enter(const QString& name, const WalletOpening& how,
                                     const std::function<Done(WalletService&)>& begin) {
    // What a start opens is noted first: a name without a wallet does no harm there, a wallet that is made
    // and answered as an error does.
    const bool wasAtStart = how.atStart && walletsAtStart(m_config.paths).contains(name);
    if (const auto noted = note(name, how.atStart); !noted) return noted;
    const quint64 number = ++m_last;
    auto service = std::make_unique<WalletService>(m_config);
    m_outside.connect(*service, number);
    WalletService& entering = *service;
    QObject::connect(&entering, &WalletService::statusChanged, &entering, [this] { publish(); });
    QObject::connect(&entering, &WalletService::rewardScriptMade, &entering,
                     [this, number](const util::Bytes& script) {
                         if (number == m_selected) m_outside.rewardScript(script);
                     });
    m_isOpening = true;
    const auto done = begin(entering);
    m_isOpening = false;
    if (!done) {
        if (how.atStart) (void)note(name, wasAtStart);
        m_nobody.problem = entering.published().get()->problem;
        service.reset();
        publish();
        return done;
    }
    m_rooms.push_back({number, std::move(service)});
    if (isToSelect(how))
        select(number);
    else
        publish();
    return done;
}

Result<bool, WalletProblem> WalletHouse::close(const QString& name, std::optional<bool> atStart) {
    const auto room =
        std::ranges::find_if(m_rooms, [&](const Room& each) { return nameOf(*each.service) == name; });
    if (room == m_rooms.end()) return false;
    if (const auto noted = note(name, atStart); !noted) return fail(noted.error());
    const Room leaving = std::move(*room);
    m_rooms.erase(room);
    m_nobody.problem.reset();
    leaving.service->close();
    if (leaving.number == m_selected)
        select(m_rooms.empty() ? 0 : m_rooms.front().number);
    else
        publish();
    return true;
}

// --- who is open

WalletService* WalletHouse::numbered(quint64 number) const {
    const auto room = std::ranges::find(m_rooms, number, &Room::number);
    return room != m_rooms.end() ? room->service.get() : nullptr;
}

WalletService* WalletHouse::find(const std::optional<QString>& name) const {
    if (!name) return numbered(m_selected);
    const auto room =
        std::ranges::find_if(m_rooms, [&](const Room& each) { return nameOf(*each.service) == *name; });
    return room != m_rooms.end() ? room->service.get() : nullptr;
}

bool WalletHouse::isToSelect(const WalletOpening& how) const {
    return how.select == Select::Yes || (how.select == Select::IfNone && m_selected == 0);
}

void WalletHouse::select(quint64 number) {
    m_selected = number;
    publish();
    renewRewardScript();
}

void WalletHouse::renewRewardScript() {
    if (WalletService* const service = numbered(m_selected)) return service->renewRewardScript();
    m_outside.rewardScript({});
}

void WalletHouse::lockAll() {
    for (const Room& room : m_rooms) {
        room.service->wallet()->lock();
        room.service->changed();
    }
}

void WalletHouse::setAutoLock(int minutes) {
    m_config.autoLockMinutes = minutes;
    for (const Room& room : m_rooms)
        room.service->setAutoLock(minutes);
}

void WalletHouse::publish() {
    if (m_isOpening) return; // what comes of it is told at its end
    OpenWallets open;
    for (const Room& room : m_rooms)
        open.push_back({room.service->published().get(), room.service->publishedScripts().get()});
    m_outside.opened(open);
    const WalletService* const service = numbered(m_selected);
    if (service != nullptr && service->published().get() == m_shown) return;
    m_shown = service != nullptr ? service->published().get() : nullptr;
    WalletStatus status = m_shown ? *m_shown : m_nobody;
    status.revision = ++m_revision;
    m_outside.selected(std::make_shared<const WalletStatus>(std::move(status)),
                       service != nullptr ? service->publishedScripts().get()
                                          : std::make_shared<const OwnScripts>());
}

} // namespace node
