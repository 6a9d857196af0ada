#!/usr/bin/env python3
"""What broke: damaged, lost and emptied files. The printed command brings back everything that can be read, and nothing is lost in silence.

usage: damage_test.py [FOLDERS [SEED]]
"""
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import struct
import subprocess
import sys

from cairn_node import CAIRND, CHAINS, easy_card, environment, is_missing, main, run, wait_until

NUMBERS = [int(one) for one in sys.argv[1:] if one.isdigit()]
FOLDERS = NUMBERS[0] if NUMBERS else 12
SEED = NUMBERS[1] if len(NUMBERS) > 1 else int.from_bytes(os.urandom(4), "big")
SAFE = "Wallets are separate files and are safe."
SQL_WORDS = re.compile(r"\b(SELECT|INSERT|UPDATE|PRAGMA|BEGIN|COMMIT)\b|SQLite|malformed")


def sentences(err):
    """What the program says to its user on standard error; the log beside it is for others."""
    return "\n".join(line for line in err.splitlines() if line.startswith("cairnd: "))


def printed_command(err):
    """The command that a sentence of exit 5 ends with, as a list to run."""
    found = re.search(r"cairnd (--datadir .* --repair)$", sentences(err), re.M)
    assert found, err
    return subprocess.run(["sh", "-c", f"printf '%s\\n' {found[1]}"], capture_output=True, text=True, check=True).stdout.splitlines()


def repair(err):
    """Runs the printed command; gives the summary and what it said."""
    code, out, said = run(*printed_command(err))
    assert code == 0, (code, out, said)
    return json.loads(out), sentences(said)


def blocks_of(home):
    """What the database holds of each block, read as a stranger would: height, hash, file offsets are not needed."""
    with sqlite3.connect(f"file:{home / 'chain.sqlite'}?mode=ro", uri=True) as database:
        rows = database.execute("SELECT h.height, h.hash FROM headers h JOIN bodies b USING (sequence) ORDER BY h.height").fetchall()
    return {hash_bytes.hex(): height for height, hash_bytes in rows}


def exported(path):
    data = path.read_bytes()
    count = at = 0
    while at < len(data):
        size, = struct.unpack_from("<I", data, at + 4)
        at += 8 + size
        count += 1
    return count


def made(folder, make, blocks=40, network=None, name="data"):
    """A folder with a chain, some payments in it, stopped."""
    network = network or easy_card(folder, genesis_message=f"of {name}")
    node = make(folder / name, network=network).start()
    node.mine(blocks)
    wait_until(lambda: node.balance()["spendable"] >= 10, "ripe rewards")
    for _ in range(3):
        node.pay(node.address(), 1)
    node.mine(2)
    node.height = node.summary()["height"]
    node.total = node.balance()["balance"]
    node.best = node.tip()
    node.stop()
    node.home = next(path.parent for path in node.datadir.glob("*/chain.sqlite"))
    return node


def test_the_card_stands_beside_the_chain(folder, make):
    """A sandbox's rules exist once in the world: they are not lost with the database."""
    node = make(folder / "data", network="sandbox", env={"TARGET_BLOCK_TIME": "1"}).start()
    genesis = node.get("/api/block-height/0")
    home = folder / "data" / "sandbox"
    kept = home / "network.cairn"
    card = json.loads(kept.read_text())
    assert card["cairn_network"] == 1 and card["rules"]["genesis_message"], card
    node.stop()
    node.env = None
    kept.unlink()  # as a folder of an earlier version
    node.start()
    node.stop()
    assert json.loads(kept.read_text()) == card, "written again at the next start"
    for extra in ("chain.sqlite", "chain.sqlite-wal", "chain.sqlite-shm"):
        (home / extra).rename(folder / extra) if (home / extra).exists() else None
    node.start()
    assert node.get("/api/block-height/0") == genesis, "another network was made"
    node.stop()
    other = dict(card, rules=dict(card["rules"], genesis_message="another"))
    kept.write_text(json.dumps(other))
    code, out, err = run("--datadir", folder / "data", "--network", "sandbox", "--api-bind", "off")
    assert code == 4 and "genesis_message" in sentences(err) and "network.cairn" in sentences(err) and out == "", (code, err)
    kept.write_text("{ this is no card")
    node.start()
    assert node.get("/api/block-height/0") == genesis
    node.stop()
    assert json.loads(kept.read_text()) == card, "the database's card is written again"


def test_rules_of_a_folder_without_card(folder, make):
    """An earlier version's folder, its schema page gone: the card is found in the bytes."""
    node = made(folder, make)
    (node.home / "network.cairn").unlink()
    database = node.home / "chain.sqlite"
    data = bytearray(database.read_bytes())
    data[100:4000] = bytes(3900)
    database.write_bytes(data)
    code, _, err = run("--datadir", node.datadir, "--network", node.home.name, "--verify")
    assert code == 5 and SAFE in err, (code, err)
    summary, _ = repair(err)
    assert summary["best"] == node.best and summary["height"] == node.height, summary


def damage(rng, path, places):
    size = path.stat().st_size
    with open(path, "r+b") as file:
        for _ in range(places):
            file.seek(rng.randrange(size))
            file.write(rng.randbytes(rng.choice((1, 16, 200))))


def test_repair_after_random_damage(folder, make):
    """Random places of many copies are overwritten; the printed command gives back every block whose bytes are whole."""
    print(f"seed {SEED}, {FOLDERS} folders", flush=True)
    rng = random.Random(SEED)
    node = made(folder, make, blocks=120)
    before = blocks_of(node.home)
    whole = {}
    with sqlite3.connect(f"file:{node.home / 'chain.sqlite'}?mode=ro", uri=True) as database:
        for hash_bytes, body in database.execute("SELECT h.hash, b.bytes FROM headers h JOIN bodies b USING (sequence)"):
            whole[hash_bytes.hex()] = body
    good = (node.home / "chain.sqlite").read_bytes()
    complete = 0
    for number in range(FOLDERS):
        root = folder / f"copy{number}"
        shutil.copytree(node.datadir, root)
        home = root / node.home.name
        damage(rng, home / "chain.sqlite", 20)
        hurt = (home / "chain.sqlite").read_bytes()
        # A row that lies in one piece (most do) and was not touched, a few bytes of numbers in front among it, is readable.
        places = {one: good.find(body) for one, body in whole.items()}
        readable = {one for one, at in places.items()
                    if at > 0 and good[at - 16:at + len(whole[one])] == hurt[at - 16:at + len(whole[one])]}
        code, _, err = run("--datadir", root, "--network", home.name, "--repair")
        assert code == 0, (number, err)
        assert not SQL_WORDS.search(sentences(err)), err
        kept = list(home.glob("chain.damaged-*.sqlite"))
        assert len(kept) == 1 and kept[0].read_bytes() == hurt and kept[0].name in err, (kept, err)
        after = blocks_of(home)
        lost = readable - set(after)
        # What does not connect, because a header on the way is lost with its body, is counted and stays in the kept file.
        apart = re.search(r"(\d+) that were read do not connect", err)
        assert len(lost) <= (int(apart[1]) if apart else 0), (number, len(lost), err)
        code, out, err = run("--datadir", root, "--network", home.name, "--verify")
        assert code == 0, (number, err)
        complete += json.loads(out)["best"] == node.best
        if set(before) <= set(after):
            assert json.loads(out)["best"] == node.best, (number, out)
    print(f"{complete} of {FOLDERS} whole again", flush=True)
    node.start()
    assert node.balance()["balance"] == node.total
    node.stop()


def test_repair_follows_the_printed_sentence(folder, make):
    """Three damaged pages, the sentence of exit 5, the command in it: same genesis, same money, everything known comes back."""
    node = made(folder, make, name="a folder's name")
    database = node.home / "chain.sqlite"
    data = bytearray(database.read_bytes())
    # The pages of the table of coins and of the best chain, found through the schema: the chain can give both again.
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as schema:
        roots = [row[0] for row in schema.execute("SELECT rootpage FROM sqlite_schema WHERE name IN ('coins', 'best_chain', 'history')")]
        size = schema.execute("PRAGMA page_size").fetchone()[0]
    for root in roots:
        data[(root - 1) * size:(root - 1) * size + 64] = b"\xa5" * 64
    database.write_bytes(data)
    code, out, err = run("--datadir", node.datadir, "--network", node.home.name, "--api-bind", "off", "--wallet", "default")
    assert code == 5 and SAFE in sentences(err) and out == "", (code, out, err)
    assert "move" not in sentences(err) and not SQL_WORDS.search(sentences(err)), err
    # What can be read is exported all the same.
    code, _, err = run("--datadir", node.datadir, "--network", node.home.name, "--export-blocks", folder / "out.dat")
    assert code == 5 and exported(folder / "out.dat") == node.height + 1 and "No block is missing" in err, (code, err)
    assert database.read_bytes() == data, "an export changes nothing"
    summary, said = repair(err)
    assert summary["best"] == node.best and summary["height"] == node.height and "No block is missing" in said, (summary, said)
    node.start()
    assert node.balance()["balance"] == node.total and node.tip() == node.best
    history = node.get("/api/address/" + node.address(new=False))
    assert history["chain_stats"], history
    node.mine(1)
    node.stop()


def test_repair_says_what_is_missing(folder, make):
    node = made(folder, make, blocks=20)
    database = node.home / "chain.sqlite"
    assert run("--datadir", node.datadir, "--network", node.home.name, "--export-blocks", folder / "whole.dat")[0] == 0
    with sqlite3.connect(database) as rows:
        rows.execute("UPDATE bodies SET bytes = zeroblob(100) WHERE sequence = (SELECT sequence FROM best_chain WHERE height = 9)")
    rows.close()
    code, _, err = run("--datadir", node.datadir, "--network", node.home.name, "--export-blocks", folder / "out.dat")
    assert code == 5 and exported(folder / "out.dat") == node.height and "at height 9" in err, (code, err)
    summary, said = repair(err)
    assert summary["height"] == 8 and "One block cannot be read any more, at height 9" in said, (summary, said)
    node.start()
    assert node.height_at_start == 8
    # The rest waits in the database for the one that is missing: a file with that block alone brings all back.
    node.stop()
    whole = folder / "whole.dat"
    one = folder / "one.dat"
    data, at = whole.read_bytes(), 0
    for _ in range(9):
        at += 8 + struct.unpack_from("<I", data, at + 4)[0]
    one.write_bytes(data[at:at + 8 + struct.unpack_from("<I", data, at + 4)[0]])
    code, out, err = run("--datadir", node.datadir, "--network", node.home.name, "--import-blocks", one, "--stop-after-import")
    assert code == 0 and json.loads(out)["best"] == node.best, (code, out, err)


def test_repair_of_an_interrupted_program_keeps_its_log(folder, make):
    """The newest blocks are in the log beside the database, and nowhere else."""
    node = make(folder / "data", network=easy_card(folder)).start()
    node.mine(30)
    best = node.tip()
    node.kill()
    home = folder / "data" / "test-net"
    assert (home / "chain.sqlite-wal").stat().st_size > 0
    code, out, err = run("--datadir", folder / "data", "--network", home.name, "--repair")
    assert code == 0 and json.loads(out)["best"] == best, (code, out, err)
    node.start()
    assert node.tip() == best
    node.stop()


def test_losing_the_log_is_said(folder, make):
    node = make(folder / "data", network=easy_card(folder)).start()
    node.mine(12)
    wait_until(lambda: node.balance()["balance"], "the wallet has read its blocks")
    node.kill()
    home = folder / "data" / "test-net"
    for ending in ("-wal", "-shm"):
        (home / f"chain.sqlite{ending}").unlink(missing_ok=True)
    code, out, err = run("--datadir", folder / "data", "--network", home.name, "--api-bind", "off")
    assert code == 5 and out == "" and "had reached block 1" in sentences(err), (code, out, err)
    assert SAFE in err and "--import-blocks" in err
    summary, said = repair(err)
    assert "cannot be read any more" in said, (summary, said)
    node.start()  # the user has seen it: no second refusal
    assert node.height_at_start == summary["height"]
    node.mine(1)
    node.stop()


def test_an_empty_database_is_said(folder, make):
    node = made(folder, make, blocks=12)
    database = node.home / "chain.sqlite"
    for content in (b"", None):
        for mark in (True, False):  # a folder of an earlier version has no mark: then the wallet knows
            root = folder / f"copy-{content}-{mark}"
            shutil.copytree(node.datadir, root)
            home = root / node.home.name
            if content is None:
                (home / "chain.sqlite").unlink()
            else:
                (home / "chain.sqlite").write_bytes(content)
            if not mark:
                (home / "chain.tip").unlink()
            code, out, err = run("--datadir", root, "--network", home.name, "--api-bind", "off")
            word = "is missing" if content is None else "is empty"
            assert code == 5 and out == "" and word in sentences(err) and f"block {node.height}" in err, (content, mark, code, err)
            assert not (home / "chain.sqlite").exists() or (home / "chain.sqlite").stat().st_size == 0, "nothing was changed"
            summary, said = repair(err)
            assert summary["height"] == 0 and f"1 to {node.height}" in said, (summary, said)
            # The kept rules are those of the old chain: its blocks fit.
            blocks = folder / "blocks.dat"
            if not blocks.exists():
                assert run("--datadir", node.datadir, "--network", node.home.name, "--export-blocks", blocks)[0] == 0
            code, out, err = run("--datadir", root, "--network", home.name, "--import-blocks", blocks, "--stop-after-import")
            assert code == 0 and json.loads(out)["best"] == node.best, (code, out, err)
    assert database.exists()


def test_a_wallet_from_elsewhere_in_a_new_folder(folder, make):
    """No loss: the chain was never here."""
    node = made(folder, make, blocks=12)
    home = folder / "fresh" / node.home.name
    (home / "wallets").mkdir(parents=True)
    shutil.copy(node.home / "wallets" / "default.sqlite", home / "wallets")
    fresh = make(folder / "fresh", network=node.network).start()
    assert fresh.height_at_start == 0
    fresh.stop()
    fresh.start()
    fresh.stop()


def test_a_copy_of_a_quiet_folder_is_whole(folder, make):
    """Its log may be left behind: the file has everything."""
    node = make(folder / "data", network=easy_card(folder)).start()
    node.mine(15)
    best = node.tip()
    home = folder / "data" / "test-net"

    def copied():
        root = folder / "copy"
        shutil.rmtree(root, ignore_errors=True)
        (root / "test-net").mkdir(parents=True)
        shutil.copy(home / "chain.sqlite", root / "test-net")
        shutil.copy(home / "network.cairn", root / "test-net")
        code, out, _ = run("--datadir", root, "--network", "test-net", "--verify")
        return code == 0 and json.loads(out)["best"] == best

    wait_until(copied, "the log is in the file", 20)
    node.stop()
    assert not (home / "chain.sqlite-wal").exists()


def test_an_interrupted_repair_loses_nothing(folder, make):
    """Killed at random moments, then run to its end."""
    rng = random.Random(SEED)
    source = CHAINS / "regtest-mixed"
    if is_missing(source):
        return
    expected = json.loads((source / "expected.json").read_text())
    code, out, _ = run("--datadir", folder / "data", "--network", "regtest", "--import-blocks", source / "blocks.dat", "--stop-after-import")
    assert code == 0
    before = json.loads(out)
    for _ in range(8):
        process = subprocess.Popen([CAIRND, "--datadir", str(folder / "data"), "--network", "regtest", "--repair"],
                                   env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(rng.uniform(0.05, 2.5))  # the moment of the kill is the test's random input, not a wait
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    code, out, err = run("--datadir", folder / "data", "--network", "regtest", "--repair")
    assert code == 0, err
    for key in ("best", "hash_serialized_3", "transactions", "total_amount"):
        assert json.loads(out)[key] == before[key], (key, out)
    assert json.loads(out)["height"] == expected["height"]
    assert not list((folder / "data" / "regtest").glob("chain.repair*"))


if __name__ == "__main__":
    sys.argv = sys.argv[:1] + [one for one in sys.argv[1:] if one.startswith("test_")]
    main(test_the_card_stands_beside_the_chain, test_rules_of_a_folder_without_card, test_repair_after_random_damage,
         test_repair_follows_the_printed_sentence, test_repair_says_what_is_missing,
         test_repair_of_an_interrupted_program_keeps_its_log, test_losing_the_log_is_said, test_an_empty_database_is_said,
         test_a_wallet_from_elsewhere_in_a_new_folder, test_a_copy_of_a_quiet_folder_is_whole,
         test_an_interrupted_repair_loses_nothing)
