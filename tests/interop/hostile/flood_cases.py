"""Too much, too large, too slow (P5 to P7)."""

import base64
import concurrent.futures
import gzip
import hashlib
import time

from google.rpc import error_details_pb2, status_pb2
from sme.v1 import document_service_pb2, types_pb2, unit_service_pb2

from office import PDF, details_of, request_id, token
from server import FlatMemory
from suite import Cases, equal, holds
from wire import Wire, frame

cases = Cases("hostile")

OK, RESOURCE_EXHAUSTED = 0, 8
UNARY = "/sme.v1.UnitService/GetUnit"
UPLOAD = "/sme.v1.DocumentService/UploadDocument"
BATCH = "/sme.v1.CaseService/FileCases"
GROWTH_MEGABYTES = 100
IDLE_SECONDS = 30
STALL_SECONDS = 40
BOMBS = 20
RESETS = 200


@cases.background
def slow_upload(office):
    """Header and first chunk come, the rest never."""
    started = time.monotonic()
    with Wire() as wire:
        stream = wire.open(UPLOAD, _bearer(office))
        wire.send(stream, b"".join(_frames(office.draft().name, announced=1_000)))
        answer = wire.answer(stream, STALL_SECONDS)
    seconds = time.monotonic() - started
    equal((answer.grpc_status, _reason(answer)), (RESOURCE_EXHAUSTED, "LIMIT_EXCEEDED"), "status and reason")
    holds(IDLE_SECONDS - 1 <= seconds <= IDLE_SECONDS + 5, f"refused after {seconds:.1f} s, {IDLE_SECONDS} s are stated")


@cases.background
def half_a_chunk_then_silence(office):
    started = time.monotonic()
    with Wire() as wire:
        stream = wire.open(UPLOAD, _bearer(office))
        header, chunk = _frames(office.draft().name, announced=1_000)
        wire.send(stream, header + chunk[:7])
        answer = wire.answer(stream, STALL_SECONDS)
    seconds = time.monotonic() - started
    equal((answer.grpc_status, _reason(answer)), (RESOURCE_EXHAUSTED, "LIMIT_EXCEEDED"), "status and reason")
    holds(seconds <= IDLE_SECONDS + 5, f"refused after {seconds:.1f} s, {IDLE_SECONDS} s are stated")


@cases.background
def half_a_unary_request(office):
    with Wire() as wire:
        stream = wire.open(UNARY, _bearer(office))
        wire.send(stream, frame(b"\x0a\x10half", length=18))
        answer = wire.answer(stream, STALL_SECONDS)
    holds(answer.grpc_status != OK, str(answer))


@cases.background
def call_without_a_body(office):
    with Wire() as wire:
        answer = wire.answer(wire.open(UNARY, _bearer(office)), STALL_SECONDS)
    holds(answer.grpc_status != OK, str(answer))


@cases.case
def oversize_message(office):
    with FlatMemory(GROWTH_MEGABYTES), Wire() as wire:
        for size in (300_000, 5_000_000):
            answer = wire.call(UNARY, frame(b"\x0a" + b"x" * size), _bearer(office))
            equal(answer.grpc_status, RESOURCE_EXHAUSTED, f"grpc-status of a message of {size} bytes")


@cases.case
def oversize_message_on_a_stream(office):
    with FlatMemory(GROWTH_MEGABYTES):
        for path, size in ((BATCH, 300_000), (UPLOAD, 2_000_000)):
            with Wire() as wire:
                answer = wire.call(path, frame(b"x" * size), _bearer(office))
            equal(answer.grpc_status, RESOURCE_EXHAUSTED, f"grpc-status of {size} bytes on {path}")


@cases.case
def gzip_bomb(office):
    """8 KB that become 8 MB, then 64 KB that become 64 MB, many at a time."""
    with FlatMemory(GROWTH_MEGABYTES), concurrent.futures.ThreadPoolExecutor(BOMBS) as bombers:
        for megabytes in (8, 64):
            bomb = frame(gzip.compress(b"\0" * (megabytes << 20)), flag=1)
            for path in (UNARY, BATCH, UPLOAD):
                codes = set(bombers.map(lambda _, path=path, bomb=bomb: _bomb(office, path, bomb), range(BOMBS)))
                equal(codes, {RESOURCE_EXHAUSTED}, f"grpc-status of {megabytes} MB on {path}")


@cases.case
def announced_but_not_sent(office):
    """An announcement of 20 MB costs the sender nothing, so it must cost the service nothing."""
    case = office.draft().name
    with FlatMemory(GROWTH_MEGABYTES), Wire() as wire:
        streams = []
        for _ in range(15):
            stream = wire.open(UPLOAD, _bearer(office))
            wire.send(stream, _frames(case, announced=20_000_000)[0])
            streams.append(stream)
        _works(office, wire)


@cases.case
def document_larger_than_allowed(office):
    with Wire() as wire:
        answer = wire.call(UPLOAD, b"".join(_frames(office.draft().name, announced=20_000_001)), _bearer(office))
    equal(_reason(answer), "DOCUMENT_TOO_LARGE", "reason")


@cases.case
def document_longer_than_announced(office):
    with Wire() as wire:
        answer = wire.call(UPLOAD, b"".join(_frames(office.draft().name, announced=5)), _bearer(office))
    equal(_reason(answer), "DOCUMENT_DIGEST", "reason")


@cases.case
def reset_flood(office):
    with FlatMemory(GROWTH_MEGABYTES), Wire() as wire:
        for _ in range(RESETS):
            wire.reset(wire.open(UNARY, _bearer(office)))
    with Wire() as wire:
        _works(office, wire)


@cases.case
def reader_that_never_reads(office):
    """Downloads that nobody takes wait in the store and not in memory."""
    content = PDF + b"x" * 5_000_000
    case = office.draft().name
    office.upload(case, content)
    request = document_service_pb2.DownloadDocumentRequest(case=case, kind=types_pb2.DOCUMENT_KIND_PROPOSAL)
    # A download reads its document as a whole: 10 of 5 MB.
    with FlatMemory(GROWTH_MEGABYTES), Wire() as wire:
        for _ in range(10):
            stream = wire.open("/sme.v1.DocumentService/DownloadDocument", _bearer(office))
            wire.send(stream, frame(request.SerializeToString()), end=True)
        with Wire() as other:
            _works(office, other)


def _works(office, wire):
    message = unit_service_pb2.GetUnitRequest(name=office.unit).SerializeToString()
    answer = wire.call(UNARY, frame(message), _bearer(office))
    equal(answer.grpc_status, OK, "grpc-status of an honest call")


def _bomb(office, path, bomb):
    with Wire() as wire:
        return wire.call(path, bomb, [*_bearer(office), ("grpc-encoding", "gzip")]).grpc_status


def _bearer(office):
    return [("authorization", f"Bearer {token('unit', unit=office.unit)}")]


def _frames(case, announced):
    """Header and one chunk of an upload as they go over the wire."""
    header = document_service_pb2.DocumentHeader(
        case=case, kind=types_pb2.DOCUMENT_KIND_PROPOSAL, file_name="計畫書.pdf", size_bytes=announced,
        sha256=hashlib.sha256(PDF).hexdigest(), request_id=request_id())
    parts = (document_service_pb2.UploadDocumentRequest(header=header), document_service_pb2.UploadDocumentRequest(chunk=PDF))
    return [frame(part.SerializeToString()) for part in parts]


def _reason(answer):
    packed = answer.value("grpc-status-details-bin")
    if packed is None:
        return f"none: {answer}"
    status = status_pb2.Status.FromString(base64.b64decode(packed + "=" * (-len(packed) % 4)))
    return details_of(status, error_details_pb2.ErrorInfo)[0].reason
