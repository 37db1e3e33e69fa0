"""Gives the admin's home the month so far."""

from django import template
from django.utils import timezone

from clinic_site.statistics.periods import Period
from clinic_site.statistics.report import Report

register = template.Library()


@register.simple_tag(takes_context=True)
def month_so_far(context):
    """The month's answers to the owner's questions, each in a sentence; none for who may not see requests."""
    if not context["request"].user.has_perm("consultations.view_consultationrequest"):
        return []
    month = Period.around(timezone.localdate())
    return Report(month, timezone.now(), clinic=context["clinic"], with_requests=True).answers
