#!/usr/bin/env python3
"""A stock miner at the node's doors: a hundred blocks from templates with long poll, twenty by getwork, while branches change."""
import time

from cairn_node import easy_card, main, wait_until
from cpu_miner import CpuMiner, SEGWIT, hash_of, solved
from rpc_test import Rpc

OUTSIDERS = bytes.fromhex("5121" + "02" * 33 + "51ae")  # nobody's, and not the miner's
STALE = {"inconclusive", "duplicate", "stale-work"}


def secret_branch(rpc, depth):
    """Blocks in hex that replace the newest `depth` ones and what the miner adds in a short while."""
    height = rpc.call("getblockcount")
    template = dict(rpc.call("getblocktemplate", SEGWIT), transactions=[], coinbasevalue=50 * 10**8)
    parent = rpc.call("getblockhash", height - depth)
    branch = []
    for step in range(1, depth + 10):
        work = {**template, "previousblockhash": parent, "height": height - depth + step, "curtime": template["curtime"] + step}
        branch.append(solved(work, OUTSIDERS, extra=time.monotonic_ns() % 2**31))
        parent = hash_of(branch[-1])
    return branch


def overtake(rpc, depth):
    """Replaces the newest `depth` blocks, at one of some tries: the miner may be ahead."""
    for _ in range(20):
        # All in one call, or the miner is always a block ahead.
        calls = [{"jsonrpc": "2.0", "method": "submitblock", "params": [block], "id": place} for place, block in enumerate(secret_branch(rpc, depth))]
        answers = sorted(rpc.raw(calls).json(), key=lambda answer: answer["id"])
        words = [answer["result"] for answer in answers]
        assert set(words) <= {None, "inconclusive"}, words
        if words[-1] is None:
            return
    raise AssertionError("the miner was always ahead")


def check_answers(rpc, miner):
    """No block was refused that should not be: a refused one was built on what was no longer the tip."""
    assert miner.failure is None, repr(miner.failure)
    stale = [result for result in miner.results if result[3] not in (None, True)]
    assert {answer for _, _, _, answer in stale} <= STALE, {answer for _, _, _, answer in stale}
    for block, previous, _, answer in stale:
        if answer == "stale-work":
            continue
        # Its place was taken: some other block stands on the same parent, or the parent left the best chain.
        parent = rpc.call("getblockheader", previous)
        child = parent.get("nextblockhash")
        assert parent["confirmations"] == -1 or (child and child != block) or child == block, (block, previous, answer)
    for block, _, _, _ in miner.taken():
        assert rpc.call("getblockheader", block)["hash"] == block
    return len(stale)


def mine_while_branches_change(rpc, miner, wanted):
    """Until the miner had `wanted` blocks taken; every so often its newest ones are replaced."""
    replaced = 0
    miner.start()
    for goal in range(10, wanted + 10, 10):
        goal = min(goal, wanted)
        wait_until(lambda: miner.failure or len(miner.taken()) >= goal, f"{goal} blocks were taken, {miner.results[-3:]}", 240)
        assert miner.failure is None, repr(miner.failure)
        if goal < wanted:
            for depth in (1, 2):
                overtake(rpc, depth)
                replaced += 1
    miner.stop()
    return replaced


def test_templates_with_long_poll(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    rpc = Rpc(node, "test-net")
    node.mine(6)  # so that there is money to move
    mine = node.address()
    script = bytes.fromhex(rpc.call("validateaddress", mine)["scriptPubKey"])
    miner = CpuMiner(node.api, script)
    node.pay(node.address(), 0.25)
    replaced = mine_while_branches_change(rpc, miner, 100)
    stale = check_answers(rpc, miner)
    assert miner.polls >= 30, miner.polls  # an answer may bring several blocks at once
    assert replaced == 18 and rpc.call("getblockcount") >= 100
    best = [rpc.call("getblockhash", height) for height in range(1, rpc.call("getblockcount") + 1)]
    kept = [block for block, _, _, _ in miner.taken() if block in best]
    assert len(kept) > 50, "most of its blocks stand"
    print(f"100 blocks from templates, {len(kept)} of them in the best chain after {replaced} reorganisations; {stale} stale, {miner.polls} long polls")
    node.stop()


def test_getwork_with_long_poll(folder, make):
    node = make(folder, network=easy_card(folder)).start()
    rpc = Rpc(node, "test-net")
    node.mine(3)
    miner = CpuMiner(node.api)
    replaced = mine_while_branches_change(rpc, miner, 20)
    stale = check_answers(rpc, miner)
    assert replaced == 2 and miner.polls >= 5, miner.polls
    best = [rpc.call("getblockhash", height) for height in range(1, rpc.call("getblockcount") + 1)]
    kept = [block for block, _, _, _ in miner.taken() if block in best]
    wait_until(lambda: node.balance()["balance"] >= 50 * len(kept), "the wallet is paid")
    print(f"20 blocks by getwork, {replaced} reorganisations; {stale} stale")
    node.stop()


def test_own_miner_says_why_it_rests_and_goes_on(folder, make):
    card = easy_card(folder, "Hard net", pow_limit_bits="1d00ffff", initial_bits="1800ffff")  # nobody finds a block here
    node = make(folder, "--mine-at-start", "as-left", network=card).start()
    state = node.get("/api/v1/mining")
    assert not state["enabled"] and state["pause"] == "" and state["kernel"] in state["kernels"], state
    state = node.post("/api/v1/mining", {"enabled": True, "mode": "when-waiting", "threads": 1, "percent": 20})
    assert state["enabled"] and not state["working"] and state["pause"] == "nothing-waiting" and state["paused"].startswith("Nothing is waiting"), state
    state = node.post("/api/v1/mining", {"mode": "always"})
    assert state["working"] and state["pause"] == "" and state["percent"] == 20, state
    node.stop()
    node.start()
    wait_until(lambda: node.get("/api/v1/mining")["working"], "it goes on where it was")
    node.post("/api/v1/mining", {"enabled": False})
    node.kill()
    node.start()
    assert not node.get("/api/v1/mining")["enabled"]
    node.stop()


if __name__ == "__main__":
    main(test_templates_with_long_poll, test_getwork_with_long_poll, test_own_miner_says_why_it_rests_and_goes_on)
