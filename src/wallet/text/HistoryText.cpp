#include "wallet/text/HistoryText.h"

#include "wallet/text/Csv.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>

namespace wallet {

namespace {

std::string utcText(std::int64_t time) {
    using namespace std::chrono;
    const sys_seconds moment{seconds(time)};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss clock(moment - day);
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    return out;
}

} // namespace

std::string historyCsv(std::span<const HistoryLine> lines) {
    std::string out = csvLine(
        {"time", "height", "kind", "change", "fee", "balance", "address", "label", "note", "txid", "state"});
    for (const HistoryLine& line : lines)
        out += csvLine({utcText(line.time), line.height < 0 ? std::string() : std::to_string(line.height),
                        line.kind, toDecimal(line.change), line.fee ? toDecimal(*line.fee) : std::string(),
                        toDecimal(line.balance), line.address, line.label, line.note, line.txid.toHex(),
                        line.state});
    return out;
}

std::string historyJson(std::span<const HistoryLine> lines) {
    using Json = nlohmann::ordered_json;
    Json out = Json::array();
    for (const HistoryLine& line : lines) {
        Json row{{"time", utcText(line.time)},
                 {"height", line.height < 0 ? Json() : Json(line.height)},
                 {"kind", line.kind},
                 {"change", toDecimal(line.change)},
                 {"fee", line.fee ? Json(toDecimal(*line.fee)) : Json()},
                 {"balance", toDecimal(line.balance)},
                 {"address", line.address},
                 {"label", line.label},
                 {"note", line.note},
                 {"txid", line.txid.toHex()},
                 {"state", line.state}};
        out.push_back(std::move(row));
    }
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace wallet
