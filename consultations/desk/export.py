"""Requests as a spreadsheet, for managers. Each part of the file is recorded before it leaves.

The columns are the fields that the map of patient data marks `in_export`: those needed to work from a list of calls.
Left out are the staff's notes, which mention calls and other people, the sentence of consent, and all keys and tokens.
"""

import csv
import re
import unicodedata

from django.contrib import admin
from django.http import StreamingHttpResponse
from django.utils import timezone, translation

from consultations import phones
from consultations.access_log import record_access
from consultations.models import AccessRecord
from consultations.privacy import data_map

CHUNK = 500  # requests that are read, recorded and sent at a time
BYTE_ORDER_MARK = "\ufeff"  # without it, Excel does not read the file as UTF-8
FORMULA_STARTS = frozenset("=+-@−")  # the last is the typographic minus
UNSAFE_STARTS = frozenset("\t\r\n\0")
LOSES_DIGITS = re.compile(r"0\d+|\d{16,}")  # if read as a number


@admin.action(description="Export selected requests to a spreadsheet (CSV)", permissions=["export"])
def export_requests(model_admin, request, queryset):
    """The admin's action: streams the requests of `queryset` in the order of receipt."""
    now = timezone.localtime()
    return StreamingHttpResponse(
        stream_rows(
            queryset, user=request.user, address=request.client_address, clinic=request.clinic, zone=now.tzinfo
        ),
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": f'attachment; filename="consultation-requests-{now:%Y-%m-%d-%H%M}.csv"'},
    )


def stream_rows(queryset, *, user, address, clinic, zone):
    """The file in parts. The access record of each part is stored before the part is sent.

    It runs after the request has ended, without its language and time zone.
    """
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK + writer.writerow([get_head(field) for field in data_map.FIELDS_IN_EXPORT])
    fields = [*data_map.FIELDS_IN_EXPORT, "assigned_to__username"]
    chunks = queryset.select_related("assigned_to").only(*fields).order_by("pk")
    last = 0
    # By primary key, so that every chunk costs the same, and memory holds one at a time.
    while rows := list(chunks.filter(pk__gt=last)[:CHUNK]):
        last = rows[-1].pk
        references = " ".join(row.reference for row in rows)
        record_access(AccessRecord.Action.EXPORT, user=user, address=address, details=references)
        pages = clinic.describe_pages({row.source_page for row in rows})
        with translation.override("en"), timezone.override(zone):
            lines = [
                writer.writerow([guard_cell(format_cell(row, field, pages)) for field in data_map.FIELDS_IN_EXPORT])
                for row in rows
            ]
        yield "".join(lines)


class Echo:
    """Returns each line that csv writes, instead of storing it."""

    def write(self, line):
        return line


def get_head(field):
    """Two columns for the number: "Phone" to dial, and what the patient typed."""
    return {"corrected_phone": "Phone", "phone": "Phone as typed"}.get(field) or data_map.get_label(field)


def format_cell(row, field, pages):
    if field == "corrected_phone":
        return phones.dial_by_hand(row.phone_to_call)
    if field == "source_page":
        return pages[row.source_page]
    return data_map.format_value(row, field)


def guard_cell(text):
    """The text, behind a ' if a spreadsheet would run it as a formula or drop digits of it (ASVS 1.2.10).

    Spreadsheets also recognize formulas behind blanks and invisible characters, and in the wide forms of East Asia.
    """
    text = text.replace("\r\n", "\n")  # how spreadsheets break a line within a cell
    first = next((character for character in text if unicodedata.category(character)[0] not in "ZC"), "")
    is_formula = unicodedata.normalize("NFKC", first) in FORMULA_STARTS
    if is_formula or text[:1] in UNSAFE_STARTS or LOSES_DIGITS.fullmatch(text):
        return f"'{text}"
    return text
