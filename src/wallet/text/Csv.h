#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallet {

/// A line of values with commas between them, in quotes where they need it (RFC 4180), and a line end. What a
/// spreadsheet would take for a formula gets an apostrophe before it, but numbers.
std::string csvLine(const std::vector<std::string>& values);

/// One record, which may go over several lines, and the line that it began in (from 1).
struct CsvRecord {
    std::size_t line = 1;
    std::vector<std::string> values; ///< without blanks around them, but for those in quotes
};
/// All records; empty lines are left out. The separator is the first of tab, semicolon and comma that the
/// first line has outside of quotes. Nothing when a quote has no end.
std::optional<std::vector<CsvRecord>> parseCsv(std::string_view text);

} // namespace wallet
