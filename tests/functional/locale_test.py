#!/usr/bin/env python3
"""The language of the system reaches no machine format: the tests of the API, of JSON-RPC and of the explorer, with a comma for the decimal point and with the Turkish i."""
import os
import pathlib
import shutil
import subprocess
import sys

from cairn_node import main

HERE = pathlib.Path(__file__).parent
TESTS = ("api_contract", "rpc", "esplora", "bad_input", "tutorial_client")
SHORT = {"de_DE": ("api_contract", "rpc", "tutorial_client"), "tr_TR": ("api_contract",)}  # CAIRN_LOCALE=long runs all in both
ASK = "import ctypes, ctypes.util; c = ctypes.CDLL(None); c.setlocale.restype = ctypes.c_char_p; assert c.setlocale(6, b''); b = ctypes.create_string_buffer(9); c.snprintf(b, 9, b'%.1f', ctypes.c_double(1.5)); print(b.value.decode())"


def made_locale(folder, name):
    """An environment that speaks `name`, compiled into `folder` (nothing is installed); None, with the reason printed, where the system cannot make one."""
    if shutil.which("localedef") is None:
        print("skipped: localedef is missing")
        return None
    made = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")], capture_output=True, text=True)
    if not (folder / f"{name}.UTF-8").is_dir():
        print(f"skipped: {name} cannot be made here: {made.stderr.strip()}")
        return None
    env = {key: value for key, value in os.environ.items() if not key.startswith("LC_")}
    env.update({"LOCPATH": str(folder), "LC_ALL": f"{name}.UTF-8"})
    said = subprocess.run([sys.executable, "-c", ASK], env=env, capture_output=True, text=True)
    assert said.stdout.strip() == "1,5", (name, said)
    return env


def runs_everywhere(folder, name):
    env = made_locale(folder, name)
    if env is None:
        return
    for test in TESTS if os.environ.get("CAIRN_LOCALE") == "long" else SHORT[name]:
        done = subprocess.run([sys.executable, str(HERE / f"{test}_test.py")], env=env, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, f"{test} with {name}:\n{done.stdout[-2000:]}\n{done.stderr[-6000:]}"


def test_german_numbers(folder, make):
    runs_everywhere(folder, "de_DE")


def test_turkish_letters(folder, make):
    runs_everywhere(folder, "tr_TR")


if __name__ == "__main__":
    main(test_german_numbers, test_turkish_letters)
