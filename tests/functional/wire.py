"""Speaks Bitcoin's wire protocol to a node, with nothing but sockets: what an honest or hostile peer sends, byte by byte."""
import hashlib
import socket
import struct
import time

PROTOCOL = 70016
BLOCK, TX, WITNESS_BLOCK, WTX, COMPACT = 2, 1, 0x40000002, 5, 4


def double_sha(data):
    return hashlib.sha256(hashlib.sha256(data).digest()).digest()


def compact(number):
    if number < 253:
        return bytes([number])
    return b"\xfd" + struct.pack("<H", number) if number < 0x10000 else b"\xfe" + struct.pack("<I", number)


def read_compact(data, at):
    first = data[at]
    if first < 253:
        return first, at + 1
    size = {253: 2, 254: 4, 255: 8}[first]
    return int.from_bytes(data[at + 1:at + 1 + size], "little"), at + 1 + size


def frame(magic, command, payload=b"", checksum=None, length=None):
    check = double_sha(payload)[:4] if checksum is None else checksum
    return magic + command.encode().ljust(12, b"\0") + struct.pack("<I", len(payload) if length is None else length) + check + payload


def version(height=0, nonce=None, services=9, relay=True, agent=b"/test:1/", protocol=PROTOCOL, now=None):
    address = struct.pack("<Q", services) + bytes(10) + b"\xff\xff\x7f\0\0\1" + struct.pack(">H", 0)
    nonce = int.from_bytes(hashlib.sha256(str(time.monotonic_ns()).encode()).digest()[:8], "little") if nonce is None else nonce
    return (struct.pack("<iQq", protocol, services, int(time.time()) if now is None else now) + address + address + struct.pack("<Q", nonce) +
            compact(len(agent)) + agent + struct.pack("<i?", height, relay))


def inventory(kind, hashes):
    return compact(len(hashes)) + b"".join(struct.pack("<I", kind) + item for item in hashes)


def header_hash(header):
    return double_sha(header[:80])


def locator(hashes, stop=bytes(32)):
    return struct.pack("<I", PROTOCOL) + compact(len(hashes)) + b"".join(hashes) + stop


def split_headers(payload):
    count, at = read_compact(payload, 0)
    return [payload[at + i * 81:at + i * 81 + 80] for i in range(count)]


class WirePeer:
    """One link to a node. Everything that comes is kept in `seen`, by command."""

    def __init__(self, node_peer_url, magic, shake=True, **told):
        host, port = node_peer_url.split("//")[1].rsplit(":", 1)
        self.magic = magic
        self.socket = socket.create_connection((host, int(port)), 10)
        self.socket.settimeout(30)
        self.buffer = b""
        self.seen = []
        if shake:
            self.send("version", version(**told))
            self.expect("version")
            self.send("verack")
            self.expect("verack")

    @classmethod
    def of(cls, connected, magic):
        """A link that the node dialled: nothing was said on it yet."""
        peer = cls.__new__(cls)
        peer.magic, peer.socket, peer.buffer, peer.seen = magic, connected, b"", []
        return peer

    def send(self, command, payload=b"", **how):
        self.socket.sendall(frame(self.magic, command, payload, **how))

    def send_raw(self, data):
        self.socket.sendall(data)

    def next(self, seconds=30):
        """The next message as (command, payload); None: the node ended the link."""
        deadline = time.monotonic() + seconds
        while True:
            if len(self.buffer) >= 24:
                size = struct.unpack("<I", self.buffer[16:20])[0]
                if len(self.buffer) >= 24 + size:
                    assert self.buffer[:4] == self.magic, self.buffer[:24]
                    command = self.buffer[4:16].rstrip(b"\0").decode()
                    payload = self.buffer[24:24 + size]
                    assert self.buffer[20:24] == double_sha(payload)[:4], command
                    self.buffer = self.buffer[24 + size:]
                    self.seen.append((command, payload))
                    return command, payload
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"nothing came in {seconds} s; so far: {[name for name, _ in self.seen]}")
            self.socket.settimeout(left)
            try:
                data = self.socket.recv(1 << 16)
            except TimeoutError:
                continue
            except ConnectionError:
                return None
            if not data:
                return None
            self.buffer += data

    def expect(self, command, seconds=30):
        """The payload of the next message of that command; pings are answered on the way."""
        while True:
            message = self.next(seconds)
            assert message is not None, f"the node ended the link while {command} was awaited: {[name for name, _ in self.seen]}"
            if message[0] == command:
                return message[1]
            if message[0] == "ping":
                self.send("pong", message[1])

    def round_trip(self, seconds=30):
        """Everything sent so far has been looked at."""
        nonce = struct.pack("<Q", time.monotonic_ns() & 0xffffffffffffffff)
        self.send("ping", nonce)
        while self.expect("pong", seconds) != nonce:
            pass

    def is_ended(self, seconds=30):
        """Waits for the node to end the link."""
        try:
            while self.next(seconds) is not None:
                pass
            return True
        except AssertionError:
            return False

    def close(self):
        self.socket.close()
