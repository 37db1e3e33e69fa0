"""The words and the recipients of the site's mails. No mail to staff holds anything that the patient typed."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from consultations.models import OutgoingMail
from consultations.privacy import data_map, search_keys

DIGEST_WINDOW = timedelta(minutes=10)  # the time that one digest covers
DIGEST_PAUSE = timedelta(minutes=1)  # longer than any transaction that may still add a request to the window
MAX_LISTED = 20  # references named in one mail


def compose_staff_mails(kind, subject, template, context, **fields):
    """One mail to each address in STAFF_EMAILS, so that a bad address does not hold up the others."""
    with translation.override("en"):
        body = render_to_string(f"consultations/mail/{template}", context)
    return [
        OutgoingMail(kind=kind, recipient=recipient, subject=subject, body=body, **fields)
        for recipient in settings.STAFF_EMAILS
    ]


def build_staff_url(page, *args):
    return settings.SITE_URL + reverse(f"admin:consultations_consultationrequest_{page}", args=args)


def queue_new_request(*, consultation_request, clinic):
    """To staff, and to the patient if the clinic confirms by mail."""
    mails = compose_staff_mails(
        OutgoingMail.Kind.NEW_REQUEST,
        "New consultation request",
        "new_request.txt",
        {
            **data_map.select_for_mail(consultation_request),
            "sign_in_address": build_staff_url("change", consultation_request.pk),
        },
        consultation_request=consultation_request,
    )
    if clinic.confirm_by_mail and consultation_request.email:
        mails.append(compose_confirmation(consultation_request=consultation_request, clinic=clinic))
    OutgoingMail.objects.bulk_create(mails, ignore_conflicts=True)  # keeps the first mail with the same once_key


def compose_confirmation(*, consultation_request, clinic):
    """Tells the patient, in the language of the page, that the request arrived; repeats nothing that was typed.

    The address is unverified and may be a stranger's, so it gets at most one confirmation a day.
    """
    day = timezone.localdate(consultation_request.received_at)
    return OutgoingMail(
        kind=OutgoingMail.Kind.CONFIRMATION,
        consultation_request=consultation_request,
        recipient=consultation_request.email,
        subject=f"{clinic.name}: {gettext('We received your request')}",
        body=render_to_string(
            "consultations/mail/confirmation.txt",
            {**data_map.select_for_mail(consultation_request), "clinic": clinic},
        ),
        once_key=search_keys.keyed_hash("confirmation", f"{day} {search_keys.email_key(consultation_request.email)}"),
    )


def queue_digest(now):
    """One mail to each staff address for all requests in the ten-minute window around `now`."""
    window = DIGEST_WINDOW.total_seconds()
    end = datetime.fromtimestamp((now.timestamp() // window + 1) * window, UTC)
    mails = compose_staff_mails(
        OutgoingMail.Kind.DIGEST,
        "Many consultation requests",
        "digest.txt",
        {"until": end, "sign_in_address": build_staff_url("changelist") + "?tab=held"},
        created_at=end,
        due_at=end + DIGEST_PAUSE,
    )
    for mail in mails:
        mail.once_key = search_keys.keyed_hash("digest", f"{end.timestamp()} {mail.recipient}")
    OutgoingMail.objects.bulk_create(mails, ignore_conflicts=True)


def queue_overdue(consultation_requests, *, count):
    """Lists the references of `count` overdue requests, the first MAX_LISTED of them by name."""
    is_one = count == 1
    mails = compose_staff_mails(
        OutgoingMail.Kind.OVERDUE,
        "1 patient is still waiting for a call" if is_one else f"{count} patients are still waiting for a call",
        "overdue.txt",
        {
            "count": count,
            "requests": [
                data_map.select_for_mail(row)
                for row in consultation_requests.only(*data_map.FIELDS_IN_MAIL)[:MAX_LISTED]
            ],
            "more": max(count - MAX_LISTED, 0),
            "sign_in_address": build_staff_url("changelist"),
        },
    )
    OutgoingMail.objects.bulk_create(mails)
