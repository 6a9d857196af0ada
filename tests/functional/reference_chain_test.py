#!/usr/bin/env python3
"""Reference chains import to exactly what Bitcoin Core says of them; so does what is exported; --verify agrees."""
import json
import random
import struct

from cairn_node import CHAINS, is_missing, main, run, wait_until

FIELDS = ("height", "best", "chainwork", "txouts", "total_amount", "hash_serialized_3")


def expected_of(name):
    data = json.loads((CHAINS / name / "expected.json").read_text())
    flat = {**data, **data["utxo"]}
    return {field: flat[field] for field in FIELDS}


def summary_of(text):
    assert text.count("\n") == 1, text
    return json.loads(text)


def check(found, expected):
    assert {field: found[field] for field in FIELDS} == expected, (found, expected)


def imports_as_core_says(folder, name):
    if is_missing(CHAINS / name):
        return
    expected = expected_of(name)
    at = ("--datadir", folder / name, "--network", "regtest")
    code, out, err = run(*at, "--import-blocks", CHAINS / name / "blocks.dat", "--stop-after-import")
    assert code == 0, err
    found = summary_of(out)
    check(found, expected)
    assert found["blocks_rejected"] == 0 and found["blocks_accepted"] == found["blocks_read"] > found["height"]
    code, out, err = run(*at, "--verify")
    assert code == 0, err
    check(summary_of(out), expected)
    exported = folder / f"{name}.dat"
    code, _, err = run(*at, "--export-blocks", exported)
    assert code == 0, err
    code, out, err = run("--datadir", folder / "again", "--network", "regtest", "--import-blocks", shuffled(exported), "--stop-after-import")
    assert code == 0, err
    check(summary_of(out), expected)
    # A second import of the same file changes nothing.
    code, out, err = run(*at, "--import-blocks", CHAINS / name / "blocks.dat", "--stop-after-import")
    assert code == 0, err
    check(summary_of(out), expected)


def records_of(path):
    """Magic, length and block of each entry of a block file."""
    data = path.read_bytes()
    records = []
    at = 0
    while at < len(data):
        length = struct.unpack("<I", data[at + 4:at + 8])[0]
        records.append(data[at:at + 8 + length])
        at += 8 + length
    return records


def shuffled(path, out=None, seed=7):
    """The same records in another order, with garbage between them and a broken last record."""
    records = records_of(path)
    random.Random(seed).shuffle(records)
    out = out or path.with_suffix(".shuffled")
    out.write_bytes(b"".join(b"\0" * (n % 3) + record for n, record in enumerate(records)) + records[0][:50])
    return out


def check_over_rest(node, name, in_order):
    """Every figure that REST tells of a running node, once its import is done."""
    expected = json.loads((CHAINS / name / "expected.json").read_text())
    wait_until(lambda: node.summary()["best"] == expected["best"], "the import")
    check(node.summary(), expected_of(name))
    chain = node.get("/chain?transactions=0")
    assert chain["length"] == expected["height"] + 1
    assert [block["hash"] for block in chain["chain"]] == expected["hashes"]
    # In another order than Core's, some branches are never connected: "valid-headers" where Core says "valid-fork".
    fields = ("height", "hash", "branchlen") + (("status",) if in_order else ())
    tips = {tuple(tip[field] for field in fields) for tip in node.get("/api/v1/chain-tips")}
    assert tips == {tuple(tip[field] for field in fields) for tip in expected["chaintips"]}, tips


def test_mixed_while_running(folder, make):
    if (CHAINS / "regtest-mixed").is_dir():
        node = make(folder / "node").start("--import-blocks", CHAINS / "regtest-mixed" / "blocks.dat")
        check_over_rest(node, "regtest-mixed", True)


def test_mixed_in_random_order(folder, make):
    if not (CHAINS / "regtest-mixed").is_dir():
        return
    seed = random.SystemRandom().randrange(1 << 30)
    print(f"seed {seed}")
    blocks = shuffled(CHAINS / "regtest-mixed" / "blocks.dat", folder / "shuffled.dat", seed)
    node = make(folder / "node").start("--import-blocks", blocks)
    check_over_rest(node, "regtest-mixed", False)
    node.stop()
    check_over_rest(node.start(), "regtest-mixed", False)


def test_mixed_in_pieces(folder, make):
    """Cut anywhere between two blocks, each piece read by a start of its own, the last one while running."""
    if not (CHAINS / "regtest-mixed").is_dir():
        return
    records = records_of(CHAINS / "regtest-mixed" / "blocks.dat")
    borders = [0, *sorted(random.Random(11).sample(range(1, len(records)), 6)), len(records)]
    pieces = []
    for number, (start, end) in enumerate(zip(borders, borders[1:])):
        pieces.append(folder / f"{number}.dat")
        pieces[-1].write_bytes(b"".join(records[max(0, start - 5):end]))  # with some that were there before
    heights = []
    for piece in pieces[:-1]:
        code, out, err = run("--datadir", folder / "node", "--network", "regtest", "--import-blocks", piece, "--stop-after-import")
        assert code == 0, err
        heights.append(summary_of(out)["height"])
    assert heights == sorted(heights) and 0 < heights[0] < heights[-1] < 700, heights
    node = make(folder / "node").start("--import-blocks", pieces[-1])
    check_over_rest(node, "regtest-mixed", True)


def test_basic(folder, make):
    imports_as_core_says(folder, "regtest-basic")


def test_mixed(folder, make):
    imports_as_core_says(folder, "regtest-mixed")


if __name__ == "__main__":
    main(test_basic, test_mixed, test_mixed_while_running, test_mixed_in_random_order, test_mixed_in_pieces)
