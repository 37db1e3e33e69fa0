"""The clinic's current facts, and their last good copy on disk for when the database is unavailable."""

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
from clinic_site.models import Clinic, InterfaceReview, OpeningPeriod, SpecialHours

# Not in the last good copy: no page shows them, and they may name people.
FOR_STAFF = {"reason", "reviewed_by", "reviewed_on"}


class CurrentFacts:
    """The facts that this process read last, with the generation under which it read them."""

    def __init__(self):
        self.forget()

    def forget(self):
        self.read = (None, None)  # (generation, clinic), replaced in one step: threads share it
        self.copied = ""  # the last good copy as this process last wrote it

    def clinic(self):
        """The clinic with its hours and sign-offs; from the last good copy while the database is unavailable.

        Threads share the object, so it must not be changed.
        """
        generation, clinic = self.read
        try:
            now = read_generation()
            if clinic is None or now != generation:
                rows = read_rows()
                clinic = build_clinic(rows, first_published=Article.objects.first_published())
                self.update_copy(rows)
                self.read = (now, clinic)
        except Error:
            return read_last_good_copy()
        return clinic

    def update_copy(self, rows):
        """Writes the last good copy if the rows differ from it and the clinic is saved. Ignores a full disk."""
        text = serialize_rows(rows)
        if rows[0].pk and text != self.copied:
            with suppress(OSError):  # the next change tries again
                write_last_good_copy(text)
                self.copied = text


_current = CurrentFacts()
current_clinic = _current.clinic
forget_facts = _current.forget


def read_clinic():
    """The clinic with its hours and sign-offs, from the database; default facts before the clinic is saved."""
    return build_clinic(read_rows(), first_published=Article.objects.first_published())


def read_rows():
    """All rows of the clinic's facts. The clinic is read with its opening periods."""
    periods = list(OpeningPeriod.objects.select_related("clinic"))
    clinic = periods[0].clinic if periods else Clinic.objects.first() or Clinic()
    return [clinic, *periods, *SpecialHours.objects.all(), *InterfaceReview.objects.all()]


def build_clinic(rows, *, first_published=None, is_last_good_copy=False):
    """The clinic with its hours and sign-offs from these rows; default facts without a row of the clinic.

    `first_published` is what Article.objects.first_published() reads. Without it, as from the last good copy, pages
    lead to none of those that exist only once something is published there.
    """
    found = defaultdict(list)
    for row in rows:
        found[type(row)].append(row)
    clinic = found[Clinic][0] if found[Clinic] else Clinic()
    clinic.set_hours(found[OpeningPeriod], found[SpecialHours])
    signed = {review.language for review in found[InterfaceReview] if review.is_current}
    clinic.checked_languages = signed | {settings.LANGUAGE_CODE}
    clinic.first_published = first_published or {}
    clinic.is_last_good_copy = is_last_good_copy
    return clinic


def next_change(now):
    """The next moment at which the clock changes a public page; it and `now` are seconds as in time.time().

    The clinic opens or closes, a day begins (today's hours, special days, overdue reviews), or a scheduled article
    appears.
    """
    moment = datetime.fromtimestamp(now, UTC)
    scheduled = Article.objects.filter(published_at__gt=moment).order_by("published_at")
    moments = [hours.next_change(read_clinic().opening_hours, moment)]
    return min([*moments, *scheduled.values_list("published_at", flat=True)[:1]]).timestamp()


def serialize_rows(rows):
    fields = {field.name for row in rows for field in row._meta.fields}
    return serializers.serialize("json", rows, fields=fields - FOR_STAFF)


def last_good_copy_path():
    return settings.DATA_DIR / "clinic.json"


def write_last_good_copy(text):
    """Replaces the file in one step, so that nobody reads half of it. Raises OSError."""
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
    """The clinic from the last good copy; default facts if there is none that this version can read."""
    with suppress(OSError, ValueError, LookupError, TypeError, serializers.base.DeserializationError):
        text = last_good_copy_path().read_text(encoding="utf-8")
        return build_clinic([row.object for row in serializers.deserialize("json", text)], is_last_good_copy=True)
    return build_clinic([], is_last_good_copy=True)  # an error page without hours is better than none
