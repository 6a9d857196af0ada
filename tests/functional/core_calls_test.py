#!/usr/bin/env python3
"""Calls that the test suites and tools of Bitcoin Core begin with: keys brought along, priorities, waiting, filters, /rest."""
import hashlib
import threading
import time

import requests

from cairn_node import main, wait_until
from http_raw import connect
from rpc_test import Rpc

KEY, ADDRESS = "cUeKHd5orzT3mz8P9pxyREHfsWtVfgsfDjiZZBcjUBAaGk1BTj7N", "mpLQjfK79b7CCV4VMJWEWAj5Mpx8Up5zxB"
SIGNATURE = "INbVnW4e6PeRmsv2Qgu8NuopvrVjkcxob+sX8OcZG0SALhWybUjzMLPdAsXI46YZGb0KQTRii+wWIQzRpG/U+S0="
PUBLIC = ["0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", "02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5"]
PRIVATE = ["cMahea7zqjxrtgAbB7LSGbcQUr1uX1ojuat9jZodMN87JcbXMTcA", "cMahea7zqjxrtgAbB7LSGbcQUr1uX1ojuat9jZodMN87K7XCyj5v"]  # the numbers 1 and 2


def mature(rpc, address, blocks=101):
    return rpc.call("generatetoaddress", blocks, address, owner=True)


def coin_of(rpc, block):
    """The coinbase output of a block, as createrawtransaction takes it."""
    transaction = rpc.call("getblock", block, 2)["tx"][0]
    return {"txid": transaction["txid"], "vout": 0, "value": transaction["vout"][0]["value"]}


def spend(rpc, coins, outputs, keys, told=()):
    raw = rpc.call("createrawtransaction", [{"txid": c["txid"], "vout": c["vout"]} for c in coins], outputs)
    signed = rpc.call("signrawtransactionwithkey", raw, keys, list(told))
    assert signed["complete"], signed
    return signed["hex"]


def test_messages(folder, make):
    rpc = Rpc(make(folder).start())
    text = "This is just a test message"
    assert rpc.call("signmessagewithprivkey", KEY, text) == SIGNATURE
    assert rpc.call("verifymessage", ADDRESS, SIGNATURE, text) is True
    assert rpc.call("verifymessage", ADDRESS, SIGNATURE, text + ".") is False
    assert "Invalid private key" in rpc.error(-5, "signmessagewithprivkey", "nonsense", text)
    assert "refer to key" in rpc.error(-3, "verifymessage", "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080", SIGNATURE, text)
    assert "base64" in rpc.error(-3, "verifymessage", ADDRESS, "invalid_sig", text)


def test_multisig_in_every_form(folder, make):
    rpc = Rpc(make(folder).start())
    blocks = mature(rpc, ADDRESS, 110)
    for number, form in enumerate(("legacy", "p2sh-segwit", "bech32")):
        made = rpc.call("createmultisig", 2, PUBLIC, form)
        script = rpc.call("validateaddress", made["address"])["scriptPubKey"]
        assert rpc.call("deriveaddresses", made["descriptor"]) == [made["address"]]
        paid = rpc.call("decoderawtransaction", spend(rpc, [coin_of(rpc, blocks[number])], [{made["address"]: 49.999}], [KEY]))
        rpc.call("sendrawtransaction", spend(rpc, [coin_of(rpc, blocks[number])], [{made["address"]: 49.999}], [KEY]))
        raw = rpc.call("createrawtransaction", [{"txid": paid["txid"], "vout": 0}], [{ADDRESS: 49.998}])
        told = {"txid": paid["txid"], "vout": 0, "scriptPubKey": script, "redeemScript": made["redeemScript"], "amount": 49.999}
        halves = [rpc.call("signrawtransactionwithkey", raw, [key], [told]) for key in PRIVATE]
        assert not any(half["complete"] for half in halves), form
        whole = rpc.call("combinerawtransaction", [half["hex"] for half in halves])
        assert whole == rpc.call("signrawtransactionwithkey", raw, PRIVATE, [told])["hex"], form
        assert rpc.call("sendrawtransaction", whole) in rpc.call("getrawmempool"), form
        bare = {key: value for key, value in told.items() if key != "redeemScript"}
        assert "Missing redeemScript" in rpc.error(-8, "signrawtransactionwithkey", raw, PRIVATE, [bare])
        assert "does not match" in rpc.error(-8, "signrawtransactionwithkey", raw, PRIVATE, [{**told, "redeemScript": "6a"}])
        other = rpc.call("createrawtransaction", [{"txid": paid["txid"], "vout": 0}], [{ADDRESS: 49.9}])
        assert "number 2 not compatible" in rpc.error(-8, "combinerawtransaction", [halves[0]["hex"], other])
    taproot = rpc.call("deriveaddresses", rpc.call("getdescriptorinfo", f"tr({PUBLIC[0][2:]})")["descriptor"])[0]
    rpc.call("sendrawtransaction", spend(rpc, [coin_of(rpc, blocks[5])], [{taproot: 49.999}], [KEY]))
    txid = rpc.call("getrawmempool")[-1]
    assert rpc.call("sendrawtransaction", spend(rpc, [{"txid": txid, "vout": 0}], [{ADDRESS: 49.998}], [PRIVATE[0]]))
    assert "not a valid sighash" in rpc.error(-8, "signrawtransactionwithkey", raw, [KEY], [], "all")
    assert "exceeds size limit: 547 > 520" in rpc.error(-8, "createmultisig", 16, PUBLIC * 8, "legacy")


def test_priorities(folder, make):
    node = make(folder).start()
    rpc = Rpc(node)
    blocks = mature(rpc, ADDRESS, 105)
    first, second = (spend(rpc, [coin_of(rpc, blocks[i])], [{ADDRESS: 49.9999}], [KEY]) for i in range(2))
    poor, rich = (rpc.call("sendrawtransaction", each) for each in (first, second))
    free = spend(rpc, [coin_of(rpc, blocks[2])], [{ADDRESS: 50}], [KEY])
    assert rpc.error(-26, "sendrawtransaction", free).startswith("min relay fee not met, 0 < ")
    unsent = rpc.call("decoderawtransaction", free)["txid"]
    rpc.error(-32001, "prioritisetransaction", poor, 0, 5)  # not for strangers
    assert "must be 0" in rpc.error(-8, "prioritisetransaction", poor, 1, 5, owner=True)
    for txid, more in ((rich, 50_000), (unsent, 1_000), (poor, 7), (poor, -7)):
        assert rpc.call("prioritisetransaction", txid, 0, more, owner=True) is True
    entry = rpc.call("getmempoolentry", rich)
    assert entry["fees"]["base"] == 0.0001 and entry["fees"]["modified"] == entry["fees"]["chunk"] == 0.0006
    assert rpc.call("getprioritisedtransactions") == {
        rich: {"fee_delta": 50_000, "in_mempool": True, "modified_fee": 60_000}, unsent: {"fee_delta": 1_000, "in_mempool": False}}
    assert rpc.call("sendrawtransaction", free) == unsent
    template = lambda: [each["txid"] for each in rpc.call("getblocktemplate", {"rules": ["segwit"]})["transactions"]]
    wait_until(lambda: template()[:1] == [rich], "the favourite is mined first")
    assert rpc.call("savemempool", owner=True)["filename"].endswith("chain.sqlite")
    node.kill()
    rpc = Rpc(node.start())
    assert set(rpc.call("getprioritisedtransactions")) == {rich, unsent} and unsent in rpc.call("getrawmempool")
    rpc.call("prioritisetransaction", rich, 0, -100_000, owner=True)
    wait_until(lambda: template()[-1:] == [rich], "and last when it counts as less")
    mature(rpc, ADDRESS, 1)
    assert rpc.call("getprioritisedtransactions") == {}


def test_clusters(folder, make):
    rpc = Rpc(make(folder).start())
    blocks = mature(rpc, ADDRESS)
    parent = rpc.call("sendrawtransaction", spend(rpc, [coin_of(rpc, blocks[0])], [{ADDRESS: 25}], [KEY]), 0)
    child = rpc.call("sendrawtransaction", spend(rpc, [{"txid": parent, "vout": 0}], [{ADDRESS: 24.9}], [KEY]), 0)
    cluster = rpc.call("getmempoolcluster", parent)
    assert cluster == rpc.call("getmempoolcluster", child) and cluster["txcount"] == 2
    weights = {txid: rpc.call("getmempoolentry", txid)["weight"] for txid in (parent, child)}
    assert cluster["clusterweight"] == sum(weights.values())
    # The parent paid 25 coins: it is mined before its child, not for its sake.
    assert [chunk["txs"] for chunk in cluster["chunks"]] == [[parent], [child]] and cluster["chunks"][0]["chunkweight"] == weights[parent]
    rpc.call("prioritisetransaction", child, 0, 30 * 10**8, owner=True)
    assert [chunk["txs"] for chunk in rpc.call("getmempoolcluster", child)["chunks"]] == [[parent, child]]
    rpc.error(-5, "getmempoolcluster", "00" * 32)


def test_packages_are_judged_together(folder, make):
    rpc = Rpc(make(folder).start())
    blocks = mature(rpc, ADDRESS)
    parent = spend(rpc, [coin_of(rpc, blocks[0])], [{ADDRESS: 49.999}], [KEY])
    txid = rpc.call("decoderawtransaction", parent)["txid"]
    script = rpc.call("validateaddress", ADDRESS)["scriptPubKey"]
    child = spend(rpc, [{"txid": txid, "vout": 0}], [{ADDRESS: 49.998}], [KEY], [{"txid": txid, "vout": 0, "scriptPubKey": script, "amount": 49.999}])
    both = rpc.call("testmempoolaccept", [parent, child])
    assert [each["allowed"] for each in both] == [True, True] and both[1]["fees"]["base"] == 0.001
    assert both[0]["fees"]["effective-includes"] == [both[0]["wtxid"]] and both[0]["vsize"] == both[0]["vsize_bip141"]
    assert rpc.call("testmempoolaccept", [child])[0]["reject-reason"] == "missing-inputs"
    fault = lambda *package: {each["package-error"] for each in rpc.call("testmempoolaccept", list(package))}
    assert fault(child, parent) == {"package-not-sorted"} and fault(parent, parent) == {"package-contains-duplicates"}
    assert fault(parent, spend(rpc, [coin_of(rpc, blocks[0])], [{ADDRESS: 49.99}], [KEY])) == {"conflict-in-package"}
    assert rpc.call("getrawmempool") == [], "nothing came in"
    assert "1BTC/kvB" in rpc.error(-8, "testmempoolaccept", [parent], 1)


def test_waiting(folder, make):
    node = make(folder).start()
    rpc, other = Rpc(node), Rpc(node)
    tip = rpc.call("getbestblockhash")
    assert rpc.call("waitforblockheight", 0) == {"hash": tip, "height": 0} == rpc.call("waitforblock", tip)
    begun = time.monotonic()
    assert rpc.call("waitfornewblock", 300)["height"] == 0 and time.monotonic() - begun >= 0.3
    assert "Negative" in rpc.error(-1, "waitfornewblock", -1)
    for method, parameters in (("waitfornewblock", []), ("waitforblockheight", [2])):
        answers = []
        waiter = threading.Thread(target=lambda: answers.append(Rpc(node).call(method, *parameters)))
        waiter.start()
        wait_until(lambda: answers or (mature(other, ADDRESS, 1) and answers), "the wait ends with the block")
        waiter.join(30)
    # A client that waits does not keep the node from stopping.
    with connect(node.api) as client:
        body = b'{"method":"waitforblockheight","params":[1000000]}'
        client.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        wait_until(lambda: rpc.call("uptime") >= 0, "the node has read it")
        node.stop()


def test_preferred_branches(folder, make):
    rpc = Rpc(make(folder).start())
    blocks = mature(rpc, ADDRESS, 3)
    rpc.call("invalidateblock", blocks[1], owner=True)
    others = mature(rpc, "mneYUmWYsuk7kySiURxCi3AGxrAqZxLgPZ", 2)
    rpc.call("reconsiderblock", blocks[1], owner=True)
    best = rpc.call("getbestblockhash")
    for wanted in (others[1], blocks[2], others[1]):
        rpc.call("preciousblock", wanted, owner=True)
        assert rpc.call("getbestblockhash") == wanted, best
    rpc.call("preciousblock", blocks[0], owner=True)  # less work: nothing happens
    assert rpc.call("getbestblockhash") == others[1]
    rpc.error(-5, "preciousblock", "00" * 32, owner=True)
    rpc.error(-32001, "preciousblock", blocks[2])


def filter_header(filters):
    header = b"\0" * 32
    twice = lambda data: hashlib.sha256(hashlib.sha256(data).digest()).digest()
    for each in filters:
        header = twice(twice(bytes.fromhex(each)) + header)
    return header[::-1].hex()


def test_filters_and_scans(folder, make):
    rpc = Rpc(make(folder).start())
    # Genesis of regtest has one output: the filter of one script, as published software computes it.
    genesis = rpc.call("getblockfilter", rpc.call("getblockhash", 0))
    blocks = mature(rpc, ADDRESS, 3)
    filters = [rpc.call("getblockfilter", rpc.call("getblockhash", height)) for height in range(4)]
    assert filters[0] == genesis and all(each["filter"].startswith("01") for each in filters)
    for height in range(4):
        assert filters[height]["header"] == filter_header(each["filter"] for each in filters[: height + 1])
    assert "Unknown filtertype" in rpc.error(-5, "getblockfilter", blocks[0], "extended")
    rpc.error(-5, "getblockfilter", "00" * 32)
    found = rpc.call("scanblocks", "start", [f"addr({ADDRESS})"], 2)
    assert found == {"from_height": 2, "to_height": 3, "relevant_blocks": blocks[1:], "completed": True}
    assert rpc.call("scanblocks", "start", ["addr(mneYUmWYsuk7kySiURxCi3AGxrAqZxLgPZ)"])["relevant_blocks"] == []
    assert "start_height" in rpc.error(-1, "scanblocks", "start", [], 9) and "action" in rpc.error(-8, "scanblocks", "go")
    coins = rpc.call("scantxoutset", "start", [f"pkh({PUBLIC[0]})", f"addr({ADDRESS})"])
    assert {coin["desc"].split("#")[0] for coin in coins["unspents"]} == {f"addr({ADDRESS})"}
    mature(rpc, rpc.call("deriveaddresses", rpc.call("getdescriptorinfo", f"pkh({PUBLIC[0]})")["descriptor"])[0], 1)
    desc = rpc.call("scantxoutset", "start", [f"pkh({PUBLIC[0]})"])["unspents"][0]["desc"]
    assert desc.startswith(f"pkh({PUBLIC[0]})#")
    muhash = rpc.call("gettxoutsetinfo", "muhash")
    assert len(muhash["muhash"]) == 64 and "hash_serialized_3" not in muhash


def test_the_program_itself(folder, make):
    rpc = Rpc(make(folder).start())
    assert rpc.call("logging", owner=True)["mempool"] is False
    assert rpc.call("logging", ["mempool"], owner=True)["mempool"] is True
    assert not any(rpc.call("logging", [], ["all"], owner=True).values())
    assert "unknown logging category" in rpc.error(-8, "logging", ["nonsense"], owner=True)
    about = rpc.call("getrpcinfo", owner=True)
    assert [each["method"] for each in about["active_commands"]] == ["getrpcinfo"] and about["logpath"].endswith("/log/cairn.log"), about
    assert rpc.call("getmemoryinfo", owner=True)["locked"]["locked"] >= 0
    assert rpc.call("getmemoryinfo", "mallocinfo", owner=True).startswith("<malloc")
    assert "unknown mode" in rpc.error(-8, "getmemoryinfo", "nonsense", owner=True)
    assert rpc.call("mockscheduler", 60, owner=True) is None
    assert "between 1 and 3600" in rpc.error(-1, "mockscheduler", 0, owner=True)
    assert all(rpc.call("verifychain", level, 0, owner=True) for level in range(5))
    assert rpc.call("getorphantxs") == [] and "generate" not in rpc.call("help").split()
    assert rpc.error(-32601, "generate").startswith("generate\n\nhas been replaced")


def test_rest(folder, make):
    node = make(folder).start()
    rpc = Rpc(node)
    blocks = mature(rpc, ADDRESS)
    coin = coin_of(rpc, blocks[0])
    txid = rpc.call("sendrawtransaction", spend(rpc, [coin], [{ADDRESS: 49.999}], [KEY]))

    def rest(path, status=200, **options):
        answer = requests.request(options.pop("method", "GET"), node.api + "/rest" + path, timeout=60, **options)
        assert answer.status_code == status, (path, answer.status_code, answer.text[:200])
        return answer

    tip = blocks[-1]
    raw = bytes.fromhex(rpc.call("getblock", tip, 0))
    assert rest(f"/block/{tip}.bin").content == raw and rest(f"/block/{tip}.hex").text == raw.hex() + "\n"
    assert rest(f"/block/{tip}.json").json() == rpc.call("getblock", tip, 3)
    assert rest(f"/block/notxdetails/{tip}.json").json() == rpc.call("getblock", tip, 1)
    assert rest(f"/block/{tip}.bin").headers["Cache-Control"] == "public, immutable, max-age=86400"
    assert rest(f"/blockpart/{tip}.bin?offset=4&size=32").content == raw[4:36]
    assert "offset missing" in rest(f"/blockpart/{tip}.bin", 400).text
    assert rest(f"/headers/{blocks[0]}.json?count=3").json()[2] == rpc.call("getblockheader", blocks[2])
    assert rest(f"/headers/2/{tip}.bin").content == raw[:80]
    assert rest("/headers/" + "00" * 32 + ".json").json() == []
    assert rest(f"/headers/{tip}.json?count=2001", 400).text == "Header count is invalid or out of acceptable range (1-2000): 2001\r\n"
    assert rest("/blockhashbyheight/1.json").json() == {"blockhash": blocks[0]} and rest("/blockhashbyheight/1.bin").content[::-1].hex() == blocks[0]
    assert rest("/blockhashbyheight/+1.json", 400).text.strip() == "Invalid height: +1" and rest("/blockhashbyheight/999.json", 404).text == "Block height out of range\r\n"
    assert rest(f"/tx/{txid}.hex").text.strip() == rpc.call("getrawtransaction", txid) and rest(f"/tx/{txid}.json").json()["txid"] == txid
    assert rest("/tx/abc.json", 400).text.strip() == "Invalid hash: abc" and rest("/tx/" + "00" * 32 + ".json", 404).text == "00" * 32 + " not found\r\n"
    assert rest(f"/tx/{txid}.xml", 400).text == f"Invalid hash: {txid}.xml\r\n" and "output format not found" in rest(f"/tx/{txid}", 404).text
    assert rest("/chaininfo.json").json() == rpc.call("getblockchaininfo") and rest("/deploymentinfo.json").json() == rpc.call("getdeploymentinfo")
    assert rest("/mempool/info.json").json() == rpc.call("getmempoolinfo") and rest("/mempool/contents.json").json() == rpc.call("getrawmempool", True)
    assert rest("/mempool/contents.json?verbose=false").json() == [txid]
    assert 'set "verbose=false"' in rest("/mempool/contents.json?mempool_sequence=true", 400).text
    found = rest(f"/getutxos/{coin['txid']}-0/{txid}-0.json").json()
    assert found["bitmap"] == "10" and found["chaintipHash"] == tip and len(found["utxos"]) == 1
    assert rest(f"/getutxos/checkmempool/{coin['txid']}-0/{txid}-0.json").json()["bitmap"] == "01"
    question = b"\x01\x01" + bytes.fromhex(txid)[::-1] + (0).to_bytes(4, "little")
    answer = rest("/getutxos.bin", method="POST", data=question).content
    assert answer[:4] == (101).to_bytes(4, "little") and answer[4:36][::-1].hex() == tip and answer[36:39] == b"\x01\x01\x01"
    assert rest("/getutxos.json", 400, method="POST", data=b"{").text == "Error: empty request\r\n" and rest(f"/getutxos/{txid}-+1.json", 400).text == "Parse error\r\n"
    many = "/".join(f"{txid}-{n}" for n in range(16))
    assert "max outpoints exceeded" in rest(f"/getutxos/{many}.json", 400).text
    mature(rpc, ADDRESS, 1)
    spent = rest(f"/spenttxouts/{rpc.call('getbestblockhash')}.json").json()
    assert spent[0] == [] and spent[1][0]["value"] == 50


if __name__ == "__main__":
    main(test_messages, test_multisig_in_every_form, test_priorities, test_clusters, test_packages_are_judged_together, test_waiting, test_preferred_branches, test_filters_and_scans,
         test_the_program_itself, test_rest)
