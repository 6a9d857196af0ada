#include "wallet/text/Csv.h"

#include "util/Decimal.h"

namespace wallet {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr int kDecimals = 18;

bool isFormula(const std::string& value) {
    return !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos &&
           !util::fixedPoint(value, kDecimals) && !util::fixedPoint(value, 8);
}

/// The separator that a text uses, told by its first line.
char separatorOf(std::string_view text) {
    std::string outside;
    bool isQuoted = false;
    for (const char c : text) {
        if (c == '"') isQuoted = !isQuoted;
        if (c == '\n' && !isQuoted) break;
        if (!isQuoted) outside += c;
    }
    for (const char c : {'\t', ';'}) {
        if (outside.find(c) != std::string::npos) return c;
    }
    return ',';
}

std::string trimmed(std::string_view value) {
    const std::size_t first = value.find_first_not_of(" \r");
    if (first == std::string_view::npos) return {};
    return std::string(value.substr(first, value.find_last_not_of(" \r") - first + 1));
}

/// Takes one character after the other.
class CsvReader {
public:
    explicit CsvReader(char separator) : m_separator(separator) {}

    void take(char c, bool nextIsQuote) {
        if (m_skips) {
            m_skips = false;
        } else if (m_isQuoted) {
            takeQuoted(c, nextIsQuote);
        } else if (c == '"' && trimmed(m_value).empty()) {
            m_isQuoted = m_wasQuoted = true;
            m_value.clear();
        } else if (c == m_separator) {
            endValue();
        } else if (c == '\n') {
            endRecord();
        } else {
            m_value += c;
        }
        if (c == '\n') ++m_line;
    }

    std::optional<std::vector<CsvRecord>> end() {
        if (m_isQuoted) return std::nullopt;
        endRecord();
        return std::move(m_records);
    }

private:
    void takeQuoted(char c, bool nextIsQuote) {
        if (c != '"') {
            m_value += c;
        } else if (nextIsQuote) {
            m_value += c;
            m_skips = true;
        } else {
            m_isQuoted = false;
            m_quotedSize = m_value.size();
        }
    }

    void endValue() {
        m_record.values.push_back(m_wasQuoted ? m_value.substr(0, m_quotedSize) : trimmed(m_value));
        m_value.clear();
        m_wasQuoted = false;
    }

    void endRecord() {
        endValue();
        bool isEmpty = true;
        for (const std::string& value : m_record.values)
            isEmpty = isEmpty && value.empty();
        if (!isEmpty) m_records.push_back(m_record);
        m_record = {m_line + 1, {}};
    }

    char m_separator;
    std::size_t m_line = 1;
    std::string m_value;
    bool m_isQuoted = false, m_wasQuoted = false, m_skips = false;
    std::size_t m_quotedSize = 0;
    CsvRecord m_record;
    std::vector<CsvRecord> m_records;
};

} // namespace

std::string csvLine(const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& each : values) {
        if (&each != &values.front()) out += ',';
        const std::string value = isFormula(each) ? '\'' + each : each;
        if (value.find_first_of(",;\"\r\n\t") == std::string::npos) {
            out += value;
            continue;
        }
        out += '"';
        for (const char c : value)
            out += c == '"' ? std::string("\"\"") : std::string(1, c);
        out += '"';
    }
    return out + "\r\n";
}

std::optional<std::vector<CsvRecord>> parseCsv(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    CsvReader reader(separatorOf(text));
    for (std::size_t i = 0; i < text.size(); ++i)
        reader.take(text[i], i + 1 < text.size() && text[i + 1] == '"');
    return reader.end();
}

} // namespace wallet
