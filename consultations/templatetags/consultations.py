"""The consultation form for any page, and the calls, mails and promises for the admin home."""

from django import template
from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from consultations import phones, promises
from consultations.access_log import record_access
from consultations.desk import greetings, inbox
from consultations.desk.next_steps import get_next_step
from consultations.forms import CONSENT, groups_without_answers
from consultations.models import REFUSALS, AccessRecord, OutgoingMail

register = template.Library()


@register.simple_tag
def questions_without_answers():
    """The `groups` of partials/consultation-form.html for the empty form."""
    return groups_without_answers(get_language())


@register.simple_tag(takes_context=True)
def consent_sentence(context):
    """The sentence of consent, in which the clinic's name is marked as English."""
    name = format_html('<bdi lang="en" translate="no">{}</bdi>', context["clinic"].name)
    return mark_safe(escape(CONSENT) % {"clinic": name})


@register.simple_tag(takes_context=True)
def calls_to_make(context):
    """The first calls to make (`rows`), and the `tabs` of the list with their counts. It records who saw whom."""
    request, now = context["request"], timezone.now()
    rows = inbox.read_first_to_call(request.user, now)
    if rows:
        references = " ".join(row.reference for row in rows)
        record_access(AccessRecord.Action.LIST, user=request.user, address=request.client_address, details=references)
    shown = [
        {
            "row": row,
            "number": phones.format_for_reading(row.phone_to_call),
            "step": get_next_step(row, now),
            "language": greetings.get_english_name(row.spoken_language),
        }
        for row in rows
    ]
    return {"rows": shown, "tabs": inbox.count_tabs(request.user)}


@register.simple_tag
def late_mail():
    """The number of late mails (`count`), and when the oldest of them was created (`since`)."""
    refused = Count("pk", filter=Q(last_failure__in=REFUSALS))
    return OutgoingMail.objects.late().aggregate(count=Count("pk"), since=Min("created_at"), refused=refused)


@register.simple_tag
def measured_promises():
    """The figures of measure_promises(), with the median in words."""
    measured = promises.measure_promises(timezone.now())
    if measured["median"] is not None:
        measured["median"] = promises.format_wait(measured["median"])
    return measured
