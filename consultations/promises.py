"""The promise to call by a certain time: reports overdue calls to staff, and measures how many promises were kept."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Count, DurationField, ExpressionWrapper, F, Q
from django.utils import timezone
from django.utils.timesince import timesince

from consultations.mail.compose import queue_overdue
from consultations.models import ConsultationRequest, overdue_condition

MEASURED = timedelta(days=30)


def report_overdue_calls():
    """Queues one mail to each staff address about all requests that became overdue since the last one.

    Each request is reported once, even if its first call is undone later, whatever the number of workers. Held
    requests are reported too: they were promised a call like any other. Returns the number of requests.
    """
    now = timezone.now()
    with transaction.atomic():
        # A second worker that meets the same rows waits here, and then finds them reported.
        overdue = ConsultationRequest.objects.overdue(now)
        count = overdue.filter(overdue_reported_at=None).update(overdue_reported_at=now)
        if count:
            queue_overdue(overdue.filter(overdue_reported_at=now).order_by("call_by", "pk"), count=count)
    return count


def measure_promises(now):
    """The figures for the admin home.

    `overdue` and `overdue_held` (the overdue ones held as possible spam), `today` (still open and promised for later
    today); of the last 30 days `due` and `kept` as find_due_promises() counts them, and `median`, the usual time from
    a request to its first call, None without calls.
    """
    midnight = datetime.combine(timezone.localdate(now) + timedelta(days=1), time(), timezone.get_current_timezone())
    overdue = overdue_condition(now)
    still_open = ConsultationRequest.objects.filter(state="new", first_called_at=None, call_by__lt=midnight).aggregate(
        overdue=Count("pk", filter=overdue),
        overdue_held=Count("pk", filter=overdue & Q(held=True)),
        today=Count("pk", filter=Q(call_by__gte=now)),
    )
    measured = find_due_promises(now - MEASURED, now).aggregate(
        due=Count("pk"), kept=Count("pk", filter=Q(first_called_at__lte=F("call_by")))
    )
    return {**still_open, **measured, "median": compute_median_wait(now - MEASURED, now)}


def find_due_promises(since, now):
    """The promises that fell due between the two moments.

    Without spam, and without requests closed before their time without a call (the patient rang, or had asked twice).
    Requests closed without a call after their time count as missed.
    """
    return (
        ConsultationRequest.objects.filter(call_by__gte=since, call_by__lt=now)
        .exclude(state="spam")
        .exclude(first_called_at=None, state="closed", ended_at__lte=F("call_by"))
    )


def is_due_promise(consultation_request, now):
    """Whether find_due_promises() would count the promise, if it looked at all of the past."""
    call_by, ended_at = consultation_request.call_by, consultation_request.ended_at
    if call_by is None or call_by >= now or consultation_request.state == "spam":
        return False
    is_without_call = consultation_request.first_called_at is None
    return not (is_without_call and consultation_request.state == "closed" and ended_at <= call_by)


def find_first_calls(since, now):
    """The requests for a consultation first called between the two moments, promised a time or not, but not spam."""
    called = ConsultationRequest.objects.consultations().filter(first_called_at__gte=since, first_called_at__lte=now)
    return called.exclude(state="spam")


def compute_median_wait(since, now):
    """The median time from a request to its first call, including nights, of all first calls between the moments.

    None without calls.
    """
    waits = (
        find_first_calls(since, now)
        .annotate(wait=ExpressionWrapper(F("first_called_at") - F("received_at"), output_field=DurationField()))
        .order_by("wait")
        .values_list("wait", flat=True)
    )
    count = waits.count()
    middle = list(waits[(count - 1) // 2 : count // 2 + 1]) if count else []
    return sum(middle, timedelta()) / len(middle) if middle else None


def format_wait(wait):
    """Like `1 hour 20 minutes`, without seconds."""
    now = timezone.now()
    return timesince(now - wait, now).replace(",", "").replace("\xa0", " ")
