#pragma once

#include "rest/http/HttpTypes.h"

namespace rest {

/// A responder before another one: `send` does its own and forwards. Whether the client is still there is the
/// inner one's to say.
class ForwardingResponder : public Responder {
public:
    void onGone(std::function<void()> cancel) override { m_inner->onGone(std::move(cancel)); }
    [[nodiscard]] bool isGone() const override { return m_inner->isGone(); }

protected:
    explicit ForwardingResponder(ResponderRef inner) : m_inner(std::move(inner)) {}
    void forward(HttpResponse response) { m_inner->send(std::move(response)); }

private:
    ResponderRef m_inner;
};

} // namespace rest
