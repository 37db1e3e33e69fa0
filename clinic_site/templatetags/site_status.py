"""Lets the admin's home tell how the site is doing."""

from django import template

from clinic_site.operations import site_status

register = template.Library()


@register.simple_tag
def site_condition():
    """What there is to say (`findings`), and whether any of it `is_alarming`. Five queries at most."""
    findings = site_status.findings()
    return {"findings": findings, "is_alarming": any(finding.is_alarming for finding in findings)}
