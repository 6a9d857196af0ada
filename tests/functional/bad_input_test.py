#!/usr/bin/env python3
"""Bad input never crashes the node: every case gets a clear message and the right status or exit code; nothing is lost."""
import os
import random
import shutil
import socket
import sqlite3
import subprocess

import requests

from cairn_node import CAIRND, easy_card, environment, main, run

SEED = int.from_bytes(os.urandom(4), "big")


def raw(node, data, seconds=20):
    """Sends bytes over a socket of its own and returns what comes back until the node closes."""
    host, port = node.api.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=seconds) as sock:
        try:
            sock.sendall(data)
            out = b""
            while chunk := sock.recv(65536):
                out += chunk
        except (ConnectionResetError, BrokenPipeError):
            return out if "out" in locals() else b""
        return out


def is_alive(node):
    assert node.process.poll() is None, f"the node died: {node.log()}"
    assert node.get("/heartbeat") == {"status": "ok"}


def test_garbage_to_every_route(folder, make):
    rng = random.Random(SEED)
    print(f"seed {SEED}", flush=True)
    node = make(folder, network=easy_card(folder)).start()
    node.mine(5)
    height = node.summary()["height"]
    page = node.get("/")
    assert "/transactions/new" in page and "curl" in page
    posts = ["/transactions/new", "/nodes/register", "/api/v1/mining", "/api/tx", "/p2p/v1/headers", "/p2p/v1/blocks",
             "/p2p/v1/txs", "/p2p/v1/block"]
    bodies = [b"", b"{", b"[]", b"null", b"{}", b"\xff" * 33, b"{" * 100_000, b'{"nodes":' + b"[" * 5000, b'"' + b"a" * 100_000,
              b'{"sender":1,"recipient":[],"amount":{}}', b'{"sender":"","recipient":"x","amount":1e999}',
              b'{"nodes":["http://a b","ftp://x","http://u:p@h","\\u0000"]}', bytes(range(256)) * 40]
    for path in posts:
        for body in bodies + [rng.randbytes(rng.randrange(2000)) for _ in range(10)]:
            answer = requests.post(node.api + path, data=body, timeout=30)
            assert answer.status_code < 500 and answer.status_code != 200 or path in ("/api/v1/mining", "/p2p/v1/blocks", "/p2p/v1/txs"), \
                (path, body[:60], answer.status_code, answer.text[:200])
    for path in ("/p2p/v1/headers?locator=zz", "/p2p/v1/headers?count=-1", "/p2p/v1/block/zz", "/transaction/confirmations/zz",
                 "/balance/nonsense", "/chain?from=-1", "/chain?limit=x", "/mine?address=nobody", "/mine?timeout=-5", "/../../etc/passwd",
                 "/%2e%2e/%00", "/chain/" + "x" * 3000):
        status = requests.get(node.api + path, timeout=30).status_code
        assert 400 <= status < 500, (path, status)
    answer = requests.get(node.api + "/minee", timeout=30)
    assert answer.status_code == 404 and "/mine" in answer.json()["error"], answer.text
    answer = requests.delete(node.api + "/chain", timeout=30)
    assert answer.status_code == 405 and answer.headers["Allow"] == "GET, HEAD, OPTIONS", answer.headers
    is_alive(node)
    assert node.summary()["height"] == height
    node.stop()


def test_broken_http(folder, make):
    node = make(folder).start()
    good = b"GET /heartbeat HTTP/1.1\r\nHost: localhost\r\n"
    for data, status in (
            (b"\x00\x01\x02\r\n\r\n", b" 400 "), (b"GET / HTTP/1.1\r\n\r\n", b" 400 "),
            (good + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\na", b" 400 "),
            (good + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b" 400 "),
            (good + b"X: a\r\n b\r\n\r\n", b" 400 "), (good + b"X: " + b"a" * 20_000 + b"\r\n\r\n", b" 400 "),
            (b"POST /transactions/new HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n", b" 413 "),
            (b"GET /heartbeat HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n", b" 403 "),
            (b"GET /heartbeat HTTP/1.1\r\nHost: 127.0.0.1:1\r\nConnection: close\r\n\r\n", b" 403 "),
            (b"GET /heartbeat HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b" 400 ")):
        answer = raw(node, data)
        assert status in answer.split(b"\r\n")[0], (data[:80], answer[:200])
    pipelined = raw(node, (good + b"\r\n") * 3 + good + b"Connection: close\r\n\r\n")
    assert pipelined.count(b'{"status":"ok"}') == 4, pipelined
    for headers in ({"Origin": "http://evil.test"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
                    {"Sec-Fetch-Site": "same-site"}, {"Sec-Purpose": "prefetch"}, {"User-Agent": "Mozilla/5.0"}):
        for method, path in (("GET", "/mine"), ("POST", "/transactions/new"), ("GET", "/wallet/balance"), ("GET", "/nodes/resolve")):
            answer = requests.request(method, node.api + path, headers=headers, timeout=30)
            assert answer.status_code == 403, (headers, path, answer.status_code)
    assert node.summary()["height"] == 0, "a foreign page made the node mine"
    is_alive(node)
    node.stop()


def test_ports_and_folders_in_use(folder, make):
    node = make(folder / "a").start()
    port = node.api.rsplit(":", 1)[1]
    code, out, err = run("--datadir", folder / "b", "--network", "regtest", "--api-bind", f"127.0.0.1:{port}")
    assert code == 3 and port in err and out == "", (code, err)
    code, out, err = run("--datadir", folder / "a", "--network", "regtest", "--api-bind", "off")
    assert code == 3 and str(node.process.pid) in err, (code, err)
    code, _, err = run("--datadir", folder / "c", "--network", "regtest", "--api-bind", "0.0.0.0:0")
    assert code == 2 and "loopback" in err, (code, err)
    node.stop()
    assert not (folder / "a" / "regtest" / "api.cookie").exists()


def test_bad_options_and_cards(folder, make):
    for arguments, words in ((["--nonsense"], "--nonsense"), (["--mine", "0"], "from 1 to 256"), (["--api-bind", "here"], "api_bind"),
                             (["--network", "nowhere"], "regtest"), (["--stop-after-import"], "--import-blocks"),
                             (["--network"], "needs a value"), (["stray"], "stray"),
                             (["--network", "regtest", "--wallet-passphrase-file", "/nonexistent"], "cannot be read")):
        code, out, err = run("--datadir", folder / "x", *arguments)
        assert code == 2 and words in err and out == "", (arguments, code, err)
    code, _, err = run("--datadir", folder / "y", "--network", "regtest", "--import-blocks", "/nonexistent", "--stop-after-import")
    assert code == 2 and "/nonexistent" in err, (code, err)
    card = easy_card(folder)
    text = card.read_text()
    for change, words in ((("50.00000000", "-3"), "block_reward"), (('"halving_interval": 0', '"halving": 0'), "halving"),
                          (('"rules"', '"ruels"'), "rules"), (text[100:], "")):
        bad = folder / "bad.cairn"
        bad.write_text(text.replace(*change) if isinstance(change, tuple) else text[:100])
        code, _, err = run("--datadir", folder / "z", "--network", bad)
        assert code == 2 and words in err, (change, code, err)
    for option in ("--help", "--version"):
        code, out, _ = run(option)
        assert code == 0 and "cairnd" in out
    assert "--mining-threads" in run("--help")[1]


def test_values_are_checked_at_entry(folder, make):
    for arguments, words in (
            (["--wallet", "../x"], "wallet"), (["--wallet", ""], "wallet"), (["--wallet", "a" * 300], "64"), (["--wallet", ".hidden"], "wallet"),
            (["--connect", "file:///etc/passwd"], "HOST:PORT"), (["--connect", "http://u:p@h:1"], "HOST:PORT"), (["--connect", "6189"], "HOST:PORT"),
            (["--connect", "http://127.1:5001"], "HOST:PORT"), (["--connect", "0x7f000001:5001"], "HOST:PORT"),
            (["--api-origins", "*"], "http://HOST:PORT"), (["--api-origins", "localhost:3000"], "http://HOST:PORT"),
            (["--api-origins", "http://a.test,ftp://b.test"], "http://HOST:PORT"), (["--api-hosts", "http://a.test"], "host names"),
            (["--api-bind", "6189"], "api_bind"), (["--api-bind", "127.1:5000"], "api_bind"), (["--api-bind", "0x7f.0.0.1"], "api_bind"),
            (["--peer-bind", "0177.0.0.1:5001"], "peer_bind")):
        code, out, err = run("--datadir", folder / "x", "--network", "regtest", *arguments)
        assert code == 2 and words in err and out == "", (arguments, code, err)
    assert not (folder / "x").exists(), "nothing was made"
    for number, garbage in enumerate((os.urandom(3000), b"\0\0\0", b"no setting at all\n", b"[General]\nnode_name=\xff\xfe\n",
                                      b"[General]\nconnect=file:///etc/passwd\n", b"[General]\nwallet=../x\n")):
        home = folder / f"ini{number}" / "regtest"
        home.mkdir(parents=True)
        (home / "settings.ini").write_bytes(garbage)
        code, out, err = run("--datadir", home.parent, "--network", "regtest", "--api-bind", "off")
        assert code == 2 and "settings.ini" in err and out == "", (garbage[:60], code, err)
    good = make(folder / "good", "--wallet", "Ada 1", "--connect", "[::1]:1", "--connect", "http://127.0.0.1:1",
                "--api-origins", "http://localhost:3000,https://explorer.test", "--api-hosts", "node.lan,10.0.0.7").start()
    assert good.address()
    answer = requests.get(good.api + "/heartbeat", headers={"Host": "2130706433:" + good.api.rsplit(":", 1)[1]}, timeout=30)
    assert answer.status_code == 403, "an old-style number is no name of this node"
    good.stop()


def test_the_lock_is_the_systems(folder, make):
    """What the lock's file says does not matter, only who holds it."""
    home = folder / "a" / "regtest"
    home.mkdir(parents=True)
    for content, mode in ((b"", 0o600), (b"\xff" * 100, 0o600), (b"1\ninit\n", 0o600), (b"", 0o000)):
        (home / "lock").unlink(missing_ok=True)
        (home / "lock").write_bytes(content)
        (home / "lock").chmod(mode)
        node = make(folder / "a").start()
        code, out, err = run("--datadir", folder / "a", "--network", "regtest", "--api-bind", "off")
        assert code == 3 and str(node.process.pid) in err and out == "", (code, err)
        (home / "lock").write_bytes(b"")  # emptied while it is held
        code, out, err = run("--datadir", folder / "a", "--network", "regtest", "--api-bind", "off")
        assert code == 3 and "in use" in err, (code, err)
        node.kill()
        node.start()  # the lock ended with its process
        node.stop()


def test_damaged_files(folder, make):
    card = easy_card(folder)
    node = make(folder / "data", network=card).start()
    node.mine(6)
    address = node.address()
    node.stop()
    home = folder / "data" / "test-net"
    database = home / "chain.sqlite"
    good = database.read_bytes()
    rng = random.Random(SEED)
    for data in (b"this is not a database" * 100, good[:5000], good[:100] + rng.randbytes(4000) + good[4100:], b"x"):
        for extra in ("chain.sqlite-wal", "chain.sqlite-shm"):
            (home / extra).unlink(missing_ok=True)
        database.write_bytes(data)
        code, out, err = run("--datadir", folder / "data", "--network", card, "--api-bind", "off", "--verify")
        assert code == 5 and "allets are separate files and are safe" in err and database.exists(), (code, out, err)
    database.write_bytes(good)
    settings = home / "settings.ini"
    settings.write_text("[General]\nconfirmation_blocks=many\n")
    code, _, err = run("--datadir", folder / "data", "--network", card, "--api-bind", "off")
    assert code == 2 and "confirmation_blocks must be a whole number from 1 to 1000" in err, (code, err)
    settings.unlink()
    # A damaged wallet is said; without it the node runs when it is told to.
    wallet = home / "wallets" / "default.sqlite"
    kept = wallet.read_bytes()
    wallet.write_bytes(b"garbage" * 1000)
    code, out, err = run("--datadir", folder / "data", "--network", card, "--api-bind", "off")
    assert code == 5 and out == "" and "damaged" in err and wallet.exists(), (code, err)
    node.start("--wallet", "off")
    assert node.get("/wallet/balance", 409)["code"] == "no-wallet"
    node.stop()
    wallet.write_bytes(kept)
    node.start()
    assert node.summary()["height"] == 6 and node.balance()["balance"] == 300
    assert address
    node.stop()


def test_chain_of_a_newer_version_or_in_use(folder, make):
    for network in ("regtest", easy_card(folder)):
        node = make(folder, network=network).start()
        node.stop()
        chain = next(path for path in folder.glob("*/chain.sqlite") if (path.parent.name == "regtest") == (network == "regtest"))
        database = sqlite3.connect(chain, isolation_level=None)
        database.execute("PRAGMA locking_mode=EXCLUSIVE")
        database.execute("BEGIN EXCLUSIVE")
        code, out, err = run("--datadir", folder, "--network", network, "--api-bind", "off")
        assert code == 3 and "chain.sqlite is in use by another program" in err and out == "", (code, err)
        database.execute("PRAGMA user_version=9999")
        database.execute("COMMIT")
        database.close()
        code, out, err = run("--datadir", folder, "--network", network, "--api-bind", "off")
        assert code == 4 and "written by a newer version" in err and out == "", (code, err)


def test_unwritable_folder(folder, make):
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        print("skipped: root may write everywhere, and setpriv is missing")
        return
    target = folder / "locked"
    target.mkdir()
    target.chmod(0o555)
    os.chmod(folder, 0o755)
    command = [CAIRND, "--datadir", str(target / "inside"), "--network", "regtest", "--api-bind", "off"]
    if os.geteuid() == 0:
        command = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", *command]
    done = subprocess.run(command, env=environment({"HOME": "/nonexistent"}), capture_output=True, text=True, timeout=60)
    if "Permission denied" in done.stderr and "exec" in done.stderr or done.returncode == 126:
        print("skipped: the other user cannot run the program")
        return
    assert done.returncode == 1 and "cannot be made" in done.stderr, (done.returncode, done.stderr)


if __name__ == "__main__":
    main(test_garbage_to_every_route, test_broken_http, test_ports_and_folders_in_use, test_bad_options_and_cards,
         test_values_are_checked_at_entry, test_the_lock_is_the_systems, test_damaged_files, test_chain_of_a_newer_version_or_in_use, test_unwritable_folder)
