#pragma once

#include "primitives/Amount.h"
#include "primitives/Transaction.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace wallet {
class People;
class Wallet;
struct WalletTransaction;
} // namespace wallet

namespace script {
struct AddressFormat;
}

namespace gui {

/// What one payment moved between the wallet and somebody.
struct PersonPayment {
    primitives::TxId txid;
    std::int64_t sequence = 0; ///< its order in the history
    qint64 time = 0;
    bool isWaiting = false;
    primitives::Amount net; ///< less than nothing: it was paid to them
    QString note;
    bool operator==(const PersonPayment&) const = default;
};

/// Somebody in the address book.
struct PersonLine {
    QString name;
    QStringList addresses; ///< as they were written down, the latest last
    QString next;          ///< the one to pay to: the latest that was not paid yet, else the latest
    primitives::Amount received;
    primitives::Amount paid;
    std::optional<PersonPayment> last;
    bool operator==(const PersonLine&) const = default;
};

/// What is known of one of them.
struct PersonFacts {
    struct Address {
        QString address;
        int times = 0; ///< it was paid
    };
    PersonLine line;
    std::vector<Address> addresses;      ///< the latest first
    std::vector<PersonPayment> payments; ///< the newest first
    std::size_t paymentCount = 0;
};

/// The people of the address book with what went to and came from them, whoever had to do with the wallet
/// last first. What came to an address of ours came from them where that is labelled with their name.
/// Lives where the wallet does.   Thread: wallet.
class PeopleLines {
public:
    explicit PeopleLines(const script::AddressFormat& addresses);
    ~PeopleLines();
    using Lines = std::shared_ptr<const std::vector<PersonLine>>;
    /// The same object as before where nothing changed.
    /// Cost: every line of the history, where a name or an address changed; else what changed.
    Lines follow(const wallet::Wallet& wallet);
    /// Nothing: nobody has that name. At most `most` payments.
    /// Needs: `follow`.
    [[nodiscard]] std::optional<PersonFacts> factsOf(const QString& name, std::size_t most) const;

private:
    struct Part {
        std::string name;
        std::string address;
        primitives::Amount net;
    };
    struct Entry {
        PersonPayment payment; ///< without its amount
        std::vector<Part> parts;
    };
    void judgeAll(const wallet::Wallet& wallet);
    void judge(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry);
    [[nodiscard]] std::vector<Part> partsOf(const wallet::Wallet& wallet,
                                            const wallet::WalletTransaction& entry) const;
    void makeLines();
    [[nodiscard]] static PersonPayment paymentOf(const Entry& entry, const std::string& name);

    std::unique_ptr<const script::AddressFormat> m_addresses;
    std::shared_ptr<const wallet::People> m_people;
    std::map<std::string, std::vector<std::string>> m_known; ///< addresses by name
    std::map<primitives::TxId, Entry> m_entries;             ///< that have to do with them
    Lines m_lines;
    std::uint64_t m_historyRevision = 0;
    std::uint64_t m_addressRevision = 0;
};

} // namespace gui
