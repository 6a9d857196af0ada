#pragma once

#include "gui/widgets/Tag.h"
#include "node/NodeTypes.h"

#include <QStringList>

namespace gui {

TagKind methodKind(const QString& method);
TagKind statusKind(int status);
/// What a route touches and who may call it; SentenceLabel's marks.
QString accessSentence(const node::ApiRoute& route);
/// What a token with this scope may do: "change" as "change the node".
QString scopeWords(const QString& scope);

} // namespace gui
