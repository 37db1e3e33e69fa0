"""Erasing what has been kept long enough, as the map of patient data says."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from consultations import patient_data
from consultations.actions import erase_request
from consultations.models import AccessRecord, ConsultationRequest, OutgoingMail

DIGESTS_KEPT = timedelta(days=30)
MOST_AT_ONCE = 500  # requests in one go, so that no transaction holds up patients


def expired_requests(now):
    """Requests that a person closed or called spam so long ago that they are to be erased."""
    expired = ConsultationRequest.objects.none()
    for state in ConsultationRequest.State:
        if (moment := patient_data.erased_before(state, now)) is not None:
            expired |= ConsultationRequest.objects.filter(state=state, ended_at__lt=moment)
    return expired


def expired_fields(now):
    """(field, value of an erased one, requests that still hold it) of what is kept shorter than its request."""
    for datum in patient_data.MAP:
        if isinstance(datum.kept, timedelta):
            empty = None if ConsultationRequest._meta.get_field(datum.field).null else ""
            holding = ConsultationRequest.objects.filter(received_at__lt=now - datum.kept)
            yield datum.field, empty, holding.exclude(**{datum.field: empty})


def expired_digests(now):
    return OutgoingMail.objects.filter(kind=OutgoingMail.Kind.DIGEST, sent_at__lt=now - DIGESTS_KEPT)


def what_is_due():
    """What a purge would erase now, in words: {what: how many}."""
    now = timezone.now()
    return {
        "requests": expired_requests(now).count(),
        **{f"{field} of requests": holding.count() for field, _, holding in expired_fields(now)},
        "digest mails": expired_digests(now).count(),
        "access records": AccessRecord.objects.expired().count(),
        "sessions": Session.objects.filter(expire_date__lt=now).count(),
    }


def purge():
    """Erases what is due. Each request leaves an access record as its stub. Returns {what: how many were erased}."""
    now = timezone.now()
    erased = what_is_due()
    while batch := list(expired_requests(now).order_by("pk")[:MOST_AT_ONCE]):
        for consultation_request in batch:
            erase_request(
                consultation_request=consultation_request, action=AccessRecord.Action.PURGE, user=None, address=""
            )
    erase_expired_fields()
    expired_digests(now).delete()
    AccessRecord.objects.discard_expired()
    Session.objects.filter(expire_date__lt=now).delete()
    return erased


def erase_expired_fields():
    """Erases what is kept for hours only; the worker does it every few minutes. Returns how many fields that were."""
    return sum(holding.update(**{field: empty}) for field, empty, holding in expired_fields(timezone.now()))
