#pragma once

#include "storage/Migrator.h"

namespace storage {

/// Tables of a wallet file.
const Schema& walletSchema();

} // namespace storage
