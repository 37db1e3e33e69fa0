"""The writes that leave the building: each stores first, and whatever follows is stored with it."""

import json
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from consultations import spam
from consultations.models import AccessRecord, ConsultationRequest, LookupKey, OutgoingMail
from consultations.privacy import data_map, search_keys

SAMENESS = timedelta(hours=24)  # for this long the same answers are the same request
LIMIT_WINDOW = timedelta(hours=1)  # what RATE_LIMIT_PER_CLIENT and RATE_LIMIT_OVERALL are counted over
DIGEST_WINDOW = timedelta(minutes=10)  # one mail for all requests of so long, past the overall limit
DIGEST_PAUSE = timedelta(minutes=1)  # longer than any transaction that may still add a request to the window


class TooManyRequestsError(Exception):
    """One client has sent as many new requests as it may. `retry_after` are the seconds until it may send another."""

    def __init__(self, retry_after):
        super().__init__(retry_after)
        self.retry_after = retry_after


def submit_request(*, answers, signs, consent_wording, page_language, clinic, client_network):
    """Stores a request with the promise made for it and the mails that tell of it, in one transaction.

    `answers` are the form's cleaned answers by field name, `signs` those of spam, `client_network` is what counts as
    one client; empty if unknown. The same answers within 24 hours are the same request: then the stored one is
    returned and nothing is written. Returns the ConsultationRequest; raises TooManyRequestsError when the client has
    sent too many others within the hour.
    """
    now = timezone.now()
    key = sameness_key(answers)
    call_by = clinic.call_by(now)
    client_key = search_keys.keyed_hash("client", client_network) if client_network else ""
    with transaction.atomic():
        if same := find_same(key, now):
            return same
        try:
            refuse_noisy_client(client_key, now)
        except TooManyRequestsError:
            if same := find_same(key, now):  # stored since we looked
                return same
            raise
        is_flood = ConsultationRequest.objects.received_since(now - LIMIT_WINDOW, at_least=settings.RATE_LIMIT_OVERALL)
        if is_flood:
            signs = [*signs, "flood"]
        try:
            with transaction.atomic():
                consultation_request = ConsultationRequest.objects.create(
                    **answers,
                    sameness_key=key,
                    consent_wording=consent_wording,
                    page_language=page_language,
                    received_at=now,
                    call_by=call_by,
                    call_due_at=call_by or now,
                    client_key=client_key,
                    held=spam.is_suspicious(signs),
                    held_because=", ".join(signs) if spam.is_suspicious(signs) else "",
                )
        except IntegrityError:
            if same := find_same(key, now):  # stored since we looked
                return same
            raise
        add_lookup_keys(consultation_request, search_keys.keys_of(consultation_request))
        if is_flood:
            queue_digest(now)
        else:
            queue_mails(consultation_request=consultation_request, clinic=clinic)
    return consultation_request


def sameness_key(answers):
    """The keyed hash by which the same answers are known again without being stored in the clear."""
    return search_keys.keyed_hash("same", json.dumps(answers, sort_keys=True, ensure_ascii=False))


def find_same(key, now):
    """The stored request with the same answers; None without one. After 24 hours it is set free from its key."""
    same = ConsultationRequest.objects.filter(sameness_key=key).first()
    if same and same.received_at <= now - SAMENESS:
        ConsultationRequest.objects.filter(pk=same.pk).update(sameness_key=None)
        return None
    return same


def write_lookup_keys(consultation_request):
    """Makes the request findable by what it holds now."""
    keys = search_keys.keys_of(consultation_request)
    consultation_request.lookup_keys.exclude(key__in=keys).delete()
    add_lookup_keys(consultation_request, keys)


def add_lookup_keys(consultation_request, keys):
    LookupKey.objects.bulk_create(
        [LookupKey(consultation_request=consultation_request, key=key) for key in sorted(keys)], ignore_conflicts=True
    )


# How much one client may send


def refuse_noisy_client(client_key, now):
    """Raises TooManyRequestsError past RATE_LIMIT_PER_CLIENT new requests within the hour. One query.

    What was not stored does not count: somebody who mistypes a number is not noisy.
    """
    if not client_key:
        return
    recent = ConsultationRequest.objects.filter(client_key=client_key, received_at__gt=now - LIMIT_WINDOW)
    earliest = recent.order_by("-received_at").values_list("received_at", flat=True)
    counted = list(earliest[settings.RATE_LIMIT_PER_CLIENT - 1 : settings.RATE_LIMIT_PER_CLIENT])
    if counted:
        raise TooManyRequestsError(retry_after=int((counted[0] + LIMIT_WINDOW - now).total_seconds()) + 1)


# Mails


def queue_mails(*, consultation_request, clinic):
    """A mail to each address in STAFF_EMAILS, so that a bad one does not hold up the others; one to the patient."""
    mails = staff_mails(consultation_request=consultation_request)
    if clinic.confirm_by_mail and consultation_request.email:
        mails.append(confirmation(consultation_request=consultation_request, clinic=clinic))
    OutgoingMail.objects.bulk_create(mails, ignore_conflicts=True)  # of the same once_key, the first one stays


def staff_mails(*, consultation_request):
    admin_page = reverse("admin:consultations_consultationrequest_change", args=[consultation_request.pk])
    with translation.override("en"):
        body = render_to_string(
            "consultations/mail/new_request.txt",
            {**data_map.in_mail(consultation_request), "sign_in_address": settings.SITE_URL + admin_page},
        )
    return [
        OutgoingMail(
            consultation_request=consultation_request,
            recipient=recipient,
            subject="New consultation request",
            body=body,
        )
        for recipient in settings.STAFF_EMAILS
    ]


def confirmation(*, consultation_request, clinic):
    """Tells the patient, in the language of the page, that the request arrived; repeats nothing that was typed.

    Nobody has checked the address: whoever is written to may be a stranger, so at most one mail a day goes there.
    """
    day = timezone.localdate(consultation_request.received_at)
    return OutgoingMail(
        kind=OutgoingMail.Kind.CONFIRMATION,
        consultation_request=consultation_request,
        recipient=consultation_request.email,
        subject=f"{clinic.name}: {gettext('We received your request')}",
        body=render_to_string(
            "consultations/mail/confirmation.txt", {**data_map.in_mail(consultation_request), "clinic": clinic}
        ),
        once_key=search_keys.keyed_hash("confirmation", f"{day} {search_keys.email_key(consultation_request.email)}"),
    )


def queue_digest(now):
    """One mail to each address in STAFF_EMAILS for all requests of the ten minutes that `now` lies in."""
    window = DIGEST_WINDOW.total_seconds()
    end = datetime.fromtimestamp((now.timestamp() // window + 1) * window, UTC)
    admin_page = reverse("admin:consultations_consultationrequest_changelist") + "?tab=held"
    with translation.override("en"):
        body = render_to_string(
            "consultations/mail/digest.txt", {"until": end, "sign_in_address": settings.SITE_URL + admin_page}
        )
    OutgoingMail.objects.bulk_create(
        [
            OutgoingMail(
                kind=OutgoingMail.Kind.DIGEST,
                recipient=recipient,
                subject="Many consultation requests",
                body=body,
                created_at=end,
                due_at=end + DIGEST_PAUSE,
                once_key=search_keys.keyed_hash("digest", f"{end.timestamp()} {recipient}"),
            )
            for recipient in settings.STAFF_EMAILS
        ],
        ignore_conflicts=True,
    )


def send_again(mail, *, user, address):
    """Tries a waiting mail at once; of one that was taken, queues a copy with a Message-ID of its own.

    With the old Message-ID, the recipient's mail server would throw it away as known. A mail that a worker has in hand
    is left to it. Returns the mail that will be sent.
    """
    now = timezone.now()
    with transaction.atomic():
        if mail.sent_at is None and mail.given_up_at is None:
            begun = OutgoingMail.objects.filter(pk=mail.pk, created_at__lte=now)  # a digest still gathers requests
            begun.in_nobodys_hand(now).update(due_at=now)
        else:
            mail = OutgoingMail.objects.create(
                kind=mail.kind,
                consultation_request=mail.consultation_request,
                recipient=mail.recipient,
                subject=mail.subject,
                body=mail.body,
            )
        record_access(
            AccessRecord.Action.RESEND,
            user=user,
            address=address,
            consultation_request=mail.consultation_request,
            details=f"mail {mail.pk}",
        )
    return mail


def give_up(mail, *, user, address):
    """Stops a mail that nobody will take, such as one to a colleague who has left."""
    with transaction.atomic():
        OutgoingMail.objects.unsent().filter(pk=mail.pk).update(given_up_at=timezone.now())
        record_access(
            AccessRecord.Action.CHANGE,
            user=user,
            address=address,
            consultation_request=mail.consultation_request,
            details=f"mail {mail.pk} given up",
        )


# What staff do with a request is in handling.py; here is what ends it


def erase_request(*, consultation_request, action, user, address):
    """Erases a request with its mails and lookup keys for good; what stays is the access record of it, the stub."""
    with transaction.atomic():
        record_access(action, user=user, address=address, consultation_request=consultation_request)
        consultation_request.delete()


def record_access(action, *, user, address, consultation_request=None, details=""):
    """Adds to the record of who did what: `action` of AccessRecord.Action; `user` None is the website itself.

    `address` is where it was done from. `details` hold references and names of fields, never what stands in them.
    """
    AccessRecord.objects.create(
        action=action,
        actor_id=user.pk if user else None,
        actor_name=user.get_username() if user else "",
        address=address,
        request_id=consultation_request.pk if consultation_request else None,
        reference=consultation_request.reference if consultation_request else "",
        details=details,
    )
