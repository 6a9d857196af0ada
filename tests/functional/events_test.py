#!/usr/bin/env python3
"""GET /api/v1/events tells of blocks, payments, reorganisations, mining and peers, and goes on without a gap after a break."""
import requests

from cairn_node import easy_card, main, wait_until
from http_raw import Events


def cookie(node):
    return tuple((node.datadir / node.folder / "api.cookie").read_text().split(":", 1))


def rpc(node, method, *params):
    answer = requests.post(node.api + "/", json={"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)}, auth=cookie(node), timeout=120).json()
    assert "error" not in answer, (method, answer)
    return answer["result"]


def test_blocks_payments_and_mining(folder, make):
    node = make(folder, network=easy_card(folder))
    node.folder = "test-net"
    node.start()
    events = Events(node.api)
    assert events.status == 200 and events.headers["content-type"] == "text/event-stream" and events.headers["cache-control"] == "no-store"
    assert events.next()[1] is None, "the stream starts with an id to resume from"
    mined = [node.get("/mine") for _ in range(5)]
    for block in mined:
        data = events.until("block")[-1][2]
        assert data["hash"] == block["hash"] and data["height"] == block["height"] and data["previous_hash"] == block["previous_hash"]
        assert data["tx_count"] == 1 and data["size"] == block["size"] and data["timestamp"] == block["timestamp"]
    sent = node.pay(node.address(), 1.5)
    data = events.until("tx")[-1][2]
    assert data["txid"] == sent["txid"] and data["fee_sat"] == sent["fee_sat"] and data["vsize"] == sent["vsize"], (data, sent)
    node.post("/api/v1/mining", {"enabled": True})
    assert events.until("mining", lambda state: state["enabled"])[-1][2]["threads"] >= 1
    node.post("/api/v1/mining", {"enabled": False})
    events.until("mining", lambda state: not state["enabled"])
    events.close()
    only = Events(node.api, query="?types=tx")
    only.next()
    node.get("/mine")
    again = node.pay(node.address(), 0.5)
    _, kind, data = only.next()
    assert kind == "tx" and data["txid"] == again["txid"], (kind, data)
    only.close()
    node.stop()


def test_reorganisation_and_resume(folder, make):
    node = make(folder, network=easy_card(folder))
    node.folder = "test-net"
    node.start()
    node.mine(3)
    events = Events(node.api)
    first_id = events.next()[0]
    tip = node.get("/mine")["hash"]
    events.until("block")
    rpc(node, "invalidateblock", tip)
    left = events.until("reorg")[-1][2]
    assert left["disconnected"] == [tip] and left["fork_height"] == 3 and left["connected"] == [], left
    node.mine(2)
    events.until("block", lambda block: block["height"] == 5)
    whole = replay(node, first_id)
    assert [item[1] for item in whole if item[1] in ("block", "reorg")] == ["block", "reorg", "block", "block"], whole
    # A break at every place: what follows is exactly what was missed.
    for place in range(len(whole)):
        assert replay(node, whole[place][0], len(whole) - place - 1) == whole[place + 1:], place
    events.close()
    for unknown in ("nonsense", "0-1", first_id.split("-")[0] + "-999999"):
        again = Events(node.api, last_id=unknown)
        assert again.next()[1] == "reset", unknown
        again.close()
    node.stop()
    node.start()
    again = Events(node.api, last_id=whole[-1][0])
    assert again.next()[1] == "reset", "ids of another run"
    again.close()
    node.stop()


def replay(node, last_id, count=None):
    """What a client that resumes gets: `count` events, or all up to height 5."""
    stream = Events(node.api, last_id=last_id)
    out = []
    while len(out) != count if count is not None else not out or out[-1][1] != "block" or out[-1][2]["height"] != 5:
        out.append(stream.next())
    stream.close()
    return out


def test_peers(folder, make):
    card = easy_card(folder)
    one = make(folder / "one", "--peer-bind", "127.0.0.1:0", network=card).start()
    two = make(folder / "two", network=card).start()
    events = Events(two.api, query="?types=peer,block")
    events.next()
    two.post("/nodes/register", {"nodes": [one.peer]}, 201)
    peer = events.until("peer", lambda data: data["status"] == "in-step")[-1][2]
    assert one.peer.endswith(peer["node"]), peer
    one.mine(1)
    assert events.until("block")[-1][2]["height"] == 1
    wait_until(lambda: two.tip() == one.tip(), "both have the block")
    events.close()
    two.stop()
    one.stop()


def test_many_listeners(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    listeners = [Events(node.api) for _ in range(60)]
    for listener in listeners:
        listener.next()
    block = node.get("/mine")
    for listener in listeners:
        assert listener.until("block")[-1][2]["hash"] == block["hash"]
    for listener in listeners:
        listener.close()
    node.get("/mine")
    node.stop()


if __name__ == "__main__":
    main(test_blocks_payments_and_mining, test_reorganisation_and_resume, test_peers, test_many_listeners)
