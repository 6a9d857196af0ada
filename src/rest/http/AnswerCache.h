#pragma once

#include "rest/http/HttpTypes.h"

#include <QHash>

namespace rest {

/// Answers that hold as long as the best chain only grows, by the path and query that ask for them: those
/// that clients are told to keep for years as well, and those of younger blocks that say so
/// (`HttpResponse::staysOnBranch`). Forgotten together when blocks leave the best chain, and when there is no
/// more room. Thread: io.
class AnswerCache {
public:
    explicit AnswerCache(qsizetype mostBytes) : m_mostBytes(mostBytes) {}
    /// Null: not here.
    [[nodiscard]] const HttpResponse* find(const QByteArray& target) const;
    /// Stands in for `responder` while an answer is made, and keeps it where it may be. The cache outlives
    /// it.
    ResponderRef keeping(const QByteArray& target, ResponderRef responder);
    /// Answers that are being made now are not kept either.
    void clear();

private:
    class Keeper;
    void keep(const QByteArray& target, const HttpResponse& response);
    QHash<QByteArray, HttpResponse> m_answers;
    qsizetype m_mostBytes;
    qsizetype m_bytes = 0;
    quint64 m_generation = 0; ///< how often it was cleared
};

} // namespace rest
