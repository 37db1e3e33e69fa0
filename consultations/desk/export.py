"""Requests as a file for a spreadsheet: for managers, recorded before anything leaves.

What is exported is what somebody needs who works from a list: whom to call, when, in which language, about what, and
how far that is. Of free text only the reason, without which a list of calls cannot be worked off. Not what staff wrote
(their notes speak of calls and of other people, and are read beside the request), not the sentence of consent, which is
long and everywhere the same, and none of the keys and tokens by which the site itself works.
"""

import csv
import re
import unicodedata

from django.contrib import admin
from django.http import StreamingHttpResponse
from django.utils import timezone, translation

from consultations import phones
from consultations.actions import record_access
from consultations.models import AccessRecord, ConsultationRequest

CHUNK = 500  # requests that are read, recorded and sent at a time
BYTE_ORDER_MARK = "\ufeff"  # without it, Excel reads UTF-8 as something else

BEGINS_FORMULA = frozenset("=+-@−")  # the last is the minus of typography
BEGINS_BADLY = frozenset("\t\r\n\0")
LOSES_DIGITS = re.compile(r"0\d+|\d{16,}")  # read as a number


def columns(moment):
    """(head, value of a request) of every column; `moment` writes a time down."""
    return [
        ("Reference", lambda row: row.reference),
        ("Received", lambda row: moment(row.received_at)),
        ("Call by", lambda row: moment(row.call_by)),
        ("State", label("state")),
        ("Held as possible spam", lambda row: yes_or_no(row.held)),
        ("Assigned to", lambda row: row.assigned_to.get_username() if row.assigned_to else ""),
        ("Next call by", lambda row: moment(row.call_due_at)),
        ("First call", lambda row: moment(row.first_called_at)),
        ("Last call", lambda row: moment(row.last_called_at)),
        ("Last outcome", label("last_outcome")),
        ("Ended", lambda row: moment(row.ended_at)),
        ("Full name", lambda row: row.full_name),
        ("Phone", lambda row: phones.dial_by_hand(row.phone_to_call)),
        ("Phone as typed", lambda row: row.phone),
        ("Email", lambda row: row.email),
        ("Voicemail allowed", lambda row: yes_or_no(row.voicemail_ok)),
        ("Best time", label("best_time")),
        ("Preferred language", label("language")),
        ("Interpreter needed", lambda row: yes_or_no(row.interpreter)),
        ("Language of the page", label("page_language")),
        ("Patient", lambda row: row.patient_status.capitalize()),
        ("How can we help?", lambda row: row.reason),
    ]


FIELDS = [
    *("reference", "received_at", "call_by", "state", "held", "assigned_to__username", "call_due_at"),
    *("first_called_at", "last_called_at", "last_outcome", "ended_at", "full_name", "phone", "corrected_phone"),
    *("email", "voicemail_ok", "best_time", "language", "interpreter", "page_language", "patient_status", "reason"),
]


@admin.action(description="Export selected requests to a spreadsheet (CSV)", permissions=["export"])
def export_requests(model_admin, request, queryset):
    """The admin's action: streams the requests of `queryset`, in the order in which they came."""
    now = timezone.localtime()
    return StreamingHttpResponse(
        stream(queryset, user=request.user, address=request.client_address, zone=now.tzinfo),
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="consultation-requests-{now:%Y-%m-%d-%H%M}.csv"'},
    )


def stream(queryset, *, user, address, zone):
    """The file, piece by piece. Of each piece an access record is stored before it leaves.

    Two queries for each CHUNK of requests. It runs after the request, in no language and no time zone: both are told.
    """
    with translation.override("en"):
        table = columns(moment=lambda at: at.astimezone(zone).strftime("%Y-%m-%d %H:%M") if at else "")
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK + writer.writerow([head for head, _ in table])
    after = 0
    while rows := list(next_rows(queryset, after)):
        after = rows[-1].pk
        record_access(
            AccessRecord.Action.EXPORT,
            user=user,
            address=address,
            details=" ".join(row.reference for row in rows),
        )
        yield "".join(writer.writerow([guarded(value(row)) for _, value in table]) for row in rows)


def next_rows(queryset, after):
    """By primary key, so that a page costs the same however far down, and memory holds one at a time."""
    return queryset.select_related("assigned_to").only(*FIELDS).filter(pk__gt=after).order_by("pk")[:CHUNK]


class Echo:
    """Hands back what csv writes instead of keeping it."""

    def write(self, line):
        return line


def guarded(text):
    """The text, behind a ' where a spreadsheet would run it as a formula or drop digits of it (ASVS 1.2.10).

    What begins a formula does so behind blanks and invisible characters too, and in the wide forms of East Asia.
    """
    text = text.replace("\r\n", "\n")  # how spreadsheets break a line within a cell
    first = next((character for character in text if unicodedata.category(character)[0] not in "ZC"), "")
    is_formula = unicodedata.normalize("NFKC", first) in BEGINS_FORMULA
    if is_formula or text[:1] in BEGINS_BADLY or LOSES_DIGITS.fullmatch(text):
        return f"'{text}"
    return text


def label(field):
    """What the value of a field with choices is called, in the language of now."""
    labels = {value: str(name) for value, name in ConsultationRequest._meta.get_field(field).flatchoices}
    return lambda row: labels.get(getattr(row, field), "")


def yes_or_no(answer):
    return {True: "Yes", False: "No", None: ""}[answer]
