"""Makes regtest block files of any length: blocks with a coinbase alone, mined in Python (two hashes each on the average)."""
import hashlib
import struct

MAGIC = bytes.fromhex("fabfb5da")
GENESIS_HASH = bytes.fromhex("0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206")[::-1]
GENESIS_TIME = 1296688602
BITS = 0x207fffff
SPACING = 600


def double_sha(data):
    return hashlib.sha256(hashlib.sha256(data).digest()).digest()


def height_push(height):
    if height <= 16:
        return bytes([0x50 + height])
    number = height.to_bytes((height.bit_length() + 8) // 8, "little")
    return bytes([len(number)]) + number


def coinbase(height, script):
    reward = 5_000_000_000 >> (height // 150) if height // 150 < 64 else 0
    entry = height_push(height) + b"\x00"
    return (struct.pack("<I", 1) + b"\x01" + bytes(32) + b"\xff\xff\xff\xff" + bytes([len(entry)]) + entry + b"\xff\xff\xff\xff" +
            b"\x01" + struct.pack("<q", reward) + bytes([len(script)]) + script + bytes(4))


def make_block(previous, height, time, script=b"\x51", bits=BITS, version=0x20000000, extra=b""):
    """A block with a coinbase alone on top of `previous` (wire order): its bytes and its hash in wire order."""
    transaction = coinbase(height, script + extra)
    start = struct.pack("<I", version) + previous + double_sha(transaction) + struct.pack("<II", time, bits)
    nonce = 0
    while (block_hash := double_sha(header := start + struct.pack("<I", nonce)))[31] > 0x7f:
        nonce += 1
    return header + b"\x01" + transaction, block_hash


def write_chain(path, blocks, script=b"\x51"):
    """Writes that many blocks behind genesis; gives the last one's hash as it is shown."""
    previous = GENESIS_HASH
    with open(path, "wb") as file:
        for height in range(1, blocks + 1):
            block, block_hash = make_block(previous, height, GENESIS_TIME + height * SPACING, script)
            file.write(MAGIC + struct.pack("<I", len(block)) + block)
            previous = block_hash
    return previous[::-1].hex()
