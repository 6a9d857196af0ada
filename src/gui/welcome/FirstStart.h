#pragma once

#include "crypto/SecretBytes.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace gui {

/// What a first run, or a change of the network, came to.
struct FirstStart {
    struct Words {
        crypto::SecretString words;      ///< checked
        crypto::SecretString extra;      ///< BIP 39's optional one
        crypto::SecretString passphrase; ///< encrypts the file; empty: not encrypted
    };
    QString network;            ///< "sandbox", a known network, or the path of a card
    bool mine = false;          ///< switch mining on
    bool isRestart = false;     ///< the network that ran, again
    bool share = false;         ///< let others reach this computer, and show how to invite them
    QString nodeName;           ///< what others shall see this computer as; empty: as before
    QStringList seeds;          ///< of a network that is here: where its card says that others are
    std::optional<Words> words; ///< restore the wallet from these
};

} // namespace gui
