"""gRPC-Web over HTTP/1.1, as a browser speaks it."""

import base64
import http.client
import struct

from google.rpc import status_pb2
from sme.v1 import operations_service_pb2, round_service_pb2

from office import HTTP_ADDRESS, token
from suite import Cases, equal, holds

cases = Cases("web")
ORIGIN = "http://office.example"
STATUS = "/sme.v1.OperationsService/GetStatus"
TRAILERS = 0x80


@cases.case
def web_unary(_office):
    answer, trailers = _ask(STATUS, operations_service_pb2.GetStatusRequest(), token("operator"))
    equal(trailers["grpc-status"], "0", "grpc-status")
    holds(operations_service_pb2.Status.FromString(answer).sandbox, "status is not that of a sandbox")


@cases.case
def web_text_unary(office):
    answer, trailers = _ask("/sme.v1.RoundService/GetRound", round_service_pb2.GetRoundRequest(name=office.round),
                            token("unit", unit=office.unit), text=True)
    equal(trailers["grpc-status"], "0", "grpc-status")
    equal(round_service_pb2.Round.FromString(answer).name, office.round, "round")


@cases.case
def web_refusal(_office):
    _, trailers = _ask("/sme.v1.RoundService/GetRound", round_service_pb2.GetRoundRequest(name="rounds/none"), token("office"))
    equal(trailers["grpc-status"], "5", "grpc-status")
    packed = trailers["grpc-status-details-bin"]
    status = status_pb2.Status.FromString(base64.b64decode(packed + "=" * (-len(packed) % 4)))
    equal(status.code, 5, "code of google.rpc.Status")


@cases.case
def web_preflight(_office):
    answer = _http("OPTIONS", STATUS, b"", {
        "Origin": ORIGIN, "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type,x-grpc-web,grpc-timeout"})
    holds(answer.status in (200, 204), f"HTTP {answer.status}")
    equal(answer.headers.get("access-control-allow-origin"), ORIGIN, "allowed origin")
    allowed = _names(answer, "access-control-allow-headers")
    holds({"authorization", "content-type", "x-grpc-web"} <= allowed or allowed == {"*"}, f"allowed headers are {allowed}")


@cases.case
def web_exposes_status(_office):
    answer = _http("POST", STATUS, _frame(operations_service_pb2.GetStatusRequest()), _headers(token("operator")) | {"Origin": ORIGIN})
    exposed = _names(answer, "access-control-expose-headers")
    missing = {"grpc-status", "grpc-message", "grpc-status-details-bin"} - exposed
    equal(missing, set(), "headers that a page cannot read")


@cases.case
def web_foreign_origin(_office):
    answer = _http("OPTIONS", STATUS, b"", {"Origin": "http://elsewhere.example", "Access-Control-Request-Method": "POST"})
    equal(answer.headers.get("access-control-allow-origin"), None, "origin allowed to an unknown page")


def _ask(path, request, bearer, text=False):
    body = _frame(request)
    kind = "application/grpc-web-text+proto" if text else "application/grpc-web+proto"
    answer = _http("POST", path, base64.b64encode(body) if text else body, _headers(bearer, kind))
    equal(answer.status, 200, "HTTP status")
    holds(answer.headers.get("content-type", "").startswith(kind.removesuffix("+proto")),
          f"content-type is {answer.headers.get('content-type')}")
    body = _from_text(answer.body) if text else answer.body
    message, trailers = b"", {name.lower(): value for name, value in answer.headers.items()}
    while body:
        flag, length = struct.unpack(">BI", body[:5])
        part, body = body[5:5 + length], body[5 + length:]
        if flag & TRAILERS:
            lines = part.decode("ascii").split("\r\n")
            trailers |= {line.partition(":")[0].lower(): line.partition(":")[2].strip() for line in lines if line}
        else:
            message = part
    return message, trailers


def _from_text(body):
    """The text form is a row of padded base64 pieces."""
    pieces = [body[place:place + 4] for place in range(0, len(body), 4)]
    return b"".join(base64.b64decode(piece) for piece in pieces)


def _http(method, path, body, headers):
    connection = http.client.HTTPConnection(HTTP_ADDRESS, timeout=10)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.body = answer.read()
        return answer
    finally:
        connection.close()


def _headers(bearer, kind="application/grpc-web+proto"):
    return {"Content-Type": kind, "Accept": kind, "X-Grpc-Web": "1", "Authorization": f"Bearer {bearer}"}


def _frame(request):
    body = request.SerializeToString()
    return struct.pack(">BI", 0, len(body)) + body


def _names(answer, header):
    return {name.strip().lower() for name in answer.headers.get(header, "").split(",")}
