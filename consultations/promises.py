"""The promise to call, kept: staff are told when one was not, and the admin's home says how many were."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, DurationField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.timesince import timesince

from consultations.models import ConsultationRequest, Entry, OutgoingMail, promise_is_broken
from consultations.privacy import data_map

MOST_IN_MAIL = 20  # references named in one mail; of the others it says how many there are
MEASURED = timedelta(days=30)


# Telling staff


def tell_of_overdue():
    """Queues one mail to each address in STAFF_EMAILS about all requests that became overdue since the last one.

    Each request is told of once, whatever is undone later, however many workers do this, and also when it is held as
    possible spam: it was promised a call like any other. Returns how many requests that were.
    """
    now = timezone.now()
    with transaction.atomic():
        # Another worker that meets the same rows waits here, and then finds them told of.
        told = ConsultationRequest.objects.overdue(now).filter(overdue_told_at=None).update(overdue_told_at=now)
        if told:
            OutgoingMail.objects.bulk_create(overdue_mails(told, now))
    return told


def overdue_mails(count, now):
    """The mails about the `count` requests that are told of `now`."""
    longest_due = ConsultationRequest.objects.overdue(now).filter(overdue_told_at=now).order_by("call_by", "pk")
    admin_page = reverse("admin:consultations_consultationrequest_changelist")
    with translation.override("en"):
        subject = "1 patient still waits for the call" if count == 1 else f"{count} patients still wait for the call"
        body = render_to_string(
            "consultations/mail/overdue.txt",
            {
                "count": count,
                "requests": [
                    data_map.in_mail(consultation_request)
                    for consultation_request in longest_due.only(*data_map.IN_MAIL)[:MOST_IN_MAIL]
                ],
                "more": max(count - MOST_IN_MAIL, 0),
                "sign_in_address": settings.SITE_URL + admin_page,
            },
        )
    return [
        OutgoingMail(kind=OutgoingMail.Kind.OVERDUE, recipient=recipient, subject=subject, body=body)
        for recipient in settings.STAFF_EMAILS
    ]


# Measuring


def measure(now):
    """How the promises stand, for the admin's home. Four queries.

    `overdue` and `overdue_held` (those of them that are held as possible spam), `today` (still open, and promised for
    later today); of the last 30 days `due` and `kept` as due_promises() counts them, and `median`, from the request to
    its first call, None without calls.
    """
    midnight = datetime.combine(timezone.localdate(now) + timedelta(days=1), time(), timezone.get_current_timezone())
    overdue = promise_is_broken(now)
    standing = ConsultationRequest.objects.filter(state="new", first_called_at=None, call_by__lt=midnight).aggregate(
        overdue=Count("pk", filter=overdue),
        overdue_held=Count("pk", filter=overdue & Q(held=True)),
        today=Count("pk", filter=Q(call_by__gte=now)),
    )
    measured = due_promises(now - MEASURED, now).aggregate(
        due=Count("pk"), kept=Count("pk", filter=Q(first_called_at__lte=F("call_by")))
    )
    return {**standing, **measured, "median": median_wait(now - MEASURED, now)}


def due_promises(since, now):
    """The promises whose time came between the two moments.

    Not those of spam, and not those that nobody needed to keep any more: closed without a call before their time (the
    patient rang, or had asked twice). Closed without a call after it, they count, as not kept. Whether a request was
    called in time that staff took up before the site wrote that down is not known: those are left out too.
    """
    written_down = Exists(
        Entry.objects.filter(consultation_request=OuterRef("pk"), state_after="closed").exclude(state_before="closed")
    )
    return (
        ConsultationRequest.objects.filter(call_by__gte=since, call_by__lt=now)
        .exclude(state="spam")
        .exclude(first_called_at=None, state="closed", ended_at__lte=F("call_by"))
        .exclude(first_called_at=None, state__in=["contacted", "scheduled"])
        .exclude(~written_down, first_called_at=None, state="closed")
    )


def first_calls(since, now):
    """The requests that were first called between the two moments, with or without a promise, but not spam."""
    return ConsultationRequest.objects.filter(first_called_at__gte=since, first_called_at__lte=now).exclude(
        state="spam"
    )


def median_wait(since, now):
    """The time on the clock, nights too, from a request to its first call, of all first calls between the moments.

    None without calls. Two queries.
    """
    waits = (
        first_calls(since, now)
        .annotate(wait=ExpressionWrapper(F("first_called_at") - F("received_at"), output_field=DurationField()))
        .order_by("wait")
        .values_list("wait", flat=True)
    )
    count = waits.count()
    middle = list(waits[(count - 1) // 2 : count // 2 + 1]) if count else []
    return sum(middle, timedelta()) / len(middle) if middle else None


def in_words(wait):
    """Like `1 hour 20 minutes`; seconds are left out."""
    now = timezone.now()
    return timesince(now - wait, now).replace(",", "").replace("\xa0", " ")
