"""From a qualified case to the published list, the minutes verified offline, and a partner that follows it."""

import hashlib

import grpc
from sme.v1 import (case_service_pb2, contract_service_pb2, contract_service_pb2_grpc, feed_service_pb2, feed_service_pb2_grpc,
                    joint_meeting_service_pb2, joint_meeting_service_pb2_grpc, round_service_pb2, screening_service_pb2,
                    screening_service_pb2_grpc, types_pb2)

import receipts
from office import CALL_SECONDS, bearer, reason_of, refused, request_id, round_of, token
from suite import Cases, equal, holds

cases = Cases("python")

ROUND = "rounds/interop-meeting"
MEETING = f"{ROUND}/jointMeeting"


def ask(method, request, *roles, **claims):
    return method(request, metadata=bearer(token(*roles, **claims)), timeout=CALL_SECONDS)


def open_round(office):
    rules = round_service_pb2.RoundRules(
        no_documents=True,
        review=round_service_pb2.ReviewRule(no_panels=True),
        quotas=round_service_pb2.QuotaRule(not_counted=True),
        budget_lines=[round_service_pb2.BudgetLine(code="all", display_name="全部", amount_ntd=300_000)])
    office.office.ask(office.office.rounds.CreateRound, round_service_pb2.CreateRoundRequest(
        round_id=ROUND.split("/")[1], round=round_of(rules=rules), request_id=request_id()))


def qualified(office):
    """A submitted case of the round that screening has passed."""
    screening = screening_service_pb2_grpc.ScreeningServiceStub(office.channel)
    wanted = office.case_request(company=office.register_company().name)
    wanted.parent = ROUND
    name = office.own.ask(office.own.cases.CreateCase, wanted).name
    office.own.ask(office.own.cases.SubmitCase, case_service_pb2.SubmitCaseRequest(name=name, request_id=request_id()))
    ask(screening.BeginScreening, screening_service_pb2.BeginScreeningRequest(name=name, request_id=request_id()), "office")
    ask(screening.CompleteScreening, screening_service_pb2.CompleteScreeningRequest(name=name, request_id=request_id()), "office")
    return name


@cases.case
def meeting_from_ranking_to_publication(office):
    open_round(office)
    names = {qualified(office), qualified(office)}
    meeting = joint_meeting_service_pb2_grpc.JointMeetingServiceStub(office.channel)
    ask(meeting.OpenMeeting, joint_meeting_service_pb2.OpenMeetingRequest(name=MEETING, request_id=request_id()), "office")
    frozen = ask(meeting.FreezeMeeting, joint_meeting_service_pb2.FreezeMeetingRequest(name=MEETING, request_id=request_id()), "office")
    minutes = frozen.minutes
    equal(hashlib.sha256(minutes.text.encode("utf-8")).hexdigest(), minutes.sha256, "digest of the minutes")
    equal(receipts.verified(minutes.signed_minutes, receipts.published_keys())["sha256"], minutes.sha256, "signed digest")

    publish = joint_meeting_service_pb2.PublishResultsRequest(name=MEETING, request_id=request_id())
    early = refused(lambda: ask(meeting.PublishResults, publish, "office"), grpc.StatusCode.FAILED_PRECONDITION)
    equal(reason_of(early), "MEETING_UNSIGNED", "reason")
    ask(meeting.SignMinutes, joint_meeting_service_pb2.SignMinutesRequest(name=MEETING, sha256=minutes.sha256, request_id=request_id()), "bureau")
    published = ask(meeting.PublishResults, publish, "office")
    equal({entry.item for entry in published.entries}, names, "entries")
    equal({entry.rank: entry.decision for entry in published.entries},
          {1: joint_meeting_service_pb2.ENTRY_DECISION_APPROVED, 2: joint_meeting_service_pb2.ENTRY_DECISION_RESERVE}, "decisions by rank")
    equal(published.lines[0].left_ntd, 100_000, "left of the line")
    companies = ask(meeting.ListApprovedCompanies, joint_meeting_service_pb2.ListApprovedCompaniesRequest(parent=ROUND), "partner").companies
    equal(len(companies), 1, "approved companies")


@cases.case
def meeting_freed_place_goes_to_the_next_and_partners_follow(office):
    meeting = joint_meeting_service_pb2_grpc.JointMeetingServiceStub(office.channel)
    contracts = contract_service_pb2_grpc.ContractServiceStub(office.channel)
    seen = ask(meeting.GetJointMeeting, joint_meeting_service_pb2.GetJointMeetingRequest(name=MEETING), "auditor")
    first, second = (entry.item for entry in sorted(seen.entries, key=lambda entry: entry.rank))
    ask(contracts.GiveUpCase, contract_service_pb2.GiveUpCaseRequest(name=first, reason="公司搬遷", request_id=request_id()), "unit", unit=office.unit)
    answer = joint_meeting_service_pb2.AnswerOfferRequest(name=MEETING, item=second, accept=True, request_id=request_id())
    accepted = ask(meeting.AnswerOffer, answer, "unit", unit=office.unit)
    equal(accepted.entry.decision, joint_meeting_service_pb2.ENTRY_DECISION_APPROVED, "decision")

    feed = feed_service_pb2_grpc.FeedServiceStub(office.channel)
    changes = ask(feed.ListChanges, feed_service_pb2.ListChangesRequest(parent=ROUND), "partner").changes
    equal([(change.case, change.state) for change in changes],
          [(first, types_pb2.CASE_STATE_APPROVED), (first, types_pb2.CASE_STATE_GAVE_UP), (second, types_pb2.CASE_STATE_APPROVED)], "public changes")
    later = ask(feed.ListChanges, feed_service_pb2.ListChangesRequest(parent=ROUND, cursor=changes[0].cursor), "partner").changes
    equal(list(later), list(changes[1:]), "changes from a cursor on")
    holds(refused(lambda: ask(feed.ListChanges, feed_service_pb2.ListChangesRequest(parent=ROUND), "unit", unit=office.unit),
                  grpc.StatusCode.PERMISSION_DENIED), "a unit follows the feed of partners")
