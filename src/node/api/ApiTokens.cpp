#include "node/api/ApiTokens.h"

#include "crypto/Random.h"
#include "crypto/SecretBytes.h"
#include "crypto/Sha256.h"
#include "util/Hex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace node {

namespace {

constexpr std::size_t kSecretBytes = 32;
constexpr const char* kPrefix = "cairn_";

util::ByteArray<32> hashOf(const QByteArray& secret) {
    return crypto::sha256(util::asBytes({secret.constData(), std::size_t(secret.size())}));
}

} // namespace

QStringList apiScopes() {
    return {QStringLiteral("change"), QStringLiteral("wallet"), QStringLiteral("spend"),
            QStringLiteral("control")};
}

ApiTokens ApiTokens::fromJson(const QByteArray& json) {
    ApiTokens out;
    const QJsonArray items = QJsonDocument::fromJson(json).array();
    for (const auto& value : items) {
        const QJsonObject object = value.toObject();
        const auto hash = util::fromHex(object[QStringLiteral("hash")].toString().toStdString());
        if (!hash || hash->size() != 32) continue;
        ApiToken token;
        token.name = object[QStringLiteral("name")].toString();
        token.created = object[QStringLiteral("created")].toInteger();
        const QJsonArray scopes = object[QStringLiteral("scopes")].toArray();
        for (const auto& scope : scopes)
            token.scopes << scope.toString();
        std::ranges::copy(*hash, token.hash.begin());
        out.m_tokens.push_back(std::move(token));
    }
    return out;
}

QByteArray ApiTokens::toJson() const {
    QJsonArray items;
    for (const ApiToken& token : m_tokens) {
        items.append(QJsonObject{{QStringLiteral("name"), token.name},
                                 {QStringLiteral("created"), token.created},
                                 {QStringLiteral("scopes"), QJsonArray::fromStringList(token.scopes)},
                                 {QStringLiteral("hash"), QString::fromStdString(util::toHex(token.hash))}});
    }
    return QJsonDocument(items).toJson(QJsonDocument::Compact);
}

Result<QString, TokenProblem> ApiTokens::create(const QString& name, const QStringList& scopes, qint64 now) {
    const QString clean = name.trimmed();
    if (clean.isEmpty() || clean.size() > kMaxTokenName) return fail(TokenProblem::Name);
    if (std::ranges::any_of(m_tokens, [&](const ApiToken& token) { return token.name == clean; }))
        return fail(TokenProblem::Taken);
    if (m_tokens.size() >= kMaxTokens) return fail(TokenProblem::Many);
    const QStringList known = apiScopes();
    const bool allKnown =
        std::ranges::all_of(scopes, [&](const QString& scope) { return known.contains(scope); });
    if (scopes.isEmpty() || !allKnown) return fail(TokenProblem::Scopes);
    const QString secret =
        QLatin1String(kPrefix) + QString::fromStdString(util::toHex(crypto::randomBytes(kSecretBytes)));
    m_tokens.push_back({clean, scopes, now, hashOf(secret.toLatin1())});
    return secret;
}

bool ApiTokens::revoke(const QString& name) {
    return std::erase_if(m_tokens, [&](const ApiToken& token) { return token.name == name; }) > 0;
}

const ApiToken* ApiTokens::find(const QByteArray& secret) const {
    const auto hash = hashOf(secret);
    const ApiToken* found = nullptr;
    for (const ApiToken& token : m_tokens) {
        if (crypto::equalConstantTime(hash, token.hash)) found = &token;
    }
    return found;
}

} // namespace node
