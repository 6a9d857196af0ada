#include "rest/json/SummaryJson.h"

#include "rest/json/JsonWriter.h"

namespace rest {

QByteArray summaryJson(const node::Summary& summary) {
    JsonWriter json;
    json.beginObject()
        .member("network", summary.network)
        .member("height", summary.height)
        .member("best", summary.best)
        .member("chainwork", consensus::toHex(summary.chainWork))
        .member("transactions", summary.transactions)
        .member("txouts", summary.coins.txouts)
        .member("total_amount", toDecimal(summary.coins.totalAmount))
        .member("hash_serialized_3", summary.coins.hashSerialized3)
        .member("blocks_read", summary.blocksRead)
        .member("blocks_accepted", summary.blocksAccepted)
        .member("blocks_rejected", summary.blocksRejected)
        .member("seconds", summary.seconds)
        .endObject();
    return json.take();
}

} // namespace rest
