"""Text and names from all corners of Unicode (P9, S16): stored as sent, in NFC, or refused as INVALID_ARGUMENT."""

import os
import unicodedata

import grpc
from sme.v1 import case_service_pb2

from office import DATA_DIRECTORY, reason_of, refused
from suite import Cases, equal

cases = Cases("hostile")

REFUSED = grpc.StatusCode.INVALID_ARGUMENT


@cases.case
def text_of_four_bytes(office):
    _kept(office, "\U00020BB7野家 \U0001F608 \U0002F81A")


@cases.case
def text_with_combining_marks(office):
    _kept(office, "Cafe\u0301 a\u0323\u0302 \u1112\u1161\u11ab\u1100\u1173\u11af か\u3099")


@cases.case
def text_from_right_to_left(office):
    _kept(office, "שלום עולם مرحبا 模具")


@cases.case
def text_of_compatibility_characters(office):
    # NFC, unlike NFKC, keeps full-width letters and ligatures.
    _kept(office, "ＡＢＣ１２３ ﬁ ㈱ ①")


@cases.case
def text_with_direction_marks(office):
    _kept(office, "a\u202egpj.exe\u202c \u200b\ufeff")


@cases.case
def text_of_formulas(office):
    _kept(office, "=HYPERLINK(\"http://x\") '; DROP TABLE cases; -- <script>")


@cases.case
def text_with_percent_signs(office):
    _kept(office, "%2e%2e%2f %00 %s %n {0} {title} ${title}")


@cases.case
def text_with_nul(office):
    _not_taken(office, "before\0after")


@cases.case
def text_with_line_breaks(office):
    for text in ("a\r\nb", "a\nb", "a\x1b[31mb", "a\x85b"):
        _not_taken(office, text)


@cases.case
def text_of_spaces_only(office):
    _not_taken(office, "\u3000 \u00a0")


@cases.case
def text_length_counts_code_points(office):
    _kept(office, "\U00020BB7" * 200)
    _not_taken(office, "\U00020BB7" * 201)
    # 300 code points as sent, 200 as stored.
    _kept(office, "e\u0301" * 100 + "x" * 100)


@cases.case
def file_name_with_a_path(office):
    case = office.draft().name
    for name in ("../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "a/b", "..", ".", "x\0.pdf", "x\r\nx-injected: true"):
        error = refused(lambda name=name: office.upload(case, file_name=name), REFUSED)
        equal(reason_of(error), "FIELD_INVALID", f"reason for {name!r}")
    equal(_files_named("x"), [], "files that were written")


@cases.case
def file_name_kept_literally(office):
    case = office.draft().name
    for name in ("%2e%2e%2fx", "..x", "~", "CON", "-rf", "報告 書.pdf", "a;b|c$(d).pdf", "\U0001F608.pdf"):
        equal(office.upload(case, file_name=name).file_name, name, "file name")
    equal(_files_named("x"), [], "files that were written")


@cases.case
def file_name_in_nfc(office):
    equal(office.upload(office.draft().name, file_name="Cafe\u0301.pdf").file_name, "Caf\u00e9.pdf", "file name")


@cases.case
def resource_name_with_a_path(office):
    round_id = office.round.split("/")[1]
    for name in (f"rounds/../{office.round}/cases/a", f"rounds/{round_id}%2fcases/a", f"{office.round}/cases/../a", f"{office.round}/cases/A\0",
                 f"{office.round}/cases/a\n", f"{office.round}/cases/'; --", f"{office.round}/cases/" + "a" * 10_000, f"{office.round}/cases/\uff41"):
        request = case_service_pb2.GetCaseRequest(name=name)
        refused(lambda request=request: office.own.ask(office.own.cases.GetCase, request), REFUSED)


@cases.case
def filter_with_sql(office):
    for text in ("title = \"x' OR '1'='1\"", "title : \"%模%\"", "title : \"_命\""):
        request = case_service_pb2.ListCasesRequest(parent=office.round, filter=text)
        equal(office.own.ask(office.own.cases.ListCases, request).total_size, 0, f"cases found by {text!r}")
    for text in ("1=1; DROP TABLE cases", "title = 'x' --", "password = \"x\"", "(" * 1_000):
        request = case_service_pb2.ListCasesRequest(parent=office.round, filter=text)
        refused(lambda request=request: office.own.ask(office.own.cases.ListCases, request), REFUSED)


@cases.case
def page_token_made_up(office):
    for text in ("x", "-1", "AAAA", "\U0001F608", "9" * 500):
        request = case_service_pb2.ListCasesRequest(parent=office.round, page_token=text)
        refused(lambda request=request: office.own.ask(office.own.cases.ListCases, request), REFUSED)


def _kept(office, text):
    draft = office.draft(title=text)
    stored = office.own.ask(office.own.cases.GetCase, case_service_pb2.GetCaseRequest(name=draft.name)).application.title
    equal(stored, unicodedata.normalize("NFC", text), "stored title")


def _not_taken(office, text):
    error = refused(lambda: office.draft(title=text), REFUSED)
    equal(reason_of(error), "FIELD_INVALID", f"reason for {text!r}")


def _files_named(name):
    above = os.path.dirname(os.path.dirname(os.path.abspath(DATA_DIRECTORY)))
    places = (above, os.path.dirname(os.path.abspath(DATA_DIRECTORY)), DATA_DIRECTORY)
    return [place for place in places if os.path.exists(os.path.join(place, name))]
