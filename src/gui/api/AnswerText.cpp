#include "gui/api/AnswerText.h"

#include <algorithm>

namespace gui {

namespace {

constexpr int kIndent = 2;
constexpr int kDeepest = 60; ///< further in, lines are not indented more

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The next byte at or behind `at` that is no space; 0 at the end.
char nextSign(const QByteArray& json, qsizetype at) {
    while (at < json.size() && isSpace(json[at]))
        ++at;
    return at < json.size() ? json[at] : '\0';
}

/// Where the string that starts at `at` ends, behind its quote.
qsizetype endOfString(const QByteArray& json, qsizetype at) {
    for (++at; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            return at + 1;
    }
    return json.size();
}

} // namespace

QString indentedJson(const QByteArray& json, qsizetype limit) {
    QByteArray out;
    int depth = 0;
    const auto newLine = [&] { out += '\n' + QByteArray(kIndent * std::clamp(depth, 0, kDeepest), ' '); };
    for (qsizetype i = 0; i < json.size() && out.size() < limit; ++i) {
        const char c = json[i];
        if (isSpace(c)) continue;
        if (c == '"') {
            const qsizetype end = endOfString(json, i);
            out += json.mid(i, end - i);
            i = end - 1;
        } else if (c == '{' || c == '[') {
            out += c;
            ++depth;
            if (const char next = nextSign(json, i + 1); next != '}' && next != ']') newLine();
        } else if (c == '}' || c == ']') {
            --depth;
            if (!out.endsWith('{') && !out.endsWith('[')) newLine();
            out += c;
        } else {
            out += c;
            if (c == ',')
                newLine();
            else if (c == ':')
                out += ' ';
        }
    }
    return QString::fromUtf8(out.left(limit));
}

QString hexLines(const QByteArray& bytes, qsizetype limit) {
    constexpr qsizetype perLine = 32;
    QString out;
    for (qsizetype i = 0; i < bytes.size() && out.size() < limit; i += perLine) {
        if (!out.isEmpty()) out += QLatin1Char('\n');
        out += QString::fromLatin1(bytes.mid(i, perLine).toHex(' '));
    }
    return out;
}

} // namespace gui
