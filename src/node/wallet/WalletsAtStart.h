#pragma once

#include "node/DataFolder.h"

#include <QStringList>

namespace node {

/// The wallets that every start opens besides the one of `--wallet`, in the order they were told: kept in a
/// file beside them. What is no list of wallets counts as empty. Thread: wallet.
QStringList walletsAtStart(const DataPaths& paths);
/// On disk when it comes back. False: it could not be written, and nothing changed.
bool setWalletAtStart(const DataPaths& paths, const QString& name, bool opens);

} // namespace node
