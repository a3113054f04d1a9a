"""What every suite needs of the service: where it is, tokens, stubs, and a round with a unit that may submit."""

import hashlib
import os
import time
import uuid

import grpc
import jwt
from google.protobuf.timestamp_pb2 import Timestamp
from google.rpc import error_details_pb2, status_pb2
from sme.v1 import (case_service_pb2, case_service_pb2_grpc, company_service_pb2, company_service_pb2_grpc,
                    document_service_pb2, document_service_pb2_grpc, operations_service_pb2_grpc, round_service_pb2,
                    round_service_pb2_grpc, types_pb2, unit_service_pb2, unit_service_pb2_grpc)

GRPC_ADDRESS = os.environ["SME_GRPC_ADDRESS"]
HTTP_ADDRESS = os.environ["SME_HTTP_ADDRESS"]
DATA_DIRECTORY = os.environ["SME_DATA_DIRECTORY"]
SERVER_PID = int(os.environ["SME_SERVER_PID"])

CALL_SECONDS = 10
PDF = b"%PDF-1.4\n% a proposal\n%%EOF\n"


def token(*roles, unit=None, **changed):
    """A token as the development issuer of the data folder signs it."""
    with open(os.path.join(DATA_DIRECTORY, "keys", "issuer.pem"), encoding="ascii") as key:
        claims = {"iss": "sme-local", "aud": "sme-guidance", "sub": "interop", "roles": list(roles), "exp": int(time.time()) + 600}
        if unit:
            claims["unit"] = unit
        return jwt.encode(claims | changed, key.read(), algorithm="ES256")


def bearer(text):
    return (("authorization", f"Bearer {text}"),)


def request_id():
    return str(uuid.uuid4())


def moment(text):
    time_of = Timestamp()
    time_of.FromJsonString(text)
    return time_of


def tax_id(serial):
    """The valid 統一編號 that belongs to a serial number: the last digit makes the weighted digit sums a multiple of 5."""
    for last in range(10):
        text = f"{serial:06d}"[:6] + f"0{last}"
        products = [int(digit) * weight for digit, weight in zip(text, (1, 2, 1, 2, 1, 2, 4, 1))]
        if sum(product // 10 + product % 10 for product in products) % 5 == 0:
            return text
    raise ValueError(serial)


class Desk:
    """A caller's stubs on one channel."""

    def __init__(self, channel, text):
        self.metadata = bearer(text)
        self.rounds = round_service_pb2_grpc.RoundServiceStub(channel)
        self.units = unit_service_pb2_grpc.UnitServiceStub(channel)
        self.companies = company_service_pb2_grpc.CompanyServiceStub(channel)
        self.cases = case_service_pb2_grpc.CaseServiceStub(channel)
        self.documents = document_service_pb2_grpc.DocumentServiceStub(channel)
        self.operations = operations_service_pb2_grpc.OperationsServiceStub(channel)

    def ask(self, method, request, **options):
        """Any call; its time is bounded unless told otherwise."""
        return method(request, metadata=self.metadata, timeout=options.pop("timeout", CALL_SECONDS), **options)

    def ask_with_call(self, method, request, **options):
        return method.with_call(request, metadata=self.metadata, timeout=CALL_SECONDS, **options)


class Office:
    """One round, one approved unit, and companies as they are needed."""

    def __init__(self, name, serial):
        self.channel = grpc.insecure_channel(GRPC_ADDRESS)
        self.round = f"rounds/interop-{name}"
        self.unit = f"units/interop-{name}"
        self.office = Desk(self.channel, token("office"))
        self.operator = Desk(self.channel, token("operator"))
        self.own = Desk(self.channel, token("unit", unit=self.unit))
        self._serial = serial

    def open_round(self):
        return self.office.ask(self.office.rounds.CreateRound, round_service_pb2.CreateRoundRequest(
            round_id=self.round.split("/")[1], round=round_of(), request_id=request_id()))

    def register_unit(self):
        return self.own.ask(self.own.units.RegisterUnit, unit_service_pb2.RegisterUnitRequest(
            unit_id=self.unit.split("/")[1],
            unit=unit_service_pb2.Unit(
                display_name="產業推廣研究中心", kind=types_pb2.UNIT_KIND_FOUNDATION, tax_id=self.next_tax_id(),
                contact_email="office@unit.example", contact_office="研發處"),
            request_id=request_id()))

    def approve_unit(self):
        return self.office.ask(self.office.units.ApproveUnit, unit_service_pb2.ApproveUnitRequest(
            name=self.unit, request_id=request_id()))

    def prepare(self):
        self.open_round()
        self.register_unit()
        self.approve_unit()
        return self

    def next_tax_id(self):
        self._serial += 1
        return tax_id(self._serial)

    def company_request(self, **changed):
        values = {"display_name": "精密模具股份有限公司", "county": "台中市", "industry": "金屬製品製造業",
                  "sector": types_pb2.SECTOR_MANUFACTURING, "capital_ntd": 5_000_000, "employees": 20, "revenue_ntd": 30_000_000}
        return company_service_pb2.RegisterCompanyRequest(
            tax_id=self.next_tax_id(), company=company_service_pb2.Company(**(values | changed)), request_id=request_id())

    def register_company(self, **changed):
        return self.own.ask(self.own.companies.RegisterCompany, self.company_request(**changed))

    def application(self, **changed):
        values = {"group": "metal", "function": "newtech", "mode": types_pb2.CASE_MODE_GENERAL, "title": "模具壽命提升",
                  "total_ntd": 250_000, "government_ntd": 200_000, "self_ntd": 50_000}
        return case_service_pb2.Application(**(values | changed))

    def case_request(self, **changed):
        application = self.application(**({"company": f"companies/{self.next_tax_id()}"} | changed))
        return case_service_pb2.CreateCaseRequest(
            parent=self.round, case=case_service_pb2.Case(unit=self.unit, application=application), request_id=request_id())

    def draft(self, **changed):
        return self.own.ask(self.own.cases.CreateCase, self.case_request(**changed))

    def upload(self, case, content=PDF, kind=types_pb2.DOCUMENT_KIND_PROPOSAL, file_name="計畫書.pdf", **options):
        parts = upload_parts(case, content, kind, file_name)
        return self.own.ask(self.own.documents.UploadDocument, iter(parts), **options)


def round_of(**changed):
    values = {
        "display_name": "107 年度梯次", "roc_year": 107, "kind": types_pb2.ROUND_KIND_REGULAR,
        "open_time": moment("2018-02-12T00:00:00+08:00"), "close_time": moment("2018-03-14T18:00:00+08:00"),
        "groups": [types_pb2.Category(code="metal", display_name="金屬")],
        "functions": [types_pb2.Category(code="newtech", display_name="新技術")],
        "regions": [round_service_pb2.Region(code="central", display_name="中部", counties=["台中市"])],
    }
    return round_service_pb2.Round(**(values | changed))


def upload_parts(case, content, kind, file_name, chunk_bytes=64 * 1024):
    """The messages of one upload: a header, then the chunks."""
    header = document_service_pb2.DocumentHeader(
        case=case, kind=kind, file_name=file_name, size_bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(), request_id=request_id())
    chunks = [content[place:place + chunk_bytes] for place in range(0, len(content), chunk_bytes)]
    return [document_service_pb2.UploadDocumentRequest(header=header),
            *(document_service_pb2.UploadDocumentRequest(chunk=chunk) for chunk in chunks)]


def refused(call, *codes):
    """The error that a call must end with."""
    try:
        answer = call()
    except grpc.RpcError as error:
        if error.code() not in codes:
            raise AssertionError(f"{error.code()} ({error.details()}), expected {' or '.join(map(str, codes))}") from error
        return error
    raise AssertionError(f"answered {str(answer)[:200]!r}, expected {' or '.join(map(str, codes))}")


def status_of(error):
    """google.rpc.Status of a refusal."""
    packed = dict(error.trailing_metadata()).get("grpc-status-details-bin")
    if packed is None:
        raise AssertionError("no grpc-status-details-bin")
    return status_pb2.Status.FromString(packed)


def details_of(status, kind):
    found = []
    for packed in status.details:
        detail = kind()
        if packed.Unpack(detail):
            found.append(detail)
    return found


def reason_of(error):
    """`google.rpc.ErrorInfo.reason` of a refusal."""
    infos = details_of(status_of(error), error_details_pb2.ErrorInfo)
    if len(infos) != 1 or infos[0].domain != "sme-guidance":
        raise AssertionError(f"ErrorInfo is {infos}")
    return infos[0].reason
