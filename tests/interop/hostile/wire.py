"""An HTTP/2 client that sends whatever it is told to, also what no gRPC library would."""

import select
import socket
import struct
import time
import urllib.parse

import h2.config
import h2.connection
import h2.events
import h2.exceptions

from office import GRPC_ADDRESS

ANSWER_SECONDS = 10


def connect(seconds=ANSWER_SECONDS):
    host, port = GRPC_ADDRESS.rsplit(":", 1)
    return socket.create_connection((host, int(port)), timeout=seconds)


def frame(message, flag=0, length=None):
    """A length-prefixed message; flag and length may lie."""
    return struct.pack(">BI", flag, len(message) if length is None else length) + message


class Answer:
    """What came back on one stream."""

    def __init__(self):
        self.headers = []
        self.body = b""
        self.ended = False
        self.reset = None
        self.broken = None

    @property
    def done(self):
        return self.ended or self.reset is not None or self.broken is not None

    @property
    def http_status(self):
        return self.value(":status")

    @property
    def grpc_status(self):
        code = self.value("grpc-status")
        return None if code is None else int(code)

    @property
    def grpc_message(self):
        return urllib.parse.unquote(self.value("grpc-message") or "")

    def value(self, name):
        return next((value for other, value in self.headers if other == name), None)

    def __str__(self):
        return (f"HTTP {self.http_status}, grpc-status {self.grpc_status} ({self.grpc_message!r}), "
                f"reset {self.reset}, connection {self.broken or 'open'}")


class Wire:
    """One connection."""

    def __init__(self):
        self.socket = connect()
        self._http = h2.connection.H2Connection(h2.config.H2Configuration(
            client_side=True, header_encoding="utf-8", validate_outbound_headers=False, normalize_outbound_headers=False))
        self._http.initiate_connection()
        self._answers = {}
        self._broken = None
        self._flush()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def open(self, path, headers=(), method="POST", kind="application/grpc", end=False):
        """Begins a call and gives its stream."""
        stream = self._http.get_next_available_stream_id()
        usual = [(":method", method), (":scheme", "http"), (":path", path), (":authority", GRPC_ADDRESS), ("te", "trailers")]
        if kind is not None:
            usual.append(("content-type", kind))
        self._answers[stream] = Answer()
        self._http.send_headers(stream, [*usual, *headers], end_stream=end)
        self._flush()
        return stream

    def send(self, stream, body, end=False):
        """Sends as much as the service takes; what it refuses on the way ends the sending."""
        until = time.monotonic() + ANSWER_SECONDS
        while body and not self._answers[stream].done and not self._broken:
            room = min(self._http.local_flow_control_window(stream), self._http.max_outbound_frame_size)
            if room == 0:
                self._read(until)
                continue
            self._http.send_data(stream, body[:room])
            body = body[room:]
            self._flush()
            self._read(time.monotonic())
        if end and not self._answers[stream].done and not self._broken:
            self._http.end_stream(stream)
            self._flush()

    def reset(self, stream):
        self._http.reset_stream(stream, error_code=8)
        self._flush()

    def answer(self, stream, seconds=ANSWER_SECONDS):
        """The whole answer; a call that is not answered in time is a fault."""
        until = time.monotonic() + seconds
        while not self._answers[stream].done and not self._broken:
            if time.monotonic() > until:
                raise TimeoutError(f"no end of the call within {seconds} s: {self._answers[stream]}")
            self._read(until)
        self._answers[stream].broken = self._broken
        return self._answers[stream]

    def call(self, path, body, headers=(), **options):
        """A call whose whole body is given."""
        stream = self.open(path, headers, **options)
        self.send(stream, body, end=True)
        return self.answer(stream)

    def _read(self, until):
        ready, _, _ = select.select([self.socket], [], [], max(0, until - time.monotonic()))
        if not ready:
            return
        try:
            received = self.socket.recv(65_536)
            events = self._http.receive_data(received) if received else None
        except (OSError, h2.exceptions.ProtocolError) as fault:
            self._broken = str(fault) or type(fault).__name__
            return
        if events is None:
            self._broken = self._broken or "closed"
            return
        for event in events:
            self._take(event)
        self._flush()

    def _take(self, event):
        answer = self._answers.get(getattr(event, "stream_id", None), Answer())
        if isinstance(event, (h2.events.ResponseReceived, h2.events.TrailersReceived)):
            answer.headers += event.headers
        elif isinstance(event, h2.events.DataReceived):
            answer.body += event.data
            self._http.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        elif isinstance(event, h2.events.StreamEnded):
            answer.ended = True
        elif isinstance(event, h2.events.StreamReset):
            answer.reset = int(event.error_code)
        elif isinstance(event, h2.events.ConnectionTerminated):
            self._broken = f"ended with error {int(event.error_code)}"

    def _flush(self):
        try:
            self.socket.sendall(self._http.data_to_send())
        except OSError as fault:
            self._broken = str(fault)
