#include "node/api/ApiCall.h"

#include <QJsonDocument>
#include <QJsonParseError>
#include <QRegularExpression>
#include <QStringList>

namespace node {

namespace {

constexpr QLatin1String kJson("application/json");

bool hasBody(const ApiCall& call) {
    return !call.contentType.isEmpty();
}

bool isStream(const ApiCall& call) {
    return call.answerType == QLatin1String("text/event-stream");
}

bool isBytesBody(const ApiCall& call) {
    return call.contentType == QLatin1String("application/octet-stream");
}

bool isJsonBody(const ApiCall& call) {
    if (call.contentType != kJson) return false;
    QJsonParseError error;
    QJsonDocument::fromJson(call.body.toUtf8(), &error);
    return error.error == QJsonParseError::NoError;
}

QString shellQuoted(const QString& text) {
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QLatin1String("'\\''")) +
           QLatin1Char('\'');
}

/// One word for a POSIX shell, quoted only where it has to be.
QString shellWord(const QString& text) {
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_.,:/@%+=-]+$"));
    if (plain.match(text).hasMatch()) return text;
    return shellQuoted(text);
}

/// A string in double quotes; its escapes mean the same in Python and in JavaScript.
QString quoted(const QString& text) {
    QString out = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            out += QLatin1Char('\\') + QString(c);
        else if (c == QLatin1Char('\n'))
            out += QLatin1String("\\n");
        else if (c < QLatin1Char(' '))
            out += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out + QLatin1Char('"');
}

/// JSON as a Python literal: only its three words differ, and the escape of a slash, which Python does not
/// know.
QString pythonLiteral(const QString& json) {
    static const QRegularExpression piece(QStringLiteral(R"re("(?:[^"\\]|\\.)*"|true|false|null)re"),
                                          QRegularExpression::DotMatchesEverythingOption);
    QString out;
    qsizetype done = 0;
    for (auto it = piece.globalMatch(json); it.hasNext();) {
        const auto match = it.next();
        out += json.mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const QString text = match.captured();
        if (text == QLatin1String("true"))
            out += QLatin1String("True");
        else if (text == QLatin1String("false"))
            out += QLatin1String("False");
        else if (text == QLatin1String("null"))
            out += QLatin1String("None");
        else
            out += QString(text).replace(QLatin1String("\\/"), QLatin1String("/"));
    }
    return out + json.mid(done);
}

} // namespace

QString curlText(const ApiCall& call) {
    QStringList words{QStringLiteral("curl -s")};
    if (isStream(call)) words << QStringLiteral("-N");
    const bool impliedMethod = call.method == QLatin1String(hasBody(call) ? "POST" : "GET");
    if (!impliedMethod) words << QStringLiteral("-X ") + call.method;
    if (!call.cookieFile.isEmpty())
        words << QStringLiteral("-u \"$(cat %1)\"").arg(shellWord(call.cookieFile));
    if (!call.token.isEmpty())
        words << QStringLiteral("-H ") + shellWord(QStringLiteral("Authorization: Bearer ") + call.token);
    if (hasBody(call)) {
        words << QStringLiteral("-H ") + shellWord(QStringLiteral("Content-Type: ") + call.contentType);
        // A body that starts with @ would name a file.
        if (isBytesBody(call))
            words << QStringLiteral("--data-binary @-");
        else
            words << (call.body.startsWith(QLatin1Char('@')) ? QStringLiteral("--data-raw ")
                                                             : QStringLiteral("-d ")) +
                         shellQuoted(call.body);
    }
    words << shellWord(call.url);
    const QString line = words.join(QLatin1Char(' '));
    return isBytesBody(call) ? QStringLiteral("echo %1 | xxd -r -p | %2").arg(shellQuoted(call.body), line)
                             : line;
}

QString pythonText(const ApiCall& call) {
    QStringList arguments{quoted(call.url)};
    if (!call.cookieFile.isEmpty())
        arguments
            << QStringLiteral("auth=tuple(open(%1).read().split(\":\", 1))").arg(quoted(call.cookieFile));
    QStringList headers;
    if (!call.token.isEmpty())
        headers << QStringLiteral("\"Authorization\": ") + quoted(QStringLiteral("Bearer ") + call.token);
    if (isJsonBody(call)) {
        arguments << QStringLiteral("json=") + pythonLiteral(call.body);
    } else if (hasBody(call)) {
        headers << QStringLiteral("\"Content-Type\": ") + quoted(call.contentType);
        arguments << QStringLiteral("data=") +
                         (isBytesBody(call) ? QStringLiteral("bytes.fromhex(%1)").arg(quoted(call.body))
                                            : quoted(call.body));
    }
    if (!headers.isEmpty())
        arguments << QStringLiteral("headers={%1}").arg(headers.join(QStringLiteral(", ")));
    const QString method = call.method.toLower();
    if (isStream(call)) {
        return QStringLiteral("import requests\n\nwith requests.%1(%2, stream=True) as answer:\n    for line "
                              "in answer.iter_lines(decode_unicode=True):\n"
                              "        print(line)")
            .arg(method, arguments.join(QStringLiteral(", ")));
    }
    const QString body = call.answerType == kJson                             ? QStringLiteral("json()")
                         : call.answerType.startsWith(QLatin1String("text/")) ? QStringLiteral("text")
                                                                              : QStringLiteral("content");
    return QStringLiteral("import requests\n\nanswer = requests.%1(%2)\nprint(answer.status_code, answer.%3)")
        .arg(method, arguments.join(QStringLiteral(",\n    ")), body);
}

QString javaScriptText(const ApiCall& call) {
    QStringList options;
    if (call.method != QLatin1String("GET")) options << QStringLiteral("method: ") + quoted(call.method);
    QStringList headers;
    QString imports;
    if (!call.cookieFile.isEmpty()) {
        imports = QStringLiteral("import { readFileSync } from \"node:fs\";\n\n");
        headers << QStringLiteral("Authorization: \"Basic \" + btoa(readFileSync(%1, \"utf8\"))")
                       .arg(quoted(call.cookieFile));
    }
    if (!call.token.isEmpty())
        headers << QStringLiteral("Authorization: ") + quoted(QStringLiteral("Bearer ") + call.token);
    if (hasBody(call)) headers << QStringLiteral("\"Content-Type\": ") + quoted(call.contentType);
    if (!headers.isEmpty())
        options << QStringLiteral("headers: { %1 }").arg(headers.join(QStringLiteral(", ")));
    if (isJsonBody(call))
        options << QStringLiteral("body: JSON.stringify(%1)").arg(call.body);
    else if (isBytesBody(call))
        options << QStringLiteral("body: Buffer.from(%1, \"hex\")").arg(quoted(call.body));
    else if (hasBody(call))
        options << QStringLiteral("body: ") + quoted(call.body);
    QString fetch = QStringLiteral("const answer = await fetch(") + quoted(call.url);
    if (!options.isEmpty())
        fetch += QStringLiteral(", {\n  %1,\n}").arg(options.join(QStringLiteral(",\n  ")));
    fetch += QStringLiteral(");\n");
    if (isStream(call)) {
        return imports + fetch +
               QStringLiteral("const text = new TextDecoder();\n"
                              "for await (const piece of answer.body) console.log(text.decode(piece, { "
                              "stream: true }));");
    }
    const QString body = call.answerType == kJson ? QStringLiteral("json()")
                         : call.answerType.startsWith(QLatin1String("text/"))
                             ? QStringLiteral("text()")
                             : QStringLiteral("arrayBuffer()");
    return imports + fetch + QStringLiteral("console.log(answer.status, await answer.%1);").arg(body);
}

} // namespace node
