#pragma once

#include "node/Node.h"
#include "node/OnResult.h"

namespace gui {

/// Asks the chain on a reading thread and hands the answer to `handle` on this one, unless `ticket`, a member
/// of `receiver`, was drawn again meanwhile: only the answer to the latest question counts.
template <class F, class H>
void ask(node::Node& node, QObject* receiver, quint64& ticket, F question, H handle) {
    const quint64 mine = ++ticket;
    node::onResult(node.chain().query(std::move(question)), receiver,
                   [mine, &ticket, handle](const auto& answer) mutable {
                       if (mine == ticket) handle(answer);
                   });
}

} // namespace gui
