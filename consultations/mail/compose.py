"""The words and the recipients of the site's mails. No mail to staff holds anything that the patient typed."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext

from consultations.models import OutgoingMail
from consultations.privacy import data_map, search_keys

DIGEST_WINDOW = timedelta(minutes=10)  # the time that one digest covers
DIGEST_PAUSE = timedelta(minutes=1)  # longer than any transaction that may still add a request to the window
MAX_LISTED = 20  # references named in one mail
MAX_IN_SUBJECT = 3


def compose_staff_mails(kind, subject, template, context, **fields):
    """One mail to each address in STAFF_EMAILS, so that a bad address does not hold up the others.

    The subject holds a reference or a time: mail programs put mails of the same subject into one thread.
    """
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
        f"New {'question' if consultation_request.is_question else 'consultation request'} "
        f"{consultation_request.reference}",
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
    is_question = consultation_request.is_question
    received = gettext("We received your question") if is_question else gettext("We received your request")
    return OutgoingMail(
        kind=OutgoingMail.Kind.CONFIRMATION,
        consultation_request=consultation_request,
        recipient=consultation_request.email,
        subject=f"{clinic.name}: {received} ({consultation_request.reference})",
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
    with translation.override("en"):  # a patient's page may be in another language
        until = date_format(timezone.localtime(end), "DATETIME_FORMAT")
    mails = compose_staff_mails(
        OutgoingMail.Kind.DIGEST,
        f"Many consultation requests until {until}",
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
    listed = list(consultation_requests.only(*data_map.FIELDS_IN_MAIL)[:MAX_LISTED])
    references = ", ".join(row.reference for row in listed[:MAX_IN_SUBJECT])
    are = "1 patient is" if count == 1 else f"{count} patients are"
    mails = compose_staff_mails(
        OutgoingMail.Kind.OVERDUE,
        f"{are} still waiting for a call: {references}{' and more' if count > MAX_IN_SUBJECT else ''}",
        "overdue.txt",
        {
            "count": count,
            "requests": [data_map.select_for_mail(row) for row in listed],
            "more": max(count - MAX_LISTED, 0),
            "sign_in_address": build_staff_url("changelist"),
        },
    )
    announced = OutgoingMail.objects.filter(kind=OutgoingMail.Kind.NEW_REQUEST, consultation_request__in=listed)
    announced = list(announced.only("recipient", "message_id").order_by("pk"))
    for mail in mails:
        mail.answers = "\n".join(str(first.message_id) for first in announced if first.recipient == mail.recipient)
    OutgoingMail.objects.bulk_create(mails)
