"""The writes that reach beyond the site: a patient's request is stored with its mails, or erased with them."""

import json
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations import spam
from consultations.access_log import record_access
from consultations.mail.compose import queue_digest, queue_new_request
from consultations.models import ConsultationRequest, LookupKey
from consultations.privacy import search_keys

SAMENESS = timedelta(hours=24)  # for this long, identical answers are the same request
LIMIT_WINDOW = timedelta(hours=1)  # the period of RATE_LIMIT_PER_CLIENT and RATE_LIMIT_OVERALL


class TooManyRequestsError(Exception):
    """A client has reached its limit. `retry_after` is the number of seconds until it may send another request."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


def submit_request(
    *,
    answers: dict[str, Any],
    signs: list[str],
    consent_wording: str,
    page_language: str,
    clinic: Any,  # a Clinic: this app does not import its class
    client_network: str,
    from_service: str = "",
    source_page: str = "",
    campaign: str = "",
) -> ConsultationRequest:
    """Stores a request with the promised call and its mails, in one transaction.

    `answers` are the form's cleaned answers by field name, `signs` the signs of spam, `client_network` identifies one
    client; empty if unknown. `source_page` names the page that carried the form, `from_service` is its title if it is
    a service's, `campaign` the word of the campaign whose link led there. A question about something else than a
    consultation is promised no time. Identical answers within 24 hours are the same request: the stored one is returned
    and nothing is written. Returns the ConsultationRequest; raises TooManyRequestsError when the client has sent too
    many others within the hour.
    """
    now = timezone.now()
    key = hash_answers(answers)
    is_consultation = answers["matter"] == ConsultationRequest.Matter.CONSULTATION
    call_by = clinic.call_by(now, wish=answers["best_time"]) if is_consultation else None
    client_key = search_keys.keyed_hash("client", client_network) if client_network else ""
    with transaction.atomic():
        if same := find_identical(key, now):
            return same
        try:
            check_client_limit(client_key, now)
        except TooManyRequestsError:
            if same := find_identical(key, now):  # stored since the first look
                return same
            raise
        is_flood = ConsultationRequest.objects.has_received(
            at_least=settings.RATE_LIMIT_OVERALL, since=now - LIMIT_WINDOW
        )
        if is_flood:
            signs = [*signs, "flood"]
        held = spam.is_suspicious(signs)
        try:
            with transaction.atomic():
                consultation_request = ConsultationRequest.objects.create(
                    **answers,
                    sameness_key=key,
                    consent_wording=consent_wording,
                    from_service=from_service,
                    source_page=source_page,
                    campaign=campaign,
                    page_language=page_language,
                    received_at=now,
                    call_by=call_by,
                    call_due_at=call_by or now,
                    client_key=client_key,
                    held=held,
                    held_because=", ".join(signs) if held else "",
                )
        except IntegrityError:
            if same := find_identical(key, now):  # stored since the first look
                return same
            raise
        LookupKey.objects.write_for(consultation_request)
        if is_flood:
            queue_digest(now)
        else:
            queue_new_request(consultation_request=consultation_request, clinic=clinic)
    return consultation_request


def hash_answers(answers: dict[str, Any]) -> str:
    """The keyed hash that identifies identical answers without storing them in the clear."""
    return search_keys.keyed_hash("same", json.dumps(answers, sort_keys=True, ensure_ascii=False, default=str))


def find_identical(key: str, now: datetime) -> ConsultationRequest | None:
    """The stored request with the same answers, or None. Releases the key of one that is older than 24 hours."""
    same = ConsultationRequest.objects.filter(sameness_key=key).first()
    if same and same.received_at <= now - SAMENESS:
        ConsultationRequest.objects.filter(pk=same.pk).update(sameness_key=None)
        return None
    return same


def check_client_limit(client_key: str, now: datetime) -> None:
    """Raises TooManyRequestsError past RATE_LIMIT_PER_CLIENT stored requests within the hour.

    Refused forms do not count: a mistyped number is no abuse.
    """
    if not client_key:
        return
    recent = ConsultationRequest.objects.filter(client_key=client_key, received_at__gt=now - LIMIT_WINDOW)
    newest_first = recent.order_by("-received_at").values_list("received_at", flat=True)
    counted = list(newest_first[settings.RATE_LIMIT_PER_CLIENT - 1 : settings.RATE_LIMIT_PER_CLIENT])
    if counted:
        raise TooManyRequestsError(retry_after=int((counted[0] + LIMIT_WINDOW - now).total_seconds()) + 1)


def erase_request(*, consultation_request: ConsultationRequest, action: str, user: User | None, address: str) -> None:
    """Permanently erases a request with its mails and lookup keys. Only the access record of the erasure stays."""
    with transaction.atomic():
        record_access(action, user=user, address=address, consultation_request=consultation_request)
        consultation_request.delete()
