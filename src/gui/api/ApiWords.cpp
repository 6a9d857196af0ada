#include "gui/api/ApiWords.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct ApiWords {
    Q_DECLARE_TR_FUNCTIONS(gui::ApiWords)
};

} // namespace

TagKind methodKind(const QString& method) {
    if (method == QLatin1String("GET")) return TagKind::Accent;
    return method == QLatin1String("DELETE") ? TagKind::Bad : TagKind::Work;
}

TagKind statusKind(int status) {
    if (status >= 400) return TagKind::Bad;
    return status >= 300 ? TagKind::Neutral : TagKind::Good;
}

QString accessSentence(const node::ApiRoute& route) {
    const QString& access = route.access;
    if (access == QLatin1String("change"))
        return ApiWords::tr(
            "Changes the node, or makes it work. Open to programs on this computer, closed to web pages.");
    if (access == QLatin1String("wallet"))
        return ApiWords::tr("Uses the open wallet. Open to programs on this computer, closed to web pages.");
    if (access == QLatin1String("spend"))
        return ApiWords::tr("<own>Really moves coins</own> of the open wallet, while it is unlocked.");
    if (access == QLatin1String("control"))
        return ApiWords::tr("Controls the node: needs the <b>password of this run</b>, or a token that may.");
    if (access == QLatin1String("peer"))
        return ApiWords::tr("For other nodes. Served to the network too, where the node listens there.");
    return route.onPeerFace
               ? ApiWords::tr(
                     "Reads the public chain. Served to the network too, where the node listens there.")
               : ApiWords::tr("Reads the public chain. Open to programs on this computer.");
}

QString scopeWords(const QString& scope) {
    if (scope == QLatin1String("change")) return ApiWords::tr("change the node");
    if (scope == QLatin1String("wallet")) return ApiWords::tr("read the wallet");
    if (scope == QLatin1String("spend")) return ApiWords::tr("pay");
    return scope == QLatin1String("control") ? ApiWords::tr("control the node") : scope;
}

} // namespace gui
