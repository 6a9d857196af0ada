#pragma once

#include "storage/Migrator.h"

namespace storage {

/// Tables of `chain.sqlite`.
const Schema& chainSchema();

} // namespace storage
