#!/usr/bin/env python3
"""Rules from the environment define a new network, and are kept: other values are refused by name."""
from cairn_node import environment, main, run

RULES = {"BLOCK_REWARD": "25", "TARGET_BLOCK_TIME": "5", "DIFFICULTY_ADJUSTMENT_INTERVAL": "20", "MAX_BLOCK_SIZE": "50"}


def test_environment_defines_the_network(folder, make):
    node = make(folder, network="sandbox", env=RULES).start(seconds=10)
    rules = node.get("/api/v1/network")["card"]["rules"]
    assert rules["block_reward"] == "25.00000000" and rules["target_block_time"] == 5, rules
    assert rules["difficulty_adjustment_interval"] == 20 and rules["max_block_transactions"] == 50, rules
    difficulty = node.get("/difficulty")
    assert difficulty["target_block_time"] == 5 and difficulty["adjustment_interval"] == 20
    block = node.get("/mine?timeout=600", timeout=600)
    assert block["reward"] == 25, block
    node.stop()
    # The same values, and none at all, are fine; the rules stay.
    node.start()
    node.stop()
    node.env = None
    node.start()
    assert node.get("/difficulty")["target_block_time"] == 5
    node.stop()
    other = {"BLOCK_REWARD": "50", "TARGET_BLOCK_TIME": "10", "DIFFICULTY_ADJUSTMENT_INTERVAL": "20", "MAX_BLOCK_SIZE": "51"}
    code, out, err = run("--datadir", folder, "--api-bind", "off", env=other)
    assert code == 4 and out == "", (code, out, err)
    for words in ("block_reward is 25.00000000 in the folder and 50.00000000 as asked for",
                  "target_block_time is 5 in the folder and 10 as asked for",
                  "max_block_transactions is 50 in the folder and 51 as asked for"):
        assert words in err, err
    assert "difficulty_adjustment_interval" not in err, err


def test_bad_values_say_what_is_allowed(folder, make):
    for variable, value, words in (
            ("BLOCK_REWARD", "abc", "from 0 to 1000000"), ("BLOCK_REWARD", "-1", "from 0 to 1000000"),
            ("MAX_BLOCK_SIZE", "0", "MAX_BLOCK_SIZE"), ("TARGET_BLOCK_TIME", "0", "from 1"),
            ("DIFFICULTY_ADJUSTMENT_INTERVAL", "x", "whole number"), ("TRANSACTION_FEE", "1e-9", "TRANSACTION_FEE"),
            ("CONFIRMATION_BLOCKS", "0", "from 1 to 1000")):
        code, out, err = run("--datadir", folder, env={variable: value})
        assert code == 2 and words in err and variable in err and out == "", (variable, code, err)
    assert not any(folder.iterdir()), "a refused start leaves nothing behind"


def test_local_policy_may_change(folder, make):
    node = make(folder, env={"TRANSACTION_FEE": "0.0005", "CONFIRMATION_BLOCKS": "2"}).start()
    settings = node.get("/api/v1/settings")
    assert settings["transaction_fee"] == "0.00050000" and settings["confirmation_blocks"] == "2", settings
    node.stop()
    code, out, err = run("--datadir", folder, "--network", "regtest", "--print-settings", "--confirmation-blocks", "9",
                         env={"CONFIRMATION_BLOCKS": "3"})
    assert code == 0 and "confirmation_blocks=9   (command line)" in out, out


if __name__ == "__main__":
    assert "BLOCK_REWARD" not in environment()
    main(test_environment_defines_the_network, test_bad_values_say_what_is_allowed, test_local_policy_may_change)
