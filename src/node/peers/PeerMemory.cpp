#include "node/peers/PeerMemory.h"

#include "util/Log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace node {

namespace {

constexpr auto kByHandKey = "peers";
constexpr auto kBansKey = "bans";
constexpr auto kAddressesKey = "addresses";

QByteArray stored(Engine& engine, const char* key) {
    const auto bytes = engine.state().get(QString::fromLatin1(key));
    return bytes && *bytes ? **bytes : QByteArray();
}

/// Nothing is written that is there already.
void store(Engine& engine, const char* key, const QByteArray& bytes) {
    if (stored(engine, key) == bytes) return;
    if (const auto ok = engine.state().put(QString::fromLatin1(key), bytes); !ok)
        util::logError("net", "the peers could not be stored: " + ok.error().what.toStdString());
}

QByteArray jsonOf(const QJsonArray& list) {
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

} // namespace

PeerMemory loadPeerMemory(Engine& engine) {
    PeerMemory out;
    for (const auto& value : QJsonDocument::fromJson(stored(engine, kByHandKey)).array())
        out.byHand << value.toString();
    for (const auto& value : QJsonDocument::fromJson(stored(engine, kBansKey)).array()) {
        const QJsonObject ban = value.toObject();
        out.bans.push_back({ban["subnet"].toString(), ban["since"].toInteger(), ban["until"].toInteger(),
                            ban["by_hand"].toBool()});
    }
    out.addresses = stored(engine, kAddressesKey);
    return out;
}

void savePeerMemory(Engine& engine, const PeerMemory& memory) {
    store(engine, kByHandKey, jsonOf(QJsonArray::fromStringList(memory.byHand)));
    QJsonArray bans;
    for (const net::BanInfo& ban : memory.bans) {
        bans.append(QJsonObject{{"subnet", ban.subnet},
                                {"since", qint64(ban.since)},
                                {"until", qint64(ban.until)},
                                {"by_hand", ban.byHand}});
    }
    store(engine, kBansKey, jsonOf(bans));
    store(engine, kAddressesKey, memory.addresses);
}

} // namespace node
