#pragma once

#include "rest/http/HttpTypes.h"

#include <QHash>

namespace rest {

/// Answers by the path and query that ask for them: those that hold for ever, and those that hold as long as
/// the best chain only grows (`HttpResponse::branchTip`). One of these is kept only where it was made of the
/// tip that was told last: what is read while the store is behind the news, or of a branch that has left, is
/// not. Forgotten together when blocks leave the best chain, and when there is no more room. Thread: io.
class AnswerCache {
public:
    explicit AnswerCache(qsizetype mostBytes) : m_mostBytes(mostBytes) {}
    /// Null: not here.
    [[nodiscard]] const HttpResponse* find(const QByteArray& target) const;
    /// Stands in for `responder` while an answer is made, and keeps it where it may be. The cache outlives
    /// it.
    ResponderRef keeping(const QByteArray& target, ResponderRef responder);
    /// The best chain ends in the block of that hash (hex) now.
    void setTip(QByteArray tip) { m_tip = std::move(tip); }
    /// Answers that are being made now are not kept either.
    void clear();

private:
    class Keeper;
    void keep(const QByteArray& target, const HttpResponse& response);
    QHash<QByteArray, HttpResponse> m_answers;
    QByteArray m_tip;
    qsizetype m_mostBytes;
    qsizetype m_bytes = 0;
    quint64 m_generation = 0; ///< how often it was cleared
};

} // namespace rest
