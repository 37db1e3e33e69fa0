"""The clinic's facts as pages show them now, and their last good copy on the disk for when the database is away."""

import os
import tempfile
from collections import defaultdict
from contextlib import suppress
from datetime import UTC, datetime

from django.conf import settings
from django.core import serializers
from django.db import Error

from articles.models import Article
from clinic_site import hours
from clinic_site.generation import read_generation
from clinic_site.models import Clinic, Closure, InterfaceReview, OpeningPeriod

# Not in the last good copy: no page shows them, and they may name people.
FOR_STAFF = {"reason", "reviewed_by", "reviewed_on"}


class CurrentFacts:
    """The facts that this process read last, and the generation under which it read them."""

    def __init__(self):
        self.forget()

    def forget(self):
        self.read = (None, None)  # (generation, clinic), replaced in one step: threads share it
        self.copied = ""  # what this process last wrote into the last good copy

    def clinic(self):
        """The clinic with its hours and sign-offs. Nobody may change what is returned: threads share it.

        One query while nothing has changed. While the database is away, the last good copy.
        """
        generation, clinic = self.read
        try:
            now = read_generation()
            if clinic is None or now != generation:
                rows = read_rows()
                clinic = assemble(rows)
                self.copy(rows)
                self.read = (now, clinic)
        except Error:
            return read_last_good_copy()
        return clinic

    def copy(self, rows):
        """Writes the last good copy, unless nothing was saved yet or it is that already. A full disk stops no page."""
        text = as_text(rows)
        if rows[0].pk and text != self.copied:
            with suppress(OSError):  # it is tried again with the next change
                write_last_good_copy(text)
                self.copied = text


_current = CurrentFacts()
current_clinic = _current.clinic
forget_facts = _current.forget


def read_clinic():
    """The clinic with its hours and sign-offs, from the database; default facts while nothing was saved."""
    return assemble(read_rows())


def read_rows():
    """All rows that the clinic's facts are made of; the hours bring the clinic along."""
    periods = list(OpeningPeriod.objects.select_related("clinic"))
    clinic = periods[0].clinic if periods else Clinic.objects.first() or Clinic()
    return [clinic, *periods, *Closure.objects.all(), *InterfaceReview.objects.all()]


def assemble(rows, *, is_last_good_copy=False):
    """The clinic that is made of these rows; default facts where there are none."""
    found = defaultdict(list)
    for row in rows:
        found[type(row)].append(row)
    clinic = found[Clinic][0] if found[Clinic] else Clinic()
    clinic.set_hours(found[OpeningPeriod], found[Closure])
    signed = {review.language for review in found[InterfaceReview] if review.holds}
    clinic.checked_languages = signed | {settings.LANGUAGE_CODE}
    clinic.is_last_good_copy = is_last_good_copy
    return clinic


def next_change(now):
    """Until when the clock changes no public page; `now` and what is returned are seconds as time.time() tells them.

    The clinic opens or closes, a day begins (hours of today, reviews that are due, closures), an article's time comes.
    """
    moment = datetime.fromtimestamp(now, UTC)
    scheduled = Article.objects.filter(published_at__gt=moment).order_by("published_at")
    moments = [hours.next_change(read_clinic().opening_hours, moment)]
    return min([*moments, *scheduled.values_list("published_at", flat=True)[:1]]).timestamp()


def as_text(rows):
    fields = {field.name for row in rows for field in row._meta.fields}
    return serializers.serialize("json", rows, fields=fields - FOR_STAFF)


def last_good_copy_path():
    return settings.DATA_DIR / "clinic.json"


def write_last_good_copy(text):
    """In one step, so that a reader never meets half a file. Raises OSError."""
    path = last_good_copy_path()
    with suppress(OSError, ValueError):
        if path.read_text(encoding="utf-8") == text:
            return
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(draft, path)
    except OSError:
        os.unlink(draft)
        raise


def read_last_good_copy():
    """The clinic of the last good copy; with default facts where there is none that this version can read."""
    with suppress(OSError, ValueError, LookupError, TypeError, serializers.base.DeserializationError):
        text = last_good_copy_path().read_text(encoding="utf-8")
        return assemble([row.object for row in serializers.deserialize("json", text)], is_last_good_copy=True)
    return assemble([], is_last_good_copy=True)  # an error page without hours is better than none
