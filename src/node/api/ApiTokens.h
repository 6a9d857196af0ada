#pragma once

#include "util/Bytes.h"
#include "util/Result.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace node {

/// Why a token was not made or revoked. Nothing has changed.
enum class TokenProblem {
    Name,   ///< empty, or longer than kMaxTokenName
    Taken,  ///< there is one of that name
    Many,   ///< kMaxTokens are there
    Scopes, ///< none, or one that is not of apiScopes()
    Disk,
};

constexpr qsizetype kMaxTokenName = 60;
constexpr std::size_t kMaxTokens = 100;

/// A named password for programs that use the API. Only the hash of the secret is kept.
struct ApiToken {
    QString name;
    QStringList scopes;         ///< of apiScopes()
    qint64 created = 0;         ///< unix seconds
    util::ByteArray<32> hash{}; ///< SHA-256 of the secret
    bool operator==(const ApiToken&) const = default;
};

/// What a token may be good for: "change" (mine, peers, submit), "wallet" (read it), "spend", "control" (the
/// node itself).
QStringList apiScopes();

/// All tokens of a data folder. A value; stored by Node in the chain database.
class ApiTokens {
public:
    /// Damaged text gives no tokens: nobody gets in by it.
    static ApiTokens fromJson(const QByteArray& json);
    [[nodiscard]] QByteArray toJson() const;
    /// Gives the secret, which is shown once and never again. Errors: all but Disk.
    Result<QString, TokenProblem> create(const QString& name, const QStringList& scopes, qint64 now);
    /// False when there is none of that name.
    bool revoke(const QString& name);
    /// The token of this secret; null for none. Cost: the same for every secret.
    [[nodiscard]] const ApiToken* find(const QByteArray& secret) const;
    [[nodiscard]] const std::vector<ApiToken>& all() const { return m_tokens; }

private:
    std::vector<ApiToken> m_tokens;
};

} // namespace node
