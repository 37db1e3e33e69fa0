"""Retention: erases requests, fields, emails and access records at the end of their periods."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from consultations.actions import erase_request
from consultations.models import AccessRecord, ConsultationRequest, OutgoingMail
from consultations.privacy import data_map

DIGESTS_KEPT = timedelta(days=30)


def find_expired_requests(now):
    """Requests that staff closed or marked as spam, at the end of their retention period."""
    expired = ConsultationRequest.objects.none()
    for state in ConsultationRequest.State:
        if (moment := data_map.get_expiry(state, now)) is not None:
            expired |= ConsultationRequest.objects.filter(state=state, ended_at__lt=moment)
    return expired


def find_expired_fields(now):
    """(field, its empty value, requests that still hold it) for each field with a shorter period than its request."""
    for datum in data_map.MAP:
        if datum.kept:
            empty = None if ConsultationRequest._meta.get_field(datum.field).null else ""
            holding = ConsultationRequest.objects.filter(received_at__lt=now - datum.kept)
            yield datum.field, empty, holding.exclude(**{datum.field: empty})


def find_expired_digests(now):
    """Emails about several requests, which are not erased with any one of them."""
    return OutgoingMail.objects.filter(consultation_request=None, sent_at__lt=now - DIGESTS_KEPT)


def count_expired():
    """{kind: how many} a purge would erase now."""
    now = timezone.now()
    return {
        "requests": find_expired_requests(now).count(),
        **{f"{field} of requests": holding.count() for field, _, holding in find_expired_fields(now)},
        "digest emails": find_expired_digests(now).count(),
        "access records": AccessRecord.objects.expired().count(),
    }


def purge():
    """Erases everything at the end of its period; each request leaves an access record. Returns {kind: how many}."""
    now = timezone.now()
    expired = find_expired_requests(now).values_list("pk", flat=True)
    return {
        "requests": sum(erase_if_still_expired(pk, now) for pk in expired),
        **{f"{field} of requests": rows.update(**{field: empty}) for field, empty, rows in find_expired_fields(now)},
        "digest emails": find_expired_digests(now).delete()[0],
        "access records": AccessRecord.objects.discard_expired(),
    }


def erase_if_still_expired(pk, now):
    """Checks again with the row locked: staff may have reopened the request meanwhile. Decrypts nothing."""
    with transaction.atomic():
        expired = find_expired_requests(now).filter(pk=pk).only("reference").select_for_update().first()
        if expired:
            erase_request(consultation_request=expired, action=AccessRecord.Action.PURGE, user=None, address="")
    return int(expired is not None)


def erase_expired_fields():
    """Erases the fields that are kept for hours only; the worker calls it every few minutes. Returns how many."""
    return sum(holding.update(**{field: empty}) for field, empty, holding in find_expired_fields(timezone.now()))
