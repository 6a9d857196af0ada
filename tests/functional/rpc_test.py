#!/usr/bin/env python3
"""JSON-RPC as miners, explorers and test suites use it: both dialects, mining by others, blocks on demand, who may do what."""
import base64
import json
import re
import threading
import time

import requests

import cpu_miner
from cairn_node import CHAINS, easy_card, is_missing, main, run, wait_until
from cpu_miner import SEGWIT, solved, solved_work
from http_raw import connect, read_all, status_of


class Rpc:
    def __init__(self, node, folder="regtest", path="/"):
        self.node, self.url = node, node.api + path
        self.cookie = lambda: tuple((node.datadir / folder / "api.cookie").read_text().split(":", 1))
        self.session = requests.Session()

    def raw(self, body, auth=None, **options):
        return self.session.post(self.url, json=body, auth=auth, timeout=options.pop("timeout", 120), **options)

    def call(self, method, *params, owner=False):
        answer = self.raw({"jsonrpc": "2.0", "id": 7, "method": method, "params": list(params)}, self.cookie() if owner else None)
        body = answer.json()
        assert "error" not in body, (method, params, body)
        assert body["id"] == 7 and answer.status_code == 200
        return body["result"]

    def error(self, code, method, *params, owner=False):
        answer = self.raw({"id": 7, "method": method, "params": list(params)}, self.cookie() if owner else None)
        body = answer.json()
        assert body["result"] is None and body["error"]["code"] == code, (method, params, body)
        assert answer.status_code == {-32600: 400, -32601: 404, -32001: 401}.get(code, 500), answer.status_code
        return body["error"]["message"]


def check_template(template):
    cpu_miner.check_template(template)
    for field in ("mintime", "sigoplimit", "sizelimit", "weightlimit", "vbrequired"):
        assert type(template[field]) is int, (field, template[field])
    assert "!segwit" in template["rules"] and template["coinbaseaux"] == {} and template["noncerange"] == "00000000ffffffff"
    assert template["default_witness_commitment"].startswith("6a24aa21a9ed")


def test_mining_by_others(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    rpc = Rpc(node, "test-net")
    script = bytes.fromhex(rpc.call("validateaddress", node.address())["scriptPubKey"])
    assert "segwit rule set" in rpc.error(-8, "getblocktemplate")
    rpc.error(-8, "getblocktemplate", {"mode": "nonsense", "rules": ["segwit"]})
    for height in range(1, 20):  # past 16, where the height changes its form
        template = rpc.call("getblocktemplate", SEGWIT)
        check_template(template)
        assert template["height"] == height
        assert rpc.call("submitblock", solved(template, script)) is None
    assert rpc.call("getblockcount") == 19
    # Payments go in, with their commitment.
    sent = [node.pay(node.address(), 0.3) for _ in range(3)]
    template = wait_until(lambda: (lambda t: t if len(t["transactions"]) == 3 else None)(rpc.call("getblocktemplate", SEGWIT)), "the payments are offered")
    assert template["coinbasevalue"] == 50 * 10**8 + sum(item["fee_sat"] for item in sent)
    assert all(tx["weight"] > 0 and tx["fee"] > 0 and tx["sigops"] > 0 for tx in template["transactions"])
    good = solved(template, script)
    assert rpc.call("submitblock", solved(template, script, flip="work")) == "high-hash"
    assert rpc.call("submitblock", solved(template, script, flip="merkle")) == "bad-txnmrklroot"
    assert rpc.call("submitblock", solved({**template, "coinbasevalue": template["coinbasevalue"] + 1}, script)) == "bad-cb-amount"
    bad = solved({**template, "coinbasevalue": template["coinbasevalue"] + 1}, script, extra=5)
    assert rpc.call("submitblock", bad) == "bad-cb-amount" and rpc.call("submitblock", bad) == "duplicate-invalid"
    proposal = {"mode": "proposal", "data": good, "rules": ["segwit"]}
    assert rpc.call("submitblock", good) is None
    assert rpc.call("submitblock", good) == "duplicate" and rpc.call("getblocktemplate", proposal) == "duplicate"
    assert rpc.call("submitblock", solved(template, script, extra=9)) == "inconclusive", "valid, but another was first"
    assert node.confirmations(sent[0]["txid"])["confirmations"] == 1
    fresh = rpc.call("getblocktemplate", SEGWIT)
    # A proposal is judged as it stands: only submitblock adds the witness that minerd leaves out.
    assert rpc.call("getblocktemplate", {"mode": "proposal", "data": solved(fresh, script)}) == "bad-witness-nonce-size"
    rpc.error(-22, "submitblock", "zz")
    rpc.error(-22, "submitblock", "00" * 200)
    # However many siblings a block has, it is kept, and the branch on top of the last one can win.
    for extra in range(10, 40):
        assert rpc.call("submitblock", solved(template, script, extra=extra)) == "inconclusive"
    siblings = [tip for tip in node.get("/api/v1/chain-tips") if tip["height"] == template["height"]]
    assert len(siblings) >= 32, len(siblings)
    node.stop()


def test_long_poll(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    rpc = Rpc(node, "test-net")
    script = bytes.fromhex(rpc.call("validateaddress", node.address())["scriptPubKey"])
    order = []

    def poll(template, number):
        answer = Rpc(node, "test-net").call("getblocktemplate", {**SEGWIT, "longpollid": template["longpollid"]})
        order.append((number, answer["height"]))

    for height in range(1, 4):
        template = rpc.call("getblocktemplate", SEGWIT)
        pollers = [threading.Thread(target=poll, args=(template, number)) for number in range(20)]
        for poller in pollers:
            poller.start()
        # All of them wait at the node: an answer to each needs a new block.
        wait_until(lambda: rpc.call("getblockcount") == height - 1 and not order, "nobody is answered early")
        assert rpc.call("submitblock", solved(template, script)) is None
        for poller in pollers:
            poller.join(60)
        assert sorted(number for number, _ in order) == list(range(20)) and {h for _, h in order} == {height + 1}, order
        order.clear()
    # An outdated id is answered at once, and one who leaves holds nothing.
    assert rpc.call("getblocktemplate", {**SEGWIT, "longpollid": template["longpollid"]})["height"] == 4
    current = rpc.call("getblocktemplate", SEGWIT)["longpollid"]
    body = json.dumps({"method": "getblocktemplate", "params": [{**SEGWIT, "longpollid": current}], "id": 1}).encode()
    for _ in range(10):
        sock = connect(node.api)
        sock.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        sock.close()
    node.mine(1)
    node.stop()


def test_getwork(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    rpc = Rpc(node, "test-net")
    for height in range(1, 4):
        answer = rpc.raw({"method": "getwork", "params": [], "id": 0})
        assert answer.headers["X-Long-Polling"].startswith("/")
        work = answer.json()["result"]
        assert len(work["data"]) == 256 and len(work["target"]) == 64
        data = solved_work(work)
        assert rpc.call("getwork", data) is True
        assert rpc.call("getblockcount") == height
        again = rpc.raw({"method": "getwork", "params": [data], "id": 0})
        assert again.json()["result"] is False and again.headers["X-Reject-Reason"] == "duplicate", again.headers
    stale = rpc.raw({"method": "getwork", "params": ["00" * 128], "id": 0})
    assert stale.json()["result"] is False and stale.headers["X-Reject-Reason"] == "stale-work"
    rpc.error(-8, "getwork", "00")
    found = []
    waiting = threading.Thread(target=lambda: found.append(Rpc(node, "test-net", "/?longpoll=1").call("getwork")))
    waiting.start()
    while waiting.is_alive():  # whenever it began to wait, some block is after it
        node.get("/mine")
        waiting.join(0.2)
    assert len(found[0]["data"]) == 256
    assert node.balance()["balance"] >= 150, "the wallet is paid"
    node.stop()


def test_explorer_calls(folder, make):
    name = "regtest-mixed"
    if is_missing(CHAINS / name):
        return
    expected = json.loads((CHAINS / name / "expected.json").read_text())
    node = make(folder, "--import-blocks", CHAINS / name / "blocks.dat").start()
    rpc = Rpc(node)
    wait_until(lambda: rpc.call("getblockcount") == expected["height"] and rpc.call("getindexinfo")["txindex"]["synced"], "the import", 120)
    info = rpc.call("getblockchaininfo")
    assert info["chain"] == "regtest" and info["blocks"] == 700 and info["bestblockhash"] == expected["best"] and info["chainwork"] == expected["chainwork"]
    assert rpc.call("getbestblockhash") == expected["best"]
    coins = rpc.call("gettxoutsetinfo")
    for field in ("txouts", "bogosize", "hash_serialized_3", "transactions"):
        assert coins[field] == expected["utxo"][field], (field, coins, expected["utxo"])
    assert f"{coins['total_amount']:.8f}" == expected["utxo"]["total_amount"]
    tips = {tip["hash"]: tip for tip in rpc.call("getchaintips")}
    for tip in expected["chaintips"]:
        assert tips[tip["hash"]]["height"] == tip["height"] and tips[tip["hash"]]["branchlen"] == tip["branchlen"]
    stats = rpc.call("getchaintxstats")
    assert stats["txcount"] == expected["transactions"] and stats["window_block_count"] == 699, stats
    for height in (0, 1, 333, 700):
        block_hash = rpc.call("getblockhash", height)
        assert block_hash == expected["hashes"][height]
        header = rpc.call("getblockheader", block_hash)
        block = rpc.call("getblock", block_hash, 2)
        raw = rpc.call("getblock", block_hash, 0)
        assert {key: block[key] for key in header} == header and len(raw) == 2 * block["size"]
        assert raw.startswith(rpc.call("getblockheader", block_hash, False)) and header["confirmations"] == 701 - height
        assert len(block["tx"]) == header["nTx"] and ("previousblockhash" in header) == (height > 0) and ("nextblockhash" in header) == (height < 700)
        assert isinstance(header["difficulty"], float)
        figures = rpc.call("getblockstats", height)
        assert rpc.call("getblockstats", block_hash) == figures and figures["txs"] == header["nTx"]
        fees = sum(round(tx.get("fee", 0) * 1e8) for tx in block["tx"])
        assert figures["totalfee"] == fees and len(figures["feerate_percentiles"]) == 5
        if height:
            reward = sum(round(vout["value"] * 1e8) for vout in block["tx"][0]["vout"])
            assert reward <= figures["subsidy"] + fees
    for sample in expected["sample_transactions"][:12]:
        tx = rpc.call("getrawtransaction", sample["txid"], 2)
        assert tx["hash"] == sample["wtxid"] and tx["vsize"] == sample["vsize"] and tx["blockhash"] == expected["hashes"][sample["height"]]
        assert rpc.call("getrawtransaction", sample["txid"]) == tx["hex"]
        decoded = rpc.call("decoderawtransaction", tx["hex"])
        assert decoded["txid"] == sample["txid"] and [vout["scriptPubKey"] for vout in decoded["vout"]] == [vout["scriptPubKey"] for vout in tx["vout"]]
        in_block = rpc.call("getrawtransaction", sample["txid"], 1, tx["blockhash"])
        assert in_block["in_active_chain"] is True
        for index, vout in enumerate(tx["vout"]):
            coin = rpc.call("gettxout", sample["txid"], index)
            assert coin is None or (coin["value"] == vout["value"] and coin["confirmations"] == tx["confirmations"])
    for method, params, field in (("getmininginfo", [], "networkhashps"), ("getnetworkinfo", [], "version"), ("getmempoolinfo", [], "loaded"),
                                  ("getdeploymentinfo", [], "deployments"), ("getnettotals", [], "totalbytesrecv"), ("estimatesmartfee", [6], "feerate"),
                                  ("validateaddress", ["nonsense"], "isvalid"), ("decodescript", ["51"], "p2sh")):
        assert field in rpc.call(method, *params), method
    assert rpc.call("getnetworkinfo")["version"] >= 160000 and isinstance(rpc.call("getmininginfo")["difficulty"], float)
    assert isinstance(rpc.call("getdifficulty"), float) and rpc.call("getnetworkhashps") > 0 and rpc.call("uptime") >= 0
    waiting = rpc.call("getrawmempool")  # what the branches that lost left over
    assert set(rpc.call("getrawmempool", True)) == set(waiting) == set(node.get("/api/mempool/txids")) and rpc.call("getpeerinfo") == []
    nowhere = "0" * 64
    rpc.error(-8, "getblockhash", 701)
    rpc.error(-8, "getblockhash", -1)
    rpc.error(-5, "getblock", nowhere)
    rpc.error(-8, "getblock", "zz")
    rpc.error(-5, "getrawtransaction", nowhere)
    rpc.error(-5, "getmempoolentry", nowhere)
    rpc.error(-3, "getblockhash", "1")
    rpc.error(-1, "getblockhash")
    rpc.error(-32601, "getnothing")
    rpc.error(-22, "sendrawtransaction", "zz")
    help_text = rpc.call("help")
    for method in ("getblock", "submitblock", "getwork", "generatetoaddress", "help"):
        assert f"\n{method}" in "\n" + help_text and rpc.call("help", method).startswith(method)
    batch = rpc.raw([{"id": n, "method": "getblockhash", "params": [n]} for n in range(100)]).json()
    assert [item["result"] for item in batch] == expected["hashes"][:100]
    node.stop()


def test_a_batch_is_bounded(folder, make):
    """The answers of a batch wait for the last one: what goes beyond the bound is refused by name, not kept."""
    node = make(folder, network=easy_card(folder)).start()
    outputs = 390
    transaction = "0200000001" + "11" * 32 + "00000000" + "00" + "ffffffff" + "fd" + outputs.to_bytes(2, "little").hex() + "000000000000000000" * outputs + "00000000"
    batch = [{"id": n, "method": "decoderawtransaction", "params": [transaction]} for n in range(1000)]
    answer = requests.post(node.api + "/", json=batch, timeout=120)
    items = answer.json()
    assert answer.status_code == 200 and [item["id"] for item in items] == list(range(1000))
    refused = [item for item in items if item["error"]]
    assert refused and items[:500] == [item for item in items[:500] if item["result"]] and items[-len(refused):] == refused, (len(refused), len(answer.content))
    assert all(item["error"]["code"] == -1 and "32 MB" in item["error"]["message"] for item in refused) and len(answer.content) < 34 << 20, refused[0]
    node.stop()


def test_blocks_on_demand(folder, make):
    node = make(folder).start()
    rpc = Rpc(node)
    address = node.address()
    for method, params in (("generatetoaddress", [1, address]), ("invalidateblock", ["0" * 64]), ("setmocktime", [1]), ("stop", []), ("addnode", ["x", "add"]),
                           ("generateblock", [address, []]), ("reconsiderblock", ["0" * 64]), ("getaddednodeinfo", [])):
        assert "cookie" in rpc.error(-32001, method, *params)
    hashes = rpc.call("generatetoaddress", 101, address, owner=True)
    assert len(hashes) == 101 and rpc.call("getblockcount") == 101 and rpc.call("getbestblockhash") == hashes[-1]
    sent = [node.pay(address, 1), node.pay(address, 2)]
    wait_until(lambda: len(rpc.call("getrawmempool")) == 2, "both wait")
    entry = rpc.call("getmempoolentry", sent[1]["txid"])
    assert round(entry["fees"]["base"] * 1e8) == sent[1]["fee_sat"] and entry["vsize"] == sent[1]["vsize"]
    assert entry["ancestorcount"] == 1 + len(rpc.call("getmempoolancestors", sent[1]["txid"]))
    assert len(rpc.call("getmempooldescendants", sent[0]["txid"])) == rpc.call("getmempoolentry", sent[0]["txid"])["descendantcount"] - 1
    one = rpc.call("generateblock", address, [sent[0]["txid"]], owner=True)["hash"]
    assert sent[0]["txid"] in rpc.call("getblock", one)["tx"] and rpc.call("getrawmempool") == [sent[1]["txid"]]
    raw = rpc.call("getrawtransaction", sent[1]["txid"])
    assert rpc.call("sendrawtransaction", raw) == sent[1]["txid"], "known is no error"
    assert rpc.call("testmempoolaccept", [raw])[0]["reject-reason"] == "txn-already-in-mempool"
    rpc.call("invalidateblock", one, owner=True)
    assert rpc.call("getblockcount") == 101 and set(rpc.call("getrawmempool")) == {item["txid"] for item in sent}
    rpc.call("reconsiderblock", one, owner=True)
    assert rpc.call("getbestblockhash") == one
    rpc.error(-5, "invalidateblock", "0" * 64, owner=True)
    rpc.error(-25, "generateblock", address, [rpc.call("getrawtransaction", sent[0]["txid"])], owner=True)
    unsent = rpc.call("generateblock", address, [], False, owner=True)
    rpc.error(-5, "getblockstats", unsent["hash"])
    rpc.call("submitheader", unsent["hex"])
    assert "not fully downloaded" in rpc.error(-1, "getblockstats", unsent["hash"])
    rpc.call("setmocktime", int(time.time()) + 5000, owner=True)
    later = rpc.call("generatetoaddress", 1, address, owner=True)[0]
    assert rpc.call("getblockheader", later)["time"] >= int(time.time()) + 4900
    rpc.call("setmocktime", 0, owner=True)
    assert Rpc(node, path="/wallet/default").call("getblockcount") == 103
    rpc.call("addnode", "127.0.0.1:1", "add", owner=True)
    wait_until(lambda: [item["addednode"] for item in rpc.call("getaddednodeinfo", owner=True)] == ["127.0.0.1:1"], "the node is listed")
    rpc.call("addnode", "127.0.0.1:1", "remove", owner=True)
    assert rpc.call("stop", owner=True) == "Cairn stopping"
    assert node.process.wait(60) == 0
    node.process.stdout.close()
    node.process = None


def test_who_may_call(folder, make):
    node = make(folder).start()
    rpc = Rpc(node)
    assert requests.get(node.api + "/", timeout=30).headers["Content-Type"].startswith("text/html")
    for auth, status in ((("", ""), 200), (rpc.cookie(), 200), (("__cookie__", "wrong"), 401), (("user", "pass"), 401), (("__cookie__", ""), 401)):
        answer = rpc.raw({"id": 1, "method": "getblockcount"}, auth)
        assert answer.status_code == status, (auth, answer.status_code)
        if status == 401:
            assert answer.headers["WWW-Authenticate"] == 'Basic realm="jsonrpc"'
    made = requests.post(node.api + "/api/v1/tokens", json={"name": "ci", "scopes": ["change", "control"]}, auth=rpc.cookie(), timeout=30).json()
    for auth in (("anybody", made["token"]), None):
        headers = {} if auth else {"Authorization": "Bearer " + made["token"]}
        assert rpc.raw({"id": 1, "method": "generatetoaddress", "params": [1, node.address()]}, auth, headers=headers).status_code == 200
    batch = rpc.raw([{"id": 1, "method": "getblockcount"}, {"id": 2, "method": "stop"}])
    assert batch.status_code == 200 and batch.json()[0]["result"] == 2 and batch.json()[1]["error"]["code"] == -32001
    plain = requests.post(node.api + "/", data='{"id":1,"method":"getblockcount"}', headers={"Content-Type": "text/plain"}, timeout=30)
    assert plain.status_code == 200, "curl -d"
    login = base64.b64encode(b":").decode()
    body = b'{"method":"getblockcount","params":[],"id":0}'
    with connect(node.api) as sock:
        sock.sendall(f"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic {login}\r\nContent-Type: application/json\r\n"
                     f"Content-Length: {len(body)}\r\nX-Mining-Extensions: midstate\r\nConnection: close\r\n\r\n".encode() + body)
        assert status_of(read_all(sock)[0]) == 200, "a miner without a password"
    node.stop()


def test_the_wallet(folder, make):
    """A wallet script written for Bitcoin Core: address, coins, payment, history. With the cookie or a token alone."""
    node = make(folder, network=easy_card(folder)).start()
    rpc = Rpc(node, "test-net")
    ask = lambda method, *params: rpc.call(method, *params, owner=True)
    assert ask("listwallets") == ["default"] and ask("getwalletinfo")["walletname"] == "default" and ask("getbalance") == 0
    address = ask("getnewaddress", "shop")
    assert ask("getnewaddress") != address
    info = ask("getaddressinfo", address)
    assert info["ismine"] and info["labels"] == ["shop"] and info["iswitness"] and info["witness_version"] == 0 and len(info["pubkey"]) == 66 and not info["ischange"]
    assert ask("setlabel", address, "market") is None and ask("getaddressinfo", address)["labels"] == ["market"]
    assert ask("setlabel", address, "shop") is None
    assert "no address that this wallet gave out" in rpc.error(-5, "setlabel", "test1qnobody", "x", owner=True)
    copy = folder / "copy.sqlite"
    assert ask("backupwallet", str(copy)) is None and copy.stat().st_mode & 0o777 == 0o600
    assert "backup failed" in rpc.error(-4, "backupwallet", str(copy), owner=True)  # nothing is overwritten
    assert "absolute" in rpc.error(-8, "backupwallet", "copy.sqlite", owner=True)
    blocks = ask("generatetoaddress", 5, address)
    wait_until(lambda: ask("getbalances")["lastprocessedblock"] == {"hash": blocks[-1], "height": 5}, "the wallet has seen them")
    balances = ask("getbalances")["mine"]
    assert balances["trusted"] == 150 and balances["immature"] == 100 and balances["untrusted_pending"] == 0, balances
    assert ask("getbalance") == 150
    coins = ask("listunspent")
    assert len(coins) == 3 and {coin["amount"] for coin in coins} == {50} and {coin["address"] for coin in coins} == {address} and coins[0]["label"] == "shop"
    assert {coin["confirmations"] for coin in coins} == {3, 4, 5} and all(coin["spendable"] for coin in coins)
    assert ask("listunspent", 5) == [coin for coin in coins if coin["confirmations"] == 5] and rpc.error(-5, "listunspent", 1, 9999, ["somewhere"], owner=True) == "Invalid Bitcoin address: somewhere"
    stranger = "test1qw508d6qejxtdg4y5r3zarvary0c5xw7k"
    assert rpc.error(-5, "sendtoaddress", stranger, 1, owner=True).startswith("Invalid Bitcoin address")
    elsewhere = make(folder / "other", network=easy_card(folder)).start()
    foreign = elsewhere.address()
    assert not ask("getaddressinfo", foreign)["ismine"]
    txid = ask("sendtoaddress", foreign, 12.5, "for bread")
    sent = ask("gettransaction", txid)
    assert sent["amount"] == -12.5 and sent["fee"] < 0 and sent["confirmations"] == 0 and sent["comment"] == "for bread" and sent["txid"] == txid, sent
    assert [(part["category"], part["address"], part["amount"]) for part in sent["details"]] == [("send", foreign, -12.5)], sent["details"]
    assert rpc.call("decoderawtransaction", sent["hex"])["txid"] == txid
    [block] = ask("generatetoaddress", 1, foreign)
    wait_until(lambda: ask("gettransaction", txid)["confirmations"] == 1, "it is confirmed")
    assert ask("gettransaction", txid)["blockhash"] == block
    listed = ask("listtransactions", "*", 100)
    assert [entry["category"] for entry in listed].count("send") == 1 and listed[-1]["txid"] == txid and len(listed) == 6, listed
    assert {entry["category"] for entry in listed} == {"send", "generate", "immature"} and ask("listtransactions", "shop", 2, 1) == [entry for entry in listed if entry.get("label") == "shop"][-3:-1]
    assert ask("listtransactions", "*", 2) == listed[-2:] and ask("listtransactions", "*", 2, 1) == listed[-3:-1]
    for code, method, params in ((-6, "sendtoaddress", [foreign, 1000]), (-3, "sendtoaddress", [foreign, 0]), (-1, "sendtoaddress", [foreign]), (-3, "sendtoaddress", [foreign, "x"]), (-3, "sendtoaddress", [foreign, 1.123456789]),
                                 (-4, "sendtoaddress", [foreign, 0.00000001]), (-5, "gettransaction", ["0" * 64]), (-8, "gettransaction", ["zz"]), (-5, "getaddressinfo", ["nobody"]),
                                 (-5, "getnewaddress", ["", "loud"]), (-8, "listtransactions", ["*", -1]), (-8, "listtransactions", ["*", 1, -1]), (-3, "listunspent", [0, 9, "x"])):
        rpc.error(code, method, *params, owner=True)
    # Whoever only knows the address of the node reads and moves nothing; a token does what its scopes say.
    for method, params in (("getbalance", []), ("listunspent", []), ("getnewaddress", []), ("sendtoaddress", [foreign, 1]), ("listwallets", [])):
        assert rpc.error(-32001, method, *params), method
    made = requests.post(node.api + "/api/v1/tokens", json={"name": "books", "scopes": ["change", "wallet"]}, auth=rpc.cookie(), timeout=30).json()["token"]
    books = {"Authorization": "Bearer " + made}
    body = lambda method, *params: {"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)}
    assert requests.post(node.api + "/", json=body("getbalance"), headers=books, timeout=30).json()["result"] > 0
    assert requests.post(node.api + "/", json=body("backupwallet", str(folder / "stolen")), headers=books, timeout=30).status_code == 401
    refused = requests.post(node.api + "/", json=body("sendtoaddress", foreign, 1), headers=books, timeout=30)
    assert refused.status_code == 401 and refused.json()["error"]["code"] == -32001 and "spend" in refused.text, refused.text
    assert "Needs the cookie or a token with the scope spend" in rpc.call("help", "sendtoaddress")
    elsewhere.stop()
    node.stop()


def test_descriptors_of_the_wallet(folder, make):
    """Addresses of all four kinds are paid to and spent; what came to a key before it was imported is found."""
    node = make(folder, network=easy_card(folder)).start()
    rpc = Rpc(node, "test-net")
    ask = lambda method, *params: rpc.call(method, *params, owner=True)
    checked = lambda text: text + "#" + rpc.call("getdescriptorinfo", text)["checksum"]
    kinds = {"legacy": "pkh([", "p2sh-segwit": "sh(wpkh([", "bech32": "wpkh([", "bech32m": "tr(["}
    addresses = {kind: ask("getnewaddress", kind, kind) for kind in kinds}
    for kind, form in kinds.items():
        info = ask("getaddressinfo", addresses[kind])
        assert info["ismine"] and info["solvable"] and info["labels"] == [kind] and info["desc"].startswith(form) and info["parent_desc"].startswith(form), info
        assert rpc.call("deriveaddresses", info["desc"]) == [addresses[kind]] and re.search(r"/0/\d+$", info["hdkeypath"]), info
        change = ask("getaddressinfo", ask("getrawchangeaddress", kind))
        assert change["ischange"] and change["hdkeypath"].endswith("/1/0"), change
    wif = "cNJFgo1driFnPcBdBX8BrJrpxchBWXwXCvNH5SoSkdcF6JXXwHMm"
    paper = checked(f"tr({wif})")
    for address in (*rpc.call("deriveaddresses", paper), *addresses.values(), *[addresses["bech32"]] * 3):
        ask("generatetoaddress", 1, address)
    wait_until(lambda: ask("getbalances")["lastprocessedblock"]["height"] == 8, "the wallet has seen them")
    assert len(ask("listunspent")) == 5
    public = checked("wpkh(03a34b99f22c790c4e36b2b3c2c35a36db06226e41c692fc82b8b56ac1c540c5bd)")
    done = ask("importdescriptors", [{"desc": paper, "timestamp": 0, "label": "paper"}, {"desc": f"pkh({wif})", "timestamp": "now"}, {"desc": public, "timestamp": "now"},
                                     {"desc": checked(f"pkh({wif})"), "timestamp": "now", "active": True}, {"timestamp": "now"}, {"desc": paper}])
    assert done[0] == {"success": True} and [each["error"]["code"] for each in done[1:]] == [-5, -4, -8, -8, -3], done
    coins = ask("listunspent")
    assert len(coins) == 6 and [coin["label"] for coin in coins if coin["label"] == "paper"] == ["paper"], coins
    foreign = rpc.call("decodescript", "0014751e76e8199196d454941c45d1b3a323f1433bd6")["address"]
    sent = ask("gettransaction", ask("sendtoaddress", foreign, 299), False, True)
    assert len(sent["decoded"]["vin"]) == 6, "coins of every kind in one payment"
    assert ask("getaddressinfo", foreign)["ischange"] is False
    group = next(each for each in ask("listaddressgroupings") if addresses["bech32"] in [row[0] for row in each])
    assert {*addresses.values(), coins[0]["address"]} <= {row[0] for row in group}, group
    assert sum(row[1] for row in group) == ask("getbalance") and [addresses["bech32"], 0] in [row[:2] for row in group], group
    ask("generatetoaddress", 1, foreign)
    wait_until(lambda: ask("gettransaction", sent["txid"])["confirmations"] == 1, "it is confirmed")
    listed, private = ask("listdescriptors")["descriptors"], ask("listdescriptors", True)["descriptors"]
    assert len(listed) == 9 and [each["active"] for each in listed].count(True) == 8 and not any("prv" in each["desc"] or wif in each["desc"] for each in listed), listed
    assert [each["desc"] for each in private].count(paper) == 1 and sum("tprv" in each["desc"] for each in private) == 8, private
    keys = ask("gethdkeys", {"private": True})
    assert len(keys) == 4 and all(each["has_private"] and each["xprv"].startswith("tprv") and len(each["descriptors"]) == 2 for each in keys), keys
    assert all(any(each["xprv"] in row["desc"] for row in private) and each["xpub"] in each["descriptors"][0]["desc"] for each in keys)
    assert "xprv" not in ask("gethdkeys", {"active_only": True})[0]
    account = ask("derivehdkey", "m/84h/1h/0h", {"private": True})
    assert any(f'wpkh({account["origin"]}{account["xpub"]}/0/*)' in row["desc"] for row in listed) and account["xprv"] in [each["xprv"] for each in keys], account
    assert ask("derivehdkey", "m/87'/0") == {key: value for key, value in ask("derivehdkey", "m/87h/0", {"private": True}).items() if key != "xprv"}
    for code, path, options in ((-8, "m", {}), (-8, "m/84/0", {}), (-8, "m/2147483648h", {}), (-8, "x/1h", {}), (-8, "m/" + "/".join(["0h"] * 256), {}), (-5, "m/1h", {"hdkey": "bad"}), (-5, "m/1h", {"hdkey": keys[0]["xpub"]})):
        rpc.error(code, "derivehdkey", path, options, owner=True)
    assert ask("keypoolrefill", 150) is None and ask("getwalletinfo")["keypoolsize"] >= 150
    for code, method, params in ((-5, "getrawchangeaddress", ["old"]), (-8, "keypoolrefill", [0]), (-3, "importdescriptors", [["x"]]), (-1, "importdescriptors", [])):
        rpc.error(code, method, *params, owner=True)
    node.stop()


def test_transactions_by_hand(folder, make):
    """createrawtransaction, signrawtransactionwithwallet, sendrawtransaction: what regtest scripts do with chosen coins."""
    node = make(folder, network=easy_card(folder)).start()
    other = make(folder / "other", network=easy_card(folder)).start()
    rpc, ask = Rpc(node, "test-net"), lambda method, *params: rpc.call(method, *params, owner=True)
    address, foreign = ask("getnewaddress"), other.address()
    ask("generatetoaddress", 5, address)
    wait_until(lambda: len(ask("listunspent")) == 3, "coins")
    coin, second = ask("listunspent")[:2]
    outpoint = lambda coin: {"txid": coin["txid"], "vout": coin["vout"]}
    made = rpc.call("createrawtransaction", [outpoint(coin)], [{foreign: 30}, {address: "19.9999"}, {"data": "c0ffee" * 30}])
    said = rpc.call("decoderawtransaction", made)
    assert said["version"] == 2 and said["locktime"] == 0 and said["vin"][0]["sequence"] == 0xfffffffd and said["vin"][0]["txid"] == coin["txid"]
    assert [out["value"] for out in said["vout"]] == [30, 19.9999, 0] and said["vout"][0]["scriptPubKey"]["address"] == foreign
    assert said["vout"][2]["scriptPubKey"]["hex"] == "6a4c5a" + "c0ffee" * 30
    signed = ask("signrawtransactionwithwallet", made)
    assert signed["complete"] and "errors" not in signed and rpc.call("decoderawtransaction", signed["hex"])["txid"] == said["txid"]
    short = rpc.call("createrawtransaction", [outpoint(coin)], [{foreign: 30}, {address: 19.9999}])
    txid = rpc.call("sendrawtransaction", ask("signrawtransactionwithwallet", short)["hex"])
    [block] = ask("generatetoaddress", 1, foreign)
    assert txid in rpc.call("getblock", block)["tx"]
    # A child of a parent that nobody else knows, told by the caller; and what the wallet has no key for.
    parent = rpc.call("decoderawtransaction", ask("signrawtransactionwithwallet", rpc.call("createrawtransaction", [outpoint(second)], {address: 49.9999}))["hex"])
    child = rpc.call("createrawtransaction", [{"txid": parent["txid"], "vout": 0}, {"txid": txid, "vout": 0, "sequence": 7}], {foreign: 79}, 3, False)
    said = rpc.call("decoderawtransaction", child)
    assert said["locktime"] == 3 and [vin["sequence"] for vin in said["vin"]] == [0xfffffffe, 7]
    unknown = ask("signrawtransactionwithwallet", child)
    assert not unknown["complete"] and [error["error"] for error in unknown["errors"]][0] == "Input not found or already spent", unknown
    told = [{"txid": parent["txid"], "vout": 0, "scriptPubKey": parent["vout"][0]["scriptPubKey"]["hex"], "amount": 49.9999}]
    partly = ask("signrawtransactionwithwallet", child, told, "ALL")
    [error] = partly["errors"]
    assert not partly["complete"] and (error["txid"], error["vout"], error["sequence"], error["witness"]) == (txid, 0, 7, []), partly
    assert error["error"] == "Witness program hash mismatch", error  # no witness at all, in Core's words
    theirs = Rpc(other, "test-net").call("signrawtransactionwithwallet", partly["hex"], told, owner=True)
    assert not theirs["complete"] and [error["txid"] for error in theirs["errors"]] == [txid], "the other node has not seen that block"
    for code, params in ((-8, [[{"txid": "zz", "vout": 0}], {}]), (-8, [[{"txid": txid}], {}]), (-8, [[{"txid": txid, "vout": -1}], {}]), (-8, [[{"txid": txid, "vout": "x"}], {}]),
                         (-8, [[{"txid": txid, "vout": 0, "sequence": 2**32}], {}]), (-3, [{}, {}]), (-3, [[], 3]), (-8, [[], None]), (-5, [[], {"nowhere": 1}]), (-3, [[], {foreign: -1}]),
                         (-8, [[], {"data": "xyz"}]), (-8, [[], [{foreign: 1}, {foreign: 1}]]), (-8, [[], [{"data": "00"}, {"data": "00"}]]), (-8, [[], {}, 2**32]), (-8, [[], [7]])):
        rpc.error(code, "createrawtransaction", *params)
    for code, params in ((-22, ["00"]), (-3, [made, {}]), (-3, [made, [{"txid": txid, "vout": 0}]]), (-8, [made, [], "NONE"])):
        rpc.error(code, "signrawtransactionwithwallet", *params, owner=True)
    assert rpc.error(-32001, "signrawtransactionwithwallet", made)
    other.stop()
    node.stop()


def test_parameters_are_used(folder, make):
    """Nothing that a caller gives is taken and ignored: it changes the answer, or it is refused with its name."""
    node = make(folder, network=easy_card(folder)).start()
    rpc, ask = Rpc(node, "test-net"), lambda method, *params: rpc.call(method, *params, owner=True)
    address = ask("getnewaddress")
    ask("generatetoaddress", 6, address)
    wait_until(lambda: ask("getbalance") == 200, "coins")
    assert ask("getbalance", "*", 6) == 50 and ask("getbalance", "*", 7) == 0, "confirmations count"
    assert ask("getbalance", "*", 1, False, False) == 200
    coins = ask("listunspent")
    assert ask("listunspent", 1, 99, [address.upper()]) == coins, "addresses are compared as scripts"
    assert ask("validateaddress", address.upper()) == ask("validateaddress", address), "an address has one form"
    assert len(ask("listunspent", 1, 99, [], True, {"maximumCount": 2})) == 2 and len(ask("listunspent", 1, 99, [], True, {"minimumSumAmount": 60})) == 2
    assert ask("listunspent", 1, 99, [], True, {"minimumAmount": 51}) == [] and len(ask("listunspent", 1, 99, [], True, {"include_immature_coinbase": True})) == 6
    assert ask("generatetoaddress", 1, address, 0) == [], "no tries, no block"
    assert rpc.call("gettxoutsetinfo", "none").get("hash_serialized_3") is None and rpc.call("getindexinfo", "nothing") == {}
    genesis = rpc.call("getblockhash", 0)
    assert rpc.call("getdeploymentinfo", genesis)["height"] == 0 and rpc.call("getdeploymentinfo")["height"] == 6
    empty = rpc.call("createrawtransaction", [], {address: 1})
    assert rpc.call("decoderawtransaction", empty)["vout"][0]["value"] == 1, "no inputs: read as it was written"
    assert rpc.call("decoderawtransaction", empty, False)["vin"] == [] and rpc.error(-22, "decoderawtransaction", empty, True)
    txid = ask("sendtoaddress", address, 1)
    assert ask("gettransaction", txid, True, True)["decoded"]["txid"] == txid and "decoded" not in ask("gettransaction", txid)
    spent = rpc.call("getrawtransaction", txid, True)["vin"][0]
    assert rpc.call("gettxspendingprevout", [{"txid": spent["txid"], "vout": spent["vout"]}])[0]["spendingtxid"] == txid
    block = rpc.raw({"jsonrpc": "2.0", "id": 1, "method": "getblock", "params": {"blockhash": genesis, "verbose": 0}}).json()
    assert len(block["result"]) > 160, "the older name of a parameter"
    for code, method, params, word in (
            (-32, "getbalance", ["all"], "dummy"), (-4, "getbalance", ["*", 0, False, True], "avoid reuse"), (-8, "estimatesmartfee", [6, "nonsense"], "estimate_mode"),
            (-8, "getblockstats", [0, ["nope"]], "nope"), (-8, "getnetworkhashps", [10, 99999], "height"), (-8, "getnetworkhashps", [0], "nblocks"),
            (-8, "generatetoaddress", [1, address, -1], "maxtries"), (-5, "listunspent", [0, 99, ["garbage"]], "garbage"), (-8, "listunspent", [0, 99, [address, address]], "duplicated"),
            (-3, "listunspent", [0, 99, [], True, {"nonsense": 1}], "nonsense"), (-8, "gettxoutsetinfo", ["none", 3], "coinstatsindex"), (-5, "getdeploymentinfo", ["00" * 32], "not found"),
            (-1, "getblockcount", [1], "getblockcount"), (-3, "getblockhash", ["x"], "Position 1 (height)"), (-8, "stop", [5], "wait")):
        message = rpc.error(code, method, *params, owner=True)
        assert word in message, (method, params, message)
    node.stop()


def test_a_clock_behind_the_chain(folder, make):
    """Calls answer with the reason, mining rests and says why and until when, and goes on by itself."""
    node = make(folder, network="regtest").start()
    rpc, ask = Rpc(node), lambda method, *params: rpc.call(method, *params, owner=True)
    address = ask("getnewaddress")
    ask("generatetoaddress", 5, address)
    time_of_tip = rpc.call("getblockheader", rpc.call("getbestblockhash"))["mediantime"]
    ask("setmocktime", time_of_tip - 3 * 60 * 60)
    assert "clock" in rpc.error(-1, "generatetoaddress", 1, address, owner=True)
    node.post("/api/v1/mining", {"enabled": True})
    state = wait_until(lambda: (lambda s: s if s["pause"] else None)(node.get("/api/v1/mining")), "mining rests")
    assert state["pause"] == "ahead-of-clock" and not state["working"] and state["paused_until"] > time_of_tip, state
    assert rpc.call("getblockcount") == 5
    ask("setmocktime", 0)
    wait_until(lambda: rpc.call("getblockcount") > 5, "mining goes on by itself")
    node.stop()


def test_stored_blocks_with_a_clock_behind(folder, make):
    """Blocks of tomorrow: what is stored is not condemned, what is imported is refused with the clock's name, and counted apart."""
    node = make(folder / "a", network="regtest").start()
    rpc = Rpc(node)
    ask = lambda method, *params: rpc.call(method, *params, owner=True)
    address = ask("getnewaddress")
    ask("generatetoaddress", 3, address)
    ask("setmocktime", int(time.time()) + 2 * 24 * 3600)
    ask("generatetoaddress", 5, address)
    node.stop()
    code, out, err = run("--network", "regtest", "--datadir", folder / "a", "--verify")
    assert code == 0 and json.loads(out.splitlines()[-1])["height"] == 8, (code, out, err)
    code, out, err = run("--network", "regtest", "--datadir", folder / "a", "--export-blocks", folder / "blocks.dat")
    assert code == 0, (code, out, err)
    code, out, err = run("--network", "regtest", "--datadir", folder / "b", "--import-blocks", folder / "blocks.dat", "--stop-after-import")
    found = json.loads(out.splitlines()[-1])
    assert code == 1 and "clock is behind" in err and "5 were not taken" in err, (code, out, err)
    assert found["height"] == 3 and found["blocks_read"] == 9 and found["blocks_accepted"] == 4, found


def test_quick_blocks_leave_no_branches(folder, make):
    """Two callers who both want blocks: one search, one block a height."""
    node = make(folder, network=easy_card(folder)).start()
    rpc = Rpc(node, "test-net")
    address = rpc.call("getnewaddress", owner=True)
    threads = [threading.Thread(target=rpc_of.call, args=("generatetoaddress", 300, address), kwargs={"owner": True})
               for rpc_of in (Rpc(node, "test-net"), Rpc(node, "test-net"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rpc.call("getchaintips")) == 1, rpc.call("getchaintips")
    node.stop()


def test_numbers_are_exact(folder, make):
    """Amounts are read digit by digit, in every form JSON allows; what is no whole satoshi is refused; a doubled member too."""
    node = make(folder, network=easy_card(folder)).start()
    rpc = Rpc(node, "test-net")
    address = rpc.call("getnewaddress", owner=True)

    def made(number):
        body = '{"jsonrpc":"2.0","id":1,"method":"createrawtransaction","params":[[],{"%s":%s}]}' % (address, number)
        return rpc.session.post(rpc.url, data=body, headers={"Content-Type": "application/json"}, timeout=30).json()

    for number, value in (("1.5", 1.5), ("1e-05", 0.00001), ("1E0", 1), ("1.500000000", 1.5), ("0.1", 0.1), ("20999999.99999999", 20999999.99999999), ('"1.5"', 1.5)):
        assert rpc.call("decoderawtransaction", made(number)["result"])["vout"][0]["value"] == value, number
    for number in ("0.123456789", "5e-9", "0.30000000000000004", "21000000.00000001", "21000001", "-1", '"1,5"', '"0x10"', "true", "1e99", "1e-400"):
        assert made(number)["error"]["code"] == -3, number
    twice = '{"id":1,"method":"getblockhash","method":"getblockcount"}'
    assert "twice" in rpc.session.post(rpc.url, data=twice, timeout=30).json()["error"]["message"]
    node.stop()


def test_wallets_by_name(folder, make):
    """A path that names a wallet which is not open is never answered by the one that is."""
    node = make(folder, network=easy_card(folder)).start()
    assert Rpc(node, "test-net", "/wallet/default").call("getbalance", owner=True) == 0
    for path in ("/wallet/savings", "/wallet/"):
        named = Rpc(node, "test-net", path)
        for method, params in (("getbalance", []), ("getnewaddress", []), ("sendtoaddress", [node.address(), 1])):
            assert "not loaded" in named.error(-18, method, *params, owner=True), (path, method)
        assert named.call("getblockcount") == 0, "calls that need no wallet are answered"
    rpc = Rpc(node, "test-net")
    ask = lambda method, *params: rpc.call(method, *params, owner=True)
    assert ask("createwallet", "watching", True) == {"name": "watching"} and ask("listwallets") == ["default", "watching"]
    watching = Rpc(node, "test-net", "/wallet/watching")
    info = watching.call("getwalletinfo", owner=True)
    assert not info["private_keys_enabled"] and info["blank"] and info["walletname"] == "watching"
    assert "no available keys" in watching.error(-4, "getnewaddress", owner=True)
    assert "Multiple wallets are loaded" in rpc.error(-19, "getbalance", owner=True)
    assert node.get("/wallet/balance")["balance"] == 0 and node.address(), "routes without a name mean the wallet of the start"
    rpc.error(-4, "createwallet", "watching", owner=True)
    rpc.error(-4, "createwallet", "other", True, False, "secret", owner=True)
    rpc.error(-4, "createwallet", "other", False, False, "", False, False, owner=True)
    rpc.error(-35, "loadwallet", "watching", owner=True)
    rpc.error(-18, "loadwallet", "nobody", owner=True)
    rpc.error(-8, "unloadwallet", owner=True)
    watching.error(-8, "unloadwallet", "default", owner=True)
    assert "nothing to encrypt" in watching.error(-16, "encryptwallet", "secret", owner=True)
    assert watching.call("unloadwallet", owner=True) == {} and ask("listwallets") == ["default"]
    rpc.error(-18, "unloadwallet", "watching", owner=True)
    assert "zero byte" in rpc.error(-4, "createwallet", "sealed", False, True, "secret\0", owner=True)
    assert ask("createwallet", "sealed", False, True, "secret") == {"name": "sealed"}
    assert "zero byte" in Rpc(node, "test-net", "/wallet/sealed").error(-14, "walletpassphrase", "secret\0", 1, owner=True)
    assert Rpc(node, "test-net", "/wallet/sealed").call("getwalletinfo", owner=True)["blank"] and ask("unloadwallet", "sealed") == {}
    address, copy = ask("getnewaddress", "kept"), folder / "copy.sqlite"
    ask("backupwallet", str(copy))
    rpc.error(-4, "restorewallet", "default", str(copy), owner=True)
    rpc.error(-8, "restorewallet", "again", str(folder / "missing"), owner=True)
    assert ask("restorewallet", "again", str(copy)) == {"name": "again"} and ask("unloadwallet", "default") == {}
    assert ask("getaddressinfo", address)["labels"] == ["kept"], "the only one that is open needs no name"
    assert ask("unloadwallet", "again") == {} and ask("listwallets") == []
    assert [each["name"] for each in ask("listwalletdir")["wallets"]] == ["again", "default", "sealed", "watching"]
    assert "No wallet is loaded" in rpc.error(-18, "getbalance", owner=True)
    node.stop()


def test_two_wallets(folder, make):
    """Each pays the other, one is locked and the other not; what a start is to open is open again after a kill."""
    node = make(folder, network=easy_card(folder)).start()
    node.mine(12)
    ask = lambda method, *params, path="/": Rpc(node, "test-net", path).call(method, *params, owner=True)
    for name, at_start in (("Shop", True), ("shop", True), ("once", None), ("never", True)):
        assert ask("createwallet", name, False, False, "secret" if name == "shop" else None, None, None, at_start) == {"name": name}
    assert ask("unloadwallet", "never", False) == {}
    big, small = (lambda method, *params, path=f"/wallet/{name}": ask(method, *params, path=path) for name in ("Shop", "shop"))
    wait_until(lambda: ask("getbalance", path="/wallet/default") > 0, "ripe rewards")
    ask("sendtoaddress", big("getnewaddress"), 5, path="/wallet/default")
    ask("sendtoaddress", small("getnewaddress"), 3, path="/wallet/default")
    node.mine(1)
    wait_until(lambda: (big("getbalance"), small("getbalance")) == (5, 3), "both see what came")
    small("walletlock")
    locked = Rpc(node, "test-net", "/wallet/shop")
    assert "passphrase" in locked.error(-13, "sendtoaddress", big("getnewaddress"), 1, owner=True)
    txid = big("sendtoaddress", small("getnewaddress"), 2)
    assert small("gettransaction", txid)["amount"] == 2 and big("gettransaction", txid)["amount"] == -2
    node.kill()
    node.start()
    assert ask("listwallets") == ["default", "Shop", "shop"], ask("listwallets")
    wait_until(lambda: ask("getrawmempool") == [txid], "what was sent is offered again")
    node.mine(1)
    wait_until(lambda: small("getbalance") == 5, "it is in a block")
    small("walletpassphrase", "secret", 60)
    back = small("sendtoaddress", big("getnewaddress"), 4)
    assert big("gettransaction", back)["amount"] == 4
    node.stop()


def test_the_wallet_that_stands_in(folder, make):
    """On regtest programs bring wallets of their own: the one that a start opens unasked gives way to the only one they opened."""
    node = make(folder / "unasked").start()
    rpc = Rpc(node, "regtest")
    assert rpc.call("getwalletinfo", owner=True)["walletname"] == "default"
    rpc.call("createwallet", "mine", owner=True)
    assert rpc.call("getwalletinfo", owner=True)["walletname"] == "mine"
    rpc.call("createwallet", "yours", owner=True)
    assert "Multiple wallets" in rpc.error(-19, "getwalletinfo", owner=True)
    rpc.call("unloadwallet", "mine", owner=True)
    rpc.call("unloadwallet", "yours", owner=True)
    assert rpc.call("getwalletinfo", owner=True)["walletname"] == "default"
    node.stop()
    asked = make(folder / "asked", "--wallet", "till").start()
    rpc = Rpc(asked, "regtest")
    rpc.call("createwallet", "mine", owner=True)
    assert "Multiple wallets" in rpc.error(-19, "getwalletinfo", owner=True)


def test_sending_and_what_came(folder, make):
    """Several at once, everything, a PSBT of it; what came by address and label; what a reorganisation took away."""
    node = make(folder, network=easy_card(folder)).start()
    node.mine(12)
    rpc = Rpc(node, "test-net")
    ask = lambda method, *params: rpc.call(method, *params, owner=True)
    assert ask("createwallet", "shop") == {"name": "shop"}
    shop = lambda method, *params: Rpc(node, "test-net", "/wallet/shop").call(method, *params, owner=True)
    main = lambda method, *params: Rpc(node, "test-net", "/wallet/default").call(method, *params, owner=True)
    wait_until(lambda: main("getbalance") >= 50, "ripe rewards")
    rent, food = shop("getnewaddress", "rent"), shop("getnewaddress", "food")
    before = ask("getbestblockhash")
    sent = main("sendmany", "", {rent: 2, food: 3}, 1, "", [rent], None, None, None, 5)
    node.mine(1)
    wait_until(lambda: shop("getreceivedbylabel", "food") == 3, "the payment is in a block")
    fee = -main("gettransaction", sent)["fee"]
    assert 0 < fee < 0.001 and abs(shop("getreceivedbyaddress", rent) + fee - 2) < 1e-9 and shop("getreceivedbyaddress", food, 2) == 0
    assert shop("listlabels") == ["food", "rent"] and shop("getaddressesbylabel", "food") == {food: {"purpose": "receive"}}
    row = [row for row in shop("listreceivedbyaddress") if row["label"] == "food"]
    assert row == [{"address": food, "amount": 3, "confirmations": 1, "label": "food", "txids": [sent]}], row
    assert [row["label"] for row in shop("listreceivedbylabel")] == ["food", "rent"]
    since = shop("listsinceblock", before)
    assert [step["txid"] for step in since["transactions"]] == [sent, sent] and since["removed"] == [] and since["lastblock"] == ask("getbestblockhash")
    assert shop("listsinceblock", since["lastblock"])["transactions"] == []
    named = Rpc(node, "test-net", "/wallet/shop")
    named.error(-5, "listsinceblock", "00" * 32, owner=True)
    ask("invalidateblock", since["lastblock"])
    wait_until(lambda: shop("gettransaction", sent)["confirmations"] == 0, "the payment waits again")
    again = shop("listsinceblock", since["lastblock"])
    assert {step["txid"] for step in again["removed"]} == {sent} and {step["txid"] for step in again["transactions"]} == {sent}, again
    ask("reconsiderblock", since["lastblock"])
    wait_until(lambda: shop("gettransaction", sent)["confirmations"] == 1, "it is in its block again")
    coins = shop("listunspent")
    part = shop("send", {main("getnewaddress"): 1}, None, None, 2, {"psbt": True, "inputs": [{"txid": coin["txid"], "vout": coin["vout"]} for coin in coins]})
    assert part["complete"] and len(ask("decodepsbt", part["psbt"])["inputs"]) == 2 and shop("getbalance") + fee == 5
    assert "not part of wallet" in named.error(-8, "sendall", [main("getnewaddress")], None, None, None, {"inputs": [{"txid": sent, "vout": 9}]}, owner=True)
    assert "duplicated position: 0" in named.error(-8, "sendmany", "", {food: 1}, 1, "", [0, food], owner=True)
    assert "lower than the minimum" in named.error(-6, "sendtoaddress", food, 1, "", "", False, True, None, None, False, 0.5, owner=True)
    kept = [{"txid": coin["txid"], "vout": coin["vout"]} for coin in shop("listunspent") if coin["label"] == "food"]
    assert shop("lockunspent", False, kept) is True and shop("listlockunspent") == kept
    assert "already locked" in named.error(-8, "lockunspent", False, kept, owner=True)
    named.error(-6, "sendtoaddress", main("getnewaddress"), 2.5, owner=True)
    assert shop("lockunspent", True) is True and shop("listlockunspent") == []
    assert "expected locked" in named.error(-8, "lockunspent", True, kept, owner=True)
    funded = shop("walletcreatefundedpsbt", [], {main("getnewaddress"): 1}, 0, {"lockUnspents": True, "fee_rate": 2}, True, 2, 0)
    spent = [{"txid": one["txid"], "vout": one["vout"]} for one in ask("decodepsbt", funded["psbt"])["tx"]["vin"]]
    assert shop("listlockunspent") == spent and spent and shop("lockunspent", True) is True
    assert "between 260 and 400000" in named.error(-4, "walletcreatefundedpsbt", [], {food: 1}, 0, {"max_tx_weight": 100}, owner=True)
    assert "without inputs" in named.error(-4, "walletcreatefundedpsbt", [], [{food: 1}, {main("getnewaddress"): 1}], 0, {"max_tx_weight": 292}, owner=True)
    key, other = shop("getnewaddress", "", "legacy"), shop("getnewaddress", "", "legacy")
    proof = shop("signmessage", key, "it is mine")
    assert rpc.call("verifymessage", key, proof, "it is mine") is True and rpc.call("verifymessage", other, proof, "it is mine") is False
    named.error(-5, "signmessage", "garbage", "it is mine", owner=True)
    target = main("getnewaddress")
    swept = shop("sendall", [{food: 1}, target])
    assert swept["complete"] and {output["value"] for output in shop("gettransaction", swept["txid"], True, True)["decoded"]["vout"]} >= {1}
    node.mine(1)
    wait_until(lambda: shop("getbalance") == 1, "all but what it paid itself has left")
    node.stop()


if __name__ == "__main__":
    main(test_mining_by_others, test_long_poll, test_getwork, test_explorer_calls, test_a_batch_is_bounded, test_blocks_on_demand, test_who_may_call, test_the_wallet, test_descriptors_of_the_wallet, test_transactions_by_hand, test_parameters_are_used, test_a_clock_behind_the_chain, test_stored_blocks_with_a_clock_behind, test_quick_blocks_leave_no_branches, test_numbers_are_exact, test_wallets_by_name, test_two_wallets, test_the_wallet_that_stands_in, test_sending_and_what_came)
