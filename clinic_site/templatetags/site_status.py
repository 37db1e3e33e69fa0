"""Gives the admin's home the findings about the site."""

from django import template

from clinic_site.operations.site_status import list_findings

register = template.Library()


@register.simple_tag(takes_context=True)
def site_condition(context):
    """The `findings`, and whether any of them `is_alarming`."""
    findings = list_findings(context["clinic"])
    return {"findings": findings, "is_alarming": any(finding.is_alarming for finding in findings)}
