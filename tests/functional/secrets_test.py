#!/usr/bin/env python3
"""While a wallet is locked, no secret of it can be read: neither in a file below the data folder nor in the memory of the process."""
import hashlib
import hmac
import re
import sqlite3

from cairn_node import easy_card, main, wait_until
from rpc_test import Rpc

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
PRIME = 2**256 - 2**32 - 977
POINT = (0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798, 0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8)
HARD = 1 << 31
EMPTY = bytes(4096)
IMPORTED = "cUeKHd5orzT3mz8P9pxyREHfsWtVfgsfDjiZZBcjUBAaGk1BTj7N"
PASSES = "correct horse battery staple 4711", "an altogether other passphrase 815", "7 short ones"


def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0] and (a[1] + b[1]) % PRIME == 0:
        return None
    slope = (3 * a[0] * a[0] * pow(2 * a[1], -1, PRIME) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, PRIME)) % PRIME
    x = (slope * slope - a[0] - b[0]) % PRIME
    return x, (slope * (a[0] - x) - a[1]) % PRIME


def public(key):
    out, power, number = None, POINT, int.from_bytes(key, "big")
    while number:
        if number & 1:
            out = add(out, power)
        power, number = add(power, power), number >> 1
    return bytes([2 + out[1] % 2]) + out[0].to_bytes(32, "big")


def child(key, chain, index):
    data = (b"\0" + key if index & HARD else public(key)) + index.to_bytes(4, "big")
    out = hmac.digest(chain, data, hashlib.sha512)
    return ((int.from_bytes(out[:32], "big") + int.from_bytes(key, "big")) % ORDER).to_bytes(32, "big"), out[32:]


def text_forms(name, text):
    """As bytes, as Qt keeps it, and a part of it: the start may have been overwritten by whoever got the memory next."""
    part = text[16:] if len(text) > 28 else text
    return {name: part.encode(), name + " in 16 bits": part.encode("utf-16-le")}


def secrets_of(words):
    """Everything that could be made of the words: name and bytes."""
    seed = hashlib.pbkdf2_hmac("sha512", words.encode(), b"mnemonic", 2048)
    out = {**text_forms("words", words), "the seed": seed, "the seed's second half": seed[32:]}
    master = hmac.digest(b"Bitcoin seed", seed, hashlib.sha512)
    master = master[:32], master[32:]
    out["master key"], out["master key's chain code"] = master
    for purpose in (44, 49, 84, 86):
        key = master
        for index in (purpose, 1, 0):
            key = child(*key, index | HARD)
            out[f"key below {purpose}h, {index}h"] = key[0]
        for branch in (0, 1):
            inner = child(*key, branch)
            out[f"key {purpose}/{branch}"] = inner[0]
            if purpose in (44, 84):
                out[f"key {purpose}/{branch}/0"] = child(*inner, 0)[0]
    return {**out, **{name + ", reversed": value[::-1] for name, value in out.items() if len(value) == 32}}


def memory_of(node):
    """What can be read of the process: a piece of bytes each."""
    with open(f"/proc/{node.process.pid}/maps") as maps, open(f"/proc/{node.process.pid}/mem", "rb", 0) as memory:
        for line in maps:
            start, end, rights, _, _, number = re.match(r"(\w+)-(\w+) (\S+) (\S+) (\S+) (\d+)", line).groups()
            if "r" not in rights or line.rstrip().endswith(("[vvar]", "[vsyscall]")) or (number != "0" and "w" not in rights):
                continue
            try:
                memory.seek(int(start, 16))
                whole = memory.read(int(end, 16) - int(start, 16))
                yield line.split()[-1], b"".join(page for page in (whole[at:at + 4096] for at in range(0, len(whole), 4096)) if page != EMPTY)
            except (OSError, ValueError, OverflowError):
                continue


def found_in(pieces, secrets):
    return sorted({f"{name} in {place}" for place, piece in pieces for name, secret in secrets.items() if secret in piece})


def files_of(node):
    return [(path.name, path.read_bytes()) for path in node.datadir.rglob("*") if path.is_file()]


def assert_none_readable(node, secrets, when):
    found = found_in(memory_of(node), secrets) + found_in(files_of(node), secrets)
    assert not found, f"{when}: " + "; ".join(found)


def words_in(path):
    """Of a wallet that is not encrypted."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        secret = next(value for value, in database.execute("SELECT value FROM properties") if isinstance(value, bytes) and re.search(rb"([a-z]+ ){11}[a-z]+", value))
    database.close()
    return re.search(rb"([a-z]+ ){11}[a-z]+", secret)[0].decode()


def test_a_locked_wallet_tells_nothing(folder, make):
    node = make(folder / "data", network=easy_card(folder)).start()
    rpc = Rpc(node, "test-net")
    call = lambda *parameters: rpc.call(*parameters, owner=True)
    node.mine(8)
    wait_until(lambda: node.balance()["spendable"] >= 100, "ripe rewards")
    node.pay(node.address(), 3)
    secrets = secrets_of(words_in(node.datadir / "test-net" / "wallets" / "default.sqlite"))
    told = [row["desc"] for row in call("listdescriptors", True)["descriptors"]]
    for text in told:
        for key in re.findall(r"[tx]prv\w+", text):
            secrets.update(text_forms("extended private key " + key[-6:], key))
    assert any(name.startswith("extended") for name in secrets)
    shown = found_in(memory_of(node), secrets) + found_in(files_of(node), secrets)
    assert any("words in default.sqlite" in line for line in shown), "the search finds what is there"

    for number, words in enumerate(PASSES):
        secrets.update(text_forms(f"passphrase {number + 1}", words))
    call("encryptwallet", PASSES[0])
    assert_none_readable(node, secrets, "after encrypting")

    call("walletpassphrase", PASSES[0], 600)
    node.pay(node.address(), 2)
    call("signmessage", call("getnewaddress", "", "legacy"), "a message")
    secrets.update(text_forms("the imported key", IMPORTED))
    checksum = call("getdescriptorinfo", f"wpkh({IMPORTED})")["checksum"]
    assert call("importdescriptors", [{"desc": f"wpkh({IMPORTED})#{checksum}", "timestamp": "now"}])[0]["success"]
    call("listdescriptors", True)
    call("walletlock")
    assert_none_readable(node, secrets, "after paying, signing, importing and locking")

    call("walletpassphrasechange", PASSES[0], PASSES[1])
    rpc.error(-14, "walletpassphrase", PASSES[0], 600, owner=True)
    call("createwallet", "second", False, False, PASSES[2])
    call("unloadwallet", "second")
    assert_none_readable(node, secrets, "after another passphrase, a wrong one, and a second wallet")
    call("backupwallet", str(folder / "data" / "copy.sqlite"))
    node.stop()
    found = found_in(files_of(node), secrets)
    assert not found, found


if __name__ == "__main__":
    main(test_a_locked_wallet_tells_nothing)
