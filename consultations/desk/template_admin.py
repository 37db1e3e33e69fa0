"""The page on which a manager writes what the front desk says, leaves on voicemails and notes."""

from django.contrib import admin
from django.db import models
from django.forms import Textarea
from django.utils.html import format_html


@admin.display(description="Text")
def text(template):
    return format_html('<span lang="{}" dir="auto">{}</span>', template.language or "en", template.text)


class TextTemplateAdmin(admin.ModelAdmin):
    list_display = [text, "purpose", "language", "order"]
    list_filter = ["purpose"]
    formfield_overrides = {models.TextField: {"widget": Textarea(attrs={"rows": 3, "dir": "auto"})}}
