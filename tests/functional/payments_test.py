#!/usr/bin/env python3
"""What a payment that waits can have done to it, over REST: why it waits, faster, called back, given up; history and labels."""
import json

from cairn_node import main, wait_until

AT = "/api/v1/wallet/payments/"


def test_payments_that_wait(folder, make):
    node = make(folder).start()
    node.mine(103)
    address = node.address()
    cheap = node.pay(address, 1, fee_rate=2)["txid"]
    wait_until(lambda: node.get(AT + cheap)["reason"] == "no-peers", "nobody hears of it")
    price = node.post(AT + cheap + "/speed-up", {"dry_run": True, "fee_rate": 20})
    assert price["dry_run"] and price["way"] == "replace" and price["price_sat"] == price["fee_sat"] - price["fee_before_sat"] > 0, price
    assert node.get("/api/mempool/txids") == [cheap], "a dry run changes nothing"
    made = node.post(AT + cheap + "/speed-up", {"fee_rate": 20}, 201)
    assert made["price_sat"] == price["price_sat"] and made["fee_rate"] >= 20, (made, price)
    assert node.get("/api/mempool/txids") == [made["txid"]]
    assert node.post(AT + cheap + "/speed-up", {}, 409)["code"] == "not-waiting"
    assert node.post(AT + made["txid"] + "/speed-up", {"fee_rate": 3}, 400)["code"] == "bad-fee"
    assert node.post(AT + made["txid"] + "/abandon", {}, 409)["code"] == "in-mempool"
    back = node.post(AT + made["txid"] + "/cancel", {}, 201)
    assert node.get("/api/mempool/txids") == [back["txid"]]

    node.kill()  # what was answered is there, and once
    node.start()
    wait_until(lambda: node.get("/api/mempool/txids") == [back["txid"]], "it waits again")
    states = {line["txid"]: line["state"] for line in node.get("/api/v1/wallet/history") if line["kind"] != "mined"}
    assert states == {cheap: "replaced", made["txid"]: "replaced", back["txid"]: "waiting"}, states
    node.mine()
    assert node.post(AT + back["txid"] + "/speed-up", {}, 409)["code"] == "confirmed"
    table = node.request("get", "/api/v1/wallet/history.csv")
    assert table.splitlines()[0].startswith("time,height,kind,change,fee,balance"), table[:80]

    taken = node.request("post", "/api/v1/wallet/labels", headers={"Content-Type": "application/json"},
                         data="\n".join(json.dumps({"type": "tx", "ref": txid, "label": "lunch"}) for txid in states) + "\nno json\n")
    assert taken == {"taken": 3, "wrong_lines": 1}, taken
    labels = [json.loads(line) for line in node.request("get", "/api/v1/wallet/labels").splitlines()]
    assert {label["ref"] for label in labels if label["type"] == "tx"} == set(states), labels
    node.stop()


def test_payments_that_are_asked_for(folder, make):
    node = make(folder).start()
    node.mine(102)
    asked = node.post("/api/v1/wallet/requests", {"amount": 2, "message": "bread & rolls", "label": "Bo"}, 201)
    assert asked["link"].endswith("?amount=2&message=bread%20%26%20rolls"), asked
    at = "/api/v1/wallet/requests/" + asked["address"]
    node.pay(asked["address"], 1)
    wait_until(lambda: node.get(at)["state"] == "partly", "half of it came")
    assert node.get(at)["missing_sat"] == 100_000_000
    node.pay(asked["address"], 1)
    wait_until(lambda: node.get(at)["state"] == "seen", "all of it is on its way")
    node.mine()
    wait_until(lambda: node.get(at)["state"] == "paid", "it is paid")
    node.kill()
    node.start()
    assert [each["address"] for each in node.get("/api/v1/wallet/requests")] == [asked["address"]]
    assert node.get(at)["label"] == "Bo" and node.get(at)["created"] == asked["created"]
    assert node.request("delete", at) == {"removed": True}
    assert node.get("/api/v1/wallet/requests") == []
    node.stop()


if __name__ == "__main__":
    main(test_payments_that_wait, test_payments_that_are_asked_for)
