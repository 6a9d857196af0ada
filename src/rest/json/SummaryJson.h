#pragma once

#include "node/NodeTypes.h"

#include <QByteArray>

namespace rest {

/// The summary as one line of JSON, without a line end: the fields of `GET /api/v1/summary`, in their
/// published order.
QByteArray summaryJson(const node::Summary& summary);

} // namespace rest
