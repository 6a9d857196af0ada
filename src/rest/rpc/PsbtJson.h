#pragma once

#include "consensus/ChainParams.h"
#include "wallet/psbt/PsbtAnalysis.h"

#include <QByteArray>

namespace rest {

/// What `decodepsbt` answers.
QByteArray decodedJson(const wallet::Psbt& psbt, const consensus::ChainParams& params);
/// What `analyzepsbt` answers.
QByteArray analysisJson(const wallet::PsbtAnalysis& analysis);

} // namespace rest
