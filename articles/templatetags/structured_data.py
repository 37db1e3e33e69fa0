"""Puts structured data into a page, for search engines."""

import json

from django import template
from django.utils.safestring import mark_safe

register = template.Library()
ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}  # no title can end the script element


@register.filter
def json_ld(data):
    """A JSON-LD data block. It is never executed, so the Content-Security-Policy does not stop it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
