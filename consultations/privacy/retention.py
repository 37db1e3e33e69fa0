"""Erasing what has been kept long enough, as the map of patient data says."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from consultations.actions import erase_request
from consultations.models import AccessRecord, ConsultationRequest, OutgoingMail
from consultations.privacy import data_map

DIGESTS_KEPT = timedelta(days=30)


def expired_requests(now):
    """Requests that a person closed or called spam so long ago that they are to be erased."""
    expired = ConsultationRequest.objects.none()
    for state in ConsultationRequest.State:
        if (moment := data_map.erased_before(state, now)) is not None:
            expired |= ConsultationRequest.objects.filter(state=state, ended_at__lt=moment)
    return expired


def expired_fields(now):
    """(field, value of an erased one, requests that still hold it) of what is kept shorter than its request."""
    for datum in data_map.MAP:
        if isinstance(datum.kept, timedelta):
            empty = None if ConsultationRequest._meta.get_field(datum.field).null else ""
            holding = ConsultationRequest.objects.filter(received_at__lt=now - datum.kept)
            yield datum.field, empty, holding.exclude(**{datum.field: empty})


def expired_digests(now):
    """Mails that tell of several requests, and so are not erased with one."""
    return OutgoingMail.objects.filter(consultation_request=None, sent_at__lt=now - DIGESTS_KEPT)


def what_is_due():
    """What a purge would erase now, in words: {what: how many}."""
    now = timezone.now()
    return {
        "requests": expired_requests(now).count(),
        **{f"{field} of requests": holding.count() for field, _, holding in expired_fields(now)},
        "digest mails": expired_digests(now).count(),
        "access records": AccessRecord.objects.expired().count(),
    }


def purge():
    """Erases what is due. Each request leaves an access record as its stub. Returns {what: how many}."""
    now = timezone.now()
    return {
        "requests": sum(_erase_unless_taken_up(pk, now) for pk in expired_requests(now).values_list("pk", flat=True)),
        **{f"{field} of requests": holding.update(**{field: empty}) for field, empty, holding in expired_fields(now)},
        "digest mails": expired_digests(now).delete()[0],
        "access records": AccessRecord.objects.discard_expired(),
    }


def _erase_unless_taken_up(pk, now):
    """Looks again, with the row locked: somebody may have taken the request up meanwhile. Reads nothing encrypted."""
    with transaction.atomic():
        expired = expired_requests(now).filter(pk=pk).only("reference").select_for_update().first()
        if expired:
            erase_request(consultation_request=expired, action=AccessRecord.Action.PURGE, user=None, address="")
    return int(expired is not None)


def erase_expired_fields():
    """Erases what is kept for hours only; the worker does it every few minutes. Returns how many fields that were."""
    return sum(holding.update(**{field: empty}) for field, empty, holding in expired_fields(timezone.now()))
