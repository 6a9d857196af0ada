"""HTTP spoken byte by byte, for tests of what no well-behaved client sends; and events read from a stream."""
import json
import socket


def address_of(url):
    host, port = url.removeprefix("http://").rsplit(":", 1)
    return host.strip("[]"), int(port)


def connect(url, seconds=60):
    return socket.create_connection(address_of(url), timeout=seconds)


def read_all(sock):
    """What comes until the other side ends; a reset ends it too, as None behind what came."""
    out = b""
    try:
        while chunk := sock.recv(65536):
            out += chunk
    except (ConnectionResetError, BrokenPipeError):
        return out, True
    return out, False


def exchange(url, data, half_close=False, seconds=60):
    """Sends bytes on a connection of its own: what came back, and whether the connection was reset."""
    with connect(url, seconds) as sock:
        try:
            sock.sendall(data)
            if half_close:
                sock.shutdown(socket.SHUT_WR)
        except (ConnectionResetError, BrokenPipeError):
            pass # it answered and closed already
        return read_all(sock)


def status_of(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


class Events:
    """Reads GET /api/v1/events. Each item is (id, type, data)."""

    def __init__(self, url, last_id=None, query="", seconds=60):
        self.sock = connect(url, seconds)
        resume = f"Last-Event-ID: {last_id}\r\n" if last_id else ""
        self.sock.sendall(f"GET /api/v1/events{query} HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n{resume}\r\n".encode())
        self.stream = self.sock.makefile("rb")
        self.status = int(self.stream.readline().split()[1])
        self.headers = {}
        while line := self.stream.readline().strip():
            name, value = line.decode().split(":", 1)
            self.headers[name.lower()] = value.strip()
        self.last_id = last_id

    def next(self):
        """The next event; one that only carries an id is kept in mind, not given."""
        while True:
            fields = {}
            while (line := self.stream.readline()) not in (b"\n", b""):
                name, _, value = line.decode().rstrip("\n").partition(": ")
                fields[name] = fields[name] + "\n" + value if name in fields else value
            assert line, "the stream ended"
            if "id" in fields:
                self.last_id = fields["id"]
            if "event" in fields:
                return self.last_id, fields["event"], json.loads(fields["data"])
            if "id" in fields:
                return self.last_id, None, None

    def until(self, wanted, accept=lambda data: True):
        """Everything up to the first event of that type that fits; the last one is it."""
        seen = []
        while True:
            seen.append(self.next())
            if seen[-1][1] == wanted and accept(seen[-1][2]):
                return seen

    def close(self):
        self.stream.close()
        self.sock.close()
