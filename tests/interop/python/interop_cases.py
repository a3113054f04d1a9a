"""The cases of the gRPC interop test descriptions that apply to this service, under their official names."""

import concurrent.futures
import hashlib
import os

import grpc
from google.protobuf import descriptor_pb2
from google.rpc import error_details_pb2
from sme.v1 import (case_service_pb2, document_service_pb2, operations_service_pb2, round_service_pb2, types_pb2,
                    unit_service_pb2)
from standard import health_pb2, health_pb2_grpc, reflection_pb2, reflection_pb2_grpc

from feed import Feed
from office import (CALL_SECONDS, GRPC_ADDRESS, Desk, bearer, details_of, reason_of, refused, request_id, round_of,
                    status_of, token)
from suite import Cases, equal, holds

cases = Cases("python")
STREAMS = 100
SPECIAL = "\u2603 and non-BMP \U0001F608, 補件"


@cases.case
def empty_unary(office):
    status = office.operator.ask(office.operator.operations.GetStatus, operations_service_pb2.GetStatusRequest())
    holds(status.sandbox and status.version, f"status is {status}")


@cases.case
def large_unary(office):
    request = _large_round(request_id())
    holds(request.ByteSize() > 150_000, f"only {request.ByteSize()} bytes")
    answer = office.office.ask(office.office.rounds.CreateRound, request)
    equal(answer.groups, request.round.groups, "groups")
    equal(answer.regions, request.round.regions, "regions")


@cases.case
def client_streaming(office):
    content = b"%PDF-1.4\n" + os.urandom(300_000)
    document = office.upload(office.draft().name, content)
    equal((document.size_bytes, document.sha256), (len(content), hashlib.sha256(content).hexdigest()), "document")


@cases.case
def server_streaming(office):
    content = b"%PDF-1.4\n" + os.urandom(200_000)
    case = office.draft().name
    office.upload(case, content, file_name="計畫書 v2.pdf")
    parts = list(office.own.ask(office.own.documents.DownloadDocument, _download(case)))
    equal(parts[0].document.file_name, "計畫書 v2.pdf", "file name")
    equal([len(part.chunk) for part in parts[1:-1]], [65_536] * 3, "sizes of all chunks but the last")
    equal(b"".join(part.chunk for part in parts[1:]), content, "content")


@cases.case
def ping_pong(office):
    with _Rows(office) as rows:
        for number in range(1, 5):
            rows.send(_row(office, number))
            verdict = rows.next()
            equal((verdict.row, bool(verdict.case.name)), (number, True), "verdict")
        rows.end()
        equal(rows.rest(), [], "verdicts after the last row")


@cases.case
def empty_stream(office):
    with _Rows(office) as rows:
        rows.end()
        equal(rows.rest(), [], "verdicts")
        equal(rows.call.code(), grpc.StatusCode.OK, "status")


@cases.case
def cancel_after_begin(office):
    with _Rows(office) as rows:
        rows.call.cancel()
        equal(rows.call.code(), grpc.StatusCode.CANCELLED, "status")


@cases.case
def cancel_after_first_response(office):
    with _Rows(office) as rows:
        rows.send(_row(office, 1))
        rows.next()
        rows.call.cancel()
        refused(rows.next, grpc.StatusCode.CANCELLED)


@cases.case
def timeout_on_sleeping_server(office):
    watch = office.own.ask(office.own.cases.WatchCases, case_service_pb2.WatchCasesRequest(parent=office.round), timeout=0.3)
    refused(lambda: list(watch), grpc.StatusCode.DEADLINE_EXCEEDED)


@cases.case
def custom_metadata(office):
    request = office.case_request()
    first, first_call = office.own.ask_with_call(office.own.cases.CreateCase, request)
    again, again_call = office.own.ask_with_call(office.own.cases.CreateCase, request)
    equal(again, first, "repeated answer")
    holds("sme-replayed" not in dict(first_call.trailing_metadata()), "a first answer says that it is replayed")
    equal(dict(again_call.trailing_metadata()).get("sme-replayed"), "true", "trailer sme-replayed")


@cases.case
def status_code_and_message(office):
    error = refused(lambda: office.draft(title="", company="companies/1"), grpc.StatusCode.INVALID_ARGUMENT)
    equal(reason_of(error), "FIELD_INVALID", "reason")
    status = status_of(error)
    equal((status.code, status.message), (error.code().value[0], error.details()), "google.rpc.Status")
    fields = [violation.field for bad in details_of(status, error_details_pb2.BadRequest) for violation in bad.field_violations]
    equal(sorted(fields), ["case.application.company", "case.application.title"], "fields")


@cases.case
def special_status_message(office):
    error = refused(lambda: office.office.ask(office.office.rounds.UpdateRound, round_service_pb2.UpdateRoundRequest(
        round=round_service_pb2.Round(name=office.round, etag='"1"'), update_mask={"paths": [SPECIAL]},
        request_id=request_id())), grpc.StatusCode.INVALID_ARGUMENT)
    status = status_of(error)
    texts = {text.locale: text.message for text in details_of(status, error_details_pb2.LocalizedMessage)}
    equal(sorted(texts), ["en", "zh-TW"], "locales")
    holds("欄位缺漏" in texts["zh-TW"], f"zh-TW is {texts['zh-TW']!r}")
    equal(error.details(), status.message, "grpc-message")
    said = [violation.description for bad in details_of(status, error_details_pb2.BadRequest) for violation in bad.field_violations]
    holds(any(SPECIAL in text for text in said), f"the path sent is not told unchanged: {said}")


@cases.case
def rule_refusal(office):
    error = refused(lambda: office.own.ask(office.own.cases.SubmitCase, case_service_pb2.SubmitCaseRequest(
        name=office.draft().name, request_id=request_id())), grpc.StatusCode.FAILED_PRECONDITION)
    equal(reason_of(error), "COMPANY_UNKNOWN", "reason")
    info = details_of(status_of(error), error_details_pb2.ErrorInfo)[0]
    equal(info.metadata["rule"], "S-1", "rule")


@cases.case
def foreign_looks_missing(office):
    other = Desk(office.channel, token("unit", unit="units/interop-other"))
    foreign = refused(lambda: other.ask(other.cases.GetCase, case_service_pb2.GetCaseRequest(name=office.draft().name)),
                      grpc.StatusCode.NOT_FOUND)
    missing = refused(lambda: other.ask(other.cases.GetCase, case_service_pb2.GetCaseRequest(name=f"{office.round}/cases/none")),
                      grpc.StatusCode.NOT_FOUND)
    equal(foreign.details(), missing.details(), "message")


@cases.case
def unimplemented_method(office):
    refused(lambda: _raw(office, "/sme.v1.CaseService/NoSuchMethod"), grpc.StatusCode.UNIMPLEMENTED)


@cases.case
def unimplemented_service(office):
    refused(lambda: _raw(office, "/sme.v1.NoSuchService/NoSuchMethod"), grpc.StatusCode.UNIMPLEMENTED)


@cases.case
def client_compressed_unary(office):
    for compression in (grpc.Compression.Gzip, grpc.Compression.Deflate, grpc.Compression.NoCompression):
        request = _large_round(request_id())
        answer = office.office.ask(office.office.rounds.CreateRound, request, compression=compression)
        equal(answer.groups, request.round.groups, f"groups with {compression}")


@cases.case
def server_compressed_unary(office):
    # The service may compress or not; the client says by itself that it takes gzip and deflate.
    answer = office.own.ask(office.own.rounds.GetRound, round_service_pb2.GetRoundRequest(name=office.round))
    equal(answer.name, office.round, "round")


@cases.case
def client_compressed_streaming(office):
    content = b"%PDF-1.4\n" + b"compresses well " * 20_000
    document = office.upload(office.draft().name, content, compression=grpc.Compression.Gzip)
    equal(document.sha256, hashlib.sha256(content).hexdigest(), "digest")


@cases.case
def server_compressed_streaming(office):
    content = b"%PDF-1.4\n" + b"compresses well " * 20_000
    case = office.draft().name
    office.upload(case, content)
    parts = list(office.own.ask(office.own.documents.DownloadDocument, _download(case), compression=grpc.Compression.Gzip))
    equal(b"".join(part.chunk for part in parts[1:]), content, "content")


@cases.case
def jwt_token_creds(office):
    answer = office.own.ask(office.own.units.GetUnit, unit_service_pb2.GetUnitRequest(name=office.unit))
    equal(answer.name, office.unit, "unit")


@cases.case
def per_rpc_creds(office):
    """Two callers and nobody on one channel: the right to a call comes with the call."""
    method, request = office.own.operations.GetStatus, operations_service_pb2.GetStatusRequest()
    method(request, metadata=bearer(token("operator")), timeout=CALL_SECONDS)
    refused(lambda: method(request, metadata=bearer(token("unit", unit=office.unit)), timeout=CALL_SECONDS),
            grpc.StatusCode.PERMISSION_DENIED)
    refused(lambda: method(request, timeout=CALL_SECONDS), grpc.StatusCode.UNAUTHENTICATED)
    refused(lambda: method(request, metadata=bearer(token("operator", exp=1)), timeout=CALL_SECONDS),
            grpc.StatusCode.UNAUTHENTICATED)


@cases.case
def concurrent_streams(office):
    """All are open on one connection at the same time: none gets its event before every one was begun."""
    office.draft()
    with grpc.insecure_channel(GRPC_ADDRESS) as channel:
        own = Desk(channel, token("unit", unit=office.unit))
        request = case_service_pb2.WatchCasesRequest(parent=office.round, cursor="0")
        watches = [own.ask(own.cases.WatchCases, request, timeout=20) for _ in range(STREAMS)]
        with concurrent.futures.ThreadPoolExecutor(STREAMS) as readers:
            firsts = list(readers.map(next, watches))
        equal(len({event.cursor for event in firsts}), 1, "number of different first events")
        equal([watch.is_active() for watch in watches], [True] * STREAMS, "streams that are still open")
        for watch in watches:
            watch.cancel()


@cases.case
def health_check(office):
    health = health_pb2_grpc.HealthStub(office.channel)
    for service in ("", "sme.v1.CaseService"):
        answer = health.Check(health_pb2.HealthCheckRequest(service=service), timeout=CALL_SECONDS)
        equal(answer.status, health_pb2.HealthCheckResponse.SERVING, f"health of {service!r}")
    refused(lambda: health.Check(health_pb2.HealthCheckRequest(service="no.such"), timeout=CALL_SECONDS),
            grpc.StatusCode.NOT_FOUND)


@cases.case
def health_watch(office):
    watch = health_pb2_grpc.HealthStub(office.channel).Watch(health_pb2.HealthCheckRequest(), timeout=CALL_SECONDS)
    equal(next(watch).status, health_pb2.HealthCheckResponse.SERVING, "health")
    watch.cancel()


@cases.case
def reflection_list(office):
    stub = reflection_pb2_grpc.ServerReflectionStub(office.channel)
    questions = [reflection_pb2.ServerReflectionRequest(list_services="*"),
                 reflection_pb2.ServerReflectionRequest(file_containing_symbol="sme.v1.CaseService")]
    services, files = list(stub.ServerReflectionInfo(iter(questions), timeout=CALL_SECONDS))
    names = {service.name for service in services.list_services_response.service}
    missing = {f"sme.v1.{name}Service" for name in (
        "Round", "Unit", "Company", "Case", "Screening", "CommonProject", "Document", "Report", "Operations")} - names
    equal(missing, set(), "services that are not listed")
    found = [descriptor_pb2.FileDescriptorProto.FromString(file) for file in files.file_descriptor_response.file_descriptor_proto]
    holds("sme/v1/case_service.proto" in {file.name for file in found}, f"files are {[file.name for file in found]}")


class _Rows:
    """A batch stream that is driven row by row."""

    def __init__(self, office):
        self._feed = Feed()
        self.call = office.own.cases.FileCases(iter(self._feed), metadata=office.own.metadata, timeout=CALL_SECONDS)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._feed.end()
        self.call.cancel()

    def send(self, row):
        self._feed.put(row)

    def end(self):
        self._feed.end()

    def next(self):
        return next(self.call)

    def rest(self):
        return list(self.call)


def _row(office, number):
    application = office.application(company=f"companies/{office.next_tax_id()}", reference=request_id())
    return case_service_pb2.FileCasesRequest(parent=office.round if number == 1 else "", row=number, application=application)


def _download(case):
    return document_service_pb2.DownloadDocumentRequest(case=case, kind=types_pb2.DOCUMENT_KIND_PROPOSAL)


def _large_round(unique):
    """About 200 KB: the service takes 256 KiB in a message."""
    name = "類" * 100
    return round_service_pb2.CreateRoundRequest(
        round_id=unique[:32].rstrip("-"), request_id=unique,
        round=round_of(
            groups=[types_pb2.Category(code=f"g{number}", display_name=name) for number in range(200)],
            functions=[types_pb2.Category(code=f"f{number}", display_name=name) for number in range(200)],
            regions=[round_service_pb2.Region(code="all", display_name="全國", counties=[f"{number}{name}" for number in range(200)])]))


def _raw(office, path):
    call = office.channel.unary_unary(path, request_serializer=bytes, response_deserializer=bytes)
    return call(b"", metadata=office.own.metadata, timeout=CALL_SECONDS)
