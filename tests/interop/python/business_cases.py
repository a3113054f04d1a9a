"""From an unknown unit to a receipt that can be verified offline."""

from cryptography.exceptions import InvalidSignature
from google.protobuf.timestamp_pb2 import Timestamp
from sme.v1 import case_service_pb2, operations_service_pb2, types_pb2

import receipts
from office import PDF, moment, request_id
from suite import Cases, equal, holds

cases = Cases("python")


@cases.case
def business_unit_and_round(office):
    equal(office.open_round().name, office.round, "round")
    equal(office.register_unit().state, types_pb2.UNIT_STATE_PENDING, "state of the unit")
    equal(office.approve_unit().state, types_pb2.UNIT_STATE_APPROVED, "state of the unit")


@cases.case
def business_draft_to_receipt(office):
    company = office.register_company()
    draft = office.draft(company=company.name)
    equal(draft.state, types_pb2.CASE_STATE_DRAFT, "state")
    document = office.upload(draft.name)
    equal((document.media_type, document.sha256, document.size_bytes),
          ("application/pdf", receipts.digest(PDF), len(PDF)), "document")
    answer = office.own.ask(office.own.cases.SubmitCase, case_service_pb2.SubmitCaseRequest(name=draft.name, request_id=request_id()))
    equal(answer.case.state, types_pb2.CASE_STATE_SUBMITTED, "state")
    equal(answer.receipt.case, draft.name, "case of the receipt")
    holds(answer.receipt.case_number, "a submitted case has no number")
    seen = office.office.ask(office.office.cases.GetCase, case_service_pb2.GetCaseRequest(name=draft.name))
    equal(seen.receipt, answer.receipt, "receipt as the office reads it")


@cases.case
def business_same_request_same_receipt(office):
    draft = office.draft(company=office.register_company().name)
    request = case_service_pb2.SubmitCaseRequest(name=draft.name, request_id=request_id())
    first = office.own.ask(office.own.cases.SubmitCase, request)
    again = office.own.ask(office.own.cases.SubmitCase, request)
    equal(again.receipt, first.receipt, "receipt of the repeated request")


@cases.case
def business_receipt_verifies_offline(office):
    draft = office.draft(company=office.register_company().name)
    receipt = office.own.ask(
        office.own.cases.SubmitCase, case_service_pb2.SubmitCaseRequest(name=draft.name, request_id=request_id())).receipt
    keys = receipts.published_keys()
    content = receipts.verified(receipt.signed_receipt, keys)
    equal((content["case"], content["case_number"], content["content_sha256"]),
          (receipt.case, receipt.case_number, receipt.content_sha256), "signed content")
    equal(_time(content["receive_time"]).ToNanoseconds(), receipt.receive_time.ToNanoseconds(), "signed time")
    try:
        receipts.verified(receipts.altered(receipt.signed_receipt), keys)
    except (InvalidSignature, ValueError):
        return
    raise AssertionError("an altered receipt was verified")


@cases.case
def business_clock_is_driven(office):
    time = moment("2018-02-13T09:00:01+08:00")
    answer = office.operator.ask(office.operator.operations.AdvanceClock, operations_service_pb2.AdvanceClockRequest(time=time))
    holds(answer.now.ToNanoseconds() >= time.ToNanoseconds(), f"the clock stands at {answer.now.ToJsonString()}")


def _time(text):
    # The service writes seven digits of a second, which is more than Timestamp's JSON form takes.
    seconds, _, fraction = text.rstrip("Z").partition(".")
    time = Timestamp()
    time.FromJsonString(f"{seconds}.{fraction:0<9}Z" if fraction else f"{seconds}Z")
    return time
