"""The writes that leave the building: each stores first, and whatever follows is stored with it."""

import hashlib
import hmac
import json
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from consultations.models import AccessRecord, ConsultationRequest, OutgoingMail

SAMENESS = timedelta(hours=24)  # for this long the same answers are the same request
ENDED_STATES = (ConsultationRequest.State.CLOSED, ConsultationRequest.State.SPAM)


def sameness_key(answers):
    """The keyed hash by which the same answers are known again without being stored in the clear."""
    text = json.dumps(answers, sort_keys=True, ensure_ascii=False)
    return hmac.new(settings.LOOKUP_HASH_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def submit_request(*, answers, consent_wording, page_language, clinic):
    """Stores a request with the promise made for it and the mails that tell the front desk, in one transaction.

    `answers` are the form's cleaned answers by field name. The same answers within 24 hours are the same request:
    then the stored one is returned and nothing is written. Returns the ConsultationRequest.
    """
    now = timezone.now()
    key = sameness_key(answers)
    with transaction.atomic():
        ConsultationRequest.objects.filter(sameness_key=key, received_at__lte=now - SAMENESS).update(sameness_key=None)
        consultation_request, is_new = ConsultationRequest.objects.get_or_create(
            sameness_key=key,
            defaults={
                **answers,
                "consent_wording": consent_wording,
                "page_language": page_language,
                "received_at": now,
                "call_by": clinic.call_by(now),
            },
        )
        if is_new:
            queue_staff_mails(consultation_request=consultation_request)
    return consultation_request


def queue_staff_mails(*, consultation_request):
    """One mail for each address in STAFF_EMAILS, so that a bad one does not hold up the others."""
    admin_page = reverse("admin:consultations_consultationrequest_change", args=[consultation_request.pk])
    with translation.override("en"):
        body = render_to_string(
            "consultations/mail/new_request.txt",
            {"consultation_request": consultation_request, "sign_in_address": settings.SITE_URL + admin_page},
        )
    OutgoingMail.objects.bulk_create(
        OutgoingMail(
            consultation_request=consultation_request,
            recipient=recipient,
            subject="New consultation request",
            body=body,
        )
        for recipient in settings.STAFF_EMAILS
    )


def update_request(*, consultation_request):
    """Saves what staff changed. A request that has ended is no longer the same as one that comes in later."""
    if consultation_request.state in ENDED_STATES:
        consultation_request.sameness_key = None
        consultation_request.ended_at = consultation_request.ended_at or timezone.now()
    else:
        consultation_request.ended_at = None
    consultation_request.save(update_fields=["state", "ended_at", "held", "note", "corrected_phone", "sameness_key"])


def record_access(action, *, user, address, consultation_request=None, details=""):
    """Adds to the record of who did what: `action` of AccessRecord.Action; `user` None is the website itself.

    `address` is where it was done from. `details` name fields, never what stands in them.
    """
    AccessRecord.objects.create(
        action=action,
        actor_id=user.pk if user else None,
        actor_name=user.get_username() if user else "",
        address=address,
        request_id=consultation_request.pk if consultation_request else None,
        reference=consultation_request.reference if consultation_request else "",
        details=details[:200],
    )
