#pragma once

#include <QByteArray>

#include <memory>

namespace rest {

/// Compresses a body that comes in pieces (RFC 1952).
class Gzip {
public:
    Gzip();
    ~Gzip();
    Gzip(const Gzip&) = delete;
    Gzip& operator=(const Gzip&) = delete;
    /// What is ready of the compressed bytes; with `last`, all the rest.
    QByteArray add(const QByteArray& bytes, bool last);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Whether an Accept-Encoding header takes gzip.
bool acceptsGzip(const QByteArray& acceptEncoding);

} // namespace rest
