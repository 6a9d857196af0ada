#!/usr/bin/env python3
"""Nobody abuses the API: foreign web pages, rebound names, smuggled and endless requests, the network, old cookies, narrow tokens."""
import os
import random
import re
import resource
import stat
import statistics
import threading
import time

import requests

from cairn_node import easy_card, main, wait_until
from http_raw import connect, exchange, read_all, status_of

SEED = int.from_bytes(os.urandom(4), "big")
PAGE = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image", "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}


def cookie(node, folder="test-net"):
    return tuple((node.datadir / folder / "api.cookie").read_text().split(":", 1))


def height(node):
    return int(node.get("/api/blocks/tip/height"))


def test_foreign_pages(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    node.mine(5)
    address, before = node.address(), node.balance()
    changing = [("GET", "/mine"), ("POST", "/mine"), ("GET", "/nodes/resolve"), ("POST", "/nodes/register"), ("POST", "/transactions/new"), ("GET", "/wallet/address"),
                ("GET", "/wallet/address?new=1"), ("GET", "/wallet/balance"), ("POST", "/api/tx"), ("POST", "/api/txs/package"), ("POST", "/api/v1/mining"),
                ("POST", "/"), ("POST", "/wallet/x"), ("GET", "/api/v1/settings"), ("GET", "/api/v1/tokens"), ("POST", "/api/v1/tokens"), ("DELETE", "/api/v1/tokens/x")]
    pages = [PAGE, {**PAGE, "Sec-Fetch-Site": "same-site"}, {"Origin": "http://evil.test"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:3000"},
             {"Origin": "http://evil.test", "Sec-Fetch-Site": "same-origin"}, {"Sec-Purpose": "prefetch"}, {"Purpose": "prefetch", "Sec-Fetch-Site": "none"},
             {"User-Agent": "Mozilla/5.0 (Windows NT 6.1) MSIE"}]
    payment = '{"sender":"wallet","recipient":"%s","amount":1}' % address
    for method, path in changing:
        for headers in pages:
            for kind in ("text/plain", "application/json"):
                answer = requests.request(method, node.api + path, data=payment, headers={**headers, "Content-Type": kind}, timeout=30)
                assert answer.status_code == 403, (method, path, headers, answer.status_code)
                assert "Access-Control-Allow-Origin" not in answer.headers
    # A page of the node's own origin may not send what a form can send.
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        own = {"Origin": node.api, "Sec-Fetch-Site": "same-origin", "User-Agent": PAGE["User-Agent"], "Content-Type": kind}
        assert requests.post(node.api + "/transactions/new", data=payment, headers=own, timeout=30).status_code == 415
    assert height(node) == 5 and node.get("/api/mempool/txids") == [] and node.balance() == before
    # The chain itself is no secret, but no page of another origin can read the answer.
    answer = requests.get(node.api + "/chain", headers=PAGE, timeout=30)
    assert answer.status_code == 200 and answer.headers["Cross-Origin-Resource-Policy"] == "same-origin" and answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY" and answer.headers["Referrer-Policy"] == "no-referrer" and answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    # What the user does by hand works.
    typed = {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate", "User-Agent": PAGE["User-Agent"]}
    assert requests.get(node.api + "/mine", headers=typed, timeout=60).status_code == 200
    assert requests.post(node.api + "/transactions/new", data=payment, timeout=30).status_code == 201, "curl -d"
    assert requests.get(node.api + "/wallet/balance", headers={"User-Agent": "Mozilla/5.0 (Windows NT; Windows NT 10.0) WindowsPowerShell/5.1"}, timeout=30).status_code == 200
    node.stop()


def test_rebinding_and_preflight(folder, make):
    page = "http://localhost:8080"
    node = make(folder, "--api-origins", page, "--api-hosts", "node.lab", network=easy_card(folder)).start()
    port = node.api.rsplit(":", 1)[1]
    for host, status in (("evil.test", 403), (f"evil.test:{port}", 403), ("localhost.evil.test", 403), ("127.0.0.1:1", 403), ("127.0.0.1.evil.test", 403), ("[::1", 403),
                         (f"127.0.0.1:{port}", 200), ("127.0.0.1", 200), (f"[::1]:{port}", 200), (f"LOCALHOST:{port}", 200), ("a.localhost", 200), (f"node.lab:{port}", 200)):
        for path in ("/chain", "/nothing", "/wallet/balance"):
            got = status_of(exchange(node.api, f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())[0])
            assert got == (404 if status == 200 and path == "/nothing" else status), (host, path, got)
    assert status_of(exchange(node.api, b"GET /chain HTTP/1.1\r\n\r\n")[0]) == 400
    assert status_of(exchange(node.api, b"GET /heartbeat HTTP/1.0\r\n\r\n")[0]) == 200
    listed = requests.get(node.api + "/api/blocks", headers={"Origin": page}, timeout=30)
    assert listed.headers["Access-Control-Allow-Origin"] == page and "Origin" in listed.headers["Vary"]
    ask = {"Origin": page, "Access-Control-Request-Method": "GET"}
    answer = requests.options(node.api + "/api/blocks", headers=ask, timeout=30)
    assert answer.status_code == 204 and answer.headers["Access-Control-Allow-Origin"] == page
    for path, headers in (("/api/blocks", {**ask, "Origin": "http://evil.test"}), ("/api/blocks", {**ask, "Origin": "null"}), ("/mine", ask), ("/wallet/balance", ask),
                          ("/api/tx", {**ask, "Origin": "http://evil.test", "Access-Control-Request-Method": "POST"}), ("/api/txs/package", {**ask, "Access-Control-Request-Method": "POST"}),
                          ("/api/tx", {**ask, "Access-Control-Request-Method": "DELETE"}), ("/", {**ask, "Access-Control-Request-Method": "POST"})):
        answer = requests.options(node.api + path, headers=headers, timeout=30)
        assert answer.status_code == 403 and "Access-Control-Allow-Origin" not in answer.headers, (path, headers)
    plain = requests.options(node.api + "/mine", timeout=30)
    assert plain.status_code == 204 and plain.headers["Allow"] == "GET, POST, OPTIONS"
    assert requests.head(node.api + "/mine", timeout=30).status_code == 405 and requests.head(node.api + "/chain", timeout=30).status_code == 200
    assert height(node) == 0
    node.stop()


def test_smuggling_and_bombs(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    start = b"POST /heartbeat HTTP/1.1\r\nHost: localhost\r\n"
    inner = b"GET /mine HTTP/1.1\r\nHost: localhost\r\n\r\n"
    for headers in (b"Content-Length: 5\r\nContent-Length: 6\r\n", b"Content-Length: 5\r\nContent-Length: 5\r\n", b"Content-Length: 5, 5\r\n",
                    b"Content-Length: 0\r\nTransfer-Encoding: chunked\r\n", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                    b"Transfer-Encoding: xchunked\r\n", b"Transfer-Encoding:\x0bchunked\r\nContent-Length: 4\r\n", b"Content-Length: -1\r\n", b"Content-Length: +5\r\n",
                    b"Content-Length: 0x5\r\n", b"Content-Length : 5\r\n", b"X: y\r\n Content-Length: 5\r\n", b"Transfer-Encoding: chunked\r\n\tx\r\n",
                    b"Host: localhost\r\n", b"Authorization: Basic Og==\r\nAuthorization: Bearer x\r\n", b"Origin: http://a\r\nOrigin: null\r\n",
                    b"Content-Length: 99999999999999999999\r\n", b"X\x00Y: 1\r\n", b"X: a\x00b\r\n"):
        answer, reset = exchange(node.api, start + headers + b"\r\n" + inner)
        assert status_of(answer) in (400, 413, 501), (headers, answer[:200])
        assert answer.count(b"HTTP/1.1 ") == 1 and not reset, (headers, "the rest of the bytes was taken for a request", answer[-300:])
    for data, status in ((b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 400), (b"A" * 50_000, 400), (b"GET http://evil/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
                         (start + b"".join(b"X-%d: y\r\n" % n for n in range(3000)) + b"\r\n", 400), (start + b"Content-Length: 9000000\r\n\r\n", 413),
                         (b"GET / HTTP/3.7\r\nHost: localhost\r\n\r\n", 505), (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200), 400)):
        answer, reset = exchange(node.api, data)
        got = status_of(answer)
        assert got in (status, 400) and not reset, (data[:60], got)
    # An endless chunked body is cut off at the limit, with an answer and without a reset.
    with connect(node.api) as sock:
        sock.sendall(b"POST /api/tx HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
        try:
            for _ in range(200):
                sock.sendall(b"10000\r\n" + b"0" * 0x10000 + b"\r\n")
        except OSError:
            pass
        answer, _ = read_all(sock)
        assert not answer or status_of(answer) == 413, answer[:200]
    deep = b'{"method":' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    wide = b'{"method":"getblockcount","params":[' + b"[]," * 1_000_000 + b"[]]}"
    for body in (deep, wide, b"[" * 1_000_000, b'{"a":' * 100_000, b'"' + b"\\u0000" * 100_000, b"\xff\xfe" * 1000):
        answer = requests.post(node.api + "/", data=body, timeout=60)
        assert answer.status_code == 500 and answer.json()["error"]["code"] == -32700, answer.text[:100]
        for path in ("/transactions/new", "/nodes/register", "/api/v1/mining", "/api/txs/package"):
            assert requests.post(node.api + path, data=body, timeout=60).status_code == 400, path
    for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fapi.cookie", "/api/../wallet/balance", "//etc/passwd", "/%00", "/%ff%fe", "/api.cookie", "/api/block/..%2f..",
                 "/api/address/%ff%00", "/wallet//balance", "/api/tx/" + "%41" * 1000):
        answer, _ = exchange(node.api, f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        assert status_of(answer) in (400, 404) and b"root:" not in answer and b"__cookie__" not in answer, (path, answer[:200])
    # Bytes that are no UTF-8, wherever a text may stand.
    for data in (b"GET /api/tx/\xff\xfe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", b"GET /chain?from=\xc3\x28 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                 b"GET /wallet/address HTTP/1.1\r\nHost: \xff\xfe\r\nConnection: close\r\n\r\n", b"G\xffT /chain HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"):
        answer, reset = exchange(node.api, data)
        assert status_of(answer) in (400, 403, 404, 405) and not reset, (data, answer[:200])
        answer.split(b"\r\n\r\n", 1)[1].decode()  # what comes back is UTF-8 nevertheless
    for body in (b'{"sender":"\xff","recipient":"x","amount":1}', b'{"nodes":["\xc3\x28"]}', b'{"method":"\xf0\x28\x8c\x28","id":1}'):
        for path in ("/transactions/new", "/nodes/register", "/"):
            answer = requests.post(node.api + path, data=body, headers={"Content-Type": "application/json"}, timeout=60)
            assert answer.status_code in (400, 500), (path, body, answer.status_code)
            answer.content.decode()
    assert height(node) == 0 and node.process.poll() is None
    node.stop()


def test_mutated_requests(folder, make):
    print(f"seed {SEED}", flush=True)
    rng = random.Random(SEED)
    node = make(folder, network=easy_card(folder)).start()
    body = b'{"jsonrpc":"2.0","method":"getblock","params":["%s",2],"id":1}' % (b"0" * 64)
    samples = [b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body,
               b"GET /api/blocks/0?x=%41&y HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n",
               b"GET /chain?from=0&limit=2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"]
    for _ in range(300):
        data = bytearray(rng.choice(samples))
        for _ in range(rng.randrange(1, 6)):
            at = rng.randrange(len(data))
            data[at:at + rng.randrange(3)] = rng.randbytes(rng.randrange(4))
        answer, _ = exchange(node.api, bytes(data), half_close=True)
        assert not answer or status_of(answer) is not None, answer[:100]
    assert node.process.poll() is None and height(node) >= 0
    node.stop()


def test_the_network_gets_the_explorer_only(folder, make):
    node = make(folder, "--peer-bind", "127.0.0.1:0", network=easy_card(folder)).start()
    node.mine(1)
    document = node.get("/openapi.json")
    auth = cookie(node)
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            open_to_all = operation["x-on-peer-face"]
            assert open_to_all == (path.startswith("/p2p/v1/") or (path.startswith("/api/") and not path.startswith("/api/v1/") and method == "get") or
                                   (path, method) == ("/api/tx", "post")), (path, method)
            if path.startswith("/p2p/"):
                continue
            if open_to_all and "{" in path:
                continue
            url = node.peer + re.sub(r"\{\w+\}", "x", path)
            answer = allowed(lambda: requests.request(method, url, auth=auth, data="zz", timeout=30))
            if open_to_all:
                assert answer.status_code in (200, 400), (path, answer.status_code)
            else:
                assert answer.status_code == 404 and answer.json()["code"] == "not-on-this-face", (path, method, answer.status_code)
    one = b"GET /api/blocks/tip/height HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
    answer, reset = exchange(node.peer, one % b"" * 300 + one % b"Connection: close\r\n")
    statuses = re.findall(rb"HTTP/1\.1 (\d+) ", answer)
    assert len(statuses) == 301 and set(statuses) <= {b"200", b"429"} and b"429" in statuses and b"Retry-After" in answer and not reset
    assert {requests.get(node.api + "/api/blocks/tip/height", timeout=30).status_code for _ in range(150)} == {200}, "loopback is not limited"
    assert requests.get(node.peer + "/p2p/v1/peers", timeout=30).status_code == 200, "peers are not limited with it"
    node.stop()


def allowed(ask):
    """The answer once the rate limit lets the request pass."""
    last = []

    def attempt():
        last[:] = [ask()]
        return last[0].status_code != 429

    wait_until(attempt, "the rate limit lets a request pass")
    return last[0]


def test_cookie_and_tokens(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    path = node.datadir / "test-net" / "api.cookie"
    first = cookie(node)
    assert first[0] == "__cookie__" and len(first[1]) == 64 and stat.S_IMODE(path.stat().st_mode) == 0o600
    tokens = node.api + "/api/v1/tokens"
    for auth in (None, ("__cookie__", "wrong"), ("", "")):
        assert requests.get(tokens, auth=auth, timeout=30).status_code == 401
    assert requests.post(tokens, json={"name": "till", "scopes": ["everything"]}, auth=first, timeout=30).status_code == 400
    made = requests.post(tokens, json={"name": "till", "scopes": ["wallet"]}, auth=first, timeout=30)
    assert made.status_code == 201
    till = {"Authorization": "Bearer " + made.json()["token"]}
    assert requests.post(tokens, json={"name": "till", "scopes": ["wallet"]}, auth=first, timeout=30).status_code == 400, "taken"
    listed = requests.get(tokens, auth=first, timeout=30).json()
    assert [item["name"] for item in listed] == ["till"] and made.json()["token"] not in str(listed)
    for method, route, status in (("GET", "/wallet/balance", 200), ("GET", "/chain", 200), ("GET", "/mine", 200), ("POST", "/transactions/new", 400), ("GET", "/api/v1/tokens", 403)):
        assert requests.request(method, node.api + route, headers=till, timeout=60).status_code == status, route
    node.stop()
    assert not path.exists()
    database = b"".join(p.read_bytes() for p in (node.datadir / "test-net").glob("chain.sqlite*"))
    assert made.json()["token"].encode() not in database and made.json()["token"].removeprefix("cairn_").encode() not in database, "the secret is not stored"
    node.start()
    second = cookie(node)
    assert second != first and requests.get(node.api + "/api/v1/tokens", auth=first, timeout=30).status_code == 401
    assert requests.get(node.api + "/wallet/balance", headers=till, timeout=30).status_code == 200, "tokens survive a restart"
    assert requests.delete(node.api + "/api/v1/tokens/till", auth=second, timeout=30).status_code == 200
    assert requests.delete(node.api + "/api/v1/tokens/till", auth=second, timeout=30).status_code == 404
    assert requests.get(node.api + "/wallet/balance", headers=till, timeout=30).status_code == 401
    node.stop()


def test_token_scopes(folder, make):
    """A token adds what its scopes say to what is open without one, and no more, whatever it is presented with."""
    node = make(folder, network=easy_card(folder)).start()
    node.mine(5)
    payment = {"sender": "wallet", "recipient": node.address(), "amount": 0.1}
    rpc = lambda method, *params: {"json": {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}}
    calls = {"read": [("GET", "/chain", {}, 200), ("GET", "/api/blocks", {}, 200)],
             "change": [("GET", "/mine", {}, 200), ("POST", "/mine", {}, 200), ("POST", "/api/v1/mining", {"json": {"enabled": False}}, 200), ("POST", "/api/tx", {"data": "zz"}, 400),
                        ("POST", "/", rpc("getblockcount"), 200), ("POST", "/nodes/register", {"json": {"nodes": []}}, 201)],
             "wallet": [("GET", "/wallet/balance", {}, 200), ("GET", "/wallet/address", {}, 200), ("GET", "/api/v1/settings", {}, 200)],
             "spend": [("POST", "/transactions/new", {"json": payment}, 201)],
             "control": [("GET", "/api/v1/tokens", {}, 200), ("DELETE", "/api/v1/tokens/nobody", {}, 404)]}
    for scopes in (["change"], ["wallet"], ["spend"], ["control"], ["wallet", "spend"], ["change", "wallet", "spend", "control"]):
        made = requests.post(node.api + "/api/v1/tokens", json={"name": "+".join(scopes), "scopes": scopes}, auth=cookie(node), timeout=30)
        token = made.json()["token"]
        for kind, rows in calls.items():
            for method, path, options, status in rows:
                for sent in ({"headers": {"Authorization": "Bearer " + token}}, {"auth": ("anybody", token)}):
                    answer = requests.request(method, node.api + path, timeout=60, **options, **sent)
                    expected = status if kind != "control" or kind in scopes else 403
                    assert answer.status_code == expected, (scopes, method, path, answer.status_code, answer.text[:200])
        stop = requests.post(node.api + "/", headers={"Authorization": "Bearer " + token}, timeout=30, **rpc("setmocktime", 0))
        expected = 200 if "control" in scopes else 401
        assert stop.status_code == expected, (scopes, stop.status_code, stop.text)
    for wrong in (token[:-1], token + "0", token.upper(), "cairn_"):
        assert requests.get(node.api + "/wallet/balance", headers={"Authorization": "Bearer " + wrong}, timeout=30).status_code == 401, wrong
    node.stop()


def test_spending_rules(folder, make):
    card = easy_card(folder)
    for rule, plain in (("token", 403), ("ask", 403), ("open", 201)):
        node = make(folder / rule, "--api-spending", rule, network=card).start()
        node.mine(5)
        payment = {"sender": "wallet", "recipient": node.address(), "amount": 1}
        answer = requests.post(node.api + "/transactions/new", json=payment, timeout=90)
        assert answer.status_code == plain, (rule, answer.text)
        made = requests.post(node.api + "/api/v1/tokens", json={"name": "pay", "scopes": ["spend"]}, auth=cookie(node), timeout=30).json()
        answer = requests.post(node.api + "/transactions/new", json=payment, headers={"Authorization": "Bearer " + made["token"]}, timeout=90)
        assert answer.status_code == 201, (rule, answer.text)
        assert requests.post(node.api + "/transactions/new", json=payment, auth=cookie(node), timeout=90).status_code == 201
        node.stop()


def room_for(sockets):
    """Lets this process have so many; False when the system does not."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < sockets + 100:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, sockets + 100), hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0] >= sockets + 100


def seconds_for(session, url):
    started = time.perf_counter()
    assert session.get(url, timeout=60).status_code == 200
    return time.perf_counter() - started


def test_slow_clients_hold_nobody_up(folder, make):
    clients = 1000
    if not room_for(clients):
        print("skipped: the system gives no 1 000 sockets")
        return
    card = easy_card(folder)
    besieged, calm = make(folder / "a", network=card).start(), make(folder / "b", network=card).start()
    besieged.mine(3)
    calm.mine(3)
    slow = [connect(besieged.api) for _ in range(clients)]
    parts = (b"GET /chain HTTP/1.1\r\nHo", b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{", b"", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ")
    for index, sock in enumerate(slow):
        sock.sendall(parts[index % len(parts)])
    # Turn by turn with a node that nobody bothers, so that a busy computer slows both.
    sessions = requests.Session(), requests.Session()
    times = [], []
    for turn in range(200):
        for session, node, found in zip(sessions, (besieged, calm), times):
            found.append(seconds_for(session, node.api + "/api/blocks/tip/height"))
        slow[turn % clients].sendall(b"x")  # and they drip
    ratio = statistics.median(times[0]) / statistics.median(times[1])
    print(f"{clients} slow clients: a normal request takes {ratio:.2f} times what it takes without them", flush=True)
    assert ratio < 5, ratio
    with connect(besieged.api) as fresh:
        fresh.sendall(b"GET /heartbeat HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        assert status_of(read_all(fresh)[0]) == 200, "a new client finds room"
    for sock in slow:
        sock.close()
    besieged.stop()
    calm.stop()


def test_full_house_answers_503(folder, make):
    limit = 2000
    if not room_for(limit + 100):
        print("skipped: the system gives no 2 100 sockets")
        return
    node = make(folder).start()
    held = []
    for _ in range(limit):  # as many as fit, each with half a request
        sock = connect(node.api)
        sock.sendall(b"GET /heartbeat HTTP/1.1\r\nHo")
        held.append(sock)
    # Beyond the limit: an answer that says so, whole, and no reset.
    answers = [exchange(node.api, b"GET /heartbeat HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n") for _ in range(20)]
    statuses = [status_of(answer) for answer, _ in answers]
    assert not any(reset for _, reset in answers) and set(statuses) <= {200, 503} and 503 in statuses, statuses
    assert all(b"Retry-After" in answer for answer, _ in answers if status_of(answer) == 503)
    for sock in held:
        sock.close()
    wait_until(lambda: status_of(exchange(node.api, b"GET /heartbeat HTTP/1.0\r\n\r\n")[0]) == 200, "room again")
    node.stop()


def test_a_burst_is_served_without_a_reset(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    node.mine(1)
    for _ in range(5):
        gate, answers = threading.Barrier(64), []

        def ask():
            gate.wait()
            answers.append(exchange(node.api, b"GET /api/blocks/tip/height HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))

        threads = [threading.Thread(target=ask) for _ in range(64)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(90)
        assert len(answers) == 64 and all(not reset and status_of(answer) == 200 for answer, reset in answers)
    node.stop()


def test_many_kept_connections_stay_served(folder, make):
    if not room_for(1000):
        print("skipped: the system gives no 1 000 sockets")
        return
    node = make(folder, network=easy_card(folder)).start()
    kept = [connect(node.api) for _ in range(1000)]
    for _ in range(3):
        for sock in kept:
            sock.sendall(b"GET /heartbeat HTTP/1.1\r\nHost: localhost\r\n\r\n")
        for sock in kept:
            answer = b""
            while not answer.endswith(b'{"status":"ok"}'):
                piece = sock.recv(4096)
                assert piece, answer
                answer += piece
            assert status_of(answer) == 200
    for sock in kept:
        sock.close()
    node.stop()


if __name__ == "__main__":
    main(test_foreign_pages, test_rebinding_and_preflight, test_smuggling_and_bombs, test_mutated_requests, test_the_network_gets_the_explorer_only, test_cookie_and_tokens,
         test_token_scopes, test_spending_rules, test_slow_clients_hold_nobody_up, test_full_house_answers_503, test_a_burst_is_served_without_a_reset, test_many_kept_connections_stay_served)
