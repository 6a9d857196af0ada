// Random payments, receipts, replacements, reorganisations, evictions, expiries, conflicts, disk failures,
// kills, restarts, locks and wallets opened late, on a real chain, mempool and wallet files: whatever
// happens, money is neither lost nor paid twice. CAIRN_MONEY_SEEDS asks for so many rounds, CAIRN_MONEY_SEED
// for one of them again.
#include "crypto/Ripemd160.h"
#include "support/MoneyNode.h"
#include "support/MoneyTruth.h"
#include "support/TestProgram.h"
#include "util/Log.h"
#include "wallet/RunningBalance.h"

using primitives::Amount;
using primitives::BlockHash;
using primitives::BlockRef;
using primitives::OutPoint;
using primitives::TransactionRef;
using primitives::TxId;
using support::MoneyNode;
using support::Purse;
using support::Truth;

namespace {

constexpr int kSeeds = 12;
constexpr int kSteps = 70;
constexpr int kTrunk = 16; ///< blocks below every branch
constexpr std::uint32_t kOwnAddresses = 100;
constexpr auto kPass = "correct horse";
constexpr auto kAnnasWords = "abandon abandon abandon abandon abandon abandon abandon abandon abandon "
                             "abandon abandon about";

crypto::SecretString secret(std::string_view text) {
    return {text.begin(), text.end()};
}

class World {
public:
    explicit World(std::uint32_t seed) : m_node(seed) {
        grow(m_node.params.genesisHash, 3, support::testScript());
        openNew(0, "anna", {}, kAnnasWords);
        openNew(1, "bert", kPass, "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong");
        m_purses.push_back(m_purses[0]); // a copy of Anna's, made from her words
        m_purses.back().name = QStringLiteral("copy");
        for (int i = 0; i < kTrunk - 3; ++i) {
            const auto address = m_node.wallet(std::size_t(i) % 2)->currentReceiveAddress();
            grow(m_node.tip().hash(), 1, i % 3 == 2 ? support::testScript() : address->scriptPubKey);
        }
    }

    void step();
    void settle();
    void finish();
    [[nodiscard]] QByteArray problem() const { return m_problem; }
    QByteArray last;              ///< what was done
    std::array<int, 3> changed{}; ///< answered as sent: replaced, helped by a child, called back

private:
    // --- what happens
    void pay();
    void speedUp();
    void commit(std::size_t place, std::function<node::WalletService::Plan(const node::WalletService&)> plan,
                std::function<void()> sent = {});
    void receive();
    void replaceReceipt();
    void mine();
    void reorganise();
    void contradict();
    void fillThePool();
    void expire();
    void restart(bool isKill);
    void changeWallet();
    void abandon();
    void lock();

    // --- looking
    void complain(const QByteArray& what) {
        if (m_problem.isEmpty()) m_problem = what;
    }
    void lookAtOnce();
    void look(std::size_t place);
    void lookAtSent(const Purse& purse, wallet::Wallet& wallet, const Truth& truth);

    // --- making
    void openNew(std::size_t place, const char* name, std::string_view passphrase, std::string_view words);
    void grow(BlockHash parent, int count, const util::Bytes& script);
    BlockRef makeBlock(const BlockHash& parent, const std::vector<TransactionRef>& candidates);
    void give(const BlockRef& block);
    [[nodiscard]] Truth truthAt(BlockHash hash) const;
    [[nodiscard]] std::vector<support::Spendable> strangersCoins();
    [[nodiscard]] std::vector<TransactionRef> known() const;
    [[nodiscard]] util::Bytes anyScript();
    [[nodiscard]] std::optional<std::size_t> anyPlace();
    Purse& purseAt(std::size_t place) { return m_purses[std::size_t(m_open.at(place))]; }
    std::uint32_t below(std::size_t bound) { return m_node.below(std::uint32_t(bound)); }
    bool chance(std::uint32_t percent) { return below(100) < percent; }

    std::vector<Purse> m_purses; ///< two, and a copy of the first
    std::array<int, MoneyNode::kPlaces> m_open{-1, -1};
    std::array<wallet::RunningBalance, MoneyNode::kPlaces> m_running; ///< as the window follows a wallet
    std::map<BlockHash, BlockRef> m_blocks;
    std::vector<std::pair<TransactionRef, support::Spendable>> m_receipts; ///< with the stranger's coin
    std::map<TxId, TransactionRef> m_everything;
    QByteArray m_problem;
    MoneyNode m_node; ///< goes first: what it still answers is noted above
};

// --- making

void World::openNew(std::size_t place, const char* name, std::string_view passphrase,
                    std::string_view words) {
    Purse purse{QString::fromLatin1(name), secret(passphrase), {}};
    auto made = m_node.service(place).create(purse.name, secret(words), {}, purse.passphrase, true);
    require(made.has_value());
    for (const auto& [id, count] : m_node.wallet(place)->watched()) {
        const script::Descriptor& descriptor = m_node.wallet(place)->keychain().descriptor(id);
        for (std::uint32_t i = 0; i < kOwnAddresses; ++i)
            purse.scripts.insert(descriptor.scriptsAt(i).value().front());
    }
    m_open.at(place) = int(m_purses.size());
    m_purses.push_back(std::move(purse));
    m_node.run();
}

void World::grow(BlockHash parent, int count, const util::Bytes& script) {
    for (int i = 0; i < count; ++i) {
        const auto block = m_node.maker.mineOn(parent, {.coinbaseScript = script});
        give(block);
        parent = block->header.hash();
    }
    m_node.run();
}

void World::give(const BlockRef& block) {
    m_blocks[block->header.hash()] = block;
    for (const TransactionRef& transaction : block->transactions)
        m_everything[transaction->txid()] = transaction;
    const auto taken = m_node.engine().blocks().submit(block);
    using Kind = node::BlockSubmission::Kind;
    if (taken.kind != Kind::Accepted && taken.kind != Kind::SideChain)
        complain("a block was refused: " + taken.reason.toUtf8());
}

Truth World::truthAt(BlockHash hash) const {
    std::vector<BlockRef> blocks;
    while (m_blocks.contains(hash)) {
        blocks.push_back(m_blocks.at(hash));
        hash = blocks.back()->header.previous;
    }
    Truth out;
    out.height = 0; // genesis
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        ++out.height;
        for (const TransactionRef& transaction : (*block)->transactions)
            out.connect(*transaction, out.height);
    }
    return out;
}

/// With as many of the candidates as fit, in their order.
BlockRef World::makeBlock(const BlockHash& parent, const std::vector<TransactionRef>& candidates) {
    Truth truth = truthAt(parent);
    support::BlockPlan plan;
    std::size_t size = 0;
    for (const TransactionRef& transaction : candidates) {
        if (!truth.fits(*transaction) || size + transaction->size() > 300'000) continue;
        size += transaction->size();
        truth.connect(*transaction, truth.height + 1);
        plan.transactions.push_back(transaction);
    }
    plan.coinbaseScript = chance(60) ? support::testScript() : anyScript();
    return m_node.maker.mineOn(parent, plan);
}

/// Ripe, and free.
std::vector<support::Spendable> World::strangersCoins() {
    std::vector<support::Spendable> out;
    const Truth truth = truthAt(m_node.tip().hash());
    for (const auto& [outpoint, coin] : truth.coins) {
        const bool isRipe = !coin.isCoinbase || truth.height + 1 - coin.height >= 10;
        if (coin.output.scriptPubKey == support::testScript() && isRipe &&
            m_node.pool().spenderOf(outpoint) == nullptr && coin.output.value > Amount(1'000'000))
            out.push_back({outpoint, coin.output});
    }
    return out;
}

/// All that somebody might still mine, some of it shuffled away: what waits here, and what once waited.
std::vector<TransactionRef> World::known() const {
    std::vector<TransactionRef> out;
    for (const auto& purse : m_purses)
        out.insert(out.end(), purse.sent.begin(), purse.sent.end());
    for (const auto& [receipt, coin] : m_receipts)
        out.push_back(receipt);
    return out;
}

util::Bytes World::anyScript() {
    for (std::size_t place = 0; place < MoneyNode::kPlaces; ++place) {
        if (m_open.at(place) < 0 || m_node.wallet(place) == nullptr || chance(50)) continue;
        if (const auto address = m_node.wallet(place)->currentReceiveAddress()) return address->scriptPubKey;
    }
    return support::testScript(2);
}

std::optional<std::size_t> World::anyPlace() {
    const std::size_t place = below(MoneyNode::kPlaces);
    if (m_open.at(place) >= 0 && m_node.wallet(place) != nullptr) return place;
    return std::nullopt;
}

// --- what happens

void World::pay() {
    const auto place = anyPlace();
    if (!place) return;
    const auto most = m_node.wallet(*place)->balance(m_node.service(*place).chainHeight()).spendable;
    wallet::PaymentRequest request;
    const auto amount = std::int64_t(double(most.satoshi()) * (below(90) + 1) / 100.0);
    request.recipients = {
        {chance(50) ? anyScript() : support::testScript(3), Amount(std::max<std::int64_t>(amount, 5'000))}};
    request.feePerKvB = 1'000 + below(20'000);
    commit(*place, [request](const node::WalletService& service) { return service.draft(request); });
}

/// Makes one that waits go faster, or calls it back, as the mempool was when somebody looked.
void World::speedUp() {
    const auto place = anyPlace();
    if (!place) return;
    const auto waiting = m_node.wallet(*place)->waitingTransactions();
    if (waiting.empty()) return;
    using Deed = wallet::SpeedUpRequest::Deed;
    const Deed deed = chance(45) ? Deed::SpeedUp : chance(65) ? Deed::Cancel : Deed::Replace;
    auto request =
        node::speedUpRequest(support::waitingIn(m_node.pool()), waiting[below(waiting.size())]->txid(), deed);
    request.usualPerKvB = 1'000 + below(40'000);
    if (chance(20)) request.feePerKvB = 1'000 + below(3'000);
    const auto way = std::make_shared<wallet::SpeedUpWay>();
    commit(*place, support::speedUpPlan(request, way), [this, way, deed] {
        ++changed.at(*way == wallet::SpeedUpWay::Child ? 1 : deed == Deed::Cancel ? 2 : 0);
    });
}

void World::commit(std::size_t place,
                   std::function<node::WalletService::Plan(const node::WalletService&)> plan,
                   std::function<void()> sent) {
    const int purse = m_open.at(place);
    const auto made = std::make_shared<TransactionRef>();
    node::WalletService::Payment payment;
    payment.plan = std::move(plan);
    payment.submit = [made, submit = node::submitOver(m_node.link(place))](const node::PaymentOffer& offer,
                                                                           const auto& answer) {
        *made = offer.transaction;
        submit(offer, answer);
    };
    payment.answer = [this, purse, made, sent](const Result<node::SentPayment, node::PayFailure>& outcome) {
        Purse& own = m_purses[std::size_t(purse)];
        if (outcome) {
            if (sent) sent();
            own.sent.push_back(outcome->transaction);
            own.failed.erase(outcome->transaction->txid()); // the same one, tried again
            m_everything[outcome->transaction->txid()] = outcome->transaction;
        } else if (*made != nullptr) {
            own.failed.insert((*made)->txid());
        }
    };
    m_node.service(place).pay(std::move(payment));
}

void World::receive() {
    const auto coins = strangersCoins();
    const auto place = anyPlace();
    if (coins.empty() || !place) return;
    wallet::Wallet& wallet = *m_node.wallet(*place);
    const bool isFresh = chance(40);
    const auto address = isFresh ? wallet.newReceiveAddress("for somebody") : wallet.currentReceiveAddress();
    if (!address) return; // the disk
    Purse& purse = purseAt(*place);
    if (isFresh && std::ranges::count(purse.addresses, address->address) != 0)
        complain("an address was handed out twice");
    purse.addresses.push_back(address->address);
    const auto coin = coins[below(coins.size())];
    const Amount amount(std::int64_t(double(coin.output.value.satoshi()) * (below(80) + 1) / 100.0));
    const Amount rest = coin.output.value - amount - Amount(2'000 + below(5'000));
    const auto receipt =
        support::spend({coin}, {{amount, address->scriptPubKey}, {rest, support::testScript()}});
    m_everything[receipt->txid()] = receipt;
    if (m_node.engine().waiting().offer(receipt, 7)) m_receipts.emplace_back(receipt, coin);
}

void World::replaceReceipt() {
    if (m_receipts.empty()) return;
    const auto [receipt, coin] = m_receipts[below(m_receipts.size())];
    const util::Bytes to = chance(50) ? receipt->outputs()[0].scriptPubKey : support::testScript(2);
    const Amount left = coin.output.value - Amount(100'000 + below(100'000));
    const auto rival = support::spend({coin}, {{left, to}});
    m_everything[rival->txid()] = rival;
    if (m_node.engine().waiting().offer(rival, 8)) m_receipts.emplace_back(rival, coin);
}

void World::mine() {
    std::vector<TransactionRef> candidates;
    for (const auto* entry : m_node.pool().entries()) {
        if (chance(70)) candidates.push_back(entry->transaction);
    }
    if (chance(30)) { // somebody has what is not in the mempool here
        for (const TransactionRef& transaction : known()) {
            if (chance(30)) candidates.push_back(transaction);
        }
    }
    give(makeBlock(m_node.tip().hash(), candidates));
}

void World::reorganise() {
    const auto depth = std::int32_t(1 + below(3));
    if (m_node.tip().height() - depth < kTrunk - 3) return;
    std::vector<TransactionRef> candidates;
    BlockHash parent = m_node.tip().hash();
    for (std::int32_t i = 0; i < depth; ++i) {
        const auto& block = m_blocks.at(parent);
        candidates.insert(candidates.begin(), block->transactions.begin() + 1, block->transactions.end());
        parent = block->header.previous;
    }
    for (const auto* entry : m_node.pool().entries())
        candidates.push_back(entry->transaction);
    for (const TransactionRef& transaction : known())
        candidates.push_back(transaction);
    for (std::int32_t i = 0; i <= depth; ++i) {
        std::vector<TransactionRef> some;
        std::ranges::copy_if(candidates, std::back_inserter(some),
                             [this](const auto&) { return chance(50); });
        const auto block = makeBlock(parent, some);
        give(block);
        parent = block->header.hash();
        if (chance(30)) m_node.runSome();
    }
}

/// Somebody with the same keys pays otherwise, and a block has that.
void World::contradict() {
    const auto place = anyPlace();
    if (!place || m_node.wallet(*place)->isLocked()) return;
    const Truth truth = truthAt(m_node.tip().hash());
    const auto waiting = m_node.wallet(*place)->waitingTransactions();
    if (waiting.empty()) return;
    const auto& victim = *waiting[below(waiting.size())];
    const auto coin = truth.coins.find(victim.inputs()[0].previous);
    if (coin == truth.coins.end() || !purseAt(*place).owns(coin->second.output)) return;
    primitives::TransactionParts parts;
    parts.inputs.push_back({coin->first, {}, primitives::kSequenceFinal, {}});
    parts.outputs.push_back({coin->second.output.value - Amount(1'000), support::testScript(4)});
    const std::vector<std::optional<primitives::TxOut>> spent{coin->second.output};
    const auto rival = m_node.wallet(*place)->signOwn(primitives::Transaction(std::move(parts)), spent);
    if (rival) give(makeBlock(m_node.tip().hash(), {*rival}));
}

/// A few large ones that pay more than anybody.
void World::fillThePool() {
    const auto coins = strangersCoins();
    std::size_t made = 0;
    for (const auto& coin : coins) {
        if (coin.output.value < Amount(primitives::Amount::kCoin)) continue;
        const auto large = support::largePayment(coin, 4'000'000);
        m_everything[large->txid()] = large;
        (void)m_node.engine().waiting().offer(large, 9);
        if (++made == 12) return;
    }
}

void World::expire() {
    m_node.clock->advance(std::int64_t{15} * 24 * 3600);
    m_node.engine().hurry();
}

void World::restart(bool isKill) {
    if (isKill) {
        m_node.kill();
    } else {
        m_node.stop();
    }
    m_node.start();
    m_running = {};
    for (std::size_t place = 0; place < MoneyNode::kPlaces; ++place) {
        m_node.faults.at(place).clear();
        if (m_open.at(place) < 0) continue;
        const Purse& purse = purseAt(place);
        if (!m_node.service(place).open(purse.name, purse.passphrase, false))
            complain("a wallet did not open again");
    }
}

/// Closes one, opens one: Bert's, or the copy of Anna's.
void World::changeWallet() {
    const std::size_t place = below(MoneyNode::kPlaces);
    m_node.service(place).close();
    m_node.faults.at(place).clear();
    m_open.at(place) = -1;
    m_running.at(place) = {};
    if (chance(30)) return;
    const int wanted = place == 0 ? 0 : 1 + int(below(2));
    const Purse& purse = m_purses[std::size_t(wanted)];
    if (!QFile::exists(m_node.paths.wallet(purse.name))) {
        if (!m_node.service(place).create(purse.name, secret(kAnnasWords), {}, {}, true))
            complain("no copy was made");
    } else if (!m_node.service(place).open(purse.name, purse.passphrase, false)) {
        complain("a wallet did not open");
    }
    m_open.at(place) = wanted;
}

void World::abandon() {
    const auto place = anyPlace();
    if (!place) return;
    auto absent = m_node.wallet(*place)->absentTransactions();
    const auto proposals = m_node.wallet(*place)->proposals();
    absent.insert(absent.end(), proposals.begin(), proposals.end());
    if (absent.empty()) return;
    const TransactionRef chosen = absent[below(absent.size())];
    auto given = support::withProposals(*m_node.wallet(*place), *chosen);
    if (m_node.service(*place).abandon(chosen->txid())) purseAt(*place).abandoned.merge(given);
}

void World::lock() {
    const auto place = anyPlace();
    if (!place || !m_node.wallet(*place)->isEncrypted()) return;
    if (m_node.wallet(*place)->isLocked()) {
        if (!m_node.wallet(*place)->unlock(kPass)) complain("the passphrase is not taken");
    } else {
        m_node.wallet(*place)->lock();
        if (support::isReadable(m_node.folder.path(), "zoo zoo")) complain("the words can be read");
    }
}

void World::step() {
    struct Deed {
        std::uint32_t weight;
        const char* name;
        std::function<void()> act;
    };
    const std::vector<Deed> deeds = {
        {24, "pay", [this] { pay(); }},
        {16, "speed-up", [this] { speedUp(); }},
        {14, "receive", [this] { receive(); }},
        {4, "replace", [this] { replaceReceipt(); }},
        {16, "mine", [this] { mine(); }},
        {8, "reorganise", [this] { reorganise(); }},
        {4, "contradict", [this] { contradict(); }},
        {2, "fill", [this] { fillThePool(); }},
        {2, "expire", [this] { expire(); }},
        {4, "kill", [this] { restart(true); }},
        {2, "restart", [this] { restart(false); }},
        {5, "change", [this] { changeWallet(); }},
        {3, "abandon", [this] { abandon(); }},
        {3, "lock", [this] { lock(); }},
        {5, "clock", [this] { m_node.clock->advance(below(7'200)); }},
        {5, "fault",
         [this] {
             m_node.faults.at(below(2)) = {int(below(4)), int(1 + below(3))};
         }},
    };
    std::uint32_t sum = 0;
    for (const Deed& deed : deeds)
        sum += deed.weight;
    std::uint32_t chosen = below(sum);
    for (const Deed& deed : deeds) {
        if (chosen < deed.weight) {
            last += QByteArray(" ") + deed.name;
            deed.act();
            break;
        }
        chosen -= deed.weight;
    }
    lookAtOnce();
    m_node.runSome();
    lookAtOnce();
    if (chance(50)) settle();
}

// --- looking

/// Whatever is under way: what the wallet says of itself agrees.
void World::lookAtOnce() {
    for (std::size_t place = 0; place < MoneyNode::kPlaces; ++place) {
        const wallet::Wallet* wallet = m_open.at(place) < 0 ? nullptr : m_node.wallet(place);
        if (wallet == nullptr) continue;
        const auto balance = wallet->balance(m_node.service(place).chainHeight());
        Amount coins;
        for (const auto& coin : wallet->coins())
            coins += coin.output.value;
        if (coins != balance.total()) complain("the coins are not the balance");
        Amount lines;
        for (const auto& line : wallet->history(0, wallet->historySize()))
            lines += support::effectOf(*wallet, line);
        if (lines != balance.total()) complain("the lines of the history are not the balance");
        m_running.at(place).follow(*wallet);
        if (m_running.at(place).after(std::numeric_limits<std::int64_t>::max()) != balance.total())
            complain("the running balance does not end at the balance");
    }
}

/// Lets everything come to rest, and compares it with chain and mempool.
void World::settle() {
    last += " .";
    for (auto& faults : m_node.faults)
        faults.clear();
    for (int round = 0; round < 3; ++round) {
        m_node.run();
        for (std::size_t place = 0; place < MoneyNode::kPlaces; ++place)
            m_node.service(place).follow(); // as the timer does after a failure
    }
    m_node.run();
    for (std::size_t place = 0; place < MoneyNode::kPlaces; ++place) {
        if (m_open.at(place) >= 0) look(place);
    }
}

void World::finish() {
    settle();
    for (std::size_t each = 0; each < m_purses.size(); ++each) {
        const Purse& purse = m_purses[each];
        if (!QFile::exists(m_node.paths.wallet(purse.name))) continue;
        for (std::size_t place = 0; place < MoneyNode::kPlaces; ++place) {
            m_node.service(place).close();
            m_open.at(place) = -1;
            m_running.at(place) = {};
        }
        if (!m_node.service(0).open(purse.name, purse.passphrase, false)) complain("a wallet did not open");
        m_open.at(0) = int(each);
        settle();
    }
}

void World::look(std::size_t place) {
    wallet::Wallet* wallet = m_node.wallet(place);
    if (wallet == nullptr) return complain("a wallet is gone");
    const Purse& purse = purseAt(place);
    const Truth truth = truthAt(m_node.tip().hash());
    if (wallet->tip().hash != m_node.tip().hash()) complain("a wallet does not follow");
    const auto says = wallet->balance(m_node.service(place).chainHeight());
    const auto wanted = support::balanceFrom(purse, *wallet, truth, m_node.pool());
    const QByteArray difference = support::differenceOf(says, wanted);
    if (!difference.isEmpty()) complain(purse.name.toUtf8() + difference);
    for (const auto& coin : wallet->coins()) {
        if (m_node.pool().spenderOf(coin.outpoint) != nullptr)
            complain("a coin is offered that the mempool has spent");
    }
    if (const auto address = wallet->currentReceiveAddress()) {
        for (const auto* entry : m_node.pool().entries()) {
            for (const auto& output : entry->transaction->outputs()) {
                if (output.scriptPubKey == address->scriptPubKey) complain("a paid address is shown");
            }
        }
    }
    lookAtSent(purse, *wallet, truth);
}

void World::lookAtSent(const Purse& purse, wallet::Wallet& wallet, const Truth& truth) {
    for (const TransactionRef& payment : purse.sent) {
        if (!support::isAccountedFor(payment, {m_purses, m_everything, wallet, truth, m_node.pool()}))
            complain(purse.name.toUtf8() +
                     ": a payment answered as sent is nowhere: " + payment->txid().toHex().c_str());
    }
    for (const TxId& txid : purse.failed) {
        if (truth.txids.contains(txid) || m_node.pool().find(txid) != nullptr || wallet.transaction(txid))
            complain(purse.name.toUtf8() + ": a payment answered as failed is somewhere");
    }
}

} // namespace

class MoneyPropertyTest : public QObject {
    Q_OBJECT
private slots:
    void losesNothingAndPaysNothingTwice();
};

void MoneyPropertyTest::losesNothingAndPaysNothingTwice() {
    util::setLogToStandardError(false); // disks fail here all the time
    const int asked = qEnvironmentVariableIntValue("CAIRN_MONEY_SEEDS");
    const QByteArray chosen = qgetenv("CAIRN_MONEY_SEED");
    const int seeds = !chosen.isEmpty() ? 1 : asked > 0 ? asked : kSeeds;
    std::random_device device;
    std::array<int, 3> changed{};
    for (int i = 0; i < seeds; ++i) {
        const std::uint32_t seed = !chosen.isEmpty() ? chosen.toUInt() : i < 6 ? std::uint32_t(i) : device();
        World world(seed);
        for (int step = 0; step < kSteps && world.problem().isEmpty(); ++step)
            world.step();
        if (world.problem().isEmpty()) world.finish();
        QVERIFY2(world.problem().isEmpty(),
                 "seed " + QByteArray::number(seed) + ": " + world.problem() + "; after" + world.last);
        std::ranges::transform(changed, world.changed, changed.begin(), std::plus());
    }
    QVERIFY2(seeds < kSeeds || std::ranges::all_of(changed, [](int count) { return count > 0; }), "too few");
    util::setLogToStandardError(true);
}

CAIRN_TEST(MoneyPropertyTest)
#include "MoneyPropertyTest.moc"
