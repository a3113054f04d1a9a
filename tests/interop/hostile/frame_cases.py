"""Broken frames (P3). Expected codes: gRPC's doc/statuscodes.md; where it leaves two to choose from, both are taken."""

import gzip
import random
import socket
import struct

from sme.v1 import document_service_pb2, unit_service_pb2

from office import token
from suite import Cases, equal, holds
from wire import ANSWER_SECONDS, Wire, connect, frame

cases = Cases("hostile")

INVALID_ARGUMENT, RESOURCE_EXHAUSTED, UNIMPLEMENTED, INTERNAL = 3, 8, 12, 13
NOISE = random.Random(107).randbytes(4_096)
CARDINALITY = (UNIMPLEMENTED, INTERNAL)
UNPARSABLE = (INTERNAL, INVALID_ARGUMENT)
UNARY = "/sme.v1.UnitService/GetUnit"
UPLOAD = "/sme.v1.DocumentService/UploadDocument"
BATCH = "/sme.v1.CaseService/FileCases"


@cases.case
def half_a_prefix(office):
    _ends(office, b"\0\0\0", INTERNAL)


@cases.case
def prefix_lies_long(office):
    _ends(office, frame(_message(office), length=1_000), INTERNAL)


@cases.case
def prefix_lies_short(office):
    _ends(office, frame(_message(office), length=3), *CARDINALITY, INVALID_ARGUMENT)


@cases.case
def prefix_of_four_gib(office):
    _ends(office, frame(_message(office), length=0xFFFF_FFFF), *UNPARSABLE, RESOURCE_EXHAUSTED)


@cases.case
def prefix_of_one_gib_on_a_stream(office):
    _ends(office, frame(b"", length=1 << 30), RESOURCE_EXHAUSTED, path=UPLOAD)


@cases.case
def two_messages_on_a_unary_call(office):
    _ends(office, frame(_message(office)) * 2, *CARDINALITY)


@cases.case
def no_message(office):
    _ends(office, b"", *CARDINALITY)


@cases.case
def unknown_encoding(office):
    answer = _ends(office, frame(_message(office), flag=1), UNIMPLEMENTED, headers=[("grpc-encoding", "zebra")])
    offered = {name.strip() for name in (answer.value("grpc-accept-encoding") or "").split(",")}
    holds("gzip" in offered and "zebra" not in offered, f"grpc-accept-encoding offers {offered}")


@cases.case
def compressed_without_encoding(office):
    _ends(office, frame(gzip.compress(_message(office)), flag=1), INTERNAL)


@cases.case
def reserved_flag(office):
    _ends(office, frame(_message(office), flag=7), *UNPARSABLE)


@cases.case
def corrupt_gzip(office):
    _ends(office, frame(b"this was never compressed", flag=1), *UNPARSABLE, headers=[("grpc-encoding", "gzip")])


@cases.case
def truncated_gzip(office):
    _ends(office, frame(gzip.compress(NOISE)[:-100], flag=1), INTERNAL, INVALID_ARGUMENT, headers=[("grpc-encoding", "gzip")])


@cases.case
def invalid_protobuf(office):
    _ends(office, frame(b"\x0a\xff\xff\xff\xff\x0fx"), *UNPARSABLE)


@cases.case
def invalid_protobuf_on_a_stream(office):
    for path in (UPLOAD, BATCH):
        _ends(office, frame(b"\x0a\xff\xff\xff\xff\x0fx"), *UNPARSABLE, path=path)


@cases.case
def nested_ten_thousand_deep(office):
    _ends(office, frame(b"\xfb\x01" * 10_000), *UNPARSABLE)


@cases.case
def invalid_utf8(office):
    _ends(office, frame(b"\x0a\x04\xc3\x28\xff\xfe"), *UNPARSABLE)


@cases.case
def lone_surrogate_in_utf8(office):
    _ends(office, frame(b"\x0a\x03\xed\xa0\x80"), *UNPARSABLE)


@cases.case
def wrong_content_type(office):
    for kind in ("application/json", "text/plain", "application/grpcx", None):
        with Wire() as wire:
            answer = wire.call(UNARY, frame(_message(office)), _bearer(office), kind=kind)
        equal(answer.http_status, "415", f"HTTP status for {kind}")


@cases.case
def get_instead_of_post(office):
    with Wire() as wire:
        stream = wire.open(UNARY, _bearer(office), method="GET", end=True)
        answer = wire.answer(stream)
    holds(answer.http_status in ("404", "405", "415") and answer.grpc_status != 0, str(answer))


@cases.case
def http1_on_the_http2_port(_office):
    _answered(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"HTTP/1.1 400")


@cases.case
def tls_on_the_cleartext_port(_office):
    # Longer than any line that an HTTP/1.1 client could mean: a shorter one is waited for.
    _answered(b"\x16\x03\x01\x40\x00\x01\x00\x3f\xfc\x03\x03" + b"\x17" * 16_384, None)


@cases.case
def noise_after_the_preface(_office):
    _answered(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + NOISE, None)


@cases.case
def frame_larger_than_agreed(_office):
    _answered(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + struct.pack(">IBI", 0, 4, 0)[1:] + b"\xff\xff\xff\0\0\0\0\0\1" + b"x" * 4_096, None)


@cases.case
def headers_of_a_megabyte(office):
    with Wire() as wire:
        stream = wire.open(UNARY, [*_bearer(office), *((f"x-filler-{number}", "f" * 8_000) for number in range(128))])
        answer = wire.answer(stream)
    holds(answer.http_status == "431" or answer.reset is not None or answer.broken, str(answer))


@cases.case
def header_injection(office):
    with Wire() as wire:
        answer = wire.call(UNARY, frame(_message(office)), [*_bearer(office), ("x-note", "a\r\nx-injected: true\r\n")])
    equal(answer.value("x-injected"), None, "injected header")
    with Wire() as wire:
        request = unit_service_pb2.GetUnitRequest(name="units/a\r\nx-injected: true")
        answer = wire.call(UNARY, frame(request.SerializeToString()), _bearer(office))
    equal((answer.grpc_status, answer.value("x-injected")), (INVALID_ARGUMENT, None), "status and injected header")


@cases.case
def path_of_the_method_encoded(office):
    for path in ("/sme.v1.UnitService%2FGetUnit", "/sme.v1.UnitService/../OperationsService/GetStatus", "//sme.v1.UnitService/GetUnit"):
        with Wire() as wire:
            answer = wire.call(path, frame(_message(office)), _bearer(office))
        holds(answer.grpc_status != 0, f"{path}: {answer}")


@cases.case
def part_other_than_a_chunk(office):
    header = document_service_pb2.UploadDocumentRequest(chunk=b"no header came before")
    _ends(office, frame(header.SerializeToString()), INVALID_ARGUMENT, path=UPLOAD)


def _message(office):
    return unit_service_pb2.GetUnitRequest(name=office.unit).SerializeToString()


def _bearer(office):
    return [("authorization", f"Bearer {token('unit', unit=office.unit)}")]


def _ends(office, body, *codes, path=UNARY, headers=()):
    with Wire() as wire:
        answer = wire.call(path, body, [*_bearer(office), *headers])
    holds(answer.grpc_status in codes, f"{answer}; expected grpc-status {' or '.join(map(str, codes))}")
    return answer


def _answered(sent, beginning):
    """The service must end such a connection, with the beginning of an answer where one is due."""
    with connect(ANSWER_SECONDS) as connection:
        received = b""
        try:
            connection.sendall(sent)
            while part := connection.recv(65_536):
                received += part
        except socket.timeout as fault:
            raise AssertionError(f"the connection stays open after {received[:80]!r}") from fault
        except OSError:
            pass
    holds(beginning is None or received.startswith(beginning), f"answered {received[:80]!r}")
