#!/usr/bin/env python3
"""Reference chains import to exactly what Bitcoin Core says of them; so does what is exported; --verify agrees."""
import json
import random
import struct

from cairn_node import CHAINS, main, run

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
    if not (CHAINS / name).is_dir():
        print(f"skipped: {CHAINS / name} is missing")
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


def shuffled(path, seed=7):
    """The same records in another order, with garbage between them and a broken last record."""
    data = path.read_bytes()
    records = []
    while data:
        length = struct.unpack("<I", data[4:8])[0]
        records.append(data[:8 + length])
        data = data[8 + length:]
    random.Random(seed).shuffle(records)
    out = path.with_suffix(".shuffled")
    out.write_bytes(b"".join(b"\0" * (n % 3) + record for n, record in enumerate(records)) + records[0][:50])
    return out


def test_basic(folder, make):
    imports_as_core_says(folder, "regtest-basic")


def test_mixed(folder, make):
    imports_as_core_says(folder, "regtest-mixed")


if __name__ == "__main__":
    main(test_basic, test_mixed)
