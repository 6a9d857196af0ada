#include "gui/help/Glossary.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gui {

namespace {

/// As in Term.
struct TermRow {
    const char* id;
    const char* title;
    const char* forms;
    const char* text;
};

constexpr std::array kTerms = {
    TermRow{"address", QT_TRANSLATE_NOOP("gui::Glossary", "Address"),
            QT_TRANSLATE_NOOP("gui::Glossary", "address, addresses"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "Where a payment goes: a short text that stands for a lock on coins. Take a "
                              "fresh one for everyone who pays you, so that nobody sees what others paid.")},
    TermRow{"api", QT_TRANSLATE_NOOP("gui::Glossary", "API"), QT_TRANSLATE_NOOP("gui::Glossary", "API"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "The door for programs: scripts, miners and explorers on this computer ask the "
                              "node over HTTP. What they may do is said on the API page.")},
    TermRow{"balance", QT_TRANSLATE_NOOP("gui::Glossary", "Balance"),
            QT_TRANSLATE_NOOP("gui::Glossary", "balance, balances"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "The sum of the coins that your wallet can spend now or later: what is "
                              "confirmed, what is still maturing, and what is on its way.")},
    TermRow{
        "block", QT_TRANSLATE_NOOP("gui::Glossary", "Block"),
        QT_TRANSLATE_NOOP("gui::Glossary", "block, blocks"),
        QT_TRANSLATE_NOOP("gui::Glossary",
                          "A page of the shared book: a list of payments, with a reference to the block "
                          "before it and a proof of work. Everyone has the same blocks in the same order.")},
    TermRow{"chain", QT_TRANSLATE_NOOP("gui::Glossary", "Chain"),
            QT_TRANSLATE_NOOP("gui::Glossary", "chain, chains, blockchain"),
            QT_TRANSLATE_NOOP("gui::Glossary", "All blocks from the first one to the newest, each pointing "
                                               "to the one before it. The one with the most work counts.")},
    TermRow{"coin", QT_TRANSLATE_NOOP("gui::Glossary", "Coin"),
            QT_TRANSLATE_NOOP("gui::Glossary", "coin, coins, output, outputs"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "An amount that is locked to an address. A payment spends whole coins and "
                              "makes new ones: one for the payee, and one with the change for you.")},
    TermRow{"coinbase", QT_TRANSLATE_NOOP("gui::Glossary", "Coinbase"),
            QT_TRANSLATE_NOOP("gui::Glossary", "coinbase"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "The first transaction of a block. It pays the reward and the fees to whoever "
                              "found the block, out of nothing: that is how new coins come about.")},
    TermRow{"change", QT_TRANSLATE_NOOP("gui::Glossary", "Change"),
            QT_TRANSLATE_NOOP("gui::Glossary", "change"),
            QT_TRANSLATE_NOOP("gui::Glossary", "What a payment gives back to you: coins are spent whole, so "
                                               "the rest comes back as a new coin.")},
    TermRow{"confirmation", QT_TRANSLATE_NOOP("gui::Glossary", "Confirmation"),
            QT_TRANSLATE_NOOP("gui::Glossary", "confirmation, confirmations, confirmed"),
            QT_TRANSLATE_NOOP("gui::Glossary", "A block on top of a payment, its own included. Each one "
                                               "makes it harder to take the payment back.")},
    TermRow{"difficulty", QT_TRANSLATE_NOOP("gui::Glossary", "Difficulty"),
            QT_TRANSLATE_NOOP("gui::Glossary", "difficulty"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "How much work a block takes, beside the easiest there can be. It follows the "
                              "speed of all miners, so that blocks come about as often as the rules say.")},
    TermRow{"fee", QT_TRANSLATE_NOOP("gui::Glossary", "Fee"), QT_TRANSLATE_NOOP("gui::Glossary", "fee, fees"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "What the sender pays to whoever puts the payment into a block. More fee a "
                              "byte comes in sooner when there is not room for everybody.")},
    TermRow{"fee-rate", QT_TRANSLATE_NOOP("gui::Glossary", "Fee rate"),
            QT_TRANSLATE_NOOP("gui::Glossary", "fee rate, fee rates, sat/vB"),
            QT_TRANSLATE_NOOP("gui::Glossary", "The fee for each virtual byte of a transaction. Miners "
                                               "compare payments by it, not by the whole fee.")},
    TermRow{"fork", QT_TRANSLATE_NOOP("gui::Glossary", "Fork"),
            QT_TRANSLATE_NOOP("gui::Glossary", "fork, forks, branch, branches"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "Two blocks that follow the same one. For a while there are two chains; the "
                              "one that gets more work wins, and the payments of the other wait again.")},
    TermRow{"genesis", QT_TRANSLATE_NOOP("gui::Glossary", "First block"),
            QT_TRANSLATE_NOOP("gui::Glossary", "genesis, first block, genesis block"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "The block that everything begins with. It holds the rules of the network, so "
                              "that two networks with different rules can never be mixed up.")},
    TermRow{"halving", QT_TRANSLATE_NOOP("gui::Glossary", "Halving"),
            QT_TRANSLATE_NOOP("gui::Glossary", "halving, halves"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "From time to time the reward of a block is cut in half, as the rules say. So "
                              "there will never be more than a certain number of coins.")},
    TermRow{
        "hash", QT_TRANSLATE_NOOP("gui::Glossary", "Hash"),
        QT_TRANSLATE_NOOP("gui::Glossary", "hash, hashes"),
        QT_TRANSLATE_NOOP("gui::Glossary",
                          "The fingerprint of some data: easy to compute, impossible to guess or to undo, "
                          "and another one for the smallest change. A miner tries one after the other.")},
    TermRow{
        "hash-rate", QT_TRANSLATE_NOOP("gui::Glossary", "Hash rate"),
        QT_TRANSLATE_NOOP("gui::Glossary", "hash rate, kH/s, MH/s, GH/s"),
        QT_TRANSLATE_NOOP(
            "gui::Glossary",
            "How many hashes a second a miner tries: k is a thousand, M a million, G a thousand millions.")},
    TermRow{"header", QT_TRANSLATE_NOOP("gui::Glossary", "Header"),
            QT_TRANSLATE_NOOP("gui::Glossary", "header, headers"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "The first 80 bytes of a block: which block it follows, which payments it has, "
                              "when it was made, and the number that makes its hash small enough.")},
    TermRow{
        "height", QT_TRANSLATE_NOOP("gui::Glossary", "Height"),
        QT_TRANSLATE_NOOP("gui::Glossary", "height, heights"),
        QT_TRANSLATE_NOOP("gui::Glossary", "The number of a block, counted from the first one, which is 0.")},
    TermRow{"card", QT_TRANSLATE_NOOP("gui::Glossary", "Network card"),
            QT_TRANSLATE_NOOP("gui::Glossary", "network card, card, cards"),
            QT_TRANSLATE_NOOP("gui::Glossary", "A small file with the name and the rules of a network, and "
                                               "where its nodes are. Whoever has it can join.")},
    TermRow{
        "lock", QT_TRANSLATE_NOOP("gui::Glossary", "Lock"),
        QT_TRANSLATE_NOOP("gui::Glossary", "lock, locked, unlock"),
        QT_TRANSLATE_NOOP(
            "gui::Glossary",
            "A locked wallet shows everything but cannot pay: its keys are encrypted with your passphrase.")},
    TermRow{"maturity", QT_TRANSLATE_NOOP("gui::Glossary", "Maturity"),
            QT_TRANSLATE_NOOP("gui::Glossary", "maturity, mature, maturing, immature"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "The reward of a block can be spent only after some more blocks, as the rules "
                              "say: until then the block may still lose to another one.")},
    TermRow{"mempool", QT_TRANSLATE_NOOP("gui::Glossary", "Waiting payments"),
            QT_TRANSLATE_NOOP("gui::Glossary", "mempool, waiting payments"),
            QT_TRANSLATE_NOOP(
                "gui::Glossary",
                "Payments that were sent and wait for a block. Every node keeps its own list of them.")},
    TermRow{
        "merkle-root", QT_TRANSLATE_NOOP("gui::Glossary", "Merkle root"),
        QT_TRANSLATE_NOOP("gui::Glossary", "Merkle root"),
        QT_TRANSLATE_NOOP(
            "gui::Glossary",
            "One hash that stands for all payments of a block: change one of them, and it is another hash.")},
    TermRow{"mining", QT_TRANSLATE_NOOP("gui::Glossary", "Mining"),
            QT_TRANSLATE_NOOP("gui::Glossary", "mining, mine, miner, miners"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "Looking for the next block: trying numbers until the hash of the header is "
                              "small enough. Whoever finds it writes the block and gets its reward.")},
    TermRow{"network", QT_TRANSLATE_NOOP("gui::Glossary", "Network"),
            QT_TRANSLATE_NOOP("gui::Glossary", "network, networks"),
            QT_TRANSLATE_NOOP("gui::Glossary", "All nodes with the same first block, and so with the same "
                                               "rules. The three words in the header tell networks apart.")},
    TermRow{"node", QT_TRANSLATE_NOOP("gui::Glossary", "Node"),
            QT_TRANSLATE_NOOP("gui::Glossary", "node, nodes"),
            QT_TRANSLATE_NOOP("gui::Glossary", "A program that keeps the whole chain and checks every rule "
                                               "itself. This window has one inside.")},
    TermRow{
        "nonce", QT_TRANSLATE_NOOP("gui::Glossary", "Nonce"), QT_TRANSLATE_NOOP("gui::Glossary", "nonce"),
        QT_TRANSLATE_NOOP("gui::Glossary", "The number in a header that miners change until the hash fits.")},
    TermRow{"passphrase", QT_TRANSLATE_NOOP("gui::Glossary", "Passphrase"),
            QT_TRANSLATE_NOOP("gui::Glossary", "passphrase"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "Encrypts the keys in the wallet's file. Nobody can bring it "
                              "back; with the recovery words you can make the wallet anew.")},
    TermRow{"peer", QT_TRANSLATE_NOOP("gui::Glossary", "Peer"),
            QT_TRANSLATE_NOOP("gui::Glossary", "peer, peers"),
            QT_TRANSLATE_NOOP(
                "gui::Glossary",
                "Another node that yours talks to. You need not trust it: everything it says is checked.")},
    TermRow{"private-key", QT_TRANSLATE_NOOP("gui::Glossary", "Private key"),
            QT_TRANSLATE_NOOP("gui::Glossary", "private key, private keys, key, keys"),
            QT_TRANSLATE_NOOP(
                "gui::Glossary",
                "The secret number that can spend what its address got. It never leaves the wallet.")},
    TermRow{"proof-of-work", QT_TRANSLATE_NOOP("gui::Glossary", "Proof of work"),
            QT_TRANSLATE_NOOP("gui::Glossary", "proof of work, work"),
            QT_TRANSLATE_NOOP("gui::Glossary", "A hash that is so small that finding it must have taken many "
                                               "tries. It makes the past expensive to rewrite.")},
    TermRow{"recovery-words", QT_TRANSLATE_NOOP("gui::Glossary", "Recovery words"),
            QT_TRANSLATE_NOOP("gui::Glossary", "recovery words, words"),
            QT_TRANSLATE_NOOP("gui::Glossary", "The wallet as a list of words on paper. Whoever has them has "
                                               "the coins; without them a lost file is lost money.")},
    TermRow{"reorganisation", QT_TRANSLATE_NOOP("gui::Glossary", "Reorganisation"),
            QT_TRANSLATE_NOOP("gui::Glossary", "reorganisation, reorganisations, reorg"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "The chain that counted has lost to another one with more work: blocks at the "
                              "end are exchanged. Payments that were only in the old ones wait again.")},
    TermRow{
        "reward", QT_TRANSLATE_NOOP("gui::Glossary", "Reward"),
        QT_TRANSLATE_NOOP("gui::Glossary", "reward, rewards, block reward"),
        QT_TRANSLATE_NOOP("gui::Glossary",
                          "The new coins that a block may make, for whoever found it. Fees come on top.")},
    TermRow{
        "script", QT_TRANSLATE_NOOP("gui::Glossary", "Script"),
        QT_TRANSLATE_NOOP("gui::Glossary", "script, scripts"),
        QT_TRANSLATE_NOOP(
            "gui::Glossary",
            "The small program in a coin that says who may spend it. Most of them ask for one signature.")},
    TermRow{"signature", QT_TRANSLATE_NOOP("gui::Glossary", "Signature"),
            QT_TRANSLATE_NOOP("gui::Glossary", "signature, signatures, signed"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "Proof that the owner of a key agreed to exactly this transaction. Everybody "
                              "can check it, and nobody can make it without the key.")},
    TermRow{
        "stale", QT_TRANSLATE_NOOP("gui::Glossary", "Lost block"),
        QT_TRANSLATE_NOOP("gui::Glossary", "lost block, lost blocks, stale"),
        QT_TRANSLATE_NOOP(
            "gui::Glossary",
            "A good block that is not in the chain that counts: another one came first and was built on.")},
    TermRow{
        "target", QT_TRANSLATE_NOOP("gui::Glossary", "Target"),
        QT_TRANSLATE_NOOP("gui::Glossary", "target, targets"),
        QT_TRANSLATE_NOOP(
            "gui::Glossary",
            "The hash of a block has to be below this number. The smaller it is, the more tries it takes.")},
    TermRow{"template", QT_TRANSLATE_NOOP("gui::Glossary", "Template"),
            QT_TRANSLATE_NOOP("gui::Glossary", "template"),
            QT_TRANSLATE_NOOP(
                "gui::Glossary",
                "The block that a miner is working on: which payments go into it, and what they pay.")},
    TermRow{"token", QT_TRANSLATE_NOOP("gui::Glossary", "Token"),
            QT_TRANSLATE_NOOP("gui::Glossary", "token, tokens"),
            QT_TRANSLATE_NOOP("gui::Glossary", "A password for one program that uses the API. It can be "
                                               "taken back without changing anything else.")},
    TermRow{
        "transaction", QT_TRANSLATE_NOOP("gui::Glossary", "Transaction"),
        QT_TRANSLATE_NOOP("gui::Glossary", "transaction, transactions, payment, payments"),
        QT_TRANSLATE_NOOP(
            "gui::Glossary",
            "It spends coins and makes new ones. Signed, it is sent to all nodes and waits for a block.")},
    TermRow{"virtual-byte", QT_TRANSLATE_NOOP("gui::Glossary", "Virtual byte"),
            QT_TRANSLATE_NOOP("gui::Glossary", "virtual byte, virtual bytes, vB, vsize"),
            QT_TRANSLATE_NOOP("gui::Glossary",
                              "The size of a transaction as fees count it: signatures count for a quarter.")},
    TermRow{"wallet", QT_TRANSLATE_NOOP("gui::Glossary", "Wallet"),
            QT_TRANSLATE_NOOP("gui::Glossary", "wallet, wallets"),
            QT_TRANSLATE_NOOP("gui::Glossary", "The file with your keys, and the list of what they got and "
                                               "spent. The coins themselves are in the chain.")},
    TermRow{"weight", QT_TRANSLATE_NOOP("gui::Glossary", "Weight"),
            QT_TRANSLATE_NOOP("gui::Glossary", "weight"),
            QT_TRANSLATE_NOOP("gui::Glossary", "The size of a transaction or a block times four, with "
                                               "signatures counted once. A block has a limit of it.")},
    TermRow{"witness", QT_TRANSLATE_NOOP("gui::Glossary", "Witness"),
            QT_TRANSLATE_NOOP("gui::Glossary", "witness"),
            QT_TRANSLATE_NOOP(
                "gui::Glossary",
                "The part of a transaction with the signatures. It is not part of the transaction's id.")},
};

QString glossaryText(const char* source) {
    return QCoreApplication::translate("gui::Glossary", source);
}

/// `form` occurs in `text` with no letter before or behind it.
bool hasWord(const QString& text, const QString& form) {
    for (qsizetype at = text.indexOf(form, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(form, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + form.size();
        const bool begins = at == 0 || !text[at - 1].isLetterOrNumber();
        if (begins && (end == text.size() || !text[end].isLetterOrNumber())) return true;
    }
    return false;
}

} // namespace

QVector<Term> glossary() {
    QVector<Term> terms;
    for (const TermRow& row : kTerms)
        terms << Term{QLatin1String(row.id), glossaryText(row.title), glossaryText(row.forms),
                      glossaryText(row.text)};
    std::ranges::sort(terms,
                      [](const Term& a, const Term& b) { return a.title.localeAwareCompare(b.title) < 0; });
    return terms;
}

const Term* termIn(const QString& text, const QVector<Term>& terms) {
    const Term* found = nullptr;
    qsizetype longest = 0;
    for (const Term& term : terms) {
        for (const QString& part : term.forms.split(QLatin1Char(','))) {
            const QString form = part.trimmed();
            if (form.size() <= longest || !hasWord(text, form)) continue;
            found = &term;
            longest = form.size();
        }
    }
    return found;
}

const Term* termOf(const QString& id, const QVector<Term>& terms) {
    const auto term = std::ranges::find(terms, id, &Term::id);
    return term == terms.end() ? nullptr : &*term;
}

} // namespace gui
