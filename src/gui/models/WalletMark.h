#pragma once

#include "node/NodeTypes.h"

#include <QString>

#include <utility>

namespace gui {

/// Which wallet a list was made of, and how far its addresses and its history were then.
class WalletMark {
public:
    enum class Now {
        Level,   ///< as it was
        Further, ///< the same wallet, which moved on
        Another, ///< or the same one, opened anew: it counts from the beginning
    };
    /// What it is since this was asked last; at first another.
    Now look(const node::WalletStatus& status) {
        const WalletMark before = std::exchange(
            *this, WalletMark{true, status.name, status.addressRevision, status.historyRevision});
        const bool isSame = before.m_isSet && before.m_name == m_name && m_addresses >= before.m_addresses &&
                            m_history >= before.m_history;
        if (!isSame) return Now::Another;
        return m_addresses == before.m_addresses && m_history == before.m_history ? Now::Level : Now::Further;
    }

    WalletMark() = default;

private:
    WalletMark(bool isSet, QString name, quint64 addresses, quint64 history)
        : m_isSet(isSet), m_name(std::move(name)), m_addresses(addresses), m_history(history) {}

    bool m_isSet = false;
    QString m_name;
    quint64 m_addresses = 0;
    quint64 m_history = 0;
};

} // namespace gui
