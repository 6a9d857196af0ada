#!/usr/bin/env python3
"""The HTTP server as clients lean on it: keep-alive, pipelining, half-closed connections, gzip, long answers, clients that leave."""
import gzip
import json
import os
import re
import socket
import struct
import threading

import requests

from cairn_node import easy_card, main, run, wait_until
from http_raw import connect, exchange, read_all, status_of

GET = b"GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"


def test_half_closed_clients_get_their_answer(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    for data, text in ((GET % (b"/heartbeat", b""), b'{"status":"ok"}'), (GET % (b"/heartbeat", b"") * 3, b'{"status":"ok"}'), (GET % (b"/mine", b""), b"New Block Forged"),
                       (GET % (b"/chain", b""), b'"length":2'), (b"GET /chain HTTP/1.0\r\n\r\n", b'"length":2'), (b"GET /heartbeat HTTP/1.0\r\n\r\n", b'{"status":"ok"}'),
                       (b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 33\r\n\r\n" + b'{"method":"getblockcount","id":1}', b'"result":1')):
        answer, reset = exchange(node.api, data, half_close=True)
        assert text in answer and not reset and answer.count(text) == data.count(b" HTTP/1."), (data[:60], answer[:300])
    answer, reset = exchange(node.api, b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf", half_close=True)
    assert answer == b"" and not reset, "a request that will never be whole"
    node.stop()


def test_a_port_in_use_is_named_with_its_program(folder, make):
    with socket.create_server(("127.0.0.1", 0)) as squatter:
        port = squatter.getsockname()[1]
        for option in ("--api-bind", "--peer-bind"):
            code, out, err = run("--datadir", folder, "--network", "regtest", "--api-bind", "127.0.0.1:0", option, f"127.0.0.1:{port}")
            assert code == 3 and out == "" and f"Port {port} on 127.0.0.1 is in use by " in err and f"{option} 127.0.0.1:PORT" in err, (code, err)
            assert f"(process {os.getpid()})" in err, err


def test_pipelining_and_keep_alive(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    paths = [b"/heartbeat", b"/nothing", b"/chain", b"/api/blocks/tip/height", b"/mine", b"/difficulty", b"/api/v1/summary"] * 6
    answer, reset = exchange(node.api, b"".join(GET % (path, b"") for path in paths[:-1]) + GET % (paths[-1], b"Connection: close\r\n"))
    statuses = [int(code) for code in re.findall(rb"HTTP/1\.1 (\d+) ", answer)]
    assert statuses == [404 if path == b"/nothing" else 200 for path in paths] and not reset, statuses
    session = requests.Session()
    for _ in range(100):
        assert session.get(node.api + "/heartbeat", timeout=30).json() == {"status": "ok"}
    with connect(node.api) as sock:
        sock.sendall(b"POST /api/tx HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n")
        assert sock.recv(100).startswith(b"HTTP/1.1 100 Continue")
        sock.sendall(b"zz")
        assert status_of(read_all(sock)[0]) == 400
    node.stop()


def test_gzip_where_it_is_asked_for(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    node.mine(30)
    for path in ("/chain", "/", "/openapi.json", "/api/blocks"):
        plain = requests.get(node.api + path, headers={"Accept-Encoding": "identity"}, timeout=30)
        packed = requests.get(node.api + path, headers={"Accept-Encoding": "gzip"}, timeout=30, stream=True)
        assert "Content-Encoding" not in plain.headers and packed.headers["Content-Encoding"] == "gzip" and "Accept-Encoding" in packed.headers["Vary"]
        raw = packed.raw.read(decode_content=False)
        assert gzip.decompress(raw) == plain.content and len(raw) < len(plain.content) / 2, path
    small = requests.get(node.api + "/heartbeat", headers={"Accept-Encoding": "gzip"}, timeout=30)
    assert "Content-Encoding" not in small.headers
    assert "Content-Encoding" not in requests.get(node.api + "/chain", headers={"Accept-Encoding": "gzip;q=0"}, timeout=30).headers
    head = requests.head(node.api + "/openapi.json", headers={"Accept-Encoding": "identity"}, timeout=30)
    assert int(head.headers["Content-Length"]) == len(requests.get(node.api + "/openapi.json", timeout=30).content) and head.content == b""
    node.stop()


def test_one_slow_reader_slows_nobody(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    auth = tuple((node.datadir / "test-net" / "api.cookie").read_text().split(":", 1))
    body = {"jsonrpc": "2.0", "id": 1, "method": "generatetoaddress", "params": [250, node.address()]}
    assert len(requests.post(node.api + "/", json=body, auth=auth, timeout=300).json()["result"]) == 250
    slow = []
    for _ in range(8):
        sock = socket.socket()
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        host, port = node.api.removeprefix("http://").split(":")
        sock.connect((host, int(port)))
        sock.sendall(GET % (b"/chain", b"") * 4)
        slow.append(sock)
    for _ in range(20):
        assert node.get("/api/blocks/tip/height") == "250"
    whole = json.loads(requests.get(node.api + "/chain", timeout=60).content)
    assert whole["length"] == 251 and [block["index"] for block in whole["chain"]] == list(range(251))
    # The slow ones get everything too, in the end.
    slow[0].sendall(GET % (b"/heartbeat", b"Connection: close\r\n"))
    slow[0].settimeout(60)
    answer, reset = read_all(slow[0])
    assert answer.count(b'"length":251') == 4 and answer.endswith(b'{"status":"ok"}') and not reset
    for sock in slow:
        sock.close()
    node.stop()


def test_who_leaves_stops_the_mining(folder, make):
    # A difficulty that nobody here reaches: mining goes on until it is told to stop.
    card = easy_card(folder, "Hard net", pow_limit_bits="1d00ffff", initial_bits="1b00ffff")
    node = make(folder, network=card).start()
    for leave in ("close", "reset"):
        sock = connect(node.api)
        sock.sendall(GET % (b"/mine", b""))
        wait_until(lambda: node.get("/api/v1/mining")["working"], "it mines")
        if leave == "reset":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        sock.close()
        wait_until(lambda: not node.get("/api/v1/mining")["working"], f"it stops after the client's {leave}")
    still = requests.get(node.api + "/mine?timeout=0", timeout=30)
    assert still.status_code == 202 and still.json()["message"] == "Still mining"
    node.stop()


def test_a_rescan_prints_the_summary(folder, make):
    node = make(folder / "node").start()
    node.mine(3)
    best = node.tip()
    node.stop()
    node.start("--rescan", "1")
    told = json.loads(node.process.stdout.readline())
    assert told["height"] == 3 and told["best"] == best, told
    node.stop()


def test_dozens_of_wallets_at_once(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    node.mine(4)
    failures = []

    def wallet():
        session = requests.Session()
        for path in ("/api/blocks", "/api/block-height/0", "/api/blocks/tip/hash", "/api/fee-estimates", "/api/scripthash/" + "0" * 64 + "/txs") * 4:
            status = session.get(node.api + path, timeout=90).status_code
            if status != 200:
                failures.append((path, status))

    threads = [threading.Thread(target=wallet) for _ in range(80)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failures == []
    node.stop()


if __name__ == "__main__":
    main(test_half_closed_clients_get_their_answer, test_a_port_in_use_is_named_with_its_program, test_pipelining_and_keep_alive, test_gzip_where_it_is_asked_for, test_one_slow_reader_slows_nobody,
         test_who_leaves_stops_the_mining, test_a_rescan_prints_the_summary, test_dozens_of_wallets_at_once)
