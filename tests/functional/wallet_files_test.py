#!/usr/bin/env python3
"""Files of wallets: interrupted makings, damaged rows, lost and encrypted ones. Money and names are kept, and who is refused is told why."""
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time

from cairn_node import CAIRND, easy_card, environment, main, run, wait_until

SEED = int.from_bytes(os.urandom(4), "big")
KILLS = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else 25


def sentences(err):
    return "\n".join(line for line in err.splitlines() if line.startswith("cairnd: "))


def test_an_interrupted_making_is_made_again(folder, make):
    """Killed at random moments of the first start, with and without a passphrase: the next start has a wallet."""
    print(f"seed {SEED}, {KILLS} kills", flush=True)
    rng = random.Random(SEED)
    words = folder / "pass"
    words.write_text("correct horse\n")
    for kill in range(KILLS):
        extra = ["--wallet-passphrase-file", words] if kill % 2 else []
        node = make(folder / f"data{kill}", *extra)
        command = [CAIRND, "--datadir", str(node.datadir), "--network", "regtest", "--api-bind", "127.0.0.1:0", *map(str, extra)]
        process = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.0, 0.25))  # the moment of the kill is the test's random input, not a wait
        process.kill()
        process.wait()
        node.start()
        assert node.address(), node.log()
        wallets = node.datadir / "regtest" / "wallets"
        assert not list(wallets.glob("*.new*")), list(wallets.iterdir())
        node.stop()


def test_an_interrupted_migration_goes_on(folder, make):
    """A file of version 1, killed at random moments of its first opening: it is whole, and as it was it lies beside."""
    rng = random.Random(SEED)
    fixture = pathlib.Path(__file__).resolve().parent.parent / "data" / "wallet-plain-version1.sqlite"
    for kill in range(max(KILLS // 3, 1)):
        home = folder / f"data{kill}" / "regtest" / "wallets"
        home.mkdir(parents=True)
        path = home / "default.sqlite"
        shutil.copyfile(fixture, path)
        node = make(folder / f"data{kill}")
        command = [CAIRND, "--datadir", str(node.datadir), "--network", "regtest", "--api-bind", "127.0.0.1:0"]
        process = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.02, 0.3))  # the moment of the kill is the test's random input, not a wait
        process.kill()
        process.wait()
        for file in (node.datadir / "regtest").glob("chain.*"):
            file.unlink()  # begun without the blocks that the wallet knows: a chain that has lost them is refused
        node.start()
        node.stop()
        copies = list(home.glob("default.sqlite.version1-*"))
        assert copies and not [copy for copy in copies if copy.suffix == ".part"], copies
        for file, version, column in ((path, 2, "descriptor"), (copies[-1], 1, "chain")):
            database = sqlite3.connect(file)
            assert database.execute("PRAGMA user_version").fetchone() == (version,) and database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert database.execute(f"SELECT count(*) FROM addresses WHERE {column} = 1").fetchone() == (3,)
            assert database.execute(f"SELECT number FROM addresses WHERE {column} = 0 AND label = 'rent'").fetchone() == (2,)
            database.close()


def test_unfinished_files_of_earlier_versions(folder, make):
    """An empty file, and a database without a wallet in it, are no wallets."""
    for number, content in enumerate((b"", None)):
        home = folder / f"data{number}" / "regtest"
        (home / "wallets").mkdir(parents=True)
        path = home / "wallets" / "default.sqlite"
        if content is None:
            with sqlite3.connect(path) as database:
                database.execute("CREATE TABLE properties (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID")
                database.execute("PRAGMA application_id = 1129467479")
                database.execute("PRAGMA user_version = 1")
            database.close()
        else:
            path.write_bytes(content)
        node = make(folder / f"data{number}").start()
        assert node.address()
        node.stop()


def test_an_encrypted_wallet_that_is_gone(folder, make):
    words = folder / "pass"
    words.write_text("correct horse\n")
    node = make(folder / "data", "--wallet-passphrase-file", words).start()
    address = node.address()
    node.stop()
    path = folder / "data" / "regtest" / "wallets" / "default.sqlite"
    whole = path.read_bytes()
    for content, word in ((None, "is missing"), (b"", "is empty")):
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
        code, out, err = run("--datadir", folder / "data", "--network", "regtest", "--api-bind", "off", "--wallet-passphrase-file", words)
        assert code == 5 and out == "" and word in sentences(err) and "default.sqlite" in sentences(err), (code, err)
        assert not path.exists() or path.read_bytes() == b"", "one was made in its place"
    path.write_bytes(whole)
    words.write_text("wrong horse\n")
    code, out, err = run("--datadir", folder / "data", "--network", "regtest", "--api-bind", "off", "--wallet-passphrase-file", words)
    assert code == 2 and out == "" and "The passphrase is wrong." in sentences(err), (code, err)
    words.write_text("correct horse\n")
    node.start()
    assert node.address(new=False) == address
    node.stop()


def test_one_damaged_row_of_what_the_chain_has(folder, make):
    """A byte in a transaction, a page of coins: keys, addresses and labels open, the rest is read again."""
    card = easy_card(folder)
    node = make(folder / "data", network=card).start()
    node.mine(10)
    wait_until(lambda: node.balance()["spendable"] >= 100, "ripe rewards")
    named = node.get("/wallet/address?new=1&label=from+Ada")["address"]
    node.pay(named, 3)
    node.mine(1)
    wait_until(lambda: node.balance()["balance"] == 550, "the payment is in a block")
    waiting = node.pay(node.address(), 2)["txid"]
    total = node.balance()["balance"]
    node.stop()
    path = folder / "data" / "test-net" / "wallets" / "default.sqlite"
    whole = path.read_bytes()

    def byte_in_a_transaction():
        with sqlite3.connect(path) as database:
            txid, body = database.execute("SELECT txid, bytes FROM transactions WHERE height > 0 LIMIT 1").fetchone()
            body = bytearray(body)
            body[len(body) // 2] ^= 0xFF
            database.execute("UPDATE transactions SET bytes = ? WHERE txid = ?", (bytes(body), txid))
        database.close()

    def page_of(table):
        def damage():
            with sqlite3.connect(path) as database:
                root = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
                size = database.execute("PRAGMA page_size").fetchone()[0]
            database.close()
            data = bytearray(path.read_bytes())
            data[(root - 1) * size:(root - 1) * size + 100] = b"\xee" * 100
            path.write_bytes(data)
        return damage

    for damage in (byte_in_a_transaction, page_of("coins"), page_of("recent_blocks"), page_of("transactions")):
        path.write_bytes(whole)
        damage()
        hurt = path.read_bytes()
        node.start()
        wait_until(lambda: node.balance()["balance"] == total, "the chain has been read again")
        assert node.get("/wallet/address")["address"] != named
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
            assert database.execute("SELECT label FROM addresses WHERE address = ?", (named,)).fetchone() == ("from Ada",)
        database.close()
        kept = list(path.parent.glob("default.sqlite.damaged-*"))
        assert len(kept) == 1 and kept[0].read_bytes() == hurt, kept
        kept[0].unlink()
        assert "damaged" in node.log()
        assert node.confirmations(waiting)["status"] == "mempool", "the payment that waits is still offered"
        node.stop()


def test_a_wallet_whose_keys_are_gone(folder, make):
    """Nothing can be done: said with exit 5; with --wallet off the node runs, and its answers say that none is open."""
    node = make(folder / "data").start()
    node.stop()
    path = folder / "data" / "regtest" / "wallets" / "default.sqlite"
    path.write_bytes(b"garbage" * 1000)
    code, out, err = run("--datadir", folder / "data", "--network", "regtest", "--api-bind", "off")
    assert code == 5 and out == "" and "keys cannot be read" in sentences(err) and not re.search("SQL|malformed", sentences(err)), (code, err)
    assert path.read_bytes() == b"garbage" * 1000
    node.start("--wallet", "off")
    assert node.get("/wallet/balance", 409)["code"] == "no-wallet"
    node.stop()


if __name__ == "__main__":
    sys.argv = sys.argv[:1] + [one for one in sys.argv[1:] if one.startswith("test_")]
    main(test_an_interrupted_making_is_made_again, test_an_interrupted_migration_goes_on, test_unfinished_files_of_earlier_versions, test_an_encrypted_wallet_that_is_gone,
         test_one_damaged_row_of_what_the_chain_has, test_a_wallet_whose_keys_are_gone)
